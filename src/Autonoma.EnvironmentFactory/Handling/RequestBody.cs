using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Autonoma.EnvironmentFactory.Protocol;

namespace Autonoma.EnvironmentFactory.Handling;

/// <summary>Reads a body whose signature is good.</summary>
internal static class RequestBody
{
    /// <exception cref="EnvironmentFactoryException">Not JSON.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        // A byte order mark belongs to what was signed, not to the JSON.
        if (body.Span.StartsWith(Encoding.UTF8.Preamble))
            body = body[Encoding.UTF8.Preamble.Length..];
        try
        {
            if (Utf8.IsValid(body.Span))
            {
                ThrowIfHalfCharacters(body.Span);
                return JsonDocument.Parse(body);
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new EnvironmentFactoryException(ErrorCodes.InvalidBody, "invalid JSON", exception);
        }

        throw EnvironmentFactoryException.InvalidBody("invalid JSON");
    }

    /// <summary>True for what is false in the language the protocol comes from: missing, null, "", 0, false.</summary>
    public static bool IsNothing(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.False => true,
        JsonValueKind.String => value.ValueEquals(""),
        JsonValueKind.Number => value.TryGetDouble(out var number) && number == 0,
        _ => false,
    };

    public static JsonElement Member(JsonElement body, string name) => body.TryGetProperty(name, out var value) ? value : default;

    // Half a surrogate pair ("\ud83d" alone) is legal JSON and no text: found here, it is one refusal instead of a surprise in every place.
    private static void ThrowIfHalfCharacters(ReadOnlySpan<byte> body)
    {
        if (body.IndexOf("\\ud"u8) < 0 && body.IndexOf("\\uD"u8) < 0)
            return;
        var reader = new Utf8JsonReader(body);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                reader.GetString();
        }
    }
}
