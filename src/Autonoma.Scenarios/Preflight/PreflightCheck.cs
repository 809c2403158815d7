using Autonoma.Scenarios.Client;
using Autonoma.Scenarios.Language;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Scenarios.Preflight;

/// <summary>Looks, without calling anybody, whether recipes can work: all problems at once, each with its place.</summary>
/// <param name="schema">What the endpoint can create; null when that is not known (models and fields are then not checked).</param>
/// <param name="scenarios">The scenarios that were promised; null when nothing is known of them.</param>
public sealed class PreflightCheck(SchemaFacts? schema, ScenarioDocument? scenarios)
{
    /// <summary>The scenarios that every application has.</summary>
    public static IReadOnlyList<string> RequiredScenarios { get; } = ["standard", "empty", "large"];

    /// <summary>Checks a file.</summary>
    public IReadOnlyList<Problem> Check(RecipeFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var problems = new List<Problem>();
        var names = file.Recipes.Select(recipe => recipe.Name).ToList();
        foreach (var name in RequiredScenarios.Where(name => !names.Contains(name, StringComparer.Ordinal)))
            problems.Add(new("missing-scenario", ProblemSeverity.Error, "recipes", $"There is no recipe '{name}': standard, empty and large are always needed.", NearMatches.Hint(name, names.Except(RequiredScenarios))));
        foreach (var name in (scenarios?.Names ?? []).Except(names, StringComparer.Ordinal).Except(RequiredScenarios, StringComparer.Ordinal))
            problems.Add(new("missing-scenario", ProblemSeverity.Error, "recipes", $"{Path.GetFileName(scenarios!.File)} promises the scenario '{name}', and there is no recipe for it.", NearMatches.Hint(name, names)));
        if (scenarios is not null)
        {
            foreach (var recipe in file.Recipes.Where(recipe => !scenarios.Names.Contains(recipe.Name, StringComparer.Ordinal)))
                problems.Add(new("unknown-scenario", ProblemSeverity.Warning, $"{recipe.Path}.name", $"{Path.GetFileName(scenarios.File)} does not name the scenario '{recipe.Name}'.", NearMatches.Hint(recipe.Name, scenarios.Names)));
        }

        foreach (var recipe in file.Recipes)
        {
            new VariableCheck(recipe, problems).Run();
            new AliasCheck(recipe, problems).Run();
            if (schema is not null)
                new TreeCheck(recipe, schema, problems).Run();
        }

        return [.. problems.Select(problem => RecipeReader.Place(problem, file.Places, file.File))];
    }
}
