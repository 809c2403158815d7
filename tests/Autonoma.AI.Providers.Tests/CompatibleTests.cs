using Autonoma.AI.Failures;
using Autonoma.AI.Providers.Configuration;
using Autonoma.AI.Registry;
using Autonoma.AI.Tools;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Providers.Tests;

/// <summary>
/// Services that speak OpenAI's protocol, in what is their own. Shapes: console.groq.com/docs/reasoning and /docs/structured-outputs;
/// openrouter.ai/docs/use-cases/reasoning-tokens and /docs/api-reference/errors; docs.ollama.com/api/openai-compatibility;
/// learn.microsoft.com/azure/ai-foundry/openai/reference (v1, api-key header).
/// </summary>
public sealed class CompatibleTests : WireTest
{
    [Theory]
    [InlineData("groq/openai/gpt-oss-120b", ReasoningLevel.None, """{"temperature":0,"messages":[{"role":"user","content":"Hi"}],"model":"openai/gpt-oss-120b","max_completion_tokens":8192,"reasoning_effort":"low"}""")]
    [InlineData("groq/openai/gpt-oss-120b", ReasoningLevel.High, """{"temperature":0,"messages":[{"role":"user","content":"Hi"}],"model":"openai/gpt-oss-120b","max_completion_tokens":8192,"reasoning_effort":"high"}""")]
    [InlineData("groq/qwen/qwen3-32b", ReasoningLevel.None, """{"temperature":0,"messages":[{"role":"user","content":"Hi"}],"model":"qwen/qwen3-32b","max_completion_tokens":8192,"reasoning_effort":"none"}""")]
    [InlineData("groq/qwen/qwen3-32b", ReasoningLevel.Medium, """{"temperature":0,"messages":[{"role":"user","content":"Hi"}],"model":"qwen/qwen3-32b","max_completion_tokens":8192,"reasoning_effort":"default"}""")]
    [InlineData("groq/llama-3.3-70b-versatile", ReasoningLevel.Medium, """{"temperature":0,"messages":[{"role":"user","content":"Hi"}],"model":"llama-3.3-70b-versatile","max_completion_tokens":8192}""")]
    [InlineData("openrouter/mistralai/ministral-8b-2512", ReasoningLevel.None, """{"temperature":0,"messages":[{"role":"user","content":"Hi"}],"model":"mistralai/ministral-8b-2512","max_tokens":8192,"reasoning":{"effort":"none"}}""")]
    [InlineData("openrouter/google/gemini-3-flash-preview", ReasoningLevel.Medium, """{"temperature":0,"messages":[{"role":"user","content":"Hi"}],"model":"google/gemini-3-flash-preview","max_tokens":8192,"reasoning":{"effort":"medium"}}""")]
    [InlineData("ollama/gemma3:12b", ReasoningLevel.High, """{"temperature":0,"messages":[{"role":"user","content":"Hi"}],"model":"gemma3:12b","max_tokens":8192}""")]
    [InlineData("ollama/qwen3-vl", ReasoningLevel.None, """{"temperature":0,"messages":[{"role":"user","content":"Hi"}],"model":"qwen3-vl","max_tokens":8192,"reasoning_effort":"none"}""")]
    [InlineData("compatible/my-model", ReasoningLevel.High, """{"temperature":0,"messages":[{"role":"user","content":"Hi"}],"model":"my-model","max_tokens":8192}""")]
    [InlineData("azure/gpt-5-mini", ReasoningLevel.Low, """{"messages":[{"role":"user","content":"Hi"}],"model":"gpt-5-mini","max_completion_tokens":8192,"reasoning_effort":"low"}""")]
    public async Task Request_IsInTheDialectOfTheService_ByteForByte(string model, ReasoningLevel level, string body)
    {
        Server.Answer(OpenAITests.Text("ready"));
        using var registry = Registry(model);

        (await AskAsync(registry, level)).Text.ShouldBe("ready");

        Server.Requests.Single().Body.ShouldBe(body);
        Server.Requests.Single().Line.ShouldBe(model.StartsWith("azure", StringComparison.Ordinal) ? "POST /openai/v1/chat/completions" : "POST /v1/chat/completions");
    }

