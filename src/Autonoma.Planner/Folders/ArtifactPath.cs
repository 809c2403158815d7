using Autonoma.Engine.Language;

namespace Autonoma.Planner.Folders;

/// <summary>What a file is by its name and place. Nothing is guessed: a path that says nothing is no artifact.</summary>
public static class ArtifactPath
{
    /// <summary>Folder of tests by convention.</summary>
    private const string TestFolder = "qa-tests";

    private static readonly Dictionary<string, ArtifactKind> Names = new(StringComparer.Ordinal)
    {
        ["AUTONOMA.md"] = ArtifactKind.KnowledgeBase,
        ["features.json"] = ArtifactKind.Features,
        ["entity-audit.md"] = ArtifactKind.EntityAudit,
        [".entity-audit-step2.md"] = ArtifactKind.EntityAudit,
        ["scenarios.md"] = ArtifactKind.Scenarios,
        ["discover.json"] = ArtifactKind.Discover,
        ["scenario-recipes.json"] = ArtifactKind.Recipes,
        [".scenario-validation.json"] = ArtifactKind.ScenarioValidation,
        [".sdk-endpoint"] = ArtifactKind.SdkEndpoint,
        [".endpoint-implemented"] = ArtifactKind.EndpointImplemented,
        [".endpoint-validated"] = ArtifactKind.EndpointValidated,
    };

    /// <summary>What a file is; null when it is no artifact, or exempt: INDEX.md below a folder of tests, README.md, anything in a folder that begins with a dot.</summary>
    /// <param name="path">The file, relative or not; it need not be there.</param>
    public static ArtifactKind? KindOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var parts = path.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0)
            return null;
        var name = parts[^1];
        var tests = Array.LastIndexOf(parts[..^1], TestFolder);
        if (tests >= 0)
            return KindOfTest(parts[(tests + 1)..]);
        if (parts is [.., PlanFolder.FolderName, "skills", _] && name.EndsWith(".md", StringComparison.OrdinalIgnoreCase))
            return ArtifactKind.Skill;
        return Names.TryGetValue(name, out var kind) ? kind : null;
    }

    /// <summary>The name of an artifact that somebody may have meant by another; null when none is near.</summary>
    public static string? Nearest(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Spelling.Nearest(Path.GetFileName(path), Names.Keys.Append("INDEX.md"));
    }

    /// <summary>The plan that a file belongs to.</summary>
    /// <param name="path">The file.</param>
    /// <param name="kind">What it is.</param>
    public static PlanFolder PlanOf(string path, ArtifactKind kind)
    {
        ArgumentNullException.ThrowIfNull(path);
        var full = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(full) ?? full;
        if (kind is ArtifactKind.Test or ArtifactKind.Brief or ArtifactKind.TestIndex)
        {
            for (var inner = folder; inner is not null; inner = Path.GetDirectoryName(inner))
            {
                if (Path.GetFileName(inner) == TestFolder)
                    return new(Path.GetDirectoryName(inner) ?? inner);
            }
        }

        return new(kind is ArtifactKind.TestIndex or ArtifactKind.Skill ? Path.GetDirectoryName(folder) ?? folder : folder);
    }

    /// <summary>The artifacts of a plan that are there, in the order of the pipeline.</summary>
    internal static IEnumerable<(string Path, ArtifactKind Kind)> FilesOf(PlanFolder folder, FileSource files)
    {
        ArtifactKind[] single =
        [
            ArtifactKind.KnowledgeBase, ArtifactKind.Features, ArtifactKind.EntityAudit, ArtifactKind.Scenarios, ArtifactKind.Discover, ArtifactKind.SdkEndpoint,
            ArtifactKind.EndpointImplemented, ArtifactKind.Recipes, ArtifactKind.ScenarioValidation, ArtifactKind.EndpointValidated,
        ];
        foreach (var kind in single.Where(kind => files.Exists(folder.PathOf(kind)!)))
            yield return (folder.PathOf(kind)!, kind);
        foreach (var skill in files.List(folder.Skills).Where(file => file.EndsWith(".md", StringComparison.OrdinalIgnoreCase)))
            yield return (skill, ArtifactKind.Skill);
        foreach (var file in files.List(folder.Tests).Where(file => file != folder.TestIndex))
        {
            if (KindOfTest(Path.GetRelativePath(folder.Tests, file).Split(['/', '\\'])) is { } kind)
                yield return (file, kind);
        }

        if (files.Exists(folder.TestIndex))
            yield return (folder.TestIndex, ArtifactKind.TestIndex);
    }

    // Parts below qa-tests. A folder's own index and notes are for people.
    private static ArtifactKind? KindOfTest(string[] parts)
    {
        var name = parts[^1];
        if (parts.Any(part => part.StartsWith('.')) || !name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || name.Equals("README.md", StringComparison.OrdinalIgnoreCase))
            return null;
        if (name.Equals("INDEX.md", StringComparison.OrdinalIgnoreCase))
            return parts.Length == 1 && name == "INDEX.md" ? ArtifactKind.TestIndex : null;
        return name.Equals("brief.md", StringComparison.OrdinalIgnoreCase) ? ArtifactKind.Brief : ArtifactKind.Test;
    }
}
