using Autonoma.AI.Failures;
using Autonoma.AI.Registry;
using Autonoma.AI.Tools;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Providers.Tests;

/// <summary>
/// Gemini's native interface. Shapes: ai.google.dev/api/generate-content (request, candidates, usageMetadata, promptFeedback),
/// ai.google.dev/gemini-api/docs/thinking (thinkingLevel, thinkingBudget), /structured-output (responseJsonSchema), /function-calling,
/// /thought-signatures, /troubleshooting (errors), google.rpc.RetryInfo.
/// </summary>
public sealed class GeminiTests : WireTest
{
    private const string Model = "gemini/gemini-3-flash-preview";

    internal static string Answer(string parts, string finish = "STOP")
        => $$$"""{"candidates":[{"content":{"parts":[{{{parts}}}],"role":"model"},"finishReason":"{{{finish}}}","index":0}],"usageMetadata":{"promptTokenCount":1117,"candidatesTokenCount":14,"totalTokenCount":1163,"promptTokensDetails":[{"modality":"TEXT","tokenCount":1117}],"cachedContentTokenCount":1024,"thoughtsTokenCount":32},"modelVersion":"gemini-3-flash-preview","responseId":"r1"}""";

    private static string Text(string text) => Answer($$"""{"text":"{{text}}"}""");

    [Fact]
    public async Task Request_IsWhatTheReferenceSays_ByteForByte()
    {
        Server.Answer(Text("ready"));
        using var registry = Registry(Model);

        (await AskEverythingAsync(registry)).Text.ShouldBe("ready");

        var request = Server.Requests.Single();
        request.Line.ShouldBe("POST /v1beta/models/gemini-3-flash-preview:generateContent");
        request.Headers["x-goog-api-key"].ShouldBe(Key);
        request.Headers["Content-Type"].ShouldBe("application/json");
        const string schema = """{"type":"object","properties":{"label":{"type":"string","description":"(pattern: \u0022^B\u0022)"},"count":{"type":"integer","minimum":0},"note":{"type":["string","null"]}},"required":["label","count"],"additionalProperties":false}""";
        request.Body.ShouldBe(
            """{"contents":[{"role":"user","parts":[{"text":"What?"},{"inlineData":{"mimeType":"image/png","data":""" + $"\"{Pixel}\"" + """}}]}],"systemInstruction":{"parts":[{"text":"You look."}]},"tools":[{"functionDeclarations":[{"name":"click","description":"Clicks.","parametersJsonSchema":""" + schema + """}]}],"generationConfig":{"temperature":0,"maxOutputTokens":4096,"responseMimeType":"application/json","responseJsonSchema":""" + schema + ""","thinkingConfig":{"thinkingLevel":"low"}}}""");
    }

    [Fact]
    public async Task Response_Thoughts_AreCountedAsOutput()
    {
        Server.Answer(Text("ready"));
        using var registry = Registry(Model);

        var response = await AskAsync(registry);

        response.Usage!.OutputTokenCount.ShouldBe(46);
        response.Usage.ReasoningTokenCount.ShouldBe(32);
        registry.Usage.Total.Cost.ShouldBe((93 * 0.5m + 1024 * 0.05m + 46 * 3m) / 1_000_000m);
    }

    [Theory]
    [InlineData("gemini-3-flash-preview", ReasoningLevel.None, "\"thinkingConfig\":{\"thinkingLevel\":\"minimal\"}")]
    [InlineData("gemini-3-flash-preview", ReasoningLevel.Medium, "\"thinkingConfig\":{\"thinkingLevel\":\"medium\"}")]
    [InlineData("gemini-3-pro-preview", ReasoningLevel.None, "\"thinkingConfig\":{\"thinkingLevel\":\"low\"}")]
    [InlineData("gemini-3-pro-preview", ReasoningLevel.Medium, "\"thinkingConfig\":{\"thinkingLevel\":\"high\"}")]
    [InlineData("gemini-3.8-flash", ReasoningLevel.High, "\"thinkingConfig\":{\"thinkingLevel\":\"high\"}")]
    [InlineData("gemini-2.5-flash", ReasoningLevel.None, "\"thinkingConfig\":{\"thinkingBudget\":0}")]
    [InlineData("gemini-2.5-pro", ReasoningLevel.None, "\"thinkingConfig\":{\"thinkingBudget\":128}")]
    [InlineData("gemini-2.5-pro", ReasoningLevel.High, "\"thinkingConfig\":{\"thinkingBudget\":-1}")]
    [InlineData("gemini-2.0-flash", ReasoningLevel.High, null)]
    public async Task Reasoning_IsSaidAsTheModelTakesIt(string model, ReasoningLevel level, string? expected)
    {
        Server.Answer(Text("ready"));
        using var registry = Registry($"gemini/{model}");

        await AskAsync(registry, level);

        if (expected is null)
            Server.Requests.Single().Body.ShouldNotContain("thinking");
        else
            Server.Requests.Single().Body.ShouldContain(expected);
    }

