using Autonoma.Platform.Applications;
using Autonoma.Platform.Branches;
using Autonoma.Platform.Data;
using Autonoma.Platform.Refusals;
using Autonoma.Platform.Tests;
using Autonoma.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Autonoma.Platform.Runs;

/// <summary>Which tests are run, and how.</summary>
public sealed record SuiteRunRequest
{
    /// <summary>These tests; null for all that the rest says.</summary>
    public IReadOnlyList<Guid>? TestIds { get; init; }

    /// <summary>Tests in this folder and those in it; null for all.</summary>
    public string? Folder { get; init; }

    /// <summary>Tests with any of these tags; empty for all.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Name of the branch; null for the main one.</summary>
    public string? Branch { get; init; }

    /// <summary>Where tests start, instead of the application's own address.</summary>
    public string? Url { get; init; }

    /// <summary>Commit that is tested.</summary>
    public string? Commit { get; init; }

    /// <summary>Higher first, within the organization: -100 to 100.</summary>
    public int Priority { get; init; }

    /// <summary>How each is run.</summary>
    public RunRequest Run { get; init; } = new();

    /// <summary><c>manual</c>, <c>api</c>, <c>schedule</c> or <c>diff</c>.</summary>
    public string Trigger { get; init; } = "manual";

    /// <summary>The schedule that starts it.</summary>
    public Guid? ScheduleId { get; init; }

    /// <summary>The deployment that starts it.</summary>
    public Guid? DeploymentId { get; init; }

    /// <summary>Who starts it; null for a key or a schedule.</summary>
    public Guid? AuthorId { get; init; }
}

/// <summary>Starts suite runs: the tests of a branch as they are now, one run each, into the queue.</summary>
/// <param name="db">For one organization.</param>
/// <param name="time">The clock.</param>
public sealed class RunStarter(PlatformDbContext db, TimeProvider time)
{
    private static readonly string[] Modes = ["resolve", "replay", "record", "heal"];

