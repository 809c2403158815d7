using Autonoma.AI.Usage;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Planner.Pipeline;

/// <summary>What happened in a run of the pipeline, as it happens.</summary>
/// <param name="Kind">What.</param>
/// <param name="Step">In which step.</param>
public sealed record PlanEvent(PlanEventKind Kind, StepDefinition Step)
{
    /// <summary>The file it is about, relative to the repository with forward slashes; empty for none.</summary>
    public string File { get; init; } = "";

    /// <summary>In words; empty when the kind says it all.</summary>
    public string Text { get; init; } = "";

    /// <summary>What is wrong; empty when nothing is.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>What models have cost so far, in this run; null when none may be asked.</summary>
    public UsageTotals? Cost { get; init; }
}

/// <summary>Kinds of events.</summary>
public enum PlanEventKind
{
    /// <summary>A step begins; the text says by what means.</summary>
    Started,
    /// <summary>A step was done before.</summary>
    Skipped,
    /// <summary>A file was read.</summary>
    Read,
    /// <summary>A file has its place.</summary>
    Written,
    /// <summary>A file was refused.</summary>
    Refused,
    /// <summary>The step tells something.</summary>
    Said,
    /// <summary>A step is done.</summary>
    Completed,
    /// <summary>A person has seen what it made, or was said to have.</summary>
    Acknowledged,
}
