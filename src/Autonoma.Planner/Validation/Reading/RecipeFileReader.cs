using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Autonoma.Planner.Artifacts;
using Autonoma.Planner.Documents;
using Autonoma.Planner.Validation.Rules;
using Autonoma.Scenarios.Preflight;
using Autonoma.Scenarios.Recipes;
using R = Autonoma.Planner.Validation.Rules.RecipeRules;

namespace Autonoma.Planner.Validation.Reading;

/// <summary>Recipes by the contract of <see cref="RecipeReader"/> and the preflight, each problem under the rule it breaks, and what the plugin demands beyond them.</summary>
internal static partial class RecipeFileReader
{
    private static readonly Dictionary<string, Rule> Preflight = new(StringComparer.Ordinal)
    {
        ["missing-scenario"] = R.RequiredRecipes, ["unknown-scenario"] = R.UnknownScenario, ["undeclared-token"] = R.Declared, ["bad-token"] = R.TokenForm,
        ["unused-variable"] = R.Used, ["not-concrete"] = R.Concrete, ["unknown-placeholder"] = R.Placeholder, ["not-varying"] = R.Varying,
        ["unknown-generator"] = R.KnownGenerator, ["unknown-alias"] = R.KnownAlias, ["duplicate-alias"] = R.RepeatedAlias, ["unknown-model"] = R.KnownModel,
        ["unknown-field"] = R.KnownField, ["unknown-children"] = R.Children, ["wrong-type"] = R.FieldValue, ["wrong-value"] = R.FieldValue,
        ["wrong-root"] = R.Root, ["unknown-scope"] = R.UnknownScope, ["duplicate-recipe"] = R.Repeated, ["single-record"] = R.SingleRecord,
    };

    private static readonly string[] PortableGenerators = ["person.firstName", "person.lastName", "internet.email", "company.name", "lorem.words"];

    /// <summary>The recipes by themselves; null when they are not by the contract.</summary>
    public static RecipeFile? Read(SourceText source, Report report) => Read(source, report, out _);

    /// <summary>The same, with the document that places are looked up in.</summary>
    public static RecipeFile? Read(SourceText source, Report report, out MapNode? root)
    {
        root = JsonSource.Read(source.Text, report);
        if (root is null || report.Problems.Any(problem => problem.Code.StartsWith("JS", StringComparison.Ordinal)))
            return null;
        Keys(root, report);
        try
        {
            var file = RecipeReader.Read(Encoding.UTF8.GetBytes(source.Text), report.File, RecipeStage.Validated);
            foreach (var warning in file.Warnings)
                Add(report, Contract(warning), warning);
            return report.Problems.Any(problem => problem.Code == R.Create.Code) ? null : file;
        }
        catch (RecipeFileException e)
        {
            foreach (var problem in e.Problems)
                Add(report, Contract(problem), problem);
            return null;
        }
    }

    /// <summary>The recipes against discover.json and scenarios.md.</summary>
    public static void Compare(RecipeFile file, MapNode root, DiscoverFile? discover, ScenarioPlan? scenarios, string scenariosPath, Report report)
    {
        var flat = discover is null ? [] : FlatReferences(file, discover).ToList();
        var promised = scenarios is null ? null : new ScenarioDocument(scenariosPath, [.. scenarios.Scenarios.Select(scenario => scenario.Name)]);
        foreach (var problem in new PreflightCheck(discover?.Facts, promised).Check(file))
        {
            // What stands beside its parent and refers to it is told once, as that.
            // Nor is it said for each recipe what was said of discover.json.
            if (problem.Code == "unknown-scope" && discover?.Models.Any(model => model.Fields.Any(field => field.Name == discover.ScopeField)) == false)
                continue;
            if (problem.Code != "wrong-root" || !flat.Any(reference => reference.Path.StartsWith(problem.Path + "[", StringComparison.Ordinal)))
                Add(report, problem is { Code: "unknown-children", Severity: ProblemSeverity.Error } ? R.KnownField : Preflight[problem.Code], problem);
        }

        foreach (var (path, parent, recipe, model) in flat)
            report.Add(R.FlatReference, Recipe(root, recipe)?.Find("create")?.Value is MapNode create && create.Find(model)?.Value is { } at ? at : root, path, $"refers to a {DocumentNode.Short(parent)} that stands beside it.", $"Nest it under its {DocumentNode.Short(parent)}: the order of keys may change on the way, and then what it refers to is not there yet.");
        foreach (var recipe in file.Recipes)
        {
            foreach (var (name, definition) in recipe.Variables)
            {
                if (definition is FakerVariable faker && !PortableGenerators.Contains(faker.Generator, StringComparer.Ordinal) && Scenarios.Variables.Faking.FakerCatalogue.Knows(faker.Generator))
                    report.Add(R.PortableGenerator, Recipe(root, recipe.Path)?.Find("variables")?.Value is MapNode variables && variables.Find(name)?.Value is { } at ? at : root, DocumentNode.Member($"{recipe.Path}.variables", name), $"'{DocumentNode.Short(faker.Generator)}' is known here, and not to the preflights of other planners.", "Prefer a literal, or derived from the run.");
            }
        }
    }

