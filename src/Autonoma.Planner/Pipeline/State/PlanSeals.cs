using Autonoma.Planner.Folders;
using Autonoma.Planner.Gates;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Planner.Pipeline.State;

/// <summary>
/// Tells sentinels that the pipeline wrote from those that somebody else did. Beside the sentinels, in <c>.seals/</c>, lies for each the hash of every file that
/// it attests, signed with a key that is in no repository: a file that was touched into being has no seal, one that was copied has a wrong one, and one whose
/// ground has changed since says which file it was.
/// </summary>
/// <param name="folder">The plan.</param>
/// <param name="key">Signs.</param>
/// <param name="disk">Writes.</param>
public sealed class PlanSeals(PlanFolder folder, SealKey key, DurableFiles disk)
{
    /// <summary>Name of the folder of seals.</summary>
    public const string FolderName = ".seals";

    private const int MostBytes = 64 * 1024 * 1024;

    /// <summary>Seals a sentinel, before it is written.</summary>
    /// <param name="sentinel">Full path.</param>
    /// <param name="content">What it will hold.</param>
    /// <param name="over">Full paths of what it attests; one that is not there is sealed as not being there.</param>
    public void Write(string sentinel, byte[] content, IEnumerable<string> over)
    {
        ArgumentNullException.ThrowIfNull(over);
        var hashes = over.Distinct(StringComparer.Ordinal).Where(path => path != sentinel).ToDictionary(Relative, path => Seal.HashOf(FileSource.Disk.Read(path, MostBytes)), StringComparer.Ordinal);
        hashes[Relative(sentinel)] = Seal.HashOf(content);
        Write(Path.GetFileName(sentinel), hashes);
    }

    /// <summary>Seals a sentinel anew over what its files hold now: a later step may have changed one of them as it was allowed to.</summary>
    public void Renew(string sentinel)
    {
        if (Read(sentinel) is { } seal)
            Write(seal.Of, seal.Over.Keys.ToDictionary(path => path, path => Seal.HashOf(FileSource.Disk.Read(Path.Combine(folder.Repository, path), MostBytes)), StringComparer.Ordinal));
    }

    /// <summary>Removes the seal of a sentinel.</summary>
    public void Remove(string sentinel) => disk.Delete(FileOf(sentinel));

    /// <summary>What is wrong with a sentinel; nothing when the pipeline wrote it and all that it attests is as it was.</summary>
    /// <param name="sentinel">Full path; it is there.</param>
    public IReadOnlyList<Problem> Check(string sentinel)
    {
        var name = Path.GetFileName(sentinel);
        var seal = Read(sentinel);
        if (seal is null)
            return [GateRules.Problem(GateRules.Unsealed, sentinel, $"'{name}' was not written by the pipeline: it has no seal.", "Remove it, and let the pipeline write it: 'autonoma plan --resume', or the hooks of the plugin.")];
        if (seal.Of != name || !key.Sign(folder.Root, seal.Signed).Equals(seal.Signature, StringComparison.Ordinal))
            return [GateRules.Problem(GateRules.Foreign, sentinel, $"The seal of '{name}' was made for another plan, on another machine or by hand.", $"Do the step again here; machines that share a plan share {SealKey.Variable}.")];
        return [.. Changed(seal).Select(path => GateRules.Problem(GateRules.Stale, sentinel, $"'{path}' was changed after '{name}' was written, which attests what was there before.", "Do the step again that writes it, or take the change back."))];
    }

    /// <summary>Files that a genuine seal attests and that are no longer as they were, relative to the repository; null when it is not genuine.</summary>
    internal IReadOnlyList<string>? ChangedUnder(string sentinel)
        => Read(sentinel) is { } seal && seal.Of == Path.GetFileName(sentinel) && key.Sign(folder.Root, seal.Signed) == seal.Signature ? [.. Changed(seal)] : null;

    private IEnumerable<string> Changed(Seal seal)
        => seal.Over.Where(pair => Seal.HashOf(FileSource.Disk.Read(Path.Combine(folder.Repository, pair.Key), MostBytes)) != pair.Value).Select(pair => pair.Key).Order(StringComparer.Ordinal);

    private void Write(string of, IReadOnlyDictionary<string, string> over)
        => disk.Write(FileOf(of), System.Text.Encoding.UTF8.GetBytes(new Seal(of, over, key.Sign(folder.Root, Seal.Text(of, over))).Write()));

    private Seal? Read(string sentinel) => FileSource.Disk.Read(FileOf(sentinel), MostBytes) is { } content ? Seal.Read(content) : null;

    private string FileOf(string sentinel) => Path.Combine(folder.Root, FolderName, Path.GetFileName(sentinel).TrimStart('.') + ".json");

    private string Relative(string path) => Path.GetRelativePath(folder.Repository, path).Replace('\\', '/');
}
