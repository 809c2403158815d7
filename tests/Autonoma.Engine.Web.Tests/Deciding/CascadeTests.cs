using Autonoma.Engine.Commands;
using Autonoma.Engine.Deciding.Models;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Running;
using Autonoma.TestKit;
using Autonoma.TestKit.Models;

namespace Autonoma.Engine.Web.Tests.Deciding;

/// <summary>What the interpreter leaves to a model, and what it never does.</summary>
public sealed class CascadeTests(BrowserFixture fixture) : ModelTest(fixture)
{
    private const string TwoRows = """
        <ul>
          <li><span>Red chair</span> <button onclick="out.textContent = 'red is in the basket'">Add</button></li>
          <li><span>Blue chair</span> <button onclick="out.textContent = 'blue is in the basket'">Add</button></li>
        </ul><p id="out">nothing yet</p>
        """;

    [Fact]
    public async Task SentenceThatIsRead_AsksNoModel()
    {
        var model = Model();

        var run = await RunAsync(new("<button onclick=\"out.textContent = 'saved it'\">Save</button><p id=out></p>", "Click Save", "Verify that \"saved it\" is displayed"), model);

        run.Success.ShouldBeTrue(run.Reasoning);
        model.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task SentenceThatIsNotRead_IsCarriedOutByTheModel()
    {
        var model = Model(On("click", "button \"Save\""), Finish());

        var run = await RunAsync(new("<button onclick=\"out.textContent = 'saved it'\">Save</button><p id=out></p>", "Do the usual thing with the draft", "Verify that \"saved it\" is displayed"), model);

        run.Success.ShouldBeTrue(run.Reasoning);
        run.Steps[0].DecidedBy.ShouldBe("model scripted");
        run.Steps[0].Attempts.ShouldHaveSingleItem().Arguments.ShouldBe(new ClickArguments("\"Save\" button"));
        run.Steps[1].DecidedBy.ShouldBe("interpreter");
        model.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task ElementsThatFitEquallyWell_AreChosenByTheModel_AndNothingElseIs()
    {
        var model = Model(request => ScriptedChatClient.Call("choose", new { target = Reference(request, "Blue chair"), reason = "the text, which is none of the two" }),
            request => ScriptedChatClient.Call("choose", new { target = request.Text.Split('\n').Where(line => line.Contains("button \"Add\"", StringComparison.Ordinal)).Last().Split(' ')[0], reason = "blue, as the test is about blue" }));

        var run = await RunAsync(new(TwoRows, "Click Add", "Verify that \"blue is in the basket\" is displayed"), model);

        run.Success.ShouldBeTrue(run.Reasoning);
        model.Requests[1].Text.ShouldContain("is none of the candidates");
        run.Steps[0].Attempts.Select(attempt => attempt.Status).ShouldBe([StepStatus.Failed, StepStatus.Passed]);
        ((ClickArguments)run.Steps[0].Attempts[1].Arguments).Target.ShouldContain("Blue chair");
    }

    [Fact]
    public async Task ModelThatCannotTell_LeavesTheStepAmbiguous()
    {
        var run = await RunAsync(new(TwoRows, "Click Add", "Verify that \"blue is in the basket\" is displayed"), Model(Finish(false, "the step names no chair")));

        run.Success.ShouldBeFalse();
        run.Failure.ShouldBe(FailureKind.Unresolved);
        run.Reasoning.ShouldContain("the step names no chair");
    }

    [Theory]
    [InlineData("Click the Publish button", FailureKind.Grounding)]
    [InlineData("Verify that \"published it\" is displayed", FailureKind.Assertion)]
    [InlineData("If the banner is shown, close it", FailureKind.Unresolved)]
    public async Task WhatIsMissingFalseOrBranches_IsNoQuestionForAModel(string step, FailureKind failure)
    {
        var model = Model();

        var run = await RunAsync(new("<button>Save</button><p>draft</p>", step, "Verify that \"draft\" is displayed"), model);

        run.Failure.ShouldBe(failure, run.Reasoning);
        model.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task ClaimThatCannotBeRead_NeedsTheWitnessAndTheRules()
    {
        const string page = "<h1>Thank you, Mara</h1><p>Your order 4711 is on its way.</p>";
        const string step = "Verify that the customer is thanked in a friendly manner";
        var plain = Call("assert", new { claim = "the heading \"Thank you, Mara\" is displayed", reason = "that is the thanks" });
        var wrong = Call("assert", new { claim = "the heading \"Goodbye\" is displayed", reason = "hm" });

        var both = await RunAsync(new(page, step) { Witness = new Witness(true) }, Model(plain, Finish()));
        both.Success.ShouldBeTrue(both.Reasoning);
        both.Steps[0].Attempts[^1].Arguments.ShouldBe(new AssertArguments("the heading \"Thank you, Mara\" is displayed"));

        var denied = await RunAsync(new(page, step) { Witness = new Witness(false) }, Model(plain));
        denied.Success.ShouldBeFalse();
        denied.Reasoning.ShouldContain("was not found true on the screen: no thanks to be seen");

        var false_ = await RunAsync(new(page, step) { Witness = new Witness(true) }, Model(wrong));
        false_.Failure.ShouldBe(FailureKind.Assertion, false_.Reasoning);

        var alone = await RunAsync(new(page, step), Model(plain));
        alone.Success.ShouldBeFalse();
        alone.Reasoning.ShouldContain("no model that sees pictures is configured");
    }

    [Fact]
    public async Task WordsThatTheRulesCannotJudgeEither_AreSentBack()
    {
        var model = Model(
            Call("assert", new { claim = "everything feels welcoming and warm", reason = "it does" }),
            Call("assert", new { claim = "\"Thank you\" is displayed", reason = "plainer" }),
            Finish());

        var run = await RunAsync(new("<h1>Thank you</h1>", "Verify that the customer is thanked in a friendly manner") { Witness = new Witness(true) }, model);

        run.Success.ShouldBeTrue(run.Reasoning);
        model.Requests[1].Text.ShouldContain("cannot be judged by the rules");
    }

    private sealed class Witness(bool holds) : IClaimWitness
    {
        public Task<WitnessAnswer> JudgeAsync(string claim, Screenshot screen, CancellationToken cancellationToken)
            => Task.FromResult(new WitnessAnswer(holds, holds ? "a heading says thank you" : "no thanks to be seen"));
    }
}
