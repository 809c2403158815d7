using Autonoma.Engine.Commands;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Recording;
using Autonoma.Engine.Recording.Format;
using Autonoma.Engine.Running;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Recording;

public sealed class ModeTests(BrowserFixture fixture) : RecordingTest(fixture)
{
    private const string Save = "Click \"Save\"";
    private const string Saved = "Verify that \"Changes saved for\" is displayed";
    private const string Cancel = "Click \"Cancel\"";

    [Fact]
    public async Task Record_OfTheSamePageTwice_GivesTheSameBytes()
    {
        var test = Test("Type \"mira@shop.test\" into \"E-mail\"", Save, Saved, "Click \"Delete\" in the row of Bob", "Verify that \"Bob was deleted\" is displayed");

        var first = RecordingFile.Write(await RecordAsync(OfficePage.Html, test, options => options));
        var second = RecordingFile.Write(await RecordAsync(OfficePage.Html, test, options => options));

        second.ShouldBe(first);
        first.ShouldNotContain("\r");
        first.ShouldEndWith("}\n");
        RecordingFile.Write(RecordingFile.Read(first, "a.recording.json")).ShouldBe(first, "what was read is written as it was");
    }

    [Fact]
    public async Task Resolve_WithANewStep_DecidesThatOneOnly()
    {
        var recording = await RecordAsync(OfficePage.Html, Test(Save, Saved));
        var longer = Test(Cancel, Save, Saved, "Verify that the heading \"People\" is displayed");

        var (run, session) = await RunAsync(OfficePage.Html, longer, RecordingMode.Resolve, recording, Patient);

        run.Success.ShouldBeTrue(run.Reasoning);
        run.Decisions.ShouldBe(2);
        run.Steps.Select(step => step.DecidedBy).ShouldBe(["interpreter", "recording", "recording", "interpreter"]);
        session.Outcome!.Steps.Select(step => step.Step).ShouldBe(longer.Steps.Select(step => step.Text));
        session.Outcome.Steps[1].ShouldBeSameAs(recording.Steps[0], "what did not change is not written anew");
    }

    [Fact]
    public async Task Resolve_WithAReworedStep_DecidesItAnew()
    {
        var recording = await RecordAsync(OfficePage.Html, Test(Save, Saved));

        var (run, _) = await RunAsync(OfficePage.Html, Test("Press the button labelled \"Save\"", Saved), RecordingMode.Resolve, recording, Patient);

        run.Decisions.ShouldBe(1, run.Reasoning);
    }

    [Fact]
    public async Task Replay_OfAStepThatIsNotRecorded_FailsClosed()
    {
        var recording = await RecordAsync(OfficePage.Html, Test(Save, Saved));

        var run = await ReplayAsync(recording, OfficePage.Html, Test(Cancel, Save, Saved));

        run.Failure.ShouldBe(FailureKind.Unresolved);
        run.Reasoning.ShouldContain("not recorded");
        run.Steps[0].Attempts.ShouldBeEmpty();
        run.Steps[1].Status.ShouldBe(StepStatus.Skipped);
    }

    [Fact]
    public async Task Replay_WithoutARecording_FailsClosed()
    {
        var (run, _) = await RunAsync(OfficePage.Html, Test(Save, Saved), RecordingMode.Replay);

        run.Reasoning.ShouldContain("not recorded");
        run.Decisions.ShouldBe(0);
    }

    [Fact]
    public async Task Run_ThatFails_LeavesNoRecording()
    {
        var (run, session) = await RunAsync(OfficePage.Html, Test(Save, "Verify that \"Nothing of the kind\" is displayed"), RecordingMode.Record);

        run.Success.ShouldBeFalse();
        session.Outcome.ShouldBeNull();
    }

