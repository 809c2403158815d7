using Autonoma.Planner.Validation.Rules;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Planner.Tests.Gates;

public sealed class GateReferenceTests
{
    [Fact]
    public void PlannerPage_ListsEveryRuleOfTheGates()
    {
        var page = Page();
        foreach (var rule in RuleCatalogue.Gates)
            page.ShouldContain($"| {rule.Code}{(rule.Severity == ProblemSeverity.Warning ? " (warning)" : "")} | {rule.Demand} |");
    }

    [Fact]
    public void Codes_AreFoundInTheCatalogue()
    {
        RuleCatalogue.Gates.Concat(RuleCatalogue.All).Select(rule => rule.Code).ShouldBeUnique();
        foreach (var rule in RuleCatalogue.Gates)
            RuleCatalogue.Find(rule.Code).ShouldBe(rule);
    }

    private static string Page()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Autonoma.slnx")))
                return File.ReadAllText(Path.Combine(folder.FullName, "docs", "reference", "planner.md"));
        }

        throw new InvalidOperationException("Autonoma.slnx lies in no folder above the tests.");
    }
}
