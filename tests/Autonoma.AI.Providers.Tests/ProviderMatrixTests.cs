using System.Text.Json;
using Autonoma.AI.Failures;
using Autonoma.AI.Providers.Configuration;
using Autonoma.AI.Tools;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Providers.Tests;

/// <summary>
/// Every provider against everything that goes wrong on the way, and with everything that can be sent at once. What is special to one of them is in the tests of that provider,
/// where the shapes are cited; a provider that is added is in these tests by itself.
/// </summary>
public sealed class ProviderMatrixTests : WireTest
{
    private static readonly (int Status, ModelFailure Failure)[] Statuses =
    [
        (400, ModelFailure.BadRequest), (401, ModelFailure.Unauthorized), (408, ModelFailure.TimedOut), (429, ModelFailure.RateLimited),
        (500, ModelFailure.Unavailable), (502, ModelFailure.Unavailable), (503, ModelFailure.Unavailable), (504, ModelFailure.TimedOut),
    ];

    public static TheoryData<string> Models => [.. Provider.All.Select(provider => provider.Example)];

    public static TheoryData<string, int, ModelFailure> Failures
    {
        get
        {
            var data = new TheoryData<string, int, ModelFailure>();
            foreach (var provider in Provider.All)
            {
                foreach (var (status, failure) in Statuses)
                    data.Add(provider.Example, status, failure);
            }

            return data;
        }
    }

    private static Shape Of(string model) => model.Split('/')[0] switch { "gemini" => Shape.Gemini, "anthropic" => Shape.Anthropic, _ => Shape.OpenAI };

    private static string Answer(string model, string content, bool calls = false, bool refuses = false) => Of(model) switch
    {
        Shape.Gemini => $$$"""{"candidates":[{"content":{"parts":[{{{content}}}],"role":"model"},"finishReason":"{{{(refuses ? "SAFETY" : "STOP")}}}","index":0}],"usageMetadata":{"promptTokenCount":40,"candidatesTokenCount":6,"totalTokenCount":46}}""",
        Shape.Anthropic => $$$"""{"id":"msg_01","type":"message","role":"assistant","model":"m","content":[{{{content}}}],"stop_reason":"{{{(refuses ? "refusal" : calls ? "tool_use" : "end_turn")}}}","stop_sequence":null,"usage":{"input_tokens":40,"output_tokens":6}}""",
        _ => $$$"""{"id":"chatcmpl-1","object":"chat.completion","created":1772611200,"model":"m","choices":[{"index":0,"message":{"role":"assistant",{{{content}}}},"finish_reason":"{{{(refuses ? "content_filter" : calls ? "tool_calls" : "stop")}}}"}],"usage":{"prompt_tokens":40,"completion_tokens":6,"total_tokens":46}}""",
    };

    private static string Text(string model, string text, bool refuses = false)
        => Answer(model, Of(model) == Shape.OpenAI ? $"\"content\":{JsonSerializer.Serialize(text)}" : $$"""{{{(Of(model) == Shape.Anthropic ? "\"type\":\"text\"," : "")}}"text":{{JsonSerializer.Serialize(text)}}}""", refuses: refuses);

    private static string Call(string model, string arguments) => Answer(model, Of(model) switch
    {
        Shape.Gemini => $$$"""{"functionCall":{"name":"click","args":{{{arguments}}}}}""",
        Shape.Anthropic => $$$"""{"type":"tool_use","id":"t1","name":"click","input":{{{arguments}}}}""",
        _ => $$$"""{"content":null,"tool_calls":[{"id":"t1","type":"function","function":{"name":"click","arguments":{{{JsonSerializer.Serialize(arguments)}}}}}]""".TrimStart('{'),
    }, calls: true);