    [Fact]
    public async Task ToolCalls_ComeAndGoBack_WithTheSignatureOfTheThought()
    {
        Server.Answer(Answer("""{"functionCall":{"name":"click","args":{"label":"Buy","count":2}},"thoughtSignature":"c2ln"}""")).Answer(Text("done"));
        using var registry = Registry(Model);
        List<AITool> tools = [AIFunctionFactory.CreateDeclaration("click", "Clicks.", Schema)];

        var response = await AskAsync(registry, options: new() { Tools = tools });
        var call = ToolCall.Of(response, tools).Single();
        await AskAsync(registry, messages: TalkWithTool(response.Messages.Single().Contents.OfType<FunctionCallContent>().Single()));

        call.Arguments.GetRawText().ShouldBe("""{"label":"Buy","count":2}""");
        response.FinishReason.ShouldBe(ChatFinishReason.ToolCalls);
        Server.Requests[1].Body.ShouldContain(
            """{"contents":[{"role":"user","parts":[{"text":"Buy it"}]},{"role":"model","parts":[{"functionCall":{"name":"click","args":{"label":"Buy","count":2}},"thoughtSignature":"c2ln"}]},{"role":"user","parts":[{"functionResponse":{"name":"click","response":{"result":"clicked"}}},{"text":"Now:"},{"inlineData":""");
    }

    [Theory]
    [InlineData("gemini-2.5-flash", false)]
    [InlineData("gemini-3-flash-preview", true)]
    [InlineData("gemini-flash-latest", true)]
    public async Task FormAndTools_AreAskedForTogether_FromGeneration3On(string model, bool together)
    {
        Server.Answer(Text("{}"));
        using var registry = Registry($"gemini/{model}");

        await AskEverythingAsync(registry);

        Server.Requests.Single().Body.Contains("responseJsonSchema", StringComparison.Ordinal).ShouldBe(together);
        Server.Requests.Single().Body.Contains("It must fit this JSON Schema:", StringComparison.Ordinal).ShouldBe(!together);
    }

    [Theory]
    [InlineData("none", "\"toolConfig\":{\"functionCallingConfig\":{\"mode\":\"NONE\"}}")]
    [InlineData("any", "\"toolConfig\":{\"functionCallingConfig\":{\"mode\":\"ANY\"}}")]
    [InlineData("click", "\"toolConfig\":{\"functionCallingConfig\":{\"mode\":\"ANY\",\"allowedFunctionNames\":[\"click\"]}}")]
    public async Task ToolMode_IsSaid(string mode, string expected)
    {
        Server.Answer(Text("x"));
        using var registry = Registry(Model);

        await AskAsync(registry, options: new()
        {
            Tools = [AIFunctionFactory.CreateDeclaration("click", "Clicks.", Schema)],
            ToolMode = mode switch { "none" => ChatToolMode.None, "any" => ChatToolMode.RequireAny, var name => ChatToolMode.RequireSpecific(name) },
        });

        Server.Requests.Single().Body.ShouldContain(expected);
    }

    [Fact]
    public async Task ToolCalls_BrokenArguments_AreACallWithAProblem()
    {
        Server.Answer(Answer("""{"functionCall":{"id":"f1","name":"click","args":"label=Buy"}}"""));
        using var registry = Registry(Model);
        List<AITool> tools = [AIFunctionFactory.CreateDeclaration("click", "Clicks.", Schema)];

        ToolCall.Of(await AskAsync(registry, options: new() { Tools = tools }), tools).Single().Problem!.ShouldStartWith("The arguments are no JSON object");
    }

