using System.Diagnostics;
using System.Text.Json;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Remote;

/// <summary>A browser that somebody else started and that is only connected to.</summary>
public abstract class RemoteBrowserFixture : BrowserFixture
{
    private readonly string _folder = Directory.CreateTempSubdirectory("autonoma-remote-").FullName;
    private Process? _process;

    /// <summary>Where it listens.</summary>
    public Uri Endpoint { get; private set; } = null!;

    /// <summary>Whether its process still runs.</summary>
    public bool IsRunning => _process is { HasExited: false };

    /// <summary>Ends it as a crash would.</summary>
    public void Kill() => _process!.Kill(entireProcessTree: true);

    /// <summary>How it is started; it writes where it listens on a line of either stream.</summary>
    /// <param name="executable">A Chromium.</param>
    /// <param name="folder">A folder of its own.</param>
    protected abstract ProcessStartInfo StartInfo(string executable, string folder);

    protected override async Task<BrowserOptions> PrepareAsync()
    {
        string executable;
        await using (var own = await WebBrowser.LaunchAsync(new BrowserOptions(), CancellationToken.None))
            executable = own.ExecutablePath!;
        var start = StartInfo(executable, _folder);
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        var told = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Endpoint = new Uri(await told.Task.WaitAsync(TimeSpan.FromMinutes(1)));
        return new BrowserOptions { Endpoint = Endpoint };

        void Read(string? line)
        {
            if (line?.IndexOf("ws://", StringComparison.Ordinal) is { } at and >= 0)
                told.TrySetResult(line[at..].Trim());
        }
    }

    protected override async ValueTask EndAsync()
    {
        if (_process is not null)
        {
            if (!_process.HasExited)
                Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>A Chromium with an open debugging port.</summary>
public sealed class DebuggingPortFixture : RemoteBrowserFixture
{
    protected override ProcessStartInfo StartInfo(string executable, string folder)
        => new(executable, [.. WebBrowser.ArgumentsFor(new BrowserOptions()), "--headless", "--no-sandbox", "--remote-debugging-port=0", $"--user-data-dir={folder}", "about:blank"]);
}

/// <summary>A server of Playwright's own, as it is run in a container; it starts the browser itself.</summary>
public sealed class PlaywrightServerFixture : RemoteBrowserFixture
{
    protected override ProcessStartInfo StartInfo(string executable, string folder)
    {
        var configuration = Path.Combine(folder, "server.json");
        File.WriteAllText(configuration, JsonSerializer.Serialize(new { executablePath = executable, host = "127.0.0.1", args = WebBrowser.ArgumentsFor(new BrowserOptions()) }));
        var driver = Path.Combine(AppContext.BaseDirectory, ".playwright");
        var node = Directory.EnumerateFiles(Path.Combine(driver, "node"), OperatingSystem.IsWindows() ? "node.exe" : "node", SearchOption.AllDirectories).First();
        return new(node, [Path.Combine(driver, "package", "cli.js"), "launch-server", "--browser", "chromium", "--config", configuration]);
    }
}
