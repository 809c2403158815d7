using System.Security.Cryptography;

namespace Autonoma.EnvironmentFactory.Instances;

/// <summary>Remembers instances in this process until they are removed, or their tokens have ended.</summary>
internal sealed class MemoryInstanceStore(TimeProvider time) : IInstanceStore
{
    private readonly ExpiringSet _ids = new(time);
    private readonly Dictionary<string, StoredInstance> _instances = new(StringComparer.Ordinal);
    private readonly object _lock = new();

    public string Memory { get; } = Convert.ToHexString(RandomNumberGenerator.GetBytes(8)).ToLowerInvariant();

    public ValueTask<bool> TryBeginAsync(string instanceId, DateTimeOffset forgetAt, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            foreach (var ended in _ids.RemoveEnded())
                _instances.Remove(ended);
            if (!_ids.TryAdd(instanceId, forgetAt))
                return new(false);
            _instances[instanceId] = new(null);
            return new(true);
        }
    }

    public ValueTask KeepAsync(string instanceId, string token, CancellationToken cancellationToken)
    {
        lock (_lock)
            _instances[instanceId] = new(token);
        return default;
    }

    public ValueTask<StoredInstance?> FindAsync(string instanceId, CancellationToken cancellationToken)
    {
        lock (_lock)
            return new(_instances.GetValueOrDefault(instanceId));
    }

    public ValueTask ForgetAsync(string instanceId, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _ids.Remove(instanceId);
            _instances.Remove(instanceId);
        }

        return default;
    }
}
