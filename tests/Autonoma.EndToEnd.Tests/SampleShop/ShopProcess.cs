using System.Diagnostics;

namespace Autonoma.EndToEnd.Tests.SampleShop;

/// <summary>The sample shop on a free loopback port, in a process of its own.</summary>
internal sealed class ShopProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";
    private readonly Process _process;

    private ShopProcess(Process process, string baseUrl)
    {
        _process = process;
        BaseUrl = baseUrl;
    }

    /// <summary>Where it listens, e.g. <c>http://127.0.0.1:40123</c>.</summary>
    public string BaseUrl { get; }

    /// <summary>Starts it; with a bug when its number is given.</summary>
    public static async Task<ShopProcess> StartAsync(int bug = 0, CancellationToken cancellationToken = default)
    {
        var start = new ProcessStartInfo(RepositoryPaths.Executable("Shop")) { RedirectStandardOutput = true, RedirectStandardInput = true };
        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add("http://127.0.0.1:0");
        if (bug > 0)
        {
            start.ArgumentList.Add("--bug");
            start.ArgumentList.Add(bug.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (!line.Contains(Listening, StringComparison.Ordinal)) continue;
            // Whatever it says from now on has to go somewhere, or a full pipe would stop it.
            process.OutputDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            return new ShopProcess(process, line[(line.IndexOf(Listening, StringComparison.Ordinal) + Listening.Length)..].Trim());
        }
        throw new InvalidOperationException($"The shop ended with code {process.ExitCode} before it listened.");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
