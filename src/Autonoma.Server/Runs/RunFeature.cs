using System.Text.Json;
using System.Text.Json.Nodes;
using Autonoma.Platform.Access;
using Autonoma.Platform.Artifacts;
using Autonoma.Platform.Branches;
using Autonoma.Platform.Data;
using Autonoma.Platform.Refusals;
using Autonoma.Platform.Runs;
using Autonoma.Platform.Work;
using Autonoma.Server.Access;
using Autonoma.Server.Answers;
using Autonoma.Server.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Autonoma.Server.Runs;

/// <summary>Runs: to look at them, to stop them, to answer what they ask.</summary>
internal sealed class RunFeature : IServerFeature
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public void Add(WebApplicationBuilder builder) => builder.Services.AddScoped<RunReader>();

    public void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/runs").WithTags("runs");
        group.MapGet("", ListAsync).Needs(Permission.Read).WithSummary("Runs, newest first.");
        group.MapGet("{runId:guid}", ShowAsync).Needs(Permission.Read).WithSummary("Everything about a run.");
        group.MapPost("{runId:guid}/cancel", CancelAsync).Needs(Permission.Run).WithSummary("Stops a run.");
        group.MapPost("{runId:guid}/answers", AnswerAsync).Needs(Permission.Run).WithSummary("Answers the question that a run waits with.");
    }

    private static async Task<Page<RunItem>> ListAsync(
        PlatformDbContext db, CancellationToken cancellationToken, Guid? applicationId = null, Guid? testId = null, Guid? suiteRunId = null, string? status = null, int? limit = null, string? cursor = null)
    {
        var (count, before) = (Cursor.Limit(limit), Cursor.Id(cursor));
        var wanted = status is null ? (RunStatus?)null : RunWords.StatusOf(status) ?? throw Refused.Invalid("list.status", "status", "One of queued, running, passed, failed, error, cancelled.");
        var rows = await db.Set<Run>().AsNoTracking()
            .Where(run => (applicationId == null || run.ApplicationId == applicationId) && (testId == null || run.TestId == testId) && (suiteRunId == null || run.SuiteRunId == suiteRunId)
                && (wanted == null || run.Status == wanted) && (before == null || run.Id.CompareTo(before.Value) < 0))
            .OrderByDescending(run => run.Id).Take(count + 1).ToListAsync(cancellationToken);
        return Cursor.Of(rows, count, RunItems.Of);
    }

    private static async Task<RunDetails> ShowAsync(Guid runId, PlatformDbContext db, RunReader reader, ArtifactLinks links, CancellationToken cancellationToken)
    {
        var run = await FindAsync(db, runId, cancellationToken);
        var result = run.Status.IsFinal() ? await reader.ResultAsync(runId, cancellationToken) : null;
        var soFar = result is null ? await reader.SoFarAsync(runId, cancellationToken) : null;
        var steps = soFar?.Steps ?? new JsonArray([.. (result!["steps"]?.AsArray() ?? []).OfType<JsonNode>().Select(StepViews.Step)]);
        var artifacts = (await reader.ArtifactsAsync(runId, cancellationToken)).Where(one => one.Attempt == run.Attempt).ToDictionary(one => one.Name, StringComparer.Ordinal);
        var final = result is null ? null : StepViews.Picture(result, "finalScreenshot")?.GetValue<string>();
        var claims = await db.Set<RunAttempt>().AsNoTracking().Where(one => one.RunId == runId).OrderBy(one => one.Fence).ToListAsync(cancellationToken);
        return new(RunItems.Of(run))
        {
            Steps = [.. steps.Deserialize<List<RunStep>>(Json)!.Select(step => step with { Attempts = [.. step.Attempts.Select(attempt => attempt with { BeforeUrl = Link(attempt.Before), AfterUrl = Link(attempt.After) })] })],
            Memory = result?["memory"].Deserialize<Dictionary<string, string>>(Json) ?? [],
            Notes = result?["notes"].Deserialize<List<string>>(Json) ?? [],
            Platform = result?["platform"]?.GetValue<string>(),
            Branch = await db.Set<Branch>().Where(branch => branch.Id == run.BranchId).Select(branch => branch.Name).FirstOrDefaultAsync(cancellationToken),
            Phase = run.Status == RunStatus.Running ? soFar?.Phase : null,
            StartUrl = soFar?.StartUrl ?? result?["startUrl"]?.GetValue<string>(),
            Viewport = result?["viewport"].Deserialize<RunSize>(Json),
            Request = JsonElement.Parse(run.Request),
            ModelUse = result?["modelUse"].Deserialize<JsonElement?>(Json),
            AssertionsHeld = result?["assertionsHeld"]?.GetValue<int>() ?? 0,
            Decisions = result?["decisions"]?.GetValue<int>(),
            FinalPicture = final is null ? null : new(final, Link(final)),
            Video = File("video.webm"),
            Console = File("console.jsonl"),
            Network = File("network.jsonl"),
            Question = run.Status == RunStatus.Running && await reader.OpenQuestionAsync(runId, cancellationToken) is { } question ? question.Deserialize<OpenQuestion>(Json) : null,
            Claims = [.. claims.Select(one => new RunClaimItem(one.Worker, one.StartedAt, one.EndedAt, one.Outcome))],
            PreviousPassedRunId = await reader.PreviousPassedAsync(run, cancellationToken),
            LastSequence = run.LastSequence,
            CancelRequestedAt = run.CancelRequestedAt,
        };

        string? Link(string? name) => name is not null && artifacts.TryGetValue(name, out var artifact) ? ArtifactFeature.Url(links, artifact) : null;

        ArtifactItem? File(string name) => artifacts.TryGetValue(name, out var artifact) ? ArtifactFeature.Item(links, artifact) : null;
    }

    private static async Task<Accepted<RunItem>> CancelAsync(Guid runId, PlatformDbContext db, RunVerdicts verdicts, CancellationToken cancellationToken)
    {
        var run = await FindAsync(db, runId, cancellationToken);
        if (!await verdicts.CancelAsync(db.OrganizationId, runId, cancellationToken))
            throw new RefusedException(RefusalKind.Conflict, "run.ended", $"The run has ended: it {run.Status.Word()}.");
        return TypedResults.Accepted($"/v1/runs/{runId}", RunItems.Of(await FindAsync(db, runId, cancellationToken)));
    }

    private static async Task<NoContent> AnswerAsync(Guid runId, AnswerRun answer, PlatformDbContext db, RunQuestions questions, Caller caller, CancellationToken cancellationToken)
    {
        await FindAsync(db, runId, cancellationToken);
        var fields = new Fields("answer.invalid");
        var text = fields.Required(answer.Answer, "answer", 2000);
        fields.ThrowIfWrong();
        return await questions.AnswerAsync(db.OrganizationId, runId, answer.QuestionId, text, caller.Name, cancellationToken)
            ? TypedResults.NoContent()
            : throw new RefusedException(RefusalKind.Conflict, "question.closed", "The run does not wait for an answer to this question (any more).");
    }

    internal static async Task<Run> FindAsync(PlatformDbContext db, Guid run, CancellationToken cancellationToken)
        => await db.Set<Run>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == run, cancellationToken) ?? throw Refused.NotFound("run");
}
