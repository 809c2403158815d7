using Autonoma.Engine.Running;

namespace Autonoma.Engine.Reporting;

/// <summary>How a test ended, all tries taken together.</summary>
public enum TestStatus
{
    /// <summary>Passed at the first try.</summary>
    Passed,
    /// <summary>Failed at every try.</summary>
    Failed,
    /// <summary>Failed, then passed when tried again: shown as such, and a failure with <c>--fail-on-flaky</c>.</summary>
    Flaky,
    /// <summary>Stopped by somebody while it ran.</summary>
    Cancelled,
    /// <summary>Never started: the suite was stopped, or had enough failures.</summary>
    NotRun,
}

/// <summary>A test with its tries.</summary>
/// <param name="Test">The test.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Tries">Each execution, first to last; empty when it never started.</param>
public sealed record TestOutcome(SuiteTest Test, TestStatus Status, IReadOnlyList<RunResult> Tries)
{
    /// <summary>The execution that decided; null when it never started.</summary>
    public RunResult? Last => Tries.Count == 0 ? null : Tries[^1];
}

/// <summary>A suite that ran.</summary>
public sealed record SuiteResult
{
    /// <summary>What was to be run.</summary>
    public required SuiteInfo Suite { get; init; }
    /// <summary>Every test of <see cref="SuiteInfo.Tests"/>, in that order.</summary>
    public required IReadOnlyList<TestOutcome> Tests { get; init; }
    /// <summary>Time from the start to the end.</summary>
    public TimeSpan Duration { get; init; }
    /// <summary>What the tests ran on (<c>Chromium 156.0</c>); empty when none started.</summary>
    public string Platform { get; init; } = "";
    /// <summary>Whether somebody or the time limit stopped it.</summary>
    public bool Cancelled { get; init; }
    /// <summary>Why tests were left out, in words (<c>stopped after 3 failures (--max-failures 3)</c>); null when none were.</summary>
    public string? StoppedBecause { get; init; }
    /// <summary>Problems of the tool itself (the browser could not be started, a report could not be written), in words.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Number of tests that ended so.</summary>
    public int Count(TestStatus status) => Tests.Count(test => test.Status == status);
}
