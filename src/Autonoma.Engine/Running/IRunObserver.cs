using Autonoma.Engine.Deciding;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Suites;

namespace Autonoma.Engine.Running;

/// <summary>
/// Told what happens in a run, in order and one call at a time, while nothing else uses the driver: artifacts, pictures, live progress.
/// Each call is awaited, so what takes long belongs on another thread.
/// </summary>
/// <remarks>What an observer throws is told in <see cref="RunResult.Notes"/>; it neither stops the run nor changes its verdict.</remarks>
public interface IRunObserver
{
    /// <summary>The run begins; the start page is not loaded yet.</summary>
    ValueTask StartedAsync(RunStarted started, CancellationToken cancellationToken) => default;

    /// <summary>A step begins; nothing was decided yet.</summary>
    ValueTask BeforeStepAsync(StepStarted started, CancellationToken cancellationToken) => default;

    /// <summary>What to do for a step was decided, or that it cannot be.</summary>
    ValueTask DecidedAsync(StepDecided decided, CancellationToken cancellationToken) => default;

    /// <summary>A command is about to be carried out.</summary>
    ValueTask BeforeAttemptAsync(AttemptStarted started, CancellationToken cancellationToken) => default;

    /// <summary>A command was carried out, or failed. Returns the attempt, with the names of the pictures when some were taken.</summary>
    ValueTask<Attempt> AfterAttemptAsync(AttemptEnded ended, CancellationToken cancellationToken) => ValueTask.FromResult(ended.Attempt);

    /// <summary>A step ended.</summary>
    ValueTask AfterStepAsync(StepResult step, CancellationToken cancellationToken) => default;

    /// <summary>The run ended; the driver is still there unless the app went away. Called with a token of its own, also after a cancellation.</summary>
    ValueTask FinishedAsync(RunResult result, CancellationToken cancellationToken) => default;
}

/// <summary>A run begins.</summary>
/// <param name="Test">The test.</param>
/// <param name="Driver">What it runs on.</param>
/// <param name="StartUrl">Where it starts; empty for the page as it is.</param>
/// <param name="Mask">Replaces the values of secrets in a text.</param>
public sealed record RunStarted(TestCase Test, IAppDriver Driver, string StartUrl, Func<string, string> Mask);

/// <summary>A step begins.</summary>
/// <param name="Step">As written.</param>
/// <param name="Number">1-based among all steps of the run, as in <see cref="StepResult.Number"/>.</param>
/// <param name="Section"><c>setup</c>, <c>step</c> or <c>expected</c>.</param>
public sealed record StepStarted(TestStep Step, int Number, string Section);

/// <summary>What to do for a step.</summary>
/// <param name="Number">Number of the step.</param>
/// <param name="Decision">The decision with its evidence.</param>
public sealed record StepDecided(int Number, Decision Decision);

/// <summary>A command is about to be carried out.</summary>
/// <param name="Step">Number of the step.</param>
/// <param name="Index">0-based among the commands of the step.</param>
/// <param name="Arguments">The command, with templates.</param>
public sealed record AttemptStarted(int Step, int Index, Commands.CommandArguments Arguments);

/// <summary>A command ended.</summary>
/// <param name="Step">Number of the step.</param>
/// <param name="Index">0-based among the commands of the step.</param>
/// <param name="Attempt">What happened.</param>
/// <param name="Before">The screen as it was looked at before acting; null when the command did not look.</param>
/// <param name="After">The screen as it was last looked at; null when the command did not look.</param>
/// <param name="MeasuredAt">When the element was where the attempt's bounds say; null when nothing was measured.</param>
public sealed record AttemptEnded(int Step, int Index, Attempt Attempt, Observation? Before, Observation? After, DateTimeOffset? MeasuredAt = null);
