using System.Globalization;
using Autonoma.Platform.Data;
using Autonoma.Platform.Schedules;
using Autonoma.Platform.Tenancy;
using Autonoma.Platform.Work;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Autonoma.Server.Tests.Runs;

public sealed class ScheduleTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("0 30 6 ? * MON-FRI", "Europe/Vienna", "2026-11-20T12:00:00Z", "2026-11-23T05:30:00Z")] // over a weekend
    [InlineData("0 30 6 * * ?", "Europe/Vienna", "2026-03-28T12:00:00Z", "2026-03-29T04:30:00Z")] // the clocks went forward that night
    [InlineData("0 30 6 * * ?", "UTC", "2026-03-28T12:00:00Z", "2026-03-29T06:30:00Z")]
    public void Next_FollowsTheZone(string cron, string zone, string after, string expected)
        => ScheduleRunner.Next(cron, zone, DateTimeOffset.Parse(after, CultureInfo.InvariantCulture)).ShouldBe(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture));

    [Fact]
    public async Task Schedule_DueForManyServersAtOnce_StartsOneSuiteRun_AndKeepsWhatItCannotStart()
    {
        using var owner = await server.NewOwnerAsync();
        var application = await WorkingServer.ApplicationAsync(server, owner, "http://127.0.0.1:9/", endpoint: null, ("a.md", "---\ntitle: A\nurl: /\n---\n## Steps\n1. Verify that the text \"A\" is shown\n"));
        Guid due, empty;
        await using (var scope = server.Server.App.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<Tenant>().Enter(Guid.Parse(owner.Organization));
            var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
            var schedules = new[] { new Schedule { ApplicationId = application, Name = "Due", Cron = "0 0 5 * * ?", TimeZone = "UTC" }, new Schedule { ApplicationId = application, Name = "Empty", Cron = "0 0 5 * * ?", TimeZone = "UTC", Folder = "nowhere" } };
            db.AddRange(schedules.AsEnumerable());
            await db.SaveChangesAsync(Token);
            (due, empty) = (schedules[0].Id, schedules[1].Id);
        }

        var runner = server.Server.App.Services.GetRequiredService<ScheduleRunner>();
        await runner.RunAsync(Token); // works out when they are due
        await using var database = NpgsqlDataSource.Create(server.Database);
        await using (var late = database.CreateCommand("UPDATE schedule_turns SET due_at = now() - interval '3 days'"))
            (await late.ExecuteNonQueryAsync(Token)).ShouldBe(2);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => runner.RunAsync(Token)));

        var started = (await owner.GetAsync($"/v1/suite-runs?applicationId={application}"))["items"]!.AsArray();
        started.Select(suite => suite!["scheduleId"]!.GetValue<string>()).ShouldBe([due.ToString()]);
        started[0]!["trigger"]!.GetValue<string>().ShouldBe("schedule");
        var listed = (await owner.GetAsync($"/v1/schedules?applicationId={application}")).AsArray().ToDictionary(schedule => schedule!["id"]!.GetValue<Guid>(), schedule => schedule!["problem"]?.GetValue<string>());
        (listed[due], listed[empty]).ShouldBe((null, "No test of this branch fits what was asked for."));
        (await owner.GetAsync($"/v1/schedules/{empty}"))["problem"]!.GetValue<string>().ShouldBe("No test of this branch fits what was asked for.");
        // Once it says something else, it has not failed yet.
        (await owner.AskAsync(HttpMethod.Patch, $"/v1/schedules/{empty}", new { folder = "" }))["problem"].ShouldBeNull();
        await using var again = database.CreateCommand("SELECT count(*) FROM schedule_turns WHERE due_at > now()");
        (await again.ExecuteScalarAsync(Token)).ShouldBe(2L);
    }
}
