using System.Text.Json;

namespace Autonoma.EnvironmentFactory;

/// <summary>A record that was created: what its factory returned, as JSON with an <c>id</c>.</summary>
public sealed class CreatedRecord
{
    private readonly JsonSerializerOptions _json;

    internal CreatedRecord(string model, JsonElement json, JsonSerializerOptions options)
    {
        Model = model;
        Json = json;
        _json = options;
    }

    /// <summary>The model it belongs to.</summary>
    public string Model { get; }

    /// <summary>Everything the factory returned.</summary>
    public JsonElement Json { get; }

    /// <summary>What <c>_ref</c> stands for: text or a number.</summary>
    public JsonElement Id => Json.GetProperty("id");

    /// <summary>The id as text.</summary>
    public string IdText => Id.ValueKind == JsonValueKind.String ? Id.GetString()! : Id.GetRawText();

    /// <summary>The whole record as one of your types. For text, numbers and UUIDs: its id.</summary>
    /// <exception cref="JsonException">The record does not fit the type.</exception>
    public T As<T>() => (T)As(typeof(T))!;

    /// <summary>One of its fields; the default of the type if the record has no such field, or null there.</summary>
    /// <exception cref="JsonException">The value does not fit the type.</exception>
    public T? Get<T>(string field)
        => Json.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? value.Deserialize<T>(_json) : default;

    /// <summary>Model and id.</summary>
    public override string ToString() => $"{Model} {IdText}";

    internal object? As(Type type)
    {
        if (type == typeof(CreatedRecord))
            return this;
        if (type == typeof(JsonElement))
            return Json;
        if (type == typeof(string))
            return IdText;
        var isKey = type.IsPrimitive || type == typeof(Guid) || type == typeof(decimal);
        return (isKey ? Id : Json).Deserialize(type, _json);
    }
}
