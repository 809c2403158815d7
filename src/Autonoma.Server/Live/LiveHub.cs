using System.Runtime.CompilerServices;
using Autonoma.Platform.Live;
using Autonoma.Platform.Tenancy;
using Microsoft.AspNetCore.SignalR;

namespace Autonoma.Server.Live;

/// <summary>
/// What happens, as it happens. Streams only: each starts with what is, and goes on until there is no more. Who lost the connection asks again with the
/// last sequence they have seen, and misses nothing.
/// </summary>
internal sealed class LiveHub(RunFeed feed, FrameRelay frames, ProgressFeed progress) : Hub
{
    private const string OrganizationKey = "organization";

    /// <summary>Remembers for whom the connection is: the request that opened it was let in as one organization, and it stays that one.</summary>
    public override Task OnConnectedAsync()
    {
        Context.Items[OrganizationKey] = Context.GetHttpContext()!.RequestServices.GetRequiredService<Tenant>().OrganizationId;
        return base.OnConnectedAsync();
    }

    /// <summary>Events of a run after a sequence, to its end.</summary>
    public async IAsyncEnumerable<LiveEvent> WatchRun(Guid runId, long afterSequence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await CheckAsync(runId, cancellationToken);
        await foreach (var happened in feed.WatchAsync(runId, afterSequence, cancellationToken))
            yield return happened;
    }

    /// <summary>Pictures of a run's browser, JPEG; those that come faster than they are taken are left out.</summary>
    public async IAsyncEnumerable<byte[]> WatchFrames(Guid runId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await CheckAsync(runId, cancellationToken);
        using var view = await frames.WatchAsync(Organization, runId, cancellationToken);
        await foreach (var frame in view.Frames.ReadAllAsync(cancellationToken))
            yield return frame.Bytes.ToArray();
    }

    /// <summary>How a suite run stands, again whenever that changes, to its end.</summary>
    public IAsyncEnumerable<SuiteRunProgress> WatchSuiteRun(Guid suiteRunId, CancellationToken cancellationToken) => progress.WatchSuiteRunAsync(Organization, suiteRunId, cancellationToken);

    /// <summary>The queue, and the runs that changed.</summary>
    public IAsyncEnumerable<OrganizationProgress> WatchOrganization(CancellationToken cancellationToken) => progress.WatchOrganizationAsync(Organization, cancellationToken);

    private Guid Organization => (Guid)Context.Items[OrganizationKey]!;

    private async Task CheckAsync(Guid run, CancellationToken cancellationToken)
    {
        if (!await feed.HasAsync(Organization, run, cancellationToken))
            throw new HubException("There is no such run.");
    }
}
