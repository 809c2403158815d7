using System.Text.Json;
using System.Text.Json.Nodes;
using Autonoma.Planner.Designing;
using Autonoma.Planner.Designing.Values;
using Autonoma.Scenarios.Client;
using Autonoma.Scenarios.Preflight;

namespace Autonoma.Planner.Pipeline.Proving.Mending;

/// <summary>
/// Mends scenarios after what the endpoint said, in the ways that are allowed: a value is made to fit, a value that must be unique gets the run into it, a field is added
/// or taken away, a reference is led to a record that is there, a scenario beyond the three that are always needed is dropped. Records are never taken away to make
/// something pass.
/// </summary>
internal sealed class ScenarioMending(SchemaFacts facts, DataSchema? schema, ValueInventor values)
{
    /// <summary>Mends one fault; false when there is no allowed way.</summary>
    public bool Mend(Fault fault, ScenarioEdits edits)
    {
        if (fault.Side == FaultSide.Handler || edits.Scenarios.FirstOrDefault(scenario => scenario.Name == fault.Scenario) is not { } scenario)
            return false;
        var isMended = fault.Model is { } model && scenario.Models.Contains(model, StringComparer.Ordinal) && fault.Cause switch
        {
            FaultCause.NotUnique => MakeUnique(scenario, model, fault.Field, edits),
            FaultCause.InvalidValue => MakeFit(scenario, model, fault, edits),
            FaultCause.WrongType => Retype(scenario, model, fault, edits),
            FaultCause.MissingField => Add(scenario, model, fault, edits),
            FaultCause.UnknownField => Remove(scenario, model, fault.Field, edits),
            FaultCause.DanglingReference => Redirect(scenario, edits),
            _ => false,
        };
        if (!isMended && fault.Cause == FaultCause.DanglingReference)
            isMended = Redirect(scenario, edits);
        if (isMended)
            return true;
        if (PreflightCheck.RequiredScenarios.Contains(scenario.Name, StringComparer.Ordinal))
            return false;
        edits.Drop(scenario.Name, $"it cannot be made as it is ({fault.Message.ReplaceLineEndings(" ")}).");
        return true;
    }

    private bool MakeUnique(ScenarioDesign scenario, string model, string? field, ScenarioEdits edits)
    {
        var stored = Stored(model);
        var fields = field is not null ? [field] : scenario.Records.Where(record => record.Model == model).SelectMany(record => record.Fields.Select(pair => pair.Key)).Distinct(StringComparer.Ordinal)
            .Where(name => ValueInventor.IsIdentifying(stored, stored.Field(name) ?? new(name, "string"))).ToList();
        var changed = false;
        foreach (var name in fields)
        {
            var known = stored.Field(name) ?? new(name, "string");
            if (known.Words.Count > 0)
                continue;
            edits.Each(scenario.Name, model, (record, number) =>
            {
                if (record.Fields[name] is not JsonValue value || !value.TryGetValue<string>(out var text) || text.Contains(ValueInventor.RunToken, StringComparison.Ordinal))
                    return;
                // The value that is there says what it said, and the run beside it; only where that does not fit is it made anew.
                var longer = text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? $"{text[..at]}-{ValueInventor.RunToken}{text[at..]}" : $"{text}{(text.Contains(' ', StringComparison.Ordinal) ? ' ' : '-')}{ValueInventor.RunToken}";
                var sample = longer.Replace(ValueInventor.RunToken, "0a1b2c3d", StringComparison.Ordinal);
                var fits = sample.Length <= (known.Limits.MaxLength ?? int.MaxValue) && (known.Limits.Pattern is not { } pattern || PatternText.Fits(pattern, sample));
                if ((fits ? longer : values.Value(stored, known, number, varies: true)?.GetValue<string>()) is not { } unique)
                    return;
                record.Fields[name] = unique;
                changed = true;
            });
        }

        if (changed)
            edits.Note(scenario.Name, $"{model}.{string.Join(" and ", fields)} differs from run to run: it must be unique");
        return changed;
    }

