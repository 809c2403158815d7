namespace Autonoma.Planner.CodeAnalysis.Projects;

/// <summary>What code is read with.</summary>
/// <param name="WithSdk">Whether the Environment Factory SDK is bound, for code that uses it.</param>
internal sealed record LoadOptions(bool WithSdk)
{
    public static readonly LoadOptions Default = new(false);

    /// <summary>With the SDK, and with files as they are about to be.</summary>
    public static readonly LoadOptions Sdk = new(true);

    /// <summary>Texts by full path that count instead of what is on disk, or beside it.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Symbols that are defined beside those of the framework: what is compiled only for developers counts too.</summary>
    public IReadOnlyList<string> Symbols { get; init; } = [];
}
