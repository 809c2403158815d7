using Autonoma.Engine.Commands;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Grounding;
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

    /// <summary>Who helps to tell what a recording waits for; null for nobody.</summary>
    IWaitAdvisor? Waits => null;
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
    IReadOnlyCollection<string> Variables)
{
    /// <summary>The test that the step is of; null when there is none.</summary>
    public TestCase? Test { get; init; }

    /// <summary>A picture of the screen; null where none is to be had.</summary>
    public Func<CancellationToken, Task<Screenshot>>? CaptureAsync { get; init; }

    /// <summary>What grounding knows beside a screen.</summary>
    public Func<Observation, GroundingContext> GroundingFor { get; init; } = _ => GroundingContext.None;

    /// <summary>Values of the variables, those of secrets masked.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>Names of the variables whose values are shown nowhere.</summary>
    public IReadOnlyCollection<string> Secrets { get; init; } = [];

    /// <summary>Replaces the values of secrets in a text that leaves the machine.</summary>
    public Func<string, string> Mask { get; init; } = text => text;

    /// <summary>A description or claim with its variables put in.</summary>
    public Func<string, string> Words { get; init; } = text => text;
}
