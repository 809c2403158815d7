using System.Text.Json.Nodes;
using Autonoma.Scenarios.Language;
using Autonoma.Scenarios.Recipes;
using Autonoma.Scenarios.Variables.Faking;

namespace Autonoma.Scenarios.Variables;

/// <summary>Makes a recipe concrete. The same recipe, run id and day give the same values, on every machine.</summary>
/// <param name="time">Invented dates count from its day, in UTC.</param>
public sealed class VariableResolver(TimeProvider time)
{
    /// <summary>Resolves the variables of a recipe and puts them into its records.</summary>
    /// <exception cref="RecipeFileException">A generator is not known, or a token has no value; every such problem is named.</exception>
    public ScenarioValues Resolve(Recipe recipe, RunId run)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        var problems = new List<Problem>();
        var values = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var (name, definition) in recipe.Variables)
            values[name] = ValueOf(definition, name, run, JsonPlaces.Member($"{recipe.Path}.variables", name), problems);

        var all = new Dictionary<string, JsonNode?>(values, StringComparer.Ordinal);
        all.TryAdd(Tokens.RunIdToken, run.Value);
        all.TryAdd(Tokens.ShortIdToken, run.Short);
        var create = new JsonObject();
        foreach (var (model, records) in recipe.Create)
            create[model] = Tokens.Replace(records, all) switch { JsonObject one => new JsonArray(one), var list => list };
        foreach (var (token, path) in Tokens.In(create, $"{recipe.Path}.create").Where(left => !Tokens.IsOfTheEndpoint(left.Token)))
            problems.Add(new("unknown-token", ProblemSeverity.Error, path, $"{{{{{token}}}}} has no value: the recipe declares no such variable.", NearMatches.Hint(token, all.Keys)));
        return problems.Count == 0 ? new(recipe.Name, run, create, values) : throw new RecipeFileException(problems);
    }

    private JsonNode? ValueOf(VariableDefinition definition, string name, RunId run, string path, List<Problem> problems)
    {
        switch (definition)
        {
            case LiteralVariable literal:
                return literal.Value?.DeepClone();
            case DerivedVariable derived:
                return JsonValue.Create(derived.Format.Replace("{shortId}", run.Short, StringComparison.Ordinal).Replace("{testRunId}", run.Value, StringComparison.Ordinal));
            case FakerVariable faker when FakerCatalogue.Knows(faker.Generator):
                return FakerCatalogue.Make(faker.Generator, run, name, time.GetUtcNow());
            case FakerVariable faker:
                problems.Add(UnknownGenerator(faker, path));
                return null;
            default:
                throw new InvalidOperationException($"{definition.GetType().Name} has no value.");
        }
    }

    internal static Problem UnknownGenerator(FakerVariable faker, string path)
        => new("unknown-generator", ProblemSeverity.Error, $"{path}.generator", $"'{faker.Generator}' is no generator that is known here.", NearMatches.Hint(faker.Generator, FakerCatalogue.Ids) ?? "docs/reference/scenarios.md lists them.");
}
