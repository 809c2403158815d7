using System.Text;
using Autonoma.Planner.Folders;
using Autonoma.Planner.Pipeline.State;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Planner.Gates;

/// <summary>
/// Where refused files go, with what was wrong beside them: what is not in its place opens no gate. A refused file keeps its path below <c>.refused/</c>, so that
/// the same refusal leaves the same files; the last one stays.
/// </summary>
/// <param name="folder">The plan.</param>
/// <param name="disk">Writes.</param>
public sealed class Quarantine(PlanFolder folder, DurableFiles disk)
{
    /// <summary>Name of the folder.</summary>
    public const string FolderName = ".refused";

    /// <summary>Takes a file out of its place.</summary>
    /// <param name="path">Full path; it is there.</param>
    /// <param name="problems">Why.</param>
    /// <returns>Where it is now.</returns>
    public string Take(string path, IReadOnlyList<Problem> problems)
    {
        var target = Target(path);
        disk.Move(path, target);
        Explain(target, problems);
        return target;
    }

    /// <summary>Keeps what was never put into its place.</summary>
    /// <returns>Where it is.</returns>
    public string Keep(string path, byte[] content, IReadOnlyList<Problem> problems)
    {
        var target = Target(path);
        disk.Write(target, content);
        Explain(target, problems);
        return target;
    }

    /// <summary>Forgets an earlier refusal of a file that has since been accepted.</summary>
    public void Forget(string path)
    {
        var target = Target(path);
        disk.Delete(target);
        disk.Delete(target + ".problems.txt");
    }

    private string Target(string path) => Path.Combine(folder.Root, FolderName, Path.GetRelativePath(folder.Root, path));

    private void Explain(string target, IReadOnlyList<Problem> problems)
        => disk.Write(target + ".problems.txt", Encoding.UTF8.GetBytes(string.Concat(problems.Select(problem => $"{problem with { File = Shown(problem.File) }}\n"))));

    private string Shown(string file) => file.Length == 0 ? "" : Path.GetRelativePath(folder.Repository, file).Replace('\\', '/');
}
