using System.Globalization;
using System.Text.Json.Nodes;
using Autonoma.Engine.Artifacts;
using Autonoma.Engine.Checks;
using Autonoma.Engine.Deciding;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Instructions;
using Autonoma.Engine.Recording;
using Autonoma.Engine.Recording.Format;
using Autonoma.Engine.Running;
using Autonoma.Engine.Running.Suite;
using Autonoma.Engine.Suites;
using Autonoma.Platform.Runs;

namespace Autonoma.Platform.Executing;

/// <summary>How runs are carried out on this worker.</summary>
/// <param name="WorkFolder">Where files of runs lie until they are kept.</param>
/// <param name="Run">Limits and waits of every run.</param>
public sealed record TestRunExecutorOptions(string WorkFolder, RunOptions Run)
{
    /// <summary>How long a run may take that waits for people. The default is 30 minutes.</summary>
    public TimeSpan InteractiveTimeout { get; init; } = TimeSpan.FromMinutes(30);
}

/// <summary>Carries out one test in one session: environment up, browser, steps, browser closed, environment down; always in this order, the last always.</summary>
/// <param name="sessions">Opens browsers.</param>
/// <param name="environments">Makes test data.</param>
/// <param name="options">How.</param>
/// <param name="time">The clock.</param>
public sealed class TestRunExecutor(IRunSessions sessions, IRunEnvironments environments, TestRunExecutorOptions options, TimeProvider time) : IRunExecutor
{
    private static readonly TimeSpan ClosingTime = TimeSpan.FromSeconds(10);

    private readonly StepReader _reader = new();
    private readonly Grounder _grounder = new();

    /// <inheritdoc/>
    public async Task<RunOutcome> ExecuteAsync(RunAssignment assignment, IRunProgress progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(assignment);
        ArgumentNullException.ThrowIfNull(progress);
        var file = TestFileReader.ReadText(assignment.Content, "", assignment.Path);
        if (file.TestCase is not { } test || file.HasErrors)
            return RunOutcome.Without(RunFailureKind.AgentFailed, $"The test cannot be read: {string.Join(" ", file.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).Select(found => string.Create(CultureInfo.InvariantCulture, $"{assignment.Path}:{found.Line}: {found.Message}")))}");
        progress.Planned(test.Setup.Count + test.Steps.Count);
        var tries = new List<RunResult>();
        RunOutcome outcome;
        do
        {
            progress.Attempt(assignment.FirstAttempt + tries.Count);
            outcome = await TryAsync(assignment, test, progress, tries, cancellationToken).ConfigureAwait(false);
        }
        while (outcome.Status is RunStatus.Failed or RunStatus.Error && tries.Count is > 0 and var done && done <= (test.Retries ?? assignment.Request.Retries) && !cancellationToken.IsCancellationRequested);
        return outcome;
    }

