using Autonoma.Cli.Configuration;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Reporting;
using Autonoma.Engine.Running;

namespace Autonoma.Cli.Running;

/// <summary>Carries out one try of a test with the interpreter and keeps what it leaves.</summary>
internal sealed class TestExecutor(ToolEnvironment environment, ToolSettings settings, string output)
{
    public async Task<RunResult> RunAsync(SuiteTest test, IAppDriver driver, RunOptions options, IRunObserver progress, CancellationToken cancellationToken)
    { _ = (environment, settings, output);
        await Task.Yield(); throw new NotImplementedException();
    }
}
