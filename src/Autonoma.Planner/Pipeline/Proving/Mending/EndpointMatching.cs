using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Autonoma.EnvironmentFactory.Protocol;
using Autonoma.Planner.Designing;
using Autonoma.Planner.Designing.Values;
using Autonoma.Scenarios.Client;

namespace Autonoma.Planner.Pipeline.Proving.Mending;

/// <summary>
/// Brings the fields of scenarios in line with what <c>discover</c> reports: one that is called otherwise gets its name, one that is not taken goes, one that must be
/// there comes. What must be there and cannot be made up is told, and not made up.
/// </summary>
internal sealed class EndpointMatching(SchemaFacts facts, DataSchema? schema, IReadOnlyList<string> creatable)
{
    private readonly ValueInventor _values = ScenarioDesigner.Inventor(schema ?? new([.. creatable.Select(name => new StoredModel(name, []))], [], []));

    /// <summary>Fields that must be there and for which no value is known, in sentences.</summary>
    public SortedSet<string> Undecided { get; } = new(StringComparer.Ordinal);

    public void Apply(ScenarioEdits edits)
    {
        foreach (var scenario in edits.Scenarios.ToList())
        {
            foreach (var model in scenario.Models)
            {
                if (facts.Model(model) is not { } discovered)
                    continue;
                Rename(edits, scenario, discovered);
                Remove(edits, scenario, discovered);
                Add(edits, scenario, discovered);
                edits.Each(scenario.Name, model, (record, _) => Convert(record, discovered));
            }
        }
    }

    private void Rename(ScenarioEdits edits, ScenarioDesign scenario, DiscoveredModel discovered)
    {
        foreach (var column in Columns(scenario, discovered.Name).Where(column => Taken(discovered, column) is null).ToList())
        {
            var free = discovered.Fields.Where(field => !field.IsId && !Columns(scenario, discovered.Name).Contains(field.Name, StringComparer.Ordinal)).ToList();
            if (NameFor(scenario, discovered.Name, column, free) is not { } better)
                continue;
            edits.Each(scenario.Name, discovered.Name, (record, _) =>
            {
                if (!record.Fields.ContainsKey(column))
                    return;
                // In its place, so that the columns of a table keep their order.
                var fields = record.Fields.ToList();
                record.Fields.Clear();
                foreach (var (name, value) in fields)
                    record.Fields[name == column ? better : name] = value;
            });
            edits.Note(scenario.Name, $"{discovered.Name}.{column} is called {better} by the endpoint");
        }
    }

    // The same name in another case; the same key by another ending; else the only free field that is about the same and shares a word.
    private string? NameFor(ScenarioDesign scenario, string model, string column, List<DiscoveredField> free)
    {
        var plain = NameWords.Plain(column);
        if (free.FirstOrDefault(field => NameWords.Plain(field.Name) == plain) is { } same)
            return same.Name;
        if (scenario.Records.Where(record => record.Model == model).Select(record => DesignedRecord.Reference(record.Fields[column])).FirstOrDefault(alias => alias is not null) is { } target)
        {
            var parent = scenario.Records.First(record => record.Alias == target).Model;
            return free.FirstOrDefault(field => References.Stem(field.Name) is { } stem && (stem == References.Stem(column) || References.Names(stem, parent)))?.Name;
        }

        var words = NameWords.Of(column);
        var last = column[(column.LastIndexOf('.') + 1)..];
        if (last != column && free.FirstOrDefault(field => NameWords.Plain(field.Name) == NameWords.Plain(last)) is { } part && !Columns(scenario, model).Contains(part.Name, StringComparer.Ordinal))
            return part.Name;
        var meaning = Meaning(model, column, schema?.Find(model)?.Field(column)?.Type ?? "string");
        return free.Where(field => field.IsRequired && !field.HasDefault && NameWords.Of(field.Name) is var others && (others.All(word => words.Contains(word, StringComparer.Ordinal)) || words.All(word => others.Contains(word, StringComparer.Ordinal))) && Meaning(model, field.Name, field.Type) == meaning).ToList() is [var only] ? only.Name : null;
    }

    private void Remove(ScenarioEdits edits, ScenarioDesign scenario, DiscoveredModel discovered)
    {
        foreach (var column in Columns(scenario, discovered.Name).Where(column => Taken(discovered, column) is null).ToList())
        {
            var isState = schema?.Find(discovered.Name)?.Field(column) is { Words.Count: > 0 };
            edits.Each(scenario.Name, discovered.Name, (record, _) => record.Fields.Remove(column));
            edits.Note(scenario.Name, $"{discovered.Name}.{column} is removed: the endpoint takes no such field, the application sets it");
            if (isState)
                edits.Describe(scenario.Name, $"({NameWords.Spoken(discovered.Name)} records have the {NameWords.Spoken(column)} that the application gives them.)");
        }
    }

