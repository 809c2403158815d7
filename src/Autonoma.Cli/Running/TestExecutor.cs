using Autonoma.Cli.Models;
using Autonoma.Cli.Recordings;
using Autonoma.Engine.Artifacts;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Reporting;
using Autonoma.Engine.Running;

namespace Autonoma.Cli.Running;

/// <summary>Carries out one try of a test and keeps what it leaves.</summary>
/// <param name="environment">The clock.</param>
/// <param name="output">Folder of the report.</param>
/// <param name="video">Whether videos are made.</param>
/// <param name="recordings">The recordings beside the tests.</param>
/// <param name="deciders">Who decides.</param>
internal sealed class TestExecutor(ToolEnvironment environment, string output, bool video, RecordingStore recordings, RunDeciders deciders)
{
    public async Task<RunResult> RunAsync(SuiteTest test, IAppDriver driver, RunOptions options, IRunObserver progress, CancellationToken cancellationToken)
    {
        var artifacts = new ArtifactOptions { ReportFolder = output, RunFolder = test.FolderOf(options.Try), Video = video };
        var recording = recordings.Open(test);
        await using var writer = new ArtifactWriter(artifacts, environment.Time);
        var (decider, grounder, models) = deciders.Begin(test.FolderOf(options.Try));
        var runner = new TestRunner(driver, options, Interpreter.Reader, grounder, Interpreter.Checker, environment.Time)
        {
            // The writer comes first: what it adds to an attempt is in the step that the others are told of.
            Observers = [writer, progress],
            Recording = recording,
            Decider = decider,
        };
        var result = await runner.RunAsync(test.Case, cancellationToken);
        if (models is not null)
            result = result with { ModelUse = ModelUse.Of(models.Usage.Total) };
        result = await writer.CompleteAsync(result, CancellationToken.None);
        return recordings.Keep(test, recording, result, Path.Combine(output, artifacts.RunFolder));
    }
}
