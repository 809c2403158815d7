using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;
using Autonoma.AI.Failures;
using Autonoma.AI.Providers.Connecting;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
using ChatFinishReason = Microsoft.Extensions.AI.ChatFinishReason;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace Autonoma.AI.Providers.ChatCompletions;

/// <summary>A model behind OpenAI's chat completions, or behind a service that speaks them, through OpenAI's own library.</summary>
internal sealed class ChatCompletionsClient : ProviderClient
{
    private readonly ChatDialect _dialect;
    private readonly ChatClient _client;

    /// <param name="connection">Where and with what key.</param>
    /// <param name="model">The service's name of the model.</param>
    /// <param name="dialect">What is different there.</param>
    /// <param name="keyHeader">The header that the key goes into; null for Authorization.</param>
    public ChatCompletionsClient(ProviderConnection connection, string model, ChatDialect dialect, string? keyHeader = null) : base(connection, model, AnswerMending.Mend)
    {
        _dialect = dialect;
        var options = new OpenAIClientOptions
        {
            Endpoint = connection.Address,
            Transport = new HttpClientPipelineTransport(Http),
            RetryPolicy = new ClientRetryPolicy(0), // retries, budgets and time limits are ours
            NetworkTimeout = Timeout.InfiniteTimeSpan,
        };
#pragma warning disable OPENAI001 // a client without a key, or with it in another header: experimental in the library only
        _client = (connection.Key, keyHeader) switch
        {
            (null, _) => new(model, new NoAuthentication(), options),
            ({ } key, null) => new(model, new ApiKeyCredential(key.Reveal()), options),
            ({ } key, { } header) => new(model, ApiKeyAuthenticationPolicy.CreateHeaderApiKeyPolicy(new ApiKeyCredential(key.Reveal()), header), options),
        };
#pragma warning restore OPENAI001
    }

    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var request = ChatRequest.Messages(messages, options, _dialect);
        var asked = ChatRequest.Options(options, _dialect, Model);
        return await ProviderCall.RunAsync(Connection, Model, async () => Read(await _client.CompleteChatAsync(request, asked, cancellationToken).ConfigureAwait(false)), cancellationToken).ConfigureAwait(false);
    }

    private ChatResponse Read(ChatCompletion completion)
    {
        if (completion.Refusal is { Length: > 0 } refusal)
            throw new ModelException(ModelFailure.Refused, $"The model '{Model}' refuses: {refusal}") { Status = 200 };
        var contents = new List<AIContent>();
        foreach (var part in completion.Content.Where(part => part.Kind == ChatMessageContentPartKind.Text))
            contents.Add(new TextContent(part.Text));
        foreach (var call in completion.ToolCalls)
            contents.Add(FunctionCallContent.CreateFromParsedArguments(call.FunctionArguments.ToString(), call.Id, call.FunctionName, Arguments));
        var usage = completion.Usage;
        return new(new ChatMessage(ChatRole.Assistant, contents) { MessageId = completion.Id })
        {
            ResponseId = completion.Id,
            ModelId = completion.Model,
            CreatedAt = completion.CreatedAt,
            FinishReason = completion.FinishReason switch
            {
                OpenAI.Chat.ChatFinishReason.Stop => ChatFinishReason.Stop,
                OpenAI.Chat.ChatFinishReason.Length => ChatFinishReason.Length,
                OpenAI.Chat.ChatFinishReason.ContentFilter => ChatFinishReason.ContentFilter,
                OpenAI.Chat.ChatFinishReason.ToolCalls or OpenAI.Chat.ChatFinishReason.FunctionCall => ChatFinishReason.ToolCalls,
                var other => new ChatFinishReason(other.ToString()),
            },
            Usage = usage is null ? null : new()
            {
                InputTokenCount = usage.InputTokenCount,
                OutputTokenCount = usage.OutputTokenCount,
                TotalTokenCount = usage.TotalTokenCount,
                CachedInputTokenCount = usage.InputTokenDetails?.CachedTokenCount,
                ReasoningTokenCount = usage.OutputTokenDetails?.ReasoningTokenCount,
            },
        };
    }

    // Some services send "" for no arguments.
    private static Dictionary<string, object?>? Arguments(string text)
        => string.IsNullOrWhiteSpace(text) ? [] : JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(text)?.ToDictionary(argument => argument.Key, object? (argument) => argument.Value, StringComparer.Ordinal);

    private sealed class NoAuthentication : AuthenticationPolicy
    {
        public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex) => ProcessNext(message, pipeline, currentIndex);

        public override ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex) => ProcessNextAsync(message, pipeline, currentIndex);
    }
}