    [Theory]
    [InlineData("groq/openai/gpt-oss-120b", true)]
    [InlineData("groq/moonshotai/kimi-k2-instruct", false)]
    [InlineData("openrouter/mistralai/ministral-8b-2512", true)]
    [InlineData("ollama/qwen3-vl", false)]
    [InlineData("compatible/x", false)]
    public async Task Schema_IsStrictWhereTheServiceKnowsThat(string model, bool strict)
    {
        Server.Answer(OpenAITests.Text("{}"));
        using var registry = Registry(model);

        await AskAsync(registry, options: new() { ResponseFormat = ChatResponseFormat.ForJsonSchema(Schema, "Sight") });

        var body = Server.Requests.Single().Body;
        body.Contains("\"strict\":true", StringComparison.Ordinal).ShouldBe(strict);
        body.Contains("\"required\":[\"label\",\"count\",\"note\"]", StringComparison.Ordinal).ShouldBe(strict);
    }

    [Fact]
    public async Task Azure_TakesTheKeyInAHeaderOfItsOwn()
    {
        Server.Answer(OpenAITests.Text("ready"));
        using var registry = Registry("azure/my-deployment");

        await AskAsync(registry);

        Server.Requests.Single().Headers["api-key"].ShouldBe(Key);
        Server.Requests.Single().Headers.ContainsKey("Authorization").ShouldBeFalse();
    }

