using Autonoma.Engine.Language;
using Autonoma.Planner.Artifacts;
using Autonoma.Planner.Documents;
using Autonoma.Planner.Folders;
using Autonoma.Planner.Validation.Rules;
using R = Autonoma.Planner.Validation.Rules.PlanRules;

namespace Autonoma.Planner.Validation.Reading;

/// <summary>A file of a plan against those that come before it.</summary>
internal static class PlanComparison
{
    public static void Features(FeatureInventory features, PlanContents plan, Report report)
    {
        Before(plan.Folder.KnowledgeBase, plan, report);
        if (plan.KnowledgeBase is not { } knowledge)
            return;
        if (knowledge.FeatureCount != features.Features.Count)
            report.Add(R.FeatureCount, 0, 0, "total_features", $"says {features.Features.Count}, and 'feature_count' of AUTONOMA.md says {knowledge.FeatureCount}.", "Count again, and correct the one that is wrong.");
        foreach (var feature in features.Features)
        {
            if (knowledge.CoreFlows.FirstOrDefault(flow => flow.Feature.Equals(feature.Name, StringComparison.OrdinalIgnoreCase)) is { } flow && flow.IsCore != feature.IsCore)
                report.Add(R.CoreAgrees, 0, 0, "features", $"'{DocumentNode.Short(feature.Name)}' is {(feature.IsCore ? "core" : "not core")} here and {(flow.IsCore ? "core" : "not core")} in AUTONOMA.md.", "Let both say the same.");
        }
    }

    public static void Skills(KnowledgeBase knowledge, PlanContents plan, Report report)
    {
        var skills = plan.Files.List(plan.Folder.Skills).Count(file => file.EndsWith(".md", StringComparison.OrdinalIgnoreCase));
        if (knowledge.SkillCount is { } said && skills > 0 && said != skills)
            report.Add(R.SkillCount, 0, 0, "skill_count", $"says {said}, and skills/ holds {skills}.");
    }

    public static void Scenarios(ScenarioPlan scenarios, PlanContents plan, Report report)
    {
        Before(plan.Folder.EntityAudit, plan, report);
        if (plan.EntityAudit is not { } audit)
            return;
        var models = audit.Models.Select(model => model.Name).ToList();
        foreach (var type in scenarios.EntityTypes.Distinct(StringComparer.Ordinal).Where(type => !models.Contains(type, StringComparer.Ordinal)))
            report.Add(R.TypesAudited, 0, 0, "entity_types", $"entity-audit.md knows no model '{DocumentNode.Short(type)}'.", Near(type, models));
        foreach (var field in scenarios.VariableFields)
        {
            var model = field.Entity.Split('.')[0];
            if (field.Entity.Contains('.', StringComparison.Ordinal) && !models.Contains(model, StringComparer.Ordinal))
                report.Add(R.VariableModel, 0, 0, "variable_fields", $"{{{{{field.Token}}}}} belongs to '{DocumentNode.Short(model)}', which entity-audit.md does not know.", Near(model, models));
        }
    }

    public static void Discover(DiscoverFile discover, PlanContents plan, Report report)
    {
        if (plan.EntityAudit is not { } audit)
            return;
        foreach (var model in audit.Models.Where(model => discover.Find(model.Name) is null))
            report.Add(R.AuditedAreDiscovered, 0, 0, "schema.models", $"The audited model '{DocumentNode.Short(model.Name)}' is not among them.", Near(model.Name, discover.Models.Select(known => known.Name)) ?? "Register a factory for it: every model of the audit has one.");
        foreach (var model in discover.Models.Where(model => audit.Find(model.Name) is null))
            report.Add(R.DiscoveredAreAudited, 0, 0, "schema.models", $"entity-audit.md does not know '{DocumentNode.Short(model.Name)}'.", Near(model.Name, audit.Models.Select(known => known.Name)));
    }

    public static void Recipes(Autonoma.Scenarios.Recipes.RecipeFile file, MapNode root, PlanContents plan, Report report)
    {
        Before(plan.Folder.Scenarios, plan, report);
        DiscoverFile? discover = null;
        if (Find(file.Source.DiscoverPath, report.File, plan.Files) is { } path)
        {
            discover = plan.Read(path, DiscoverReader.Read);
            if (discover is null)
                report.Add(RecipeRules.Discover, At(root, "source"), "source.discoverPath", $"'{DocumentNode.Short(file.Source.DiscoverPath)}' is not valid, so models and fields cannot be checked.", "Validate it by itself and mend it.");
        }
        else
            report.Add(RecipeRules.Discover, At(root, "source"), "source.discoverPath", $"There is no file '{DocumentNode.Short(file.Source.DiscoverPath)}', neither here nor in a folder above.", "'autonoma env discover --write FILE' makes it.");
        RecipeFileReader.Compare(file, root, discover, plan.Scenarios, plan.Folder.Scenarios, report);
        foreach (var field in plan.Scenarios?.VariableFields ?? [])
        {
            foreach (var scenario in field.Scenarios)
            {
                if (file.Find(scenario) is { } recipe && !recipe.Variables.ContainsKey(field.Token) && !Autonoma.Scenarios.Variables.Tokens.IsBuiltIn(field.Token))
                    report.Add(R.VariablesInRecipes, At(root, "recipes"), recipe.Path, $"scenarios.md says that '{DocumentNode.Short(scenario)}' uses {{{{{field.Token}}}}}, and its recipe does not declare it.", "Tests that refer to it would find no value.");
            }
        }
    }

