using Autonoma.Planner.Artifacts;
using Autonoma.Planner.Exploring;

namespace Autonoma.Planner.Generating;

/// <summary>What a suite is generated from.</summary>
public sealed record SuiteRequest
{
    /// <summary>What was found in the running application.</summary>
    public required Exploration Exploration { get; init; }

    /// <summary>Features of step 1; null when there are none: then the explored pages are the features.</summary>
    public FeatureInventory? Features { get; init; }

    /// <summary>Knowledge of step 1; null when there is none.</summary>
    public KnowledgeBase? Knowledge { get; init; }

    /// <summary>The scenario that tests name; null when there is none.</summary>
    public string? Scenario { get; init; }

    /// <summary>Sentences that sign in, with which tests of guarded pages begin; empty when the scenario does it, or nobody has to.</summary>
    public IReadOnlyList<string> SignIn { get; init; } = [];

    /// <summary>Where <see cref="SignIn"/> begins: path and query.</summary>
    public string SignInAt { get; init; } = "/";

    /// <summary>Tests of this topic only; null for all.</summary>
    public string? Topic { get; init; }

    /// <summary>How many tests are wanted; null for what the number of features asks for.</summary>
    public int? Wanted { get; init; }
}

/// <summary>A test that was drafted and not run yet.</summary>
/// <param name="Test">The test.</param>
/// <param name="Folder">Folder below qa-tests.</param>
/// <param name="Tier">1 core, 2 supporting, 3 the rest.</param>
/// <param name="Rank">How much it is worth: 0 most.</param>
/// <param name="Page">Route of the page it is about.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Subject">What of the page.</param>
/// <param name="Detail">What about that; empty for nothing.</param>
public sealed record TestDraft(PlannedTest Test, string Folder, int Tier, int Rank, string Page, ExperimentKind Kind, string Subject, string Detail);
