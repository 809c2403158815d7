namespace Autonoma.Planner.CodeAnalysis;

/// <summary>How a codebase is analysed.</summary>
public sealed record AnalysisOptions
{
    /// <summary>In which order files are listed. The result does not depend on it; tests pass another to see that.</summary>
    internal Comparison<string>? FileOrder { get; init; }
}
