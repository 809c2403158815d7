using System.Text.Json;
using Autonoma.AI.Failures;
using Autonoma.AI.Registry;
using Autonoma.AI.Tools;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Providers.Tests;

/// <summary>
/// OpenAI's chat completions. Shapes: platform.openai.com/docs/api-reference/chat/create (request, response, usage),
/// /docs/guides/structured-outputs (strict schemas, refusal), /docs/guides/function-calling, /docs/guides/error-codes.
/// </summary>
public sealed class OpenAITests : WireTest
{
    private const string Model = "openai/gpt-5-mini";

    internal static string Answer(string message, string finish = "stop")
        => $$$"""{"id":"chatcmpl-1","object":"chat.completion","created":1772611200,"model":"gpt-5-mini-2025-08-07","choices":[{"index":0,"message":{{{message}}},"logprobs":null,"finish_reason":"{{{finish}}}"}],"usage":{"prompt_tokens":1117,"completion_tokens":46,"total_tokens":1163,"prompt_tokens_details":{"cached_tokens":1024,"audio_tokens":0},"completion_tokens_details":{"reasoning_tokens":32,"audio_tokens":0,"accepted_prediction_tokens":0,"rejected_prediction_tokens":0}},"service_tier":"default","system_fingerprint":null}""";

    internal static string Text(string text) => Answer($$"""{"role":"assistant","content":{{JsonSerializer.Serialize(text)}},"refusal":null,"annotations":[]}""");

    [Fact]
    public async Task Request_IsWhatTheReferenceSays_ByteForByte()
    {
        Server.Answer(Text("""{"label":"Buy","count":1,"note":null}"""));
        using var registry = Registry(Model);

        (await AskEverythingAsync(registry)).Text.ShouldBe("""{"label":"Buy","count":1,"note":null}""");

        var request = Server.Requests.Single();
        request.Line.ShouldBe("POST /v1/chat/completions");
        request.Headers["Authorization"].ShouldBe($"Bearer {Key}");
        request.Body.ShouldBe(
            """{"messages":[{"role":"system","content":"You look."},{"role":"user","content":[{"type":"text","text":"What?"},{"type":"image_url","image_url":{"url":"data:image/png;base64,""" + Pixel + "\"" + """}}]}],"model":"gpt-5-mini","max_completion_tokens":4096,"response_format":{"type":"json_schema","json_schema":{"name":"Sight","schema":{"type":"object","properties":{"label":{"type":"string","pattern":"^B"},"count":{"type":"integer","minimum":0},"note":{"type":["string","null"],"description":"Default value: null"}},"required":["label","count","note"],"additionalProperties":false},"strict":true}},"tools":[{"type":"function","function":{"description":"Clicks.","name":"click","parameters":{"type":"object","properties":{"label":{"type":"string","pattern":"^B"},"count":{"type":"integer","minimum":0},"note":{"type":["string","null"],"default":null}},"required":["label","count"],"additionalProperties":false}}}],"reasoning_effort":"low"}""");
    }

    [Fact]
    public async Task Response_UsageAndCost_AreThoseOfTheProvider()
    {
        Server.Answer(Text("ready"));
        using var registry = Registry(Model);

        var response = await AskAsync(registry);

        response.Usage!.CachedInputTokenCount.ShouldBe(1024);
        response.Usage.ReasoningTokenCount.ShouldBe(32);
        response.FinishReason.ShouldBe(ChatFinishReason.Stop);
        // 93 tokens at $0.25, 1024 at $0.025, 46 at $2 a million
        registry.Usage.Total.Cost.ShouldBe((93 * 0.25m + 1024 * 0.025m + 46 * 2m) / 1_000_000m);
    }

    [Theory]
    [InlineData("gpt-5-mini", ReasoningLevel.None, "\"reasoning_effort\":\"minimal\"")]
    [InlineData("gpt-5-mini", ReasoningLevel.Medium, "\"reasoning_effort\":\"medium\"")]
    [InlineData("gpt-5.1", ReasoningLevel.None, "\"reasoning_effort\":\"none\"")]
    [InlineData("gpt-5.2-pro", ReasoningLevel.High, "\"reasoning_effort\":\"high\"")]
    [InlineData("o4-mini", ReasoningLevel.None, "\"reasoning_effort\":\"low\"")]
    [InlineData("gpt-4.1", ReasoningLevel.High, null)]
    [InlineData("gpt-4o-mini", ReasoningLevel.Low, null)]
    [InlineData("gpt-5-chat-latest", ReasoningLevel.Low, null)]
    public async Task Reasoning_IsSaidAsTheModelTakesIt_AndTemperatureOnlyWhereItIsTaken(string model, ReasoningLevel level, string? expected)
    {
        Server.Answer(Text("ready"));
        using var registry = Registry($"openai/{model}");

        await AskAsync(registry, level);

        var body = Server.Requests.Single().Body;
        body.Contains("\"temperature\":0", StringComparison.Ordinal).ShouldBe(expected is null);
        if (expected is null)
            body.ShouldNotContain("reasoning");
        else
            body.ShouldContain(expected);
    }

