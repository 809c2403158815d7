using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Autonoma.AI.Generation;

/// <summary>
/// From a C# type to the JSON Schema that a model is held to: property names in camelCase, enums as words, <c>[Description]</c> as description,
/// constructor parameters without a default required, nothing beyond. Providers translate it into what they understand of it.
/// </summary>
public static class ObjectSchema
{
    /// <summary>How answers are read: as strictly as the schema says.</summary>
    public static JsonSerializerOptions Serializer { get; } = MakeSerializer();

    /// <summary>The schema of a type.</summary>
    /// <exception cref="ArgumentException">It is no object: providers give objects only; wrap a list or a text in a record.</exception>
    public static JsonElement Of<T>() => Of(Serializer.GetTypeInfo(typeof(T)));

    /// <summary>The schema of a type.</summary>
    /// <exception cref="ArgumentException">It is no object.</exception>
    public static JsonElement Of(JsonTypeInfo type)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (type.Kind != JsonTypeInfoKind.Object)
            throw new ArgumentException($"A model answers with an object, and {type.Type.Name} becomes none. Wrap it in a record.", nameof(type));
        var schema = type.GetJsonSchemaAsNode(new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform });
        return JsonSerializer.SerializeToElement(schema, JsonNodeForm.Default.JsonNode);
    }

    private static JsonNode Transform(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (schema is not JsonObject node)
            return schema;
        var description = DescriptionOf(context.PropertyInfo?.AttributeProvider) ?? DescriptionOf(context.PropertyInfo?.AssociatedParameter?.AttributeProvider) ?? (context.PropertyInfo is null ? DescriptionOf(context.TypeInfo.Type) : null);
        if (description is not null && !node.ContainsKey("description"))
            node.Insert(0, "description", description);
        if (node["properties"] is JsonObject)
            node["additionalProperties"] = false;
        return node;
    }

    private static string? DescriptionOf(ICustomAttributeProvider? provider)
        => provider?.GetCustomAttributes(typeof(DescriptionAttribute), inherit: true) is [DescriptionAttribute { Description: { Length: > 0 } text }, ..] ? text : null;

    private static JsonSerializerOptions MakeSerializer()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            AllowTrailingCommas = true,
            ReadCommentHandling = JsonCommentHandling.Skip,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
            NumberHandling = JsonNumberHandling.Strict,
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.MakeReadOnly();
        return options;
    }
}

[JsonSerializable(typeof(JsonNode))]
internal sealed partial class JsonNodeForm : JsonSerializerContext;
