using Autonoma.Engine.Commands;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Deciding.Models;
using Autonoma.Engine.Recording;
using Autonoma.Engine.Recording.Format;
using Autonoma.Engine.Running;
using Autonoma.Engine.Web.Tests.Deciding;
using Autonoma.TestKit;
using Autonoma.TestKit.Models;
using Microsoft.Extensions.AI;

namespace Autonoma.Engine.Web.Tests.Recording;

/// <summary>A model in a heal: it may say which element it is now, of every command of the step, and nothing else.</summary>
public sealed class ModelHealTests(BrowserFixture fixture) : ModelTest(fixture)
{
    // Made once: each test heals it on another page.
    private static TestRecording? _recording;

    // No rule reads the first sentence, so a model decided it.
    private static readonly string[] Steps = ["Get the usual address into the books", "Verify that \"Changes saved for mira@shop.test\" is displayed"];
    private const string Save = """<button id="save" type="button" class="b" onclick="say('Changes saved for ' + contact.value)">Save</button>""";
    private const string Contact = """<div class="f"><label for="contact">E-mail</label><input id="contact" name="contact"></div>""";
    private static readonly string Renamed = Page((">Save<", ">Store<"));
    private static readonly string BothRenamed = Page((">E-mail<", ">Mail address<"), (">Save<", ">Store<"));

    [Fact]
    public async Task Heal_OfTheLastOfSeveralCommands_AsksForThatOneOnly()
    {
        var model = Model(On("click", "\"Store\""));

        var (run, session) = await HealAsync(Renamed, model);

        run.Success.ShouldBeTrue(run.Reasoning);
        run.Reasoning.ShouldContain("passed with 1 proposed heal");
        run.Steps[0].Attempts.Select(attempt => (attempt.Arguments.Command, attempt.Status)).ShouldBe([("type", StepStatus.Passed), ("click", StepStatus.Failed), ("click", StepStatus.Passed)]);
        run.Steps[0].DecidedBy.ShouldBe("model scripted");
        session.Heals.ShouldHaveSingleItem().Moved.ShouldContain("name (\"Save\", now \"Store\")");
        var commands = session.Outcome!.Steps[0].Commands;
        commands.Select(command => command.Do!.Command).ShouldBe(["type", "click"]);
        commands[1].Targets![0].Name.ShouldBe("Store");
        model.Requests[0].Text.ShouldContain("FAILED click");
    }

    [Fact]
    public async Task Heal_OfEveryCommand_IsDecidedOneByOne_AndReplays()
    {
        var (run, session) = await HealAsync(BothRenamed, Model(On("type", "textbox \"Mail address\"", new { text = "mira@shop.test" }), On("click", "\"Store\"")));

        run.Success.ShouldBeTrue(run.Reasoning);
        session.Heals.Count.ShouldBe(2);
        var accepted = new RecordingSession(RecordingMode.Replay, RecordingFile.Read(RecordingFile.Write(session.Outcome!), "accepted"));
        var again = await RunAsync(new(BothRenamed, Steps) { Recording = accepted, Options = Patient }, Model());
        again.Success.ShouldBeTrue(again.Reasoning);
        again.Decisions.ShouldBe(0);
    }

    [Fact]
    public async Task Heal_OfAReadableStepOfSeveralCommands_IsDecidedByTheInterpreter()
    {
        string[] steps = ["Type \"mira@shop.test\" into \"E-mail\" and click \"Save\"", Steps[1]];
        var recorded = new RecordingSession(RecordingMode.Record, null);
        (await RunAsync(new(Page(), steps) { Recording = recorded, Options = Patient }, Model())).Success.ShouldBeTrue();

        var session = new RecordingSession(RecordingMode.Heal, recorded.Outcome) { HealsPass = true };
        var run = await RunAsync(new(Renamed, steps) { Recording = session, Options = Quick }, Model());

        run.Success.ShouldBeTrue(run.Reasoning);
        run.Steps[0].DecidedBy.ShouldBe("interpreter");
        session.Heals.ShouldHaveSingleItem().Now.ShouldContain("Store");
    }

