namespace Autonoma.Planner.Folders;

/// <summary>What a file of a plan is.</summary>
public enum ArtifactKind
{
    /// <summary>AUTONOMA.md.</summary>
    KnowledgeBase,
    /// <summary>features.json.</summary>
    Features,
    /// <summary>entity-audit.md, and its snapshot.</summary>
    EntityAudit,
    /// <summary>scenarios.md.</summary>
    Scenarios,
    /// <summary>discover.json.</summary>
    Discover,
    /// <summary>scenario-recipes.json.</summary>
    Recipes,
    /// <summary>.scenario-validation.json.</summary>
    ScenarioValidation,
    /// <summary>.sdk-endpoint.</summary>
    SdkEndpoint,
    /// <summary>.endpoint-implemented.</summary>
    EndpointImplemented,
    /// <summary>.endpoint-validated.</summary>
    EndpointValidated,
    /// <summary>A test under qa-tests.</summary>
    Test,
    /// <summary>qa-tests/INDEX.md.</summary>
    TestIndex,
    /// <summary>brief.md of a folder of tests: exempt from the rules of tests.</summary>
    Brief,
    /// <summary>A file of skills/.</summary>
    Skill,
}
