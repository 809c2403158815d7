using Autonoma.Engine.Suites;
using Autonoma.Platform.Access;
using Autonoma.Platform.Audit;
using Autonoma.Platform.Branches;
using Autonoma.Platform.Data;
using Autonoma.Platform.Refusals;
using Autonoma.Platform.Runs;
using Autonoma.Platform.Secrets;
using Autonoma.Platform.Tests;
using Autonoma.Server.Access;
using Autonoma.Server.Answers;
using Autonoma.Server.Applications;
using Autonoma.Server.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Autonoma.Server.Tests;

/// <summary>Tests: listed, read, written, checked.</summary>
internal sealed class TestFeature : IServerFeature
{
    public void Add(WebApplicationBuilder builder) => builder.Services.AddSingleton<TestTreeTexts>();

    public void Map(IEndpointRouteBuilder routes)
    {
        var application = routes.MapGroup("/v1/applications/{applicationId:guid}").WithTags("tests");
        application.MapGet("tests", ListAsync).Needs(Permission.Read).WithSummary("Tests of a branch, by path: all, or those with a word, a tag, a folder.");
        application.MapPost("tests", CreateAsync).Needs(Permission.Edit).Idempotent().WithSummary("Writes a new test.");
        application.MapGet("test-tree", TreeAsync).Needs(Permission.Read).WithSummary("All tests of a branch with their folders and tags, at once and without their texts.").Produces<TestTree>();
        var test = routes.MapGroup("/v1/tests/{testId:guid}").WithTags("tests");
        test.MapGet("", GetAsync).Needs(Permission.Read).WithSummary("One test with its text and what is wrong with it.");
        test.MapPut("", ChangeAsync).Needs(Permission.Edit).WithSummary("Writes a test anew, or moves it: a new plan and a new version of its branch.");
        test.MapDelete("", RemoveAsync).Needs(Permission.Edit).WithSummary("Removes a test from a branch.");
        test.MapGet("plans", PlansAsync).Needs(Permission.Read).WithSummary("Everything a test has said, newest first.");
        routes.MapPost("/v1/lint", LintAsync).Needs(Permission.Read).WithTags("tests").WithSummary("Says what is wrong with a text, and how its steps are read. Keeps nothing.");
    }

    private static async Task<Page<TestItem>> ListAsync(Guid applicationId, PlatformDbContext db, SuiteStore suites, CancellationToken cancellationToken, string? q = null, string? tag = null, string? folder = null, string? branch = null, bool? errors = null, int? limit = null, string? cursor = null)
    {
        await db.ApplicationAsync(applicationId, cancellationToken);
        var (count, after) = (Cursor.Limit(limit), Cursor.Text(cursor));
        var chosen = await suites.BranchAsync(applicationId, branch, cancellationToken);
        var rows = from entry in suites.Current(chosen.Id)
                   join plan in db.Set<Plan>() on entry.PlanId equals plan.Id
                   // By the entry's path, which has an index in this order; the plan has the same.
                   where after == null || entry.Path.CompareTo(after) > 0
                   select new { entry.TestId, entry.Path, plan.Title, plan.Folder, plan.Tags, plan.Scenario, plan.Number, plan.HasErrors, plan.CreatedAt };
        if (!string.IsNullOrWhiteSpace(q))
        {
            var like = $"%{q.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
            rows = rows.Where(row => EF.Functions.ILike(row.Title, like, "\\") || EF.Functions.ILike(row.Path, like, "\\"));
        }

        if (tag is not null)
            rows = rows.Where(row => row.Tags.Contains(tag));
        if (folder is { Length: > 0 })
            rows = rows.Where(row => row.Folder == folder || row.Folder.StartsWith(folder + "/"));
        if (errors is { } wanted)
            rows = rows.Where(row => row.HasErrors == wanted);
        var page = await rows.OrderBy(row => row.Path).Take(count + 1).ToListAsync(cancellationToken);
        var runs = await LastRunsAsync(db, [.. page.Select(row => row.TestId)], cancellationToken);
        return Cursor.Of(page, count, row => new TestItem(row.TestId, row.Path, row.Title, row.Folder, row.Tags, row.Scenario, row.Number, row.HasErrors, row.CreatedAt, runs.GetValueOrDefault(row.TestId)), row => row.Path);
    }

    private static async Task TreeAsync(Guid applicationId, HttpResponse response, PlatformDbContext db, SuiteStore suites, TestTreeTexts texts, CancellationToken cancellationToken, string? branch = null)
    {
        await db.ApplicationAsync(applicationId, cancellationToken);
        await TestTreeWriter.WriteAsync(response, db, texts, await suites.BranchAsync(applicationId, branch, cancellationToken), cancellationToken);
    }