    [Fact]
    public async Task Resolve_AfterADrift_StopsAndSaysWhatToDo()
    {
        var test = Test(Save, Saved);
        var recording = await RecordAsync(OfficePage.Html, test);
        var moved = OfficePage.With((OfficePage.Save, ""), ("<footer>", "<footer>" + OfficePage.Save));

        var (run, session) = await RunAsync(moved, test, RecordingMode.Resolve, recording);

        run.Failure.ShouldBe(FailureKind.Drift);
        run.Decisions.ShouldBe(0);
        run.Reasoning.ShouldContain("recorded: button \"Save\" in main, form \"Details\"");
        run.Reasoning.ShouldContain("now:      button \"Save\" in contentinfo");
        run.Reasoning.ShouldContain("section (");
        run.Reasoning.ShouldContain("--mode heal");
        session.Outcome.ShouldBeNull();
    }

    [Fact]
    public async Task Assertion_ThatNoLongerHolds_FailsInAReplay()
    {
        var test = Test(Cancel, "Verify that \"Nothing changed\" is displayed");
        var recording = await RecordAsync(OfficePage.Html, test);

        var run = await ReplayAsync(recording with { Steps = [recording.Steps[0] with { Commands = [recording.Steps[0].Commands[0] with { After = null }] }, recording.Steps[1]] },
            OfficePage.With(("say('Nothing changed')", "say('All is lost')")), test);

        run.Failure.ShouldBe(FailureKind.Assertion, run.Reasoning);
    }

    [Fact]
    public async Task Recording_WhoseAssertionSaysLessThanTheTest_IsRefused()
    {
        var test = Test(Save, Saved);
        var recording = await RecordAsync(OfficePage.Html, test);
        var weak = recording.Steps[1] with { Commands = [recording.Steps[1].Commands[0] with { Do = new AssertArguments("\"Save\" is displayed"), Judged = null }] };

        var run = await ReplayAsync(recording with { Steps = [recording.Steps[0], weak] }, OfficePage.Html, test);

        run.Success.ShouldBeFalse();
        run.Reasoning.ShouldContain("not what the sentence says");
    }

    [Fact]
    public async Task FirstRow_OfAnotherOrder_IsStillTheFirst()
    {
        var test = Test("Click \"Open\" in the first row", "Verify that \"is open\" is displayed");
        var recording = await RecordAsync(OfficePage.Html, test);
        RecordingFile.Write(recording with { Steps = [recording.Steps[0]] }).ShouldNotContain("Alice", Case.Sensitive, "a place was meant, not who stands there");
        var turned = OfficePage.With((OfficePage.Alice, "@"), (OfficePage.Bob, OfficePage.Alice), ("@", OfficePage.Bob));

        var run = await ReplayAsync(recording, turned, test, Patient);

        run.Success.ShouldBeTrue(run.Reasoning);
        run.Steps[1].Attempts[0].Claims.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Wait_ForWhatComesLate_IsInTheRecording()
    {
        const string Late = """
            <!doctype html><main><h1>Orders</h1><p id="busy" role="status">Fetching orders</p></main>
            <script>setTimeout(() => { busy.remove(); document.querySelector('main').insertAdjacentHTML('beforeend', '<p>4 orders found</p><button onclick="this.after(\'Exported\')">Export</button>') }, 4000)</script>
            """;
        var test = Test("Verify that the heading \"Orders\" is displayed", "Click \"Export\"", "Verify that \"Exported\" is displayed");

        var recording = await RecordAsync(Late, test);
        var run = await ReplayAsync(recording, Late, test, Patient);

        var wait = recording.Steps[1].Commands[0].Before.ShouldNotBeNull();
        wait.Appears.ShouldNotBeNull().ShouldContain("4 orders found");
        wait.Vanishes.ShouldNotBeNull().ShouldContain("Fetching orders");
        run.Success.ShouldBeTrue(run.Reasoning);
    }

    [Theory]
    [InlineData("{", "is no recording")]
    [InlineData("{\"version\":9,\"steps\":[]}", "version 9")]
    [InlineData("{\n<<<<<<< HEAD\n}", "merge that was not finished")]
    public void File_ThatIsNoRecording_IsExplained(string text, string message)
        => Should.Throw<UserInputException>(() => RecordingFile.Read(text, "a.recording.json")).Message.ShouldContain(message);
}
