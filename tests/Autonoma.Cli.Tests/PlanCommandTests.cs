using System.Text.Json;
using System.Text.Json.Nodes;
using Autonoma.Planner.KilledPlan;
using Autonoma.TestKit.Environments;
using Microsoft.AspNetCore.Http;

namespace Autonoma.Cli.Tests;

/// <summary><c>autonoma plan</c> and <c>autonoma hook</c> as they are called.</summary>
public sealed class PlanCommandTests : ToolFixture
{
    public PlanCommandTests()
    {
        Variables["XDG_STATE_HOME"] = Path.Combine(Folder, "state");
        Variables["AUTONOMA_JOURNAL"] = Path.Combine(Folder, "journal");
    }

    private string At(string path) => Path.Combine(Folder, "autonoma", path);

    [Fact]
    public async Task Plan_WithNobodyWhoDoesAStep_SaysWhichFilesAreOwedAndMakesNothingUp()
    {
        var (code, _, error) = await RunAsync("plan", "--offline");

        code.ShouldBe(ExitCodes.WrongInput);
        error.ShouldContain("Step 1 (Knowledge Base)");
        error.ShouldContain("autonoma/AUTONOMA.md, autonoma/features.json");
        Directory.EnumerateFiles(Path.Combine(Folder, "autonoma"), "*.md").ShouldBeEmpty();
    }

    [Fact]
    public async Task Plan_Offline_ReadsTheShopsCodeForTheFirstThreeSteps()
    {
        Copy(Path.Combine(Repository(), "samples", "Shop"), Path.Combine(Folder, "src", "Shop"));

        var (code, output, error) = await RunAsync("plan", "--offline", "--auto-advance");

        code.ShouldBe(ExitCodes.WrongInput, $"{output}\n{error}");
        output.ShouldContain("wrote   autonoma/scenarios.md");
        output.ShouldContain("wrote   autonoma/entity-audit.md");
        (await RunAsync("validate", "autonoma")).Code.ShouldBe(ExitCodes.Passed);
        File.ReadAllText(At(".entity-audit-step2.md")).ShouldBe(File.ReadAllText(At("entity-audit.md")));
    }

    [Theory]
    [InlineData("scenarois", "Did you mean 'scenarios'?")]
    [InlineData("7", "1 knowledge-base")]
    public async Task Plan_FromAStepThatIsNone_NamesTheNearest(string step, string hint)
    {
        var (code, _, error) = await RunAsync("plan", "--from", step);

        code.ShouldBe(ExitCodes.WrongInput);
        error.ShouldContain(hint);
    }

    [Fact]
    public async Task Plan_WithBothFromAndResume_IsRefused() => (await RunAsync("plan", "--from", "2", "--resume")).Error.ShouldContain("not both");

    [Fact]
    public async Task Plan_WithAnAddressWithoutScheme_SaysWhatIsMissing() => (await RunAsync("plan", "--app-url", "localhost:5080")).Error.ShouldContain("Did you mean 'http://localhost:5080'?");

    [Fact]
    public async Task Plan_WithFilesOfSomebodyElse_ChecksThemAndWaitsToBeLookedAt()
    {
        Files(1);

        var (code, output, error) = await RunAsync("plan");

        code.ShouldBe(ExitCodes.AwaitingReview, error);
        output.ShouldContain("autonoma/.review/step-1-knowledge-base.md");
        output.ShouldContain("--acknowledge knowledge-base");
        File.ReadAllText(At(".review/step-1-knowledge-base.md")).ShouldContain("| Lending | yes |");
    }

    [Fact]
    public async Task Plan_Acknowledged_GoesOnToTheNextStep()
    {
        Files(1);
        Files(2);
        await RunAsync("plan");

        var (code, output, _) = await RunAsync("plan", "--acknowledge", "knowledge-base");

        code.ShouldBe(ExitCodes.AwaitingReview);
        output.ShouldContain("[1/6] Knowledge Base: acknowledged");
        output.ShouldContain("step-2-entity-audit.md");
    }

    [Fact]
    public async Task Plan_WithAutoAdvance_SaysThatNobodyHasLooked()
    {
        Files(1);

        var (_, output, _) = await RunAsync("plan", "--auto-advance");

        output.ShouldContain("acknowledged (nobody has looked at it)");
    }

