using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Autonoma.EnvironmentFactory.Factories;
using Autonoma.EnvironmentFactory.Schema;

namespace Autonoma.EnvironmentFactory.EntityFrameworkCore.Entities;

/// <summary>Reads the values of an entity and checks them against the EF model and the data annotations.</summary>
internal sealed class EntityInputReader(EntityMap map, ModelFactoryEnvironment environment)
{
    public object? Read(ReadOnlySpan<byte> record, ICollection<FieldFault> faults)
    {
        var before = faults.Count;
        var reader = new Utf8JsonReader(record);
        var json = JsonElement.ParseValue(ref reader);
        var values = new List<(EntityMember, object?)>();
        foreach (var member in map.Members)
        {
            if (member.Field is not { } field || !json.TryGetProperty(field.Name, out var sent))
                continue;
            if (!TryRead(sent, field, faults, out var value))
                continue;
            Check(member, value, faults);
            values.Add((member, value));
        }

        return faults.Count == before ? new EntityInput(values) : null;
    }

    private bool TryRead(JsonElement sent, ModelField field, ICollection<FieldFault> faults, out object? value)
    {
        value = null;
        if (sent.ValueKind == JsonValueKind.Null)
        {
            if (!field.AllowsNull)
                faults.Add(new(field.Name, "must not be null"));
            return field.AllowsNull;
        }

        try
        {
            value = sent.Deserialize(field.ValueType, environment.Json);
            return true;
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or ArgumentException or FormatException or InvalidOperationException)
        {
            faults.Add(new(field.Name, InputFault.Describe(sent, field)));
            return false;
        }
    }

    private void Check(EntityMember member, object? value, ICollection<FieldFault> faults)
    {
        if (member.MaxLength is { } longest && value is string text && text.Length > longest)
            faults.Add(new(member.Name, $"must not be longer than {longest} characters, has {text.Length}"));
        foreach (var attribute in member.Attributes)
        {
            if (attribute is MaxLengthAttribute or StringLengthAttribute { MinimumLength: 0 } && member.MaxLength is not null)
                continue;
            if (!attribute.IsValid(value))
                faults.Add(new(member.Name, attribute.FormatErrorMessage(member.Name)));
        }

        if (value is not null && member.Field!.Type == Protocol.FieldTypes.Json)
        {
            var nested = new List<FieldFault>();
            environment.Annotations.Check(value, nested);
            foreach (var fault in nested)
                faults.Add(new(fault.Field.Length == 0 ? member.Name : $"{member.Name}.{fault.Field}", fault.Message));
        }
    }
}
