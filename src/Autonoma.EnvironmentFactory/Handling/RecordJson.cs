using System.Buffers;
using System.Text.Json;
using Autonoma.EnvironmentFactory.Factories;

namespace Autonoma.EnvironmentFactory.Handling;

/// <summary>What is remembered of a created record: an object whose <c>id</c> is text or a number.</summary>
internal static class RecordJson
{
    /// <summary>The record; null if it has no id.</summary>
    public static JsonElement? Of(ModelFactory factory, object created, JsonSerializerOptions json)
    {
        var record = created as JsonElement? ?? factory.Remember(created, json);
        if (IsKey(record))
            return With(record, null);
        if (record.ValueKind != JsonValueKind.Object)
            return null;
        if (record.TryGetProperty("id", out var id))
            return IsKey(id) ? record : null;
        foreach (var member in record.EnumerateObject())
        {
            if (IsKey(member.Value) && (factory.KeyField is null ? member.Name.Equals("id", StringComparison.OrdinalIgnoreCase) : member.Name == factory.KeyField))
                return With(member.Value, record);
        }

        return null;
    }

    private static bool IsKey(JsonElement value) => value.ValueKind is JsonValueKind.String or JsonValueKind.Number;

    private static JsonElement With(JsonElement id, JsonElement? rest)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("id");
            id.WriteTo(writer);
            foreach (var member in rest?.EnumerateObject() ?? default)
                member.WriteTo(writer);
            writer.WriteEndObject();
        }

        var reader = new Utf8JsonReader(buffer.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }
}
