using System.Globalization;
using System.Text.RegularExpressions;
using Autonoma.Engine.Suites;
using Autonoma.Engine.Suites.Yaml;
using Autonoma.Planner.Validation.Reading;
using Autonoma.Planner.Validation.Rules;

namespace Autonoma.Planner.Documents;

/// <summary>
/// Turns front matter into nodes with types. Plain words that readers of YAML 1.1 and 1.2 take for different things are reported, each as what it is,
/// and never taken for either.
/// </summary>
internal sealed partial class YamlSource(string[] lines, Report report)
{
    // Where something stands that was reported and has no value.
    private readonly HashSet<(int Line, int Column)> _unread = [];

    /// <summary>The root; null when it is no group of keys, which is then reported.</summary>
    /// <param name="yaml">Text between the delimiters.</param>
    /// <param name="offset">Lines of the file before it.</param>
    public MapNode? Read(string yaml, int offset)
    {
        var diagnostics = new List<Diagnostic>();
        var root = YamlText.Read(yaml, "", offset, diagnostics);
        _unread.UnionWith(diagnostics.Where(diagnostic => diagnostic.Code is "yaml-alias" or "yaml-key").Select(diagnostic => (diagnostic.Line, diagnostic.Column)));
        foreach (var diagnostic in diagnostics)
            Report(diagnostic);
        if (diagnostics.Any(diagnostic => diagnostic.Code is "yaml-syntax" or "yaml-depth" or "yaml-documents"))
            return null;
        if (root is YamlMap map)
            return (MapNode)Convert(map, "");
        if (root is null)
            report.Add(FrontMatterRules.Mapping, offset, 1, "", "The front matter must be lines of 'key: value', and it is empty.");
        else
            report.Add(FrontMatterRules.Mapping, root.Line, root.Column, "", $"The front matter must be lines of 'key: value', and here it is {root.Described}.");
        return null;
    }

    private void Report(Diagnostic diagnostic)
    {
        var tab = diagnostic.Code == "yaml-syntax" && diagnostic.Line >= 1 && diagnostic.Line <= lines.Length && HasTabBefore(diagnostic.Line, lines[diagnostic.Line - 1].Length);
        var rule = diagnostic.Code switch
        {
            "duplicate-key" => FrontMatterRules.DuplicateKey,
            "yaml-alias" => FrontMatterRules.Alias,
            "yaml-key" => FrontMatterRules.Key,
            "yaml-tag" => FrontMatterRules.Tag,
            "yaml-documents" => FrontMatterRules.OneDocument,
            "yaml-depth" => FrontMatterRules.Depth,
            _ => tab ? FrontMatterRules.Tab : FrontMatterRules.Syntax,
        };
        report.Add(rule, diagnostic.Line, diagnostic.Column, "", diagnostic.Message, diagnostic.Fix);
    }

    private DocumentNode Convert(YamlNode node, string path)
    {
        switch (node)
        {
            // {{name}} without quotes is a group in a group; the outer one begins a brace earlier.
            case YamlMap { Entries.Count: 0 } braces when _unread.Contains((braces.Line, braces.Column + 1)):
                return new ScalarNode(ScalarKind.Disputed, "", braces.Line, braces.Column);
            case YamlMap map:
                var entries = new List<DocumentEntry>();
                var seen = new HashSet<string>(StringComparer.Ordinal);
                foreach (var (key, value) in map.Entries.Where(entry => seen.Add(entry.Key.Text)))
                {
                    Tab(key, path);
                    var member = DocumentNode.Member(path, key.Text);
                    if (key is { IsPlain: true, Text: "<<" })
                        report.Add(FrontMatterRules.Merge, key.Line, key.Column, path, "'<<' puts the keys of another group here for readers of YAML 1.1, and is an ordinary key for others.", "Write the keys themselves.");
                    else
                        entries.Add(new(key.Text, key.Line, key.Column, Convert(value, member)));
                }

                return new MapNode(entries, map.Line, map.Column);
            case YamlList list:
                return new ListNode([.. list.Items.Select((item, i) => Convert(item, $"{path}[{i}]"))], list.Line, list.Column);
            case YamlScalar scalar:
                Tab(scalar, path);
                return new ScalarNode(KindOf(scalar, path), scalar.Text, scalar.Line, scalar.Column);
            default:
                throw new InvalidOperationException($"{node.GetType().Name} has no form.");
        }
    }

