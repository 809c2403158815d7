using System.Text.RegularExpressions;
using Autonoma.Engine.Language;
using Autonoma.Engine.Memory;
using Autonoma.Planner.Documents;
using Autonoma.Scenarios.Variables;
using R = Autonoma.Planner.Validation.Rules.TestRules;

namespace Autonoma.Planner.Validation.Reading;

/// <summary>A test against the plan it belongs to.</summary>
internal static partial class TestComparison
{
    public static void Run(PlannedTestFile? test, PlanContents plan, Report report)
    {
        var place = Path.GetRelativePath(plan.Folder.Tests, report.File).Split('/', '\\');
        if (place is [".."] or ["..", ..])
            return; // a test by itself, of no plan
        if (!plan.Files.Exists(plan.Folder.EndpointValidated))
            report.Add(R.Gate, 0, 0, "", "The scenarios are not proven yet: .endpoint-validated is missing.", "Finish step 5, which makes and removes every scenario and then writes it.");
        if (place.Length == 1)
            report.Add(R.InFolder, 0, 0, "", "The test lies directly in qa-tests.", "Put it into the folder of its feature.");
        if (!Numbered().IsMatch(place[^1]))
            report.Add(R.Numbered, 0, 0, "", $"'{DocumentNode.Short(place[^1])}' does not begin with a number and a dash, in lower case.", "Example: 001-pay-with-a-card.md.");
        if (test is null)
            return;
        Scenario(test, plan, report);
        Flow(test, plan, place, report);
        Variables(test, plan, report);
        if (plan.TitlesOfTests().FirstOrDefault(other => other.Title.Equals(test.Title, StringComparison.OrdinalIgnoreCase) && string.CompareOrdinal(other.Path, report.File) < 0) is { Path: not null } same)
            report.Add(R.RepeatedTitle, test.At("title"), "title", $"'{Path.GetRelativePath(plan.Folder.Tests, same.Path).Replace('\\', '/')}' has the same title.", "Say what is different, or drop one of them.");
    }

    private static void Scenario(PlannedTestFile test, PlanContents plan, Report report)
    {
        if (test.Scenario is not { } scenario)
            return;
        var names = plan.Scenarios?.Scenarios.Select(known => known.Name).ToList() ?? plan.Recipes?.Recipes.Select(recipe => recipe.Name).ToList();
        if (names is not null && !names.Contains(scenario, StringComparer.Ordinal))
            report.Add(R.KnownScenario, test.At("scenario"), "scenario", $"There is no scenario '{DocumentNode.Short(scenario)}'.", Spelling.Nearest(scenario, names) is { } near ? $"Did you mean '{near}'?" : $"There are: {string.Join(", ", names.Take(12))}.");
    }

    private static void Flow(PlannedTestFile test, PlanContents plan, string[] place, Report report)
    {
        if (test.Flow is not { } flow || (plan.KnowledgeBase is null && plan.Features is null))
            return;
        var journey = test.Test.Category == "Journey" || place[0].Equals("journey", StringComparison.OrdinalIgnoreCase);
        if (journey && flow.StartsWith("journey", StringComparison.OrdinalIgnoreCase))
            return;
        var known = (plan.KnowledgeBase?.CoreFlows.Select(known => known.Feature) ?? []).Concat(plan.Features?.Features.Select(feature => feature.Name) ?? []).Distinct(StringComparer.Ordinal).ToList();
        if (!known.Contains(flow, StringComparer.Ordinal))
            report.Add(R.KnownFlow, test.At("flow"), "flow", $"Neither AUTONOMA.md nor features.json knows '{DocumentNode.Short(flow)}'.", Spelling.Nearest(flow, known) is { } near ? $"Did you mean '{near}'?" : $"Known are: {DocumentNode.Short(string.Join(", ", known), 200)}.");
    }

    private static void Variables(PlannedTestFile test, PlanContents plan, Report report)
    {
        if (plan.Recipes is not { } recipes)
            return;
        var recipe = test.Scenario is { } scenario ? recipes.Find(scenario) : null;
        if (test.Scenario is not null && recipe is null)
            return; // which values it would have is not known
        var known = new HashSet<string>(test.Test.Variables.Keys.Concat(recipe?.Variables.Keys ?? []), StringComparer.Ordinal);
        if (recipe is not null)
            known.UnionWith([Tokens.RunIdToken, Tokens.ShortIdToken, "email", "password", "username"]);
        foreach (var step in test.Test.Setup.Concat(test.Test.Steps))
        {
            foreach (var name in Templates.Names(step.Text))
            {
                if (known.Contains(name) || (recipe is not null && name.StartsWith("credentials.", StringComparison.Ordinal)))
                    continue;
                if (SettingForm().IsMatch(step.Text))
                    known.Add(name); // "Remember the total as {{total}}"
                else
                    report.Add(R.Variables, step.Line, step.Column, "", $"Nothing gives {{{{{DocumentNode.Short(name)}}}}} a value.", Spelling.Nearest(name, known) is { } near ? $"Did you mean {{{{{near}}}}}?" : "Declare it in the recipe of the scenario, or remember it in a step before.");
            }
        }
    }

    [GeneratedRegex(@"^\d{2,4}-[a-z0-9]+(?:-[a-z0-9]+)*\.md\z", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\b(?:as|in|into|to)\s+(?:the\s+variable\s+)?\{\{", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SettingForm();
}
