using Autonoma.Platform.Executing;
using Autonoma.Platform.Runs;
using Autonoma.Platform.Work;
using Autonoma.TestKit;

namespace Autonoma.Platform.Tests.Work;

public sealed class RunQueueTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly Guid _worker = Guid.CreateVersion7();
    private QueueBench _bench = null!;
    private RunQueue _queue = null!;
    private RunVerdicts _verdicts = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _bench = new(await PlatformDatabase.CopyAsync(postgres, Token));
        _queue = new(_bench.Database, QueueBench.Options);
        _verdicts = new(_bench.Database, QueueBench.Options);
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task Claim_OfMany_GoesByTurnOfOrganizations_ThenByPriority()
    {
        var (busy, quiet) = (await _bench.ApplicationAsync(), await _bench.ApplicationAsync());
        var (_, many) = await _bench.SuiteRunAsync(busy, 4, 0, 0, 0, 50);
        var (_, one) = await _bench.SuiteRunAsync(quiet, 1);

        var first = await _queue.ClaimAsync(_worker, Token);
        await EndAsync(first!);
        var second = await _queue.ClaimAsync(_worker, Token);
        await EndAsync(second!);
        var third = await _queue.ClaimAsync(_worker, Token);

        first!.RunId.ShouldBe(many[3]); // the urgent one of who came first
        second!.RunId.ShouldBe(one[0]); // whoever waits longest, however much the other has
        third!.RunId.ShouldBe(many[0]);
    }

    [Fact]
    public async Task Claim_OfOneSuiteRun_GoesInTheOrderOfTheSuite()
    {
        var app = await _bench.ApplicationAsync();
        var (_, runs) = await _bench.SuiteRunAsync(app, 12);
        var queue = new RunQueue(_bench.Database, QueueBench.Options with { PerApplication = 100 });

        var claimed = new List<Guid>();
        while (await queue.ClaimAsync(_worker, Token) is { } claim)
            claimed.Add(claim.RunId);

        claimed.ShouldBe(runs);
    }

    [Fact]
    public async Task Claim_ApplicationAtItsLimit_TakesNoMoreOfIt()
    {
        var app = await _bench.ApplicationAsync();
        var other = await _bench.ApplicationAsync(app.Organization);
        await _bench.SuiteRunAsync(app, 4);
        var queue = new RunQueue(_bench.Database, QueueBench.Options with { PerApplication = 2 });

        var taken = new[] { await queue.ClaimAsync(_worker, Token), await queue.ClaimAsync(_worker, Token), await queue.ClaimAsync(_worker, Token) };
        await _bench.SuiteRunAsync(other, 1);
        var ofOther = await queue.ClaimAsync(_worker, Token);

        taken.Count(claim => claim is not null).ShouldBe(2);
        ofOther!.ApplicationId.ShouldBe(other.Application);
    }

    [Fact]
    public async Task Claim_ManyWorkersAtOnce_GivesEachRunToOne()
    {
        var app = await _bench.ApplicationAsync();
        var (_, runs) = await _bench.SuiteRunAsync(app, 30);
        var queue = new RunQueue(_bench.Database, QueueBench.Options with { PerApplication = 100 });

        var claims = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => queue.ClaimAsync(Guid.CreateVersion7(), Token)));

        claims.OfType<RunClaim>().Select(claim => claim.RunId).Order().ShouldBe(runs.Order());
    }

    [Fact]
    public async Task End_ByWhoLostTheRun_ChangesNothing()
    {
        var app = await _bench.ApplicationAsync();
        var (suite, runs) = await _bench.SuiteRunAsync(app, 1);
        var dead = (await _queue.ClaimAsync(_worker, Token))!;
        await ExpireAsync(runs[0]);
        (await _verdicts.TakeFromDeadAsync(Token)).ShouldBe(1);
        var alive = (await _queue.ClaimAsync(Guid.CreateVersion7(), Token))!;

        (await _verdicts.EndAsync(dead, RunOutcome.Without(RunFailureKind.Assertion, "too late"), Token)).ShouldBeFalse();
        (await _queue.AppendAsync(dead, [new("console", "{}", DateTimeOffset.UnixEpoch)], null, null, null, Token)).ShouldBeFalse();
        (await _queue.ReturnAsync(dead, Token)).ShouldBeFalse();
        (await _queue.HeartbeatAsync(_worker, [dead], false, Token)).ShouldBeEmpty();
        (await _verdicts.EndAsync(alive, QueueBench.Passed, Token)).ShouldBeTrue();
        (await _verdicts.EndAsync(alive, QueueBench.Passed, Token)).ShouldBeFalse();

        (await _bench.StatusAsync(runs[0])).ShouldBe("Passed");
        (await _bench.ScalarAsync<long>("SELECT count(*) FROM run_events WHERE run_id = @a AND data ? 'final'", runs[0])).ShouldBe(1);
        (await _bench.ScalarAsync<int>("SELECT passed FROM suite_runs WHERE id = @a", suite)).ShouldBe(1);
    }

    [Fact]
    public async Task TakeFromDead_ThatDiesAgainAndAgain_IsClosed()
    {
        var app = await _bench.ApplicationAsync();
        var (suite, runs) = await _bench.SuiteRunAsync(app, 1);
        for (var death = 0; death < QueueBench.Options.MaxClaims; death++)
        {
            (await _queue.ClaimAsync(Guid.CreateVersion7(), Token)).ShouldNotBeNull();
            await ExpireAsync(runs[0]);
            (await _verdicts.TakeFromDeadAsync(Token)).ShouldBe(1);
        }

        (await _bench.StatusAsync(runs[0])).ShouldBe("Error");
        (await _bench.ScalarAsync<string>("SELECT failure_kind FROM runs WHERE id = @a", runs[0])).ShouldBe("EngineError");
        (await _bench.ScalarAsync<string>("SELECT status FROM suite_runs WHERE id = @a", suite)).ShouldBe("Error");
        (await _bench.ScalarAsync<long>("SELECT count(*) FROM run_attempts WHERE run_id = @a AND outcome = 'lost'", runs[0])).ShouldBe(3);
    }

    [Fact]
    public async Task Return_KeepsThePlace_AndIsNoDeath()
    {
        var app = await _bench.ApplicationAsync();
        var (_, runs) = await _bench.SuiteRunAsync(app, 2);
        for (var again = 0; again < 5; again++)
        {
            var claim = (await _queue.ClaimAsync(_worker, Token))!;
            claim.RunId.ShouldBe(runs[0]);
            claim.Attempt.ShouldBe(again + 1);
            (await _queue.ReturnAsync(claim, Token)).ShouldBeTrue();
        }

        (await _bench.StatusAsync(runs[0])).ShouldBe("Queued");
    }

    [Fact]
    public async Task Cancel_OfSuiteRun_EndsWhatWaits_AndTellsWhatRuns()
    {
        var app = await _bench.ApplicationAsync();
        var (suite, runs) = await _bench.SuiteRunAsync(app, 3);
        var claim = (await _queue.ClaimAsync(_worker, Token))!;

        (await _verdicts.CancelSuiteAsync(Guid.CreateVersion7(), suite, Token)).ShouldBe(0); // of another organization
        (await _verdicts.CancelSuiteAsync(app.Organization, suite, Token)).ShouldBe(3);

        (await _queue.HeartbeatAsync(_worker, [claim], false, Token)).Single().CancelRequested.ShouldBeTrue();
        (await _bench.StatusAsync(runs[2])).ShouldBe("Cancelled");
        (await _bench.StatusAsync(runs[0])).ShouldBe("Running");
        await _verdicts.EndAsync(claim, RunOutcome.Without(RunFailureKind.Cancelled, "stopped"), Token);
        (await _bench.ScalarAsync<string>("SELECT status || ' ' || cancelled FROM suite_runs WHERE id = @a", suite)).ShouldBe("Cancelled 3");
        (await _verdicts.CancelAsync(app.Organization, runs[0], Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task SuiteRun_EndedByManyAtOnce_HasOneSummary()
    {
        var app = await _bench.ApplicationAsync();
        var (suite, _) = await _bench.SuiteRunAsync(app, 20);
        var ended = 0;
        var verdicts = new RunVerdicts(_bench.Database, QueueBench.Options) { SuiteRunEnded = (_, _, _) => Task.FromResult(Interlocked.Increment(ref ended)) };
        var queue = new RunQueue(_bench.Database, QueueBench.Options with { PerApplication = 100 });
        var claims = new List<RunClaim>();
        while (await queue.ClaimAsync(_worker, Token) is { } claim)
            claims.Add(claim);

        await Task.WhenAll(claims.Select((claim, i) => verdicts.EndAsync(claim, i == 7 ? RunOutcome.Without(RunFailureKind.Assertion, "wrong total") : QueueBench.Passed, Token)));

        ended.ShouldBe(1);
        (await _bench.ScalarAsync<string>("SELECT status || ' ' || passed || ' ' || failed FROM suite_runs WHERE id = @a", suite)).ShouldBe("Failed 19 1");
    }

    [Fact]
    public async Task Append_FromManySides_LeavesNoGap()
    {
        var app = await _bench.ApplicationAsync();
        await _bench.SuiteRunAsync(app, 1);
        var claim = (await _queue.ClaimAsync(_worker, Token))!;

        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => _queue.AppendAsync(claim, [new("console", $$"""{"n":{{i}}}""", DateTimeOffset.UnixEpoch), new("console", "{}", DateTimeOffset.UnixEpoch)], 5, i, null, Token)));
        await _verdicts.EndAsync(claim, QueueBench.Passed, Token);

        // One for the claim, 24 for what was told, one for the verdict.
        (await _bench.ScalarAsync<string>("SELECT count(*) || ' ' || min(sequence) || ' ' || max(sequence) FROM run_events WHERE run_id = @a", claim.RunId)).ShouldBe("26 1 26");
    }

    private Task<bool> EndAsync(RunClaim claim) => _verdicts.EndAsync(claim, QueueBench.Passed, Token);

    private Task<int> ExpireAsync(Guid run) => _bench.ExecuteAsync("UPDATE runs SET lease_until = now() - interval '1 second' WHERE id = @a", run);
}
