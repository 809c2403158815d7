using Autonoma.AI.Failures;
using Autonoma.Engine.Commands;
using Autonoma.Engine.Deciding.Models;
using Autonoma.Engine.Running;
using Autonoma.TestKit;
using Autonoma.TestKit.Interpreting;
using Autonoma.TestKit.Models;
using Microsoft.Extensions.AI;

namespace Autonoma.Engine.Web.Tests.Deciding;

/// <summary>A model that carries out whole steps: it is the hands and never the judge.</summary>
public sealed class ModelDeciderTests(BrowserFixture fixture) : ModelTest(fixture)
{
    private const string Counter = "<button onclick=\"n.textContent = +n.textContent + 1\">More</button> <p>Count: <b id=n>0</b></p>";

    private static readonly RunOptions WithSecret = ScriptedRun.Quick with { Secrets = ["password"], Variables = new Dictionary<string, string> { ["password"] = "Tr0ub4dor-and-3", ["user"] = "mara" } };

    [Fact]
    public async Task LieAboutAClaim_IsCaughtByTheClaimAsWritten()
    {
        var run = await RunAsync(new(Counter, "Click More", "Verify that \"Count: 5\" is displayed") { Decider = Who.Model }, Model(On("click", "\"More\""), Finish(), Finish(reasoning: "the count is 5")));

        run.Success.ShouldBeFalse();
        run.Failure.ShouldBe(FailureKind.Assertion, run.Reasoning);
        run.Steps[1].Attempts.ShouldHaveSingleItem().Arguments.ShouldBe(new AssertArguments("\"Count: 5\" is displayed"));
    }

    [Fact]
    public async Task WeakerClaim_IsReplacedByTheOneOfTheStep()
    {
        var run = await RunAsync(new(Counter, "Click More", "Verify that \"Count: 5\" is displayed") { Decider = Who.Model },
            Model(On("click", "\"More\""), Finish(), Call("assert", new { claim = "the \"More\" button is displayed", reason = "easier" })));

        run.Failure.ShouldBe(FailureKind.Assertion, run.Reasoning);
        run.Steps[1].Attempts.ShouldHaveSingleItem().Arguments.ShouldBe(new AssertArguments("\"Count: 5\" is displayed"));
    }

    [Fact]
    public async Task LieAboutAnAction_IsNotBelieved()
    {
        var model = Model(Finish(), Finish(), Finish(false, "there is nothing to click"));

        var run = await RunAsync(new(Counter, "Click More", "Verify that \"Count: 1\" is displayed") { Decider = Who.Model }, model);

        run.Success.ShouldBeFalse();
        run.Failure.ShouldBe(FailureKind.Unresolved, run.Reasoning);
        model.Requests[1].Text.ShouldContain("Nothing was carried out");
    }

    private const string Form = "<label>First <input></label><label>Second <input></label><button onclick=\"out.textContent = [...document.querySelectorAll('input')].map(i => i.value).join('+')\">Join</button><p id=out></p>";
    private const string Both = "Type \"alpha\" into \"First\" and type \"beta\" into \"Second\"";

    [Fact]
    public async Task StepCalledDoneTooEarly_IsSentBackAndGoesOn()
    {
        var model = Model(On("type", "\"First\"", new { text = "alpha" }), Finish(), On("type", "\"Second\"", new { text = "beta" }), Finish(), On("click", "\"Join\""), Finish(), Finish());

        var run = await RunAsync(new(Form, Both, "Click \"Join\"", "Verify that \"alpha+beta\" is displayed") { Decider = Who.Model }, model);

        run.Success.ShouldBeTrue(run.Reasoning);
        model.Requests[2].Text.ShouldContain("The step also asks for: type \"beta\" into");
    }

    [Fact]
    public async Task StepCalledDoneTooEarlyTwice_FailsWithWhatIsMissing()
    {
        var model = Model(On("type", "\"First\"", new { text = "alpha" }), Finish(), Finish(reasoning: "that is all"));

        var run = await RunAsync(new(Form, Both, "Verify that \"Join\" is displayed") { Decider = Who.Model }, model);

        run.Failure.ShouldBe(FailureKind.Unresolved, run.Reasoning);
        run.Reasoning.ShouldContain("not carried out: type \"beta\" into");
        run.Reasoning.ShouldContain("that is all");
    }

    [Fact]
    public async Task AnotherTextThanTheStepNames_DoesNotCount()
    {
        var model = Model(On("type", "\"First\"", new { text = "alpha" }), On("type", "\"Second\"", new { text = "better" }), Finish(), Finish());

        var run = await RunAsync(new(Form, Both, "Verify that \"Join\" is displayed") { Decider = Who.Model }, model);

        run.Success.ShouldBeFalse();
        run.Reasoning.ShouldContain("not carried out: type \"beta\" into");
    }

