using Autonoma.Planner.Artifacts.Text;

namespace Autonoma.Planner.Artifacts;

/// <summary>What <c>brief.md</c> of a folder of tests says: what whoever writes its tests must know. No test itself.</summary>
public sealed record FolderBrief
{
    /// <summary>The feature.</summary>
    public required string Feature { get; init; }

    /// <summary>Flow of the knowledge base.</summary>
    public required string Flow { get; init; }

    /// <summary>1 core, 2 supporting, 3 the rest.</summary>
    public required int Tier { get; init; }

    /// <summary>Models of the scenarios that its tests look at.</summary>
    public IReadOnlyList<string> ScenarioEntities { get; init; } = [];

    /// <summary>How to get there.</summary>
    public string? Navigation { get; init; }

    /// <summary>Markdown: interactive elements, what is out of scope.</summary>
    public string Body { get; init; } = "";

    /// <summary>The text of the file.</summary>
    public string Write() => new FrontMatterText().Add("feature", Feature).Add("flow", Flow).Add("tier", Tier).Add("scenario_entities", ScenarioEntities).AddIfAny("navigation", Navigation).End(Body);
}