    private bool MakeFit(ScenarioDesign scenario, string model, Fault fault, ScenarioEdits edits)
    {
        var field = fault.Field is { } named ? Column(scenario, model, named) : fault.Limits.MaxLength is { } most ? TooLong(scenario, model, most) : null;
        if (field is null || (fault.Words.Count == 0 && fault.Limits == ValueLimits.None))
            return false;
        var stored = Stored(model);
        var known = stored.Field(field) ?? new(field, "string");
        var wanted = known with { Type = fault.Words.Count > 0 ? "string" : known.Type, KnownTexts = fault.Words.Count > 0 ? fault.Words : known.KnownTexts, Limits = Merged(known.Limits, fault.Limits) };
        var whole = stored with { Fields = [.. stored.Fields.Where(other => other.Name != known.Name), wanted] };
        var changed = false;
        edits.Each(scenario.Name, model, (record, number) =>
        {
            if (record.Fields[field] is not JsonValue value || Fits(value, wanted))
                return;
            var varies = value.TryGetValue<string>(out var text) && text.Contains(ValueInventor.RunToken, StringComparison.Ordinal);
            if (Number(value, wanted) is { } clamped)
                record.Fields[field] = clamped;
            else if (values.Value(whole, wanted, number, varies) is { } made && made.ToJsonString() != value.ToJsonString())
                record.Fields[field] = made;
            else
                return;
            changed = true;
        });
        if (changed)
            edits.Note(scenario.Name, $"{model}.{field} has other values: {fault.Message[(fault.Message.IndexOf(": ", StringComparison.Ordinal) + 2)..]}");
        return changed;
    }

    private bool Retype(ScenarioDesign scenario, string model, Fault fault, ScenarioEdits edits)
    {
        if (fault.Field is null || Column(scenario, model, fault.Field) is not { } field || fault.Type is not { } type || type is "fitting object or list")
            return false;
        var wanted = new StoredField(field, type switch { "integer" => "int", "number" => "decimal", "boolean" => "bool", "timestamp" => "datetime", "uuid" => "guid", "text" => "string", _ => type });
        var changed = false;
        edits.Each(scenario.Name, model, (record, number) =>
        {
            if (record.Fields[field] is not JsonValue value || values.Value(Stored(model), wanted, number) is not { } made || made.GetValueKind() == value.GetValueKind() && type is not ("uuid" or "date" or "timestamp"))
                return;
            record.Fields[field] = made;
            changed = true;
        });
        if (changed)
            edits.Note(scenario.Name, $"{model}.{field} has values of another kind: the endpoint takes {type}");
        return changed;
    }

    private bool Add(ScenarioDesign scenario, string model, Fault fault, ScenarioEdits edits)
    {
        if (fault.Field is not { } field || facts.Model(model)?.Fields.FirstOrDefault(known => Designing.Values.NameWords.Plain(known.Name) == Designing.Values.NameWords.Plain(field)) is not { IsId: false } discovered)
            return false;
        var parents = References.To(scenario, schema, model, discovered.Name, facts);
        var stored = Stored(model);
        var wanted = stored.Field(discovered.Name) ?? new(discovered.Name, discovered.Type switch { "integer" => "int", "number" => "decimal", "boolean" => "bool", "timestamp" => "datetime", "uuid" => "guid", var type => type });
        var changed = false;
        edits.Each(scenario.Name, model, (record, number) =>
        {
            if (record.Fields.ContainsKey(discovered.Name))
                return;
            JsonNode? value = parents.Count > 0 ? DesignedRecord.RefTo(parents[number % parents.Count].Alias) : References.Stem(discovered.Name) is null || wanted.Type is "string" ? values.Value(stored, wanted, number) : null;
            if (value is null)
                return;
            record.Fields[discovered.Name] = value;
            changed = true;
        });
        if (changed)
            edits.Note(scenario.Name, $"{model}.{discovered.Name} is added: the application demands it");
        return changed;
    }

    private static bool Remove(ScenarioDesign scenario, string model, string? field, ScenarioEdits edits)
    {
        if (field is null || Column(scenario, model, field) is not { } column)
            return false;
        edits.Each(scenario.Name, model, (record, _) => record.Fields.Remove(column));
        edits.Note(scenario.Name, $"{model}.{column} is removed: the endpoint takes no such field");
        return true;
    }

