using System.Globalization;
using System.Text;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Planner.Validation.Rules;

/// <summary>The reference page of the rules, written from the catalogue.</summary>
public static class RuleReference
{
    private const int LongestExample = 110;

    /// <summary>The page as Markdown.</summary>
    public static string Write()
    {
        var page = new StringBuilder("# Rules of a plan\n\n")
            .Append("What `autonoma validate` demands of the files under `autonoma/`. A broken error makes a file invalid, a broken warning does not. ")
            .Append("All problems are told at once, each with file, line, column, place in the document, what was found and what to do.\n\n")
            .Append("A file is checked by itself and against the files that come before it, so that of two that disagree the later one is refused. ")
            .Append("The examples are changes of one small valid plan: kept on the left, broken on the right. ")
            .Append("This page is written from the catalogue in the code (`RuleCatalogue`), and a test holds them together. ")
            .Append("Where the rules of older planners contradict each other, [this](../decisions/planner-contradictions.md) is how it was settled.\n");
        foreach (var group in RuleCatalogue.All.GroupBy(rule => rule.Group))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {group.Key}\n\n| Code | Demands | Kept | Broken |\n| --- | --- | --- | --- |\n");
            foreach (var rule in group)
            {
                var severity = rule.Severity == ProblemSeverity.Warning ? " (warning)" : "";
                page.Append(CultureInfo.InvariantCulture, $"| {rule.Code}{severity} | {rule.Demand.Replace("|", "\\|", StringComparison.Ordinal)} | {Shown(rule.Right.Count > 0 ? rule.Right[^1] : rule.Wrong[0], rule.Right.Count > 0)} | {Shown(rule.Wrong[rule.Right.Count > 0 ? ^1 : 0], wrong: true)} |\n");
            }
        }

        return page.ToString();
    }

    private static string Shown(Edit edit, bool wrong)
    {
        if (edit.From is null)
            return edit.Bytes is not null ? wrong ? edit.To! : "" : wrong ? edit.To is null ? "no such file" : Code(edit.To) : edit.To is null ? $"`{Path.GetFileName(edit.File)}`" : "";
        return Code((wrong ? edit.To : edit.From)!);
    }

    private static string Code(string text)
    {
        var line = string.Join(" ⏎ ", text.TrimEnd('\n').Split('\n').Select(part => part.Trim()));
        line = line.Replace("\t", "⇥", StringComparison.Ordinal).Replace("\0", "␀", StringComparison.Ordinal).Replace("\uFEFF", "U+FEFF ", StringComparison.Ordinal).Replace("`", "'", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);
        return line.Length == 0 ? "(nothing)" : $"`{(line.Length > LongestExample ? line[..LongestExample] + " …" : line)}`";
    }
}
