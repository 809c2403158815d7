using Autonoma.Engine.Language;
using Autonoma.Planner.Folders;

namespace Autonoma.Planner.Pipeline;

/// <summary>One of the six steps: what it may read and what it writes.</summary>
/// <param name="Number">1 to 6, as people count.</param>
/// <param name="Key">Name on the command line.</param>
/// <param name="Name">Name on the platform.</param>
/// <param name="Reads">Files of earlier steps that it works from.</param>
/// <param name="Owes">Files that must be there when it is done.</param>
/// <param name="MayWrite">Further files that it may write.</param>
public sealed record StepDefinition(int Number, string Key, string Name, IReadOnlyList<ArtifactKind> Reads, IReadOnlyList<ArtifactKind> Owes, IReadOnlyList<ArtifactKind> MayWrite)
{
    /// <summary>0 to 5, as the platform counts.</summary>
    public int Index => Number - 1;

    /// <summary>Whether a person looks at what it made before the next begins.</summary>
    public bool IsReviewed => Number < PlanFolder.Steps;

    /// <summary>Whether it may write a kind of file.</summary>
    public bool Writes(ArtifactKind kind) => Owes.Contains(kind) || MayWrite.Contains(kind);

    /// <inheritdoc/>
    public override string ToString() => $"step {Number} ({Name})";
}

/// <summary>The six steps.</summary>
public static class PlanSteps
{
    /// <summary>In their order.</summary>
    public static IReadOnlyList<StepDefinition> All { get; } =
    [
        new(1, "knowledge-base", "Knowledge Base", [], [ArtifactKind.KnowledgeBase, ArtifactKind.Features], [ArtifactKind.Skill]),
        new(2, "entity-audit", "Entity Audit", [ArtifactKind.KnowledgeBase, ArtifactKind.Features], [ArtifactKind.EntityAudit], []),
        new(3, "scenarios", "Scenarios", [ArtifactKind.KnowledgeBase, ArtifactKind.Features, ArtifactKind.EntityAudit, ArtifactKind.Discover], [ArtifactKind.Scenarios], [ArtifactKind.Discover]),
        new(4, "implement", "Implement", [ArtifactKind.KnowledgeBase, ArtifactKind.EntityAudit, ArtifactKind.Scenarios, ArtifactKind.Discover, ArtifactKind.SdkEndpoint], [ArtifactKind.EndpointImplemented], [ArtifactKind.EntityAudit, ArtifactKind.Discover, ArtifactKind.SdkEndpoint]),
        new(5, "validate", "Validate", [ArtifactKind.EntityAudit, ArtifactKind.Scenarios, ArtifactKind.Discover, ArtifactKind.SdkEndpoint, ArtifactKind.EndpointImplemented, ArtifactKind.Recipes], [ArtifactKind.Recipes, ArtifactKind.ScenarioValidation, ArtifactKind.EndpointValidated], [ArtifactKind.Scenarios, ArtifactKind.Discover, ArtifactKind.SdkEndpoint]),
        new(6, "tests", "E2E Tests", [ArtifactKind.KnowledgeBase, ArtifactKind.Features, ArtifactKind.EntityAudit, ArtifactKind.Scenarios, ArtifactKind.Recipes, ArtifactKind.ScenarioValidation, ArtifactKind.Skill, ArtifactKind.Test, ArtifactKind.Brief, ArtifactKind.TestIndex], [ArtifactKind.TestIndex], [ArtifactKind.Test, ArtifactKind.Brief]),
    ];

    /// <summary>A step by its number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are 1 to 6.</exception>
    public static StepDefinition Of(int number) => number is >= 1 and <= PlanFolder.Steps ? All[number - 1] : throw new ArgumentOutOfRangeException(nameof(number), number, "Steps have the numbers 1 to 6.");

    /// <summary>The step that a file belongs to, before which it may not be written; 0 for facts of the endpoint, which may be there at any time.</summary>
    public static int StepOf(ArtifactKind kind) => kind switch
    {
        ArtifactKind.KnowledgeBase or ArtifactKind.Features or ArtifactKind.Skill => 1,
        ArtifactKind.EntityAudit => 2,
        ArtifactKind.Scenarios => 3,
        ArtifactKind.EndpointImplemented => 4,
        ArtifactKind.Recipes or ArtifactKind.ScenarioValidation or ArtifactKind.EndpointValidated => 5,
        ArtifactKind.Test or ArtifactKind.Brief or ArtifactKind.TestIndex => 6,
        ArtifactKind.Discover or ArtifactKind.SdkEndpoint => 0,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of artifact."),
    };

    /// <summary>A step by its number or its key; null when there is none.</summary>
    public static StepDefinition? Find(string text) => All.FirstOrDefault(step => step.Key.Equals(text, StringComparison.OrdinalIgnoreCase) || step.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) == text);

    /// <summary>The key that may have been meant; null when none is near.</summary>
    public static string? Nearest(string text) => Spelling.Nearest(text, All.Select(step => step.Key));
}
