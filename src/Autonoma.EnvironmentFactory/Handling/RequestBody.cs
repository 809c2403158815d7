using System.Runtime.InteropServices;
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

    /// <summary>The bytes of a text.</summary>
    public static byte[] Utf8Of(JsonElement text)
    {
#if NET9_0_OR_GREATER
        // Without the way through characters, which for the token of a large environment are megabytes.
        var raw = JsonMarshal.GetRawUtf8Value(text);
        if (!raw.Contains((byte)'\\'))
            return raw[1..^1].ToArray();
#endif
        return Encoding.UTF8.GetBytes(text.GetString()!);
    }

    public static JsonElement Member(JsonElement body, string name) => body.TryGetProperty(name, out var value) ? value : default;
}
