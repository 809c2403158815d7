using Autonoma.Platform.Access;
using Autonoma.Platform.Audit;
using Autonoma.Platform.Branches;
using Autonoma.Platform.Data;
using Autonoma.Platform.Refusals;
using Autonoma.Platform.Schedules;
using Autonoma.Platform.Secrets;
using Autonoma.Platform.Tests;
using Autonoma.Server.Access;
using Autonoma.Server.Answers;
using Autonoma.Server.Applications;
using Autonoma.Server.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Autonoma.Server.Tests;

/// <summary>Tags across the tests of a branch. They stand in the tests' own texts: another name is one new version of the suite.</summary>
internal sealed class TagFeature : IServerFeature
{
    private const int LongestTag = 100, MostNamed = 5;

    public void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/applications/{applicationId:guid}/tags").WithTags("tests");
        group.MapGet("", ListAsync).Needs(Permission.Read).WithSummary("Tags of a branch, by name, with how many tests have each.");
        group.MapPost("rename", RenameAsync).Needs(Permission.Edit).WithSummary("Gives a tag another name in every test that has it, and in the schedules that run it; a name that there is already takes its tests in.");
        group.MapPost("remove", RemoveAsync).Needs(Permission.Edit).WithSummary("Takes a tag away from every test that has it. Refused while a schedule runs it.");
    }

    private static async Task<IReadOnlyList<TagItem>> ListAsync(Guid applicationId, PlatformDbContext db, SuiteStore suites, CancellationToken cancellationToken, string? branch = null)
    {
        await db.ApplicationAsync(applicationId, cancellationToken);
        var chosen = await suites.BranchAsync(applicationId, branch, cancellationToken);
        var tags = await (from entry in suites.Current(chosen.Id)
                          join plan in db.Set<Plan>() on entry.PlanId equals plan.Id
                          from tag in plan.Tags
                          group tag by tag into same
                          select new TagItem(same.Key, same.Count())).ToListAsync(cancellationToken);
        return [.. tags.OrderBy(tag => tag.Name, StringComparer.Ordinal)];
    }

    private static async Task<SuiteChangeAnswer> RenameAsync(Guid applicationId, TagRename request, PlatformDbContext db, SuiteStore suites, SecretStore secrets, AuditLog audit, CancellationToken cancellationToken, string? branch = null)
    {
        var fields = new Fields("tag.invalid");
        var (from, to) = (fields.Required(request.From, "from", LongestTag), fields.Required(request.To, "to", LongestTag));
        fields.Check(to.Length == 0 || (!to.Any(letter => char.IsControl(letter) || letter is ',' or ';') && to[0] is not ('@' or '#' or '!')), "to", "is a word or some, without a comma, and does not begin with @, # or !");
        fields.ThrowIfWrong();
        await db.ApplicationAsync(applicationId, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var chosen = await suites.ForChangeAsync(applicationId, branch, cancellationToken);
        foreach (var schedule in await SchedulesAsync(db, chosen, from, cancellationToken))
            schedule.Tags = [.. schedule.Tags.Select(tag => tag == from ? to : tag).Distinct(StringComparer.Ordinal)];
        audit.Note("tag.rename", $"{from} to {to}", applicationId, new { branch = chosen.Name });
        var change = await ChangeAsync(chosen, from, to, $"Renamed the tag {from} to {to}", db, suites, secrets, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return change;
    }

    private static async Task<SuiteChangeAnswer> RemoveAsync(Guid applicationId, TagRemoval request, PlatformDbContext db, SuiteStore suites, SecretStore secrets, AuditLog audit, CancellationToken cancellationToken, string? branch = null)
    {
        var fields = new Fields("tag.invalid");
        var tag = fields.Required(request.Tag, "tag", LongestTag);
        fields.ThrowIfWrong();
        await db.ApplicationAsync(applicationId, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var chosen = await suites.ForChangeAsync(applicationId, branch, cancellationToken);
        // It would go on and run nothing, or everything.
        if (await SchedulesAsync(db, chosen, tag, cancellationToken) is [var schedule, ..])
            throw Refused.Conflict("tag.scheduled", $"The schedule '{schedule.Name}' runs tests with this tag: change it first.");
        audit.Note("tag.remove", tag, applicationId, new { branch = chosen.Name });
        var change = await ChangeAsync(chosen, tag, null, $"Removed the tag {tag}", db, suites, secrets, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return change;
    }

    private static async Task<SuiteChangeAnswer> ChangeAsync(Branch branch, string tag, string? name, string message, PlatformDbContext db, SuiteStore suites, SecretStore secrets, CancellationToken cancellationToken)
    {
        var rows = await (from entry in suites.Current(branch.Id)
                          join plan in db.Set<Plan>() on entry.PlanId equals plan.Id
                          where plan.Tags.Contains(tag)
                          orderby entry.Path
                          select new { entry.Path, plan.Content }).AsNoTracking().ToListAsync(cancellationToken);
        if (rows.Count == 0)
            throw Refused.NotFound("tag");
        var names = await TestFeature.NamesAsync(secrets, branch.ApplicationId, cancellationToken);
        var written = rows.AsParallel().AsOrdered().Select(row => (row.Path, Read: TagEditing.Change(row.Content, tag, name) is { } text ? TestReading.Read(row.Path, text, names) : null)).ToList();
        if (written.Where(test => test.Read is null).Select(test => test.Path).ToList() is { Count: > 0 } odd)
            throw Refused.Conflict("tag.by_hand", $"The tags of {string.Join(", ", odd.Take(MostNamed))}{(odd.Count > MostNamed ? $" and {odd.Count - MostNamed} more" : "")} are written in a way that only a person can change. Nothing was changed.");
        return ImportFeature.Answer(await suites.ChangeAsync(branch, [.. written.Select(test => test.Read!)], [], new("editor", message), cancellationToken), branch.Name);
    }

    private static async Task<List<Schedule>> SchedulesAsync(PlatformDbContext db, Branch branch, string tag, CancellationToken cancellationToken)
        => await db.Set<Schedule>().Where(schedule => schedule.ApplicationId == branch.ApplicationId && schedule.Tags.Contains(tag) && (schedule.Branch == null ? branch.IsMain : schedule.Branch == branch.Name)).ToListAsync(cancellationToken);
}
