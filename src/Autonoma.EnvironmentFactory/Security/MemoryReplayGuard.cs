using Autonoma.EnvironmentFactory.Instances;

namespace Autonoma.EnvironmentFactory.Security;

/// <summary>Remembers nonces in this process for as long as their timestamps are good.</summary>
internal sealed class MemoryReplayGuard(TimeProvider time) : IReplayGuard
{
    private readonly object _lock = new();
    private readonly ExpiringSet _seen = new(time);

    public ValueTask<bool> TryUseAsync(string nonce, DateTimeOffset forgetAt, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _seen.RemoveEnded();
            return new(_seen.TryAdd(nonce, forgetAt));
        }
    }
}
