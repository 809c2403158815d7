using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Autonoma.Platform.Work;
using Npgsql;

namespace Autonoma.Platform.Live;

/// <summary>
/// The events of runs, each once and in order, from any sequence on. However many watch a run in this process, it is read from the database once.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="signals">Tells that there is more.</param>
/// <param name="time">The clock.</param>
public sealed class RunFeed(NpgsqlDataSource database, SignalListener signals, TimeProvider time)
{
    private const int Page = 500;

    // What telling a crowd may cost this process, which may be carrying out the run that they watch: a few see each event at once, two hundred see it a little later.
    private const double EventsPerSecond = 2000;

    private readonly ConcurrentDictionary<Guid, RunTail> _tails = new();
    private int _viewers;

    /// <summary>Whether an organization has such a run.</summary>
    public async Task<bool> HasAsync(Guid organization, Guid run, CancellationToken cancellationToken)
    {
        var command = database.CreateCommand("SELECT 1 FROM runs WHERE id = @run AND organization_id = @organization");
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.AddWithValue("run", run);
            command.Parameters.AddWithValue("organization", organization);
            return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is not null;
        }
    }

    /// <summary>What happened after a sequence, then what happens, until the run has ended. The caller has seen to it that the run may be seen.</summary>
    public async IAsyncEnumerable<LiveEvent> WatchAsync(Guid run, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var tail = Take(run);
        Interlocked.Increment(ref _viewers);
        try
        {
            var seen = Math.Max(0, after);
            var isOver = false;
            // What was before this process began to watch is read for this viewer alone.
            while (!tail.Reaches(seen))
            {
                var earlier = await LoadAsync(run, seen, cancellationToken).ConfigureAwait(false);
                foreach (var happened in earlier)
                {
                    yield return happened;
                    seen = happened.Sequence;
                    if (happened.IsLast)
                        yield break;
                }

                if (earlier.Count > 0)
                {
                    tail.TryStartAt(seen);
                    continue;
                }

                // Nothing more was there after it was over: its end was seen before, or has been removed since.
                if (isOver)
                    yield break;
                isOver = await IsOverAsync(run, cancellationToken).ConfigureAwait(false);
                // There is more, as others have seen it, and it could not be read just now.
                if (!isOver && !tail.TryStartAt(seen))
                    await signals.BackAsync(cancellationToken).ConfigureAwait(false);
            }

            while (true)
            {
                var more = tail.More;
                var fresh = tail.After(seen);
                foreach (var happened in fresh)
                {
                    yield return happened;
                    seen = happened.Sequence;
                    if (happened.IsLast)
                        yield break;
                }

                if (fresh.Count == 0)
                    await more.WaitAsync(cancellationToken).ConfigureAwait(false);
                else
                {
                    // How it ended is told at once: nothing is under way any more that telling it could slow.
                    var pause = TimeSpan.FromSeconds(fresh.Count * Volatile.Read(ref _viewers) / EventsPerSecond);
                    await tail.Ended.WaitAsync(pause, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                    cancellationToken.ThrowIfCancellationRequested();
                }
            }
        }
        finally
        {
            Interlocked.Decrement(ref _viewers);
            Give(run, tail);
        }
    }

    private RunTail Take(Guid run)
    {
        while (true)
        {
            var tail = _tails.GetOrAdd(run, id => new(id, signals, time, LoadAsync));
            if (tail.TryTake())
                return tail;
            _tails.TryRemove(new(run, tail));
        }
    }

    private void Give(Guid run, RunTail tail)
    {
        if (tail.Give())
            _tails.TryRemove(new(run, tail));
    }

    private async Task<List<LiveEvent>> LoadAsync(Guid run, long after, CancellationToken cancellationToken)
    {
        var events = new List<LiveEvent>();
        try
        {
            var command = database.CreateCommand("SELECT sequence, kind, at, data FROM run_events WHERE run_id = @run AND sequence > @after ORDER BY sequence LIMIT @page");
            await using (command.ConfigureAwait(false))
            {
                command.Parameters.AddWithValue("run", run);
                command.Parameters.AddWithValue("after", after);
                command.Parameters.AddWithValue("page", Page);
                var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                {
                    while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                        events.Add(new(reader.GetInt64(0), reader.GetString(1), reader.GetFieldValue<DateTimeOffset>(2), JsonElement.Parse(reader.GetString(3))));
                }
            }
        }
        catch (NpgsqlException) when (!cancellationToken.IsCancellationRequested)
        {
            // The database is away for a moment: what was read so far is in order, the next look goes on there.
        }

        return events;
    }

    private async Task<bool> IsOverAsync(Guid run, CancellationToken cancellationToken)
    {
        try
        {
            var command = database.CreateCommand("SELECT 1 FROM runs WHERE id = @run AND status IN ('Queued', 'Running')");
            await using (command.ConfigureAwait(false))
            {
                command.Parameters.AddWithValue("run", run);
                return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is null;
            }
        }
        catch (NpgsqlException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
