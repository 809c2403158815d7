using System.Text.Json;
using System.Text.Json.Nodes;
using Autonoma.EnvironmentFactory.Protocol;
using Autonoma.Scenarios.Client;
using Autonoma.Scenarios.Language;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Scenarios.Preflight;

/// <summary>The records of a recipe against what the endpoint can create.</summary>
internal sealed class TreeCheck(Recipe recipe, SchemaFacts schema, List<Problem> problems)
{
    public void Run()
    {
        var at = $"{recipe.Path}.create";
        foreach (var (model, records) in recipe.Create)
            CheckRecords(model, records, JsonPlaces.Member(at, model));
        CheckRoot(at);
    }

    private void CheckRoot(string at)
    {
        if (schema.ScopeModel is not { } scope)
        {
            if (schema.ScopeField.Length > 0 && schema.Models.Count > 0)
                problems.Add(new("unknown-scope", ProblemSeverity.Warning, at, $"Which model the scope field '{schema.ScopeField}' belongs to cannot be told, so it is not checked whether the tree begins there."));
            return;
        }

        if (!recipe.Create.ContainsKey(scope.Name))
            problems.Add(new("wrong-root", ProblemSeverity.Error, at, $"The tree must begin at {scope.Name}, which the scope field '{schema.ScopeField}' belongs to, and it creates none.", $"Add \"{scope.Name}\": [{{ ... }}]."));
        // Flat trees, held together by references, are what endpoints without relations take.
        if (schema.Relations.Count == 0)
            return;
        foreach (var model in recipe.Create.Select(pair => pair.Key).Where(name => name != scope.Name && schema.Relations.Any(relation => relation.ChildModel == name)))
            problems.Add(new("wrong-root", ProblemSeverity.Error, JsonPlaces.Member(at, model), $"{model} stands beside {scope.Name}; the endpoint knows where it belongs.", $"Nest it under '{schema.Relations.First(relation => relation.ChildModel == model).ParentField}' of {schema.Relations.First(relation => relation.ChildModel == model).ParentModel}."));
    }

    private void CheckRecords(string name, JsonNode? records, string path)
    {
        if (schema.Model(name) is not { } model)
        {
            problems.Add(new("unknown-model", ProblemSeverity.Error, path, $"The endpoint has no model '{name}'.", NearMatches.Hint(name, schema.Models.Select(known => known.Name)) ?? $"There {(schema.Models.Count == 0 ? "are none" : $"are: {string.Join(", ", schema.Models.Select(known => known.Name).Take(20))}")}."));
            return;
        }

        if (records is JsonObject one)
            CheckRecord(model, one, path);
        else if (records is JsonArray list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                if (list[i] is JsonObject record)
                    CheckRecord(model, record, $"{path}[{i}]");
            }
        }
    }

    private void CheckRecord(DiscoveredModel model, JsonObject record, string path)
    {
        foreach (var (name, value) in record)
        {
            if (name.StartsWith('_'))
                continue;
            var at = JsonPlaces.Member(path, name);
            if (schema.Relations.FirstOrDefault(relation => relation.ParentModel == model.Name && relation.ParentField == name) is { } relation)
                CheckRecords(relation.ChildModel, value, at);
            else if (value is JsonArray or JsonObject && schema.NestedIn(model)?.FirstOrDefault(nesting => nesting.Name == name) is { } nesting)
                CheckNested(model, nesting, value, at);
            else if (model.Fields.FirstOrDefault(field => field.Name == name) is { } field)
                CheckValue(field, value, at);
            else
            {
                var hint = NearMatches.Hint(name, model.Fields.Select(known => known.Name).Concat(schema.Relations.Where(known => known.ParentModel == model.Name).Select(known => known.ParentField)).Concat(schema.NestedIn(model)?.Select(known => known.Name) ?? []));
                var areRecords = value is JsonArray { Count: > 0 } list && list.All(item => item is JsonObject);
                // Most endpoints of protocol 1.0 name no relations, also those that know some.
                var mayBeChildren = areRecords && hint is null && schema.Relations.Count == 0;
                problems.Add(areRecords && schema.NestedIn(model) is { } nested
                    ? new("unknown-children", ProblemSeverity.Error, at, $"The endpoint does not know children named '{name}' of {model.Name}.", $"{hint ?? (nested.Count == 0 ? $"{model.Name} has none." : $"It knows: {string.Join(", ", nested.Select(known => known.Name))}.")} Or declare them where its factory is: .HasMany(\"{name}\", ...).")
                    : mayBeChildren
                    ? new("unknown-children", ProblemSeverity.Warning, at, $"{model.Name} has no field '{name}', and the endpoint does not say whether it knows children of this name.", "Most SDKs drop nested records in silence: give them a key of their own beside the parent, and refer to it with _alias and _ref.")
                    : new("unknown-field", ProblemSeverity.Error, at, $"{model.Name} has no field '{name}'.", hint));
            }
        }
    }

    private void CheckNested(DiscoveredModel model, DiscoveredNesting nesting, JsonNode? value, string path)
    {
        if (!nesting.Many && value is JsonArray { Count: > 1 } list)
            problems.Add(new("wrong-type", ProblemSeverity.Error, path, $"'{nesting.Name}' of {model.Name} holds one {nesting.Model} at most, and here are {list.Count}."));
        else
            CheckRecords(nesting.Model, value, path);
    }

    private void CheckValue(DiscoveredField field, JsonNode? value, string path)
    {
        var isText = value is JsonValue scalar && scalar.GetValueKind() == JsonValueKind.String;
        if (value is null || field.Type == FieldTypes.Json || (isText && value.GetValue<string>().Contains("{{", StringComparison.Ordinal)))
            return;
        var isList = field.Type.EndsWith("[]", StringComparison.Ordinal);
        if (isList != value is JsonArray)
            problems.Add(new("wrong-type", ProblemSeverity.Error, path, $"'{field.Name}' is {(isList ? "a list" : "no list")} ({field.Type}), and here it is {(value is JsonArray ? "one" : "none")}."));
        else if (isText && field.Type.StartsWith("enum(", StringComparison.Ordinal) && field.Type.EndsWith(')'))
        {
            var words = field.Type[5..^1].Split(',', StringSplitOptions.TrimEntries);
            if (!words.Contains(value.GetValue<string>(), StringComparer.Ordinal))
                problems.Add(new("wrong-value", ProblemSeverity.Error, path, $"'{field.Name}' must be one of {string.Join(", ", words)}, and here it is {JsonSerializer.Serialize(value.GetValue<string>())}.", NearMatches.Hint(value.GetValue<string>(), words)));
        }
        else if (WrongScalar(field.Type, value) is { } expected)
            problems.Add(new("wrong-type", ProblemSeverity.Error, path, $"'{field.Name}' is {expected}, and here it is {value.ToJsonString()}."));
    }

    // Only what no endpoint can make sense of; endpoints convert more than one might think.
    private static string? WrongScalar(string type, JsonNode value)
    {
        if (value is JsonObject)
            return null; // a reference
        var kind = value.GetValueKind();
        return type switch
        {
            FieldTypes.WholeNumber or FieldTypes.Number when kind is JsonValueKind.True or JsonValueKind.False => "a number",
            FieldTypes.Truth when kind is JsonValueKind.Number => "true or false",
            _ => null,
        };
    }
}
