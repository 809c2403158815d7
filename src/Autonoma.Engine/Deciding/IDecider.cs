using Autonoma.Engine.Commands;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Running;
using Autonoma.Engine.Suites;

namespace Autonoma.Engine.Deciding;

/// <summary>Chooses the next commands of a step.</summary>
public interface IDecider
{
    /// <summary>Decides what to do next for a step, or says why that cannot be decided.</summary>
    ValueTask<Decision> DecideAsync(DecisionRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// What a later step will do, as far as that is known without looking: a native dialog must have its answer before the action that
    /// opens it. Empty when unknown.
    /// </summary>
    IReadOnlyList<CommandArguments> Foresee(TestStep step) => [];

    /// <summary>
    /// Whether the step is decided again after one of its commands failed; otherwise the failure ends the run. Whoever says yes must come to
    /// an end: it is asked after every failure.
    /// </summary>
    bool DecidesAgainAfter(TestStep step, Attempt failed) => false;
}

/// <summary>What is asked of a decider.</summary>
/// <param name="Step">The step.</param>
/// <param name="Done">Attempts made for this step so far.</param>
/// <param name="LookAsync">The screen now; costs a few milliseconds.</param>
/// <param name="Variables">Names of the known variables.</param>
public sealed record DecisionRequest(
    TestStep Step,
    IReadOnlyList<Attempt> Done,
    Func<CancellationToken, Task<Observation>> LookAsync,
    IReadOnlyCollection<string> Variables);
