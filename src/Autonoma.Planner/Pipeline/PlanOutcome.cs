using Autonoma.Scenarios.Recipes;

namespace Autonoma.Planner.Pipeline;

/// <summary>How a run of the pipeline ended.</summary>
public enum PlanEnd
{
    /// <summary>All six steps are done.</summary>
    Complete,
    /// <summary>A step is done and waits to be looked at.</summary>
    AwaitingReview,
    /// <summary>A step made what the gates refuse, or what was done before has been changed.</summary>
    Refused,
    /// <summary>A step cannot be done as things are.</summary>
    Unavailable,
}

/// <summary>How a run of the pipeline ended, and at which step.</summary>
/// <param name="End">How.</param>
/// <param name="Step">At which step.</param>
/// <param name="Message">What it means and what to do, for people.</param>
/// <param name="Problems">What is wrong; empty when nothing is.</param>
public sealed record PlanOutcome(PlanEnd End, StepDefinition Step, string Message, IReadOnlyList<Problem> Problems)
{
    /// <summary>The summary to look at; null when there is none.</summary>
    public string? SummaryFile { get; init; }
}

/// <summary>A run of the pipeline cannot begin as it was asked for. The message says what to ask for instead.</summary>
/// <param name="message">For people.</param>
public sealed class PlanRequestException(string message) : Exception(message);
