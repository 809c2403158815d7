using System.Text.Json;

namespace Autonoma.Cli.Tests;

/// <summary>Recordings as people meet them: files beside the tests, modes, proposals, code.</summary>
public sealed class RecordingCommandTests : ToolFixture
{
    private const string Page = """
        <!doctype html><html lang="en"><title>Orders</title><main>
        <h1>Orders</h1>
        <button id="send" onclick="document.querySelector('#state').textContent = 'Order sent'">Send order</button>
        <p id="state">Nothing sent</p></main>
        """;

    private const string Renamed = """
        <!doctype html><html lang="en"><title>Orders</title><main>
        <h1>Orders</h1>
        <button id="send" onclick="document.querySelector('#state').textContent = 'Order sent'">Submit it</button>
        <p id="state">Nothing sent</p></main>
        """;

    private string Recording => Path.Combine(Folder, "e2e", "good.recording.json");

    private void WriteTest(string page)
    {
        Write("e2e/page.html", page);
        Write("e2e/good.md", "---\nurl: page.html\ntitle: An order is sent\n---\n1. Click \"Send order\"\n2. Verify that \"Order sent\" is displayed\n");
    }

    private Task<(int Code, string Out, string Error)> TestAsync(params string[] more) => RunAsync(["test", "e2e", "--reporter", "list,json", "--output", "out", .. more]);