    private async Task<RunOutcome> TryAsync(RunAssignment assignment, TestCase test, IRunProgress progress, List<RunResult> tries, CancellationToken cancellationToken)
    {
        ITestEnvironment? environment = null;
        IAppDriver? driver = null;
        try
        {
            var run = OptionsFor(assignment, tries.Count + 1);
            var prepared = test;
            if (!string.IsNullOrWhiteSpace(test.Scenario))
            {
                progress.Event("state", new JsonObject { ["phase"] = "environment", ["scenario"] = test.Scenario.Trim() }.ToJsonString());
                environment = await environments.UpAsync(assignment, test.Scenario.Trim(), cancellationToken).ConfigureAwait(false);
                prepared = environment.Applied(test);
                run = environment.Applied(run);
            }

            progress.Event("state", new JsonObject { ["phase"] = "browser" }.ToJsonString());
            driver = await sessions.OpenAsync(test, run.BaseUrl, environment?.Login ?? SessionLogin.None, cancellationToken).ConfigureAwait(false);
            return await RunAsync(assignment, prepared, driver, run, progress, tries, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return RunOutcome.Of(TestFault.Of(e, cancellationToken)) with { Tries = tries };
        }
        finally
        {
            if (driver is not null)
                await CloseAsync(driver).ConfigureAwait(false);
            if (environment is not null)
                await RemoveAsync(environment, progress).ConfigureAwait(false);
        }
    }

    private async Task<RunOutcome> RunAsync(RunAssignment assignment, TestCase test, IAppDriver driver, RunOptions run, IRunProgress progress, List<RunResult> tries, CancellationToken cancellationToken)
    {
        var attempt = assignment.FirstAttempt + tries.Count;
        var name = string.Create(CultureInfo.InvariantCulture, $"{assignment.RunId:N}-{assignment.Fence}-{attempt}");
        var folder = Path.Combine(options.WorkFolder, name);
        var recording = RecordingFor(assignment);
        try
        {
            var writer = new ArtifactWriter(new() { ReportFolder = options.WorkFolder, RunFolder = name, Video = assignment.Request.Video }, time);
            await using (writer.ConfigureAwait(false))
            {
                var uploads = new ArtifactUploads(folder, attempt, progress);
                await using (uploads.ConfigureAwait(false))
                {
                    IDecider decider = new InterpreterDecider(_reader);
                    if (assignment.Request.Interactive)
                        decider = new AskingDecider(decider, _reader, progress);
                    var runner = new TestRunner(driver, run, _reader, _grounder, new ClaimChecker(_grounder), time)
                    {
                        Observers = [writer, new LiveObserver(progress, uploads)],
                        Recording = recording,
                        Decider = decider,
                    };
                    var result = await runner.RunAsync(test, cancellationToken).ConfigureAwait(false);
                    result = await writer.CompleteAsync(result, CancellationToken.None).ConfigureAwait(false);
                    await uploads.CompleteAsync().ConfigureAwait(false);
                    if (uploads.Problem is { } problem)
                        result = result with { Notes = [.. result.Notes, problem] };
                    tries.Add(result with { Platform = result.Platform.Length > 0 ? result.Platform : sessions.Platform });
                }
            }
        }
        finally
        {
            Delete(folder);
        }

        var outcome = RunOutcome.Of([.. tries]);
        return recording?.Outcome is not { } kept || WasAnswered(tries[^1]) ? outcome : outcome with
        {
            Recording = RecordingFile.Write(kept),
            Heals = recording.Heals.Count > 0 ? HealDocument.Of(recording.Heals, tries[^1]) : null,
        };
    }

    // What a person said during a run stands in no file: replaying it would make a sentence mean what nobody can read.
    private static bool WasAnswered(RunResult result) => result.Steps.Any(step => step.DecidedBy == "user");

    private RunOptions OptionsFor(RunAssignment assignment, int number)
    {
        var variables = new Dictionary<string, string>(options.Run.Variables, StringComparer.Ordinal);
        foreach (var (name, value) in assignment.Request.Variables.Concat(assignment.Secrets))
            variables[name] = value;
        return options.Run with
        {
            BaseUrl = assignment.Request.Url ?? assignment.Url,
            Variables = variables,
            Secrets = [.. options.Run.Secrets, .. assignment.Secrets.Keys],
            RunTimeout = assignment.Request.Interactive ? options.InteractiveTimeout : options.Run.RunTimeout,
            Try = number,
        };
    }

    private static RecordingSession? RecordingFor(RunAssignment assignment)
    {
        var mode = Enum.TryParse<RecordingMode>(assignment.Request.Mode, ignoreCase: true, out var named) && Enum.IsDefined(named) ? named : RecordingMode.Resolve;
        var recording = assignment.Recording is { } text && mode != RecordingMode.Record ? RecordingFile.Read(text, "The recording") : null;
        return new(mode, recording);
    }

    private static async Task CloseAsync(IAppDriver driver)
    {
        try
        {
            await driver.DisposeAsync().AsTask().WaitAsync(ClosingTime).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // It is gone or does not answer; the browser's end takes the rest.
        }
    }

    private static async Task RemoveAsync(ITestEnvironment environment, IRunProgress progress)
    {
        try
        {
            await environment.DownAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // It stands in the journal; the sweep goes on trying. The verdict on the app is another matter.
            progress.Event("console", new JsonObject { ["source"] = "environment", ["level"] = "warning", ["text"] = $"The environment could not be removed yet: {e.Message}" }.ToJsonString());
        }
    }

    private static void Delete(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next start of the worker clears its folder.
        }
    }
}
