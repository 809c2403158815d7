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

    // A notification is only a hint: what one has missed is found by looking.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Guid, Tail> _tails = new();
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
            // What was before this process began to watch is read for this viewer alone.
            while (!tail.Reaches(seen))
            {
                var earlier = await LoadAsync(run, seen, cancellationToken).ConfigureAwait(false);
                if (earlier.Count == 0)
                {
                    if (tail.TryStartAt(seen))
                        break;
                    // There is more, as others have seen it, and it could not be read just now.
                    await signals.BackAsync(cancellationToken).ConfigureAwait(false);
                    continue;
                }

                foreach (var happened in earlier)
                {
                    yield return happened;
                    seen = happened.Sequence;
                    if (happened.IsLast)
                        yield break;
                }

                tail.TryStartAt(seen);
            }

            while (true)
            {
                var pulse = tail.Pulse;
                var fresh = tail.After(seen);
                foreach (var happened in fresh)
                {
                    yield return happened;
                    seen = happened.Sequence;
                    if (happened.IsLast)
                        yield break;
                }

                if (fresh.Count > 0)
                    await Task.Delay(TimeSpan.FromSeconds(fresh.Count * Volatile.Read(ref _viewers) / EventsPerSecond), time, cancellationToken).ConfigureAwait(false);
                if (await tail.LoadAsync(seen, token => LoadAsync(run, tail.Last(seen), token), cancellationToken).ConfigureAwait(false))
                    continue;
                try
                {
                    await pulse.WaitAsync(Look, time, cancellationToken).ConfigureAwait(false);
                }
                catch (TimeoutException)
                {
                    tail.Suspect();
                }
            }
        }
        finally
        {
            Interlocked.Decrement(ref _viewers);
            Give(run, tail);
        }
    }

    private Tail Take(Guid run)
    {
        while (true)
        {
            var tail = _tails.GetOrAdd(run, id => new(id, signals));
            if (tail.TryTake())
                return tail;
            _tails.TryRemove(new(run, tail));
        }
    }

    private void Give(Guid run, Tail tail)
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

    /// <summary>What was read of one run by all who watch it here.</summary>
    private sealed class Tail : IDisposable
    {
        private readonly Lock _gate = new();
        private readonly SemaphoreSlim _loading = new(1);
        private readonly List<LiveEvent> _events = [];
        private readonly IDisposable _subscription;
        private TaskCompletionSource _pulse = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private long _start = -1;
        private int _viewers;
        private bool _closed;
        private int _stale = 1;

        public Tail(Guid run, SignalListener signals) => _subscription = signals.Subscribe(signal =>
        {
            if (signal.Kind == "missed" || (signal.Kind == "run" && signal.RunId == run))
            {
                Interlocked.Exchange(ref _stale, 1);
                Wake();
            }
        });

        public Task Pulse
        {
            get { lock (_gate) return _pulse.Task; }
        }

        public bool TryTake()
        {
            lock (_gate)
            {
                if (_closed)
                    return false;
                _viewers++;
                return true;
            }
        }

        public bool Give()
        {
            lock (_gate)
            {
                if (--_viewers > 0)
                    return false;
                _closed = true;
            }

            Dispose();
            return true;
        }

        public void Dispose()
        {
            _subscription.Dispose();
            _loading.Dispose();
        }

        public void Suspect() => Interlocked.Exchange(ref _stale, 1);

        // Whether everything after this sequence is, or will be, here.
        public bool Reaches(long sequence)
        {
            lock (_gate)
                return _start >= 0 && sequence >= _start;
        }

        // Who comes first says from where on events are kept here.
        public bool TryStartAt(long sequence)
        {
            lock (_gate)
            {
                if (_start < 0)
                    _start = sequence;
                return sequence >= _start;
            }
        }

        public IReadOnlyList<LiveEvent> After(long sequence)
        {
            lock (_gate)
            {
                return sequence - _start >= _events.Count ? [] : _events.GetRange((int)(sequence - _start), (int)(_events.Count - (sequence - _start)));
            }
        }

        public long Last(long otherwise)
        {
            lock (_gate)
                return _start < 0 ? otherwise : _start + _events.Count;
        }

        /// <summary>Reads more when somebody said that there is; of many viewers, one reads.</summary>
        /// <returns>Whether there may be something new.</returns>
        public async Task<bool> LoadAsync(long seen, Func<CancellationToken, Task<List<LiveEvent>>> load, CancellationToken cancellationToken)
        {
            await _loading.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                if (Last(seen) > seen)
                    return true;
                if (Interlocked.Exchange(ref _stale, 0) == 0)
                    return false;
                var fresh = await load(cancellationToken).ConfigureAwait(false);
                if (fresh.Count == 0)
                    return false;
                lock (_gate)
                    _events.AddRange(fresh);
                // There may be another page.
                Interlocked.Exchange(ref _stale, fresh.Count == Page ? 1 : _stale);
                Wake();
                return true;
            }
            finally
            {
                _loading.Release();
            }
        }

        private void Wake()
        {
            TaskCompletionSource done;
            lock (_gate)
                (done, _pulse) = (_pulse, new(TaskCreationOptions.RunContinuationsAsynchronously));
            done.TrySetResult();
        }
    }
}
