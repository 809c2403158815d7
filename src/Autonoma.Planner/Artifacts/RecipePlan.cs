using System.Text.Json.Nodes;
using Autonoma.Planner.Artifacts.Text;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Planner.Artifacts;

/// <summary>What <c>scenario-recipes.json</c> is to say, before there is a file; once there is one, <see cref="RecipeReader"/> and <see cref="RecipeWriter"/> keep what else it holds.</summary>
/// <param name="Source">Where the recipes come from.</param>
/// <param name="ValidationMode"><c>sdk-check</c> or <c>endpoint-lifecycle</c>.</param>
/// <param name="Recipes">One for each scenario.</param>
public sealed record RecipePlan(RecipeSource Source, string ValidationMode, IReadOnlyList<Recipe> Recipes)
{
    /// <summary>The text of the file. A recipe without a proof gets no <c>validation</c>: the file is then a draft.</summary>
    public string Write() => JsonText.Write(new JsonObject
    {
        ["version"] = 1,
        ["source"] = new JsonObject { ["discoverPath"] = Source.DiscoverPath, ["scenariosPath"] = Source.ScenariosPath },
        ["validationMode"] = ValidationMode,
        ["recipes"] = JsonText.List(Recipes.Select(Node)),
    });

    private static JsonObject Node(Recipe recipe)
    {
        var node = new JsonObject { ["name"] = recipe.Name, ["description"] = recipe.Description, ["create"] = recipe.Create.DeepClone() };
        if (recipe.Variables.Count > 0)
            node["variables"] = new JsonObject(recipe.Variables.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)Definition(pair.Value))));
        if (recipe.Validation is { } validation)
        {
            var proof = new JsonObject { ["status"] = "validated", ["method"] = validation.Method, ["phase"] = "ok" };
            if (validation.UpMilliseconds is { } up)
                proof["up_ms"] = up;
            if (validation.DownMilliseconds is { } down)
                proof["down_ms"] = down;
            node["validation"] = proof;
        }

        return node;
    }

    private static JsonObject Definition(VariableDefinition definition) => definition switch
    {
        LiteralVariable literal => new() { ["strategy"] = "literal", ["value"] = literal.Value?.DeepClone() },
        DerivedVariable derived => new() { ["strategy"] = "derived", ["source"] = "testRunId", ["format"] = derived.Format },
        FakerVariable faker => new() { ["strategy"] = "faker", ["generator"] = faker.Generator },
        _ => throw new InvalidOperationException($"{definition.GetType().Name} has no form."),
    };
}
