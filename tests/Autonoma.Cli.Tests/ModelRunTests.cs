using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Autonoma.TestKit;
using Microsoft.AspNetCore.Http;

namespace Autonoma.Cli.Tests;

/// <summary>A model over the wire decides what the interpreter cannot, once: what passed is recorded and replayed without it.</summary>
public sealed partial class ModelRunTests : ToolFixture, IAsyncLifetime
{
    private const string Key = "sk-local-123456789";

    private StaticSite _provider = null!;

    public async ValueTask InitializeAsync()
    {
        _provider = await StaticSite.StartAsync();
        Write("e2e/page.html", "<!doctype html><title>Order</title><button onclick=\"out.textContent = 'Order sent'\">Send order</button><p id=out></p>");
        Write("e2e/order.md", "---\nurl: page.html\n---\n1. Do the usual thing with the order\n2. Verify that \"Order sent\" is displayed\n");
        Variables["AUTONOMA_MODEL"] = "compatible/local";
        Variables["AUTONOMA_MODEL_URL"] = _provider.At("/v1").ToString();
        Variables["AUTONOMA_MODEL_API_KEY"] = Key;
    }

    protected override ValueTask EndAsync() => _provider.DisposeAsync();

    [Fact]
    public async Task Test_WithAModel_AsksItOnceAndReplaysWithoutIt()
    {
        Answer();

        var first = await RunAsync("test", "e2e", "--reporter", "list", "--output", "out");

        first.Code.ShouldBe(ExitCodes.Passed, first.Out + first.Error);
        first.Out.ShouldContain("Asked: 2 calls of models, 220 tokens");
        _provider.Requests.Count.ShouldBe(2);
        Directory.EnumerateFiles(Path.Combine(Folder, "out"), "*.json", SearchOption.AllDirectories).Append(Path.Combine(Folder, "e2e", "order.recording.json"))
            .ShouldAllBe(file => !File.ReadAllText(file).Contains(Key, StringComparison.Ordinal));

        var again = await RunAsync("test", "e2e", "--reporter", "list");
        again.Code.ShouldBe(ExitCodes.Passed, again.Out);
        var replay = await RunAsync("test", "e2e", "--reporter", "list", "--mode", "replay");
        replay.Code.ShouldBe(ExitCodes.Passed, replay.Out);
        _provider.Requests.Count.ShouldBe(2, "what was decided once is not asked again");
    }

    [Theory]
    [InlineData("--offline")]
    [InlineData("--decider", "interpreter")]
    [InlineData("--mode", "replay")]
    public async Task Test_WhereNoModelMayBeAsked_OpensNoConnection(params string[] options)
    {
        Answer();

        var (code, output, _) = await RunAsync(["test", "e2e", "--reporter", "list", .. options]);

        code.ShouldBe(ExitCodes.Failed, output);
        _provider.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Test_OverItsBudget_SaysWhichAndSendsNothingMore()
    {
        Answer();

        var (code, output, _) = await RunAsync("test", "e2e", "--reporter", "list", "--budget", "run.calls=1");

        code.ShouldBe(ExitCodes.Failed);
        output.ShouldContain("budget");
        _provider.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("model")]
    [InlineData("cascade")]
    public async Task Test_WithoutTheModelItAsksFor_IsWrongInput(string decider)
    {
        Variables.Remove("AUTONOMA_MODEL");

        var (code, _, error) = await RunAsync("test", "e2e", "--decider", decider);

        code.ShouldBe(ExitCodes.WrongInput);
        error.ShouldContain("no model is configured. Name one with --model");
    }

    [Fact]
    public async Task Test_WithAWrongKey_SaysSo()
    {
        _provider.Add("/v1/chat/completions", async context =>
        {
            context.Response.StatusCode = 401;
            await context.Response.WriteAsync("""{"error":{"message":"Incorrect API key provided","type":"invalid_request_error"}}""");
        });

        var (code, output, _) = await RunAsync("test", "e2e", "--reporter", "list");

        code.ShouldBe(ExitCodes.Failed);
        output.ShouldContain("AUTONOMA_MODEL_API_KEY");
        output.ShouldNotContain(Key);
    }

    [Theory]
    [InlineData("2\n", "the person who runs the test answered: \"the blue one\"")]
    [InlineData("whichever comes first\n", "the person who runs the test answered: \"whichever comes first\"")]
    [InlineData("7\n", "the person who runs the test answered: \"7\"")]
    [InlineData("", "Nobody answered your questions")]
    public async Task Model_ThatAsks_IsAnsweredOnTheTerminal(string typed, string told)
    {
        var bodies = Answer(asksFirst: true);
        using var output = new StringWriter();
        using var error = new StringWriter();

        var code = await Tool.RunAsync(["run", "e2e/order.md"], Environment(output, error) with { IsTerminal = true, In = new StringReader(typed) }, TestContext.Current.CancellationToken);

        code.ShouldBe(ExitCodes.Passed, output.ToString() + error);
        error.ToString().ShouldContain("The model asks: Which one? [2J");
        error.ToString().ShouldContain("  2. the blue one");
        error.ToString().ShouldNotContain("\u001b[2J", Shouldly.Case.Sensitive, "what a model says is no command to the terminal");
        bodies.Count.ShouldBe(3);
        JsonNode.Parse(bodies[1])!["messages"]!.AsArray().SelectMany(message => message!["content"] is JsonArray parts ? parts.Select(part => part!["text"]?.GetValue<string>() ?? "") : [message["content"]!.GetValue<string>()])
            .ShouldContain(text => text.Contains(told, StringComparison.Ordinal));
    }

    // What it was sent, request by request.
    private List<string> Answer(bool asksFirst = false)
    {
        var bodies = new List<string>();
        _provider.Add("/v1/chat/completions", async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync();
            bodies.Add(body);
            var text = string.Join('\n', JsonNode.Parse(body)!["messages"]!.AsArray().SelectMany(message => message!["content"] is JsonArray parts ? parts.Select(part => part!["text"]?.GetValue<string>() ?? "") : [message["content"]!.GetValue<string>()]));
            var (tool, arguments) = text.Contains("ok click", StringComparison.Ordinal)
                ? ("execution-finished", JsonSerializer.Serialize(new { success = true, reasoning = "sent" }))
                : asksFirst && bodies.Count == 1 ? ("ask-user", JsonSerializer.Serialize(new { questions = new[] { new { text = "Which one? \u001b[2J", options = new[] { "the red one", "the blue one" } } } }))
                : ("click", JsonSerializer.Serialize(new { target = SendOrder().Match(text).Groups["reference"].Value, reason = "the usual thing is to send it" }));
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(JsonSerializer.Serialize(new
            {
                id = "c1",
                @object = "chat.completion",
                created = 1,
                model = "local",
                choices = new[] { new { index = 0, finish_reason = "tool_calls", message = new { role = "assistant", content = (string?)null, tool_calls = new[] { new { id = "t1", type = "function", function = new { name = tool, arguments } } } } } },
                usage = new { prompt_tokens = 100, completion_tokens = 10, total_tokens = 110 },
            }));
        });
        return bodies;
    }

    [GeneratedRegex("(?<reference>e[0-9]+) *button \"Send order\"", RegexOptions.ExplicitCapture)]
    private static partial Regex SendOrder();
}