    [Fact]
    public async Task ClaimCheckedBeforeTheActionOfItsStep_DoesNotCount()
    {
        const string page = "<p id=n>Count: 0</p><button onclick=\"n.textContent = 'Count: 1 of 2'\">More</button>";
        var model = Model(Call("assert", new { claim = "\"Count: 0\" is displayed", reason = "it is" }), On("click", "\"More\""), Finish());

        var run = await RunAsync(new(page, "Click \"More\" and verify that \"Count: 0\" is displayed") { Decider = Who.Model }, model);

        run.Failure.ShouldBe(FailureKind.Assertion, run.Reasoning);
        model.Requests[1].Text.ShouldContain("The step asks for this first: click");
    }

    [Fact]
    public async Task AssertInAStepThatAsksForNone_IsNotOffered()
    {
        var model = Model(Call("assert", new { claim = "the \"More\" button is displayed", reason = "it is there" }), On("click", "\"More\""), Finish());

        var run = await RunAsync(new(Counter, "Click More") { Decider = Who.Model }, model);

        run.Success.ShouldBeFalse("a test that asserts nothing does not pass");
        model.Requests[1].Text.ShouldContain("There is no tool 'assert'");
        run.AssertionsHeld.ShouldBe(0);
    }

    [Fact]
    public async Task SameCommandOnTheSameScreen_IsWarnedOfAndThenACircle()
    {
        // The first click gives it the focus, which is a change; from then on nothing is.
        var model = new ScriptedChatClient { Otherwise = On("click", "\"Dead\"") };

        var run = await RunAsync(new("<button>Dead</button>", "Bring the machine to life") { Decider = Who.Model }, model);

        run.Reasoning.ShouldContain("goes in circles");
        model.Requests[3].Text.ShouldContain("was wanted 2 times on this same screen");
    }

    [Fact]
    public async Task Turns_HaveALimit()
    {
        var model = new ScriptedChatClient { Otherwise = On("click", "\"More\"") };

        var run = await RunAsync(new(Counter, "Make it a lot") { Decider = Who.Model, Model = new() { MaxTurns = 6 } }, model);

        run.Reasoning.ShouldContain("The model was asked 6 times for this step");
        model.Requests.Count.ShouldBe(6);
    }

    [Fact]
    public async Task Question_IsAskedAndItsAnswerTold()
    {
        var user = new Person("the second one");
        var model = Model(Call("ask-user", new { questions = new[] { new { text = "Which?", options = new[] { "the first one", "the second one" } } } }), On("click", "\"Two\""), Finish());

        var run = await RunAsync(new("<button>One</button><button onclick=\"out.textContent='two it is'\">Two</button><p id=out></p>", "Do what the owner would do", "Verify that \"two it is\" is displayed") { User = user }, model);

        run.Success.ShouldBeTrue(run.Reasoning);
        user.Asked.ShouldHaveSingleItem().Options.Count.ShouldBe(2);
        model.Requests[1].Text.ShouldContain("the person who runs the test answered: \"the second one\"");
    }

    [Fact]
    public async Task NobodyThere_TheToolIsNotOffered()
    {
        var model = Model(Call("ask-user", new { questions = new[] { new { text = "Which?", options = Array.Empty<string>() } } }), Finish(false, "nobody to ask"));

        (await RunAsync(new(Counter, "Press the right one") { Decider = Who.Model }, model)).Reasoning.ShouldContain("nobody to ask");

        model.Requests[0].Options!.Tools!.Select(tool => tool.Name).ShouldNotContain("ask-user");
        model.Requests[1].Text.ShouldContain("There is no tool 'ask-user'");
    }

    [Theory]
    [InlineData("tokens")]
    [InlineData("money")]
    [InlineData("calls")]
    [InlineData("suite")]
    public async Task Budget_IsHeldBeforeTheCall(string which)
    {
        var model = new ScriptedChatClient { Otherwise = On("click", "\"More\"") };
        var setup = new Setup(Counter, "Make it a lot") { Decider = Who.Model, Price = new(1000, 1000) };
        setup = which switch
        {
            "tokens" => setup with { Budget = new(Tokens: 10_000) },
            "money" => setup with { Budget = new(Money: 12m) },
            "calls" => setup with { Budget = new(Calls: 2) },
            _ => setup with { SuiteBudget = new(Calls: 2) },
        };

        var run = await RunAsync(setup, model);

        run.Success.ShouldBeFalse();
        run.Reasoning.ShouldContain("budget");
        model.Requests.Count.ShouldBeLessThan(25);
    }

    [Fact]
    public async Task ProviderThatIsOut_IsSaid()
    {
        var model = new ScriptedChatClient().Fail(new ModelException(ModelFailure.Unauthorized, "The key of 'scripted' is wrong. Set SCRIPTED_KEY."));

        var run = await RunAsync(new(Counter, "Make it a lot") { Decider = Who.Model }, model);

        run.Failure.ShouldBe(FailureKind.Unresolved);
        run.Reasoning.ShouldContain("Set SCRIPTED_KEY");
    }

