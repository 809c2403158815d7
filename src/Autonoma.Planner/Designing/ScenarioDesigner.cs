using System.Globalization;
using System.Text.Json.Nodes;
using Autonoma.Planner.Artifacts;
using Autonoma.Planner.Designing.Scoping;
using Autonoma.Planner.Designing.Values;

namespace Autonoma.Planner.Designing;

/// <summary>Designs the scenarios standard, empty and large from what is stored and who creates it. The same input gives the same scenarios.</summary>
public sealed class ScenarioDesigner
{
    private readonly DataSchema _schema;
    private readonly EntityAudit _audit;
    private readonly ScopingAnalysis _scoping;
    private readonly Variation _variation;
    private readonly ValueInventor _values;
    private readonly SortedSet<string> _undecided = new(StringComparer.Ordinal);

    /// <summary>A designer.</summary>
    public ScenarioDesigner(DataSchema schema, EntityAudit audit, ScopingAnalysis scoping)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(audit);
        ArgumentNullException.ThrowIfNull(scoping);
        (_schema, _audit, _scoping) = (schema, audit, scoping);
        _variation = new(schema, scoping);
        _values = Inventor(schema);
    }

    /// <summary>Values of the models of a schema: each model has people and things of its own.</summary>
    public static ValueInventor Inventor(DataSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var order = schema.Models.Select(model => model.Name).Order(StringComparer.Ordinal).ToList();
        return new(name => Math.Max(0, order.BinarySearch(name, StringComparer.Ordinal)) * 7);
    }

    /// <summary>Designs all three.</summary>
    public DesignedScenarios Design()
    {
        var scenarios = new[] { Design("standard"), Design("empty"), Design("large") };
        return new(scenarios, [.. _undecided]);
    }

    /// <summary>The fields whose values differ from run to run, with the reason.</summary>
    public IEnumerable<(string Model, string Field, string Reason)> Varying(ScenarioDesign scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        foreach (var model in scenario.Models)
        {
            foreach (var field in scenario.Records.Where(record => record.Model == model).SelectMany(record => record.Fields.Select(pair => pair.Key)).Distinct(StringComparer.Ordinal))
            {
                if (_schema.Find(model)?.Field(field) is { } stored && _variation.Reason(_schema.Find(model)!, stored) is { } reason
                    && scenario.Records.Any(record => record.Model == model && record.Fields[field] is JsonValue value && value.TryGetValue<string>(out var text) && text.Contains(ValueInventor.RunToken, StringComparison.Ordinal)))
                    yield return (model, field, reason);
            }
        }
    }

    private ScenarioDesign Design(string scenario)
    {
        var creatable = new Creatable(_schema, _audit, _scoping, scenario == "empty" ? IsOfEmpty : _ => true);
        var counts = new RecordCounts(_schema, _scoping).Of(scenario, creatable.Order);
        var records = new List<DesignedRecord>();
        var byModel = new Dictionary<string, List<DesignedRecord>>(StringComparer.Ordinal);
        foreach (var name in creatable.Order)
        {
            var made = Records(_schema.Find(name)!, counts[name], scenario, byModel);
            byModel[name] = made;
            records.AddRange(made);
        }

        if (scenario != "empty")
            _undecided.UnionWith(creatable.LeftOut.Values);
        return new(scenario, Describe(scenario, creatable.Order, counts), records) { Credentials = Credentials(byModel), ComesAlong = [.. creatable.ComesAlong.Values] };
    }

    private bool IsOfEmpty(string name)
    {
        var needed = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(new[] { _scoping.Root, _scoping.User }.OfType<string>());
        while (open.TryDequeue(out var next))
        {
            if (needed.Add(next))
            {
                foreach (var link in _schema.LinksOf(next).Where(link => link.IsRequired))
                    open.Enqueue(link.Parent);
            }
        }

        // Without a scope and without users, an empty system is one without anything: the least that a recipe can say is one record that needs no other.
        if (needed.Count == 0)
            return name == _schema.Models.Where(model => !model.IsPart && !_schema.LinksOf(model.Name).Any(link => link.IsRequired) && _audit.Find(model.Name)?.IndependentlyCreated == true).Select(model => model.Name).Order(StringComparer.Ordinal).FirstOrDefault();
        return needed.Contains(name);
    }

    private List<DesignedRecord> Records(StoredModel model, int count, string scenario, Dictionary<string, List<DesignedRecord>> made)
    {
        var links = _schema.LinksOf(model.Name).ToList();
        var fields = FieldChoice.Of(model, links, scenario == "empty").ToList();
        var records = new List<DesignedRecord>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var record = new DesignedRecord(model.Name, Alias(model.Name, i), []);
            var step = 1;
            foreach (var link in links.DistinctBy(link => link.Field))
            {
                if (Parent(link, i, step, count, made, records) is { } parent)
                    record.Fields[link.Field] = DesignedRecord.RefTo(parent.Alias);
                if (model.IsJoin && made.TryGetValue(link.Parent, out var others))
                    step *= Math.Max(1, others.Count);
            }

            foreach (var field in fields)
            {
                if (Echo(model, field, record, i, made) is { } echo)
                    record.Fields[field.Name] = echo;
                else if (_values.Value(model, field, i, _variation.Reason(model, field) is not null) is { } value)
                    record.Fields[field.Name] = value;
                else if (field.IsRequired && !field.HasDefault)
                    _undecided.Add($"{model.Name}.{field.Name}: no value could be made up that is sure to be valid{(field.Limits.Pattern is { } pattern ? $" (it must match `{pattern}`)" : "")}; write one into the tables of scenarios.md.");
            }

            if (model.Name == _scoping.User && MakesPassword(model) && !record.Fields.Any(pair => ValueInventor.IsPassword(model, new(pair.Key, "string"))))
                record.Fields["password"] = ValueInventor.Password;
            if (IsNew(model, record, taken))
                records.Add(record);
        }

        return records;
    }

    // Joins and children go round their parents, each in a rhythm of its own, so that all pairs come before one comes twice.
    private DesignedRecord? Parent(ModelLink link, int number, int step, int count, Dictionary<string, List<DesignedRecord>> made, List<DesignedRecord> own)
    {
        if (link.Parent == link.Child)
            return number >= (count + 1) / 2 && own.Count > 0 ? own[(number - ((count + 1) / 2)) % Math.Min(own.Count, (count + 1) / 2)] : null;
        return made.TryGetValue(link.Parent, out var parents) && parents.Count > 0 ? parents[number / Math.Max(1, step) % parents.Count] : null;
    }

    // A text that is called as a model repeats what a record of it is called: the category of a product is one that there is.
    private JsonNode? Echo(StoredModel model, StoredField field, DesignedRecord record, int number, Dictionary<string, List<DesignedRecord>> made)
    {
        if (field.Type.TrimEnd('?') is not "string" || field.Words.Count > 0 || NameWords.Of(field.Name) is not { Count: > 0 } words)
            return null;
        foreach (var other in made.Keys.Where(name => name != model.Name && NameWords.Of(name) is { } named && named.Take(words.Count).SequenceEqual(words, StringComparer.Ordinal) && named.Count <= words.Count + 1))
        {
            if (Variation.Titled(_schema.Find(other)!) is not { } title || made[other].Count == 0)
                continue;
            var linked = record.Fields.Select(pair => DesignedRecord.Reference(pair.Value)).FirstOrDefault(alias => made[other].Exists(known => known.Alias == alias));
            var source = linked is null ? made[other][number % made[other].Count] : made[other].Find(known => known.Alias == linked)!;
            if (source.Fields[title] is JsonValue text && text.TryGetValue<string>(out var said) && said.Length <= (field.Limits.MaxLength ?? int.MaxValue) && field.Limits.Pattern is null)
                return said;
        }

        return null;
    }

    private bool IsNew(StoredModel model, DesignedRecord record, HashSet<string> taken)
    {
        foreach (var set in Sets(model))
        {
            if (set.Any(name => !record.Fields.ContainsKey(name)))
                continue;
            for (var again = 2; !taken.Add($"{string.Join(',', set)}={string.Join('\u001f', set.Select(name => record.Fields[name]!.ToJsonString()))}"); again++)
            {
                // Only a text can be told apart by a number behind it; a pair of two records that is there is there.
                if (set.FirstOrDefault(name => record.Fields[name] is JsonValue value && value.TryGetValue<string>(out _) && model.Field(name) is { Words.Count: 0, Limits.Pattern: null, Type: "string" }) is not { } changeable || again > 50)
                    return false;
                record.Fields[changeable] = Numbered(record.Fields[changeable]!.GetValue<string>(), again, model.Field(changeable)!.Limits.MaxLength);
            }
        }

        return true;
    }

    private IEnumerable<IReadOnlyList<string>> Sets(StoredModel model) => AllSets(model).DistinctBy(set => string.Join(',', set), StringComparer.OrdinalIgnoreCase);

    private IEnumerable<IReadOnlyList<string>> AllSets(StoredModel model)
    {
        foreach (var set in model.Unique)
            yield return [.. set.Select(name => model.Field(name)?.Name ?? name)];
        if (model.IsJoin)
            yield return [.. _schema.LinksOf(model.Name).Select(link => link.Field)];
        foreach (var field in model.Fields.Where(field => ValueInventor.IsLogin(model, field) || (Variation.Titled(model) is { } title && field.Name == title)))
            yield return [field.Name];
    }

    private static string Numbered(string text, int number, int? most)
    {
        var suffix = number.ToString(CultureInfo.InvariantCulture);
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at > 0)
            return $"{text[..at]}{suffix}{text[at..]}";
        var whole = $"{text} {suffix}";
        return whole.Length > most ? $"{text[..(most.Value - suffix.Length - 1)]} {suffix}" : whole;
    }

    private bool MakesPassword(StoredModel model)
        => model.Fields.Any(field => NameWords.Of(field.Name).Contains("password", StringComparer.Ordinal)) || _audit.Find(model.Name)?.SideEffects.Any(effect => effect.Contains("hashes", StringComparison.OrdinalIgnoreCase)) == true;

    private DesignedCredentials? Credentials(Dictionary<string, List<DesignedRecord>> made)
    {
        if (_scoping.User is not { } user || !made.TryGetValue(user, out var records) || records.Count == 0)
            return null;
        var model = _schema.Find(user)!;
        var first = records[0];
        var login = first.Fields.Where(pair => model.Field(pair.Key) is { } field && ValueInventor.IsLogin(model, field)).OrderBy(pair => NameWords.Of(pair.Key).Contains("email", StringComparer.Ordinal) ? 0 : 1).Select(pair => pair.Value!.GetValue<string>()).FirstOrDefault();
        return login is null ? null : new(user, first.Alias, login, first.Fields.Any(pair => ValueInventor.IsPassword(model, new(pair.Key, "string"))) ? ValueInventor.Password : null);
    }

    private string Describe(string scenario, IReadOnlyList<string> order, Dictionary<string, int> counts)
    {
        var root = _scoping.Root is { } name ? $"One {NameWords.Spoken(name)}" : "The system";
        switch (scenario)
        {
            case "empty":
                return _scoping.User is { } user && counts.ContainsKey(user) ? $"{root} that was set up a moment ago: one {NameWords.Spoken(user)} who can sign in, and nothing else." : $"{root} that was set up a moment ago, with nothing in it.";
            case "large":
                return $"{root} with more records than a page shows: {Most(order, counts)}. For paging, searching and long lists.";
            default:
                return $"{root} in daily use, every state of every record among them: {Most(order, counts)}.";
        }
    }

    private string Most(IReadOnlyList<string> order, Dictionary<string, int> counts)
        => string.Join(", ", order.Where(name => name != _scoping.Root).OrderByDescending(name => counts[name]).ThenBy(name => name, StringComparer.Ordinal).Take(5).Select(name => string.Create(CultureInfo.InvariantCulture, $"{counts[name]} {NameWords.Spoken(name)} records")));

    private static string Alias(string model, int number) => string.Create(CultureInfo.InvariantCulture, $"{char.ToLowerInvariant(model[0])}{model[1..]}{number + 1}");
}
