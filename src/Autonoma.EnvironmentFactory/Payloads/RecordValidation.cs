using System.Text.Json;
using Autonoma.EnvironmentFactory.Protocol;
using Autonoma.EnvironmentFactory.Schema;

namespace Autonoma.EnvironmentFactory.Payloads;

/// <summary>Validates every record before the first one is created, as far as that goes without the ids that are still to come.</summary>
internal static class RecordValidation
{
    /// <exception cref="EnvironmentFactoryException">Unknown tokens, or records that are not valid: model, record, field and reason of each.</exception>
    public static void ThrowIfInvalid(IReadOnlyList<PayloadRecord> order, RecordWriter writer)
    {
        var faults = new PayloadFaults();
        var unresolved = new List<string>();
        var found = new List<FieldFault>();
        foreach (var record in order)
        {
            found.Clear();
            Missing(record, found);
            var missing = found.Count;
            var input = record.Model.Factory.Read(writer.Write(record, withIds: false, unresolved), found);
            if (found.Count > 0)
                Report(record, found, missing, faults);
            if (!record.Fields.Exists(static field => field.DependsOnIds))
                record.Input = input;
        }

        if (unresolved.Count > 0)
            throw new EnvironmentFactoryException(ErrorCodes.UnresolvedToken, $"Unresolved token: {string.Join(", ", unresolved.Distinct().Take(20).Select(token => $"{{{{{token}}}}}"))}");
        faults.ThrowIfAny();
    }

    /// <summary>The input of a record whose references exist by now.</summary>
    /// <exception cref="EnvironmentFactoryException">The record is not valid with the ids it got.</exception>
    public static object InputOf(PayloadRecord record, RecordWriter writer)
    {
        if (record.Input is { } input)
            return input;
        var found = new List<FieldFault>();
        var read = record.Model.Factory.Read(writer.Write(record, withIds: true), found);
        if (read is not null && found.Count == 0)
            return read;
        var faults = new PayloadFaults();
        foreach (var fault in found)
            faults.Add(Describe(record, fault));
        faults.ThrowIfAny();
        throw EnvironmentFactoryException.InvalidBody($"{record}: not valid");
    }

    internal static string Describe(PayloadRecord record, FieldFault fault)
        => $"validation failed for model {record.Model.Name}: {record}{(fault.Field.Length > 0 ? $", field {fault.Field}" : "")}: {fault.Message}";

    private static void Report(PayloadRecord record, List<FieldFault> found, int missing, PayloadFaults faults)
    {
        for (var i = 0; i < found.Count; i++)
        {
            var fault = found[i];
            // Of a field whose id is still to come nothing is known: it is judged when the record is created.
            if (record.Fields.Exists(field => field.DependsOnIds && field.Name == fault.RootField))
                continue;
            // What is missing is said once, in our words; the serializer and the annotations say it again.
            if (i >= missing && missing > 0 && (fault.Field.Length == 0 || found.FindIndex(0, missing, known => known.Field == fault.Field) >= 0))
                continue;
            faults.Add(Describe(record, fault));
        }
    }

    private static void Missing(PayloadRecord record, List<FieldFault> faults)
    {
        foreach (var field in record.Model.Factory.Fields)
        {
            var sent = Sent(record, field.Name);
            if (sent is null && field.IsRequired)
                faults.Add(new(field.Name, "is required"));
            else if (sent is { Target: null, Value.ValueKind: JsonValueKind.Null } && !field.AllowsNull)
                faults.Add(new(field.Name, "must not be null"));
        }
    }

    private static PayloadField? Sent(PayloadRecord record, string name)
    {
        foreach (var field in record.Fields)
        {
            if (field.Name == name)
                return field;
        }

        return null;
    }
}
