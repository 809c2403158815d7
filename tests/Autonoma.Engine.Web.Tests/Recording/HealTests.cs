using Autonoma.Engine.Recording;
using Autonoma.Engine.Recording.Format;
using Autonoma.Engine.Running;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Recording;

/// <summary>What may be healed: the same thing under another name, in its place.</summary>
public sealed class HealTests(BrowserFixture fixture) : RecordingTest(fixture)
{
    private static readonly string[] Steps = ["Type \"mira@shop.test\" into \"E-mail\"", "Click \"Save\"", "Verify that \"Changes saved for\" is displayed"];

    // Renamed, with the id that its programmer gave it.
    private static readonly string Renamed = OfficePage.With((">Save<", ">Store<"));

    [Fact]
    public async Task Heal_OfARenamedElement_IsProposedAndDoesNotPass()
    {
        var test = Test(Steps);
        var recording = await RecordAsync(OfficePage.Html, test);

        var (run, session) = await RunAsync(Renamed, test, RecordingMode.Heal, recording);

        run.Success.ShouldBeFalse();
        run.Failure.ShouldBe(FailureKind.Drift);
        run.Reasoning.ShouldContain("passed with 1 proposed heal");
        var heal = session.Heals.ShouldHaveSingleItem();
        heal.Recorded.ShouldBe("button \"Save\" in main, form \"Details\"");
        heal.Now.ShouldBe("button \"Store\" in main, form \"Details\"");
        heal.Moved.ShouldContain("name (\"Save\", now \"Store\")");
        heal.Number.ShouldBe(2);
        run.Steps[1].Attempts.Select(attempt => attempt.Status).ShouldBe([StepStatus.Failed, StepStatus.Passed]);
        session.Outcome!.Steps[0].ShouldBeSameAs(recording.Steps[0]);
        session.Outcome.Steps[1].Commands[0].Targets![0].Name.ShouldBe("Store");
    }

    [Fact]
    public async Task Heal_ThatMayPass_PassesAndSaysSo()
    {
        var test = Test(Steps);
        var (run, _) = await RunAsync(Renamed, test, RecordingMode.Heal, await RecordAsync(OfficePage.Html, test), healsPass: true);

        run.Success.ShouldBeTrue(run.Reasoning);
        run.Reasoning.ShouldContain("passed with 1 proposed heal");
        run.Heals.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Heal_ThatWasAccepted_IsReplayedWithoutADecision()
    {
        var test = Test(Steps);
        var (_, session) = await RunAsync(Renamed, test, RecordingMode.Heal, await RecordAsync(OfficePage.Html, test));
        var accepted = RecordingFile.Read(RecordingFile.Write(session.Outcome!), "accepted");

        var run = await ReplayAsync(accepted, Renamed, test, Patient);
        var back = await ReplayAsync(accepted, OfficePage.With((OfficePage.Save, "")), test);

        run.Success.ShouldBeTrue(run.Reasoning);
        back.Failure.ShouldBe(FailureKind.Drift, back.Reasoning);
    }

    [Fact]
    public async Task Heal_WithNothingToHeal_IsAReplay()
    {
        var test = Test(Steps);
        var recording = await RecordAsync(OfficePage.Html, test);

        var (run, session) = await RunAsync(OfficePage.Html, test, RecordingMode.Heal, recording, Patient);

        run.Success.ShouldBeTrue(run.Reasoning);
        run.Decisions.ShouldBe(0);
        session.Heals.ShouldBeEmpty();
        RecordingFile.Write(session.Outcome!).ShouldBe(RecordingFile.Write(recording));
    }
}
