using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Shop.Sessions;

/// <summary>All sessions, in memory. The oldest go when there are too many.</summary>
internal sealed class SessionStore(ShopClock clock)
{
    private const int Kept = 2000;
    private readonly ConcurrentDictionary<string, Session> _sessions = new();
    private readonly ConcurrentQueue<string> _order = new();

    public Session? Find(string id) => _sessions.GetValueOrDefault(id);

    public Session Create()
    {
        var session = new Session(RandomNumberGenerator.GetHexString(32, lowercase: true), new ShopState(clock.Today));
        _sessions[session.Id] = session;
        _order.Enqueue(session.Id);
        while (_order.Count > Kept && _order.TryDequeue(out var oldest)) _sessions.TryRemove(oldest, out _);
        return session;
    }
}

/// <summary>A browser's session: its data and the gate that lets one request in at a time.</summary>
internal sealed record Session(string Id, ShopState State)
{
    public SemaphoreSlim Gate { get; } = new(1, 1);
}
