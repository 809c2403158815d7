using Autonoma.Engine.Artifacts;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Reporting;
using Autonoma.Engine.Running;

namespace Autonoma.Cli.Running;

/// <summary>Carries out one try of a test with the interpreter and keeps what it leaves.</summary>
/// <param name="environment">The clock.</param>
/// <param name="output">Folder of the report.</param>
/// <param name="video">Whether videos are made.</param>
internal sealed class TestExecutor(ToolEnvironment environment, string output, bool video)
{
    public async Task<RunResult> RunAsync(SuiteTest test, IAppDriver driver, RunOptions options, IRunObserver progress, CancellationToken cancellationToken)
    {
        var artifacts = new ArtifactOptions { ReportFolder = output, RunFolder = test.FolderOf(options.Try), Video = video };
        await using var writer = new ArtifactWriter(artifacts, environment.Time);
        var runner = new TestRunner(driver, options, Interpreter.Reader, Interpreter.Grounder, Interpreter.Checker, environment.Time)
        {
            // The writer comes first: what it adds to an attempt is in the step that the others are told of.
            Observers = [writer, progress],
        };
        var result = await runner.RunAsync(test.Case, cancellationToken);
        return await writer.CompleteAsync(result, CancellationToken.None);
    }
}
