using Autonoma.Planner.Validation.Reading;
using Autonoma.Planner.Validation.Rules;

namespace Autonoma.Planner.Documents;

/// <summary>Front matter and what follows it. Delimiters are whole lines: three hyphens inside a value are part of the value.</summary>
/// <param name="Root">Keys of the front matter; null when they cannot be read, which was reported.</param>
/// <param name="Body">Text below it.</param>
/// <param name="BodyLine">1-based line that the body begins in.</param>
internal sealed record FrontMatter(MapNode? Root, string Body, int BodyLine)
{
    /// <summary>Reads text; null when it has no front matter, which is then reported.</summary>
    public static FrontMatter? Read(SourceText source, Report report)
    {
        var lines = source.Lines;
        if (lines[0].TrimEnd() != "---")
        {
            var later = Array.FindIndex(lines, line => line.TrimEnd() == "---");
            var fix = lines[0].StartsWith("---", StringComparison.Ordinal) ? "Nothing else may stand on that line." : later > 0 && lines.Take(later).All(string.IsNullOrWhiteSpace) ? "Remove the empty lines above it." : "Write --- on the first line, the keys, and --- again.";
            report.Add(FrontMatterRules.Opening, 1, 1, "", $"The file must begin with a line of three hyphens, and it begins with '{DocumentNode.Short(lines[0], 40)}'.", fix);
            return null;
        }

        var end = Array.FindIndex(lines, 1, line => line.TrimEnd() == "---");
        if (end < 0)
        {
            report.Add(FrontMatterRules.Closing, 1, 1, "", "The front matter begins with --- and never ends.", "Write --- on a line of its own below the last key.");
            return null;
        }

        var root = new YamlSource(lines, report).Read(string.Join('\n', lines[1..end]), 1);
        return new(root, string.Join('\n', lines[(end + 1)..]), end + 2);
    }
}
