using System.Globalization;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Suites;
using Autonoma.Engine.Web;
using Autonoma.Platform;
using Autonoma.Platform.Artifacts;
using Autonoma.Platform.Executing;
using Autonoma.Platform.Runs;
using Autonoma.Platform.Sealing;
using Autonoma.Platform.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Autonoma.Chaos;

/// <summary>A worker process: the platform's own, with an executor that carries out real tests, and for the others makes an environment and waits.</summary>
internal static class ChaosWorker
{
    public static async Task<int> RunAsync(string database, string data, string[] rest)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        var options = new WorkOptions { Slots = Number(rest, "--slots", 4), PerApplication = 1000, MaxClaims = 20, Lease = TimeSpan.FromSeconds(Number(rest, "--lease", 20)), Heartbeat = TimeSpan.FromSeconds(Number(rest, "--beat", 5)), Look = TimeSpan.FromSeconds(Number(rest, "--look", 5)), Drain = TimeSpan.FromSeconds(Number(rest, "--drain", 20)) };
        builder.Services.AddPlatform(database, () => KeyRing.Of(data));
        builder.Services.AddSingleton<IArtifactStore>(new FolderArtifactStore(Path.Combine(data, "artifacts")));
        builder.Services.AddSingleton<IEnvironmentSecrets, EnvironmentSecrets>();
        builder.Services.AddSingleton<IRunAssignments, RunAssignments>();
        builder.Services.AddSingleton<IRunSessions, Sessions>();
        builder.Services.AddSingleton(new TestRunExecutorOptions(Path.Combine(data, "work", $"{Environment.ProcessId}"), new()));
        builder.Services.AddSingleton(new StubScenario(Array.IndexOf(rest, "--scenario") is >= 0 and var named ? rest[named + 1] : "basket"));
        builder.Services.AddSingleton<TestRunExecutor>();
        builder.Services.AddSingleton<IRunExecutor, Executor>();
        builder.Services.AddWork(options);
        builder.Services.AddRunWorker();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.Drain + TimeSpan.FromSeconds(15));
        using var host = builder.Build();
        await host.StartAsync();
        Console.WriteLine($"worker {Environment.ProcessId} is ready");
        await host.WaitForShutdownAsync();
        return 0;
    }

    private static int Number(string[] rest, string name, int otherwise)
        => Array.IndexOf(rest, name) is >= 0 and var at ? int.Parse(rest[at + 1], CultureInfo.InvariantCulture) : otherwise;

    private sealed record StubScenario(string Name);

    private sealed class Executor(TestRunExecutor real, IRunEnvironments environments, StubScenario scenario, TimeProvider time) : IRunExecutor
    {
        public async Task<RunOutcome> ExecuteAsync(RunAssignment assignment, IRunProgress progress, CancellationToken cancellationToken)
        {
            if (!assignment.Path.StartsWith("stub/", StringComparison.Ordinal))
                return await real.ExecuteAsync(assignment, progress, cancellationToken);
            try
            {
                progress.Planned(1);
                progress.Event("step", """{"phase":"started","number":1,"section":"step","text":"wait","line":1}""");
                var environment = await environments.UpAsync(assignment, scenario.Name, cancellationToken);
                try
                {
                    // From the id, so that a run takes the same time whoever has it.
                    await Task.Delay(TimeSpan.FromMilliseconds(300 + (BitConverter.ToUInt16(assignment.RunId.ToByteArray(), 14) % 1500)), time, cancellationToken);
                }
                finally
                {
                    await environment.DownAsync();
                }

                return new() { Status = RunStatus.Passed, Reasoning = "It waited." };
            }
            catch (OperationCanceledException)
            {
                return RunOutcome.Without(RunFailureKind.Cancelled, "Stopped.");
            }
            catch (Engine.Running.Suite.TestEnvironmentException e)
            {
                return RunOutcome.Without(RunFailureKind.ScenarioSetup, e.Message);
            }
        }
    }

    private sealed class Sessions(TimeProvider time) : IRunSessions, IAsyncDisposable
    {
        private readonly Lock _gate = new();
        private Task<WebBrowser>? _browser;

        public string Platform => "Chromium";

        public async Task<IAppDriver> OpenAsync(TestCase test, string? baseUrl, SessionLogin login, CancellationToken cancellationToken)
        {
            Task<WebBrowser> browser;
            lock (_gate)
                browser = _browser ??= Task.Run(() => WebBrowser.LaunchAsync(new(), CancellationToken.None), CancellationToken.None);
            return await (await browser.WaitAsync(cancellationToken)).OpenAsync(new() { Time = time }, cancellationToken);
        }

        public async ValueTask DisposeAsync()
        {
            if (_browser is not null)
                await (await _browser).DisposeAsync();
        }
    }
}
