using System.Text.Json;
using System.Text.Json.Nodes;
using Autonoma.Accuracy.Models;
using Autonoma.AI.Evaluating;
using Autonoma.TestKit;
using Microsoft.AspNetCore.Http;

namespace Autonoma.Cli.Tests;

/// <summary>The evaluation of models, end to end: a model over real HTTP is shown pictures of a page in a real browser. What it writes is what <c>autonoma eval compare</c> reads.</summary>
public sealed class ModelEvaluationTests : ToolFixture, IAsyncLifetime
{
    private const string Key = "sk-local-123456789";

    private readonly List<string> _asked = [];
    private StaticSite _provider = null!;

    public async ValueTask InitializeAsync()
    {
        _provider = await StaticSite.StartAsync();
        Variables["AUTONOMA_MODEL"] = "compatible/local";
        Variables["AUTONOMA_MODEL_URL"] = _provider.At("/v1").ToString();
        Variables["AUTONOMA_MODEL_API_KEY"] = Key;
    }

    protected override ValueTask EndAsync() => _provider.DisposeAsync();

    private static string Verdict(bool met) => JsonSerializer.Serialize(new { reason = "seen", metCondition = met });

    // In thousandths of the picture, as models give them; the cases' page has fixed places.
    private static object Box(double x, double y, double width, double height) => new { label = "it", left = x / 1.28, top = y / 0.8, right = (x + width) / 1.28, bottom = (y + height) / 0.8 };

    private static string Boxes(params object[] boxes) => JsonSerializer.Serialize(new { objects = boxes });

    // Says to each question what the test wrote down for it; every question must come with a picture.
    private void Answer(Func<string, string> answer) => _provider.Add("/v1/chat/completions", async context =>
    {
        using var reader = new StreamReader(context.Request.Body);
        var parts = JsonNode.Parse(await reader.ReadToEndAsync())!["messages"]!.AsArray().Where(message => message!["content"] is JsonArray).SelectMany(message => message!["content"]!.AsArray()).ToList();
        var question = parts.First(part => part!["type"]!.GetValue<string>() == "text")!["text"]!.GetValue<string>();
        lock (_asked)
            _asked.Add(question);
        context.Response.ContentType = "application/json";
        if (parts.All(part => part!["type"]!.GetValue<string>() != "image_url"))
            context.Response.StatusCode = 400;
        await context.Response.WriteAsync(JsonSerializer.Serialize(new
        {
            id = "c1",
            @object = "chat.completion",
            created = 1,
            model = "local",
            choices = new[] { new { index = 0, finish_reason = "stop", message = new { role = "assistant", content = answer(question) } } },
            usage = new { prompt_tokens = 1000, completion_tokens = 100, total_tokens = 1100 },
        }));
    });

    private async Task<(int Code, string Out, string Error)> EvaluateAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await ModelEvaluation.RunAsync(arguments, name => Variables.GetValueOrDefault(name), output, error, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }

