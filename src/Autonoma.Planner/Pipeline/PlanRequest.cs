namespace Autonoma.Planner.Pipeline;

/// <summary>What a run of the pipeline is asked for.</summary>
public sealed record PlanRequest
{
    /// <summary>Does this step and all behind it again; null to go on where the plan is.</summary>
    public int? From { get; init; }

    /// <summary>Whether a plan that has begun may be gone on with.</summary>
    public bool Resume { get; init; }

    /// <summary>Address of the running app; null when there is none to look at.</summary>
    public Uri? AppUrl { get; init; }

    /// <summary>Tests of this topic only; null for all.</summary>
    public string? Topic { get; init; }
}
