using System.Globalization;
using System.Text;
using System.Text.Json;
using Autonoma.Planner.Validation.Reading;
using Autonoma.Planner.Validation.Rules;

namespace Autonoma.Planner.Documents;

/// <summary>Reads JSON strictly: with the place of every value, keys that stand twice reported, nothing that other readers of it refuse.</summary>
internal sealed class JsonSource
{
    /// <summary>Deeper than anything an artifact holds, shallower than what a stack holds.</summary>
    public const int MostDepth = 64;

    private readonly byte[] _bytes;
    private readonly Report _report;
    private readonly List<int> _lineStarts = [0];

    private JsonSource(byte[] bytes, Report report)
    {
        (_bytes, _report) = (bytes, report);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == '\n')
                _lineStarts.Add(i + 1);
        }
    }

    /// <summary>The root; null when it is no JSON object, which is then reported.</summary>
    public static MapNode? Read(string text, Report report)
    {
        var source = new JsonSource(Encoding.UTF8.GetBytes(text), report);
        DocumentNode root;
        try
        {
            var reader = new Utf8JsonReader(source._bytes, new JsonReaderOptions { MaxDepth = MostDepth });
            reader.Read();
            root = source.Value(ref reader, "");
            reader.Read(); // what follows the document is an error, too
        }
        catch (JsonException e)
        {
            source.Explain(e);
            return null;
        }

        if (root is MapNode map)
            return map;
        report.Add(JsonRules.Root, root, "", $"The document must be an object, and here it is {root.Described}.", "Begin with { and end with }.");
        return null;
    }

    private DocumentNode Value(ref Utf8JsonReader reader, string path)
    {
        var (line, column) = Place((int)reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return Map(ref reader, path, line, column);
            case JsonTokenType.StartArray:
                var items = new List<DocumentNode>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    items.Add(Value(ref reader, $"{path}[{items.Count}]"));
                return new ListNode(items, line, column);
            case JsonTokenType.String:
                return new ScalarNode(ScalarKind.Text, Text(ref reader, path, line, column), line, column);
            case JsonTokenType.Number:
                var number = Encoding.UTF8.GetString(reader.ValueSpan);
                return new ScalarNode(number.AsSpan().ContainsAny('.', 'e', 'E') ? ScalarKind.Real : ScalarKind.Whole, number, line, column);
            case JsonTokenType.True or JsonTokenType.False:
                return new ScalarNode(ScalarKind.Truth, reader.TokenType == JsonTokenType.True ? "true" : "false", line, column);
            default:
                return new ScalarNode(ScalarKind.Null, "null", line, column);
        }
    }

    private MapNode Map(ref Utf8JsonReader reader, string path, int line, int column)
    {
        var entries = new List<DocumentEntry>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (keyLine, keyColumn) = Place((int)reader.TokenStartIndex);
            var key = Text(ref reader, path, keyLine, keyColumn);
            var member = DocumentNode.Member(path, key);
            if (!seen.TryAdd(key, keyLine))
                _report.Add(JsonRules.DuplicateKey, keyLine, keyColumn, member, $"The key is already given in line {seen[key]}; readers keep one of the values and say nothing.", "Keep one of them.");
            reader.Read();
            entries.Add(new(key, keyLine, keyColumn, Value(ref reader, member)));
        }

        return new(entries, line, column);
    }

    private string Text(ref Utf8JsonReader reader, string path, int line, int column)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            _report.Add(JsonRules.HalfCharacter, line, column, path, @"The text holds half a character: an escape such as \uD83D without its other half.", @"Write the character itself, or both halves: \uD83D\uDE00.");
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }

    private (int Line, int Column) Place(int offset)
    {
        var index = _lineStarts.BinarySearch(offset);
        var line = index >= 0 ? index : ~index - 1;
        return (line + 1, Encoding.UTF8.GetCharCount(_bytes.AsSpan(_lineStarts[line]..offset)) + 1);
    }

    // The parser speaks of bytes and states; what is usual at such a place helps more.
    private void Explain(JsonException e)
    {
        var line = (int)Math.Clamp(e.LineNumber ?? 0, 0, _lineStarts.Count - 1);
        var offset = Math.Min(_lineStarts[line] + (int)(e.BytePositionInLine ?? 0), _bytes.Length);
        while (offset > _lineStarts[line] && offset < _bytes.Length && (_bytes[offset] & 0xC0) == 0x80)
            offset--; // not inside a character
        var (row, column) = Place(offset);
        var rest = Encoding.UTF8.GetString(_bytes.AsSpan(offset, Math.Min(24, _bytes.Length - offset)));
        var before = Encoding.UTF8.GetString(_bytes.AsSpan(Math.Max(0, offset - 24), offset - Math.Max(0, offset - 24))).TrimEnd();
        var reason = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal) is var end and >= 0 ? e.Message[..end] : e.Message;
        if (e.Message.Contains("maximum configured depth", StringComparison.Ordinal))
            _report.Add(JsonRules.Depth, row, column, "", string.Create(CultureInfo.InvariantCulture, $"Values are nested deeper than {MostDepth} levels."), "No artifact needs that: look for brackets that are opened and not closed.");
        else if (rest.StartsWith("NaN", StringComparison.Ordinal) || rest.StartsWith("Infinity", StringComparison.Ordinal) || rest.StartsWith("-Infinity", StringComparison.Ordinal) || rest.StartsWith("Inf", StringComparison.Ordinal) || (rest.StartsWith('I') && before.EndsWith('-')))
            _report.Add(JsonRules.NotANumber, row, column, "", "NaN and Infinity are no JSON numbers; some readers take them in silence.", "Write a number, or null.");
        else if (rest.StartsWith("//", StringComparison.Ordinal) || rest.StartsWith("/*", StringComparison.Ordinal) || (rest.StartsWith('/') && before.EndsWith('/')))
            _report.Add(JsonRules.Decoration, row, column, "", "JSON has no comments.", "Remove it.");
        else if (rest.Length > 0 && rest[0] is '}' or ']' && before.EndsWith(','))
            _report.Add(JsonRules.Decoration, row, column, "", $"A comma stands before the closing {rest[0]}.", "Remove the comma.");
        else
            _report.Add(JsonRules.Syntax, row, column, "", $"This is not JSON: {DocumentNode.Short(reason, 160).TrimEnd('.')}.", rest.Length > 0 && rest[0] == '\'' ? "Text stands in double quotes." : null);
    }
}
