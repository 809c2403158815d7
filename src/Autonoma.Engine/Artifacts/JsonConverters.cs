using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Artifacts;

/// <summary>A duration as a number of milliseconds, to a tenth: readable for people and every language.</summary>
internal sealed class MillisecondsConverter : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => TimeSpan.FromMilliseconds(reader.GetDouble());

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) => writer.WriteNumberValue(Math.Round(value.TotalMilliseconds, 1));
}

/// <summary>A rectangle as its four numbers alone; <see cref="UiRect"/> computes others that a reader can do without.</summary>
internal sealed class RectConverter : JsonConverter<UiRect>
{
    public override UiRect Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var rect = document.RootElement;
        return new(rect.GetProperty("x").GetDouble(), rect.GetProperty("y").GetDouble(), rect.GetProperty("width").GetDouble(), rect.GetProperty("height").GetDouble());
    }

    public override void Write(Utf8JsonWriter writer, UiRect value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("x", Math.Round(value.X, 1));
        writer.WriteNumber("y", Math.Round(value.Y, 1));
        writer.WriteNumber("width", Math.Round(value.Width, 1));
        writer.WriteNumber("height", Math.Round(value.Height, 1));
        writer.WriteEndObject();
    }
}

/// <summary>What a command gave back: text, numbers and truth values as such, everything else as its text.</summary>
internal sealed class OutputConverter : JsonConverter<object>
{
    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Number => reader.GetDouble(),
        JsonTokenType.Null => null,
        JsonTokenType.String => reader.GetString(),
        _ => JsonElement.ParseValue(ref reader).GetRawText(),
    };

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case int or long or short or byte:
                writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case double or float or decimal when double.IsFinite(Convert.ToDouble(value, CultureInfo.InvariantCulture)):
                writer.WriteNumberValue(Convert.ToDouble(value, CultureInfo.InvariantCulture));
                break;
            default:
                writer.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}

/// <summary>An enum as a kebab-case word (<c>max-steps</c>).</summary>
internal sealed class KebabCase<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.KebabCaseLower)
    where TEnum : struct, Enum;
