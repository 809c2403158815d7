using System.Text.Json;

namespace Autonoma.EnvironmentFactory.Schema;

/// <summary>Makes an input object of a record and says everything that is wrong with it, field by field.</summary>
internal sealed class InputReader(Type type, InputSchema schema, JsonSerializerOptions json, InputAnnotations annotations)
{
    /// <summary>The input; null if the faults say why there is none.</summary>
    public object? Read(ReadOnlySpan<byte> record, ICollection<FieldFault> faults)
    {
        var before = faults.Count;
        object? input = null;
        try
        {
            input = JsonSerializer.Deserialize(record, type, json);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or ArgumentException or FormatException or InvalidOperationException)
        {
            // The serializer stops at the first: each field alone shows them all.
            ReadFieldByField(record, faults);
            if (faults.Count == before)
                faults.Add(new((exception as JsonException)?.Path?.TrimStart('$', '.') ?? "", Reason(exception)));
        }

        if (input is null)
            return null;
        annotations.Check(input, faults);
        return faults.Count == before ? input : null;
    }

    private void ReadFieldByField(ReadOnlySpan<byte> record, ICollection<FieldFault> faults)
    {
        var reader = new Utf8JsonReader(record);
        using var document = JsonDocument.ParseValue(ref reader);
        foreach (var field in schema.Fields)
        {
            if (!document.RootElement.TryGetProperty(field.Name, out var value))
                continue;
            try
            {
                value.Deserialize(field.ValueType, json);
            }
            catch (Exception exception) when (exception is JsonException or NotSupportedException or ArgumentException or FormatException or InvalidOperationException)
            {
                var inner = (exception as JsonException)?.Path?.TrimStart('$') ?? "";
                faults.Add(new(field.Name + inner, inner.Length > 0 ? Reason(exception) : InputFault.Describe(value, field)));
            }
        }
    }

    // The message of the serializer names .NET types and byte positions; what a reader of the recipe needs stands before.
    private static string Reason(Exception exception)
    {
        var message = exception.Message;
        var path = message.IndexOf(" Path: ", StringComparison.Ordinal);
        return path < 0 ? message : message[..path];
    }
}
