using System.Collections.Concurrent;
using System.Security.Cryptography;
using Shop.Tenants;

namespace Shop.Sessions;

/// <summary>All sessions, in memory. The oldest go when there are too many.</summary>
internal sealed class SessionStore(ShopClock clock, IServiceProvider services)
{
    private const int Kept = 2000;
    private readonly ConcurrentDictionary<string, Session> _sessions = new();
    private readonly ConcurrentQueue<string> _order = new();

    private readonly StoredShops? _stored = services.GetService<StoredShops>();

    /// <summary>A session of the demonstration, else the stored shop with this key.</summary>
    public async ValueTask<Session?> FindAsync(string id) => _sessions.TryGetValue(id, out var session) || _stored is null ? session : await _stored.FindAsync(id);

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

    /// <summary>Writes what changed; null where nothing is stored.</summary>
    public Func<CancellationToken, Task>? Save { get; init; }
}
