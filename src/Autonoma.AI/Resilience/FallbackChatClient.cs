using Autonoma.AI.Failures;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Resilience;

/// <summary>When a provider was last found out. Shared by all clients of a model, so that one finds out for all.</summary>
/// <param name="time">The clock.</param>
/// <param name="rest">How long it is not asked again.</param>
public sealed class Outage(TimeProvider time, TimeSpan rest)
{
    private long _until;

    /// <summary>Whether it is out, as far as is known.</summary>
    public bool IsOut => time.GetUtcNow().UtcTicks < Volatile.Read(ref _until);

    /// <summary>It was found out.</summary>
    public void Begin() => Volatile.Write(ref _until, time.GetUtcNow().Add(rest).UtcTicks);
}

/// <summary>Asks a second model when the first is out: no connection, 5xx, too many requests, no answer in time, no credit; after its retries. A wrong key or a request it does not take is said instead.</summary>
/// <param name="first">Asked first.</param>
/// <param name="second">Makes the one asked in its place.</param>
/// <param name="outage">For how long the first is spared after it was found out.</param>
/// <param name="falling">Is told when the second is asked: why.</param>
public sealed class FallbackChatClient(IChatClient first, Func<IChatClient> second, Outage outage, Action<ModelException?>? falling = null) : WholeAnswerClient(first)
{
    private readonly Lazy<IChatClient> _second = new(second);

    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var read = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        ModelException? why = null;
        if (!outage.IsOut)
        {
            try
            {
                return await InnerClient.GetResponseAsync(read, options, cancellationToken).ConfigureAwait(false);
            }
            catch (ModelException e) when (e.IsOutage)
            {
                outage.Begin();
                why = e;
            }
        }

        falling?.Invoke(why);
        return await _second.Value.GetResponseAsync(read, options, cancellationToken).ConfigureAwait(false);
    }
}
