using Autonoma.Planner.Exploring;
using Autonoma.Planner.Generating;
using Autonoma.Planner.Generating.Drafting;

namespace Autonoma.Planner.Tests.Generating;

/// <summary>From what was tried to tests.</summary>
public sealed class TestDrafterTests
{
    [Fact]
    public void LinksAroundEveryPage_AreTriedInOneTestTogether_AndEachByItself()
    {
        var drafts = Draft(around: [Link("Harbour", "/harbour"), Link("Crew", "/crew"), Link("Help", "/help")]);

        var together = drafts.Single(draft => draft.Test.Title.StartsWith("Links", StringComparison.Ordinal));
        together.Test.Steps.ShouldBe([
            "Click the \"Harbour\" link", "Assert that the URL contains \"/harbour\"",
            "Open /", "Click the \"Crew\" link", "Assert that the URL contains \"/crew\"",
            "Open /", "Click the \"Help\" link", "Assert that the URL contains \"/help\""]);
        together.Rank.ShouldBe(0, "one test that stands for all of them is among the first to be chosen");
        drafts.Count(draft => draft.Test.Title.EndsWith("leads to its page", StringComparison.Ordinal)).ShouldBe(3);
    }

    [Fact]
    public void WhatWasTriedWithAnotherScenario_NamesThatScenario()
    {
        var paging = new Experiment { Kind = ExperimentKind.Paging, Subject = "Paging", Scenario = "large", Stages = [new(["Click the \"Next\" link"], ["the URL contains \"page=2\""])] };
        var search = new Experiment { Kind = ExperimentKind.Search, Subject = "Search", Detail = "Petrel", Stages = [new(["Type \"Petrel\" into the \"Search\" field"], ["\"1 boat\" is displayed"])] };

        var drafts = Draft(page: [paging, search]);

        drafts.Single(draft => draft.Kind == ExperimentKind.Paging).Test.Scenario.ShouldBe("large");
        drafts.Single(draft => draft.Kind == ExperimentKind.Search).Test.Scenario.ShouldBe("standard");
    }

    private static IReadOnlyList<TestDraft> Draft(IReadOnlyList<Experiment>? page = null, IReadOnlyList<Experiment>? around = null)
        => new TestDrafter(new() { Exploration = new() { Start = "http://harbour.test/", Pages = [new() { Route = "/", Address = "/", Heading = "Boats", Experiments = page ?? [] }], Links = [], Experiments = around ?? [] }, Scenario = "standard" }).Draft();

    private static Experiment Link(string text, string address)
        => new() { Kind = ExperimentKind.Link, Subject = text, Approach = ["Open /"], Stages = [new([$"Click the \"{text}\" link"], [$"the URL contains \"{address}\""])] };
}
