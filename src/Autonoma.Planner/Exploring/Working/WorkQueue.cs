using System.Runtime.ExceptionServices;

namespace Autonoma.Planner.Exploring.Working;

/// <summary>What is to be done, the most urgent first, by a few at a time; what is done may add more.</summary>
internal sealed class WorkQueue(int workers) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<Func<CancellationToken, Task>, (int Urgency, int Turn)> _waiting = new();
    private readonly SemaphoreSlim _signal = new(0);
    private ExceptionDispatchInfo? _fault;
    private int _turn;
    private int _busy;

    /// <summary>Adds something.</summary>
    /// <param name="urgency">What comes first: 0 before 1. Of equal urgency what was added first.</param>
    /// <param name="work">What is done.</param>
    public void Add(int urgency, Func<CancellationToken, Task> work)
    {
        lock (_gate)
            _waiting.Enqueue(work, (urgency, _turn++));
        _signal.Release();
    }

    /// <inheritdoc/>
    public void Dispose() => _signal.Dispose();

    /// <summary>Does it all; what fails ends it.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (_waiting.Count == 0)
            return;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await Task.WhenAll(Enumerable.Range(0, Math.Max(1, workers)).Select(_ => Task.Run(() => WorkAsync(stop), CancellationToken.None))).ConfigureAwait(false);
        }
        catch (Exception) when (_fault is not null)
        {
            _fault.Throw();
        }
    }

    private async Task WorkAsync(CancellationTokenSource stop)
    {
        while (true)
        {
            await _signal.WaitAsync(stop.Token).ConfigureAwait(false);
            Func<CancellationToken, Task>? work;
            lock (_gate)
            {
                if (!_waiting.TryDequeue(out work, out _))
                    return;
                _busy++;
            }

            try
            {
                await work(stop.Token).ConfigureAwait(false);
            }
            catch (Exception e)
            {
                Interlocked.CompareExchange(ref _fault, ExceptionDispatchInfo.Capture(e), null);
                await stop.CancelAsync().ConfigureAwait(false);
                throw;
            }

            lock (_gate)
            {
                // The last one sends everybody home, itself included.
                if (--_busy == 0 && _waiting.Count == 0)
                    _signal.Release(Math.Max(1, workers));
            }
        }
    }
}
