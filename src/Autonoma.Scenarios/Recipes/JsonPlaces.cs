using System.Text;
using System.Text.Json;

namespace Autonoma.Scenarios.Recipes;

/// <summary>Where each value of a JSON text stands, so that a problem with it can name the line; and which keys are written twice.</summary>
internal sealed class JsonPlaces
{
    private readonly Dictionary<string, int> _offsets = new(StringComparer.Ordinal);
    private readonly byte[] _text;

    public JsonPlaces(byte[] text)
    {
        _text = text;
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = 256 });
        reader.Read();
        Walk(ref reader, "");
    }

    /// <summary>Paths of keys that stand twice in their object: the first value would be lost.</summary>
    public List<string> Duplicates { get; } = [];

    /// <summary>Line and column, from 1, of the value at a path, or of the nearest value around it.</summary>
    public (int Line, int Column) Of(string path)
    {
        while (!_offsets.ContainsKey(path))
            path = Parent(path);
        return At(_text, _offsets[path]);
    }

    /// <summary>Line and column, from 1, of a byte.</summary>
    public static (int Line, int Column) At(ReadOnlySpan<byte> text, int offset)
    {
        var before = text[..Math.Min(offset, text.Length)];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return (before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }

    /// <summary>The path of a member. Names that would read as something else are quoted.</summary>
    public static string Member(string path, string name)
    {
        var plain = name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '$');
        return plain ? path.Length == 0 ? name : $"{path}.{name}" : $"{path}[{JsonSerializer.Serialize(name)}]";
    }

    private void Walk(ref Utf8JsonReader reader, string path)
    {
        _offsets[path] = (int)reader.TokenStartIndex;
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString()!;
                var member = Member(path, name);
                if (!seen.Add(name))
                    Duplicates.Add(member);
                reader.Read();
                Walk(ref reader, member);
            }
        }
        else if (reader.TokenType == JsonTokenType.StartArray)
        {
            for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
                Walk(ref reader, $"{path}[{i}]");
        }
    }

    private static string Parent(string path)
    {
        if (path.EndsWith(']'))
            return path[..path.LastIndexOf('[')];
        var dot = path.LastIndexOf('.');
        return dot < 0 ? "" : path[..dot];
    }
}