    /// <summary>Starts one. The caller may have a transaction open: then it is part of that.</summary>
    /// <exception cref="RefusedException">It cannot be started as it was asked for.</exception>
    public async Task<SuiteRun> StartAsync(Guid applicationId, SuiteRunRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var application = await db.Set<Application>().SingleOrDefaultAsync(one => one.Id == applicationId, cancellationToken).ConfigureAwait(false)
            ?? throw new RefusedException(RefusalKind.NotFound, "application.not_found", "There is no such application.");
        Check(application, request);
        var branch = await db.Set<Branch>().SingleOrDefaultAsync(one => one.ApplicationId == applicationId && (request.Branch == null ? one.IsMain : one.Name == request.Branch), cancellationToken).ConfigureAwait(false)
            ?? throw new RefusedException(RefusalKind.NotFound, "branch.not_found", request.Branch is null ? "The application has no tests yet." : $"The application has no branch '{request.Branch}'.");
        var plans = await PlansAsync(branch.Id, request, cancellationToken).ConfigureAwait(false);
        if (plans.Count == 0)
            throw new RefusedException(RefusalKind.Invalid, "suite_run.no_tests", "No test of this branch fits what was asked for.");

        var owned = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false) : null;
        await using var _ = (owned ?? (IAsyncDisposable)Nothing.Instance).ConfigureAwait(false);
        // Numbers have no gap and no twin: of two who start at once, the second waits here.
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM applications WHERE id = {applicationId} FOR NO KEY UPDATE", cancellationToken).ConfigureAwait(false);
        var last = await db.Set<SuiteRun>().Where(one => one.ApplicationId == applicationId).MaxAsync(one => (int?)one.Number, cancellationToken).ConfigureAwait(false) ?? 0;
        var suite = new SuiteRun
        {
            ApplicationId = applicationId,
            Number = last + 1,
            BranchId = branch.Id,
            Trigger = request.Trigger,
            ScheduleId = request.ScheduleId,
            DeploymentId = request.DeploymentId,
            AuthorId = request.AuthorId,
            Url = request.Url ?? application.Url,
            Commit = request.Commit,
            Total = plans.Count,
        };
        db.Add(suite);
        var json = (request.Run with { Url = request.Url }).ToJson();
        var now = time.GetUtcNow();
        db.AddRange(plans.Select((plan, position) => new Run
        {
            ApplicationId = applicationId,
            SuiteRunId = suite.Id,
            TestId = plan.TestId,
            PlanId = plan.Id,
            BranchId = branch.Id,
            Title = plan.Title,
            Path = plan.Path,
            Position = position,
            Request = json,
            Priority = request.Priority,
            QueuedAt = now,
        }));
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        await TellAsync(new("queued", suite.OrganizationId, SuiteRunId: suite.Id), cancellationToken).ConfigureAwait(false);
        await TellAsync(new("suite", suite.OrganizationId, SuiteRunId: suite.Id), cancellationToken).ConfigureAwait(false);
        if (owned is not null)
            await owned.CommitAsync(cancellationToken).ConfigureAwait(false);
        return suite;
    }

    private static void Check(Application application, SuiteRunRequest request)
    {
        var problems = new List<FieldProblem>();
        if (request.Url is { } url && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.UserInfo.Length == 0))
            problems.Add(new("url", "An http or https address without a user name."));
        if (!Modes.Contains(request.Run.Mode, StringComparer.Ordinal))
            problems.Add(new("mode", $"One of {string.Join(", ", Modes)}."));
        if (request.Priority is < -100 or > 100)
            problems.Add(new("priority", "From -100 to 100."));
        if (request.Run.Retries is < 0 or > 5)
            problems.Add(new("retries", "From 0 to 5."));
        if (request.Commit is { Length: > 64 })
            problems.Add(new("commit", "At most 64 characters."));
        if (request.Run.Variables.Count > 200 || request.Run.Variables.Any(variable => variable.Key.Length is 0 or > 200 || variable.Value.Length > 10_000))
            problems.Add(new("variables", "At most 200, names up to 200 and values up to 10,000 characters."));
        if (problems.Count > 0)
            throw new RefusedException(RefusalKind.Invalid, "suite_run.invalid", "The run cannot be started like this.", problems);
        if (application.Platform != ApplicationPlatform.Web)
            throw new RefusedException(RefusalKind.Conflict, "suite_run.platform", "This server's workers run tests of web applications only.");
    }

    private async Task<List<RunPlan>> PlansAsync(Guid branch, SuiteRunRequest request, CancellationToken cancellationToken)
    {
        var plans = from entry in db.Set<SuiteEntry>()
                    join plan in db.Set<Plan>() on entry.PlanId equals plan.Id
                    where entry.BranchId == branch && entry.ValidTo == null
                    orderby entry.Path
                    select plan;
        if (request.TestIds is { } tests)
            plans = plans.Where(plan => tests.Contains(plan.TestId));
        if (request.Folder?.Trim('/') is { Length: > 0 } folder)
            plans = plans.Where(plan => plan.Folder == folder || plan.Folder.StartsWith(folder + "/"));
        if (request.Tags.Count > 0)
            plans = plans.Where(plan => plan.Tags.Any(tag => request.Tags.Contains(tag)));
        return await plans.Select(plan => new RunPlan(plan.Id, plan.TestId, plan.Title, plan.Path)).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    private Task<int> TellAsync(Signal signal, CancellationToken cancellationToken)
    {
        var payload = signal.ToPayload();
        return db.Database.ExecuteSqlAsync($"SELECT pg_notify('autonoma', {payload})", cancellationToken);
    }

    private sealed record RunPlan(Guid Id, Guid TestId, string Title, string Path);

    private sealed class Nothing : IAsyncDisposable
    {
        public static Nothing Instance { get; } = new();

        public ValueTask DisposeAsync() => default;
    }
}