    public static TheoryData<string, string, string, string> Red => new()
    {
        { "one command less", Renamed, "finish", "was not carried out" },
        { "another text", BothRenamed, "type:textbox \"Mail address\":someone@else.test", "'type' would do something else" },
        { "another command", Renamed, "press:Enter", "recorded as click, and would now be press" },
        { "a command in place of a gone one", Page((Contact, "")), "click:\"Save\"", "recorded as type, and would now be click" },
        { "another button", Page((Save, "")), "click:\"Cancel\"", "called otherwise" },
        { "one called nearly so", Page((Save, "<button type=button onclick=\"say('Changes saved for mira')\">Save as draft</button>")), "click:\"Save as draft\"", "called otherwise" },
        { "a link in its place", Page((Save, "<a href=\"#s\" id=save onclick=\"say('Changes saved for mira')\">Store</a>")), "click:link \"Store\"", "another role" },
        { "one in the footer", Page((Save, ""), ("<footer>", "<footer>" + Save.Replace(">Save<", ">Store<", StringComparison.Ordinal))), "click:\"Store\"", "another part of the page" },
        { "one of two", Page((Save, Save.Replace(">Save<", ">Store<", StringComparison.Ordinal) + Save.Replace(">Save<", ">Store<", StringComparison.Ordinal))), "click:\"Store\"", "several" },
        { "a disabled one", Page((">Save<", ">Store<"), ("id=\"save\"", "id=\"save\" disabled")), "click:\"Store\"", "disabled" },
        { "a covered one", Page((">Save<", ">Store<"), ("</main>", "</main><div style=\"position:fixed;inset:0;background:#fffd\">Please wait</div>")), "click:\"Store\"", "Please wait" },
        { "it gives up", Renamed, "give-up", "no such button" },
        { "a renamed button that saves nothing", Page((">Save<", ">Store<"), ("say('Changes saved for ' + contact.value)", "say('An error happened')")), "click:\"Store\"", "" },
    };

    [Theory]
    [MemberData(nameof(Red))]
    public async Task Heal_WithAModelThatTakesAnotherWay_StaysRed(string change, string html, string answer, string says)
    {
        var model = new ScriptedChatClient { Otherwise = Answer(answer) };

        var (run, session) = await HealAsync(html, model);

        run.Success.ShouldBeFalse($"{change}: {run.Reasoning}");
        run.Reasoning.ShouldContain(says);
        session.Outcome.ShouldBeNull("a run that did not pass leaves nothing");
    }

    [Fact]
    public async Task Heal_OfAStepThatClaims_JudgesTheRecordedClaimAndAsksForNoOther()
    {
        // A claim that no rule reads as the sentence has it: what was recorded are the plainer words.
        string[] steps = ["Save it all, and make sure that it went fine for good"];
        var recorded = new RecordingSession(RecordingMode.Record, null);
        var first = await RunAsync(
            new(Page(), steps) { Recording = recorded, Options = Patient, Witness = new Yes() },
            Model(On("click", "\"Save\""), Call("assert", new { claim = "\"Changes saved for\" is displayed", reason = "it says so" }), Finish()));
        first.Success.ShouldBeTrue(first.Reasoning);
        recorded.Outcome!.Steps[0].Commands.Select(command => command.Do!.Command).ShouldBe(["click", "assert"]);

        var good = new RecordingSession(RecordingMode.Heal, recorded.Outcome) { HealsPass = true };
        var model = Model(On("click", "\"Store\""));
        var healed = await RunAsync(new(Renamed, steps) { Recording = good, Options = Quick, Witness = new Yes() }, model);
        healed.Success.ShouldBeTrue(healed.Reasoning);
        good.Outcome!.Steps[0].Commands[1].Do.ShouldBe(new AssertArguments("\"Changes saved for\" is displayed"));

        var bad = new RecordingSession(RecordingMode.Heal, recorded.Outcome) { HealsPass = true };
        var eager = Model(On("click", "\"Store\""), Call("assert", new { claim = "\"Stored\" is displayed", reason = "that is what it says now" }));
        var broken = await RunAsync(new(Page((">Save<", ">Store<"), ("say('Changes saved for ' + contact.value)", "say('Stored')")), steps) { Recording = bad, Options = Quick, Witness = new Yes() }, eager);
        broken.Success.ShouldBeFalse(broken.Reasoning);
        eager.Requests.Count.ShouldBe(1, "what is checked is not decided again");
    }

