using Autonoma.Planner.Folders;
using Autonoma.Planner.Validation;
using Autonoma.Planner.Validation.Rules;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Planner.Tests.Validation;

/// <summary>Every rule with a case that keeps it and a case that breaks it, as the catalogue gives them.</summary>
public sealed class CatalogueTests
{
    private static readonly string Root = Path.Combine(Path.GetTempPath(), "repository");

    // What these demand is that another file is valid or there: of a broken one, both are said.
    private static readonly string[] OfOtherFiles = ["IX018", "RC031", "EV002", "CF012"];

    public static TheoryData<string> Codes => [.. RuleCatalogue.All.Select(rule => rule.Code)];

    [Fact]
    public void ExamplePlan_AsItIs_KeepsEveryRule() => Text(Problems([])).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Codes))]
    public void Rule_InItsWrongCase_IsBrokenAndNoOther(string code)
    {
        var rule = RuleCatalogue.Find(code)!;
        var found = Validate(rule.Wrong);
        var codes = found.SelectMany(file => file.Problems).Select(problem => problem.Code).Concat(found.Select(file => file.Repair?.Code).OfType<string>()).Distinct();

        codes.Where(found => found == code || !OfOtherFiles.Contains(found)).ShouldBe([code], $"{rule.Demand}\n{Text([.. found.SelectMany(file => file.Problems)])}");
        found.SelectMany(file => file.Problems).Where(problem => problem.Code == code).ShouldAllBe(problem => problem.Severity == rule.Severity && problem.Message.Length > 0 && problem.File.Length > 0);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Rule_InItsRightCase_IsKept(string code) => Text(Problems(RuleCatalogue.Find(code)!.Right)).ShouldBeEmpty();

    [Fact]
    public void Codes_AreDifferentAndInTheOrderOfTheirGroups()
    {
        RuleCatalogue.All.Select(rule => rule.Code).ShouldBeUnique();
        foreach (var group in RuleCatalogue.All.GroupBy(rule => rule.Group))
        {
            group.Select(rule => rule.Code[..2]).Distinct().Count().ShouldBe(1, group.Key);
            group.Select(rule => rule.Code).ShouldBeInOrder();
        }
    }

    private static IReadOnlyList<ArtifactValidation> Validate(IEnumerable<Edit> edits)
    {
        var files = ExamplePlan.With(edits).ToDictionary(pair => Path.Combine(Root, pair.Key), pair => pair.Value);
        return new PlanValidator(FileSource.Of(files)).Validate(new PlanFolder(Path.Combine(Root, "autonoma")));
    }

    private static List<Problem> Problems(IEnumerable<Edit> edits) => [.. Validate(edits).SelectMany(file => file.Problems)];

    private static string Text(IEnumerable<Problem> problems) => string.Join('\n', problems);
}
