using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Autonoma.Planner.Folders;

namespace Autonoma.Planning;

/// <summary>A plan that is done, as the calls that would write it again.</summary>
/// <param name="planned">The repository it was made for, with what was written into it.</param>
/// <param name="bare">The same repository as it was before.</param>
internal sealed partial class FinishedPlan(string planned, string bare)
{
    private readonly PlanFolder _plan = new(Path.Combine(planned, PlanFolder.FolderName));

    /// <summary>A wrong attempt at a step, then all of it.</summary>
    public IEnumerable<Turn> TurnsOf(int step)
    {
        yield return new("list_files", new() { ["contains"] = ".cs" }, "");
        yield return Wrong(step);
        var isFirst = true;
        foreach (var turn in Right(step))
        {
            yield return isFirst ? turn with { Expects = "error", IsAfterWrong = true } : turn;
            isFirst = false;
        }
    }

    private Turn Wrong(int step)
    {
        var test = Tests().First();
        return step switch
        {
            1 => Write(_plan.KnowledgeBase, text => text.Replace("core: true", "core: false", StringComparison.Ordinal)),
            2 => Write(_plan.EntityAudit, text => Owner().Replace(text, "owner: Nobody", 1), from: _plan.EntityAuditSnapshot),
            3 => Write(_plan.Scenarios, text => ScenarioCount().Replace(text, "scenario_count: 9", 1)),
            4 => Write(_plan.EndpointImplemented, text => Handler().Replace(text, "handler: Nowhere/Nothing.cs", 1)),
            5 => Write(_plan.Recipes, text => Token().Replace(text, "{{nobody_says_this}}", 1)),
            _ => Write(test, text => Claim().Replace(text, "$1Click the \"Close\" button")),
        };
    }

    private IEnumerable<Turn> Right(int step) => step switch
    {
        1 => [Accepted(_plan.KnowledgeBase), Accepted(_plan.Features)],
        2 => [Write(_plan.EntityAudit, text => text, from: _plan.EntityAuditSnapshot)],
        3 => [.. Optional(_plan.Discover), Accepted(_plan.Scenarios)],
        4 => [.. Sources(), .. Optional(_plan.Discover), .. File.ReadAllText(_plan.EntityAudit) == File.ReadAllText(_plan.EntityAuditSnapshot) ? (Turn[])[] : [Accepted(_plan.EntityAudit)], Accepted(_plan.EndpointImplemented)],
        5 => [new("prove_scenarios", new() { ["recipes"] = File.ReadAllText(_plan.Recipes) }, "")],
        _ => [.. Tests().Select(Accepted), Accepted(_plan.TestIndex)],
    };

    private IEnumerable<Turn> Optional(string path) => File.Exists(path) ? [Accepted(path)] : [];

    // What the step changed in the app: not the plan, not what was built.
    private IEnumerable<Turn> Sources()
    {
        foreach (var file in Directory.EnumerateFiles(planned, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var path = Path.GetRelativePath(planned, file).Replace('\\', '/');
            if (path.Split('/').Any(part => part is "bin" or "obj" || part[0] == '.') || path.StartsWith(PlanFolder.FolderName + "/", StringComparison.Ordinal) || path == "autonoma.yaml")
                continue;
            var before = Path.Combine(bare, path);
            if (!File.Exists(before) || !File.ReadAllBytes(before).AsSpan().SequenceEqual(File.ReadAllBytes(file)))
                yield return new("write_source", new() { ["path"] = path, ["content"] = File.ReadAllText(file) }, "");
        }
    }

    private IEnumerable<string> Tests()
        => Directory.EnumerateFiles(_plan.Tests, "*.md", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) is not ("INDEX.md" or "brief.md") && !Path.GetRelativePath(_plan.Tests, file).StartsWith('.')).Order(StringComparer.Ordinal);

    private Turn Accepted(string path) => Write(path, text => text);

    private Turn Write(string path, Func<string, string> change, string? from = null)
        => new("write_artifact", new() { ["path"] = Path.GetRelativePath(_plan.Root, path).Replace('\\', '/'), ["content"] = change(File.ReadAllText(from ?? path)) }, "");

    [GeneratedRegex(@"owner: \w+")]
    private static partial Regex Owner();

    [GeneratedRegex(@"scenario_count: \d+")]
    private static partial Regex ScenarioCount();

    [GeneratedRegex(@"handler: .+")]
    private static partial Regex Handler();

    [GeneratedRegex(@"\{\{\w+\}\}")]
    private static partial Regex Token();

    [GeneratedRegex(@"^(\d+\. )(?:Verify|Assert|Check that).*$", RegexOptions.Multiline)]
    private static partial Regex Claim();
}
