using Autonoma.Platform.Access;
using Autonoma.Platform.Audit;
using Autonoma.Platform.Data;
using Autonoma.Platform.Refusals;
using Autonoma.Platform.Schedules;
using Autonoma.Platform.Work;
using Autonoma.Server.Access;
using Autonoma.Server.Answers;
using Autonoma.Server.Applications;
using Autonoma.Server.Hosting;
using Autonoma.Server.Networks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Autonoma.Server.Schedules;

/// <param name="ApplicationId">Of which application; only when it is made.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Cron">Five fields (30 6 * * MON-FRI), or six with seconds first as Quartz reads them.</param>
/// <param name="TimeZone">IANA name; UTC when left out.</param>
/// <param name="IsEnabled">Whether it runs.</param>
/// <param name="Branch">Which branch; the main one when left out.</param>
/// <param name="Folder">Which folder; all when left out.</param>
/// <param name="Tags">Tests with any of these; all when empty.</param>
/// <param name="Url">Where, instead of the application's own address.</param>
internal sealed record ScheduleRequest(Guid? ApplicationId, string? Name, string? Cron, string? TimeZone, bool? IsEnabled, string? Branch, string? Folder, IReadOnlyList<string>? Tags, string? Url);

/// <summary>A schedule, with when it runs next (nothing when it does not) and why the last time started nothing (null when it did).</summary>
internal sealed record ScheduleItem(Guid Id, Guid ApplicationId, string Name, string Cron, string TimeZone, bool IsEnabled, string? Branch, string? Folder, IReadOnlyList<string> Tags, string? Url, DateTimeOffset? LastRunAt, string? Problem, IReadOnlyList<DateTimeOffset> Next, int Version, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

/// <summary>Runs that come again and again.</summary>
internal sealed class ScheduleFeature : IServerFeature
{
    private const int Shown = 3;

    public void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/schedules").WithTags("schedules");
        group.MapGet("", ListAsync).Needs(Permission.Read).WithSummary("Schedules, of one application or all.");
        group.MapPost("", CreateAsync).Needs(Permission.Edit).Idempotent().WithSummary("Adds a schedule.");
        group.MapGet("{scheduleId:guid}", GetAsync).Needs(Permission.Read).WithSummary("One schedule.");
        group.MapPatch("{scheduleId:guid}", ChangeAsync).Needs(Permission.Edit).WithSummary("Changes a schedule.");
        group.MapDelete("{scheduleId:guid}", RemoveAsync).Needs(Permission.Edit).WithSummary("Removes a schedule.");
    }

    private static async Task<IReadOnlyList<ScheduleItem>> ListAsync(PlatformDbContext db, TimeProvider time, CancellationToken cancellationToken, Guid? applicationId = null)
    {
        var schedules = await db.Set<Schedule>().AsNoTracking().Where(schedule => applicationId == null || schedule.ApplicationId == applicationId).OrderBy(schedule => schedule.Id).ToListAsync(cancellationToken);
        var turns = await db.Set<ScheduleTurn>().AsNoTracking().ToDictionaryAsync(turn => turn.ScheduleId, cancellationToken);
        return [.. schedules.Select(schedule => Item(schedule, turns.GetValueOrDefault(schedule.Id), time))];
    }

    private static async Task<Created<ScheduleItem>> CreateAsync(ScheduleRequest request, HttpResponse response, PlatformDbContext db, AuditLog audit, AddressGuard addresses, TimeProvider time, CancellationToken cancellationToken)
    {
        var fields = new Fields("schedule.invalid");
        fields.Check(request.ApplicationId is not null, "applicationId", "is needed");
        fields.Check(!string.IsNullOrWhiteSpace(request.Cron), "cron", "is needed");
        var name = fields.Required(request.Name, "name", 200);
        fields.ThrowIfWrong();
        var application = await db.ApplicationAsync(request.ApplicationId!.Value, cancellationToken);
        var schedule = new Schedule { ApplicationId = application.Id, Name = name, Cron = "", TimeZone = "UTC" };
        Apply(request, schedule, addresses);
        db.Add(schedule);
        audit.Note("schedule.create", schedule.Name, schedule.Id, new { schedule.Cron, schedule.TimeZone });
        await db.SaveChangesAsync(cancellationToken);
        response.Tell(schedule.Version);
        return TypedResults.Created($"/v1/schedules/{schedule.Id}", Item(schedule, turn: null, time));
    }

    private static async Task<ScheduleItem> GetAsync(Guid scheduleId, HttpResponse response, PlatformDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        var schedule = await FindAsync(db, scheduleId, cancellationToken);
        response.Tell(schedule.Version);
        return Item(schedule, await db.Set<ScheduleTurn>().AsNoTracking().FirstOrDefaultAsync(turn => turn.ScheduleId == scheduleId, cancellationToken), time);
    }

    private static async Task<ScheduleItem> ChangeAsync(Guid scheduleId, ScheduleRequest request, HttpContext context, PlatformDbContext db, AuditLog audit, AddressGuard addresses, TimeProvider time, CancellationToken cancellationToken)
    {
        var schedule = await FindAsync(db, scheduleId, cancellationToken);
        context.Request.Expect(schedule);
        Apply(request, schedule, addresses);
        audit.Note("schedule.change", schedule.Name, schedule.Id, new { schedule.Cron, schedule.TimeZone, schedule.IsEnabled });
        await db.SaveChangesAsync(cancellationToken);
        context.Response.Tell(schedule.Version);
        return Item(schedule, turn: null, time);
    }

    private static async Task<NoContent> RemoveAsync(Guid scheduleId, HttpRequest request, PlatformDbContext db, AuditLog audit, CancellationToken cancellationToken)
    {
        var schedule = await FindAsync(db, scheduleId, cancellationToken);
        request.Expect(schedule);
        audit.Note("schedule.delete", schedule.Name, schedule.Id);
        db.Remove(schedule);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static void Apply(ScheduleRequest request, Schedule schedule, AddressGuard addresses)
    {
        var fields = new Fields("schedule.invalid");
        if (request.Name is not null)
            schedule.Name = fields.Required(request.Name, "name", 200);
        if (request.Cron is not null)
            schedule.Cron = CronOf(request.Cron, fields);
        if (request.TimeZone is not null)
        {
            fields.Check(TimeZoneInfo.TryFindSystemTimeZoneById(request.TimeZone, out _), "timeZone", $"is no time zone: '{(request.TimeZone.Length > 60 ? request.TimeZone[..60] : request.TimeZone)}'. Use an IANA name such as Europe/Vienna");
            schedule.TimeZone = request.TimeZone;
        }

        if (request.Url is not null)
        {
            schedule.Url = fields.Url(request.Url, "url");
            addresses.Check(fields, schedule.Url, "url");
        }

        schedule.IsEnabled = request.IsEnabled ?? schedule.IsEnabled;
        schedule.Branch = request.Branch is null ? schedule.Branch : fields.Optional(request.Branch, "branch", 255);
        schedule.Folder = request.Folder is null ? schedule.Folder : fields.Optional(request.Folder, "folder", 500);
        if (request.Tags is { } tags)
        {
            fields.Check(tags.Count <= 50 && tags.All(tag => tag is { Length: > 0 and <= 100 }), "tags", "are at most 50, of 1 to 100 characters");
            schedule.Tags = [.. tags.Distinct(StringComparer.Ordinal)];
        }

        fields.ThrowIfWrong();
    }

    // Five fields are what people know from cron; Quartz wants seconds, and a question mark where the other kind of day is said.
    private static string CronOf(string said, Fields fields)
    {
        var parts = said.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 5)
        {
            var (day, weekday) = (parts[2], parts[4]);
            if (weekday == "*")
                weekday = "?";
            else if (day == "*")
                day = "?";
            parts = ["0", parts[0], parts[1], day, parts[3], Weekdays(weekday)];
        }

        var cron = string.Join(' ', parts);
        var isValid = cron.Length <= 120 && CronExpression.TryParse(cron, out _);
        fields.Check(isValid, "cron", "is no schedule: five fields as in 30 6 * * MON-FRI, or six with seconds first");
        if (isValid)
            fields.Check(parts[0].All(char.IsAsciiDigit), "cron", "would run more often than once a minute");
        return cron;
    }

    // Cron counts the days of the week from 0 for Sunday, Quartz from 1.
    private static string Weekdays(string field)
    {
        if (field is "?" or "*" || field.Any(char.IsAsciiLetter) || field.Contains('/', StringComparison.Ordinal) || field.Contains('#', StringComparison.Ordinal))
            return field;
        return string.Join(',', field.Split(',').Select(part => string.Join('-', part.Split('-').Select(day => int.TryParse(day, System.Globalization.CultureInfo.InvariantCulture, out var number) ? $"{(number % 7) + 1}" : day))));
    }

    private static async Task<Schedule> FindAsync(PlatformDbContext db, Guid id, CancellationToken cancellationToken)
        => await db.Set<Schedule>().FirstOrDefaultAsync(schedule => schedule.Id == id, cancellationToken) ?? throw Refused.NotFound("schedule");

    // What was wrong with another version of it says nothing of this one.
    private static ScheduleItem Item(Schedule schedule, ScheduleTurn? turn, TimeProvider time)
    {
        var next = new List<DateTimeOffset>();
        if (schedule.IsEnabled)
        {
            var cron = new CronExpression(schedule.Cron, TimeZoneInfo.FindSystemTimeZoneById(schedule.TimeZone));
            for (var at = cron.GetNextValidTimeAfter(time.GetUtcNow()); at is { } when && next.Count < Shown; at = cron.GetNextValidTimeAfter(when))
                next.Add(when);
        }

        return new(schedule.Id, schedule.ApplicationId, schedule.Name, schedule.Cron, schedule.TimeZone, schedule.IsEnabled, schedule.Branch, schedule.Folder, schedule.Tags, schedule.Url, schedule.LastRunAt, turn?.ScheduleVersion == schedule.Version ? turn.Problem : null, next, schedule.Version, schedule.CreatedAt, schedule.UpdatedAt);
    }
}
