using Autonoma.Engine.Driving;

namespace Autonoma.Planner.Exploring.Working;

/// <summary>Opens the next session while the last one is worked in, and closes sessions in the background: making data and a signed-in session takes longer than most experiments.</summary>
/// <param name="open">Opens a session.</param>
/// <param name="most">How many are kept ready; 0 where sessions share their data, so that no two should be open.</param>
internal sealed class SessionsAhead(Func<CancellationToken, Task<ExploreSession>> open, int most)
{
    private readonly Lock _gate = new();
    private readonly Queue<Task<ExploreSession>> _ready = new();
    private readonly List<Task> _closing = [];

    /// <summary>A session that nobody has worked in.</summary>
    public async Task<ExploreSession> TakeAsync(CancellationToken cancellationToken)
    {
        Task<ExploreSession>? ready;
        lock (_gate)
        {
            _ready.TryDequeue(out ready);
            while (_ready.Count < most)
                _ready.Enqueue(Task.Run(() => open(cancellationToken), cancellationToken));
        }

        if (ready is not null)
        {
            var session = await ready.ConfigureAwait(false);
            if (session.Driver.Application.Loss is null)
                return session;
            await CloseAsync(session).ConfigureAwait(false);
        }

        return await open(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Closes a session; at once where no two may be open.</summary>
    public async ValueTask CloseAsync(ExploreSession session)
    {
        if (most == 0)
        {
            await session.DisposeAsync().ConfigureAwait(false);
            return;
        }

        lock (_gate)
        {
            _closing.RemoveAll(task => task.IsCompletedSuccessfully);
            _closing.Add(Task.Run(() => session.DisposeAsync().AsTask()));
        }
    }

    /// <summary>Closes what is open. What could not be closed is thrown once all were tried.</summary>
    public async Task CloseAllAsync()
    {
        foreach (var ready in _ready)
        {
            try
            {
                await CloseAsync(await ready.ConfigureAwait(false)).ConfigureAwait(false);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // It was never open; whoever asks for the next one is told why.
            }
        }

        _ready.Clear();
        await Task.WhenAll(_closing).ConfigureAwait(false);
    }
}
