using System.Text.Json;
using System.Text.Json.Serialization;

namespace Autonoma.EnvironmentFactory.Protocol;

/// <summary>So many records of one model that were created one after the other. On the wire a pair: <c>["User",3]</c>.</summary>
[JsonConverter(typeof(Converter))]
public readonly record struct CreatedRun(string Model, int Count)
{
    internal sealed class Converter : JsonConverter<CreatedRun>
    {
        public override CreatedRun Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartArray || !reader.Read() || reader.TokenType != JsonTokenType.String)
                throw new JsonException("Expected [model, count].");
            var model = reader.GetString()!;
            if (!reader.Read() || reader.TokenType != JsonTokenType.Number || !reader.TryGetInt32(out var count) || count < 0)
                throw new JsonException("Expected [model, count].");
            if (!reader.Read() || reader.TokenType != JsonTokenType.EndArray)
                throw new JsonException("Expected [model, count].");
            return new(model, count);
        }

        public override void Write(Utf8JsonWriter writer, CreatedRun value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(value.Model);
            writer.WriteNumberValue(value.Count);
            writer.WriteEndArray();
        }
    }
}
