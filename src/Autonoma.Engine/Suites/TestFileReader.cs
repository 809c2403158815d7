using Autonoma.Engine.Suites.Body;
using Autonoma.Engine.Suites.FrontMatter;
using Autonoma.Engine.Suites.Yaml;

namespace Autonoma.Engine.Suites;

/// <summary>
/// Reads tests: Markdown with front matter, in either dialect. Reports everything that is wrong at once, with its exact place.
/// Deterministic, stateless, safe for concurrent use.
/// </summary>
public static class TestFileReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="root">Folder of the suite, for <see cref="TestCase.RelativePath"/>; null for the file's own folder.</param>
    /// <exception cref="Driving.UserInputException">The file does not exist or cannot be read.</exception>
    public static TestFile Read(string path, string? root = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new Driving.UserInputException($"The test file '{path}' cannot be read: {e.Message}", e);
        }

        var folder = root ?? Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".";
        return ReadText(text, path, Path.GetRelativePath(folder, path).Replace('\\', '/'));
    }

    /// <summary>Reads text that is no file, or not yet.</summary>
    /// <param name="text">Markdown with or without front matter.</param>
    /// <param name="path">Path for messages; empty when there is none.</param>
    /// <param name="relativePath">Path relative to the suite's folder.</param>
    public static TestFile ReadText(string text, string path = "", string relativePath = "")
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(path);
        var diagnostics = new List<Diagnostic>();
        var lines = Lines(text);
        var (yaml, yamlLine, bodyFrom) = FrontMatterOf(lines, path, diagnostics);
        var broken = diagnostics.Count > 0;
        if (bodyFrom == lines.Count && !broken)
            diagnostics.Add(new("no-steps", DiagnosticSeverity.Error, path, lines.Count, 1, "There are no steps.", "Write below the front matter what to do, one step a line."));
        YamlNode? root = null;
        if (yaml is not null)
        {
            root = YamlText.Read(yaml, path, yamlLine, diagnostics);
            broken |= diagnostics.Any(diagnostic => diagnostic.Code == "yaml-syntax");
        }

        var test = new FrontMatterReader(path, diagnostics).Read(root);
        var body = new BodyReader(path, diagnostics);
        if (bodyFrom < lines.Count)
            test = body.Read(lines[bodyFrom..], test with { RelativePath = relativePath });
        if (test.Title.Length == 0)
            test = test with { Title = TitleOf(path) };
        var sorted = diagnostics.OrderBy(diagnostic => diagnostic.Line).ThenBy(diagnostic => diagnostic.Column).ToList();
        // Without readable front matter the test would start at another address than its author wrote: better none at all.
        return new(path, broken || test.Steps.Count == 0 ? null : test, sorted, body.Notes) { LooksLikeTest = broken || body.HasSteps || HasTestKey(root) };
    }

    /// <summary>Whether text begins with front matter.</summary>
    public static bool HasFrontMatter(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = Lines(text);
        return lines.FirstOrDefault(line => line.Text.Trim().Length > 0).Text is { } first && first.TrimEnd() == "---";
    }

    // "title" and "description" stand in front matter of every kind, so they say nothing.
    private static bool HasTestKey(YamlNode? root)
        => root is YamlMap map && map.Entries.Any(entry => entry.Key.Text is "url" or "flow" or "category" or "priority" or "criticality" or "viewport" or "retries" or "verification");

    private static List<SourceLine> Lines(string text)
    {
        var number = 0;
        return [.. text.TrimStart('\uFEFF').Split('\n').Select(line => new SourceLine(line.TrimEnd('\r'), ++number, 1))];
    }

    private static (string? Yaml, int LineOffset, int BodyFrom) FrontMatterOf(List<SourceLine> lines, string path, List<Diagnostic> diagnostics)
    {
        var first = lines.FindIndex(line => line.Text.Trim().Length > 0);
        if (first < 0 || lines[first].Text.TrimEnd() != "---")
            return (null, 0, 0);
        var end = lines.FindIndex(first + 1, line => line.Text.TrimEnd() is "---" or "...");
        if (end >= 0)
            return (string.Join('\n', lines[(first + 1)..end].Select(line => line.Text)), first + 1, end + 1);
        diagnostics.Add(new("front-matter-not-closed", DiagnosticSeverity.Error, path, lines[first].Line, 1, "The front matter begins with --- and never ends.", "Write --- on a line of its own after the last key."));
        return (null, 0, lines.Count);
    }

    // 02-wrong-password.md reads "Wrong password" in a list of tests.
    private static string TitleOf(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path).Replace('-', ' ').Replace('_', ' ').Trim();
        var words = name.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', ' ');
        name = words.Length > 0 ? words : name;
        return name.Length == 0 ? "Untitled test" : char.ToUpperInvariant(name[0]) + name[1..];
    }
}
