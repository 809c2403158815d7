using Autonoma.Platform.Live;
using Autonoma.Platform.Tests.Work;
using Autonoma.Platform.Work;
using Autonoma.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace Autonoma.Platform.Tests.Live;

public sealed class RunFeedTests(PostgresFixture postgres) : IAsyncLifetime
{
    private QueueBench _bench = null!;
    private RunQueue _queue = null!;
    private RunVerdicts _verdicts = null!;
    private SignalListener _signals = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _bench = new(await PlatformDatabase.CopyAsync(postgres, Token));
        _queue = new(_bench.Database, QueueBench.Options);
        _verdicts = new(_bench.Database, QueueBench.Options);
        _signals = new(_bench.Database, TimeProvider.System, NullLogger<SignalListener>.Instance);
        await _signals.StartAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _signals.StopAsync(CancellationToken.None);
        _signals.Dispose();
        await _bench.DisposeAsync();
    }

    [Fact]
    public async Task End_OfARunThatACrowdWatches_IsToldAtOnce_AfterEverythingBeforeIt()
    {
        var claim = await RunAsync();
        // The budget of a crowd is counted by a clock that stands still: who waits for it waits for ever.
        var feed = new RunFeed(_bench.Database, _signals, new ManualTime(DateTimeOffset.UnixEpoch));
        var paused = new CountdownEvent(200);
        var watching = Enumerable.Range(0, 200).Select(_ => SequencesAsync(feed, claim.RunId, 0, sequence =>
        {
            if (sequence == 11)
                paused.Signal();
        })).ToList();
        await AppendAsync(claim, 10);
        (await Task.Run(() => paused.Wait(TimeSpan.FromSeconds(30), Token), Token)).ShouldBeTrue();
        await AppendAsync(claim, 5);
        watching.ShouldAllBe(viewer => !viewer.IsCompleted);

        await _verdicts.EndAsync(claim, QueueBench.Passed, Token);

        foreach (var seen in await Task.WhenAll(watching).WaitAsync(TimeSpan.FromSeconds(30), Token))
            seen.ShouldBe(Enumerable.Range(1, 17).Select(number => (long)number));
    }

    [Fact]
    public async Task Watch_OfARunThatIsOver_Ends_AlsoWhenItsEndWasSeenOrItsEventsAreRemoved()
    {
        var claim = await RunAsync();
        await AppendAsync(claim, 3);
        await _verdicts.EndAsync(claim, QueueBench.Passed, Token);
        var feed = new RunFeed(_bench.Database, _signals, TimeProvider.System);

        (await SequencesAsync(feed, claim.RunId, 2)).ShouldBe([3, 4, 5]);
        (await SequencesAsync(feed, claim.RunId, 5)).ShouldBeEmpty();
        await PlatformDatabase.ExecuteAsync(_bench.Database, "DELETE FROM run_events", Token);
        (await SequencesAsync(feed, claim.RunId, 0)).ShouldBeEmpty();
    }

    private async Task<RunClaim> RunAsync()
    {
        await _bench.SuiteRunAsync(await _bench.ApplicationAsync(), 1);
        return (await _queue.ClaimAsync(Guid.CreateVersion7(), Token))!;
    }

    private Task AppendAsync(RunClaim claim, int count)
        => _queue.AppendAsync(claim, [.. Enumerable.Range(0, count).Select(number => new NewRunEvent("console", $$"""{"text":"{{number}}"}""", DateTimeOffset.UnixEpoch))], null, null, null, Token);

    private static async Task<List<long>> SequencesAsync(RunFeed feed, Guid run, long after, Action<long>? saw = null)
    {
        var seen = new List<long>();
        await foreach (var happened in feed.WatchAsync(run, after, Token))
        {
            seen.Add(happened.Sequence);
            saw?.Invoke(happened.Sequence);
        }

        return seen;
    }
}
