using System.Text;
using Autonoma.Planner.Gates;
using Autonoma.Planner.Pipeline.State;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Planner.Hooks;

/// <summary>What a hook says.</summary>
/// <param name="IsAllowed">Whether the tool may go on, or what it did may stay.</param>
/// <param name="Text">For the agent; empty when there is nothing to say.</param>
/// <param name="Entry">The file of a plan that it was about; null for any other file.</param>
public sealed record HookVerdict(bool IsAllowed, string Text, PlanEntry? Entry = null)
{
    /// <summary>Nothing to say.</summary>
    public static HookVerdict Silent { get; } = new(true, "");
}

/// <summary>
/// Stands beside a coding agent that writes files of a plan. Where the host asks before it writes, a file that the gates refuse is never written; where it tells
/// afterwards, the file is taken out of its place. The plan is the one that the file lies in, whatever folder the agent works in.
/// </summary>
/// <param name="key">Signs; asked for only when a file of a plan is written.</param>
/// <param name="options">What gates go by.</param>
public sealed class PlanHook(Func<SealKey> key, PlanGateOptions options)
{
    /// <summary>Judges what a tool is about to write.</summary>
    public HookVerdict BeforeWrite(HookInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (PlanEntry.Find(input.File) is not { } entry || input.Outcome() is not { } content)
            return HookVerdict.Silent;
        var problems = Keeper(entry).Gate.Judge(entry, content, out _).Where(problem => problem.Severity == ProblemSeverity.Error).ToList();
        return problems.Count == 0 ? HookVerdict.Silent with { Entry = entry } : new(false, $"Not written: {Shown(entry)} breaks {Count(problems.Count)}.\n{Lines(entry, problems)}", entry);
    }

    /// <summary>Judges what a tool has written: a refused file is moved away, an accepted one moves the plan on.</summary>
    public HookVerdict AfterWrite(HookInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (PlanEntry.Find(input.File) is not { } entry || !File.Exists(entry.Path))
            return HookVerdict.Silent;
        var keeper = Keeper(entry);
        var placement = keeper.Inspect(entry.Path);
        if (!placement.IsAccepted)
            return new(false, $"Refused: {Shown(entry)} breaks {Count(placement.Problems.Count)} and was moved to {Shown(entry with { Path = placement.Refused! })}. Write it again, whole, at its place.\n{Lines(entry, placement.Problems)}", entry);
        keeper.MoveOn(entry);
        return placement.IsRepaired ? new(true, $"{Shown(entry)}: a count was put right.", entry) : HookVerdict.Silent with { Entry = entry };
    }

    private PlanKeeper Keeper(PlanEntry entry) => PlanKeeper.Of(entry.Folder, key(), options);

    private static string Shown(PlanEntry entry) => Path.GetRelativePath(entry.Folder.Repository, entry.Path).Replace('\\', '/');

    private static string Count(int count) => count == 1 ? "a rule" : $"{count} rules";

    private static string Lines(PlanEntry entry, IReadOnlyList<Problem> problems)
    {
        var text = new StringBuilder();
        foreach (var problem in problems)
            text.Append(problem with { File = problem.File.Length == 0 ? "" : Path.GetRelativePath(entry.Folder.Repository, problem.File).Replace('\\', '/') }).Append('\n');
        return text.ToString();
    }
}
