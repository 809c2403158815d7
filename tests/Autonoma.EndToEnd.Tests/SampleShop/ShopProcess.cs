using System.Diagnostics;

namespace Autonoma.EndToEnd.Tests.SampleShop;

/// <summary>The sample shop on a free loopback port, in a process of its own.</summary>
internal sealed class ShopProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";
    private readonly Process _process;

    private ShopProcess(Process process) => _process = process;

    /// <summary>Where it listens, e.g. <c>http://127.0.0.1:40123</c>.</summary>
    public string BaseUrl { get; private set; } = "";

    /// <summary>Starts it; with a bug when its number is given.</summary>
    public static Task<ShopProcess> StartAsync(int bug = 0, CancellationToken cancellationToken = default)
        => StartAsync(bug > 0 ? ["--bug", bug.ToString(System.Globalization.CultureInfo.InvariantCulture)] : [], new Dictionary<string, string>(), cancellationToken);

    /// <summary>Starts it with further arguments and environment variables.</summary>
    public static async Task<ShopProcess> StartAsync(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> variables, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(RepositoryPaths.Executable("Shop")) { RedirectStandardOutput = true, RedirectStandardInput = true };
        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add("http://127.0.0.1:0");
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var (name, value) in variables) start.Environment[name] = value;
        var process = Process.Start(start)!;
        var address = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        // Read to its end, not only to the address: a pipe that nobody empties would stop it.
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null) address.TrySetException(new InvalidOperationException("The shop ended before it listened."));
            else if (line.Data.IndexOf(Listening, StringComparison.Ordinal) is var at and >= 0) address.TrySetResult(line.Data[(at + Listening.Length)..].Trim());
        };
        process.BeginOutputReadLine();
        var shop = new ShopProcess(process);
        try
        {
            shop.BaseUrl = await address.Task.WaitAsync(cancellationToken);
            return shop;
        }
        catch
        {
            await shop.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
