using System.Globalization;
using System.Text.RegularExpressions;
using Autonoma.Planner.Folders;
using Autonoma.Planner.Pipeline.State;

namespace Autonoma.Planner.Gates;

/// <summary>What a path is to the gates.</summary>
public enum EntryKind
{
    /// <summary>A file with rules.</summary>
    Artifact,
    /// <summary>Says that a person has seen what a step made.</summary>
    Acknowledgement,
    /// <summary>The snapshot of the audit.</summary>
    Snapshot,
    /// <summary>The pipeline's own.</summary>
    State,
    /// <summary>Notes and pictures: nothing depends on them.</summary>
    Free,
}

/// <summary>A file within a plan, told by its path alone.</summary>
/// <param name="Folder">The plan.</param>
/// <param name="Path">Full path.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Artifact">Which artifact; null for other files.</param>
/// <param name="Acknowledged">Number of the step that is acknowledged; 0 for other files.</param>
public sealed partial record PlanEntry(PlanFolder Folder, string Path, EntryKind Kind, ArtifactKind? Artifact = null, int Acknowledged = 0)
{
    private static readonly string[] States = [PlanSeals.FolderName, Quarantine.FolderName];

    /// <summary>The file of a plan that a path means; null when it lies in no plan. The plan need not be there yet.</summary>
    /// <remarks>A folder called <c>autonoma</c> that is a repository itself is no plan. Links in the path are followed, so that a plan is found behind another name too.</remarks>
    /// <param name="path">Full path.</param>
    public static PlanEntry? Find(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var full = System.IO.Path.GetFullPath(path);
        return FindAsWritten(full) ?? (RealPath.Of(full) is var real && real != full ? FindAsWritten(real) : null);
    }

    /// <summary>What a path within a plan is.</summary>
    /// <param name="folder">The plan.</param>
    /// <param name="path">Full path; below the plan.</param>
    public static PlanEntry Of(PlanFolder folder, string path)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var full = System.IO.Path.GetFullPath(path);
        var parts = System.IO.Path.GetRelativePath(folder.Root, full).Split(System.IO.Path.DirectorySeparatorChar);
        return Classify(folder, full, parts);
    }

    private static PlanEntry? FindAsWritten(string full)
    {
        var parts = full.Split(System.IO.Path.DirectorySeparatorChar);
        for (var i = 0; i < parts.Length - 1; i++)
        {
            if (parts[i] != PlanFolder.FolderName)
                continue;
            var root = string.Join(System.IO.Path.DirectorySeparatorChar, parts[..(i + 1)]);
            if (Directory.Exists(System.IO.Path.Combine(root, ".git")) || File.Exists(System.IO.Path.Combine(root, ".git")))
                continue;
            var entry = Classify(new(root), full, parts[(i + 1)..]);
            if (entry.Kind != EntryKind.Free)
                return entry;
        }

        return null;
    }

    private static PlanEntry Classify(PlanFolder folder, string full, string[] parts)
    {
        if (States.Contains(parts[0]) || (parts.Length == 1 && (StateName().IsMatch(parts[0]) || parts[0].EndsWith(DurableFiles.PartSuffix, StringComparison.Ordinal))))
            return new(folder, full, EntryKind.State);
        if (full == folder.EntityAuditSnapshot)
            return new(folder, full, EntryKind.Snapshot, ArtifactKind.EntityAudit);
        if (parts.Length == 1 && Ack().Match(parts[0]) is { Success: true } ack)
            return new(folder, full, EntryKind.Acknowledgement, Acknowledged: int.Parse(ack.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
        // An artifact has its one place; a file of the same name elsewhere below the plan is somebody's notes.
        var kind = ArtifactPath.KindOf(System.IO.Path.Combine([PlanFolder.FolderName, .. parts]));
        var inPlace = kind switch
        {
            null => false,
            ArtifactKind.Test or ArtifactKind.Brief or ArtifactKind.TestIndex => parts[0] == System.IO.Path.GetFileName(folder.Tests),
            ArtifactKind.Skill => parts is ["skills", _],
            _ => parts.Length == 1,
        };
        return inPlace ? new(folder, full, EntryKind.Artifact, kind) : new(folder, full, EntryKind.Free);
    }

    [GeneratedRegex(@"^(?:\.step-[0-9]+-(?:started|completed)|\.pipeline-complete|\.reported\.json|\.pipeline\.lock)\z")]
    private static partial Regex StateName();

    [GeneratedRegex(@"^\.step-([1-5])-ack\z")]
    private static partial Regex Ack();
}
