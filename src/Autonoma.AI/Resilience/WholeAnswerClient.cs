using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Resilience;

/// <summary>
/// A decorator whose stream is its whole answer, handed out at once: what a budget, a retry or a timeout promises must hold however one asks,
/// and nobody here watches a model type.
/// </summary>
/// <param name="inner">What answers.</param>
public abstract class WholeAnswerClient(IChatClient inner) : DelegatingChatClient(inner)
{
    /// <inheritdoc/>
    public abstract override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    public sealed override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false)).ToChatResponseUpdates())
            yield return update;
    }
}