    [Fact]
    public async Task ToolCalls_ComeAndGoBack()
    {
        Server.Answer(Answer("""{"role":"assistant","content":null,"tool_calls":[{"id":"call_abc","type":"function","function":{"name":"click","arguments":"{\"label\":\"Buy\",\"count\":2}"}}],"refusal":null}""", "tool_calls")).Answer(Text("done"));
        using var registry = Registry(Model);
        var tools = new ChatOptions { Tools = [AIFunctionFactory.CreateDeclaration("click", "Clicks.", Schema)] };

        var response = await AskAsync(registry, options: tools);
        var call = ToolCall.Of(response, tools.Tools).Single();
        await AskAsync(registry, messages: TalkWithTool(response.Messages.Single().Contents.OfType<FunctionCallContent>().Single()));

        call.Name.ShouldBe("click");
        call.Arguments.GetRawText().ShouldBe("""{"label":"Buy","count":2}""");
        Server.Requests[1].Body.ShouldContain(
            """{"role":"assistant","tool_calls":[{"id":"call_abc","type":"function","function":{"name":"click","arguments":"{\u0022label\u0022:\u0022Buy\u0022,\u0022count\u0022:2}"}}]},{"role":"tool","tool_call_id":"call_abc","content":"clicked"},{"role":"user","content":[{"type":"text","text":"Now:"}""".Replace("\\u0022", "\\\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{\\\"label\\\":")]
    [InlineData("not json")]
    [InlineData("[1]")]
    public async Task ToolCalls_BrokenArguments_AreACallWithAProblem(string arguments)
    {
        Server.Answer(Answer($$$"""{"role":"assistant","content":null,"tool_calls":[{"id":"call_abc","type":"function","function":{"name":"click","arguments":"{{{arguments}}}"}}]}""", "tool_calls"));
        using var registry = Registry(Model);
        List<AITool> tools = [AIFunctionFactory.CreateDeclaration("click", "Clicks.", Schema)];

        var call = ToolCall.Of(await AskAsync(registry, options: new() { Tools = tools }), tools).Single();

        call.Problem!.ShouldStartWith("The arguments are no JSON object");
    }

    [Theory]
    [InlineData("auto", null)]
    [InlineData("none", "\"tool_choice\":\"none\"")]
    [InlineData("any", "\"tool_choice\":\"required\"")]
    [InlineData("click", "\"tool_choice\":{\"type\":\"function\",\"function\":{\"name\":\"click\"}}")]
    public async Task ToolMode_IsSaid(string mode, string? expected)
    {
        Server.Answer(Text("x"));
        using var registry = Registry(Model);

        await AskAsync(registry, options: new()
        {
            Tools = [AIFunctionFactory.CreateDeclaration("click", "Clicks.", Schema)],
            ToolMode = mode switch { "auto" => ChatToolMode.Auto, "none" => ChatToolMode.None, "any" => ChatToolMode.RequireAny, var name => ChatToolMode.RequireSpecific(name) },
        });

        if (expected is null)
            Server.Requests.Single().Body.ShouldNotContain("tool_choice");
        else
            Server.Requests.Single().Body.ShouldContain(expected);
    }

    [Fact]
    public async Task Refusal_IsSaidAsSuch()
    {
        Server.Answer(Answer("""{"role":"assistant","content":null,"refusal":"I'm sorry, I cannot assist with that request."}"""));
        using var registry = Registry(Model, retries: 2);

        var failure = await Should.ThrowAsync<ModelException>(() => AskAsync(registry));

        failure.Failure.ShouldBe(ModelFailure.Refused);
        failure.Message.ShouldContain("I cannot assist");
        Server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("content_filter", "content_filter")]
    [InlineData("length", "length")]
    public async Task FinishReason_IsKept(string wire, string expected)
    {
        Server.Answer(Answer("""{"role":"assistant","content":"{\"la","refusal":null}""", wire));
        using var registry = Registry(Model);

        (await AskAsync(registry)).FinishReason!.Value.Value.ShouldBe(expected);
    }

    [Theory]
    [InlineData("""{"id":"chatcmpl-1","object":"chat.completion","created":1772611200,"model":"m","choices":[],"usage":{"prompt_tokens":1,"completion_tokens":0,"total_tokens":1}}""")]
    [InlineData("""{"id":"chatcmpl-1","object":"chat.completion","created":1772611200,"model":"m","choices":[{"index":0,"message":{"role":"assist""")]
    [InlineData("")]
    [InlineData("<html>gateway</html>")]
    [InlineData("null")]
    public async Task Answer_ThatCannotBeRead_IsTriedAgain_AndThenSaidAsSuch(string body)
    {
        Server.Answer(body).Answer(body);
        using var registry = Registry(Model, retries: 1);

        var failure = await Should.ThrowAsync<ModelException>(() => AskAsync(registry));

        failure.Failure.ShouldBe(ModelFailure.BadReply);
        Server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Connection_ThatBreaks_IsAnOutage()
    {
        Server.Break("""{"id":"chatcmpl-1","choi""");
        using var registry = Registry(Model);

        (await Should.ThrowAsync<ModelException>(() => AskAsync(registry))).Failure.ShouldBe(ModelFailure.Unavailable);
    }

    [Theory]
    [InlineData(400, """{"error":{"message":"Invalid schema for response_format 'Sight'.","type":"invalid_request_error","param":"response_format","code":null}}""", ModelFailure.BadRequest, "Invalid schema")]
    [InlineData(400, """{"error":{"message":"Flagged.","type":"invalid_request_error","param":null,"code":"content_policy_violation"}}""", ModelFailure.Refused, "filter")]
    [InlineData(401, """{"error":{"message":"Incorrect API key provided: sk-test-********ghij. You can find your API key at https://platform.openai.com/account/api-keys.","type":"invalid_request_error","param":null,"code":"invalid_api_key"}}""", ModelFailure.Unauthorized, "does not accept the key in OPENAI_API_KEY")]
    [InlineData(401, "{\"error\":{\"message\":\"Incorrect API key provided: " + Key + "\",\"code\":\"invalid_api_key\"}}", ModelFailure.Unauthorized, "***")]
    [InlineData(403, """{"error":{"message":"Country not supported","type":"request_forbidden","code":"unsupported_country_region_territory"}}""", ModelFailure.Unauthorized, "Country not supported")]
    [InlineData(404, """{"error":{"message":"The model `gpt-9` does not exist","type":"invalid_request_error","param":null,"code":"model_not_found"}}""", ModelFailure.BadRequest, "has no model 'gpt-5-mini'")]
    [InlineData(408, """{"error":{"message":"Request timeout"}}""", ModelFailure.TimedOut, "in time")]
    [InlineData(413, "<html>Request Entity Too Large</html>", ModelFailure.BadRequest, "too large")]
    [InlineData(429, """{"error":{"message":"Rate limit reached for gpt-5-mini","type":"tokens","param":null,"code":"rate_limit_exceeded"}}""", ModelFailure.RateLimited, "too many requests")]
    [InlineData(429, """{"error":{"message":"You exceeded your current quota, please check your plan and billing details.","type":"insufficient_quota","param":null,"code":"insufficient_quota"}}""", ModelFailure.OutOfCredit, "no credit")]
    [InlineData(500, """{"error":{"message":"The server had an error while processing your request.","type":"server_error","param":null,"code":null}}""", ModelFailure.Unavailable, "overloaded")]
    [InlineData(502, "<html><body>Bad gateway</body></html>", ModelFailure.Unavailable, "overloaded")]
    [InlineData(503, """{"error":{"message":"That model is currently overloaded with other requests.","type":"server_error"}}""", ModelFailure.Unavailable, "overloaded")]
    [InlineData(504, "", ModelFailure.TimedOut, "in time")]
    public async Task Failures_AreTold(int status, string body, ModelFailure expected, string says)
    {
        var failure = await FailAsync(Model, status, body);

        failure.Failure.ShouldBe(expected);
        failure.Status.ShouldBe(status);
        failure.Message.ShouldContain(says);
        failure.Message.ShouldNotContain("ghij");
    }

    [Theory]
    [InlineData("Retry-After", "7", 7000)]
    [InlineData("retry-after-ms", "1500", 1500)]
    [InlineData("Retry-After", "Wed, 04 Mar 2026 09:00:30 GMT", 30000)]
    [InlineData("Retry-After", "soon", null)]
    public async Task RetryAfter_IsRead(string header, string value, int? milliseconds)
        => (await FailAsync(Model, 429, """{"error":{"message":"slow down","code":"rate_limit_exceeded"}}""", (header, value))).RetryAfter.ShouldBe(milliseconds is { } ms ? TimeSpan.FromMilliseconds(ms) : null);

    [Fact]
    public async Task Retry_AfterAFailure_SendsTheSameBytes()
    {
        Server.Answer("{}", 503, ("retry-after-ms", "1")).Answer(Text("at last"));
        using var registry = Registry(Model, retries: 1);

        (await AskEverythingAsync(registry)).Text.ShouldBe("at last");

        Server.Requests[1].Body.ShouldBe(Server.Requests[0].Body);
    }

    [Fact]
    public async Task Video_IsRefusedBeforeItIsSent()
    {
        using var registry = Registry(Model);

        await Should.ThrowAsync<ModelException>(() => AskAsync(registry, messages: new ChatMessage(ChatRole.User, [new DataContent(new byte[] { 1 }, "video/mp4")])));

        Server.Requests.ShouldBeEmpty();
    }
}