    [Theory]
    [InlineData("ollama", "OLLAMA_API_KEY")]
    [InlineData("compatible", "AUTONOMA_MODEL_API_KEY")]
    public async Task WithoutAKey_NoneIsSent(string provider, string variable)
    {
        Server.Answer(OpenAITests.Text("ready"));
        using var registry = Registry($"{provider}/m", 0, (variable, ""));

        (await AskAsync(registry)).Text.ShouldBe("ready");

        Server.Requests.Single().Headers.ContainsKey("Authorization").ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"error":{"code":502,"message":"Provider returned error","metadata":{"provider_name":"X"}},"user_id":"u"}""", ModelFailure.Unavailable)]
    [InlineData("""{"error":{"message":"Rate limited upstream","code":429}}""", ModelFailure.RateLimited)]
    [InlineData("""{"error":{"message":"No code"}}""", ModelFailure.Unavailable)]
    public async Task OpenRouter_FailureInA200_IsAFailure(string body, ModelFailure expected)
        => (await FailAsync("openrouter/mistralai/ministral-8b-2512", 200, body)).Failure.ShouldBe(expected);

    [Theory]
    [InlineData("openrouter/a/b", 402, """{"error":{"code":402,"message":"Insufficient credits"}}""", ModelFailure.OutOfCredit)]
    [InlineData("openrouter/a/b", 408, """{"error":{"code":408,"message":"timed out"}}""", ModelFailure.TimedOut)]
    [InlineData("groq/llama-3.3-70b-versatile", 400, """{"error":{"message":"Failed to generate JSON. Please adjust your prompt.","type":"invalid_request_error","code":"json_validate_failed","failed_generation":"..."}}""", ModelFailure.BadReply)]
    [InlineData("groq/openai/gpt-oss-120b", 400, """{"error":{"message":"Tool call validation failed","type":"invalid_request_error","code":"tool_use_failed","failed_generation":"<function=click>"}}""", ModelFailure.BadReply)]
    [InlineData("groq/llama-3.3-70b-versatile", 429, """{"error":{"message":"Rate limit reached","type":"tokens","code":"rate_limit_exceeded"}}""", ModelFailure.RateLimited)]
    [InlineData("groq/llama-3.3-70b-versatile", 498, """{"error":{"message":"capacity exceeded"}}""", ModelFailure.Unavailable)]
    [InlineData("ollama/llava", 404, """{"error":{"message":"model \"llava\" not found, try pulling it first","type":"api_error","param":null,"code":null}}""", ModelFailure.BadRequest)]
    [InlineData("ollama/llava", 500, """{"error":"model requires more system memory (8 GiB) than is available"}""", ModelFailure.Unavailable)]
    [InlineData("azure/d", 400, """{"error":{"message":"The response was filtered","type":null,"param":"prompt","code":"content_filter","status":400,"innererror":{"code":"ResponsibleAIPolicyViolation"}}}""", ModelFailure.Refused)]
    [InlineData("azure/d", 401, """{"error":{"code":"401","message":"Access denied due to invalid subscription key or wrong API endpoint."}}""", ModelFailure.Unauthorized)]
    [InlineData("azure/d", 404, """{"error":{"code":"DeploymentNotFound","message":"The API deployment for this resource does not exist."}}""", ModelFailure.BadRequest)]
    [InlineData("compatible/m", 422, """{"detail":[{"loc":["body","messages"],"msg":"field required"}]}""", ModelFailure.BadRequest)]
    [InlineData("compatible/m", 503, "Loading model", ModelFailure.Unavailable)]
    public async Task Failures_AreTold(string model, int status, string body, ModelFailure expected)
        => (await FailAsync(model, status, body)).Failure.ShouldBe(expected);

    [Theory]
    [InlineData("compatible/m")]
    [InlineData("azure/d")]
    [InlineData("gemini/gemini-3-flash-preview")]
    [InlineData("anthropic/claude-sonnet-4-5")]
    public async Task Redirect_IsNotFollowed_ForTheKeyWouldGoAlong(string model)
    {
        var failure = await FailAsync(model, 307, "", ("Location", $"{Server.Url}/elsewhere"));

        failure.Failure.ShouldBe(ModelFailure.BadRequest);
        failure.Message.ShouldContain("is not followed");
        Server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"choices":[{"message":{"role":"assistant","content":"hi"},"finish_reason":"stop"}]}""", "stop")]
    [InlineData("""{"choices":[{"message":{"role":"assistant","content":"hi"},"finish_reason":null}]}""", "stop")]
    [InlineData("""{"choices":[{"message":{"content":"hi"},"finish_reason":"eos"}],"created":1772611200.5}""", "stop")]
    [InlineData("""{"choices":[{"message":{"role":"assistant","content":[{"type":"text","text":"hi"}],"tool_calls":null},"finish_reason":"length"}],"usage":null}""", "length")]
    public async Task Answer_SpokenLoosely_IsRead(string body, string finish)
    {
        Server.Answer(body);
        using var registry = Registry("compatible/m");

        var response = await AskAsync(registry);

        response.Text.ShouldBe("hi");
        response.FinishReason!.Value.Value.ShouldBe(finish);
        registry.SuiteBudget.Spent.Tokens.ShouldBeGreaterThan(8000, "usage that is not told counts as estimated");
    }

    [Theory]
    [InlineData("""{"function":{"name":"click","arguments":{"label":"Buy","count":2}}}""", "call_1")]
    [InlineData("""{"id":"","type":"function","function":{"name":"click","arguments":"{\"label\":\"Buy\",\"count\":2}"}}""", "call_1")]
    [InlineData("""{"id":"x9","type":"function","function":{"name":"click","arguments":{"label":"Buy","count":2}}}""", "x9")]
    public async Task ToolCall_SpokenLoosely_IsRead(string call, string id)
    {
        Server.Answer($$$"""{"choices":[{"message":{"role":"assistant","tool_calls":[{{{call}}}]},"finish_reason":"stop_sequence"}]}""");
        using var registry = Registry("compatible/m");
        List<AITool> tools = [AIFunctionFactory.CreateDeclaration("click", "Clicks.", Schema)];

        var response = await AskAsync(registry, options: new() { Tools = tools });

        var read = ToolCall.Of(response, tools).Single();
        read.Problem.ShouldBeNull();
        read.Id.ShouldBe(id);
        read.Arguments.GetRawText().ShouldBe("""{"label":"Buy","count":2}""");
        response.FinishReason.ShouldBe(ChatFinishReason.ToolCalls);
    }

    [Fact]
    public async Task Answer_ThatTheServiceBrokeOff_IsTriedAgain()
    {
        Server.Answer("""{"choices":[{"message":{"role":"assistant","content":"ha"},"finish_reason":"error","error":{"code":502,"message":"upstream"}}]}""").Answer(OpenAITests.Text("whole"));
        using var registry = Registry("openrouter/a/b", retries: 1);

        (await AskAsync(registry)).Text.ShouldBe("whole");
    }

    [Fact]
    public async Task Groq_FormAndTools_AreNotAskedForTogether()
    {
        Server.Answer(OpenAITests.Text("{}"));
        using var registry = Registry("groq/openai/gpt-oss-120b");

        await AskAsync(registry, options: new() { ResponseFormat = ChatResponseFormat.ForJsonSchema(Schema, "Sight"), Tools = [AIFunctionFactory.CreateDeclaration("click", "Clicks.", Schema)] });

        Server.Requests.Single().Body.ShouldNotContain("response_format");
        Server.Requests.Single().Body.ShouldContain("It must fit this JSON Schema:");
    }

    [Fact]
    public async Task NobodyThere_IsSaidWithTheAddress()
    {
        // Nothing listens on port 1; a port that was just freed may be another test's by now.
        var settings = new ModelSettings { Model = "ollama/llava", Addresses = new Dictionary<string, string> { ["ollama"] = "http://127.0.0.1:1/v1" }, Retries = 0, SpendingFile = "" };
        using var registry = new ModelConfiguration(settings, _ => null).CreateRegistry();

        var failure = await Should.ThrowAsync<ModelException>(() => AskAsync(registry));

        failure.Failure.ShouldBe(ModelFailure.Unavailable);
        failure.Message.ShouldContain("ollama at http://127.0.0.1:1 cannot be reached");
    }
}