    [Fact]
    public async Task AnswersThatCannotBeUsed_AreSentBackWithTheReason()
    {
        var model = Model(
            _ => ScriptedChatClient.Text("I would click More."),
            Call("click", new { target = "e999", reason = "there" }),
            Call("click", new { reason = "no target" }),
            Call("levitate", new { target = "e1" }),
            On("click", "\"More\""),
            Finish());

        var run = await RunAsync(new(Counter, "Make it one more", "Verify that \"Count: 1\" is displayed"), model);

        run.Success.ShouldBeTrue(run.Reasoning);
        model.Requests[1].Text.ShouldContain("You called no tool");
        model.Requests[2].Text.ShouldContain("'e999' is no reference");
        model.Requests[3].Text.ShouldContain("do not fit its schema");
        model.Requests[4].Text.ShouldContain("There is no tool 'levitate'");
    }

    [Fact]
    public async Task Request_HoldsOnePictureTheStepsAndNoSecret()
    {
        var model = Model(
            On("type", "textbox \"Password\"", new { text = "{{password}}" }),
            On("click", "\"Sign in\""),
            Finish());
        const string page = "<label>User <input></label><label>Password <input type=password></label><button onclick=\"out.textContent = document.querySelector('[type=password]').value.length + ' characters'\">Sign in</button><p id=out></p>";

        var run = await RunAsync(new(page, "Get past the door", "Verify that \"15 characters\" is displayed") { Options = WithSecret }, model);

        run.Success.ShouldBeTrue(run.Reasoning);
        foreach (var request in model.Requests)
        {
            request.Messages.SelectMany(message => message.Contents).OfType<DataContent>().Count(content => content.MediaType == "image/jpeg").ShouldBe(1);
            request.Text.ShouldContain("-> Get past the door");
            request.Text.ShouldContain("{{password}} (secret)");
            request.Text.ShouldContain("user = mara");
            request.Text.ShouldNotContain("Tr0ub4dor");
        }
    }

    [Fact]
    public async Task Secret_GoesOnlyIntoItsField()
    {
        var model = Model(On("type", "searchbox", new { text = "{{password}}" }), Finish(false, "refused"));

        var run = await RunAsync(new("<input type=search aria-label=Search><label>Password <input type=password></label>", "Get past the door") { Options = WithSecret }, model);

        run.Success.ShouldBeFalse();
        model.Requests[1].Text.ShouldContain("the secret 'password' goes only into the field it is for");
        run.Steps[0].Attempts.ShouldBeEmpty();
    }

    [Fact]
    public async Task ScreenThatChangedWhileTheModelThought_IsLookedAtAgain()
    {
        await using var driver = await Fixture.OpenAsync("<button id=b onclick=\"out.textContent=this.textContent\">Keep</button><p id=out></p>");
        var model = Model(
            request =>
            {
                var answer = On("click", "\"Keep\"")(request);
                driver.Page.EvaluateAsync("() => { document.getElementById('b').textContent = 'Delete'; }").GetAwaiter().GetResult();
                return answer;
            },
            Finish(false, "it says Delete now"));

        var run = await RunAsync(new("", "Be careful with it") { Decider = Who.Model }, model, driver);

        run.Steps[0].Attempts.ShouldBeEmpty();
        model.Requests[1].Text.ShouldContain("The screen changed while you thought");
    }

    [Fact]
    public async Task ElementThatNoWordsMean_IsTakenByItsReference()
    {
        const string page = "<div style='display:flex'><div style='width:30px;height:30px;background:#c33;cursor:pointer' onclick=\"out.textContent='left one'\"></div><div style='width:30px;height:30px;background:#c33;cursor:pointer' onclick=\"out.textContent='right one'\"></div></div><p id=out></p>";
        var model = Model(request => ScriptedChatClient.Call("click", new { target = request.Text.Split('\n').Last(line => line.Contains(" div", StringComparison.Ordinal) && line.StartsWith('e')).Split(' ')[0], reason = "the right square" }), Finish());

        var run = await RunAsync(new(page, "Do the usual thing with the squares", "Verify that \"right one\" is displayed"), model);

        run.Success.ShouldBeTrue(run.Reasoning);
    }

    [Fact]
    public async Task LongPage_IsCutAndSaysSo()
    {
        var model = Model(Finish(false, "enough"));
        var rows = string.Concat(Enumerable.Range(1, 3000).Select(row => $"<li>Entry number {row} with some words about it</li>"));

        await RunAsync(new($"<button>Top</button><ul>{rows}</ul>", "Do something") { Decider = Who.Model }, model);

        model.Requests[0].Text.Length.ShouldBeLessThan(ScreenText_MaxLength + 8000);
        model.Requests[0].Text.ShouldContain("more elements are left out here");
        model.Requests[0].Text.ShouldContain("button \"Top\"");
    }

    private const int ScreenText_MaxLength = 16_000;

    private sealed class Person(string answer) : IUserPrompt
    {
        public List<UserQuestion> Asked { get; } = [];

        public Task<IReadOnlyList<string>?> AskAsync(IReadOnlyList<UserQuestion> questions, CancellationToken cancellationToken)
        {
            Asked.AddRange(questions);
            return Task.FromResult<IReadOnlyList<string>?>([.. questions.Select(_ => answer)]);
        }
    }
}
