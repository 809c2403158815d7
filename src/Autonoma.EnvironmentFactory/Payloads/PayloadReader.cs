using System.Text.Json;
using Autonoma.EnvironmentFactory.Factories;

namespace Autonoma.EnvironmentFactory.Payloads;

/// <summary>Reads the tree of <c>create</c>: records, nested records, aliases and references, none of them resolved yet.</summary>
internal sealed class PayloadReader(FactoryRegistry registry, EnvironmentFactoryOptions options)
{
    private readonly Payload _payload = new();
    private readonly PayloadFaults _faults = new();

    /// <summary>The payload, with every reference resolved to its record and the scope filled in.</summary>
    /// <exception cref="EnvironmentFactoryException">Everything that is wrong with its shape.</exception>
    public static Payload Read(JsonElement create, FactoryRegistry registry, EnvironmentFactoryOptions options)
        => new PayloadReader(registry, options).Read(create);

    private Payload Read(JsonElement create)
    {
        if (create.ValueKind != JsonValueKind.Object)
            throw EnvironmentFactoryException.InvalidBody("`create` must be an object keyed by model name");
        foreach (var (name, list) in Members(create))
        {
            if (!registry.TryFind(name, out var model))
                _faults.Add($"{name}: no factory is registered for this model. Registered: {Names(registry.Models.Select(candidate => candidate.Name))}");
            else if (list.ValueKind != JsonValueKind.Array)
                _faults.Add($"`create.{name}` must be a list of entity objects, got {KindOf(list)}");
            else
                ReadTopLevel(model, list);
        }

        ReferenceResolution.Resolve(_payload, _faults);
        _faults.ThrowIfAny();
        ScopeFilling.Fill(_payload, registry);
        return _payload;
    }

    private void ReadTopLevel(RegisteredModel model, JsonElement list)
    {
        var index = 0;
        foreach (var element in list.EnumerateArray())
        {
            if (element.ValueKind == JsonValueKind.Object)
                ReadRecord(element, model, $"{model.Name}[{index}]", root: null);
            else
                _faults.Add($"`create.{model.Name}` entries must be objects, got {KindOf(element)}");
            index++;
        }
    }

    private PayloadRecord ReadRecord(JsonElement element, RegisteredModel model, string path, PayloadRecord? root)
    {
        if (_payload.Records.Count >= options.MaxRecords)
            throw EnvironmentFactoryException.InvalidBody($"more than {options.MaxRecords} records: raise MaxRecords if that is meant");
        var record = new PayloadRecord(_payload.Records.Count, model, path, root);
        _payload.Records.Add(record);
        foreach (var (name, value) in Members(element))
        {
            if (name == "_alias")
                ReadAlias(record, value);
            else if (name == "_ref")
                continue;
            else if (model.FindRelation(name) is { } relation && value.ValueKind is JsonValueKind.Array or JsonValueKind.Object && relation is not null)
                ReadNested(record, relation, value);
            else
                ReadField(record, name, value);
        }

        return record;
    }

    private void ReadAlias(PayloadRecord record, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return;
        if (value.ValueKind != JsonValueKind.String)
            _faults.Add($"{record.Path}: `_alias` must be text, got {KindOf(value)}");
        else if (!_payload.Aliases.TryAdd(value.GetString()!, record))
            _faults.Add($"{record.Path}: the alias \"{value.GetString()}\" is declared twice, first by {_payload.Aliases[value.GetString()!].Path}");
        else
            record.Alias = value.GetString();
    }

    private void ReadField(PayloadRecord record, string name, JsonElement value)
    {
        var field = record.Model.FindField(name);
        var scan = ValueScan.Of(value, record.References);
        if (field is not null || record.Model.Factory.TakesAnything)
        {
            record.Fields.Add(new(field?.Name ?? name, field) { Value = value, HasReferences = scan.HasReferences, HasTokens = scan.HasTokens });
            return;
        }

        var isNested = value.ValueKind == JsonValueKind.Array || (value.ValueKind == JsonValueKind.Object && ValueScan.ReferenceOf(value) is null);
        if (isNested && !name.StartsWith('_'))
        {
            var what = value.ValueKind == JsonValueKind.Array ? "a nested list" : "a nested object";
            _faults.Add($"{record.Path}.{name}: {what} that nobody declared. {record.Model.Name} has neither a field nor a relation of this name; its relations: {Names(record.Model.Relations.Select(relation => relation.Name))}");
        }
        else if (options.RejectUnknownFields && !name.StartsWith('_'))
        {
            _faults.Add($"{record.Path}.{name}: {record.Model.Name} has no such field. Its fields: {Names(record.Model.Factory.Fields.Select(candidate => candidate.Name))}");
        }
        else
        {
            _payload.Unknown.Add($"{record.Model.Name}.{name}");
        }
    }