    private static string Error(string model, int status) => Of(model) switch
    {
        Shape.Gemini => $$$"""{"error":{"code":{{{status}}},"message":"something went wrong","status":"X"}}""",
        Shape.Anthropic => """{"type":"error","error":{"type":"some_error","message":"something went wrong"}}""",
        _ => """{"error":{"message":"something went wrong","type":"some_error","param":null,"code":null}}""",
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Failure_IsTold_WithTheProvidersWordsOrWithoutAny(string model, int status, ModelFailure expected)
    {
        var told = await FailAsync(model, status, Error(model, status), ("Retry-After", "9"));
        told.Failure.ShouldBe(expected);
        told.Status.ShouldBe(status);
        told.RetryAfter.ShouldBe(TimeSpan.FromSeconds(9));
        told.Message.ShouldContain(model.Split('/')[0]);

        (await FailAsync(model, status, "<html><body>proxy error</body></html>")).Failure.ShouldBe(expected);
        (await FailAsync(model, status, "")).Failure.ShouldBe(expected);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Answer_ThatIsCutOff_IsTriedAgain_AndThenSaidAsSuch(string model)
    {
        var whole = Text(model, "ready");
        foreach (var length in new[] { 0, 1, whole.Length / 2, whole.Length - 1 })
        {
            var before = Server.Requests.Count;
            Server.Answer(whole[..length]).Answer(whole[..length]);
            using var registry = Registry(model, retries: 1);

            (await Should.ThrowAsync<ModelException>(() => AskAsync(registry))).Failure.ShouldBe(ModelFailure.BadReply, $"the first {length} characters");

            Server.Requests.Count.ShouldBe(before + 2);
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Connection_ThatBreaks_IsAnOutage(string model)
    {
        Server.Break(Text(model, "ready")[..20]);
        using var registry = Registry(model);

        (await Should.ThrowAsync<ModelException>(() => AskAsync(registry))).Failure.ShouldBe(ModelFailure.Unavailable);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Answer_WithNothingInIt_IsNoAnswer(string model)
    {
        var nothing = Of(model) switch
        {
            Shape.Gemini => """{"candidates":[],"usageMetadata":{"promptTokenCount":4}}""",
            Shape.Anthropic => """{"id":"msg_01","type":"message","role":"assistant","model":"m"}""",
            _ => """{"id":"c","object":"chat.completion","created":1772611200,"model":"m","choices":[],"usage":{"prompt_tokens":4,"completion_tokens":0,"total_tokens":4}}""",
        };
        Server.Answer(nothing).Answer(Text(model, "ready"));
        using var registry = Registry(model, retries: 1);

        (await AskAsync(registry)).Text.ShouldBe("ready");
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Refusal_IsNeverAnAnswer(string model)
    {
        Server.Answer(Text(model, "", refuses: true));
        using var registry = Registry(model);

        (await AskAsync(registry)).FinishReason.ShouldBe(ChatFinishReason.ContentFilter);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task ToolCall_IsRead_AndABrokenOneIsACallWithAProblem(string model)
    {
        Server.Answer(Call(model, """{"label":"Buy","count":2}""")).Answer(Call(model, Of(model) == Shape.OpenAI ? "{\"label\":" : "\"label=Buy\""));
        using var registry = Registry(model);
        List<AITool> tools = [AIFunctionFactory.CreateDeclaration("click", "Clicks.", Schema)];

        var good = ToolCall.Of(await AskAsync(registry, options: new() { Tools = tools }), tools).Single();
        var broken = ToolCall.Of(await AskAsync(registry, options: new() { Tools = tools }), tools).Single();

        good.Problem.ShouldBeNull();
        good.Arguments.GetRawText().ShouldBe("""{"label":"Buy","count":2}""");
        broken.Problem!.ShouldStartWith("The arguments are no JSON object");
    }

    private const string Strict = """{"type":"object","properties":{"label":{"type":"string","pattern":"^B"},"count":{"type":"integer","minimum":0},"note":{"type":["string","null"],"description":"Default value: null"}},"required":["label","count","note"],"additionalProperties":false},"strict":true""";
    private const string Loose = """{"type":"object","properties":{"label":{"type":"string","pattern":"^B"},"count":{"type":"integer","minimum":0},"note":{"type":["string","null"],"default":null}},"required":["label","count"],"additionalProperties":false}""";

    // OpenAI, Gemini and Anthropic: in their own tests.
    [Theory]
    [InlineData("groq/meta-llama/llama-4-scout-17b-16e-instruct", null, ",\"max_completion_tokens\":4096", "")]
    [InlineData("openrouter/mistralai/ministral-8b-2512", Strict, "", ",\"max_tokens\":4096,\"reasoning\":{\"effort\":\"low\"}")]
    [InlineData("azure/my-deployment", Strict, ",\"max_completion_tokens\":4096", "")]
    [InlineData("ollama/qwen3-vl", Loose, "", ",\"max_tokens\":4096,\"reasoning_effort\":\"low\"")]
    [InlineData("compatible/my-model", Loose, "", ",\"max_tokens\":4096")]
    public async Task Request_WithPictureToolsAndForm_ByteForByte(string model, string? form, string length, string rest)
    {
        Server.Answer(Text(model, "ready"));
        using var registry = Registry(model);

        (await AskEverythingAsync(registry)).Text.ShouldBe("ready");

        // Where a form cannot be asked for together with tools, it is told in words.
        var told = form is null ? """{"role":"system","content":"When you are done with tools, answer with one JSON object and nothing else. It must fit this JSON Schema:\n""" + Loose.Replace("\"", "\\\"", StringComparison.Ordinal) + "\"}," : "";
        var asked = form is null ? "" : $$$""","response_format":{"type":"json_schema","json_schema":{"name":"Sight","schema":{{{form}}}}}""";
        Server.Requests.Single().Body.ShouldBe(
            """{"temperature":0,"messages":[""" + told + """{"role":"system","content":"You look."},{"role":"user","content":[{"type":"text","text":"What?"},{"type":"image_url","image_url":{"url":"data:image/png;base64,""" + Pixel + "\"}}]}"
            + $$$"""],"model":"{{{model[(model.IndexOf('/', StringComparison.Ordinal) + 1)..]}}}"{{{length}}}{{{asked}}},"tools":[{"type":"function","function":{"description":"Clicks.","name":"click","parameters":{{{Loose}}}}}]{{{rest}}}}""");
    }

    private enum Shape
    {
        OpenAI,
        Gemini,
        Anthropic,
    }
}
