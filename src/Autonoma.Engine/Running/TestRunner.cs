using System.Diagnostics.CodeAnalysis;
using Autonoma.Engine.Artifacts;
using Autonoma.Engine.Checks;
using Autonoma.Engine.Deciding;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Instructions;
using Autonoma.Engine.Memory;
using Autonoma.Engine.Recording;
using Autonoma.Engine.Recording.Healing;
using Autonoma.Engine.Recording.Replaying;
using Autonoma.Engine.Suites;

namespace Autonoma.Engine.Running;

/// <summary>Runs tests on one application, one after the other. The driver stays the caller's: it is neither opened nor disposed here.</summary>
/// <param name="driver">What the tests run on.</param>
/// <param name="options">How.</param>
/// <param name="reader">Reads steps.</param>
/// <param name="grounder">Finds elements.</param>
/// <param name="checker">Judges claims.</param>
/// <param name="time">The clock; deadlines follow it.</param>
public sealed class TestRunner(IAppDriver driver, RunOptions options, IStepReader reader, IGrounder grounder, IClaimChecker checker, TimeProvider time)
{
    private static readonly TimeSpan FinishTimeout = TimeSpan.FromSeconds(20);

    /// <summary>Told what happens, in this order.</summary>
    public IReadOnlyList<IRunObserver> Observers { get; init; } = [];

    /// <summary>Chooses the commands; null for the interpreter.</summary>
    public IDecider? Decider { get; init; }

    /// <summary>The recording that is replayed or written; null for a run that has nothing to do with one.</summary>
    public RecordingSession? Recording { get; init; }

    /// <summary>
    /// Runs a test. A failing test is a result that says why, never an exception: also when the app goes away, hangs, or the run is
    /// cancelled.
    /// </summary>
    public async Task<RunResult> RunAsync(TestCase test, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(test);
        var startedAt = time.GetUtcNow();
        var memory = new RunMemory(options.Secrets, options.Variables, test.Variables);
        var notes = new List<string>();
        var limit = test.Timeout ?? options.RunTimeout;
        using var timer = new CancellationTokenSource(limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        var recording = Recording is null ? null : new RunRecording(Recording, memory, reader);
        var session = new RunSession(driver, options, grounder, checker, memory, time, recording)
        {
            Test = test,
            FilesFolder = test.File.Length > 0 ? Path.GetDirectoryName(Path.GetFullPath(test.File)) ?? "" : "",
        };
        var decisions = new DecisionCounter(Decider ?? new InterpreterDecider(reader));
        var run = new OneRun(test, session, recording is null ? decisions : new ReplayDecider(recording, decisions), new ObserverGroup(Observers, notes, time), limit, cancellationToken);
        var verdict = await run.RunAsync(both.Token).ConfigureAwait(false);
        if (recording is not null && verdict.Reason == FinishReason.Success && Decider?.Waits is { } waits)
            await ChooseWaitsAsync(recording, waits, notes, both.Token).ConfigureAwait(false);
        recording?.Finish(verdict.Reason == FinishReason.Success);
        if (Recording is { Heals.Count: > 0 } healed)
            verdict = HealVerdict.Of(verdict, healed);

        var result = memory.Masker.Apply(new RunResult
        {
            Test = test.Title,
            File = test.RelativePath.Length > 0 ? test.RelativePath : test.File.Length > 0 ? test.File : null,
            Reason = verdict.Reason,
            Failure = verdict.Failure,
            Reasoning = verdict.Words,
            Steps = run.Steps,
            Memory = memory.Snapshot(),
            StartedAt = startedAt,
            Duration = session.Elapsed,
            Try = options.Try,
            Platform = driver.Application.Platform,
            StartUrl = run.StartUrl,
            Viewport = run.Viewport ?? test.Viewport ?? default,
            Tags = test.Tags,
            Flow = test.Flow,
            Category = test.Category,
            Priority = test.Priority,
            AssertionsHeld = verdict.AssertionsHeld,
            Decisions = decisions.Count,
            Heals = Recording?.Heals ?? [],
            Notes = notes,
        });
        await FinishAsync(result, notes).ConfigureAwait(false);
        return result with { Notes = [.. notes] };
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "the run has its verdict, and the recording its conditions")]
    private static async Task ChooseWaitsAsync(RunRecording recording, IWaitAdvisor waits, List<string> notes, CancellationToken cancellationToken)
    {
        try
        {
            await recording.ChooseWaitsAsync(waits, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception problem)
        {
            notes.Add($"What the recording waits for was chosen by the rules alone: {problem.Message}");
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "what a report cannot do decides nothing")]
    private async Task FinishAsync(RunResult result, List<string> notes)
    {
        try
        {
            var group = new ObserverGroup(Observers, notes, time);
            await Deadline.RunAsync(token => group.TellAsync(observer => observer.FinishedAsync(result, token)), FinishTimeout, time, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception problem)
        {
            notes.Add($"The artifacts of the run are not complete: {problem.Message}");
        }
    }
}
