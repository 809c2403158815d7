using Autonoma.Planner.KilledPlan;
using Autonoma.Planner.Pipeline;
using Autonoma.Planner.Reporting;
using Autonoma.Planner.Tests.Pipeline;
using Autonoma.TestKit.Models;

namespace Autonoma.Planner.Tests.Reporting;

/// <summary>A platform over real HTTP that answers with the bytes a test wrote down and remembers the bytes it was asked with.</summary>
public sealed class PlatformReporterTests : PlanFixture, IAsyncLifetime
{
    private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly List<string> _said = [];
    private ModelServer _platform = null!;

    public async ValueTask InitializeAsync()
    {
        _platform = await ModelServer.StartAsync();
        Directory.CreateDirectory(Folder.Root);
    }

    public async ValueTask DisposeAsync()
    {
        await _platform.DisposeAsync();
        _http.Dispose();
        Dispose();
    }

    [Fact]
    public async Task Event_IsSentOnceWithExactlyItsBytes()
    {
        _platform.Answer("""{"id":"setup-1"}""", 201).Answer("{}", 201);

        await Reporter().StartedAsync(PlanSteps.Of(2), Stop);
        await Reporter().StartedAsync(PlanSteps.Of(2), Stop);

        _platform.Requests.Select(request => request.Line).ShouldBe(["POST /v1/setup/setups", "POST /v1/setup/setups/setup-1/events"]);
        _platform.Requests[0].Body.ShouldBe($$"""{"applicationId":"app-7","repoName":"{{Path.GetFileName(Repository)}}"}""");
        _platform.Requests[1].Body.ShouldBe("""{"type":"step.started","data":{"step":1,"name":"Entity Audit"}}""");
        _platform.Requests.ShouldAllBe(request => request.Headers["Authorization"] == "Bearer key-of-tests" && request.Headers["Content-Type"] == "application/json");
        File.ReadAllText(Folder.GenerationId()).Trim().ShouldBe("setup-1");
        _said.ShouldBeEmpty();
    }

