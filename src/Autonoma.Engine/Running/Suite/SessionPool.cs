using Autonoma.Engine.Driving;
using Autonoma.Engine.Suites;

namespace Autonoma.Engine.Running.Suite;

/// <summary>Opens the session of the next test while this one runs, and closes sessions off the critical path.</summary>
internal sealed class SessionPool(IAppSessions sessions, int size) : IAsyncDisposable
{
    private static readonly TimeSpan ClosingTime = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly List<(string Key, Task<IAppDriver> Session)> _spare = [];
    private readonly List<Task> _closing = [];

    /// <summary>A fresh session for a test.</summary>
    public async Task<IAppDriver> TakeAsync(TestCase test, CancellationToken cancellationToken)
    {
        var key = sessions.KeyOf(test);
        Task<IAppDriver>? ready = null;
        lock (_gate)
        {
            var index = _spare.FindIndex(spare => spare.Key == key);
            if (index >= 0)
            {
                ready = _spare[index].Session;
                _spare.RemoveAt(index);
            }
        }

        if (ready is not null)
        {
            try
            {
                return await ready.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (DriverLostException)
            {
                // It was opened in a browser that is gone; a new one is started below.
            }
            catch (OperationCanceledException)
            {
                Return(ready);
                throw;
            }
        }

        return await sessions.OpenAsync(test, SessionLogin.None, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Begins to open a session that the next test will take.</summary>
    public void Warm(TestCase next, CancellationToken cancellationToken)
    {
        var key = sessions.KeyOf(next);
        lock (_gate)
        {
            if (_spare.Count < size)
                _spare.Add((key, Task.Run(() => sessions.OpenAsync(next, SessionLogin.None, cancellationToken), cancellationToken)));
        }
    }

    /// <summary>Closes a session in the background.</summary>
    public void Return(IAppDriver driver) => Return(Task.FromResult(driver));

    private void Return(Task<IAppDriver> session)
    {
        lock (_gate)
        {
            _closing.RemoveAll(task => task.IsCompleted);
            _closing.Add(Task.Run(() => CloseAsync(session)));
        }
    }

    private static async Task CloseAsync(Task<IAppDriver> session)
    {
        try
        {
            var driver = await session.ConfigureAwait(false);
            await driver.DisposeAsync().AsTask().WaitAsync(ClosingTime).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // It is gone or does not answer; the browser's end takes the rest.
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Task[] closing;
        lock (_gate)
        {
            foreach (var (_, session) in _spare)
                _closing.Add(Task.Run(() => CloseAsync(session)));
            _spare.Clear();
            closing = [.. _closing];
        }

        await Task.WhenAll(closing).ConfigureAwait(false);
    }
}
