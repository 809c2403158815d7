using System.Runtime.CompilerServices;
using Autonoma.Platform.Data;
using Autonoma.Platform.Runs;
using Autonoma.Platform.Tenancy;
using Autonoma.Platform.Work;
using Autonoma.Server.Runs;
using Microsoft.EntityFrameworkCore;

namespace Autonoma.Server.Live;

/// <summary>How a suite run stands.</summary>
/// <param name="SuiteRun">With its counts.</param>
/// <param name="Runs">All of them at first, then those that changed.</param>
internal sealed record SuiteRunProgress(SuiteRunItem SuiteRun, IReadOnlyList<RunItem> Runs);

/// <summary>What is going on in an organization.</summary>
/// <param name="Queued">Runs that wait.</param>
/// <param name="Running">Runs under way.</param>
/// <param name="Runs">Those under way at first, then those that changed.</param>
internal sealed record OrganizationProgress(int Queued, int Running, IReadOnlyList<RunItem> Runs);

/// <summary>Tells how things stand whenever that changes; what changes while somebody is told is told together.</summary>
internal sealed class ProgressFeed(IServiceScopeFactory scopes, SignalListener signals, TimeProvider time)
{
    // More often than this nobody can look, and two hundred who look must not ask for more.
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(15);

    public async IAsyncEnumerable<SuiteRunProgress> WatchSuiteRunAsync(Guid organization, Guid suiteRun, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var changes = new Changes(signals, signal => signal.SuiteRunId == suiteRun);
        IReadOnlyCollection<Guid>? changed = null;
        while (true)
        {
            SuiteRunProgress? now;
            await using (var scope = Scope(organization))
                now = await ReadAsync(scope.ServiceProvider.GetRequiredService<PlatformDbContext>(), suiteRun, changed, cancellationToken);
            if (now is null)
                yield break;
            yield return now;
            if (now.SuiteRun.EndedAt is not null)
                yield break;
            changed = await changes.NextAsync(Pace, Look, time, cancellationToken);
        }
    }

    public async IAsyncEnumerable<OrganizationProgress> WatchOrganizationAsync(Guid organization, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var changes = new Changes(signals, signal => signal.OrganizationId == organization && signal.Kind is "run" or "suite" or "queued");
        IReadOnlyCollection<Guid>? changed = null;
        while (true)
        {
            await using (var scope = Scope(organization))
            {
                var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
                var counts = await db.Set<Run>().Where(run => run.Status == RunStatus.Queued || run.Status == RunStatus.Running).GroupBy(run => run.Status).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
                var runs = db.Set<Run>().AsNoTracking();
                runs = changed is null ? runs.Where(run => run.Status == RunStatus.Running) : runs.Where(run => changed.Contains(run.Id));
                yield return new(counts.GetValueOrDefault(RunStatus.Queued), counts.GetValueOrDefault(RunStatus.Running), [.. (await runs.OrderBy(run => run.Id).Take(200).ToListAsync(cancellationToken)).Select(RunItems.Of)]);
            }

            changed = await changes.NextAsync(Pace, Look, time, cancellationToken);
        }
    }

    private static async Task<SuiteRunProgress?> ReadAsync(PlatformDbContext db, Guid suiteRun, IReadOnlyCollection<Guid>? changed, CancellationToken cancellationToken)
    {
        // The runs first: what they say must not be newer than what the sums say is over.
        var suite = await db.Set<SuiteRun>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == suiteRun, cancellationToken);
        if (suite is null)
            return null;
        var all = changed is null || suite.EndedAt is not null;
        var runs = await db.Set<Run>().AsNoTracking().Where(run => run.SuiteRunId == suiteRun && (all || changed!.Contains(run.Id))).OrderBy(run => run.Position).ToListAsync(cancellationToken);
        var running = await db.Set<Run>().CountAsync(run => run.SuiteRunId == suiteRun && run.Status == RunStatus.Running, cancellationToken);
        return new(RunItems.Of(suite, branch: null, running), [.. runs.Select(RunItems.Of)]);
    }

    private AsyncServiceScope Scope(Guid organization)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Enter(organization);
        return scope;
    }

    /// <summary>Runs that changed since somebody last asked.</summary>
    private sealed class Changes : IDisposable
    {
        private readonly Lock _gate = new();
        private readonly HashSet<Guid> _runs = [];
        private readonly SemaphoreSlim _any = new(0, 1);
        private readonly IDisposable _subscription;
        private bool _everything;

        public Changes(SignalListener signals, Func<Signal, bool> concerns) => _subscription = signals.Subscribe(signal =>
        {
            if (signal.Kind != "missed" && !concerns(signal))
                return;
            lock (_gate)
            {
                _everything |= signal.Kind == "missed";
                if (signal.RunId is { } run)
                    _runs.Add(run);
                if (_any.CurrentCount == 0)
                    _any.Release();
            }
        });

        /// <returns>Which runs; null for any.</returns>
        public async Task<IReadOnlyCollection<Guid>?> NextAsync(TimeSpan pace, TimeSpan most, TimeProvider time, CancellationToken cancellationToken)
        {
            var told = await _any.WaitAsync(most, cancellationToken);
            await Task.Delay(pace, time, cancellationToken);
            lock (_gate)
            {
                var (runs, everything) = (_runs.ToList(), _everything || !told);
                _runs.Clear();
                _everything = false;
                return everything ? null : runs;
            }
        }

        public void Dispose()
        {
            _subscription.Dispose();
            _any.Dispose();
        }
    }
}