    [Theory]
    [InlineData("MAX_TOKENS", "length")]
    [InlineData("SAFETY", "content_filter")]
    [InlineData("PROHIBITED_CONTENT", "content_filter")]
    public async Task FinishReason_IsKept(string wire, string expected)
    {
        Server.Answer(Answer("""{"text":"{"}""", wire));
        using var registry = Registry(Model);

        (await AskAsync(registry)).FinishReason!.Value.Value.ShouldBe(expected);
    }

    [Fact]
    public async Task Prompt_ThatIsBlocked_IsRefused()
        => (await FailAsync(Model, 200, """{"promptFeedback":{"blockReason":"SAFETY"},"usageMetadata":{"promptTokenCount":4}}""")).Failure.ShouldBe(ModelFailure.Refused);

    [Theory]
    [InlineData("""{"candidates":[],"usageMetadata":{"promptTokenCount":4}}""")]
    [InlineData("""{"usageMetadata":{"promptTokenCount":4}}""")]
    [InlineData("""{"candidates":[{"content":{"parts":[{"te""")]
    [InlineData("""{"candidates":[{"content":{"role":"model"},"finishReason":"MALFORMED_FUNCTION_CALL","finishMessage":"print(default_api.click("}]}""")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("<html>")]
    public async Task Answer_ThatCannotBeRead_IsTriedAgain_AndThenSaidAsSuch(string body)
    {
        Server.Answer(body).Answer(body);
        using var registry = Registry(Model, retries: 1);

        (await Should.ThrowAsync<ModelException>(() => AskAsync(registry))).Failure.ShouldBe(ModelFailure.BadReply);

        Server.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(400, "INVALID_ARGUMENT", "Invalid JSON payload received. Unknown name \\\"x\\\"", ModelFailure.BadRequest)]
    [InlineData(400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.", ModelFailure.Unauthorized)]
    [InlineData(400, "FAILED_PRECONDITION", "User location is not supported for the API use.", ModelFailure.BadRequest)]
    [InlineData(401, "UNAUTHENTICATED", "Request had invalid authentication credentials.", ModelFailure.Unauthorized)]
    [InlineData(403, "PERMISSION_DENIED", "Your API key was reported as leaked.", ModelFailure.Unauthorized)]
    [InlineData(404, "NOT_FOUND", "models/gemini-9 is not found for API version v1beta", ModelFailure.BadRequest)]
    [InlineData(408, "CANCELLED", "timeout", ModelFailure.TimedOut)]
    [InlineData(429, "RESOURCE_EXHAUSTED", "You exceeded your current quota", ModelFailure.RateLimited)]
    [InlineData(500, "INTERNAL", "An internal error has occurred", ModelFailure.Unavailable)]
    [InlineData(503, "UNAVAILABLE", "The model is overloaded. Please try again later.", ModelFailure.Unavailable)]
    [InlineData(504, "DEADLINE_EXCEEDED", "Deadline expired", ModelFailure.TimedOut)]
    public async Task Failures_AreTold(int status, string word, string message, ModelFailure expected)
        => (await FailAsync(Model, status, $$$"""{"error":{"code":{{{status}}},"message":"{{{message}}}","status":"{{{word}}}"}}""")).Failure.ShouldBe(expected);

    [Fact]
    public async Task RetryAfter_IsInTheDetails()
        => (await FailAsync(Model, 429, """[{"error":{"code":429,"message":"quota","status":"RESOURCE_EXHAUSTED","details":[{"@type":"type.googleapis.com/google.rpc.Help"},{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"34.5s"}]}}]""")).RetryAfter.ShouldBe(TimeSpan.FromSeconds(34.5));

    [Fact]
    public async Task Video_IsPartOfTheRequest()
    {
        Server.Answer(Text("ready"));
        using var registry = Registry(Model);

        await AskAsync(registry, messages: new ChatMessage(ChatRole.User, [new TextContent("What?"), new DataContent(new byte[] { 1, 2, 3 }, "video/mp4"), new UriContent("https://files.example/v1beta/files/abc", "video/mp4")]));

        Server.Requests.Single().Body.ShouldContain("""{"inlineData":{"mimeType":"video/mp4","data":"AQID"}},{"fileData":{"mimeType":"video/mp4","fileUri":"https://files.example/v1beta/files/abc"}}""");
    }
}
