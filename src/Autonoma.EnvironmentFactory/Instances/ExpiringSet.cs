namespace Autonoma.EnvironmentFactory.Instances;

/// <summary>Texts, each until a time of its own. Not safe for concurrent use.</summary>
internal sealed class ExpiringSet(TimeProvider time)
{
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private readonly PriorityQueue<string, long> _byEnd = new();

    public bool TryAdd(string text, DateTimeOffset end)
    {
        if (!_texts.Add(text))
            return false;
        _byEnd.Enqueue(text, end.UtcTicks);
        return true;
    }

    public bool Contains(string text) => _texts.Contains(text);

    public void Remove(string text) => _texts.Remove(text);

    /// <summary>Takes out what has ended.</summary>
    public IReadOnlyList<string> RemoveEnded()
    {
        var now = time.GetUtcNow().UtcTicks;
        var ended = new List<string>();
        while (_byEnd.TryPeek(out var oldest, out var end) && end < now)
        {
            _byEnd.Dequeue();
            if (_texts.Remove(oldest))
                ended.Add(oldest);
        }

        return ended;
    }
}
