using Autonoma.Planner.Artifacts;

namespace Autonoma.Planner.CodeAnalysis.Scaffolding;

/// <summary>How an Environment Factory is scaffolded.</summary>
public sealed record ScaffoldOptions
{
    /// <summary>What step 2 found; null to read the code anew.</summary>
    public EntityAudit? Audit { get; init; }

    /// <summary>Name of the project that answers requests, where the codebase has several; null for the only one.</summary>
    public string? Project { get; init; }

    /// <summary>Where the endpoint answers.</summary>
    public string Route { get; init; } = "/api/autonoma";

    /// <summary>Version of the SDK's packages; null for that of this library.</summary>
    public string? SdkVersion { get; init; }

    /// <summary>Folder that holds the projects of the SDK's source, to be used instead of packages; null for packages.</summary>
    public string? SdkSource { get; init; }

    /// <summary>Whether files that somebody has changed since they were written are written again.</summary>
    public bool Overwrites { get; init; }
}
