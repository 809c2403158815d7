using System.Text.Json.Nodes;

namespace Autonoma.Scenarios.Recipes;

/// <summary>The recipes of an application: what each of its scenarios consists of.</summary>
public sealed record RecipeFile
{
    /// <summary>Path of the file; empty for text without one.</summary>
    public string File { get; init; } = "";

    /// <summary>Where the recipes come from.</summary>
    public required RecipeSource Source { get; init; }

    /// <summary><c>sdk-check</c> or <c>endpoint-lifecycle</c>: how the recipes were validated.</summary>
    public required string ValidationMode { get; init; }

    /// <summary>One entry for each scenario, in the order of the file.</summary>
    public required IReadOnlyList<Recipe> Recipes { get; init; }

    /// <summary>The whole document as it was read, keys that nobody knows included.</summary>
    public required JsonObject Document { get; init; }

    /// <summary>What is odd but allowed.</summary>
    public IReadOnlyList<Problem> Warnings { get; init; } = [];

    internal JsonPlaces? Places { get; init; }

    /// <summary>A recipe by the name of its scenario; null when there is none.</summary>
    public Recipe? Find(string name) => Recipes.FirstOrDefault(recipe => recipe.Name == name);
}

/// <summary>Where recipes come from, as paths relative to the application's repository.</summary>
/// <param name="DiscoverPath">The answer to <c>discover</c>.</param>
/// <param name="ScenariosPath">The scenarios in words.</param>
public sealed record RecipeSource(string DiscoverPath, string ScenariosPath);

/// <summary>What one scenario consists of.</summary>
public sealed record Recipe
{
    /// <summary>Name of the scenario.</summary>
    public required string Name { get; init; }

    /// <summary>Its state in words.</summary>
    public required string Description { get; init; }

    /// <summary>Model names to the records to create, with <c>{{tokens}}</c>.</summary>
    public required JsonObject Create { get; init; }

    /// <summary>Values that differ from run to run, by token.</summary>
    public IReadOnlyDictionary<string, VariableDefinition> Variables { get; init; } = new Dictionary<string, VariableDefinition>();

    /// <summary>Proof that the recipe works; null in a draft.</summary>
    public RecipeValidation? Validation { get; init; }

    /// <summary>Place in the file: <c>recipes[0]</c>.</summary>
    public string Path { get; init; } = "";
}

/// <summary>Proof that a recipe works.</summary>
/// <param name="Method"><c>checkScenario</c>, <c>checkAllScenarios</c> or <c>endpoint-up-down</c>.</param>
/// <param name="UpMilliseconds">How long <c>up</c> took; null when it was not measured.</param>
/// <param name="DownMilliseconds">How long <c>down</c> took; null when it was not measured.</param>
public sealed record RecipeValidation(string Method, long? UpMilliseconds, long? DownMilliseconds);

/// <summary>How a token gets its value.</summary>
public abstract record VariableDefinition;

/// <summary>The same scalar in every run.</summary>
/// <param name="Value">Text, number, true, false or null.</param>
public sealed record LiteralVariable(JsonNode? Value) : VariableDefinition;

/// <summary>Made from the run id: <c>{shortId}</c> and <c>{testRunId}</c> are replaced.</summary>
/// <param name="Format">Template.</param>
public sealed record DerivedVariable(string Format) : VariableDefinition;

/// <summary>Invented, the same for the same run id.</summary>
/// <param name="Generator">Faker.js method: <c>internet.email</c>.</param>
public sealed record FakerVariable(string Generator) : VariableDefinition;
