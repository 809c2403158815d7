using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Autonoma.Platform.Work;

/// <summary>Listens to <see cref="Signal"/>s on a connection of its own, and connects again when that breaks.</summary>
public sealed partial class SignalListener(NpgsqlDataSource database, TimeProvider time, ILogger<SignalListener> logger) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(500);

    // A connection that was cut without a word shows only when something is sent over it.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<Guid, Action<Signal>> _listeners = new();

    /// <summary>Tells a listener of every signal, and of <see cref="Signal.Missed"/> after each break. It must return quickly.</summary>
    /// <returns>Ends it when disposed.</returns>
    public IDisposable Subscribe(Action<Signal> listener)
    {
        var id = Guid.NewGuid();
        _listeners[id] = listener;
        return new Subscription(() => _listeners.TryRemove(id, out _));
    }

    /// <summary>
    /// Waits until the database may be asked again: the connection that listens is made anew as soon as it is back. At the latest after a moment, as what was wrong may
    /// have been another connection alone. Throws nothing.
    /// </summary>
    public async Task BackAsync(CancellationToken cancellationToken)
    {
        var back = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var subscription = Subscribe(signal =>
        {
            if (signal.Kind == Signal.Missed.Kind)
                back.TrySetResult();
        });
        await back.Task.WaitAsync(Moment, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>The same for the journal of environments, which is written while its caller stands still.</summary>
    public void Back()
    {
        var back = new TaskCompletionSource();
        using var subscription = Subscribe(signal =>
        {
            if (signal.Kind == Signal.Missed.Kind)
                back.TrySetResult();
        });
        back.Task.Wait(Moment);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is NpgsqlException or System.Net.Sockets.SocketException or IOException or TimeoutException or InvalidOperationException)
            {
                Broken(logger, e.Message);
                await Task.Delay(Again, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        var connection = await database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            connection.Notification += (_, notification) =>
            {
                if (Signal.FromPayload(notification.Payload) is { } signal)
                    Tell(signal);
            };
            var listen = new NpgsqlCommand($"LISTEN {Signal.Channel}", connection);
            await using (listen.ConfigureAwait(false))
                await listen.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            Tell(Signal.Missed);
            while (true)
            {
                if (await connection.WaitAsync(Silence, cancellationToken).ConfigureAwait(false))
                    continue;
                var ping = new NpgsqlCommand("SELECT 1", connection);
                await using (ping.ConfigureAwait(false))
                    await ping.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private void Tell(Signal signal)
    {
        foreach (var listener in _listeners.Values)
            listener(signal);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Notifications of PostgreSQL broke off and are taken up again: {Reason}")]
    private static partial void Broken(ILogger logger, string reason);

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
