using Autonoma.Scenarios.Client;
using Autonoma.Scenarios.Journal;
using Autonoma.TestKit;
using Autonoma.TestKit.Environments;

namespace Autonoma.Scenarios.Tests.Journal;

public sealed class InstanceJournalTests : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("autonoma-journal").FullName, "environments");
    private readonly HttpClient _http = EnvironmentClient.CreateHttp();
    private WireEndpoint _endpoint = null!;

    public async ValueTask InitializeAsync() => _endpoint = await WireEndpoint.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _endpoint.DisposeAsync();
        Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);
    }

    private InstanceJournal Open() => new(_folder, TimeProvider.System);

    private Sweep Sweep(bool dryRun = false) => new(_folder, url => new EnvironmentClient(new(url, _endpoint.SharedSecret), _http, TimeProvider.System), TimeProvider.System) { DryRun = dryRun };

    private Task<IReadOnlyList<Swept>> RunAsync(Sweep sweep) => sweep.RunAsync(TestContext.Current.CancellationToken);

    [Fact]
    public void Journal_NothingAsked_LeavesNothing()
    {
        Open().Dispose();

        Directory.Exists(_folder).ShouldBeFalse();
    }

    [Fact]
    public void Journal_AllRemoved_IsDeleted()
    {
        using (var journal = Open())
        {
            journal.Sending("r1", "standard", _endpoint.Url, "1.0");
            journal.Answered("r1", "t");
            journal.Removed("r1");
            journal.Sending("r2", "standard", _endpoint.Url, "1.0");
            journal.Refused("r2", "no");
        }

        Directory.GetFiles(_folder).ShouldBeEmpty();
    }

    [Fact]
    public void Journal_IsForTheUserAlone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        using var journal = Open();
        journal.Sending("r1", "standard", _endpoint.Url, "1.0");

#pragma warning disable CA1416 // skipped there
        File.GetUnixFileMode(Directory.GetFiles(_folder)[0]).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.GetUnixFileMode(_folder).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
#pragma warning restore CA1416
    }

    [Fact]
    public async Task Sweep_OpenJournal_IsLeftToItsOwner()
    {
        using var journal = Open();
        journal.Sending("r1", "standard", _endpoint.Url, "1.0");

        (await RunAsync(Sweep())).ShouldHaveSingleItem().Outcome.ShouldBe(SweepOutcome.InUse);
        _endpoint.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{\"event\":\"answered\",\"run\":\"r1\"")]
    [InlineData("{")]
    public async Task Sweep_LastLineWrittenByHalf_CountsForNothing(string torn)
    {
        using (var journal = Open())
        {
            journal.Sending("r1", "standard", _endpoint.Url, "1.0");
            journal.Sending("r2", "standard", _endpoint.Url, "1.0");
        }

        await File.AppendAllTextAsync(Directory.GetFiles(_folder)[0], torn, TestContext.Current.CancellationToken);

        (await RunAsync(Sweep(dryRun: true))).Select(found => (found.RunId, found.Message)).ShouldBe([("r1", "No answer to 'up' is known."), ("r2", "No answer to 'up' is known.")]);
        (await RunAsync(Sweep())).ShouldAllBe(found => found.Outcome == SweepOutcome.Lost);
        (await RunAsync(Sweep())).Count.ShouldBe(2, "what a sweep wrote behind half a line is read again");
    }

    [Fact]
    public async Task Sweep_EndpointAway_TriesAgainTheNextTime()
    {
        using (var journal = Open())
        {
            journal.Sending("r1", "standard", _endpoint.Url, "1.0");
            journal.Answered("r1", "a.b.c");
        }

        _endpoint.Instead = async (_, context, _) =>
        {
            await WireEndpoint.FailAsync(context, 500, "INTERNAL_ERROR", "busy");
            return true;
        };
        var first = (await RunAsync(Sweep())).ShouldHaveSingleItem();
        first.Outcome.ShouldBe(SweepOutcome.Stayed);
        first.Message.ShouldContain("busy");
        _endpoint.Instead = async (_, context, _) =>
        {
            await context.Response.Body.WriteAsync("""{"version":"1.0","ok":true}"""u8.ToArray());
            return true;
        };

        (await RunAsync(Sweep())).ShouldHaveSingleItem().Outcome.ShouldBe(SweepOutcome.Removed);
        Directory.GetFiles(_folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task Sweep_DamagedJournal_IsNamedAndTheOthersAreSwept()
    {
        using (var journal = Open())
            journal.Sending("r1", "standard", _endpoint.Url, "1.0");
        await File.WriteAllTextAsync(Path.Combine(_folder, "00000000-damaged.jsonl"), "{ no journal }\n", TestContext.Current.CancellationToken);

        var swept = await RunAsync(Sweep());

        swept.Select(found => found.Outcome).ShouldBe([SweepOutcome.Damaged, SweepOutcome.Lost]);
        swept[0].Message.ShouldContain("00000000-damaged.jsonl is damaged");
    }

    [Fact]
    public async Task Journal_ManyAtOnce_KeepsEveryLine()
    {
        using (var journal = Open())
            await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(() => journal.Sending($"r{i}", "standard", _endpoint.Url, "1.0"))));

        (await RunAsync(Sweep(dryRun: true))).Select(found => found.RunId).Distinct().Count().ShouldBe(60);
    }
}
