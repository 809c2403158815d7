using Autonoma.Planner.Artifacts;
using Autonoma.Planner.Exploring;
using Autonoma.Planner.Generating;

namespace Autonoma.Planner.Tests.Generating;

/// <summary>Drafts that the gates would refuse.</summary>
public sealed class DraftRulesTests
{
    [Fact]
    public void Sort_DraftThatOnlyLooks_IsRefusedWithTheRule()
    {
        var looks = Draft("The list is there", "Assert that the heading \"Boats\" is displayed");
        var acts = Draft("A boat is opened", "Click \"Petrel\"", "Assert that the heading \"Petrel\" is displayed");

        var (valid, refused) = DraftRules.Sort([looks, acts]);

        valid.ShouldBe([acts], string.Join("\n", refused.Select(each => each.Reason)));
        refused.ShouldHaveSingleItem().Reason.ShouldContain("TF013");
        refused[0].Text.ShouldContain("The list is there");
    }

    private static TestDraft Draft(string title, params string[] steps) => new(
        new()
        {
            Title = title,
            Description = "What is shown of the boats of the harbour.",
            Flow = "Boats",
            Scenario = null,
            Criticality = Criticality.High,
            Category = "A",
            Url = "/boats",
            Steps = steps,
            Expected = ["The boats of the harbour are shown."],
            MightCatch = "A list that is not loaded.",
        }, "boats", 1, 0, "/boats", ExperimentKind.Link, "Boats", "");
}
