using System.Text.Json;
using Autonoma.Platform.Access;
using Autonoma.Platform.Audit;
using Autonoma.Platform.Branches;
using Autonoma.Platform.Data;
using Autonoma.Platform.Organizations;
using Autonoma.Platform.Refusals;
using Autonoma.Platform.Scenarios;
using Autonoma.Platform.Setups;
using Autonoma.Platform.Tests;
using Autonoma.Platform.Webhooks;
using Autonoma.Platform.Work;
using Autonoma.Server.Access;
using Autonoma.Server.Answers;
using Autonoma.Server.Applications;
using Autonoma.Server.Hosting;
using Autonoma.Server.Scenarios;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Autonoma.Server.Setups;

/// <summary>What planners call: a setup, its progress, its recipes, and what there is already. The shapes are those of the documentation.</summary>
internal sealed class SetupFeature : IServerFeature
{
    private const int LargestEvent = 64 * 1024, LargestRecipes = 8 * 1024 * 1024;

    private static readonly string[] EventTypes = ["step.started", "step.completed", "log", "activity", "transcript", "error", "env_factory.configured", "setup.completed"];

    public void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/setup").WithTags("setups");
        group.MapPost("setups", CreateAsync).Needs(Permission.Edit).Idempotent().WithSummary("Begins a setup of an application.");
        group.MapPatch("setups/{setupId:guid}", ChangeAsync).Needs(Permission.Edit).WithSummary("Renames a setup, or says how it ended.");
        group.MapPost("setups/{setupId:guid}/events", EventAsync).Needs(Permission.Edit).WithSummary("Reports progress.");
        group.MapPost("setups/{setupId:guid}/scenario-recipe-versions", RecipesAsync).Needs(Permission.Edit).Accepts<JsonDocument>("application/json").WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(LargestRecipes))
            .WithSummary("Takes a recipes file; a file that cannot work is refused with every problem and its path.");
        group.MapGet("setups/{setupId:guid}/scenarios", SetupScenariosAsync).Needs(Permission.Read).WithSummary("Scenarios of the setup's application.");
        group.MapGet("applications/{applicationId:guid}/scenarios", ApplicationScenariosAsync).Needs(Permission.Read).WithSummary("Scenarios of an application.");
        group.MapGet("applications/{applicationId:guid}/test-suite", SuiteAsync).Needs(Permission.Read).WithSummary("Tests and skills of an application.");
        // What the web UI shows of them.
        routes.MapGet("/v1/applications/{applicationId:guid}/setups", ListAsync).Needs(Permission.Read).WithTags("setups").WithSummary("Setups of an application, newest first.");
        routes.MapGet("/v1/setups/{setupId:guid}", GetAsync).Needs(Permission.Read).WithTags("setups").WithSummary("One setup.");
        routes.MapGet("/v1/setups/{setupId:guid}/events", EventsAsync).Needs(Permission.Read).WithTags("setups").WithSummary("What a setup reported, oldest first.");
    }

    internal static async Task<Setup> FindAsync(PlatformDbContext db, Guid id, CancellationToken cancellationToken)
        => await db.Set<Setup>().FirstOrDefaultAsync(setup => setup.Id == id, cancellationToken) ?? throw Refused.NotFound("setup");

    private static async Task<Created<SetupItem>> CreateAsync(SetupRequest request, PlatformDbContext db, AuditLog audit, CancellationToken cancellationToken)
    {
        var fields = new Fields("setup.invalid");
        fields.Check(!string.IsNullOrWhiteSpace(request.ApplicationId), "applicationId", "is needed");
        var name = fields.Optional(request.RepoName, "repoName", 200);
        fields.ThrowIfWrong();
        var application = await db.ApplicationAsync(Guid.TryParse(request.ApplicationId, out var id) ? id : Guid.Empty, cancellationToken);
        var setup = new Setup { ApplicationId = application.Id, Name = name ?? application.Name };
        db.Add(setup);
        audit.Note("setup.create", setup.Name, setup.Id);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/v1/setups/{setup.Id}", Item(setup));
    }

    private static async Task<SetupItem> ChangeAsync(Guid setupId, SetupPatch request, PlatformDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        var setup = await FindAsync(db, setupId, cancellationToken);
        var fields = new Fields("setup.invalid");
        if (request.Name is not null)
            setup.Name = fields.Required(request.Name, "name", 200);
        if (request.ErrorMessage is not null)
            setup.ErrorMessage = fields.Optional(request.ErrorMessage, "errorMessage", 2000);
        var status = request.Status is null ? setup.Status : Enum.GetValues<SetupStatus>().FirstOrDefault(known => known.ToString().Equals(request.Status, StringComparison.OrdinalIgnoreCase), (SetupStatus)(-1));
        fields.Check(Enum.IsDefined(status), "status", "is running, completed or failed");
        fields.ThrowIfWrong();
        await EndAsync(db, setup, status, time, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return Item(setup);
    }

    private static async Task<Created<SetupEventItem>> EventAsync(Guid setupId, SetupEventRequest request, PlatformDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM setups WHERE id = {setupId} FOR UPDATE", cancellationToken);
        var setup = await FindAsync(db, setupId, cancellationToken);
        var data = request.Data is { ValueKind: JsonValueKind.Object } given ? given.GetRawText() : "{}";
        var fields = new Fields("setup_event.invalid");
        fields.Check(EventTypes.Contains(request.Type, StringComparer.Ordinal), "type", $"is one of {string.Join(", ", EventTypes)}");
        fields.Check(request.Data is null || request.Data.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Null, "data", "is an object");
        fields.Check(data.Length <= LargestEvent, "data", $"has at most {LargestEvent / 1024} KB");
        fields.Check(!data.Contains("\\u0000", StringComparison.Ordinal), "data", "holds a character that no text has");
        if (request.Type is "step.started" or "step.completed")
        {
            var isStep = request.Data is { ValueKind: JsonValueKind.Object } step && step.TryGetProperty("step", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var index) && index >= 0;
            fields.Check(isStep, "data.step", "is the number of the step, from 0");
        }

        fields.ThrowIfWrong();
        var entry = new SetupEvent { SetupId = setup.Id, Sequence = ++setup.LastEvent, Type = request.Type!, Data = data };
        db.Add(entry);
        if (request.Type == "setup.completed")
            await EndAsync(db, setup, SetupStatus.Completed, time, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Created((string?)null, Item(entry));
    }

    private static async Task<Results<Created<RecipesAnswer>, Ok<RecipesAnswer>>> RecipesAsync(Guid setupId, HttpRequest request, PlatformDbContext db, RecipeStore recipes, DryRuns dryRuns, AuditLog audit, CancellationToken cancellationToken)
    {
        var setup = await FindAsync(db, setupId, cancellationToken);
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        var (schema, why) = await ScenarioFeature.SchemaAsync(dryRuns, db, setup.ApplicationId, cancellationToken);
        var file = RecipeStore.Read(body.ToArray(), schema, out var warnings);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var taken = await recipes.TakeAsync(setup.ApplicationId, file, setup.Id, cancellationToken);
        audit.Note("setup.recipes", setup.Name, setup.Id, new { recipes = taken.Count, changed = taken.Count(recipe => recipe.IsNew) });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        var answer = new RecipesAnswer(setup.Id, [.. taken.Select(recipe => new TakenRecipeItem(recipe.Scenario.Name, recipe.Scenario.Id, recipe.Version.Id, recipe.Version.Number, recipe.IsNew))],
            [.. warnings.Select(warning => new WarningItem(warning.Path, warning.Message)), .. why is null ? [] : new[] { new WarningItem("", $"Models and fields were not compared with the endpoint: {why}") }]);
        return taken.Any(recipe => recipe.IsNew) ? TypedResults.Created($"/v1/setup/setups/{setup.Id}/scenarios", answer) : TypedResults.Ok(answer);
    }

    private static async Task<SetupScenarios> SetupScenariosAsync(Guid setupId, PlatformDbContext db, CancellationToken cancellationToken)
        => await ScenariosAsync(db, (await FindAsync(db, setupId, cancellationToken)).ApplicationId, cancellationToken);

    private static async Task<SetupScenarios> ApplicationScenariosAsync(Guid applicationId, PlatformDbContext db, CancellationToken cancellationToken)
        => await ScenariosAsync(db, (await db.ApplicationAsync(applicationId, cancellationToken)).Id, cancellationToken);

    private static async Task<SetupScenarios> ScenariosAsync(PlatformDbContext db, Guid application, CancellationToken cancellationToken)
        => new([.. (await ScenarioFeature.ReadAsync(db, application, cancellationToken)).Select(scenario => new SetupScenario(scenario.Name, scenario.HasActiveRecipe, scenario.Description))]);

    private static async Task<SuiteAnswer> SuiteAsync(Guid applicationId, PlatformDbContext db, SuiteStore suites, CancellationToken cancellationToken)
    {
        await db.ApplicationAsync(applicationId, cancellationToken);
        var main = await suites.BranchAsync(applicationId, null, cancellationToken);
        var tests = await (from entry in suites.Current(main.Id)
                           join plan in db.Set<Plan>() on entry.PlanId equals plan.Id
                           orderby entry.Path
                           select new { plan.Title, plan.Path }).ToListAsync(cancellationToken);
        var skills = await db.Set<SetupArtifact>().AsNoTracking().Where(artifact => artifact.ApplicationId == applicationId && artifact.Kind == SetupFileFeature.Skill).OrderBy(artifact => artifact.Name).ToListAsync(cancellationToken);
        return new([.. tests.Select(test => new SuiteTest(test.Title, Slugs.Of(test.Path[..^3]), test.Path))], [.. skills.Select(SetupFileFeature.SkillOf)]);
    }

    private static async Task<Page<SetupItem>> ListAsync(Guid applicationId, PlatformDbContext db, CancellationToken cancellationToken, int? limit = null, string? cursor = null)
    {
        await db.ApplicationAsync(applicationId, cancellationToken);
        var (count, before) = (Cursor.Limit(limit), Cursor.Id(cursor));
        var rows = await db.Set<Setup>().AsNoTracking().Where(setup => setup.ApplicationId == applicationId && (before == null || setup.Id.CompareTo(before.Value) < 0)).OrderByDescending(setup => setup.Id).Take(count + 1).ToListAsync(cancellationToken);
        return Cursor.Of(rows, count, Item);
    }

    private static async Task<SetupItem> GetAsync(Guid setupId, PlatformDbContext db, CancellationToken cancellationToken) => Item(await FindAsync(db, setupId, cancellationToken));

    private static async Task<Page<SetupEventItem>> EventsAsync(Guid setupId, PlatformDbContext db, CancellationToken cancellationToken, int? limit = null, string? cursor = null)
    {
        await FindAsync(db, setupId, cancellationToken);
        var (count, after) = (Cursor.Limit(limit), Cursor.Id(cursor));
        var rows = await db.Set<SetupEvent>().AsNoTracking().Where(entry => entry.SetupId == setupId && (after == null || entry.Id.CompareTo(after.Value) > 0)).OrderBy(entry => entry.Id).Take(count + 1).ToListAsync(cancellationToken);
        return Cursor.Of(rows, count, Item);
    }

    private static async Task EndAsync(PlatformDbContext db, Setup setup, SetupStatus status, TimeProvider time, CancellationToken cancellationToken)
    {
        if (setup.Status == status)
            return;
        setup.Status = status;
        if (status != SetupStatus.Running)
            await WebhookQueue.EnqueueAsync(db, WebhookEvents.SetupFinished, new { setupId = setup.Id, setup.ApplicationId, status = status.ToString().ToLowerInvariant() }, time.GetUtcNow(), cancellationToken);
    }

    private static SetupItem Item(Setup setup) => new(setup.Id, setup.ApplicationId, setup.Name, setup.Status, setup.ErrorMessage, setup.LastEvent, setup.CreatedAt, setup.UpdatedAt);

    private static SetupEventItem Item(SetupEvent entry) => new(entry.Id, entry.Sequence, entry.Type, JsonElement.Parse(entry.Data), entry.CreatedAt);
}
