using System.Text.Json;
using System.Text.Unicode;

namespace Autonoma.EnvironmentFactory.Protocol;

/// <summary>JSON whose texts are text: looked at once, a refusal in one place instead of a surprise in every place that reads one.</summary>
internal static class WholeText
{
    /// <exception cref="JsonException">Bytes that are no UTF-8, half a surrogate pair (<c>\ud83d</c> alone, which is legal JSON and no text), or no JSON.</exception>
    public static void ThrowIfNot(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json))
            throw new JsonException("not UTF-8");
        if (json.IndexOf("\\ud"u8) < 0 && json.IndexOf("\\uD"u8) < 0)
            return;
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                    reader.GetString();
            }
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException("half a character", exception);
        }
    }
}
