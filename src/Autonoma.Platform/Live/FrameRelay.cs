using System.Collections.Concurrent;
using Autonoma.Engine.Driving;
using Autonoma.Platform.Work;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Autonoma.Platform.Live;

/// <summary>
/// Brings pictures from the process that runs a test to the one that somebody watches it in, through one row of the database for each watched run. A process
/// that serves a viewer says so every few seconds; only then is anything written, and never more often than a few times a second.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="frames">The pictures of this process.</param>
/// <param name="signals">Tells who watches, and that a picture came.</param>
/// <param name="time">The clock.</param>
public sealed class FrameRelay(NpgsqlDataSource database, FrameHub frames, SignalListener signals, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Interest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(150);

    private readonly ConcurrentDictionary<Guid, long> _wanted = new();
    private readonly ConcurrentDictionary<Guid, int> _watched = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, DateTimeOffset> _newest = [];

    /// <summary>Pictures of a run, wherever it is; disposing ends it.</summary>
    public async Task<FrameView> WatchAsync(Guid organization, Guid run, CancellationToken cancellationToken)
    {
        var view = frames.Watch(run);
        if (frames.Has(run))
            return view;
        _watched.AddOrUpdate(run, 1, (_, count) => count + 1);
        var ended = new CancellationTokenSource();
        _ = AskAsync(organization, run, ended.Token);
        await LoadAsync(run, cancellationToken).ConfigureAwait(false);
        return new(view.Frames, () =>
        {
            ended.Cancel();
            ended.Dispose();
            _watched.AddOrUpdate(run, 0, (_, count) => count - 1);
            _watched.TryRemove(new(run, 0));
            view.Dispose();
            lock (_gate)
            {
                if (_watched.ContainsKey(run))
                    return;
                _newest.Remove(run);
            }

            frames.End(run);
        });
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var subscription = signals.Subscribe(signal =>
        {
            if (signal is { Kind: "watch", RunId: { } wanted } && frames.Has(wanted) && _wanted.AddOrUpdate(wanted, _ => time.GetTimestamp(), (_, _) => time.GetTimestamp()) > 0)
                _ = SendAsync(signal.OrganizationId, wanted, stoppingToken);
            else if (signal is { Kind: "frame", RunId: { } came } && _watched.ContainsKey(came))
                _ = LoadAsync(came, stoppingToken);
            else if (signal is { Kind: "suite", RunId: { } over } && _watched.ContainsKey(over))
                // It has its verdict: no picture comes any more, wherever it was.
                frames.End(over);
        });
        await Task.Delay(Timeout.InfiniteTimeSpan, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private readonly ConcurrentDictionary<Guid, bool> _sending = new();

    // As long as somebody wants it: the newest picture, when it is another one than the last that was sent.
    private async Task SendAsync(Guid organization, Guid run, CancellationToken cancellationToken)
    {
        if (!_sending.TryAdd(run, true))
            return;
        try
        {
            Frame? sent = null;
            using var pace = new PeriodicTimer(Pace, time);
            while (frames.Latest(run) is { } latest && _wanted.TryGetValue(run, out var since) && time.GetElapsedTime(since) < Interest && !cancellationToken.IsCancellationRequested)
            {
                if (!ReferenceEquals(latest, sent))
                    await StoreAsync(organization, run, latest, cancellationToken).ConfigureAwait(false);
                sent = latest;
                // No more often than this, however often it paints.
                await pace.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is NpgsqlException or OperationCanceledException or IOException)
        {
            // Whoever still watches asks again within seconds.
        }
        finally
        {
            _sending.TryRemove(run, out _);
            _wanted.TryRemove(run, out _);
        }
    }

    private async Task StoreAsync(Guid organization, Guid run, Frame frame, CancellationToken cancellationToken)
    {
        var command = database.CreateCommand(
            """
            WITH stored AS (
                INSERT INTO run_frames (run_id, organization_id, at, bytes) SELECT @run, @organization, @at, @bytes WHERE EXISTS (SELECT 1 FROM runs WHERE id = @run AND status = 'Running')
                ON CONFLICT (run_id) DO UPDATE SET at = excluded.at, bytes = excluded.bytes RETURNING run_id
            )
            SELECT pg_notify('autonoma', @payload) FROM stored
            """);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.AddWithValue("run", run);
            command.Parameters.AddWithValue("organization", organization);
            command.Parameters.AddWithValue("at", frame.At.ToUniversalTime());
            command.Parameters.AddWithValue("bytes", frame.Bytes);
            command.Parameters.AddWithValue("payload", new Signal("frame", organization, run).ToPayload());
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task LoadAsync(Guid run, CancellationToken cancellationToken)
    {
        try
        {
            var command = database.CreateCommand("SELECT bytes, at FROM run_frames WHERE run_id = @run");
            await using (command.ConfigureAwait(false))
            {
                command.Parameters.AddWithValue("run", run);
                var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                {
                    if (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                        Publish(run, new(reader.GetFieldValue<byte[]>(0), reader.GetFieldValue<DateTimeOffset>(1)));
                }
            }
        }
        catch (Exception e) when (e is NpgsqlException or OperationCanceledException or IOException)
        {
            // The next picture is as good.
        }
    }

    // Two signals that come close together find the same picture, and what one of them read may be overtaken by the other.
    private void Publish(Guid run, Frame frame)
    {
        lock (_gate)
        {
            if (!_watched.ContainsKey(run) || _newest.TryGetValue(run, out var shown) && frame.At <= shown)
                return;
            _newest[run] = frame.At;
            frames.Publish(run, frame, isRelayed: true);
        }
    }

    private async Task AskAsync(Guid organization, Guid run, CancellationToken cancellationToken)
    {
        // A cadence: interest that nobody repeats ends, so that a process that died makes no other one send pictures.
        using var timer = new PeriodicTimer(Interest / 3, time);
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                var command = database.CreateCommand("SELECT pg_notify('autonoma', @payload)");
                await using (command.ConfigureAwait(false))
                {
                    command.Parameters.AddWithValue("payload", new Signal("watch", organization, run).ToPayload());
                    await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
                }

                await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception e) when (e is NpgsqlException or IOException or ObjectDisposedException)
            {
                await signals.BackAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
