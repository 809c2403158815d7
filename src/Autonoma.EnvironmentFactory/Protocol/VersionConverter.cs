using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Autonoma.EnvironmentFactory.Protocol;

/// <summary>A version is text by the protocol; endpoints that send a number are understood too.</summary>
internal sealed class VersionConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(reader.ValueSpan);
            default:
                reader.Skip();
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
