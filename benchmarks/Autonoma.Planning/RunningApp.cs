using System.Diagnostics;

namespace Autonoma.Planning;

/// <summary>The planned app, built by now, with or without one of its seeded bugs.</summary>
internal sealed class RunningApp : IAsyncDisposable
{
    private readonly Process _process;

    private RunningApp(Process process) => _process = process;

    public static async Task<RunningApp> StartAsync(string executable, string url, string database, int bug, IReadOnlyDictionary<string, string> variables, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(executable, ["--urls", url, "--database", database, .. bug > 0 ? ["--bug", $"{bug}"] : (string[])[]]) { RedirectStandardOutput = true };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        var app = new RunningApp(Process.Start(start) ?? throw new InvalidOperationException("The app did not start."));
        app._process.OutputDataReceived += (_, _) => { };
        app._process.BeginOutputReadLine();
        using var http = new HttpClient();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        while (true)
        {
            try
            {
                using var response = await http.GetAsync(url, limit.Token);
                return app;
            }
            catch (HttpRequestException) when (!app._process.HasExited)
            {
                await Task.Delay(100, limit.Token);
            }
            catch
            {
                await app.DisposeAsync();
                throw;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
