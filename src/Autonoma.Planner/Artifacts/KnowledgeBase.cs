using Autonoma.Planner.Artifacts.Text;

namespace Autonoma.Planner.Artifacts;

/// <summary>What <c>AUTONOMA.md</c> says: the application as its users see it. Written by step 1.</summary>
public sealed record KnowledgeBase
{
    /// <summary>Name as the UI shows it.</summary>
    public required string AppName { get; init; }

    /// <summary>What it does, for whom: 20 characters at least.</summary>
    public required string AppDescription { get; init; }

    /// <summary>Areas of the application; at least one is core.</summary>
    public required IReadOnlyList<CoreFlow> CoreFlows { get; init; }

    /// <summary>Number of features in features.json.</summary>
    public required int FeatureCount { get; init; }

    /// <summary>Number of files under skills/; null when there are none, as in current plans.</summary>
    public int? SkillCount { get; init; }

    /// <summary>Markdown below the front matter.</summary>
    public string Body { get; init; } = "";

    /// <summary>The text of the file.</summary>
    public string Write()
    {
        var text = new FrontMatterText().Add("app_name", AppName).Add("app_description", AppDescription)
            .AddEach("core_flows", CoreFlows, (entry, flow) => entry.Add("feature", flow.Feature).Add("description", flow.Description).Add("core", flow.IsCore))
            .Add("feature_count", FeatureCount);
        if (SkillCount is { } skills)
            text.Add("skill_count", skills);
        return text.End(Body);
    }
}

/// <summary>An area of the application.</summary>
/// <param name="Feature">Its name as the UI says it.</param>
/// <param name="Description">What it does.</param>
/// <param name="IsCore">Whether users would leave at once if it broke silently.</param>
public sealed record CoreFlow(string Feature, string Description, bool IsCore);
