using Autonoma.Platform.Access;
using Autonoma.Platform.Branches;
using Autonoma.Platform.Data;
using Autonoma.Platform.Refusals;
using Autonoma.Platform.Runs;
using Autonoma.Platform.Work;
using Autonoma.Server.Access;
using Autonoma.Server.Answers;
using Autonoma.Server.Hosting;
using Autonoma.Server.Networks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Autonoma.Server.Runs;

/// <summary>Suite runs: to start them, to look at them, to stop them.</summary>
internal sealed class SuiteRunFeature : IServerFeature
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/applications/{applicationId:guid}/suite-runs", StartAsync).Needs(Permission.Run).Idempotent().WithTags("runs").WithSummary("Starts tests.");
        var group = routes.MapGroup("/v1/suite-runs").WithTags("runs");
        group.MapGet("", ListAsync).Needs(Permission.Read).WithSummary("Suite runs, newest first.");
        group.MapGet("{suiteRunId:guid}", ShowAsync).Needs(Permission.Read).WithSummary("A suite run with its runs.");
        group.MapPost("{suiteRunId:guid}/cancel", CancelAsync).Needs(Permission.Run).WithSummary("Stops all its runs.");
        group.MapPost("{suiteRunId:guid}/rerun", RunAgainAsync).Needs(Permission.Run).Idempotent()
            .WithSummary("Runs its tests again, as they are now: on the same branch, at the same address, against the same deployment. Those that are named; else those that failed or could not be decided; else all.");
    }

    private static async Task<Accepted<StartedSuiteRun>> StartAsync(Guid applicationId, StartSuiteRun request, RunStarter starter, AddressGuard addresses, Caller caller, CancellationToken cancellationToken)
    {
        if (request is { All: false, TestIds: null, Folder: null, Tags: null or { Count: 0 } })
            throw Refused.Invalid("suite_run.invalid", "all", "Say which tests: testIds, folder, tags, or all.");
        var fields = new Fields("suite_run.invalid");
        addresses.Check(fields, request.Url, "url");
        fields.ThrowIfWrong();
        var suite = await starter.StartAsync(
            applicationId,
            new()
            {
                TestIds = request.TestIds,
                Folder = request.Folder,
                Tags = request.Tags ?? [],
                Branch = request.Branch,
                Url = request.Url,
                Commit = request.Commit,
                Priority = request.Priority,
                Trigger = caller.UserId is null ? "api" : "manual",
                AuthorId = caller.UserId,
                Run = new() { Mode = request.Mode ?? "resolve", Video = request.Video, Interactive = request.Interactive, Retries = request.Retries, Variables = request.Variables ?? new Dictionary<string, string>() },
            },
            cancellationToken);
        return TypedResults.Accepted($"/v1/suite-runs/{suite.Id}", new StartedSuiteRun(suite.Id, suite.Number, suite.Total));
    }

    private static async Task<Accepted<StartedSuiteRun>> RunAgainAsync(Guid suiteRunId, RunAgain request, PlatformDbContext db, RunStarter starter, AddressGuard addresses, Caller caller, CancellationToken cancellationToken)
    {
        var suite = await db.Set<SuiteRun>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == suiteRunId, cancellationToken) ?? throw Refused.NotFound("suite run");
        // The main branch in place of one that is gone would be other tests under the same name.
        var branch = await db.Set<Branch>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == suite.BranchId, cancellationToken) ?? throw Refused.Conflict("suite_run.branch_gone", "The branch of this suite run was removed, and its tests with it.");
        var runs = await db.Set<Run>().AsNoTracking().Where(run => run.SuiteRunId == suiteRunId).OrderBy(run => run.Position).Select(run => new { run.TestId, run.Status, run.Request, run.Priority }).ToListAsync(cancellationToken);
        var wrong = runs.Where(run => run.Status is RunStatus.Failed or RunStatus.Error).ToList();
        var again = request.TestIds is { } named ? runs.Where(run => run.TestId is { } test && named.Contains(test)).ToList() : wrong.Count > 0 ? wrong : runs;
        var asked = RunRequest.FromJson(runs.FirstOrDefault()?.Request ?? "{}");
        var fields = new Fields("suite_run.invalid");
        addresses.Check(fields, asked.Url, "url");
        fields.ThrowIfWrong();
        var started = await starter.StartAsync(
            suite.ApplicationId,
            new()
            {
                TestIds = [.. again.Select(run => run.TestId).OfType<Guid>()],
                Branch = branch.Name,
                Url = asked.Url,
                Commit = suite.Commit,
                DeploymentId = suite.DeploymentId,
                Priority = runs.FirstOrDefault()?.Priority ?? 0,
                Trigger = caller.UserId is null ? "api" : "manual",
                AuthorId = caller.UserId,
                Run = asked,
            },
            cancellationToken);
        return TypedResults.Accepted($"/v1/suite-runs/{started.Id}", new StartedSuiteRun(started.Id, started.Number, started.Total));
    }

    private static async Task<Page<SuiteRunItem>> ListAsync(PlatformDbContext db, CancellationToken cancellationToken, Guid? applicationId = null, string? status = null, int? limit = null, string? cursor = null)
    {
        var (count, before) = (Cursor.Limit(limit), Cursor.Id(cursor));
        var wanted = status is null ? (RunStatus?)null : RunWords.StatusOf(status) ?? throw Refused.Invalid("list.status", "status", "One of queued, running, passed, failed, error, cancelled.");
        var rows = await db.Set<SuiteRun>().AsNoTracking()
            .Where(suite => (applicationId == null || suite.ApplicationId == applicationId) && (wanted == null || suite.Status == wanted) && (before == null || suite.Id.CompareTo(before.Value) < 0))
            .OrderByDescending(suite => suite.Id).Take(count + 1).ToListAsync(cancellationToken);
        var branches = await BranchesAsync(db, rows, cancellationToken);
        var running = await RunningAsync(db, [.. rows.Select(row => row.Id)], cancellationToken);
        return Cursor.Of(rows, count, suite => RunItems.Of(suite, suite.BranchId is { } branch ? branches.GetValueOrDefault(branch) : null, running.GetValueOrDefault(suite.Id)));
    }

    private static async Task<SuiteRunDetails> ShowAsync(Guid suiteRunId, PlatformDbContext db, CancellationToken cancellationToken)
    {
        var suite = await db.Set<SuiteRun>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == suiteRunId, cancellationToken) ?? throw Refused.NotFound("suite run");
        var runs = await db.Set<Run>().AsNoTracking().Where(run => run.SuiteRunId == suiteRunId).OrderBy(run => run.Position).ToListAsync(cancellationToken);
        var branches = await BranchesAsync(db, [suite], cancellationToken);
        var item = RunItems.Of(suite, suite.BranchId is { } branch ? branches.GetValueOrDefault(branch) : null, runs.Count(run => run.Status == RunStatus.Running));
        return new(item.Id, item.ApplicationId, item.Number, item.Status, item.Trigger, item.BranchId, item.Branch, item.Url, item.Commit, item.Counts, item.ScheduleId, item.AuthorId, item.CreatedAt, item.StartedAt, item.EndedAt, [.. runs.Select(RunItems.Of)]);
    }

    private static async Task<CancelledRuns> CancelAsync(Guid suiteRunId, PlatformDbContext db, RunVerdicts verdicts, CancellationToken cancellationToken)
    {
        if (!await db.Set<SuiteRun>().AnyAsync(one => one.Id == suiteRunId, cancellationToken))
            throw Refused.NotFound("suite run");
        return new(await verdicts.CancelSuiteAsync(db.OrganizationId, suiteRunId, cancellationToken));
    }

    private static async Task<Dictionary<Guid, string>> BranchesAsync(PlatformDbContext db, IReadOnlyList<SuiteRun> suites, CancellationToken cancellationToken)
    {
        var ids = suites.Select(suite => suite.BranchId).OfType<Guid>().Distinct().ToList();
        return await db.Set<Branch>().Where(branch => ids.Contains(branch.Id)).ToDictionaryAsync(branch => branch.Id, branch => branch.Name, cancellationToken);
    }

    private static async Task<Dictionary<Guid, int>> RunningAsync(PlatformDbContext db, List<Guid> suites, CancellationToken cancellationToken)
        => await db.Set<Run>().Where(run => suites.Contains(run.SuiteRunId) && run.Status == RunStatus.Running).GroupBy(run => run.SuiteRunId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
}