    // To a record of the model that the others of its column refer to; where there is none, a reference that may be left out is.
    private bool Redirect(ScenarioDesign scenario, ScenarioEdits edits)
    {
        var aliases = scenario.Records.ToDictionary(record => record.Alias, record => record.Model, StringComparer.Ordinal);
        var changed = false;
        foreach (var record in scenario.Records)
        {
            foreach (var (field, alias) in record.Fields.Select(pair => (pair.Key, DesignedRecord.Reference(pair.Value))).Where(pair => pair.Item2 is not null && !aliases.ContainsKey(pair.Item2)).ToList())
            {
                var model = scenario.Records.Where(other => other.Model == record.Model).Select(other => DesignedRecord.Reference(other.Fields[field])).OfType<string>().Where(aliases.ContainsKey).Select(other => aliases[other]).FirstOrDefault();
                var targets = model is not null ? [.. scenario.Records.Where(other => other.Model == model)] : References.To(scenario, schema, record.Model, field, facts);
                if (targets.Count > 0)
                {
                    record.Fields[field] = DesignedRecord.RefTo(targets[0].Alias);
                    edits.Note(scenario.Name, $"{record.Model}.{field} of {record.Alias} refers to {targets[0].Alias}: there is no '{alias}'");
                }
                else if (facts.Model(record.Model)?.Fields.FirstOrDefault(known => known.Name == field) is { IsRequired: false })
                {
                    record.Fields.Remove(field);
                    edits.Note(scenario.Name, $"{record.Model}.{field} of {record.Alias} is left out: there is no '{alias}'");
                }
                else
                    continue;
                changed = true;
            }
        }

        return changed;
    }

    // A whole column may be named by its last part, or in another case.
    private static string? Column(ScenarioDesign scenario, string model, string field)
    {
        var columns = scenario.Records.Where(record => record.Model == model).SelectMany(record => record.Fields.Select(pair => pair.Key)).Distinct(StringComparer.Ordinal).ToList();
        return columns.Find(column => column == field) ?? columns.Find(column => column.Equals(field, StringComparison.OrdinalIgnoreCase)) ?? columns.Find(column => column.StartsWith(field + ".", StringComparison.OrdinalIgnoreCase));
    }

    private static string? TooLong(ScenarioDesign scenario, string model, int most)
        => scenario.Records.Where(record => record.Model == model).SelectMany(record => record.Fields).Where(pair => pair.Value is JsonValue value && value.TryGetValue<string>(out var text) && text.Replace(ValueInventor.RunToken, "01234567", StringComparison.Ordinal).Length > most).Select(pair => pair.Key).FirstOrDefault();

    private static bool Fits(JsonValue value, StoredField wanted)
    {
        if (value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<decimal>(out var number))
            return number >= (wanted.Limits.Least ?? decimal.MinValue) && number <= (wanted.Limits.Most ?? decimal.MaxValue);
        if (value.GetValueKind() != JsonValueKind.String)
            return true;
        var text = value.GetValue<string>().Replace(ValueInventor.RunToken, "01234567", StringComparison.Ordinal);
        if (wanted.Words.Count > 0)
            return wanted.Words.Contains(text, StringComparer.Ordinal);
        return text.Length >= (wanted.Limits.MinLength ?? 0) && text.Length <= (wanted.Limits.MaxLength ?? int.MaxValue) && (wanted.Limits.Pattern is not { } pattern || PatternText.Fits(pattern, text)) && wanted.Limits.Format is null;
    }

    private static JsonNode? Number(JsonValue value, StoredField wanted)
    {
        if (value.GetValueKind() != JsonValueKind.Number || !value.TryGetValue<decimal>(out var number))
            return null;
        var inside = Math.Clamp(number, wanted.Limits.Least ?? decimal.MinValue, wanted.Limits.Most ?? decimal.MaxValue);
        return inside == Math.Truncate(inside) && number == Math.Truncate(number) ? JsonValue.Create((long)inside) : JsonValue.Create(inside);
    }

    private static ValueLimits Merged(ValueLimits known, ValueLimits said) => new()
    {
        MinLength = said.MinLength ?? known.MinLength, MaxLength = said.MaxLength ?? known.MaxLength, Least = said.Least ?? known.Least, Most = said.Most ?? known.Most,
        Pattern = said.Pattern ?? known.Pattern, Format = said.Format ?? known.Format,
    };

    private StoredModel Stored(string model) => schema?.Find(model) ?? new(model, []);
}
