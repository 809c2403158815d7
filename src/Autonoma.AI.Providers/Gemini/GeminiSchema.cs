using System.Text.Json;
using System.Text.Json.Nodes;

namespace Autonoma.AI.Providers.Gemini;

/// <summary>
/// What Gemini understands of JSON Schema (ai.google.dev/api/generate-content, responseJsonSchema): other keywords are taken out, and their meaning,
/// where it has one for a reader, goes to the description.
/// </summary>
internal static class GeminiSchema
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "$id", "$defs", "$ref", "$anchor", "type", "format", "title", "description", "enum", "items", "prefixItems", "minItems", "maxItems",
        "minimum", "maximum", "anyOf", "oneOf", "properties", "additionalProperties", "required", "propertyOrdering",
    };

    private static readonly HashSet<string> Formats = new(StringComparer.Ordinal) { "date-time", "date", "time", "duration", "enum", "int32", "int64", "float", "double" };

    public static JsonElement Of(JsonElement schema) => JsonSerializer.SerializeToElement(Adapt(JsonNode.Parse(schema.GetRawText())), GeminiNodes.Default.JsonObject);

    /// <summary>Of a tool; null for one without arguments, whose empty object is refused.</summary>
    public static JsonElement? Parameters(JsonElement schema)
        => schema.TryGetProperty("properties", out var properties) && properties.EnumerateObject().Any() ? Of(schema) : null;

    private static JsonObject Adapt(JsonNode? node)
    {
        if (node is not JsonObject schema)
            return []; // true: anything
        var result = new JsonObject();
        var said = new List<string>();
        foreach (var (keyword, value) in schema)
        {
            if (keyword == "const" && value is not null)
                result["enum"] = new JsonArray(value.DeepClone());
            else if (!Known.Contains(keyword) || (keyword == "format" && !Formats.Contains(value?.GetValue<string>() ?? "")))
            {
                if (keyword is "pattern" or "default" or "minLength" or "maxLength" or "format" && value is not null)
                    said.Add($"{keyword}: {value.ToJsonString()}");
            }
            else if (keyword is "properties" or "$defs" && value is JsonObject members)
                result[keyword] = new JsonObject(members.Select(member => new KeyValuePair<string, JsonNode?>(member.Key, Adapt(member.Value))));
            else if (keyword == "items" || (keyword == "additionalProperties" && value is JsonObject))
                result[keyword] = Adapt(value);
            else if (keyword is "anyOf" or "oneOf" or "prefixItems" && value is JsonArray choices)
                result[keyword] = new JsonArray([.. choices.Select(choice => (JsonNode?)Adapt(choice))]);
            else
                result[keyword] = value?.DeepClone();
        }

        // An enum of words needs its type said.
        if (result["enum"] is JsonArray words && !result.ContainsKey("type") && words.All(word => word?.GetValueKind() == JsonValueKind.String))
            result["type"] = "string";
        if (said.Count > 0)
            result["description"] = $"{result["description"]?.GetValue<string>()} ({string.Join(", ", said)})".Trim();
        return result;
    }
}
