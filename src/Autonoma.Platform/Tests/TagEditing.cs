using System.Text.RegularExpressions;
using Autonoma.Engine.Suites;
using Autonoma.Engine.Suites.Yaml;

namespace Autonoma.Platform.Tests;

/// <summary>Changes one tag in the text of a test, and nothing else of it.</summary>
public static partial class TagEditing
{
    private const string Key = "tags";

    /// <summary>Gives a tag another name, or takes it away.</summary>
    /// <param name="content">The test.</param>
    /// <param name="tag">The tag.</param>
    /// <param name="name">Its new name; a test that has that already keeps it once. Null takes the tag away.</param>
    /// <returns>The text; null when its tags are written so that nobody but its author can tell how to change them.</returns>
    public static string? Change(string content, string tag, string? name)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(tag);
        var lines = content.Split('\n');
        var first = Array.FindIndex(lines, line => line.Trim('\uFEFF', ' ', '\t', '\r').Length > 0);
        var end = first < 0 ? -1 : Array.FindIndex(lines, first + 1, line => line.TrimEnd() is "---" or "...");
        var problems = new List<Diagnostic>();
        if (end < 0 || YamlText.Read(string.Join('\n', lines[(first + 1)..end].Select(line => line.TrimEnd('\r'))), "", first + 1, problems) is not YamlMap map || problems.Count > 0)
            return null;
        if (map.Entries.FirstOrDefault(one => one.Key.Text.Equals(Key, StringComparison.OrdinalIgnoreCase)) is not { } entry || Written(entry.Value) is not { } written)
            return null;
        var tags = written.Select(one => one == tag ? name : one).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var from = entry.Key.Line - 1;
        var to = map.Entries.Where(one => one.Key.Line > entry.Key.Line).Select(one => one.Key.Line - 1).DefaultIfEmpty(end).Min();
        // Blank lines and remarks below belong to what follows.
        while (to - 1 > from && lines[to - 1].Trim() is "" or ['#', ..])
            to--;
        var ending = lines[from].EndsWith('\r') ? "\r" : "";
        var changed = string.Join('\n', [.. lines[..from], .. Lines(entry, tags, lines).Select(line => line + ending), .. lines[to..]]);
        // However odd the YAML was: what is read from it afterwards is what was meant, or nothing is changed.
        return TestFileReader.ReadText(changed).TestCase?.Tags.SequenceEqual(tags, StringComparer.Ordinal) == true ? changed : null;
    }

    // In the form that the author chose: a line with commas, a list in brackets, or one item a line.
    private static IEnumerable<string> Lines(YamlEntry entry, List<string> tags, string[] lines)
    {
        if (tags.Count == 0)
            return [];
        var key = $"{lines[entry.Key.Line - 1][..(entry.Key.Column - 1)]}{entry.Key.Text}:";
        if (entry.Value is YamlList list && list.Line > entry.Key.Line && lines[list.Line - 1][(list.Column - 1)..].StartsWith('-'))
            return [key, .. tags.Select(tag => $"{lines[list.Line - 1][..(list.Column - 1)]}- {Scalar(tag)}")];
        return entry.Value is YamlScalar && tags.All(tag => Plain().IsMatch(tag)) ? [$"{key} {string.Join(", ", tags)}"] : [$"{key} [{string.Join(", ", tags.Select(Scalar))}]"];
    }

    // As the reader of tests takes them.
    private static List<string>? Written(YamlNode value) => value switch
    {
        YamlScalar { IsNull: false } line => [.. line.Text.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Bare)],
        YamlList list when list.Items.All(item => item is YamlScalar { IsNull: false }) => [.. list.Items.Select(item => Bare(((YamlScalar)item).Text.Trim()))],
        _ => null,
    };

    private static string Bare(string tag) => tag.TrimStart('@', '#');

    private static string Scalar(string tag) => Plain().IsMatch(tag) && !new YamlScalar(tag, IsPlain: true, 1, 1).IsNull ? tag : $"\"{tag.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    [GeneratedRegex(@"^[\p{L}\p{N}_][\p{L}\p{N}_./+ -]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Plain();
}
