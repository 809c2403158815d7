using Autonoma.Platform.Access;
using Autonoma.Platform.Data;
using Autonoma.Platform.Refusals;
using Autonoma.Platform.Runs;
using Autonoma.Server.Access;
using Autonoma.Server.Hosting;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Autonoma.Server.Runs;

/// <summary>How runs of a day ended.</summary>
internal sealed record DashboardDay(DateOnly Day, int Passed, int Failed, int Errors, int? P50Ms);

/// <summary>A test whose verdict went back and forth.</summary>
/// <param name="TestId">Which.</param>
/// <param name="Title">Its title.</param>
/// <param name="Flips">How often it was another one than the time before.</param>
/// <param name="Rate">Of the times it could have been.</param>
internal sealed record FlakyTest(Guid TestId, string Title, int Flips, double Rate);

/// <summary>How things stand.</summary>
/// <param name="PassRate">Passed of those with a verdict on the app, 0 to 1; null when there are none.</param>
/// <param name="Runs">Runs that ended in that time.</param>
/// <param name="ByDay">Day by day, UTC.</param>
/// <param name="Running">Runs under way.</param>
/// <param name="Flaky">The worst first.</param>
/// <param name="RecentSuiteRuns">The newest first.</param>
internal sealed record DashboardAnswer(double? PassRate, int Runs, IReadOnlyList<DashboardDay> ByDay, IReadOnlyList<RunItem> Running, IReadOnlyList<FlakyTest> Flaky, IReadOnlyList<SuiteRunItem> RecentSuiteRuns);

/// <summary>What somebody wants to see first in the morning.</summary>
internal sealed class DashboardFeature : IServerFeature
{
    private const string DaysSql = """
        SELECT (ended_at AT TIME ZONE 'UTC')::date AS day, count(*) FILTER (WHERE status = 'Passed'), count(*) FILTER (WHERE status = 'Failed'), count(*) FILTER (WHERE status = 'Error'),
            round(percentile_cont(0.5) WITHIN GROUP (ORDER BY duration_ms))::int
        FROM runs WHERE organization_id = @organization AND ended_at >= @since AND status IN ('Passed', 'Failed', 'Error') AND (@application IS NULL OR application_id = @application) GROUP BY 1 ORDER BY 1
        """;

    // A test that was mended flips once; one that nobody touches flips back.
    private const string FlakySql = """
        WITH ended AS (
            SELECT test_id, status, lag(status) OVER (PARTITION BY test_id, branch_id ORDER BY ended_at) AS before FROM runs
            WHERE organization_id = @organization AND ended_at >= @since AND status IN ('Passed', 'Failed') AND test_id IS NOT NULL AND (@application IS NULL OR application_id = @application)
        ), flips AS (
            SELECT test_id, count(*) FILTER (WHERE status <> before) AS flips, count(before) AS times FROM ended GROUP BY test_id HAVING count(*) FILTER (WHERE status <> before) >= 2 ORDER BY 2 DESC, 1 LIMIT 10
        )
        SELECT flips.test_id, newest.title, flips.flips::int, flips.flips::float8 / flips.times FROM flips
        CROSS JOIN LATERAL (SELECT title FROM runs WHERE runs.test_id = flips.test_id ORDER BY id DESC LIMIT 1) newest ORDER BY 3 DESC, 1
        """;

    public void Map(IEndpointRouteBuilder routes)
        => routes.MapGet("/v1/dashboard", AnswerAsync).Needs(Permission.Read).WithTags("runs").WithSummary("How things stand: rates, trends, what runs now, what is flaky.");

    private static async Task<DashboardAnswer> AnswerAsync(PlatformDbContext db, NpgsqlDataSource database, TimeProvider time, CancellationToken cancellationToken, Guid? applicationId = null, int days = 14)
    {
        if (days is < 1 or > 366)
            throw Refused.Invalid("dashboard.days", "days", "From 1 to 366.");
        var since = new DateTimeOffset(time.GetUtcNow().UtcDateTime.Date.AddDays(1 - days), TimeSpan.Zero);
        // Both read every run of that time: at once, they take as long as one.
        var counting = ReadAsync(Command(database, DaysSql, db.OrganizationId, applicationId, since), reader => new DashboardDay(reader.GetFieldValue<DateOnly>(0), (int)reader.GetInt64(1), (int)reader.GetInt64(2), (int)reader.GetInt64(3), reader.IsDBNull(4) ? null : reader.GetInt32(4)), cancellationToken);
        var comparing = ReadAsync(Command(database, FlakySql, db.OrganizationId, applicationId, since), reader => new FlakyTest(reader.GetGuid(0), reader.GetString(1), reader.GetInt32(2), Math.Round(reader.GetDouble(3), 3)), cancellationToken);
        await Task.WhenAll(counting, comparing);
        var (byDay, flaky) = (await counting, await comparing);
        var running = await db.Set<Run>().AsNoTracking().Where(run => run.Status == RunStatus.Running && (applicationId == null || run.ApplicationId == applicationId)).OrderBy(run => run.Id).Take(50).ToListAsync(cancellationToken);
        var recent = await db.Set<SuiteRun>().AsNoTracking().Where(suite => applicationId == null || suite.ApplicationId == applicationId).OrderByDescending(suite => suite.Id).Take(10).ToListAsync(cancellationToken);
        var (passed, failed, errors) = (byDay.Sum(day => day.Passed), byDay.Sum(day => day.Failed), byDay.Sum(day => day.Errors));
        return new(
            passed + failed == 0 ? null : Math.Round((double)passed / (passed + failed), 4), passed + failed + errors, byDay, [.. running.Select(RunItems.Of)], flaky,
            [.. recent.Select(suite => RunItems.Of(suite, branch: null, running.Count(run => run.SuiteRunId == suite.Id)))]);
    }

    private static async Task<List<T>> ReadAsync<T>(NpgsqlCommand command, Func<NpgsqlDataReader, T> row, CancellationToken cancellationToken)
    {
        await using (command)
        {
            var rows = new List<T>();
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                rows.Add(row(reader));
            return rows;
        }
    }

    private static NpgsqlCommand Command(NpgsqlDataSource database, string sql, Guid organization, Guid? application, DateTimeOffset since)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.AddWithValue("organization", organization);
        command.Parameters.Add(new("application", NpgsqlTypes.NpgsqlDbType.Uuid) { Value = (object?)application ?? DBNull.Value });
        command.Parameters.AddWithValue("since", since);
        return command;
    }
}
