using Autonoma.Engine.Web;
using Autonoma.Platform.Access;
using Autonoma.Platform.Artifacts;
using Autonoma.Platform.Data;
using Autonoma.Platform.Executing;
using Autonoma.Platform.Runs;
using Autonoma.Platform.Sealing;
using Autonoma.Platform.Work;
using Autonoma.Server.Access;
using Autonoma.Server.Configuration;
using Autonoma.Server.Hosting;
using Autonoma.Server.Networks;
using Microsoft.EntityFrameworkCore;

namespace Autonoma.Server.Work;

/// <summary>A process that carries out runs.</summary>
internal sealed record WorkerItem(Guid Id, string Name, int Slots, int Busy, bool Draining, DateTimeOffset StartedAt, DateTimeOffset SeenAt);

/// <summary>How busy everything is.</summary>
/// <param name="Queued">Runs of the organization that wait.</param>
/// <param name="Running">Runs of the organization under way.</param>
/// <param name="Workers">Workers that live, for all organizations.</param>
internal sealed record QueueState(int Queued, int Running, IReadOnlyList<WorkerItem> Workers);

/// <summary>Carries out runs in this process when it has that role, and looks after what others left.</summary>
internal sealed class WorkFeature : IServerFeature
{
    public void Add(WebApplicationBuilder builder)
    {
        var settings = ServerSettings.Of(builder);
        var work = settings.Work;
        var options = new WorkOptions { PerApplication = work.PerApplication, Drain = work.Drain };
        if (work.Slots is { } slots)
            options = options with { Slots = slots };
        builder.Services.AddSingleton<IArtifactStore>(_ => work.S3 is { } s3 ? new S3ArtifactStore(s3) : new FolderArtifactStore(Path.Combine(settings.Data, "artifacts")));
        builder.Services.AddSingleton<IEnvironmentSecrets, EnvironmentSecrets>();
        builder.Services.AddSingleton(provider => new ArtifactLinks(provider.GetRequiredService<Sealer>().KeyFor("links to artifacts"), provider.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton(new RetentionOptions(work.ArtifactDays is { } days ? TimeSpan.FromDays(days) : null, work.ArtifactGigabytes is { } gigabytes ? gigabytes * 1_073_741_824L : null));
        builder.Services.AddSingleton(provider => new EnvironmentHttp(new HttpClient(provider.GetRequiredService<AddressGuard>().CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan }));
        builder.Services.AddWork(options);
        // A stopping worker needs its time to drain, and some to tear down.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = work.Drain + TimeSpan.FromSeconds(20));
        if (!settings.Roles.HasFlag(ServerRoles.Worker))
            return;
        builder.Services.AddSingleton<IRunAssignments, RunAssignments>();
        builder.Services.AddSingleton<IRunSessions>(provider => new BrowserSessions(new BrowserOptions(), provider.GetRequiredService<AddressGuard>(), provider.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton(new TestRunExecutorOptions(Path.Combine(settings.Data, "work", "runs"), new()));
        builder.Services.AddRunWorker();
    }

    public void Map(IEndpointRouteBuilder routes)
        => routes.MapGet("/v1/queue", QueueAsync).Needs(Permission.Read).WithTags("runs").WithSummary("What waits, what runs, and on which workers.");

    private static async Task<QueueState> QueueAsync(PlatformDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        var counts = await db.Set<Run>().Where(run => run.Status == RunStatus.Queued || run.Status == RunStatus.Running).GroupBy(run => run.Status).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var since = time.GetUtcNow() - TimeSpan.FromMinutes(1);
        var workers = await db.Set<Worker>().AsNoTracking().Where(worker => worker.SeenAt > since).OrderBy(worker => worker.Id).ToListAsync(cancellationToken);
        // How much a worker does for others is theirs to know: only the sum is told.
        var busy = await db.Set<Run>().AcrossOrganizations().Where(run => run.Status == RunStatus.Running && run.WorkerId != null).GroupBy(run => run.WorkerId!.Value).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        return new(counts.GetValueOrDefault(RunStatus.Queued), counts.GetValueOrDefault(RunStatus.Running), [.. workers.Select(worker => new WorkerItem(worker.Id, worker.Name, worker.Slots, busy.GetValueOrDefault(worker.Id), worker.Draining, worker.StartedAt, worker.SeenAt))]);
    }
}
