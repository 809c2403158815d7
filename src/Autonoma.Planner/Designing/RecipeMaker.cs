using System.Text.Json.Nodes;
using Autonoma.Planner.Artifacts;
using Autonoma.Planner.Designing.Values;
using Autonoma.Scenarios.Client;
using Autonoma.Scenarios.Recipes;
using Autonoma.Scenarios.Variables;

namespace Autonoma.Planner.Designing;

/// <summary>Makes recipes of designed scenarios: nested where the endpoint says what may be nested, side by side and tied by references where it does not.</summary>
/// <param name="facts">What the endpoint can create.</param>
/// <param name="variables">Fields whose first value has a name of its own.</param>
public sealed class RecipeMaker(SchemaFacts facts, IReadOnlyList<VariableField> variables)
{
    private const string ShortId = $"{{{{{Tokens.ShortIdToken}}}}}";

    /// <summary>The recipe of a scenario.</summary>
    public Recipe Make(ScenarioDesign scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var definitions = new Dictionary<string, VariableDefinition>(StringComparer.Ordinal);
        var aliases = scenario.Records.Select(record => record.Alias).ToHashSet(StringComparer.Ordinal);
        var used = scenario.Records.SelectMany(record => record.Fields.Select(pair => DesignedRecord.Reference(pair.Value))).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var nodes = new Dictionary<string, (DesignedRecord Record, JsonObject Node)>(StringComparer.Ordinal);
        foreach (var record in scenario.Records)
        {
            var node = new JsonObject();
            if (used.Contains(record.Alias))
                node["_alias"] = record.Alias;
            foreach (var (name, value) in record.Fields)
                Put(node, record.Model, name, Value(scenario.Name, record, name, value, definitions));
            nodes[record.Alias] = (record, node);
        }

        var create = new JsonObject();
        foreach (var record in scenario.Records)
        {
            var node = nodes[record.Alias].Node;
            var (parent, field, list) = Nesting(record, nodes);
            if (parent is null)
            {
                List(create, record.Model).Add((JsonNode)node);
                continue;
            }

            node.Remove(field!);
            List(parent, list!).Add((JsonNode)node);
        }

        return new() { Name = scenario.Name, Description = scenario.Description, Create = create, Variables = definitions };
    }

    private static JsonArray List(JsonObject owner, string key)
    {
        if (owner[key] is JsonArray list)
            return list;
        list = [];
        owner[key] = list;
        return list;
    }

    // The last parent that was made is the nearest: a line hangs below its order, not below the shop.
    private (JsonObject? Parent, string? Field, string? List) Nesting(DesignedRecord record, Dictionary<string, (DesignedRecord Record, JsonObject Node)> nodes)
    {
        var order = nodes.Keys.ToList();
        foreach (var (field, target) in record.Fields.Select(pair => (pair.Key, Target: DesignedRecord.Reference(pair.Value))).Where(pair => pair.Target is not null && nodes.ContainsKey(pair.Target)).OrderByDescending(pair => order.IndexOf(pair.Target!)))
        {
            var parent = nodes[target!];
            // Two references to records of one model: which of them a list of children stands for is not known.
            if (record.Fields.Count(pair => DesignedRecord.Reference(pair.Value) is { } other && nodes.TryGetValue(other, out var known) && known.Record.Model == parent.Record.Model) > 1)
                continue;
            if (facts.Relations.FirstOrDefault(relation => relation.ParentModel == parent.Record.Model && relation.ChildModel == record.Model && (relation.ChildField.Length == 0 || relation.ChildField == field)) is { } relation)
                return (parent.Node, field, relation.ParentField);
            if (facts.Nested?.GetValueOrDefault(parent.Record.Model)?.Where(nesting => nesting.Many && nesting.Model == record.Model).ToList() is [var only])
                return (parent.Node, field, only.Name);
        }

        return default;
    }

    private JsonNode? Value(string scenario, DesignedRecord record, string field, JsonNode? value, Dictionary<string, VariableDefinition> definitions)
    {
        if (value is not JsonValue text || !text.TryGetValue<string>(out var words) || !words.Contains(ValueInventor.RunToken, StringComparison.Ordinal))
            return value?.DeepClone();
        if (variables.FirstOrDefault(variable => variable.Entity == $"{record.Model}.{field}" && variable.Scenarios.Contains(scenario, StringComparer.Ordinal)) is { } variable
            && definitions.TryAdd(variable.Token, new DerivedVariable(words.Replace(ValueInventor.RunToken, "{shortId}", StringComparison.Ordinal))))
            return $"{{{{{variable.Token}}}}}";
        return words.Replace(ValueInventor.RunToken, ShortId, StringComparison.Ordinal);
    }

    // A part of a part is an object, unless the endpoint has a field of exactly this name.
    private void Put(JsonObject node, string model, string name, JsonNode? value)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0 || facts.Model(model)?.Fields.Any(field => field.Name == name) == true)
        {
            node[name] = value;
            return;
        }

        if (node[name[..dot]] is not JsonObject inner)
            node[name[..dot]] = inner = [];
        inner[name[(dot + 1)..]] = value;
    }
}
