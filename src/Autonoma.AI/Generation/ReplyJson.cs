using System.Text.Json;

namespace Autonoma.AI.Generation;

/// <summary>Finds the object in what a model said: bare, in a code fence, or with talk around it. NUL characters are taken out; databases refuse them.</summary>
internal static class ReplyJson
{
    /// <summary>The object's text; null when there is none that ends.</summary>
    public static string? Find(string reply)
    {
        var text = reply.Replace("\0", "", StringComparison.Ordinal);
        for (var start = text.IndexOf('{', StringComparison.Ordinal); start >= 0; start = text.IndexOf('{', start + 1))
        {
            if (EndOf(text, start) is { } end)
                return text[start..end];
        }

        return null;
    }

    /// <summary>Whether an escaped NUL is in it, as <c>\u0000</c>.</summary>
    public static JsonElement WithoutNul(JsonElement element)
    {
        if (!element.GetRawText().Contains("\\u0000", StringComparison.OrdinalIgnoreCase))
            return element;
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
            Copy(element, writer);
        using var document = JsonDocument.Parse(buffer.ToArray());
        return document.RootElement.Clone();
    }

    private static void Copy(JsonElement element, Utf8JsonWriter writer)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in element.EnumerateObject())
                {
                    writer.WritePropertyName(property.Name.Replace("\0", "", StringComparison.Ordinal));
                    Copy(property.Value, writer);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                    Copy(item, writer);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(element.GetString()!.Replace("\0", "", StringComparison.Ordinal));
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    // Only a whole object counts: braces are balanced outside of strings, and it parses.
    private static int? EndOf(string text, int start)
    {
        var depth = 0;
        var quoted = false;
        for (var i = start; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\\' when quoted:
                    i++;
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case '{' when !quoted:
                    depth++;
                    break;
                case '}' when !quoted && --depth == 0:
                    return Parses(text.AsMemory(start..(i + 1))) ? i + 1 : null;
                default:
                    break;
            }
        }

        return null;
    }

    private static bool Parses(ReadOnlyMemory<char> text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Lenient);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    public static JsonDocumentOptions Lenient { get; } = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
}