    private void Add(ScenarioEdits edits, ScenarioDesign scenario, DiscoveredModel discovered)
    {
        foreach (var field in discovered.Fields.Where(field => field is { IsRequired: true, HasDefault: false, IsId: false } && scenario.Records.Any(record => record.Model == discovered.Name && !Has(record, field))))
        {
            var failed = false;
            edits.Each(scenario.Name, discovered.Name, (record, number) =>
            {
                if (Has(record, field))
                    return;
                if (Value(scenario, discovered.Name, field, number) is { } value)
                    record.Fields[field.Name] = value;
                else
                    failed = true;
            });
            if (failed)
                Undecided.Add($"{discovered.Name}.{field.Name} ({field.Type}): the endpoint demands it, and no value can be made up. Add a column '{field.Name}' to the tables of {discovered.Name} in scenarios.md, or give the factory's input a default.");
            else
                edits.Note(scenario.Name, $"{discovered.Name}.{field.Name} is added: the endpoint demands it");
        }
    }

    private JsonNode? Value(ScenarioDesign scenario, string model, DiscoveredField field, int number)
    {
        if (References.To(scenario, schema, model, field.Name, facts) is { Count: > 0 } parents)
            return DesignedRecord.RefTo(parents[number % parents.Count].Alias);
        var known = schema?.Find(model)?.Field(field.Name);
        if (known is null && References.Stem(field.Name) is not null && field.Type is not (FieldTypes.Text))
            return null;
        var stored = known is not null && known.Words.Count > 0 ? known : new StoredField(field.Name, known?.Type ?? TypeOf(field.Type)) { Limits = known?.Limits ?? ValueLimits.None };
        var stands = schema?.Find(model) ?? new StoredModel(model, [stored]);
        // A name that a unique word is made of differs from run to run, also where only the endpoint knows the name.
        var varies = stands.MakesSlug && stored.Words.Count == 0 && NameWords.Of(field.Name) is [.., "name" or "title"] && ValueInventor.IsIdentifying(stands, stored);
        return field.Type == FieldTypes.Json ? null : _values.Value(stands.Fields.Contains(stored) ? stands : stands with { Fields = [.. stands.Fields, stored] }, stored, number, varies);
    }

    private static void Convert(DesignedRecord record, DiscoveredModel discovered)
    {
        foreach (var (name, value) in record.Fields.ToList())
        {
            if (discovered.Fields.FirstOrDefault(field => field.Name == name) is not { } field || value is not JsonValue scalar)
                continue;
            var kind = scalar.GetValueKind();
            if (kind == JsonValueKind.String && scalar.GetValue<string>() is var text && !text.Contains("{{", StringComparison.Ordinal))
            {
                if (field.Type is FieldTypes.Number or FieldTypes.WholeNumber && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
                    record.Fields[name] = field.Type == FieldTypes.WholeNumber ? JsonValue.Create((long)number) : JsonValue.Create(number);
                else if (field.Type == FieldTypes.Truth && bool.TryParse(text, out var truth))
                    record.Fields[name] = truth;
                else if (field.Type == FieldTypes.Date && text.Length > 10 && text[10] == 'T')
                    record.Fields[name] = text[..10];
                else if (field.Type == FieldTypes.Timestamp && text.Length == 10)
                    record.Fields[name] = $"{text}T00:00:00Z";
            }
            else if (field.Type == FieldTypes.Text && kind == JsonValueKind.Number)
                record.Fields[name] = scalar.ToJsonString();
            else if (field.Type == FieldTypes.WholeNumber && kind == JsonValueKind.Number && scalar.TryGetValue<decimal>(out var fraction) && fraction != Math.Truncate(fraction))
                record.Fields[name] = JsonValue.Create((long)Math.Round(fraction));
        }
    }

    // A part is taken when the endpoint has it by its whole name, or has the part as an object.
    private static DiscoveredField? Taken(DiscoveredModel discovered, string column)
        => discovered.Fields.FirstOrDefault(field => !field.IsId && (field.Name == column || (field.Type == FieldTypes.Json && column.StartsWith(field.Name + ".", StringComparison.Ordinal))));

    private static bool Has(DesignedRecord record, DiscoveredField field) => record.Fields.Any(pair => pair.Key == field.Name || pair.Key.StartsWith(field.Name + ".", StringComparison.Ordinal));

    private static List<string> Columns(ScenarioDesign scenario, string model) => [.. scenario.Records.Where(record => record.Model == model).SelectMany(record => record.Fields.Select(pair => pair.Key)).Distinct(StringComparer.Ordinal)];

    private static FieldMeaning Meaning(string model, string field, string type) => MeaningOf.Field(new(model, []), new(field, TypeOf(type)));

    private static string TypeOf(string type) => type switch
    {
        FieldTypes.WholeNumber => "int",
        FieldTypes.Number => "decimal",
        FieldTypes.Truth => "bool",
        FieldTypes.Timestamp => "datetime",
        FieldTypes.Uuid => "guid",
        _ => type,
    };
}