    private static MapNode? Recipe(MapNode root, string path)
        => root.Find("recipes")?.Value is ListNode list && int.TryParse(path.AsSpan()["recipes[".Length..^1], out var index) && index < list.Items.Count ? list.Items[index] as MapNode : null;

    private static IEnumerable<(string Path, string Parent, string Recipe, string Model)> FlatReferences(RecipeFile file, DiscoverFile discover)
    {
        foreach (var recipe in file.Recipes)
        {
            foreach (var (model, records) in recipe.Create)
            {
                foreach (var (field, path) in References(records, DocumentNode.Member($"{recipe.Path}.create", model)))
                {
                    if (discover.Relations.FirstOrDefault(relation => relation.ChildModel == model && relation.ChildField == field && recipe.Create.ContainsKey(relation.ParentModel)) is { } known)
                        yield return (path, known.ParentModel, recipe.Path, model);
                }
            }
        }
    }

    private static IEnumerable<(string Field, string Path)> References(JsonNode? records, string path)
    {
        for (var i = 0; i < ((records as JsonArray)?.Count ?? 0); i++)
        {
            foreach (var (field, value) in (records![i] as JsonObject) ?? [])
            {
                if (value is JsonObject { Count: 1 } reference && reference.ContainsKey("_ref"))
                    yield return (field, DocumentNode.Member($"{path}[{i}]", field));
            }
        }
    }

    private static void Keys(MapNode root, Report report)
    {
        Only(root, "", report, "version", "source", "validationMode", "recipes");
        var recipes = (root.Find("recipes")?.Value as ListNode)?.Items ?? [];
        for (var i = 0; i < recipes.Count; i++)
        {
            if (recipes[i] is not MapNode recipe)
                continue;
            var path = $"recipes[{i}]";
            Only(recipe, path, report, "name", "description", "create", "variables", "validation");
            if (recipe.Find("create")?.Value is MapNode { Entries.Count: 0 } empty)
                report.Add(R.Create, empty, $"{path}.create", "must hold at least one model, and it is empty.", "Even the scenario 'empty' has the record that everything belongs to.");
            if (recipe.Find("validation")?.Value is MapNode proof)
                Only(proof, $"{path}.validation", report, "status", "method", "phase", "up_ms", "down_ms");
            foreach (var variable in (recipe.Find("variables")?.Value as MapNode)?.Entries ?? [])
            {
                if (variable.Value is MapNode definition)
                    Only(definition, DocumentNode.Member($"{path}.variables", variable.Key), report, "strategy", "value", "source", "format", "generator");
            }
        }
    }

    private static void Only(MapNode map, string path, Report report, params string[] keys)
    {
        var fields = new Fields(map, path, report);
        foreach (var key in keys)
            _ = fields.Node(key);
        fields.NoOthers(R.Keys);
    }

    private static Rule Contract(Problem problem) => problem.Code is "duplicate-recipe" or "single-record" ? Preflight[problem.Code] : Place().Match(problem.Path) switch
    {
        { Success: false } => R.Recipes,
        var place => place.Groups[1].Value switch
        {
            "version" => R.Version,
            "source" => R.Source,
            "validationMode" => R.Mode,
            _ when !place.Groups[2].Success => R.Recipes,
            _ => place.Groups[2].Value switch
            {
                "name" or "description" => R.Name,
                "create" => place.Groups[3].Length > 0 ? R.Records : R.Create,
                "variables" => R.Definitions,
                "validation" => R.Validation,
                _ => R.Recipes,
            },
        },
    };

    private static void Add(Report report, Rule rule, Problem problem) => report.Add(rule with { Severity = (ProblemSeverity)Math.Min((int)rule.Severity, (int)problem.Severity) }, problem.Line, problem.Column, problem.Path, problem.Message, problem.Fix);

    [GeneratedRegex(@"^(version|source|validationMode|recipes)(?:\[\d+\]\.(\w+)(.*))?", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
