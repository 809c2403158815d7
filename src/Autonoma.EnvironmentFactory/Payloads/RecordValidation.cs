using System.Text.Json;
using Autonoma.EnvironmentFactory.Protocol;
using Autonoma.EnvironmentFactory.Schema;

namespace Autonoma.EnvironmentFactory.Payloads;

/// <summary>Validates every record before the first one is created, as far as that goes without the ids that are still to come.</summary>
internal static class RecordValidation
{
    private const string NotNull = "must not be null";

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
            var missing = found.Select(fault => fault.Field).ToHashSet(StringComparer.Ordinal);
            var input = record.Model.Factory.Read(writer.Write(record, withIds: false, unresolved), found);
            // What is missing is said once, in our words; the serializer and the annotations would say it again.
            if (missing.Count > 0)
                found.RemoveAll(fault => fault.Field.Length == 0 || (missing.Contains(fault.Field) && !fault.Message.StartsWith("is required", StringComparison.Ordinal) && fault.Message != NotNull));
            var awaits = record.Fields.Where(field => field.DependsOnIds).Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
            // Of a field whose id is still to come nothing is known: it is judged when the record is created.
            found.RemoveAll(fault => awaits.Contains(fault.RootField));
            foreach (var fault in found)
                faults.Add(Describe(record, fault));
            if (awaits.Count == 0)
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

    private static void Missing(PayloadRecord record, List<FieldFault> faults)
    {
        foreach (var field in record.Model.Factory.Fields)
        {
            var sent = record.Fields.Find(candidate => candidate.Name == field.Name);
            if (sent is null && field.IsRequired)
                faults.Add(new(field.Name, "is required"));
            else if (sent is { Target: null, Value.ValueKind: JsonValueKind.Null } && !field.AllowsNull)
                faults.Add(new(field.Name, NotNull));
        }
    }
}