    [Fact]
    public async Task Heal_OfOneThatIsThereTwice_IsNotChosenByAModel()
    {
        string[] steps = ["Type \"mira@shop.test\" into \"E-mail\" and click \"Save\"", Steps[1]];
        var recorded = new RecordingSession(RecordingMode.Record, null);
        (await RunAsync(new(Page(), steps) { Recording = recorded, Options = Patient }, Model())).Success.ShouldBeTrue();
        var twice = Page((Save, Save + "<fieldset aria-label=\"More\">" + Save + "</fieldset>"));
        var session = new RecordingSession(RecordingMode.Heal, recorded.Outcome) { HealsPass = true };

        var run = await RunAsync(new(twice, steps) { Recording = session, Options = Quick }, new ScriptedChatClient { Otherwise = request => ScriptedChatClient.Call("choose", new { target = Reference(request, "button \"Save\""), reason = "the first" }) });

        run.Success.ShouldBeFalse(run.Reasoning);
        session.Outcome.ShouldBeNull();
    }

    // A field whose attributes do not say what it is called.
    private static string Page(params IReadOnlyList<(string Old, string New)> changes)
    {
        var html = OfficePage.With((OfficePage.Email, Contact), (OfficePage.Save, Save));
        foreach (var (old, replacement) in changes)
            html = html.Contains(old, StringComparison.Ordinal) ? html.Replace(old, replacement, StringComparison.Ordinal) : throw new ArgumentException($"The page has no '{old}'.", nameof(changes));
        return html;
    }

    private static RunOptions Quick => new() { StepTimeout = TimeSpan.FromMilliseconds(1500), AssertionTimeout = TimeSpan.FromSeconds(1), AbsenceHold = TimeSpan.FromMilliseconds(100) };

    private static RunOptions Patient => new();

    private static Func<ModelRequest, ChatResponse> Answer(string answer) => answer.Split(':') switch
    {
        ["finish"] => Finish(),
        ["give-up"] => Finish(false, "there is no such button"),
        ["press", var key] => Call("press", new { key, reason = "as good" }),
        ["type", var field, var text] => On("type", field, new { text }),
        ["click", var words] => On("click", words),
        _ => throw new ArgumentException(answer, nameof(answer)),
    };

    private async Task<(RunResult Run, RecordingSession Session)> HealAsync(string html, ScriptedChatClient model)
    {
        _recording ??= await RecordAsync();
        var session = new RecordingSession(RecordingMode.Heal, _recording) { HealsPass = true };
        return (await RunAsync(new(html, Steps) { Recording = session, Options = Quick }, model), session);
    }

    private async Task<TestRecording> RecordAsync()
    {
        var session = new RecordingSession(RecordingMode.Record, null);
        var run = await RunAsync(new(Page(), Steps) { Recording = session, Options = Patient }, Model(On("type", "textbox \"E-mail\"", new { text = "mira@shop.test" }), On("click", "\"Save\""), Finish()));
        run.Success.ShouldBeTrue(run.Reasoning);
        return session.Outcome.ShouldNotBeNull();
    }

    private sealed class Yes : IClaimWitness
    {
        public Task<WitnessAnswer> JudgeAsync(string claim, Screenshot screen, CancellationToken cancellationToken) => Task.FromResult(new WitnessAnswer(true, "it looks so"));
    }
}