    private async Task<EvaluationResult> ResultAsync(string file, params string[] arguments)
    {
        var path = Path.Combine(Folder, file);
        var (code, output, error) = await EvaluateAsync(["--corpus", Repository.Folder("tests/assets/evaluation"), "--json", path, .. arguments]);
        error.ShouldBe("");
        code.ShouldBe(0, output);
        return EvaluationResult.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task AssertCondition_RightAndWrongAnswers_AreCountedWithTokensAndCost_AndCompared()
    {
        Answer(question => Verdict(question.Contains("reads \"Parcel 4711\"", StringComparison.Ordinal)));
        var good = await ResultAsync("good.json", "--kinds", "assert-condition", "--limit", "2", "--model-price", "1/10");
        Answer(_ => Verdict(true));
        var gullible = await ResultAsync("gullible.json", "--kinds", "assert-condition", "--limit", "2", "--model-price", "1/10");

        good.Model.ShouldBe("compatible/local");
        var kind = good.Kinds.ShouldHaveSingleItem();
        (kind.Name, kind.Total, kind.Right, kind.FalseAccepted, kind.Tokens, kind.Cost).ShouldBe(("assert-condition", 2, 2, 0, 2200, 0.004m));
        _asked[0].ShouldStartWith("Assertion: The heading reads");
        gullible.Kinds[0].Failures.ShouldBe(["e-a-2"]);
        gullible.Kinds[0].FalseAccepted.ShouldBe(1);
        Directory.EnumerateFiles(Folder).ShouldAllBe(file => !File.ReadAllText(file).Contains(Key, StringComparison.Ordinal));
        var compared = await RunAsync("eval", "compare", "good.json", "gullible.json");
        compared.Code.ShouldBe(ExitCodes.Failed, compared.Error);
        compared.Out.ShouldContain("  worse   e-a-2: right -> falsely accepted: true: seen");
    }

    [Fact]
    public async Task FreestyleClick_PointIsHitTested_AndNothingMayBeClickedWhereNothingFits()
    {
        Answer(question => question switch
        {
            "Find: the Track parcel button" => Boxes(Box(100, 100, 200, 40)),
            "Find: the button that calls the pickup off" => Boxes(Box(100, 100, 200, 40)), // the wrong one
            "Find: the right one of the two Details buttons" => "I would rather not say.", // no answer, however often it is asked
            "Find: the Details button" => Boxes(Box(100, 260, 200, 40), Box(340, 260, 200, 40)),
            "Find: the Pay now button" => Boxes(Box(580, 100, 200, 40)), // there is none
            _ => Boxes(), // it is there
        });

        var kind = (await ResultAsync("r.json", "--kinds", "freestyle-click")).Kinds.ShouldHaveSingleItem();

        kind.Cases.Select(one => (one.Id, one.Mark, one.FalseAccepted)).ShouldBe(
        [
            ("e-c-1", EvaluationMark.Right, false),
            ("e-c-2", EvaluationMark.Wrong, false),
            ("e-c-3", EvaluationMark.Refused, false),
            ("e-c-4", EvaluationMark.Right, false),
            ("e-c-5", EvaluationMark.Wrong, true),
            ("e-c-6", EvaluationMark.Refused, false),
        ]);
        kind.Cases[1].Got.ShouldContain("id=\"track\"");
        kind.Cases[2].Tokens.ShouldBe(6 * 1100, "each repair is paid");
        kind.Cost.ShouldBeNull("no price is known");
        kind.Skipped.ShouldBeEmpty();
    }

    [Fact]
    public async Task WaitForInstruction_IsRightWhenItComesAndNotBefore_AndNotWhereItNeverDoes()
    {
        // The page shows the end of its work when the model has been asked about the picture before it: nothing here depends on how fast the machine is.
        var askedTwice = new TaskCompletionSource();
        _provider.Add("/go", async context =>
        {
            await askedTwice.Task.WaitAsync(context.RequestAborted);
            context.Response.StatusCode = 404;
        });
        Write("waits/pages/work.html", $$"""
            <!doctype html><title>Work</title><button id="start" onclick="work()">Start</button><p id="state">Idle</p><p id="done" hidden>Finished</p>
            <script>
              function work() {
                state.textContent = 'Working';
                const answer = new Image();
                answer.onerror = () => { state.textContent = ''; done.hidden = false; };
                answer.src = '{{_provider.At("/go")}}';
              }
            </script>
            """);
        Write("waits/waits.json", """
            [
              { "id": "comes", "page": "work.html", "setup": [{ "click": "#start" }], "instruction": "A: work is finished", "expect": true, "shows": "#done" },
              { "id": "never", "page": "work.html", "setup": [{ "click": "#start" }], "instruction": "B: work failed", "expect": false },
              { "id": "never-but-said", "page": "work.html", "setup": [{ "click": "#start" }], "instruction": "C: work failed", "expect": false },
              { "id": "early-by-a-while", "page": "work.html", "setup": [{ "click": "#start" }], "instruction": "D: the mail is sent", "expect": true, "shows": "#mail" },
              { "id": "early-at-once", "page": "work.html", "setup": [{ "click": "#start" }], "instruction": "E: work is finished", "expect": true, "shows": "#done" }
            ]
            """);
        var looks = new Dictionary<char, int>();
        Answer(question =>
        {
            var which = question["Condition: ".Length];
            var look = looks[which] = looks.GetValueOrDefault(which) + 1;
            if (which == 'A' && look == 2)
                askedTwice.SetResult();
            return Verdict(which switch { 'A' => look > 2, 'C' or 'D' => look > 1, 'E' => true, _ => false });
        });

        var (code, output, error) = await EvaluateAsync("--corpus", Path.Combine(Folder, "waits"), "--wait", "60", "--only", "comes", "--json", Path.Combine(Folder, "r.json"));
        (code, error).ShouldBe((0, ""), output);
        EvaluationResult.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, "r.json"), TestContext.Current.CancellationToken)).Kinds.ShouldHaveSingleItem().Cases.ShouldHaveSingleItem().Mark.ShouldBe(EvaluationMark.Right, output);
        looks['A'].ShouldBe(3, "a picture that has not changed is not asked about again");

        (await EvaluateAsync("--corpus", Path.Combine(Folder, "waits"), "--wait", "2", "--only", "never", "--json", Path.Combine(Folder, "r.json"))).Code.ShouldBe(0);
        (await EvaluateAsync("--corpus", Path.Combine(Folder, "waits"), "--wait", "2", "--only", "early", "--json", Path.Combine(Folder, "early.json"))).Code.ShouldBe(0);

        var never = EvaluationResult.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, "r.json"), TestContext.Current.CancellationToken)).Kinds.Single().Cases;
        never.Select(one => (one.Id, one.Mark)).ShouldBe([("never", EvaluationMark.Right), ("never-but-said", EvaluationMark.Wrong)]);
        never[0].Got.ShouldStartWith("not true in 2 s");
        never[1].Got.ShouldStartWith("true, and it never is");
        var early = EvaluationResult.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, "early.json"), TestContext.Current.CancellationToken)).Kinds.Single().Cases;
        early.ShouldAllBe(one => one.FalseAccepted && one.Mark == EvaluationMark.Wrong);
        early.Select(one => one.Got).ShouldBe(["true too early: seen", "true before anything was set off: seen"]);
    }

    [Fact]
    public async Task Evaluation_WithoutAModel_IsSkippedLoudly_AndWritesNothing()
    {
        Variables.Clear();
        var file = Path.Combine(Folder, "r.json");

        var (code, output, error) = await EvaluateAsync("--corpus", Repository.Folder("tests/assets/evaluation"), "--json", file);

        code.ShouldBe(0);
        output.ShouldBe("");
        error.ShouldContain("SKIPPED: no model is configured, so NOTHING WAS MEASURED and no result is written.");
        File.Exists(file).ShouldBeFalse();
    }

    [Fact]
    public async Task Evaluation_WhoseBudgetIsUp_StopsAndWritesNothing()
    {
        Answer(_ => Verdict(true));
        var file = Path.Combine(Folder, "r.json");

        var (code, _, error) = await EvaluateAsync("--corpus", Repository.Folder("tests/assets/evaluation"), "--kinds", "assert-condition", "--budget", "suite.calls=1", "--json", file);

        code.ShouldBe(2);
        error.ShouldContain("Stopped at assert-condition e-a-2, and no result is written: ");
        File.Exists(file).ShouldBeFalse();
        _provider.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("Unknown option '--kind' beside --evaluate. Did you mean '--kinds'?", "--kind", "assert-condition")]
    [InlineData("--kinds: there is no kind 'freestyle-clik'. Did you mean 'freestyle-click'?", "--kinds", "freestyle-clik")]
    [InlineData("--kinds needs a value.", "--kinds")]
    [InlineData("--corpus: there is no folder 'nowhere", "--corpus", "nowhere")]
    [InlineData("--limit: must be a whole number from 1, and here it is 'few'.", "--limit", "few")]
    [InlineData("--wait: must be a whole number from 1 to 600, and here it is '0'.", "--wait", "0")]
    [InlineData("--viewport: must be WIDTHxHEIGHT, and here it is 'big'.", "--viewport", "big")]
    [InlineData("--budget: must be suite.UNIT=N", "--budget", "day.money=1")]
    [InlineData("budgets: 'suite.mony' is none.", "--budget", "suite.mony=1")]
    [InlineData("modelPrices: 'compatible/local: cheap' must be", "--model-price", "cheap")]
    [InlineData("'gpt-5' names no model: PROVIDER/MODEL", "--model", "gpt-5")]
    [InlineData("The model 'openai/gpt-5' cannot be asked: the key of OpenAI is not set", "--model", "openai/gpt-5")]
    [InlineData("The model 'compatible/gpt-oss-120b' reads text only", "--model", "compatible/gpt-oss-120b")]
    [InlineData("has no case for assert-condition, freestyle-click, wait-for-instruction whose id holds 'zebra'.", "--only", "zebra")]
    [InlineData("--json: 'nowhere/r.json' cannot be written to", "--json", "nowhere/r.json")]
    public async Task Evaluation_Mistyped_SaysWhatIsRight_AndAsksNothing(string message, params string[] arguments)
    {
        var (code, _, error) = await EvaluateAsync(arguments);

        code.ShouldBe(2, error);
        error.ShouldContain(message);
        _provider.Requests.ShouldBeEmpty();
    }
}
