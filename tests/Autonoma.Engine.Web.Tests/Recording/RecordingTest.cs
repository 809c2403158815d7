using System.Collections.Concurrent;
using Autonoma.Engine.Checks;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Instructions;
using Autonoma.Engine.Recording;
using Autonoma.Engine.Recording.Format;
using Autonoma.Engine.Running;
using Autonoma.Engine.Suites;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Recording;

/// <summary>Records a test on one version of a page and replays it on another.</summary>
public abstract class RecordingTest(BrowserFixture fixture)
{
    private static readonly ConcurrentDictionary<string, Task<TestRecording>> Recordings = new(StringComparer.Ordinal);
    private static readonly Grounder Words = new();
    private static readonly ClaimChecker Claims = new(Words);

    protected BrowserFixture Fixture => fixture;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected static TestCase Test(params IReadOnlyList<string> steps)
        => new() { Title = "a test", Steps = [.. steps.Select((text, i) => new TestStep(i + 1, text, i + 3))] };

    /// <summary>A run on a page, and what came of the recording.</summary>
    protected async Task<(RunResult Run, RecordingSession Session)> RunAsync(
        string html, TestCase test, RecordingMode mode, TestRecording? recording = null, Func<RunOptions, RunOptions>? options = null, bool healsPass = false)
    {
        await using var driver = await Fixture.OpenAsync(html);
        var session = new RecordingSession(mode, recording) { HealsPass = healsPass };
        var settings = new RunOptions { StepTimeout = TimeSpan.FromMilliseconds(700), AssertionTimeout = TimeSpan.FromMilliseconds(500), AbsenceHold = TimeSpan.FromMilliseconds(100) };
        var runner = new TestRunner(driver, options?.Invoke(settings) ?? settings, new StepReader(), Words, Claims, TimeProvider.System) { Recording = session };
        return (await runner.RunAsync(test, Token), session);
    }

    /// <summary>The recording of a test on a page; each is made once.</summary>
    protected Task<TestRecording> RecordAsync(string html, TestCase test)
        => Recordings.GetOrAdd(string.Join('\n', test.Steps.Select(step => step.Text).Prepend(html)), _ => RecordAsync(html, test, options => options));

    protected async Task<TestRecording> RecordAsync(string html, TestCase test, Func<RunOptions, RunOptions>? options)
    {
        // What passes once under load must not fail because a limit is tight.
        var (run, session) = await RunAsync(html, test, RecordingMode.Record, options: settings => (options?.Invoke(settings) ?? settings) with { StepTimeout = TimeSpan.FromSeconds(10), AssertionTimeout = TimeSpan.FromSeconds(5) });
        run.Success.ShouldBeTrue(run.Reasoning);
        return session.Outcome.ShouldNotBeNull();
    }

    /// <summary>Replays what passed on one page on another; nothing is decided.</summary>
    protected async Task<RunResult> ReplayAsync(TestRecording recording, string html, TestCase test, Func<RunOptions, RunOptions>? options = null)
    {
        var (run, session) = await RunAsync(html, test, RecordingMode.Replay, recording, options);
        run.Decisions.ShouldBe(0);
        session.Outcome.ShouldBeNull();
        return run;
    }

    /// <summary>A generous time for a run that is to pass.</summary>
    protected static RunOptions Patient(RunOptions options) => options with { StepTimeout = TimeSpan.FromSeconds(10), AssertionTimeout = TimeSpan.FromSeconds(5) };
}
