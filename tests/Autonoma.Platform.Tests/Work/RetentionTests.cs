using Autonoma.Platform.Applications;
using Autonoma.Platform.Artifacts;
using Autonoma.Platform.Organizations;
using Autonoma.Platform.Runs;
using Autonoma.Platform.Work;
using Autonoma.TestKit;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Autonoma.Platform.Tests.Work;

public sealed class RetentionTests(PostgresFixture postgres) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("autonoma-retention-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_OlderThanTheAge_Go_AndTheirRunsAndRunningOnesStay()
    {
        await using var database = await PlatformDatabase.CopyAsync(postgres, Token);
        var world = await WorldAsync(database);
        var old = await world.RunAsync(RunStatus.Failed, days: 31, bytes: 10);
        var young = await world.RunAsync(RunStatus.Passed, days: 29, bytes: 10);
        var running = await world.RunAsync(RunStatus.Running, days: 31, bytes: 10);

        (await new Retention(database, new FolderArtifactStore(_folder), new(TimeSpan.FromDays(30), null)).RunAsync(Token)).ShouldBe(1);

        (await world.HasFilesAsync(old)).ShouldBe((false, false));
        (await world.HasFilesAsync(young)).ShouldBe((true, true));
        (await world.HasFilesAsync(running)).ShouldBe((true, true), "what goes on keeps what it made");
        (await world.StatusAsync(old)).ShouldBe(RunStatus.Failed, "a run without its pictures is still a run");
        (await new Retention(database, new FolderArtifactStore(_folder), new(TimeSpan.FromDays(30), null)).RunAsync(Token)).ShouldBe(0);
    }

    [Fact]
    public async Task Files_BeyondTheSize_GoFromTheOldestOn_InEachOrganizationByItself()
    {
        await using var database = await PlatformDatabase.CopyAsync(postgres, Token);
        var (full, small) = (await WorldAsync(database), await WorldAsync(database));
        var oldest = await full.RunAsync(RunStatus.Passed, days: 5, bytes: 400);
        var older = await full.RunAsync(RunStatus.Passed, days: 4, bytes: 400);
        var newer = await full.RunAsync(RunStatus.Passed, days: 3, bytes: 400);
        var newest = await full.RunAsync(RunStatus.Passed, days: 2, bytes: 400);
        var others = await small.RunAsync(RunStatus.Passed, days: 300, bytes: 900);

        (await new Retention(database, new FolderArtifactStore(_folder), new(null, 1000)).RunAsync(Token)).ShouldBe(2);

        foreach (var gone in (Guid[])[oldest, older])
            (await full.HasFilesAsync(gone)).ShouldBe((false, false));
        foreach (var kept in (Guid[])[newer, newest])
            (await full.HasFilesAsync(kept)).ShouldBe((true, true));
        (await small.HasFilesAsync(others)).ShouldBe((true, true));
    }

    [Fact]
    public async Task Events_OfRunsThatEndedLongAgo_Go_AndTheirResultsAndTheEventsOfOthersStay()
    {
        await using var database = await PlatformDatabase.CopyAsync(postgres, Token);
        var world = await WorldAsync(database);
        var old = await world.RunAsync(RunStatus.Passed, days: 31, bytes: 10);
        // What began long ago and ended yesterday is yesterday's.
        var late = await world.RunAsync(RunStatus.Passed, days: 31, bytes: 10, endedDays: 1);
        var young = await world.RunAsync(RunStatus.Passed, days: 29, bytes: 10);
        var running = await world.RunAsync(RunStatus.Running, days: 31, bytes: 10);

        await new Retention(database, new FolderArtifactStore(_folder), new(null, 1_000_000)).RunAsync(Token);
        foreach (var run in (Guid[])[old, late, young, running])
            (await world.EventsAsync(run)).ShouldBe(2, "nothing is too old");
        await new Retention(database, new FolderArtifactStore(_folder), new(TimeSpan.FromDays(30), null)).RunAsync(Token);

        (await world.EventsAsync(old)).ShouldBe(0);
        foreach (var run in (Guid[])[late, young, running])
            (await world.EventsAsync(run)).ShouldBe(2);
        (await world.StatusAsync(old)).ShouldBe(RunStatus.Passed);
    }

    [Fact]
    public async Task Files_WithoutALimit_Stay()
    {
        await using var database = await PlatformDatabase.CopyAsync(postgres, Token);
        var world = await WorldAsync(database);
        var run = await world.RunAsync(RunStatus.Passed, days: 3000, bytes: 10);

        (await new Retention(database, new FolderArtifactStore(_folder), new(null, null)).RunAsync(Token)).ShouldBe(0);

        (await world.HasFilesAsync(run)).ShouldBe((true, true));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<World> WorldAsync(NpgsqlDataSource database)
    {
        var organization = new Organization { Name = "O", Slug = Guid.NewGuid().ToString("N") };
        await using var db = PlatformDatabase.Open(database, organization.Id);
        var application = new Application { Name = "A", Slug = "a", Platform = ApplicationPlatform.Web };
        var suite = new SuiteRun { ApplicationId = application.Id, Number = 1, Trigger = "api", Total = 10 };
        db.AddRange(organization, application, suite);
        await db.SaveChangesAsync(Token);
        return new(database, _folder, organization.Id, application.Id, suite.Id);
    }

    private sealed class World(NpgsqlDataSource database, string folder, Guid organization, Guid application, Guid suite)
    {
        public async Task<Guid> RunAsync(RunStatus status, int days, int bytes, int? endedDays = null)
        {
            await using var db = PlatformDatabase.Open(database, organization);
            var at = TimeProvider.System.GetUtcNow().AddDays(-days);
            var run = new Run { ApplicationId = application, SuiteRunId = suite, Title = "T", Path = "t.md", Position = 1, Status = status, Request = "{}", Priority = 0, QueuedAt = at, CreatedAt = at, EndedAt = status.IsFinal() ? TimeProvider.System.GetUtcNow().AddDays(-(endedDays ?? days)) : null };
            db.AddRange(run, new Artifact { RunId = run.Id, Attempt = 1, Name = "video.webm", Kind = "video", Size = bytes, CreatedAt = at });
            db.AddRange(Enumerable.Range(1, 2).Select(number => new RunEvent { RunId = run.Id, Sequence = number, Kind = "state", Data = "{}", At = at }));
            await db.SaveChangesAsync(Token);
            var path = PathOf(run.Id);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, new byte[bytes], Token);
            return run.Id;
        }

        public async Task<(bool Row, bool File)> HasFilesAsync(Guid run)
        {
            await using var db = PlatformDatabase.Open(database, organization);
            return (await db.Set<Artifact>().AnyAsync(artifact => artifact.RunId == run, Token), File.Exists(PathOf(run)));
        }

        public async Task<int> EventsAsync(Guid run)
        {
            await using var db = PlatformDatabase.Open(database, organization);
            return await db.Set<RunEvent>().CountAsync(happened => happened.RunId == run, Token);
        }

        public async Task<RunStatus> StatusAsync(Guid run)
        {
            await using var db = PlatformDatabase.Open(database, organization);
            return await db.Set<Run>().Where(one => one.Id == run).Select(one => one.Status).SingleAsync(Token);
        }

        private string PathOf(Guid run) => Path.Combine(folder, ArtifactKeys.Of(organization, run, 1, "video.webm").Replace('/', Path.DirectorySeparatorChar));
    }
}
