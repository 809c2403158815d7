using System.Text.Json;

namespace Autonoma.EnvironmentFactory.Schema;

/// <summary>Says in the words of JSON why a value does not fit a field.</summary>
public static class InputFault
{
    /// <summary>Such as <c>must be an integer, got text</c>, or the values that an enum knows. Never the value itself, which may be secret.</summary>
    public static string Describe(JsonElement value, ModelField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        var type = Nullable.GetUnderlyingType(field.ValueType) ?? field.ValueType;
        if (type.IsEnum)
            return $"must be one of {string.Join(", ", Enum.GetNames(type))}";
        return $"must be {Article(field.Type)}, got {Kind(value)}";
    }

    private static string Article(string type) => type switch
    {
        "integer" => "an integer",
        "json" => "a fitting object or list",
        "string" => "text",
        _ => $"a {type}",
    };

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "other text",
        JsonValueKind.Number => "a number that does not fit",
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        _ => "null",
    };
}
