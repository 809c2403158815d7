using Autonoma.Platform.Data;
using Autonoma.Platform.Refusals;
using Autonoma.Platform.Runs;
using Autonoma.Platform.Schedules;
using Autonoma.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Autonoma.Platform.Work;

/// <summary>
/// Starts what schedules ask for. The suite run, and when the schedule is due next, are one transaction: whatever dies, a time is used once. Times that
/// passed while nobody looked are made up for by one run, not by one for each.
/// </summary>
/// <param name="scopes">A scope for each schedule.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Told what could not be started.</param>
public sealed partial class ScheduleRunner(IServiceScopeFactory scopes, TimeProvider time, ILogger<ScheduleRunner> logger)
{
    /// <summary>When a schedule is due after a moment; null for never.</summary>
    /// <exception cref="FormatException">It is no cron expression, or there is no such time zone.</exception>
    public static DateTimeOffset? Next(string cron, string timeZone, DateTimeOffset after)
    {
        try
        {
            return new CronExpression(cron, TimeZoneInfo.FindSystemTimeZoneById(timeZone)).GetNextValidTimeAfter(after)?.ToUniversalTime();
        }
        catch (TimeZoneNotFoundException)
        {
            throw new FormatException($"There is no time zone '{timeZone}'. Examples: Europe/Vienna, UTC.");
        }
    }

    /// <summary>Starts what is due, and works out when what was edited is.</summary>
    /// <returns>How many suite runs were started.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var started = 0;
        foreach (var (schedule, organization) in await CandidatesAsync(cancellationToken).ConfigureAwait(false))
            started += await OneAsync(schedule, organization, cancellationToken).ConfigureAwait(false) ? 1 : 0;
        return started;
    }

    private async Task<List<(Guid Schedule, Guid Organization)>> CandidatesAsync(CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using var _ = scope.ConfigureAwait(false);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var now = time.GetUtcNow();
        var rows = await (from schedule in db.Set<Schedule>().AcrossOrganizations()
                          join turn in db.Set<ScheduleTurn>().AcrossOrganizations() on schedule.Id equals turn.ScheduleId into turns
                          from turn in turns.DefaultIfEmpty()
                          where schedule.IsEnabled && (turn == null || turn.ScheduleVersion != schedule.Version || turn.DueAt <= now)
                          orderby schedule.Id
                          select new { schedule.Id, schedule.OrganizationId }).Take(100).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => (row.Id, row.OrganizationId))];
    }

    private async Task<bool> OneAsync(Guid id, Guid organization, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using var _ = scope.ConfigureAwait(false);
        scope.ServiceProvider.GetRequiredService<Tenant>().Enter(organization);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = transaction.ConfigureAwait(false);
        // Whoever comes second leaves it alone; whoever comes later sees what the first has written.
        var schedule = (await db.Set<Schedule>().FromSql($"SELECT * FROM schedules WHERE id = {id} FOR UPDATE SKIP LOCKED").AsNoTracking().ToListAsync(cancellationToken).ConfigureAwait(false)).SingleOrDefault();
        if (schedule is not { IsEnabled: true })
            return false;
        var turn = await db.Set<ScheduleTurn>().SingleOrDefaultAsync(one => one.ScheduleId == id, cancellationToken).ConfigureAwait(false);
        if (turn is null)
            db.Add(turn = new() { ScheduleId = id, ScheduleVersion = 0 });
        var now = time.GetUtcNow();
        var due = turn.ScheduleVersion == schedule.Version && turn.DueAt <= now;
        if (turn.ScheduleVersion == schedule.Version && !due)
            return false;
        turn.ScheduleVersion = schedule.Version;
        turn.Problem = null;
        try
        {
            turn.DueAt = Next(schedule.Cron, schedule.TimeZone, now);
            if (due)
            {
                await scope.ServiceProvider.GetRequiredService<RunStarter>().StartAsync(
                    schedule.ApplicationId,
                    new() { Folder = schedule.Folder, Tags = schedule.Tags, Branch = schedule.Branch, Url = schedule.Url, Trigger = "schedule", ScheduleId = id },
                    cancellationToken).ConfigureAwait(false);
                await db.Database.ExecuteSqlAsync($"UPDATE schedules SET last_run_at = {now} WHERE id = {id}", cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is RefusedException or FormatException)
        {
            (turn.Problem, due) = (e.Message, false);
            NotStarted(logger, schedule.Name, id, e.Message);
        }

        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return due;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Schedule {Name} ({Id}) started nothing: {Reason}")]
    private static partial void NotStarted(ILogger logger, string name, Guid id, string reason);
}
