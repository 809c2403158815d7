using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Autonoma.TestKit.Models;

/// <summary>What a model was asked.</summary>
/// <param name="Messages">As they were at that moment.</param>
/// <param name="Options">With everything the decorators set.</param>
public sealed record ModelRequest(IReadOnlyList<ChatMessage> Messages, ChatOptions? Options)
{
    /// <summary>All texts, one a line, results of tools included.</summary>
    public string Text => string.Join('\n', Messages.SelectMany(message => message.Contents).Select(content => content switch
    {
        TextContent text => text.Text,
        FunctionResultContent result => result.Result?.ToString() ?? "",
        _ => "",
    }));
}

/// <summary>A model that says what a test wrote down, and remembers what it was asked. A request beyond the script fails the test.</summary>
public sealed class ScriptedChatClient : IChatClient
{
    private readonly ConcurrentQueue<Func<ModelRequest, ChatResponse>> _script = new();
    private readonly ConcurrentQueue<ModelRequest> _requests = new();

    /// <summary>Texts that are said in turn.</summary>
    public ScriptedChatClient(params string[] replies)
    {
        foreach (var reply in replies)
            Say(reply);
    }

    /// <summary>What was asked so far.</summary>
    public IReadOnlyList<ModelRequest> Requests => [.. _requests];

    /// <summary>Whether it was disposed of.</summary>
    public bool IsDisposed { get; private set; }

    /// <summary>Answers every request beyond the script; null to fail the test.</summary>
    public Func<ModelRequest, ChatResponse>? Otherwise { get; init; }

    /// <summary>An answer of text.</summary>
    public static ChatResponse Text(string text, long input = 100, long output = 10) => new(new ChatMessage(ChatRole.Assistant, text))
    {
        FinishReason = ChatFinishReason.Stop,
        Usage = new() { InputTokenCount = input, OutputTokenCount = output, TotalTokenCount = input + output },
    };

    /// <summary>An answer that calls one tool.</summary>
    public static ChatResponse Call(string tool, object arguments, string id = "call-1")
        => new(new ChatMessage(ChatRole.Assistant, [new FunctionCallContent(id, tool, JsonSerializer.SerializeToElement(arguments).EnumerateObject().ToDictionary(argument => argument.Name, object? (argument) => argument.Value.Clone()))]))
        {
            FinishReason = ChatFinishReason.ToolCalls,
            Usage = new() { InputTokenCount = 100, OutputTokenCount = 10, TotalTokenCount = 110 },
        };

    /// <summary>Adds a text.</summary>
    public ScriptedChatClient Say(string reply) => Say(_ => Text(reply));

    /// <summary>Adds an answer, which may look at the request, or throw.</summary>
    public ScriptedChatClient Say(Func<ModelRequest, ChatResponse> reply)
    {
        _script.Enqueue(reply);
        return this;
    }

    /// <summary>Adds a failure.</summary>
    public ScriptedChatClient Fail(Exception failure) => Say(_ => throw failure);

    /// <inheritdoc/>
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var request = new ModelRequest([.. messages], options);
        _requests.Enqueue(request);
        var reply = _script.TryDequeue(out var next) ? next : Otherwise ?? throw new InvalidOperationException($"The script has no answer {_requests.Count}. Asked was: {request.Text}");
        try
        {
            return Task.FromResult(reply(request));
        }
        catch (Exception e)
        {
            return Task.FromException<ChatResponse>(e);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
            yield return update;
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    /// <inheritdoc/>
    public void Dispose() => IsDisposed = true;
}