    private static async Task<Created<TestAnswer>> CreateAsync(Guid applicationId, TestRequest request, HttpResponse response, PlatformDbContext db, SuiteStore suites, SecretStore secrets, AuditLog audit, CancellationToken cancellationToken, string? branch = null)
    {
        await db.ApplicationAsync(applicationId, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var chosen = await suites.ForChangeAsync(applicationId, branch, cancellationToken);
        var read = await ReadAsync(applicationId, request.Path, request.Content, secrets, cancellationToken);
        if (await suites.Current(chosen.Id).AnyAsync(entry => entry.Path == read.Path, cancellationToken))
            throw Refused.Conflict("test.path_taken", $"Another test lies at {read.Path}.");
        audit.Note("test.create", read.Path, details: new { branch = chosen.Name });
        var change = await suites.ChangeAsync(chosen, [read], [], new("editor", $"Added {read.Path}"), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        var made = change.Added.Single();
        var answer = await AnswerAsync(db, chosen, made, read, cancellationToken);
        response.Tell(answer.Version);
        return TypedResults.Created($"/v1/tests/{made.TestId}", answer);
    }

    private static async Task<TestAnswer> GetAsync(Guid testId, HttpResponse response, PlatformDbContext db, SuiteStore suites, SecretStore secrets, CancellationToken cancellationToken, string? branch = null)
    {
        var (chosen, entry, plan) = await FindAsync(db, suites, testId, branch, cancellationToken);
        response.Tell(plan.Number);
        return await AnswerAsync(db, chosen, entry, TestReading.Read(plan.Path, plan.Content, await NamesAsync(secrets, chosen.ApplicationId, cancellationToken)), cancellationToken);
    }

    private static async Task<TestAnswer> ChangeAsync(Guid testId, TestPatch request, HttpContext context, PlatformDbContext db, SuiteStore suites, SecretStore secrets, AuditLog audit, CancellationToken cancellationToken, string? branch = null)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var (chosen, entry, plan) = await FindAsync(db, suites, testId, branch, cancellationToken, forChange: true);
        context.Request.Expect(plan.Number);
        var read = await ReadAsync(chosen.ApplicationId, request.Path ?? plan.Path, request.Content ?? plan.Content, secrets, cancellationToken);
        audit.Note("test.change", read.Path, testId, new { branch = chosen.Name, from = plan.Path == read.Path ? null : plan.Path });
        var change = await suites.ChangeAsync(chosen, [read], [], new("editor", plan.Path == read.Path ? $"Changed {read.Path}" : $"Moved {plan.Path} to {read.Path}"), cancellationToken, new Dictionary<string, Guid> { [read.Path] = testId });
        if (change.Version is null)
            db.ChangeTracker.Clear();
        await transaction.CommitAsync(cancellationToken);
        var answer = await AnswerAsync(db, chosen, change.Changed is [var changed, ..] ? changed : entry, read, cancellationToken);
        context.Response.Tell(answer.Version);
        return answer;
    }

    private static async Task<NoContent> RemoveAsync(Guid testId, HttpRequest request, PlatformDbContext db, SuiteStore suites, AuditLog audit, CancellationToken cancellationToken, string? branch = null)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var (chosen, entry, plan) = await FindAsync(db, suites, testId, branch, cancellationToken, forChange: true);
        request.Expect(plan.Number);
        audit.Note("test.delete", entry.Path, testId, new { branch = chosen.Name });
        await suites.ChangeAsync(chosen, [], [entry.Path], new("editor", $"Removed {entry.Path}"), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Page<PlanItem>> PlansAsync(Guid testId, PlatformDbContext db, CancellationToken cancellationToken, int? limit = null, string? cursor = null)
    {
        if (!await db.Set<Test>().AnyAsync(test => test.Id == testId, cancellationToken))
            throw Refused.NotFound("test");
        var (count, after) = (Cursor.Limit(limit), Cursor.Id(cursor));
        var rows = await db.Set<Plan>().AsNoTracking().Where(plan => plan.TestId == testId && (after == null || plan.Id.CompareTo(after.Value) < 0)).OrderByDescending(plan => plan.Id).Take(count + 1).ToListAsync(cancellationToken);
        return Cursor.Of(rows, count, plan => new PlanItem(plan.Id, plan.Number, plan.Path, plan.Title, plan.Content, plan.HasErrors, plan.AuthorId, plan.CreatedAt));
    }

    private static async Task<LintAnswer> LintAsync(LintRequest request, PlatformDbContext db, SecretStore secrets, CancellationToken cancellationToken)
    {
        if (request.ApplicationId is { } application)
            await db.ApplicationAsync(application, cancellationToken);
        var content = Content(request.Content);
        var read = TestReading.Read(TestPath.Normalize(request.Path, out _) ?? "test.md", content, request.ApplicationId is { } id ? await NamesAsync(secrets, id, cancellationToken) : null);
        var test = read.File.TestCase;
        return new(read.Title, Problems(read.Problems), test is null ? [] : [.. Steps("setup", test.Setup), .. Steps("steps", test.Steps), .. Steps("expected", test.Expected)]);

        static IEnumerable<StepItem> Steps(string section, IReadOnlyList<TestStep> steps) => steps.Select(step => new StepItem(step.Line, section, step.Text, TestReading.Reading(step.Text)));
    }

    internal static IReadOnlyList<ProblemItem> Problems(IReadOnlyList<Diagnostic> diagnostics)
        => [.. diagnostics.Select(diagnostic => new ProblemItem(diagnostic.Severity.ToString().ToLowerInvariant(), diagnostic.Code, diagnostic.Line, diagnostic.Column, diagnostic.Message, diagnostic.Fix))];

    /// <summary>Names that the application gives to its tests.</summary>
    internal static async Task<IReadOnlyCollection<string>> NamesAsync(SecretStore secrets, Guid application, CancellationToken cancellationToken)
        => [.. (await secrets.ListAsync(application, Secret.Tests, cancellationToken)).Select(secret => secret.Name)];

    private static async Task<ReadTest> ReadAsync(Guid application, string? path, string? content, SecretStore secrets, CancellationToken cancellationToken)
    {
        if (TestPath.Normalize(path, out var problem) is not { } normal)
            throw Refused.Invalid("test.path", "path", problem!);
        return TestReading.Read(normal, Content(content), await NamesAsync(secrets, application, cancellationToken));
    }

    private static string Content(string? content)
    {
        if (content is null || content.Length > TestReading.LongestContent || content.Contains('\0', StringComparison.Ordinal))
            throw Refused.Invalid("test.content", "content", $"A test is a text of at most {TestReading.LongestContent / 1024} KB.");
        return content;
    }

    private static async Task<(Branch Branch, SuiteEntry Entry, Plan Plan)> FindAsync(PlatformDbContext db, SuiteStore suites, Guid id, string? branch, CancellationToken cancellationToken, bool forChange = false)
    {
        var test = await db.Set<Test>().AsNoTracking().FirstOrDefaultAsync(test => test.Id == id, cancellationToken) ?? throw Refused.NotFound("test");
        var chosen = forChange ? await suites.ForChangeAsync(test.ApplicationId, branch, cancellationToken) : await suites.BranchAsync(test.ApplicationId, branch, cancellationToken);
        var entry = await suites.Current(chosen.Id).AsNoTracking().FirstOrDefaultAsync(entry => entry.TestId == id, cancellationToken) ?? throw Refused.NotFound("test");
        return (chosen, entry, await db.Set<Plan>().AsNoTracking().SingleAsync(plan => plan.Id == entry.PlanId, cancellationToken));
    }

    private static async Task<TestAnswer> AnswerAsync(PlatformDbContext db, Branch branch, SuiteEntry entry, ReadTest read, CancellationToken cancellationToken)
    {
        var plan = await db.Set<Plan>().AsNoTracking().SingleAsync(plan => plan.Id == entry.PlanId, cancellationToken);
        var runs = await LastRunsAsync(db, [entry.TestId], cancellationToken);
        return new(entry.TestId, branch.ApplicationId, branch.Name, plan.Path, plan.Title, plan.Folder, plan.Tags, plan.Scenario, plan.Content, plan.Number, plan.Id, plan.HasErrors, Problems(read.Problems), plan.CreatedAt, runs.GetValueOrDefault(entry.TestId));
    }

    // One look into an index for each test, however many runs there are; a window over the runs would read all of them.
    private static async Task<Dictionary<Guid, LastRun>> LastRunsAsync(PlatformDbContext db, List<Guid> tests, CancellationToken cancellationToken)
    {
        var runs = new Dictionary<Guid, LastRun>();
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = ((NpgsqlConnection)db.Database.GetDbConnection()).CreateCommand();
            command.CommandText = """
                SELECT test.id, run.id, run.status, run.ended_at, run.duration_ms
                FROM unnest(@tests) AS test(id)
                CROSS JOIN LATERAL (SELECT id, status, ended_at, duration_ms FROM runs WHERE test_id = test.id AND organization_id = @organization ORDER BY id DESC LIMIT 1) AS run
                """;
            command.Parameters.AddWithValue("tests", tests);
            command.Parameters.AddWithValue("organization", db.OrganizationId);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                runs[reader.GetGuid(0)] = new(
                    reader.GetGuid(1), reader.GetString(2).ToLowerInvariant(),
                    await reader.IsDBNullAsync(3, cancellationToken) ? null : reader.GetFieldValue<DateTimeOffset>(3),
                    await reader.IsDBNullAsync(4, cancellationToken) ? null : reader.GetInt32(4));
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }

        return runs;
    }
}
