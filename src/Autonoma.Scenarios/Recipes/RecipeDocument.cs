using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Autonoma.Scenarios.Language;

namespace Autonoma.Scenarios.Recipes;

/// <summary>Checks one document against the Scenario Recipe Schema and collects what is wrong with it.</summary>
internal sealed partial class RecipeDocument(JsonNode? root, JsonPlaces places, string file, RecipeStage stage)
{
    private static readonly string[] Modes = ["sdk-check", "endpoint-lifecycle"];
    private static readonly string[] Strategies = ["literal", "derived", "faker"];
    private static readonly string[] Methods = ["checkScenario", "checkAllScenarios", "endpoint-up-down"];

    /// <summary>What was found, in the order of the checks.</summary>
    public List<Problem> Problems { get; } = [];

    /// <summary>The file; null when too much is missing to make one.</summary>
    public RecipeFile? Read()
    {
        if (root is not JsonObject document)
        {
            Error("wrong-type", "", $"The document must be an object, and here it is {Described(root)}.");
            return null;
        }

        if (Require(document, "", "version", "the integer 1") is { } version && !(version.GetValueKind() == JsonValueKind.Number && version.ToJsonString() == "1"))
            Error("wrong-version", "version", $"must be the integer 1, and here it is {Shown(version)}.", version.GetValueKind() == JsonValueKind.String ? "Write it without quotes." : null);
        var source = ObjectAt(document, "", "source", "an object with discoverPath and scenariosPath");
        var discoverPath = source is null ? null : TextAt(source, "source", "discoverPath");
        var scenariosPath = source is null ? null : TextAt(source, "source", "scenariosPath");
        var mode = OneOf(document, "", "validationMode", Modes);
        var recipes = RecipesOf(document);
        return Problems.Any(problem => problem.Severity == ProblemSeverity.Error) ? null : new()
        {
            File = file,
            Source = new(discoverPath!, scenariosPath!),
            ValidationMode = mode!,
            Recipes = recipes,
            Document = document,
            Places = places,
        };
    }

