using System.Text.Json.Nodes;
using Autonoma.Planner.Artifacts.Text;

namespace Autonoma.Planner.Artifacts;

/// <summary>What <c>features.json</c> says: every feature that was found. Written by step 1.</summary>
public sealed record FeatureInventory
{
    /// <summary>The features; at least one is core.</summary>
    public required IReadOnlyList<Feature> Features { get; init; }

    /// <summary>Number of pages that have an address.</summary>
    public int TotalRoutes { get; init; }

    /// <summary>Number of routes that answer data.</summary>
    public int TotalApiRoutes { get; init; }

    /// <summary>The text of the file; the total is counted.</summary>
    public string Write() => JsonText.Write(new JsonObject
    {
        ["features"] = JsonText.List(Features.Select(feature => new JsonObject
        {
            ["name"] = feature.Name,
            ["type"] = feature.Type.ToString().ToLowerInvariant(),
            ["path"] = feature.Path,
            ["core"] = feature.IsCore,
        })),
        ["total_features"] = Features.Count,
        ["total_routes"] = TotalRoutes,
        ["total_api_routes"] = TotalApiRoutes,
    });
}

/// <summary>A feature of the application.</summary>
/// <param name="Name">As the UI says it.</param>
/// <param name="Type">What kind of thing it is.</param>
/// <param name="Path">Its route, or its file.</param>
/// <param name="IsCore">As in the core flows of AUTONOMA.md.</param>
public sealed record Feature(string Name, FeatureType Type, string Path, bool IsCore);

/// <summary>What kind of thing a feature is; written in lower case.</summary>
public enum FeatureType
{
    /// <summary>A page of its own.</summary>
    Page,
    /// <summary>A route that answers data.</summary>
    Api,
    /// <summary>Several pages in order.</summary>
    Flow,
    /// <summary>A part of pages.</summary>
    Component,
    /// <summary>A dialog.</summary>
    Modal,
    /// <summary>Settings.</summary>
    Settings,
}
