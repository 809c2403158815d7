using Autonoma.Platform.Access;
using Autonoma.Platform.Audit;
using Autonoma.Platform.Branches;
using Autonoma.Platform.Data;
using Autonoma.Platform.Refusals;
using Autonoma.Platform.Tests;
using Autonoma.Server.Access;
using Autonoma.Server.Answers;
using Autonoma.Server.Applications;
using Autonoma.Server.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Autonoma.Server.Tests;

/// <summary>Branches, their versions, and what differs between two.</summary>
internal sealed class BranchFeature : IServerFeature
{
    public void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/applications/{applicationId:guid}").WithTags("branches");
        group.MapGet("branches", ListAsync).Needs(Permission.Read).WithSummary("Branches of an application, the main one first.");
        group.MapPost("branches", CreateAsync).Needs(Permission.Edit).WithSummary("Begins a branch from the main one.");
        group.MapDelete("branches/{branchId:guid}", RemoveAsync).Needs(Permission.Edit).WithSummary("Removes a branch; the main one stays.");
        group.MapGet("suite-versions", VersionsAsync).Needs(Permission.Read).WithSummary("Versions of a branch, newest first.");
        routes.MapGet("/v1/suite-versions/{suiteVersionId:guid}/diff/{otherSuiteVersionId:guid}", DiffAsync).Needs(Permission.Read).WithTags("branches").WithSummary("What differs between two versions of an application's suite.");
    }

    /// <summary>The name of a branch, as Git would take it.</summary>
    internal static string Name(string? name)
    {
        var text = name?.Trim() ?? "";
        return text.Length is > 0 and <= 255 && !text.Any(letter => char.IsControl(letter) || letter is ' ' or '~' or '^' or ':' or '?' or '*' or '[' or '\\') ? text : throw Refused.Invalid("branch.name", "branch", "A branch is named as in Git, with at most 255 characters.");
    }

    internal static SuiteVersionItem Item(SuiteVersion version, string branch)
        => new(version.Id, version.BranchId, branch, version.Number, version.Source, version.Message, version.Commit, version.AuthorId, version.Tests, version.CreatedAt);

    private static async Task<IReadOnlyList<BranchItem>> ListAsync(Guid applicationId, PlatformDbContext db, CancellationToken cancellationToken)
    {
        await db.ApplicationAsync(applicationId, cancellationToken);
        return await db.Set<Branch>().Where(branch => branch.ApplicationId == applicationId).OrderByDescending(branch => branch.IsMain).ThenByDescending(branch => branch.UpdatedAt)
            .Select(branch => new BranchItem(branch.Id, branch.Name, branch.IsMain, branch.PullRequest, branch.Head, db.Set<SuiteEntry>().Count(entry => entry.BranchId == branch.Id && entry.ValidTo == null), branch.CreatedAt, branch.UpdatedAt)).ToListAsync(cancellationToken);
    }

    private static async Task<Created<BranchItem>> CreateAsync(Guid applicationId, BranchRequest request, PlatformDbContext db, SuiteStore suites, AuditLog audit, CancellationToken cancellationToken)
    {
        var application = await db.ApplicationAsync(applicationId, cancellationToken);
        var name = Name(request.Name);
        if (await db.Set<Branch>().AnyAsync(branch => branch.ApplicationId == applicationId && branch.Name == name, cancellationToken))
            throw Refused.Conflict("branch.exists", $"There is a branch '{name}'.");
        var made = await suites.EnsureBranchAsync(application, name, request.PullRequest, cancellationToken);
        audit.Note("branch.create", name, made.Id);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/v1/applications/{applicationId}/branches/{made.Id}", new BranchItem(made.Id, made.Name, made.IsMain, made.PullRequest, made.Head, await suites.Current(made.Id).CountAsync(cancellationToken), made.CreatedAt, made.UpdatedAt));
    }

    private static async Task<NoContent> RemoveAsync(Guid applicationId, Guid branchId, PlatformDbContext db, AuditLog audit, CancellationToken cancellationToken)
    {
        var branch = await db.Set<Branch>().FirstOrDefaultAsync(branch => branch.Id == branchId && branch.ApplicationId == applicationId, cancellationToken) ?? throw Refused.NotFound("branch");
        if (branch.IsMain)
            throw Refused.Conflict("branch.main", "The main branch stays.");
        audit.Note("branch.delete", branch.Name, branch.Id);
        db.Remove(branch);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Page<SuiteVersionItem>> VersionsAsync(Guid applicationId, PlatformDbContext db, SuiteStore suites, CancellationToken cancellationToken, string? branch = null, int? limit = null, string? cursor = null)
    {
        await db.ApplicationAsync(applicationId, cancellationToken);
        var (count, after) = (Cursor.Limit(limit), Cursor.Id(cursor));
        var chosen = await suites.BranchAsync(applicationId, branch, cancellationToken);
        var rows = await db.Set<SuiteVersion>().AsNoTracking().Where(version => version.BranchId == chosen.Id && (after == null || version.Id.CompareTo(after.Value) < 0)).OrderByDescending(version => version.Id).Take(count + 1).ToListAsync(cancellationToken);
        return Cursor.Of(rows, count, version => Item(version, chosen.Name));
    }

    private static async Task<SuiteDiff> DiffAsync(Guid suiteVersionId, Guid otherSuiteVersionId, PlatformDbContext db, SuiteStore suites, CancellationToken cancellationToken)
    {
        var (from, before) = await VersionAsync(db, suiteVersionId, cancellationToken);
        var (to, after) = await VersionAsync(db, otherSuiteVersionId, cancellationToken);
        if (before.ApplicationId != after.ApplicationId)
            throw Refused.NotFound("suite version");
        var (old, now) = (suites.At(before.Id, from.Number), suites.At(after.Id, to.Number));
        // Only what differs is read: two versions of ten thousand tests share nearly all of them.
        var gone = await Rows(db, old.Where(entry => !now.Any(other => other.PlanId == entry.PlanId)), cancellationToken);
        var come = await Rows(db, now.Where(entry => !old.Any(other => other.PlanId == entry.PlanId)), cancellationToken);
        var byTest = gone.ToDictionary(row => row.TestId);
        var items = new List<DiffItem>();
        foreach (var row in come)
        {
            if (!byTest.Remove(row.TestId, out var was))
                items.Add(new(row.TestId, "added", row.Path, null, row.Title, null, row.Content));
            else
                items.Add(new(row.TestId, was.Content == row.Content ? "moved" : "changed", row.Path, was.Path, row.Title, was.Content, row.Content));
        }

        items.AddRange(byTest.Values.Select(row => new DiffItem(row.TestId, "removed", row.Path, row.Path, row.Title, row.Content, null)));
        return new(Item(from, before.Name), Item(to, after.Name), items.Count(item => item.Kind == "added"), items.Count(item => item.Kind is "changed" or "moved"), items.Count(item => item.Kind == "removed"), [.. items.OrderBy(item => item.Path, StringComparer.Ordinal)]);
    }

    private static async Task<(SuiteVersion Version, Branch Branch)> VersionAsync(PlatformDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var version = await db.Set<SuiteVersion>().AsNoTracking().FirstOrDefaultAsync(version => version.Id == id, cancellationToken) ?? throw Refused.NotFound("suite version");
        return (version, await db.Set<Branch>().AsNoTracking().SingleAsync(branch => branch.Id == version.BranchId, cancellationToken));
    }

    private static async Task<List<PlanRow>> Rows(PlatformDbContext db, IQueryable<SuiteEntry> entries, CancellationToken cancellationToken)
        => await (from entry in entries
                  join plan in db.Set<Plan>() on entry.PlanId equals plan.Id
                  select new PlanRow(entry.TestId, plan.Path, plan.Title, plan.Content)).AsNoTracking().ToListAsync(cancellationToken);

    private sealed record PlanRow(Guid TestId, string Path, string Title, string Content);
}
