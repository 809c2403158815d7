using Autonoma.AI.Failures;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Resilience;

/// <summary>Gives a request only so long.</summary>
/// <param name="inner">What answers.</param>
/// <param name="timeout">How long.</param>
/// <param name="time">The clock.</param>
public sealed class TimeoutChatClient(IChatClient inner, TimeSpan timeout, TimeProvider time) : WholeAnswerClient(inner)
{
    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var deadline = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            // A client that does not look at its token is left behind.
            return await InnerClient.GetResponseAsync(messages, options, either.Token).WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested && e is OperationCanceledException or ModelException { Failure: ModelFailure.Cancelled or ModelFailure.TimedOut })
        {
            throw new ModelException(ModelFailure.TimedOut, $"The model did not answer within {timeout.TotalSeconds:0.#} s. Raise 'modelTimeout', or take a quicker model.", e);
        }
    }
}