    [Fact]
    public async Task Event_ThatWasNotTaken_IsSentAgainByTheNextRun()
    {
        _platform.Answer("""{"id":"setup-1"}""", 201).Answer("no", 500).Answer("{}", 200);

        await Reporter().StartedAsync(PlanSteps.Of(1), Stop);
        _said.ShouldHaveSingleItem().ShouldContain("status 500");
        await Reporter().StartedAsync(PlanSteps.Of(1), Stop);
        await Reporter().StartedAsync(PlanSteps.Of(1), Stop);

        _platform.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Platform_ThatIsNotThere_StopsNothing()
    {
        var reporter = new PlatformReporter(new(new(new("http://127.0.0.1:1"), "key-of-tests", "app-7"), _http), Folder, new(), _said.Add);

        foreach (var step in PlanSteps.All)
            await reporter.StartedAsync(step, Stop);

        _said.Count.ShouldBe(1, "one line for one outage");
        File.Exists(Folder.GenerationId()).ShouldBeFalse();
    }

    [Fact]
    public async Task Recipes_AreUploadedAsTheyLieThere_AndOnce()
    {
        _platform.Answer("""{"id":"setup-1"}""", 201).Answer("{}", 201);

        (await Reporter().UploadRecipesAsync(PlanTexts.Recipes, Stop)).ShouldBeEmpty();
        (await Reporter().UploadRecipesAsync(PlanTexts.Recipes, Stop)).ShouldBeEmpty();

        _platform.Requests.Count.ShouldBe(2);
        _platform.Requests[1].Line.ShouldBe("POST /v1/setup/setups/setup-1/scenario-recipe-versions");
        _platform.Requests[1].Body.ShouldBe(PlanTexts.Recipes);
    }

    [Fact]
    public async Task Recipes_ThatAreRefused_BringEveryReason()
    {
        _platform.Answer("""{"id":"setup-1"}""", 201).Answer("""{"error":"invalid","issues":[{"path":"recipes[0]","message":"no name"},{"path":"recipes[1]","message":"no create"}]}""", 422);

        var reasons = await Reporter().UploadRecipesAsync(PlanTexts.Recipes, Stop);

        reasons[0].ShouldBe("status 422");
        string.Join(' ', reasons).ShouldContain("no name");
        string.Join(' ', reasons).ShouldContain("no create");
    }

    [Theory]
    [InlineData(202)]
    [InlineData(204)]
    [InlineData(302)]
    public async Task Recipes_WithAnotherAnswerThan200Or201_AreNotUploaded(int status)
    {
        _platform.Answer("""{"id":"setup-1"}""", 201).Answer(status == 204 ? "" : "{}", status);

        (await Reporter().UploadRecipesAsync(PlanTexts.Recipes, Stop)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Tests_AreUploadedAtTheEndWithTheirFolders_AndAgainWhenTheyChange()
    {
        foreach (var (path, text) in PlanTexts.OfStep(6))
            Put(path, text);
        Put("qa-tests/.scratchpad/notes.md", "notes");
        _platform.Answer("""{"id":"setup-1"}""", 201).Answer("{}").Answer("{}").Answer("{}");

        await Reporter().CompletedAsync(PlanSteps.Of(6), Stop);
        await Reporter().CompletedAsync(PlanSteps.Of(6), Stop);
        File.AppendAllText(At("qa-tests/lending/001-hand-out.md"), "\n");
        await Reporter().CompletedAsync(PlanSteps.Of(6), Stop);

        _platform.Requests.Count(request => request.Line.EndsWith("/artifacts", StringComparison.Ordinal)).ShouldBe(2);
        var body = _platform.Requests[2].Body;
        body.ShouldStartWith("""{"testCases":[{"name":"001-find.md","content":"---""");
        body.ShouldContain("\"folder\":\"lending\"");
        body.ShouldNotContain("INDEX.md");
        body.ShouldNotContain("notes");
    }

    [Fact]
    public async Task Plan_WhoseRecipesAreRefused_DoesNotPassStep5()
    {
        _platform.Answer("""{"id":"setup-1"}""", 201);
        for (var i = 0; i < 9; i++)
            _platform.Answer("{}", 201);
        _platform.Answer("""{"message":"quota"}""", 403);

        var outcome = await RunAsync(options: Options with { Reporter = Reporter() });

        (outcome.End, outcome.Step.Number).ShouldBe((PlanEnd.Refused, 5));
        string.Join(' ', outcome.Problems).ShouldContain("quota");
        File.Exists(Folder.EndpointValidated).ShouldBeFalse();
    }

    [Theory]
    [InlineData("AUTONOMA_API_KEY")]
    [InlineData("AUTONOMA_PROJECT_ID")]
    public void Address_WithAHalfMissing_SaysWhich(string missing)
    {
        var set = new Dictionary<string, string?> { ["AUTONOMA_API_URL"] = "https://platform.example", ["AUTONOMA_API_KEY"] = "k", ["AUTONOMA_PROJECT_ID"] = "p", [missing] = null };

        Should.Throw<ArgumentException>(() => PlatformAddress.From(set.GetValueOrDefault)).Message.ShouldContain(missing);
        PlatformAddress.From(_ => null).ShouldBeNull();
    }

    [Theory]
    [InlineData("export API_KEY=abcdef123456", "abcdef123456")]
    [InlineData("Authorization: Bearer abc.def.ghi", "abc.def.ghi")]
    [InlineData("postgres://app:hunter22@db/x", "hunter22")]
    [InlineData("{\"password\":\"hunter22\"}", "hunter22")]
    [InlineData("ghp_0123456789abcdefghijABCDEFGHIJ", "ghp_")]
    [InlineData("the value is plain-known-value here", "plain-known-value")]
    public void Redaction_TakesSecretsOut(string text, string secret)
    {
        var redacted = TranscriptRedaction.Of(text, ["plain-known-value"]);

        redacted.ShouldNotContain(secret);
        redacted.ShouldContain("[redacted]");
    }

    [Fact]
    public void Redaction_LeavesOrdinaryTextAlone() => TranscriptRedaction.Of("Read src/Orders/OrderService.cs and list 4 models", ["abc"]).ShouldBe("Read src/Orders/OrderService.cs and list 4 models");

    private PlatformReporter Reporter() => new(new(new(new(_platform.Url), "key-of-tests", "app-7"), _http), Folder, new(), _said.Add);
}
