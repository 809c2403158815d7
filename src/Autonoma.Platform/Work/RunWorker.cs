using System.Collections.Concurrent;
using Autonoma.Platform.Artifacts;
using Autonoma.Platform.Executing;
using Autonoma.Platform.Live;
using Autonoma.Platform.Runs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Autonoma.Platform.Work;

/// <summary>
/// Takes runs while it has free slots and carries them out. It says every few seconds that it lives; a run that is not its own any more is dropped without a
/// word. When it is told to stop it takes nothing new, lets its runs end for a while, and hands back the rest.
/// </summary>
public sealed partial class RunWorker(
    RunQueue queue, RunVerdicts verdicts, IRunAssignments assignments, IRunExecutor executor, ArtifactKeeper artifacts, RunQuestions questions, FrameHub frames, SignalListener signals,
    WorkOptions options, TimeProvider time, ILogger<RunWorker> logger) : BackgroundService
{
    private readonly ConcurrentDictionary<Guid, Slot> _slots = new();
    private readonly SemaphoreSlim _wake = new(0);
    private readonly CancellationTokenSource _ended = new();
    private volatile bool _draining;

    /// <summary>This process.</summary>
    public Guid Id { get; } = Guid.CreateVersion7();

    /// <summary>Runs under way.</summary>
    public int Busy => _slots.Count;

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _draining = true;
        _wake.Release();
        if (!_slots.IsEmpty)
            Draining(logger, _slots.Count, options.Drain.TotalSeconds);
        await WaitForSlotsAsync(options.Drain, cancellationToken).ConfigureAwait(false);
        foreach (var slot in _slots.Values)
            slot.Stop(StopReason.Draining);
        await WaitForSlotsAsync(TimeSpan.FromSeconds(10), cancellationToken).ConfigureAwait(false);
        await _ended.CancelAsync().ConfigureAwait(false);
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _wake.Dispose();
        _ended.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The heartbeat goes on while the worker drains: until the last run has ended, not until it is told to stop.
        using var subscription = signals.Subscribe(signal =>
        {
            if (signal.Kind is "queued" or "suite" or "missed")
                _wake.Release();
            else if (signal is { Kind: "cancel", RunId: { } run } && _slots.TryGetValue(run, out var slot))
                slot.Stop(StopReason.Cancelled);
        });
        await Task.WhenAll(TakeAsync(_ended.Token), BeatAsync(_ended.Token)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task TakeAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                while (!_draining && _slots.Count < options.Slots && await queue.ClaimAsync(Id, cancellationToken).ConfigureAwait(false) is { } claim)
                    Begin(claim);
            }
            catch (Exception e) when (IsOfDatabase(e) && !cancellationToken.IsCancellationRequested)
            {
                Unreachable(logger, "no run can be taken", e.Message);
            }

            await _wake.WaitAsync(options.Look, cancellationToken).ConfigureAwait(false);
            while (_wake.CurrentCount > 0)
                await _wake.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task BeatAsync(CancellationToken cancellationToken)
    {
        var registered = false;
        // A cadence: a lease is kept by being told again, not because something happened.
        using var timer = new PeriodicTimer(options.Heartbeat, time);
        do
        {
            try
            {
                if (!registered)
                    await queue.RegisterAsync(Id, cancellationToken).ConfigureAwait(false);
                registered = true;
                var asked = _slots.Values.ToList();
                var kept = await queue.HeartbeatAsync(Id, [.. asked.Select(slot => slot.Claim)], _draining, cancellationToken).ConfigureAwait(false);
                foreach (var slot in asked)
                {
                    var mine = kept.FirstOrDefault(one => one.RunId == slot.Claim.RunId);
                    if (mine is null && !slot.IsEnding)
                        slot.Stop(StopReason.Lost);
                    else if (mine is { CancelRequested: true })
                        slot.Stop(StopReason.Cancelled);
                    else if (mine is not null)
                        slot.KeptAt = time.GetTimestamp();
                }
            }
            catch (Exception e) when (IsOfDatabase(e) && !cancellationToken.IsCancellationRequested)
            {
                Unreachable(logger, "nobody knows that this worker lives", e.Message);
                // Nobody tells whose the run is: after the lease somebody else may have it, and two must not act for one run.
                foreach (var slot in _slots.Values.Where(slot => time.GetElapsedTime(slot.KeptAt) > options.Lease))
                    slot.Stop(StopReason.Lost);
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false));
    }

    private void Begin(RunClaim claim)
    {
        var slot = new Slot(claim, time.GetTimestamp());
        _slots[claim.RunId] = slot;
        slot.Work = Task.Run(async () =>
        {
            try
            {
                await CarryOutAsync(slot).ConfigureAwait(false);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // Its lease runs out, and another worker takes it.
                Failed(logger, claim.RunId, e);
            }
            finally
            {
                _slots.TryRemove(new(claim.RunId, slot));
                slot.Dispose();
                if (!_ended.IsCancellationRequested)
                    _wake.Release();
            }
        });
    }

    private async Task CarryOutAsync(Slot slot)
    {
        var claim = slot.Claim;
        using var measured = RunTelemetry.Begin(claim, time);
        RunOutcome outcome;
        var progress = new RunProgress(new(queue, artifacts, questions, frames, signals, time, logger), claim, slot.Lost);
        await using (progress.ConfigureAwait(false))
        {
            var assignment = await LoadAsync(slot).ConfigureAwait(false);
            outcome = assignment is null
                ? RunOutcome.Without(RunFailureKind.EngineError, "What the test said is not there any more.")
                : await executor.ExecuteAsync(assignment, progress, slot.Stopped).ConfigureAwait(false);
            await progress.CompleteAsync().ConfigureAwait(false);
        }

        slot.IsEnding = true;
        // A run that ended by itself has a verdict, whatever was asked of it meanwhile.
        var interrupted = outcome.FailureKind == RunFailureKind.Cancelled;
        var isReturned = slot.Reason == StopReason.Draining && interrupted;
        if (!isReturned)
            measured.End(outcome);
        await UntilStoredAsync(slot, token => isReturned ? queue.ReturnAsync(claim, token) : verdicts.EndAsync(claim, outcome, token)).ConfigureAwait(false);
    }

    private async Task<RunAssignment?> LoadAsync(Slot slot)
    {
        while (true)
        {
            try
            {
                return await assignments.LoadAsync(slot.Claim, slot.Lost).ConfigureAwait(false);
            }
            catch (Exception e) when (IsOfDatabase(e) && !slot.Lost.IsCancellationRequested)
            {
                Unreachable(logger, "a run waits to begin", e.Message);
                await signals.BackAsync(slot.Lost).ConfigureAwait(false);
            }
        }
    }

    // The verdict waits for the database as long as the run may still be this worker's; afterwards the fence refuses it anyway.
    private async Task UntilStoredAsync(Slot slot, Func<CancellationToken, Task<bool>> store)
    {
        while (!slot.Lost.IsCancellationRequested)
        {
            try
            {
                if (!await store(slot.Lost).ConfigureAwait(false))
                    Taken(logger, slot.Claim.RunId);
                return;
            }
            catch (Exception e) when (IsOfDatabase(e) && !slot.Lost.IsCancellationRequested)
            {
                Unreachable(logger, "a verdict waits", e.Message);
                await signals.BackAsync(slot.Lost).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }

        Taken(logger, slot.Claim.RunId);
    }

    private async Task WaitForSlotsAsync(TimeSpan most, CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(_slots.Values.Select(slot => slot.Work)).WaitAsync(most, time, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            // The rest is handed back, or its lease runs out.
        }
    }

    // A bug is told otherwise: a statement that is refused for what it says is refused the next time, too.
    private static bool IsOfDatabase(Exception e)
        => e is NpgsqlException and not PostgresException or PostgresException { IsTransient: true } or PostgresException { SqlState: ['5', '7', ..] or ['0', '8', ..] or ['5', '8', ..] } or System.Net.Sockets.SocketException or IOException or TimeoutException or ObjectDisposedException
            or InvalidOperationException { InnerException: NpgsqlException and not PostgresException or PostgresException { SqlState: ['5', '7', ..] or ['0', '8', ..] } };

    [LoggerMessage(Level = LogLevel.Information, Message = "Stopping: {Count} runs go on for at most {Seconds} s, what is left is handed back.")]
    private static partial void Draining(ILogger logger, int count, double seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database does not answer, so {What}: {Reason}")]
    private static partial void Unreachable(ILogger logger, string what, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Run {Run} was taken from this worker: what it found is dropped.")]
    private static partial void Taken(ILogger logger, Guid run);

    [LoggerMessage(Level = LogLevel.Error, Message = "Run {Run} could not be carried out")]
    private static partial void Failed(ILogger logger, Guid run, Exception exception);

    private enum StopReason
    {
        None,
        Draining,
        Cancelled,
        Lost,
    }

    private sealed class Slot(RunClaim claim, long keptAt) : IDisposable
    {
        private readonly Lock _gate = new();
        private readonly CancellationTokenSource _stop = new();
        private readonly CancellationTokenSource _lost = new();
        private bool _disposed;

        public RunClaim Claim { get; } = claim;

        public Task Work { get; set; } = Task.CompletedTask;

        public long KeptAt { get; set; } = keptAt;

        public bool IsEnding { get; set; }

        public StopReason Reason { get; private set; }

        public CancellationToken Stopped => _stop.Token;

        public CancellationToken Lost => _lost.Token;

        // The strongest reason wins: a run that was lost is not handed back.
        public void Stop(StopReason reason)
        {
            lock (_gate)
            {
                if (_disposed || reason <= Reason)
                    return;
                Reason = reason;
                _stop.Cancel();
                if (reason == StopReason.Lost)
                    _lost.Cancel();
            }
        }

        public void Dispose()
        {
            lock (_gate)
            {
                _disposed = true;
                _stop.Dispose();
                _lost.Dispose();
            }
        }
    }
}
