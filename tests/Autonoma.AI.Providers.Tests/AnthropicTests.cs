using Autonoma.AI.Failures;
using Autonoma.AI.Providers.Messages;
using Autonoma.AI.Registry;
using Autonoma.AI.Tools;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Providers.Tests;

/// <summary>
/// Anthropic's messages. Shapes: docs.anthropic.com/en/api/messages (request, content, usage, stop_reason), /en/api/errors,
/// /en/docs/build-with-claude/structured-outputs (output_config.format), /extended-thinking and /adaptive-thinking.
/// </summary>
public sealed class AnthropicTests : WireTest
{
    private const string Model = "anthropic/claude-sonnet-4-5";

    private static string Answer(string content, string stop = "end_turn")
        => $$$"""{"id":"msg_01","type":"message","role":"assistant","model":"claude-sonnet-4-5-20250929","content":[{{{content}}}],"stop_reason":"{{{stop}}}","stop_sequence":null,"usage":{"input_tokens":93,"cache_creation_input_tokens":0,"cache_read_input_tokens":1024,"output_tokens":46}}""";

    private static string Text(string text) => Answer($$"""{"type":"text","text":"{{text}}"}""");

    [Fact]
    public async Task Request_IsWhatTheReferenceSays_ByteForByte()
    {
        Server.Answer(Text("ready"));
        using var registry = Registry(Model);

        (await AskEverythingAsync(registry)).Text.ShouldBe("ready");

        var request = Server.Requests.Single();
        request.Line.ShouldBe("POST /v1/messages");
        request.Headers.ContainsKey("anthropic-version").ShouldBeTrue();
        request.Headers["Authorization"].ShouldBe($"Bearer {Key}");
        const string schema = """{"type":"object","properties":{"label":{"type":"string","description":"{pattern: \"^B\"}"},"count":{"type":"integer","description":"{minimum: 0}"},"note":{"type":["string","null"],"description":"{default: null}"}},"required":["label","count"],"additionalProperties":false}""";
        request.Body.ShouldBe(
            """{"max_tokens":4096,"messages":[{"role":"user","content":[{"type":"text","text":"What?"},{"type":"image","source":{"type":"base64","data":""" + $"\"{Pixel}\"" + ""","media_type":"image/png"}}]}],"model":"claude-sonnet-4-5","output_config":{"format":{"type":"json_schema","schema":""" + schema + """}},"tools":[{"name":"click","description":"Clicks.","input_schema":""" + schema + """}],"thinking":{"type":"enabled","budget_tokens":1024},"system":[{"type":"text","text":"You look."}]}""");
    }

    [Fact]
    public async Task Response_CachedTokens_ArePartOfTheInput()
    {
        Server.Answer(Text("ready"));
        using var registry = Registry(Model);

        var response = await AskAsync(registry);

        response.Usage!.InputTokenCount.ShouldBe(1117);
        response.Usage.CachedInputTokenCount.ShouldBe(1024);
        registry.Usage.Total.Cost.ShouldBe((93 * 3m + 1024 * 0.30m + 46 * 15m) / 1_000_000m);
    }

    [Theory]
    [InlineData("claude-sonnet-4-5", ReasoningLevel.None, "\"thinking\":{\"type\":\"disabled\"}")]
    [InlineData("claude-sonnet-4-5", ReasoningLevel.High, "\"thinking\":{\"type\":\"enabled\",\"budget_tokens\":")]
    [InlineData("claude-sonnet-4-6", ReasoningLevel.Medium, "\"output_config\":{\"effort\":\"medium\"}")]
    [InlineData("claude-opus-5", ReasoningLevel.High, "\"output_config\":{\"effort\":\"high\"}")]
    public async Task Reasoning_IsSaidAsTheModelTakesIt(string model, ReasoningLevel level, string expected)
    {
        Server.Answer(Text("ready"));
        using var registry = Registry($"anthropic/{model}");

        await AskAsync(registry, level);

        Server.Requests.Single().Body.ShouldContain(expected);
    }

    [Theory]
    [InlineData("claude-sonnet-4-5")]
    [InlineData("claude-opus-4-6")]
    public async Task ToolThatMustBeCalled_IsAskedForWithoutThinking_WhichTogetherIsRefused(string model)
    {
        Server.Answer(Text("x"));
        using var registry = Registry($"anthropic/{model}");

        await AskAsync(registry, ReasoningLevel.High, new() { Tools = [AIFunctionFactory.CreateDeclaration("click", "Clicks.", Schema)], ToolMode = ChatToolMode.RequireAny });

        Server.Requests.Single().Body.ShouldContain("\"tool_choice\":{\"type\":\"any\"");
        Server.Requests.Single().Body.ShouldContain("\"thinking\":{\"type\":\"disabled\"}");
    }

    [Theory]
    [InlineData("claude-3-7-sonnet-latest", false)]
    [InlineData("claude-sonnet-4-20250514", false)]
    [InlineData("claude-opus-4-5-20251101", false)]
    [InlineData("claude-opus-4-6", true)]
    [InlineData("claude-haiku-5", true)]
    [InlineData("claude-sonnet-4-6-20260301", true)]
    public void Name_SaysWhichThinkingAModelHas(string model, bool adaptive) => MessagesClient.IsAdaptive(model).ShouldBe(adaptive);

