namespace Autonoma.EnvironmentFactory.Security;

/// <summary>Remembers nonces in this process for as long as their timestamps are good.</summary>
internal sealed class MemoryReplayGuard(TimeProvider time) : IReplayGuard
{
    private readonly object _lock = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly PriorityQueue<string, long> _byEnd = new();

    public ValueTask<bool> TryUseAsync(string nonce, DateTimeOffset forgetAt, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcTicks;
        lock (_lock)
        {
            while (_byEnd.TryPeek(out var oldest, out var end) && end < now)
            {
                _byEnd.Dequeue();
                _seen.Remove(oldest);
            }

            if (!_seen.Add(nonce))
                return new(false);
            _byEnd.Enqueue(nonce, forgetAt.UtcTicks);
            return new(true);
        }
    }
}
