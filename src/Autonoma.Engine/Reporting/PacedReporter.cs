using Autonoma.Engine.Running;

namespace Autonoma.Engine.Reporting;

/// <summary>
/// Base of reports that are one file about everything: written now and then while the suite runs, so that a killed run leaves a valid
/// report of what had ended, and whole at the end.
/// </summary>
/// <param name="time">For the pace of writing.</param>
public abstract class PacedReporter(TimeProvider time) : ISuiteReporter
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    private readonly Dictionary<string, List<RunResult>> _tries = new(StringComparer.Ordinal);
    private SuiteInfo? _suite;
    private long _written;

    /// <inheritdoc/>
    public void OnStarted(SuiteInfo suite)
    {
        ArgumentNullException.ThrowIfNull(suite);
        _suite = suite;
        _tries.Clear();
        WriteSoFar(suite);
    }

    /// <inheritdoc/>
    public void OnTestStarted(SuiteTest test)
    {
    }

    /// <inheritdoc/>
    public void OnStep(SuiteTest test, StepResult step)
    {
    }

    /// <inheritdoc/>
    public void OnTestFinished(SuiteTest test, RunResult result)
    {
        ArgumentNullException.ThrowIfNull(test);
        if (_suite is null)
            return;
        if (!_tries.TryGetValue(test.Id, out var tries))
            _tries[test.Id] = tries = [];
        tries.Add(result);
        if (time.GetElapsedTime(_written) >= Pace)
            WriteSoFar(_suite);
    }

    /// <inheritdoc/>
    public Task OnFinishedAsync(SuiteResult result, CancellationToken cancellationToken)
    {
        Write(result, isPartial: false);
        return Task.CompletedTask;
    }

    /// <summary>Writes the whole file.</summary>
    /// <param name="result">What is known. Tests that did not end yet are <see cref="TestStatus.NotRun"/>.</param>
    /// <param name="isPartial">Whether the suite is still running.</param>
    protected abstract void Write(SuiteResult result, bool isPartial);

    private void WriteSoFar(SuiteInfo suite)
    {
        Write(
            new SuiteResult
            {
                Suite = suite,
                Tests = [.. suite.Tests.Select(test => new TestOutcome(test, StatusOf(_tries.GetValueOrDefault(test.Id)), [.. _tries.GetValueOrDefault(test.Id) ?? []]))],
                Duration = time.GetUtcNow() - suite.StartedAt,
                Platform = _tries.Values.SelectMany(tries => tries).Select(run => run.Platform).FirstOrDefault(platform => platform.Length > 0) ?? "",
            },
            isPartial: true);
        _written = time.GetTimestamp();
    }

    private static TestStatus StatusOf(List<RunResult>? tries) => tries switch
    {
        null or [] => TestStatus.NotRun,
        [.., { Success: true }] => tries.Count > 1 ? TestStatus.Flaky : TestStatus.Passed,
        [.., { Reason: FinishReason.Cancelled }] => TestStatus.Cancelled,
        _ => TestStatus.Failed,
    };
}