    private List<Recipe> RecipesOf(JsonObject document)
    {
        var recipes = new List<Recipe>();
        switch (Require(document, "", "recipes", "a list of recipes"))
        {
            case JsonArray { Count: 0 }:
                Error("too-few", "recipes", "must hold at least 1 recipe, and it is empty.");
                break;
            case JsonArray list:
                for (var i = 0; i < list.Count; i++)
                {
                    if (RecipeAt(list[i], $"recipes[{i}]") is { } recipe)
                        recipes.Add(recipe);
                }

                break;
            case JsonNode other:
                Error("wrong-type", "recipes", $"must be a list, and here it is {Described(other)}.", other is JsonObject ? "A recipe carries its name inside: [{ \"name\": ... }]." : null);
                break;
        }

        foreach (var twice in recipes.GroupBy(recipe => recipe.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
            Error("duplicate-recipe", $"{twice.Last().Path}.name", $"The scenario '{twice.Key}' has {twice.Count()} recipes; which one is meant cannot be told.");
        return recipes;
    }

    private Recipe? RecipeAt(JsonNode? node, string path)
    {
        if (node is not JsonObject recipe)
        {
            Error("wrong-type", path, $"must be an object, and here it is {Described(node)}.");
            return null;
        }

        var name = TextAt(recipe, path, "name");
        var description = TextAt(recipe, path, "description", mayBeEmpty: true);
        var create = ObjectAt(recipe, path, "create", "an object of model names with their records");
        foreach (var (model, records) in create ?? [])
            CheckRecords(records, JsonPlaces.Member($"{path}.create", model));
        var variables = VariablesOf(recipe, path);
        var validation = ValidationOf(recipe, path);
        return name is null || description is null || create is null ? null : new()
        {
            Name = name,
            Description = description,
            Create = create,
            Variables = variables,
            Validation = validation,
            Path = path,
        };
    }

    private void CheckRecords(JsonNode? records, string path)
    {
        if (records is JsonObject)
            Problems.Add(RecipeReader.Place(new("single-record", ProblemSeverity.Warning, path, "One record without a list around it: it is sent as a list of one, because endpoints accept nothing else."), places, file));
        else if (records is JsonArray list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                if (list[i] is not JsonObject)
                    Error("wrong-type", $"{path}[{i}]", $"A record must be an object, and here it is {Described(list[i])}.");
            }
        }
        else
            Error("wrong-type", path, $"must be a list of records, and here it is {Described(records)}.");
    }

    private Dictionary<string, VariableDefinition> VariablesOf(JsonObject recipe, string path)
    {
        var variables = new Dictionary<string, VariableDefinition>(StringComparer.Ordinal);
        if (!recipe.TryGetPropertyValue("variables", out var node))
            return variables;
        if (node is not JsonObject map)
        {
            Error("wrong-type", $"{path}.variables", $"must be an object of names with their definitions, and here it is {Described(node)}.", node is null ? "Leave the key out when there are none." : null);
            return variables;
        }

        foreach (var (name, value) in map)
        {
            if (DefinitionAt(value, JsonPlaces.Member($"{path}.variables", name)) is { } definition)
                variables.Add(name, definition);
        }

        return variables;
    }

    private VariableDefinition? DefinitionAt(JsonNode? node, string path)
    {
        if (node is not JsonObject definition)
        {
            Error("wrong-type", path, $"must be an object with a 'strategy', and here it is {Described(node)}.", "Example: { \"strategy\": \"literal\", \"value\": 1 }");
            return null;
        }

        switch (OneOf(definition, path, "strategy", Strategies))
        {
            case "literal":
                if (!definition.TryGetPropertyValue("value", out var value))
                    Error("missing", $"{path}.value", "is missing: a literal needs its value.");
                else if (value is JsonObject or JsonArray)
                    Error("wrong-type", $"{path}.value", $"must be text, a number, true, false or null, and here it is {Described(value)}.");
                else
                    return new LiteralVariable(value?.DeepClone());
                return null;
            case "derived":
                var source = OneOf(definition, path, "source", ["testRunId"]);
                var format = TextAt(definition, path, "format");
                return source is null || format is null ? null : new DerivedVariable(format);
            case "faker":
                if (TextAt(definition, path, "generator") is not { } generator)
                    return null;
                if (!Dotted().IsMatch(generator))
                    Error("wrong-form", $"{path}.generator", $"must be a Faker method such as internet.email, and here it is {JsonSerializer.Serialize(generator)}.");
                return new FakerVariable(generator);
            default:
                return null;
        }
    }

    private RecipeValidation? ValidationOf(JsonObject recipe, string path)
    {
        if (stage == RecipeStage.Draft && !recipe.ContainsKey("validation"))
            return null;
        if (ObjectAt(recipe, path, "validation", "the proof that the recipe works, which 'autonoma env validate' writes") is not { } validation)
            return null;
        path += ".validation";
        OneOf(validation, path, "status", ["validated"]);
        var method = OneOf(validation, path, "method", Methods);
        OneOf(validation, path, "phase", ["ok"]);
        var up = MillisecondsAt(validation, path, "up_ms");
        var down = MillisecondsAt(validation, path, "down_ms");
        return method is null ? null : new(method, up, down);
    }

    private long? MillisecondsAt(JsonObject parent, string path, string key)
    {
        if (!parent.TryGetPropertyValue(key, out var node))
            return null;
        if (node is JsonValue number && number.GetValueKind() == JsonValueKind.Number && long.TryParse(number.ToJsonString(), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds))
            return milliseconds;
        Error("wrong-type", $"{path}.{key}", $"must be a whole number of milliseconds from 0, and here it is {Shown(node)}.", node is null ? "Leave the key out when it was not measured." : null);
        return null;
    }

    private JsonNode? Require(JsonObject parent, string path, string key, string expected)
    {
        if (!parent.TryGetPropertyValue(key, out var node))
        {
            var near = NearMatches.Nearest(key, parent.Select(pair => pair.Key));
            Error("missing", JsonPlaces.Member(path, key), $"is missing: expected {expected}.", near is null ? null : $"Is '{near}' meant for it?");
        }
        else if (node is null)
            Error("wrong-type", JsonPlaces.Member(path, key), $"must be {expected}, and here it is null.");
        return node;
    }

    private JsonObject? ObjectAt(JsonObject parent, string path, string key, string expected)
    {
        var node = Require(parent, path, key, expected);
        if (node is null or JsonObject)
            return node as JsonObject;
        Error("wrong-type", JsonPlaces.Member(path, key), $"must be {expected}, and here it is {Described(node)}.");
        return null;
    }

    private string? TextAt(JsonObject parent, string path, string key, bool mayBeEmpty = false)
    {
        var node = Require(parent, path, key, mayBeEmpty ? "text" : "text that is not empty");
        if (node is null)
            return null;
        if (node.GetValueKind() != JsonValueKind.String)
        {
            Error("wrong-type", JsonPlaces.Member(path, key), $"must be text, and here it is {Described(node)}.");
            return null;
        }

        var text = node.GetValue<string>();
        if (mayBeEmpty || text.Trim().Length > 0)
            return text;
        Error("empty", JsonPlaces.Member(path, key), "must not be empty.");
        return null;
    }

    private string? OneOf(JsonObject parent, string path, string key, string[] words)
    {
        var expected = words.Length == 1 ? $"\"{words[0]}\"" : $"one of {string.Join(", ", words.Select(word => $"\"{word}\""))}";
        if (Require(parent, path, key, expected) is not { } node)
            return null;
        if (node.GetValueKind() == JsonValueKind.String && words.Contains(node.GetValue<string>(), StringComparer.Ordinal))
            return node.GetValue<string>();
        var near = node.GetValueKind() == JsonValueKind.String ? NearMatches.Nearest(node.GetValue<string>(), words) : null;
        Error("wrong-value", JsonPlaces.Member(path, key), $"must be {expected}, and here it is {Shown(node)}.", near is null ? null : $"Did you mean \"{near}\"?");
        return null;
    }

    private void Error(string code, string path, string message, string? fix = null)
        => Problems.Add(RecipeReader.Place(new(code, ProblemSeverity.Error, path, message, fix), places, file));

    private static string Described(JsonNode? node) => node?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "text",
        JsonValueKind.Number => "a number",
        _ => node.ToJsonString(),
    };

    private static string Shown(JsonNode? node)
    {
        if (node is JsonObject or JsonArray or null)
            return Described(node);
        var text = node.ToJsonString();
        return text.Length > 60 ? text[..57] + "..." : text;
    }

    [GeneratedRegex(@"^[A-Za-z]\w*(\.\w+)+$")]
    private static partial Regex Dotted();
}
