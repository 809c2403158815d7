using System.Text.Json;
using System.Text.Json.Nodes;
using Autonoma.Scenarios.Language;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Scenarios.Preflight;

/// <summary>Every reference names an alias, every alias names one record.</summary>
internal sealed class AliasCheck(Recipe recipe, List<Problem> problems)
{
    private readonly Dictionary<string, string> _aliases = new(StringComparer.Ordinal);
    private readonly List<(string Alias, string Path)> _references = [];

    public void Run()
    {
        Walk(recipe.Create, $"{recipe.Path}.create");
        foreach (var (alias, path) in _references.Where(reference => !_aliases.ContainsKey(reference.Alias)))
            problems.Add(new("unknown-alias", ProblemSeverity.Error, path, $"No record has the alias '{alias}'.", NearMatches.Hint(alias, _aliases.Keys)));
    }

    private void Walk(JsonNode? node, string path)
    {
        switch (node)
        {
            case JsonArray list:
                for (var i = 0; i < list.Count; i++)
                    Walk(list[i], $"{path}[{i}]");
                break;
            case JsonObject map:
                if (TextOf(map, "_alias") is { } alias && !_aliases.TryAdd(alias, path))
                    problems.Add(new("duplicate-alias", ProblemSeverity.Error, $"{path}._alias", $"The alias '{alias}' is that of {_aliases[alias]} already."));
                if (TextOf(map, "_ref") is { } reference)
                    _references.Add((reference, path));
                foreach (var (name, value) in map)
                    Walk(value, JsonPlaces.Member(path, name));
                break;
        }
    }

    private static string? TextOf(JsonObject map, string key) => map[key] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
