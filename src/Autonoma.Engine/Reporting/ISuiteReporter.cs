using Autonoma.Engine.Running;

namespace Autonoma.Engine.Reporting;

/// <summary>
/// Told what happens while a suite runs, and writes or prints it. The suite runner makes the calls one at a time, whatever the number of
/// workers, so a reporter needs no lock. All but the last must return quickly: the tests wait for them.
/// </summary>
/// <remarks>What a reporter throws is reported as a problem of the tool; it neither stops the suite nor changes a verdict.</remarks>
public interface ISuiteReporter
{
    /// <summary>The suite begins; nothing ran yet.</summary>
    void OnStarted(SuiteInfo suite);

    /// <summary>A try of a test begins.</summary>
    void OnTestStarted(SuiteTest test);

    /// <summary>A step of a running test ended.</summary>
    void OnStep(SuiteTest test, StepResult step);

    /// <summary>A try of a test ended. With retries there may be another one; the last word is in <see cref="SuiteResult.Tests"/>.</summary>
    void OnTestFinished(SuiteTest test, RunResult result);

    /// <summary>The suite ended, also when it was cancelled: writes what is to be left behind.</summary>
    Task OnFinishedAsync(SuiteResult result, CancellationToken cancellationToken);
}