    private void ReadNested(PayloadRecord parent, ModelRelation relation, JsonElement value)
    {
        registry.TryFind(relation.Model, out var model);
        var path = $"{parent.Path}.{relation.Name}";
        var elements = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToList() : [value];
        if (relation.Kind != RelationKind.HasMany && elements.Count > 1)
        {
            _faults.Add($"{path}: one record at most, got {elements.Count}");
            return;
        }

        for (var i = 0; i < elements.Count; i++)
        {
            var own = value.ValueKind == JsonValueKind.Array ? $"{path}[{i}]" : path;
            if (elements[i].ValueKind != JsonValueKind.Object)
                _faults.Add($"{own} must be a record, got {KindOf(elements[i])}");
            else if (ValueScan.ReferenceOf(elements[i]) is { } alias)
                ReadReferenceInPlace(parent, relation, elements[i], alias, own);
            else
                ReadChild(parent, relation, model!, elements[i], own);
        }
    }

    private void ReadReferenceInPlace(PayloadRecord parent, ModelRelation relation, JsonElement value, string alias, string path)
    {
        if (relation.Kind != RelationKind.BelongsTo)
        {
            _faults.Add($"{path}: only a record can be nested here, since {relation.Model} holds the key {relation.ForeignKey}; put the _ref there");
            return;
        }

        parent.References.Add(alias);
        parent.Fields.Add(new(FieldName(parent, relation), parent.Model.FindField(relation.ForeignKey)) { Value = value, HasReferences = true });
    }

    private void ReadChild(PayloadRecord parent, ModelRelation relation, RegisteredModel model, JsonElement element, string path)
    {
        var child = ReadRecord(element, model, path, parent.Root);
        var (holder, target) = relation.Kind == RelationKind.BelongsTo ? (parent, child) : (child, parent);
        var name = FieldName(holder, relation);
        if (holder.Fields.Find(field => field.Name == name) is { } own)
        {
            if (ValueScan.ReferenceOf(own.Value) is null)
                _faults.Add($"{holder.Path}.{name} is set although nesting sets it");
            return;
        }

        holder.Fields.Add(new(name, holder.Model.FindField(relation.ForeignKey)) { Target = target });
        holder.DependsOn.Add(target);
    }

    private static string FieldName(PayloadRecord holder, ModelRelation relation) => holder.Model.FindField(relation.ForeignKey)?.Name ?? relation.ForeignKey;

    // Of members with the same name the last one counts, in the place of the first.
    private static IEnumerable<(string Name, JsonElement Value)> Members(JsonElement element)
    {
        var members = new List<(string Name, JsonElement Value)>();
        Dictionary<string, int>? places = null;
        foreach (var member in element.EnumerateObject())
        {
            var name = member.Name;
            var place = -1;
            if (members.Count < 16)
            {
                for (var i = 0; i < members.Count && place < 0; i++)
                    place = members[i].Name == name ? i : -1;
            }
            else
            {
                places ??= Enumerable.Range(0, members.Count).ToDictionary(i => members[i].Name, StringComparer.Ordinal);
                place = places.TryGetValue(name, out var known) ? known : -1;
            }

            if (place >= 0)
            {
                members[place] = (name, member.Value);
                continue;
            }

            places?.Add(name, members.Count);
            members.Add((name, member.Value));
        }

        return members;
    }

    internal static string KindOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => "array",
        JsonValueKind.Object or JsonValueKind.Null => "object",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        _ => "boolean",
    };

    private static string Names(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } list ? list : "none";
}
