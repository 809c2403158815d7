using System.Runtime.CompilerServices;
using Autonoma.Platform.Live;
using Autonoma.Platform.Tenancy;
using Microsoft.AspNetCore.SignalR;

namespace Autonoma.Server.Live;

/// <summary>
/// What happens, as it happens. Streams only: each starts with what is, and goes on until there is no more. Who lost the connection asks again with the
/// last sequence they have seen, and misses nothing.
/// </summary>
internal sealed partial class LiveHub(RunFeed feed, FrameHub pictures, FrameRelay frames, ProgressFeed progress, TimeProvider time, ILogger<LiveHub> log) : Hub
{
    private const string OrganizationKey = "organization";

    /// <summary>Remembers for whom the connection is: the request that opened it was let in as one organization, and it stays that one.</summary>
    public override Task OnConnectedAsync()
    {
        Context.Items[OrganizationKey] = Context.GetHttpContext()!.RequestServices.GetRequiredService<Tenant>().OrganizationId;
        return base.OnConnectedAsync();
    }

    /// <summary>Events of a run after a sequence, to its end.</summary>
    public IAsyncEnumerable<LiveEvent> WatchRun(Guid runId, long afterSequence, CancellationToken cancellationToken)
        => ToldAsync(EventsAsync(runId, afterSequence, cancellationToken), cancellationToken);

    /// <summary>Pictures of a run's browser, JPEG; those that come faster than they are taken are left out.</summary>
    public IAsyncEnumerable<ReadOnlyMemory<byte>> WatchFrames(Guid runId, CancellationToken cancellationToken) => ToldAsync(PicturesAsync(runId, cancellationToken), cancellationToken);

    /// <summary>How a suite run stands, again whenever that changes, to its end.</summary>
    public IAsyncEnumerable<SuiteRunProgress> WatchSuiteRun(Guid suiteRunId, CancellationToken cancellationToken) => ToldAsync(progress.WatchSuiteRunAsync(Organization, suiteRunId, cancellationToken), cancellationToken);

    /// <summary>The queue, and the runs that changed.</summary>
    public IAsyncEnumerable<OrganizationProgress> WatchOrganization(CancellationToken cancellationToken) => ToldAsync(progress.WatchOrganizationAsync(Organization, cancellationToken), cancellationToken);

    private Guid Organization => (Guid)Context.Items[OrganizationKey]!;

    private async IAsyncEnumerable<LiveEvent> EventsAsync(Guid runId, long afterSequence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await CheckAsync(runId, cancellationToken);
        await foreach (var happened in feed.WatchAsync(runId, afterSequence, cancellationToken))
            yield return happened;
    }

    private async IAsyncEnumerable<ReadOnlyMemory<byte>> PicturesAsync(Guid runId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await CheckAsync(runId, cancellationToken);
        using var view = await frames.WatchAsync(Organization, runId, cancellationToken);
        while (await view.Frames.WaitToReadAsync(cancellationToken))
        {
            while (view.Frames.TryRead(out var frame))
                yield return frame.Bytes;
            // The next one is the newest by then: what came meanwhile is left out.
            await Task.Delay(pictures.Pause, time, cancellationToken);
        }
    }

    // What is refused is told to who asked and is no error; what failed is written down here, since the framework's own log, which knows no difference, is off.
    private async IAsyncEnumerable<T> ToldAsync<T>(IAsyncEnumerable<T> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var all = items.GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            bool any;
            try
            {
                any = await all.MoveNextAsync();
            }
            catch (Exception e) when (e is not (HubException or OperationCanceledException))
            {
                Failed(log, e);
                throw new HubException("The server could not do this. Its log says why.");
            }

            if (!any)
                yield break;
            yield return all.Current;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A live stream failed")]
    private static partial void Failed(ILogger logger, Exception exception);

    private async Task CheckAsync(Guid run, CancellationToken cancellationToken)
    {
        if (!await feed.HasAsync(Organization, run, cancellationToken))
            throw new HubException("There is no such run.");
    }
}
