using Autonoma.Engine.Grounding;
using Autonoma.Engine.Observing;
using Autonoma.TestKit.Observing;

namespace Autonoma.Engine.Tests.Grounding;

/// <summary>What the steps before leave behind decides what a description points back to.</summary>
public sealed class ContextTests
{
    private static readonly Observation Screen = UiPage.Of(page => page
        .Field("Title").Field("Author").Button("Save")
        .Element("div", className: "menu", children: m => m.Button("Rename").Button("Remove"))
        .Element("div", className: "panel", children: m => m.Button("Rename")));

    private static NodeRef RefOf(string name, int skip = 0) => Screen.Tree.Nodes.Where(node => node.Name == name).Skip(skip).First().Ref;

    [Theory]
    [InlineData("it")]
    [InlineData("the same field")]
    [InlineData("that")]
    public void Ground_PointsBack_IsWhatWasActedOnLast(string description)
    {
        var result = new Grounder().Ground(description, GroundingPurpose.Type, Screen, new(RefOf("Author")));

        result.Node!.Name.ShouldBe("Author");
    }

    [Theory]
    [InlineData("it", GroundingOutcome.Unreadable)]
    [InlineData("the same field", GroundingOutcome.Unreadable)]
    public void Ground_PointsBackToNothing_IsRefused(string description, GroundingOutcome expected) =>
        new Grounder().Ground(description, GroundingPurpose.Click, Screen, GroundingContext.None).Outcome.ShouldBe(expected);

    [Fact]
    public void Ground_PointsBackToAnotherKind_IsRefused() =>
        new Grounder().Ground("the same field", GroundingPurpose.Type, Screen, new(RefOf("Save"))).Outcome.ShouldBe(GroundingOutcome.NotFound);

    [Fact]
    public void Ground_TwoEquals_WhatTheStepBeforeOpenedGoesFirst()
    {
        var opened = Screen.Tree.Nodes.First(node => node.ClassName == "panel").Ref;

        new Grounder().Ground("Rename", GroundingPurpose.Click, Screen, GroundingContext.None).Outcome.ShouldBe(GroundingOutcome.Ambiguous);
        new Grounder().Ground("Rename", GroundingPurpose.Click, Screen, new(null, [opened])).Node!.Parent!.ClassName.ShouldBe("panel");
    }

    [Theory]
    [InlineData("buttons", 4)]
    [InlineData("Rename buttons", 2)]
    [InlineData("fields", 2)]
    [InlineData("Delete buttons", 0)]
    [InlineData("checkboxes", 0)]
    public void GroundAll_CountsEveryOne(string description, int expected) =>
        new Grounder().GroundAll(description, Screen, GroundingContext.None).Count.ShouldBe(expected);
}