    // Strict readers refuse a tab between tokens, lax ones count it as they like.
    private void Tab(YamlScalar scalar, string path)
    {
        if (HasTabBefore(scalar.Line, scalar.Column - 1))
            report.Add(FrontMatterRules.Tab, scalar.Line, scalar.Column, path, "A tab stands before this; readers of YAML refuse it or count it differently.", "Write spaces.");
    }

    private bool HasTabBefore(int line, int column)
    {
        if (line < 1 || line > lines.Length)
            return false;
        var text = lines[line - 1].AsSpan(0, Math.Min(column, lines[line - 1].Length));
        if (column >= lines[line - 1].Length) // the whole line: only its indentation says something
            return text[..(text.Length - text.TrimStart().Length)].Contains('\t');
        for (var i = text.Length - 1; i >= 0 && char.IsWhiteSpace(text[i]); i--)
        {
            if (text[i] == '\t')
                return true;
        }

        return false;
    }

    private ScalarKind KindOf(YamlScalar scalar, string path)
    {
        if (_unread.Contains((scalar.Line, scalar.Column)))
            return ScalarKind.Disputed;
        if (!scalar.IsPlain)
            return ScalarKind.Text;
        if (scalar.IsNull)
            return ScalarKind.Null;
        var text = scalar.Text;
        if (text is "true" or "True" or "TRUE" or "false" or "False" or "FALSE")
            return ScalarKind.Truth;
        // Nearly all values are words, and no word begins as a number does.
        var number = char.IsAsciiDigit(text[0]) || text[0] is '-' or '+' or '.';
        if (number && Whole().IsMatch(text))
            return ScalarKind.Whole;
        var dispute = number ? Number(text) : Word().IsMatch(text) ? (FrontMatterRules.Truth, "true or false", $"Write {(text.ToUpperInvariant() is "YES" or "ON" ? "true" : "false")}, or put it in quotes if it is text") : ((Rule, string, string)?)null;
        if (dispute is not { } found)
            return number && Real().IsMatch(text) ? ScalarKind.Real : ScalarKind.Text;
        report.Add(found.Item1, scalar.Line, scalar.Column, path, $"{DocumentNode.Short(text)} is {found.Item2} for readers of YAML 1.1, and something else for others.", $"{found.Item3}: \"{DocumentNode.Short(text)}\".");
        return ScalarKind.Disputed;
    }

    private static (Rule, string, string)? Number(string text)
    {
        if (Date().IsMatch(text))
            return (FrontMatterRules.Date, "a date", "Put it in quotes");
        if (Octal().IsMatch(text))
            return (FrontMatterRules.Octal, "a number in base 8", "Write the number without the leading zero, or put it in quotes if it is text");
        if (OtherBase().IsMatch(text))
            return (FrontMatterRules.OtherBase, "a number in base 16 or 2", "Write it in base 10, or put it in quotes if it is text");
        if (Grouped().IsMatch(text))
            return (FrontMatterRules.Grouped, "a number without its underscores", "Write the digits only, or put it in quotes if it is text");
        if (Sexagesimal().IsMatch(text))
            return (FrontMatterRules.Sexagesimal, "a number in base 60", "Put it in quotes");
        if (Exponent().IsMatch(text))
            return (FrontMatterRules.Exponent, text.Contains('.', StringComparison.Ordinal) && (text.Contains("e+", StringComparison.OrdinalIgnoreCase) || text.Contains("e-", StringComparison.OrdinalIgnoreCase)) ? "a number" : "text", "Write the digits, or put it in quotes if it is text");
        return null;
    }

    [GeneratedRegex(@"^[-+]?(?:0|[1-9][0-9]*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^(?:[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+|\.(?:inf|Inf|INF))|\.(?:nan|NaN|NAN))\z", RegexOptions.CultureInvariant)]
    private static partial Regex Real();

    [GeneratedRegex(@"^(?:yes|no|on|off)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"^\d{4}-\d{1,2}-\d{1,2}(?:[Tt \t].*)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(@"^[-+]?0o?[0-9_]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Octal();

    [GeneratedRegex(@"^[-+]?0(?:x[0-9a-fA-F_]+|b[01_]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex OtherBase();

    [GeneratedRegex(@"^[-+]?[0-9][0-9_]*_[0-9_]*(?:\.[0-9_]*)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Sexagesimal();

    [GeneratedRegex(@"^[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)[eE][-+]?[0-9]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Exponent();
}