    public static void Validation(ScenarioValidation validation, PlanContents plan, Report report)
    {
        if (Find(validation.RecipePath, report.File, plan.Files) is null)
            report.Add(R.RecipesAreThere, 0, 0, "recipePath", $"There is no file '{DocumentNode.Short(validation.RecipePath)}', neither here nor in a folder above.");
        if (plan.Recipes is { } recipes)
        {
            var results = validation.ValidatedScenarios.Concat(validation.FailedScenarios).ToList();
            var names = recipes.Recipes.Select(recipe => recipe.Name).ToList();
            string[] wrong =
            [
                .. results.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => $"'{DocumentNode.Short(group.Key)}' is listed {group.Count()} times"),
                .. results.Except(names, StringComparer.Ordinal).Select(name => $"'{DocumentNode.Short(name)}' has no recipe"),
                .. names.Except(results, StringComparer.Ordinal).Select(name => $"'{DocumentNode.Short(name)}' has a recipe and no result"),
            ];
            foreach (var problem in wrong)
                report.Add(R.ScenariosHaveResults, 0, 0, "validatedScenarios", $"{problem}.", "Validate again: the recipes have changed since.");
        }

        if (plan.Read(plan.Folder.SdkEndpoint, SentinelReader.SdkEndpoint) is { } endpoint && endpoint.Url != validation.EndpointUrl)
            report.Add(R.SameEndpoint, 0, 0, "endpointUrl", $"is {DocumentNode.Short(validation.EndpointUrl.OriginalString)}, and .sdk-endpoint says {DocumentNode.Short(endpoint.Url.OriginalString)}.");
    }

    public static void EndpointValidated(SourceText source, PlanContents plan, Report report)
    {
        if (source.Text.Trim().Length < 10)
            report.Add(EndpointValidatedRules.Report, 1, 1, "", $"'{DocumentNode.Short(source.Text.Trim())}' says nothing about what was validated.", "Write the counts, the results of discover, up and down, and what was changed.");
        if (plan.Read(plan.Folder.ScenarioValidation, ScenarioValidationReader.Read) is not { } validation)
        {
            // A mark by itself, in no plan, is judged by itself.
            if (plan.Files.Exists(plan.Folder.ScenarioValidation) || plan.Files.Exists(plan.Folder.Recipes) || plan.Files.Exists(plan.Folder.Scenarios))
                report.Add(EndpointValidatedRules.Proof, 0, 0, "", "There is no valid .scenario-validation.json beside it, so nothing proves it.", "'autonoma env validate' makes every scenario, removes it and writes the proof.");
        }
        else if (!validation.IsOk || !validation.PreflightPassed)
            report.Add(EndpointValidatedRules.Proof, 0, 0, "", $".scenario-validation.json says {(validation.IsOk ? "that the preflight did not pass" : "failed")}.", "Mend what failed and validate again.");
    }

    /// <summary>A path of an artifact: absolute as it is, else from the artifact's folder upwards; null when it leads nowhere.</summary>
    private static string? Find(string path, string artifact, FileSource files)
    {
        if (path.Contains('\0', StringComparison.Ordinal))
            return null;
        var relative = path.Replace('\\', Path.DirectorySeparatorChar);
        if (Path.IsPathRooted(relative))
            return files.Exists(relative) ? relative : null;
        for (var folder = Path.GetDirectoryName(artifact); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Path.GetFullPath(relative, folder) is var full && files.Exists(full))
                return full;
        }

        return null;
    }

    private static void Before(string earlier, PlanContents plan, Report report)
    {
        if (!plan.Files.Exists(earlier) && plan.IsWhole)
            report.Add(R.StepBefore, 0, 0, "", $"{Path.GetFileName(earlier)} is not there, and this is made from it.", "Do the steps in their order.");
    }

    private static DocumentNode At(MapNode root, string key) => root.Find(key)?.Value ?? root;

    private static string? Near(string name, IEnumerable<string> known) => Spelling.Nearest(name, known) is { } near ? $"Did you mean '{DocumentNode.Short(near)}'?" : null;
}
