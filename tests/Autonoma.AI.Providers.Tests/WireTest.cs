using System.Text.Json;
using Autonoma.AI.Failures;
using Autonoma.AI.Providers.Configuration;
using Autonoma.AI.Registry;
using Autonoma.TestKit;
using Autonoma.TestKit.Models;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Providers.Tests;

/// <summary>A provider on loopback, asked through the registry with the provider's own library and real HTTP.</summary>
public abstract class WireTest : IAsyncLifetime
{
    /// <summary>A key that must be seen in no message.</summary>
    protected const string Key = "sk-test-0123456789abcdefghij";

    /// <summary>A picture of one pixel.</summary>
    protected const string Pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mP4z8AAAAMBAQD3A0FDAAAAAElFTkSuQmCC";

    /// <summary>A schema with what dialects treat differently: bounds, a default, a pattern, something optional.</summary>
    protected static JsonElement Schema { get; } = JsonDocument.Parse("""{"type":"object","properties":{"label":{"type":"string","pattern":"^B"},"count":{"type":"integer","minimum":0},"note":{"type":["string","null"],"default":null}},"required":["label","count"],"additionalProperties":false}""").RootElement;

    protected ModelServer Server { get; private set; } = null!;

    /// <summary>Waits pass at once.</summary>
    protected SkippingTime Time { get; } = new(new DateTimeOffset(2026, 3, 4, 9, 0, 0, TimeSpan.Zero), TimeSpan.FromSeconds(59));

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Server = await ModelServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected ModelRegistry Registry(string model, int retries = 0, params (string Name, string Value)[] variables)
    {
        var provider = model.Split('/')[0];
        var values = variables.ToDictionary(pair => pair.Name, pair => pair.Value);
        foreach (var name in Provider.All.Single(known => known.Name == provider).KeyVariables.Take(1))
            values.TryAdd(name, Key);
        var path = provider switch { "gemini" => "/v1beta/", "anthropic" => "", "azure" => "", _ => "/v1" };
        return new ModelConfiguration(new() { Model = model, Addresses = new Dictionary<string, string> { [provider] = Server.Url + path }, Retries = retries, SpendingFile = "" }, name => values.GetValueOrDefault(name), Time).CreateRegistry();
    }

    protected static async Task<ChatResponse> AskAsync(ModelRegistry registry, ReasoningLevel reasoning = ReasoningLevel.Low, ChatOptions? options = null, params ChatMessage[] messages)
        => await registry.GetModelFor("test", reasoning).GetResponseAsync(messages.Length > 0 ? messages : [new(ChatRole.User, "Hi")], options, Stop);

    /// <summary>One question that holds everything: system, text, picture, tools, schema.</summary>
    protected static Task<ChatResponse> AskEverythingAsync(ModelRegistry registry) => AskAsync(
        registry,
        ReasoningLevel.Low,
        new() { MaxOutputTokens = 4096, ResponseFormat = ChatResponseFormat.ForJsonSchema(Schema, "Sight"), Tools = [AIFunctionFactory.CreateDeclaration("click", "Clicks.", Schema)] },
        new ChatMessage(ChatRole.System, "You look."),
        new ChatMessage(ChatRole.User, [new TextContent("What?"), new DataContent(Convert.FromBase64String(Pixel), "image/png")]));

    /// <summary>A talk with a call of a tool and its result.</summary>
    protected static ChatMessage[] TalkWithTool(FunctionCallContent call) =>
    [
        new(ChatRole.User, "Buy it"),
        new(ChatRole.Assistant, [call]),
        new(ChatRole.Tool, [new FunctionResultContent(call.CallId, "clicked")]),
        new(ChatRole.User, [new TextContent("Now:"), new DataContent(Convert.FromBase64String(Pixel), "image/png")]),
    ];

    /// <summary>What an answer of the provider becomes when it is a failure.</summary>
    protected async Task<ModelException> FailAsync(string model, int status, string body, params (string Name, string Value)[] headers)
    {
        Server.Answer(body, status, headers);
        using var registry = Registry(model);
        var failure = await Should.ThrowAsync<ModelException>(() => AskAsync(registry));
        failure.Message.ShouldNotContain(Key);
        failure.ToString().ShouldNotContain(Key);
        return failure;
    }
}
