using Autonoma.AI.Usage;
using Autonoma.Planner.Fidelity;
using Autonoma.Planner.Folders;
using Autonoma.Planner.Gates;
using Autonoma.Planner.Pipeline.Review;
using Autonoma.Planner.Pipeline.State;

namespace Autonoma.Planner.Pipeline;

/// <summary>What a pipeline consists of. Whoever starts it decides how each step is done.</summary>
public sealed record PlanPipelineOptions
{
    /// <summary>The plan.</summary>
    public required PlanFolder Folder { get; init; }

    /// <summary>Signs what the pipeline attests.</summary>
    public required SealKey Key { get; init; }

    /// <summary>How steps are done; one that is not named waits for somebody else's files.</summary>
    public IReadOnlyList<IPlanStep> Steps { get; init; } = [];

    /// <summary>Shows what steps made; without one, a summary is written and the plan waits.</summary>
    public IPlanReviewer Reviewer { get; init; } = AdvanceReviewer.Never;

    /// <summary>What gates go by.</summary>
    public PlanGateOptions Gates { get; init; } = new();

    /// <summary>Makes and removes scenarios; null when none can be made here.</summary>
    public IScenarioProof? Proof { get; init; }

    /// <summary>Judges whether factories make records as the app does; null for nobody.</summary>
    public FidelityCheck? Fidelity { get; init; }

    /// <summary>Is told what happens, to pass it on; null for nobody.</summary>
    public IPlanReporter? Reporter { get; init; }

    /// <summary>Is told what happens, as it happens.</summary>
    public Action<PlanEvent> Watch { get; init; } = _ => { };

    /// <summary>What models have cost so far; null when none may be asked.</summary>
    public Func<UsageTotals>? Cost { get; init; }

    /// <summary>Writes.</summary>
    public DurableFiles Disk { get; init; } = new();
}