    [Fact]
    public async Task Plan_WithAnInvalidFile_ShowsEveryProblemWithItsCode()
    {
        Write("autonoma/AUTONOMA.md", PlanTexts.KnowledgeBase.Replace("core: true", "core: false", StringComparison.Ordinal));
        Write("autonoma/features.json", PlanTexts.Features);

        var (code, output, error) = await RunAsync("plan");

        code.ShouldBe(ExitCodes.Failed);
        error.ShouldContain("the gates refuse");
        output.ShouldContain("error KB");
        File.Exists(At(".refused/AUTONOMA.md")).ShouldBeTrue();
    }

    [Fact]
    public async Task Plan_ThatHasBegun_SaysHowToGoOn()
    {
        Files(1);
        await RunAsync("plan");

        var (code, _, error) = await RunAsync("plan");

        code.ShouldBe(ExitCodes.WrongInput);
        error.ShouldContain("--resume");
    }

    /// <summary>All six steps with files of somebody else, and the proof over real HTTP at an endpoint that was written from the wire alone.</summary>
    [Fact]
    public async Task Plan_WithAnEndpoint_ProvesTheScenariosItself()
    {
        await using var endpoint = await WireEndpoint.StartAsync();
        endpoint.Instead = async (action, context, _) =>
        {
            if (action != "discover")
                return false;
            var answer = JsonNode.Parse(PlanTexts.Discover)!.AsObject();
            answer["version"] = "1.0";
            answer["sdk"] = new JsonObject { ["language"] = "by-hand", ["orm"] = "unknown", ["server"] = "web" };
            await context.Response.WriteAsync(answer.ToJsonString(), context.RequestAborted);
            return true;
        };
        foreach (var (path, text) in LendingApp.Files)
            Write(path, text);
        for (var step = 1; step <= 6; step++)
            Files(step);

        var (without, _, missing) = await RunAsync("plan", "--auto-advance");
        without.ShouldBe(ExitCodes.WrongInput);
        missing.ShouldContain("AUTONOMA_SHARED_SECRET");
        Variables["AUTONOMA_SHARED_SECRET"] = endpoint.SharedSecret;
        var (code, output, error) = await RunAsync("plan", "--resume", "--auto-advance", "--sdk-url", endpoint.Url.ToString());

        code.ShouldBe(ExitCodes.Passed, $"{output}\n{error}");
        // Three scenarios, each with a second instance beside it.
        endpoint.Requests.Select(request => request.Action).Count(action => action == "up").ShouldBe(6);
        endpoint.Rows.ShouldBeEmpty();
        File.ReadAllText(At(".scenario-validation.json")).ShouldContain("\"status\": \"ok\"");
        File.Exists(At(".pipeline-complete")).ShouldBeTrue();
    }

    [Fact]
    public async Task Hook_BeforeAnInvalidWrite_VetoesWithTheReasons()
    {
        var (code, _, error) = await HookAsync("pre-write", new { tool_name = "Write", cwd = Folder, tool_input = new { file_path = "autonoma/features.json", content = "{}" } });

        code.ShouldBe(2);
        error.ShouldContain("Not written: autonoma/features.json");
    }

    [Fact]
    public async Task Hook_OfAFileElsewhere_IsSilentAndMakesNoKey()
    {
        var (code, output, error) = await HookAsync("pre-write", new { tool_name = "Write", cwd = Folder, tool_input = new { file_path = "src/features.json", content = "{}" } });

        (code, output, error).ShouldBe((0, "", ""));
        Directory.Exists(Path.Combine(Folder, "state")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("pre-write", "")]
    [InlineData("post-write", "no json")]
    public async Task Hook_WithoutUsableInput_IsNotInTheWay(string when, string input) => (await HookTextAsync(when, input)).Code.ShouldBe(0);

    [Fact]
    public async Task Hook_AfterAValidWrite_MovesThePlanOn()
    {
        Files(1);

        foreach (var file in (string[])["AUTONOMA.md", "features.json"])
            (await HookAsync("post-write", new { tool_name = "Write", cwd = "/", tool_input = new { file_path = At(file) } })).Code.ShouldBe(0);

        File.Exists(At(".step-0-completed")).ShouldBeTrue();
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal)))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static string Repository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Autonoma.slnx")))
                return folder.FullName;
        }

        throw new InvalidOperationException("Autonoma.slnx lies in no folder above the tests.");
    }

    private void Files(int step)
    {
        foreach (var (path, text) in PlanTexts.OfStep(step))
            Write($"autonoma/{path}", text);
    }

    private Task<(int Code, string Out, string Error)> HookAsync(string when, object input) => HookTextAsync(when, JsonSerializer.Serialize(input));

    private async Task<(int Code, string Out, string Error)> HookTextAsync(string when, string input)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var reader = new StringReader(input);
        var code = await Tool.RunAsync(["hook", when], Environment(output, error) with { Input = reader }, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