    private JsonElement LastTry()
    {
        using var report = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "out", "report.json")));
        return report.RootElement.GetProperty("tests")[0].GetProperty("tries")[0].Clone();
    }

    [Fact]
    public async Task Test_ThatPasses_LeavesARecordingThatIsReplayed()
    {
        WriteTest(Page);

        var first = await TestAsync();
        var text = File.ReadAllText(Recording);
        var second = await TestAsync("--mode", "replay");

        first.Code.ShouldBe(ExitCodes.Passed, first.Out);
        first.Out.ShouldContain("Recorded: 1 test");
        second.Code.ShouldBe(ExitCodes.Passed, second.Out);
        second.Out.ShouldNotContain("Recorded");
        LastTry().GetProperty("decisions").GetInt32().ShouldBe(0);
        LastTry().GetProperty("steps")[0].GetProperty("decidedBy").GetString().ShouldBe("recording");
        File.ReadAllText(Recording).ShouldBe(text);
    }

    [Theory]
    [InlineData("--no-record")]
    [InlineData("--mode=replay")]
    public async Task Test_ThatIsNotToRecord_LeavesNothing(string option)
    {
        WriteTest(Page);

        await TestAsync(option);

        File.Exists(Recording).ShouldBeFalse();
    }

    [Fact]
    public async Task Replay_WithoutARecording_FailsAndSaysWhatToDo()
    {
        WriteTest(Page);
        Write("autonoma.yaml", "mode: replay\n");

        var (code, output, _) = await TestAsync();

        code.ShouldBe(ExitCodes.Failed);
        output.ShouldContain("not recorded");
        output.ShouldContain("--mode resolve");
    }

    [Fact]
    public async Task Recording_ThatIsBroken_IsWrongInput()
    {
        WriteTest(Page);
        File.WriteAllText(Recording, "{ \"version\": 1, \"steps\": [\n<<<<<<< ours\n");

        var (code, output, _) = await TestAsync();

        code.ShouldBe(ExitCodes.WrongInput);
        output.ShouldContain("merge that was not finished");
    }

    [Fact]
    public async Task Heal_OfARenamedButton_IsListedShownAndAccepted()
    {
        WriteTest(Page);
        (await TestAsync()).Code.ShouldBe(ExitCodes.Passed);
        WriteTest(Renamed);
        var recorded = File.ReadAllText(Recording);

        var drift = await TestAsync("--step-timeout", "1s");
        var healed = await TestAsync("--step-timeout", "1s", "--mode", "heal");
        var listed = await RunAsync("heal", "list");
        var shown = await RunAsync("heal", "show", "e2e/good.md");
        File.ReadAllText(Recording).ShouldBe(recorded, "a proposal changes nothing");
        var accepted = await RunAsync("heal", "accept", "e2e/good.md");
        var replayed = await TestAsync("--mode", "replay");

        drift.Code.ShouldBe(ExitCodes.Failed);
        drift.Out.ShouldContain("drift: ");
        drift.Out.ShouldContain("--mode heal");
        healed.Code.ShouldBe(ExitCodes.Failed);
        healed.Out.ShouldContain("passed with 1 proposed heal");
        healed.Out.ShouldContain("Proposed: 1 recording");
        listed.Out.ShouldContain("good.md  1 heal: step 1");
        shown.Out.ShouldContain("- button \"Send order\" in main");
        shown.Out.ShouldContain("+ button \"Submit it\" in main");
        shown.Out.ShouldContain("step-1-after.jpeg");
        accepted.Out.ShouldContain("Accepted: ");
        replayed.Code.ShouldBe(ExitCodes.Passed, replayed.Out);
        (await RunAsync("heal", "list")).Out.ShouldContain("Nothing is proposed.");
    }

    [Fact]
    public async Task Heal_ThatIsRejected_IsGone_AndOneThatIsOutdatedIsRefused()
    {
        WriteTest(Page);
        await TestAsync();
        WriteTest(Renamed);
        await TestAsync("--step-timeout", "1s", "--mode", "heal");

        File.AppendAllText(Recording, "\n");
        var outdated = await RunAsync("heal", "accept", "e2e");
        var rejected = await RunAsync("heal", "reject", "e2e");

        outdated.Code.ShouldBe(ExitCodes.WrongInput);
        outdated.Error.ShouldContain("has changed since");
        rejected.Out.ShouldContain("Rejected: ");
        Directory.GetDirectories(Path.Combine(Folder, "e2e")).ShouldBeEmpty();
        (await RunAsync("heal", "accept", "e2e/good.md")).Code.ShouldBe(ExitCodes.WrongInput);
        (await RunAsync("heal", "accept", "e2e")).Out.ShouldContain("Nothing is proposed.");
        (await RunAsync("heal", "show", "e2e/god.md")).Error.ShouldContain("Did you mean 'e2e/good.md'?");
    }

    [Fact]
    public async Task Export_OfARecordedTest_WritesCode()
    {
        WriteTest(Page);
        var early = await RunAsync("export", "e2e/good.md", "--to", "playwright-ts");
        await TestAsync();

        var printed = await RunAsync("export", "e2e/good.md", "--to", "playwright-ts");
        var written = await RunAsync("export", "e2e/good.md", "--to", "selenium-csharp", "--output", "code/");
        var mistaken = await RunAsync("export", "e2e/good.md", "--to", "playwright-tsx");

        early.Code.ShouldBe(ExitCodes.WrongInput);
        early.Error.ShouldContain("has no recording");
        printed.Out.ShouldContain("page.getByRole('button', { name: \"Send order\", exact: true }).click();");
        written.Out.ShouldContain("Good.cs");
        File.ReadAllText(Path.Combine(Folder, "code", "Good.cs")).ShouldContain("public static class Good");
        mistaken.Error.ShouldContain("Did you mean 'playwright-ts'?");
        (await RunAsync("export", "e2e/god.md", "--to", "playwright-ts")).Error.ShouldContain("Did you mean 'e2e/good.md'?");
        (await RunAsync("export", "e2e", "--to", "playwright-ts")).Error.ShouldContain("'e2e' is a folder. Export one test at a time");
        (await RunAsync("export", "e2e/good.md", "--to", "playwright-ts", "--output", "e2e/good.md/code")).Error.ShouldContain("--output: 'e2e/good.md/code' cannot be written to: ");
    }

    [Fact]
    public async Task Export_OfAStepWithoutAnEquivalent_IsRefusedAndWritesNothing()
    {
        Write("e2e/page.html", "<!doctype html><main><h1>Shelf</h1><table><tr><th>Title</th></tr><tr><td>Atlas</td></tr><tr><td>Novel</td></tr><tr><td>Poems</td></tr></table></main>");
        Write("e2e/good.md", "---\nurl: page.html\ntitle: The shelf is sorted\n---\n1. Verify that the rows are sorted by title in ascending order\n");
        (await TestAsync()).Code.ShouldBe(ExitCodes.Passed);

        var (code, output, error) = await RunAsync("export", "e2e/good.md", "--to", "playwright-csharp", "--output", "code/");

        code.ShouldBe(ExitCodes.WrongInput);
        output.ShouldBeEmpty();
        error.ShouldContain("line 5 (Verify that the rows are sorted by title in ascending order)");
        Directory.Exists(Path.Combine(Folder, "code")).ShouldBeFalse();
    }
}
