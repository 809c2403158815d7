using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Autonoma.Engine.Suites.Yaml;

/// <summary>Reads YAML into nodes that know their place. Scalars stay text: what they mean is decided by who asks for them.</summary>
public static class YamlText
{
    /// <summary>Deeper than any file of ours, shallower than what a stack holds.</summary>
    private const int MostDepth = 64;

    /// <summary>Reads one document.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="file">Path for diagnostics.</param>
    /// <param name="lineOffset">Lines of the file before the text.</param>
    /// <param name="diagnostics">Receives what is wrong with it.</param>
    /// <returns>The root; null when it is empty or not YAML (then there is a diagnostic).</returns>
    public static YamlNode? Read(string text, string file, int lineOffset, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var reading = new Reading(new Parser(new StringReader(text)), file, lineOffset, diagnostics);
        try
        {
            return reading.Document();
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException or InvalidOperationException or IndexOutOfRangeException)
        {
            // The scanner lets these through for escapes and directives that name no character and no version.
            var (at, column) = reading.Reached;
            diagnostics.Add(new("yaml-syntax", DiagnosticSeverity.Error, file, at, column, "This is not YAML: an escape or a directive behind this place means nothing.", "Write the character itself instead of its number."));
            return null;
        }
        catch (TooDeepException e)
        {
            diagnostics.Add(new("yaml-depth", DiagnosticSeverity.Error, file, Math.Max(1, (int)e.Start.Line + lineOffset), Math.Max(1, (int)e.Start.Column), $"Values are nested deeper than {MostDepth} levels.", "Look for brackets that are opened and not closed."));
            return null;
        }
        catch (YamlException e)
        {
            var line = (int)e.Start.Line + lineOffset;
            var (message, fix) = Explain(e, text);
            diagnostics.Add(new("yaml-syntax", DiagnosticSeverity.Error, file, Math.Max(1, line), Math.Max(1, (int)e.Start.Column), message, fix));
            return null;
        }
    }

    // The parser speaks of tokens; people need to know what is usual at such a place.
    private static (string Message, string Fix) Explain(YamlException e, string text)
    {
        var lines = text.Split('\n');
        var at = (int)e.Start.Line - 1;
        var line = at >= 0 && at < lines.Length ? lines[at].TrimEnd('\r') : "";
        if (line.Contains('\t', StringComparison.Ordinal) && line.TrimStart(' ').StartsWith('\t'))
            return ("A tab stands where YAML wants spaces.", "Indent with spaces.");
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        if (colon > 0 && line.IndexOf(": ", colon + 2, StringComparison.Ordinal) > 0)
            return ("The value holds a colon followed by a space, which YAML takes for another key.", $"Put the value in quotes: {line[..colon].Trim()}: \"{line[(colon + 2)..].Trim().Replace("\"", "\\\"", StringComparison.Ordinal)}\".");
        if (colon > 0 && line[(colon + 2)..].TrimStart() is [('{' or '[' or '@' or '`' or '%' or '*' or '&' or '!' or '"' or '\''), ..] value)
            return ($"The value begins with {value[0]}, which has a meaning of its own in YAML.", "Put the whole value in quotes, or close what it opens.");
        var reason = e.InnerException?.Message ?? e.Message;
        var colonAt = reason.IndexOf("): ", StringComparison.Ordinal);
        return ($"This is not YAML: {(colonAt > 0 ? reason[(colonAt + 3)..] : reason).TrimEnd('.')}.", "Write one 'key: value' a line; put values with special characters in quotes.");
    }

    private sealed class TooDeepException(Mark at) : YamlException(at, at, "nested too deep");

    private sealed class Reading(IParser parser, string file, int lineOffset, ICollection<Diagnostic> diagnostics)
    {
        private int _depth;

        /// <summary>The last place that could be read.</summary>
        public (int Line, int Column) Reached => parser.Current is { } last ? (Math.Max(1, Line(last)), Math.Max(1, Column(last))) : (lineOffset + 1, 1);

        public YamlNode? Document()
        {
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
                return null;
            var root = Node();
            parser.TryConsume<DocumentEnd>(out _);
            if (parser.TryConsume<DocumentStart>(out var second))
                Report("yaml-documents", second, "A second YAML document begins here, and nobody would read it.", "Keep one.");
            return root;
        }

        private YamlNode Node()
        {
            switch (parser.Current)
            {
                case Scalar scalar:
                    Tag(scalar);
                    parser.MoveNext();
                    return new YamlScalar(scalar.Value, scalar.Style == ScalarStyle.Plain, Line(scalar), Column(scalar));
                case AnchorAlias alias:
                    parser.MoveNext();
                    Report("yaml-alias", alias, $"'*{alias.Value}' repeats another value.", "Write the value itself.");
                    return new YamlScalar("", true, Line(alias), Column(alias));
                case SequenceStart list:
                    Tag(list);
                    Deeper(list);
                    parser.MoveNext();
                    var items = new List<YamlNode>();
                    while (!parser.TryConsume<SequenceEnd>(out _))
                        items.Add(Node());
                    _depth--;
                    return new YamlList(items, Line(list), Column(list));
                case MappingStart map:
                    Tag(map);
                    Deeper(map);
                    parser.MoveNext();
                    var group = Map(map);
                    _depth--;
                    return group;
                case var other:
                    throw new YamlException(other?.Start ?? Mark.Empty, other?.End ?? Mark.Empty, "a value is missing");
            }
        }

        private YamlMap Map(MappingStart map)
        {
            var entries = new List<YamlEntry>();
            var seen = new Dictionary<string, YamlScalar>(StringComparer.Ordinal);
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var key = Node();
                var value = Node();
                if (key is not YamlScalar name)
                {
                    diagnostics.Add(new("yaml-key", DiagnosticSeverity.Error, file, key.Line, key.Column, $"A key must be a word, and here it is {key.Described}.", "If {{name}} was meant as a value, put it in quotes."));
                    continue;
                }

                if (seen.TryGetValue(name.Text, out var first))
                    diagnostics.Add(new("duplicate-key", DiagnosticSeverity.Error, file, name.Line, name.Column, $"The key '{name.Text}' is already given in line {first.Line}.", "Keep one of them."));
                else
                    seen.Add(name.Text, name);
                entries.Add(new(name, value));
            }

            return new(entries, Line(map), Column(map));
        }

        // A value is what it says, not what somebody says it is.
        private void Tag(NodeEvent node)
        {
            if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific)
                Report("yaml-tag", node, $"'{(node.Tag.Value.StartsWith("tag:yaml.org,2002:", StringComparison.Ordinal) ? "!!" + node.Tag.Value[18..] : node.Tag.Value)}' says which type the value has, and types are not read from tags.", "Remove it; text that looks like a number goes in quotes.");
        }

        private void Deeper(NodeEvent node)
        {
            if (++_depth > MostDepth)
                throw new TooDeepException(node.Start);
        }

        private void Report(string code, ParsingEvent at, string message, string fix)
            => diagnostics.Add(new(code, DiagnosticSeverity.Error, file, Line(at), Column(at), message, fix));

        private int Line(ParsingEvent at) => (int)at.Start.Line + lineOffset;

        private static int Column(ParsingEvent at) => (int)at.Start.Column;
    }
}
