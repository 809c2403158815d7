using System.Diagnostics;

namespace Autonoma.Planning;

/// <summary>The sample shop as a process of its own.</summary>
public sealed class ShopProcess : IDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly Process _process;

    private ShopProcess(Process process, Uri url)
    {
        _process = process;
        Url = url;
    }

    public Uri Url { get; }

    public static async Task<ShopProcess> StartAsync(int? bug = null)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = Repository.Shop, RedirectStandardOutput = true };
        foreach (var argument in (string[])[Repository.Built("Shop", "Shop.dll"), "--urls", "http://127.0.0.1:0", .. bug is { } number ? ["--bug", FormattableString.Invariant($"{number}")] : Array.Empty<string>()])
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
                listening.TrySetException(new InvalidOperationException("The shop ended before it listened."));
            else if (line.Data.IndexOf(Listening, StringComparison.Ordinal) is var at and >= 0)
                listening.TrySetResult(new(line.Data[(at + Listening.Length)..].Trim()));
        };
        process.BeginOutputReadLine();
        return new(process, await listening.Task.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
