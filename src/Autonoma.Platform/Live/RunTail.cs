using Autonoma.Platform.Work;

namespace Autonoma.Platform.Live;

/// <summary>What is read of one run for all who watch it here, by one reader, from where the first of them needs it.</summary>
internal sealed class RunTail(Guid run, SignalListener signals, TimeProvider time, Func<Guid, long, CancellationToken, Task<List<LiveEvent>>> load) : IDisposable
{
    // A notification is only a hint: what one has missed is found by looking.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly List<LiveEvent> _events = [];
    private readonly CancellationTokenSource _closing = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IDisposable? _subscription;
    private long _start = -1;
    private int _viewers;
    private bool _closed;

    /// <summary>Completes with the next event that is read from now on; fails when none can be read any more.</summary>
    public Task More
    {
        get { lock (_gate) return _more.Task; }
    }

    /// <summary>Completes when the last event was read.</summary>
    public Task Ended => _ended.Task;

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
        _subscription?.Dispose();
        _closing.Cancel();
        _closing.Dispose();
    }

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
            if (_start >= 0)
                return sequence >= _start;
            _start = sequence;
        }

        // Before the first look, so that nothing comes between the two.
        _subscription = signals.Subscribe(signal =>
        {
            if (signal.Kind == "missed" || (signal.Kind == "run" && signal.RunId == run))
                Beat(ref _news).TrySetResult();
        });
        _ = ReadAsync(sequence, _closing.Token);
        return true;
    }

    public IReadOnlyList<LiveEvent> After(long sequence)
    {
        lock (_gate)
            return sequence - _start >= _events.Count ? [] : _events.GetRange((int)(sequence - _start), (int)(_events.Count - (sequence - _start)));
    }

    private async Task ReadAsync(long last, CancellationToken closed)
    {
        try
        {
            while (true)
            {
                Task news;
                lock (_gate)
                    news = _news.Task;
                var fresh = await load(run, last, closed).ConfigureAwait(false);
                if (fresh.Count == 0)
                {
                    await news.WaitAsync(Look, time, closed).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                    closed.ThrowIfCancellationRequested();
                    continue;
                }

                last = fresh[^1].Sequence;
                lock (_gate)
                    _events.AddRange(fresh);
                Beat(ref _more).TrySetResult();
                if (!fresh[^1].IsLast)
                    continue;
                _ended.TrySetResult();
                return;
            }
        }
        catch (OperationCanceledException) when (closed.IsCancellationRequested)
        {
            // Nobody watches any more.
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Whoever waits is told, and their next wait fails too.
            lock (_gate)
                _more.TrySetException(e);
        }
    }

    private TaskCompletionSource Beat(ref TaskCompletionSource pulse)
    {
        lock (_gate)
        {
            var done = pulse;
            pulse = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return done;
        }
    }
}