    [Fact]
    public async Task ToolCalls_ComeAndGoBack()
    {
        Server.Answer(Answer("""{"type":"text","text":"I click."},{"type":"tool_use","id":"toolu_1","name":"click","input":{"label":"Buy","count":2}}""", "tool_use")).Answer(Text("done"));
        using var registry = Registry(Model);
        List<AITool> tools = [AIFunctionFactory.CreateDeclaration("click", "Clicks.", Schema)];

        var response = await AskAsync(registry, ReasoningLevel.None, new() { Tools = tools });
        var call = ToolCall.Of(response, tools).Single();
        await AskAsync(registry, ReasoningLevel.None, null, TalkWithTool(response.Messages.Single().Contents.OfType<FunctionCallContent>().Single()));

        call.Arguments.GetRawText().ShouldBe("""{"label":"Buy","count":2}""");
        response.FinishReason.ShouldBe(ChatFinishReason.ToolCalls);
        Server.Requests[1].Body.ShouldContain("""{"type":"tool_use","id":"toolu_1","name":"click","input":{"label":"Buy","count":2}}""");
        Server.Requests[1].Body.ShouldContain("\"tool_use_id\":\"toolu_1\"");
    }

    [Fact]
    public async Task ToolCalls_BrokenArguments_AreACallWithAProblem()
    {
        Server.Answer(Answer("""{"type":"tool_use","id":"toolu_1","name":"click","input":"{\"label\":"}""", "tool_use"));
        using var registry = Registry(Model);
        List<AITool> tools = [AIFunctionFactory.CreateDeclaration("click", "Clicks.", Schema)];

        ToolCall.Of(await AskAsync(registry, options: new() { Tools = tools }), tools).Single().Problem!.ShouldStartWith("The arguments are no JSON object");
    }

    [Theory]
    [InlineData("refusal", "content_filter")]
    [InlineData("max_tokens", "length")]
    public async Task StopReason_IsKept(string wire, string expected)
    {
        Server.Answer(Answer("""{"type":"text","text":"{"}""", wire));
        using var registry = Registry(Model);

        (await AskAsync(registry)).FinishReason!.Value.Value.ShouldBe(expected);
    }

    [Theory]
    [InlineData("""{"id":"msg_01","type":"message","role":"assi""")]
    [InlineData("""{"id":"msg_01","type":"message","role":"assistant","model":"m"}""")]
    [InlineData("")]
    [InlineData("<html>")]
    public async Task Answer_ThatCannotBeRead_IsTriedAgain_AndThenSaidAsSuch(string body)
    {
        Server.Answer(body).Answer(body);
        using var registry = Registry(Model, retries: 1);

        (await Should.ThrowAsync<ModelException>(() => AskAsync(registry))).Failure.ShouldBe(ModelFailure.BadReply);

        Server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Answer_WithoutContent_IsEmpty()
    {
        Server.Answer(Answer(""));
        using var registry = Registry(Model);

        (await AskAsync(registry)).Text.ShouldBe("");
    }

    [Theory]
    [InlineData(400, "invalid_request_error", "max_tokens: must be greater than thinking.budget_tokens", ModelFailure.BadRequest)]
    [InlineData(400, "invalid_request_error", "Your credit balance is too low to access the Anthropic API.", ModelFailure.OutOfCredit)]
    [InlineData(401, "authentication_error", "invalid x-api-key", ModelFailure.Unauthorized)]
    [InlineData(402, "billing_error", "billing", ModelFailure.OutOfCredit)]
    [InlineData(403, "permission_error", "not allowed", ModelFailure.Unauthorized)]
    [InlineData(404, "not_found_error", "model: claude-x", ModelFailure.BadRequest)]
    [InlineData(408, "timeout_error", "timeout", ModelFailure.TimedOut)]
    [InlineData(413, "request_too_large", "too large", ModelFailure.BadRequest)]
    [InlineData(429, "rate_limit_error", "slow down", ModelFailure.RateLimited)]
    [InlineData(500, "api_error", "internal", ModelFailure.Unavailable)]
    [InlineData(529, "overloaded_error", "Overloaded", ModelFailure.Unavailable)]
    public async Task Failures_AreTold(int status, string type, string message, ModelFailure expected)
    {
        var failure = await FailAsync(Model, status, $$$"""{"type":"error","error":{"type":"{{{type}}}","message":"{{{message}}}"},"request_id":"req_1"}""", ("retry-after", "9"));

        failure.Failure.ShouldBe(expected);
        failure.Message.ShouldContain(message);
        failure.RetryAfter.ShouldBe(TimeSpan.FromSeconds(9));
    }

    [Fact]
    public async Task SpendLimit_IsNoRateLimit()
        => (await FailAsync(Model, 429, """{"type":"error","error":{"type":"rate_limit_error","message":"monthly","details":{"error_code":"enforced_spend_limit_reached"}}}""")).Failure.ShouldBe(ModelFailure.OutOfCredit);
}
