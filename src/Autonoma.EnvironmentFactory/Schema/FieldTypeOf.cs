using System.Collections;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Autonoma.EnvironmentFactory.Protocol;

namespace Autonoma.EnvironmentFactory.Schema;

/// <summary>The wire type of a .NET type.</summary>
public static class FieldTypeOf
{
    private static readonly Dictionary<Type, string> Known = new()
    {
        [typeof(string)] = FieldTypes.Text,
        [typeof(char)] = FieldTypes.Text,
        [typeof(Uri)] = FieldTypes.Text,
        [typeof(Version)] = FieldTypes.Text,
        [typeof(TimeOnly)] = FieldTypes.Text,
        [typeof(TimeSpan)] = FieldTypes.Text,
        [typeof(byte[])] = FieldTypes.Text,
        [typeof(sbyte)] = FieldTypes.WholeNumber,
        [typeof(byte)] = FieldTypes.WholeNumber,
        [typeof(short)] = FieldTypes.WholeNumber,
        [typeof(ushort)] = FieldTypes.WholeNumber,
        [typeof(int)] = FieldTypes.WholeNumber,
        [typeof(uint)] = FieldTypes.WholeNumber,
        [typeof(long)] = FieldTypes.WholeNumber,
        [typeof(ulong)] = FieldTypes.WholeNumber,
        [typeof(BigInteger)] = FieldTypes.WholeNumber,
        [typeof(Int128)] = FieldTypes.WholeNumber,
        [typeof(UInt128)] = FieldTypes.WholeNumber,
        [typeof(Half)] = FieldTypes.Number,
        [typeof(float)] = FieldTypes.Number,
        [typeof(double)] = FieldTypes.Number,
        [typeof(decimal)] = FieldTypes.Number,
        [typeof(bool)] = FieldTypes.Truth,
        [typeof(DateTime)] = FieldTypes.Timestamp,
        [typeof(DateTimeOffset)] = FieldTypes.Timestamp,
        [typeof(DateOnly)] = FieldTypes.Date,
        [typeof(Guid)] = FieldTypes.Uuid,
    };

    /// <summary>One of <see cref="FieldTypes"/>. A type with a converter of its own, such as a typed id, is asked what its default looks like.</summary>
    public static string Type(Type type, JsonSerializerOptions json)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(json);
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Known.TryGetValue(type, out var known))
            return known;
        if (type.IsEnum)
            return FieldTypes.Text;
        if (type == typeof(object) || typeof(JsonElement) == type || typeof(System.Text.Json.Nodes.JsonNode).IsAssignableFrom(type))
            return FieldTypes.Json;
        if (json.GetTypeInfo(type).Kind != JsonTypeInfoKind.None || typeof(IEnumerable).IsAssignableFrom(type))
            return FieldTypes.Json;
        return type.IsValueType ? OfDefault(type, json) : FieldTypes.Text;
    }

    private static string OfDefault(Type type, JsonSerializerOptions json)
    {
        try
        {
            var value = JsonSerializer.SerializeToElement(Activator.CreateInstance(type), type, json);
            return value.ValueKind switch
            {
                JsonValueKind.Number => value.TryGetInt64(out _) ? FieldTypes.WholeNumber : FieldTypes.Number,
                JsonValueKind.True or JsonValueKind.False => FieldTypes.Truth,
                JsonValueKind.Object or JsonValueKind.Array => FieldTypes.Json,
                JsonValueKind.String => value.TryGetGuid(out _) ? FieldTypes.Uuid : FieldTypes.Text,
                _ => FieldTypes.Text,
            };
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or InvalidOperationException or ArgumentException or NullReferenceException)
        {
            // A converter may refuse the empty value; it then most likely writes text.
            return FieldTypes.Text;
        }
    }
}
