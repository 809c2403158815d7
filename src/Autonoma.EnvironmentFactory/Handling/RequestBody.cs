using System.Text;
using System.Text.Json;
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
            WholeText.ThrowIfNot(body.Span);
            return JsonDocument.Parse(body);
        }
        catch (JsonException exception)
        {
            throw new EnvironmentFactoryException(ErrorCodes.InvalidBody, "invalid JSON", exception);
        }
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
}
