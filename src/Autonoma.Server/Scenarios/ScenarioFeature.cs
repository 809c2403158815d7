using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Autonoma.Platform.Access;
using Autonoma.Platform.Audit;
using Autonoma.Platform.Data;
using Autonoma.Platform.Refusals;
using Autonoma.Platform.Scenarios;
using Autonoma.Platform.Work;
using Autonoma.Scenarios.Client;
using Autonoma.Server.Access;
using Autonoma.Server.Answers;
using Autonoma.Server.Applications;
using Autonoma.Server.Hosting;
using Autonoma.Server.Networks;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Autonoma.Server.Scenarios;

internal sealed record ScenarioItem(Guid Id, Guid ApplicationId, string Name, string Description, bool HasActiveRecipe, int? RecipeNumber, Guid? ActiveRecipeId, int Version, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

internal sealed record ScenarioDetails(ScenarioItem Scenario, JsonElement? Recipe);

internal sealed record RecipeVersionItem(Guid Id, int Number, bool IsActive, string ValidationMode, Guid? SetupId, Guid? AuthorId, DateTimeOffset CreatedAt, JsonElement Recipe);

/// <param name="Recipe">The recipe: name, description, create, variables, validation.</param>
internal sealed record RecipeRequest(JsonElement? Recipe);

internal sealed record FieldItem(string Name, string Type, bool IsRequired, bool IsId, bool HasDefault);

internal sealed record ModelItem(string Name, IReadOnlyList<FieldItem> Fields);

internal sealed record OfferedScenario(string Name, string? Description);

/// <summary>What the Environment Factory says; or why it did not.</summary>
internal sealed record DiscoveryAnswer(bool Ok, string? Error, string? Code, string? Protocol, string? ScopeField, IReadOnlyList<ModelItem> Models, IReadOnlyList<OfferedScenario> Scenarios);

internal sealed record CheckPartItem(string Name, string Outcome, string Message);

internal sealed record DryRunAnswer(string Scenario, bool Passed, string? TestRunId, long? UpMs, long? DownMs, IReadOnlyList<CheckPartItem> Parts, string? Error);

internal sealed record InstanceItem(Guid Id, string Scenario, string TestRunId, Guid? RunId, string State, string Endpoint, string? Problem, DateTimeOffset CreatedAt);

/// <param name="Id">The call.</param>
/// <param name="Action">discover, up or down.</param>
/// <param name="Scenario">None for discover.</param>
/// <param name="TestRunId">Name of the environment at the endpoint.</param>
/// <param name="RunId">The run it was made for.</param>
/// <param name="Endpoint">Where it was sent.</param>
/// <param name="Status">HTTP status; none when there was no answer.</param>
/// <param name="Code">Code of the SDK.</param>
/// <param name="Error">Why it failed, secrets masked; none when it did not.</param>
/// <param name="DurationMs">Until it was answered, or given up.</param>
/// <param name="At">When it was sent.</param>
internal sealed record CallItem(Guid Id, string Action, string? Scenario, string? TestRunId, Guid? RunId, string Endpoint, int? Status, string? Code, string? Error, int DurationMs, DateTimeOffset At);

/// <summary>Environments of test data: what they consist of, whether they can be made, what stands of them.</summary>
internal sealed class ScenarioFeature : IServerFeature
{
    public void Add(WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<RecipeStore>();
        builder.Services.AddSingleton<DryRuns>();
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        var application = routes.MapGroup("/v1/applications/{applicationId:guid}").WithTags("scenarios");
        application.MapGet("scenarios", ListAsync).Needs(Permission.Read).WithSummary("Scenarios of an application, by name.");
        application.MapPost("scenarios/discover", DiscoverAsync).Needs(Permission.Edit).WithSummary("Asks the Environment Factory what it can create.");
        application.MapPost("scenarios/{name}/dry-run", DryRunAsync).Needs(Permission.Edit).WithSummary("Makes a scenario, looks at it, and removes it.");
        application.MapGet("scenario-calls", CallsAsync).Needs(Permission.Read).WithSummary("Every request to the Environment Factory, newest first: what was asked, what it answered, how long it took.");
        application.MapGet("scenario-instances", InstancesAsync).Needs(Permission.Read).WithSummary("What was made of scenarios, newest first, and whether it stands.");
        var scenario = routes.MapGroup("/v1/scenarios/{scenarioId:guid}").WithTags("scenarios");
        scenario.MapGet("", GetAsync).Needs(Permission.Read).WithSummary("One scenario with its recipe.");
        scenario.MapPut("recipe", PutRecipeAsync).Needs(Permission.Edit).WithSummary("Writes another recipe: a new version, in use at once.");
        scenario.MapGet("recipe-versions", VersionsAsync).Needs(Permission.Read).WithSummary("Every recipe it has had, newest first.");
        scenario.MapPost("recipe-versions/{recipeVersionId:guid}/activate", ActivateAsync).Needs(Permission.Edit).WithSummary("Uses an earlier recipe again.");
    }

    internal static Task<List<ScenarioItem>> ReadAsync(PlatformDbContext db, Guid application, CancellationToken cancellationToken)
        => (from scenario in db.Set<Scenario>()
            where scenario.ApplicationId == application
            orderby scenario.Name
            select new ScenarioItem(scenario.Id, scenario.ApplicationId, scenario.Name, scenario.Description, scenario.ActiveRecipeId != null, db.Set<RecipeVersion>().Where(version => version.Id == scenario.ActiveRecipeId).Select(version => (int?)version.Number).FirstOrDefault(), scenario.ActiveRecipeId, scenario.Version, scenario.CreatedAt, scenario.UpdatedAt)).ToListAsync(cancellationToken);

    /// <summary>What the endpoint can create; null when there is none, or it does not say.</summary>
    internal static async Task<(SchemaFacts? Schema, string? Why)> SchemaAsync(DryRuns dryRuns, PlatformDbContext db, Guid application, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(10));
        try
        {
            return ((await dryRuns.DiscoverAsync(db.OrganizationId, application, patience.Token))?.Schema, null);
        }
        catch (Exception e) when (e is EnvironmentException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return (null, e is EnvironmentException ? e.Message : "it did not answer within 10 seconds");
        }
    }

    private static async Task<IReadOnlyList<ScenarioItem>> ListAsync(Guid applicationId, PlatformDbContext db, CancellationToken cancellationToken)
    {
        await db.ApplicationAsync(applicationId, cancellationToken);
        return await ReadAsync(db, applicationId, cancellationToken);
    }

    private static async Task<DiscoveryAnswer> DiscoverAsync(Guid applicationId, PlatformDbContext db, DryRuns dryRuns, CancellationToken cancellationToken)
    {
        await db.ApplicationAsync(applicationId, cancellationToken);
        try
        {
            return await dryRuns.DiscoverAsync(db.OrganizationId, applicationId, cancellationToken) is { } said
                ? new(true, null, null, said.Protocol, said.Schema?.ScopeField,
                    [.. (said.Schema?.Models ?? []).Select(model => new ModelItem(model.Name, [.. model.Fields.Select(field => new FieldItem(field.Name, field.Type, field.IsRequired, field.IsId, field.HasDefault))]))],
                    [.. said.Scenarios.Select(scenario => new OfferedScenario(scenario.Name, scenario.Description))])
                : new(false, "The application has no Environment Factory: set its address and shared secret.", "endpoint.missing", null, null, [], []);
        }
        catch (EnvironmentException e)
        {
            return new(false, e.Message, e.Code ?? "endpoint.failed", null, null, [], []);
        }
    }

    private static async Task<DryRunAnswer> DryRunAsync(Guid applicationId, string name, PlatformDbContext db, DryRuns dryRuns, AuditLog audit, CancellationToken cancellationToken)
    {
        await db.ApplicationAsync(applicationId, cancellationToken);
        audit.Note("scenario.dry_run", name, applicationId);
        await db.SaveChangesAsync(cancellationToken);
        try
        {
            return await dryRuns.CheckAsync(db.OrganizationId, applicationId, name, cancellationToken) is { } check
                ? new(check.Scenario, check.Passed, check.RunId, check.UpMilliseconds, check.DownMilliseconds, [.. check.Parts.Select(part => new CheckPartItem(part.Name, char.ToLowerInvariant(part.Outcome.ToString()[0]) + part.Outcome.ToString()[1..], part.Message))], null)
                : new(name, false, null, null, null, [], "The application has no Environment Factory: set its address and shared secret.");
        }
        catch (EnvironmentException e)
        {
            return new(name, false, null, null, null, [], e.Message);
        }
    }

    private static async Task<Page<InstanceItem>> InstancesAsync(Guid applicationId, PlatformDbContext db, CancellationToken cancellationToken, int? limit = null, string? cursor = null)
    {
        await db.ApplicationAsync(applicationId, cancellationToken);
        var (count, before) = (Cursor.Limit(limit), Cursor.Id(cursor));
        var rows = await db.Set<EnvironmentInstance>().AsNoTracking().Where(row => row.ApplicationId == applicationId && (before == null || row.Id.CompareTo(before.Value) < 0)).OrderByDescending(row => row.Id).Take(count + 1).ToListAsync(cancellationToken);
        return Cursor.Of(rows, count, row => new InstanceItem(row.Id, row.Scenario, row.TestRunId, row.RunId, row.State.ToString().ToLowerInvariant(), row.Endpoint, row.Problem, row.CreatedAt));
    }

    private static async Task<Page<CallItem>> CallsAsync(Guid applicationId, PlatformDbContext db, CancellationToken cancellationToken, Guid? runId = null, string? testRunId = null, string? scenario = null, bool? failed = null, int? limit = null, string? cursor = null)
    {
        await db.ApplicationAsync(applicationId, cancellationToken);
        var (count, before) = (Cursor.Limit(limit), Cursor.Id(cursor));
        var rows = await db.Set<ScenarioCall>().AsNoTracking()
            .Where(row => row.ApplicationId == applicationId && (runId == null || row.RunId == runId) && (testRunId == null || row.TestRunId == testRunId) && (scenario == null || row.Scenario == scenario)
                && (failed == null || (row.Error != null) == failed) && (before == null || row.Id.CompareTo(before.Value) < 0))
            .OrderByDescending(row => row.Id).Take(count + 1).ToListAsync(cancellationToken);
        return Cursor.Of(rows, count, row => new CallItem(row.Id, row.Action, row.Scenario, row.TestRunId, row.RunId, row.Endpoint, row.Status, row.Code, row.Error, row.DurationMs, row.CreatedAt));
    }

    private static async Task<ScenarioDetails> GetAsync(Guid scenarioId, HttpResponse response, PlatformDbContext db, CancellationToken cancellationToken)
    {
        var scenario = await FindAsync(db, scenarioId, cancellationToken);
        var recipe = await db.Set<RecipeVersion>().AsNoTracking().FirstOrDefaultAsync(version => version.Id == scenario.ActiveRecipeId, cancellationToken);
        response.Tell(scenario.Version);
        return new(Item(scenario, recipe), recipe is null ? null : JsonElement.Parse(recipe.Recipe));
    }

    private static async Task<ScenarioDetails> PutRecipeAsync(Guid scenarioId, RecipeRequest request, HttpContext context, PlatformDbContext db, RecipeStore recipes, DryRuns dryRuns, AuditLog audit, CancellationToken cancellationToken)
    {
        var scenario = await FindAsync(db, scenarioId, cancellationToken);
        context.Request.Expect(scenario);
        if (request.Recipe is not { ValueKind: JsonValueKind.Object } recipe || JsonNode.Parse(recipe.GetRawText()) is not JsonObject node)
            throw Refused.Invalid("recipe.invalid", "recipe", "A recipe is an object.");
        if (node["name"]?.GetValueKind() != JsonValueKind.String || node["name"]!.GetValue<string>() != scenario.Name)
            throw Refused.Invalid("recipe.invalid", "recipe.name", $"The recipe of this scenario is called '{scenario.Name}'.");
        // As the only one of a file: what was proven before is proven no longer, so that it says what an editor can know.
        var file = new JsonObject { ["version"] = 1, ["source"] = new JsonObject { ["discoverPath"] = "discover.json", ["scenariosPath"] = "scenarios.md" }, ["validationMode"] = "sdk-check", ["recipes"] = new JsonArray(node) };
        var (schema, _) = await SchemaAsync(dryRuns, db, scenario.ApplicationId, cancellationToken);
        var read = RecipeStore.Read(Encoding.UTF8.GetBytes(file.ToJsonString()), schema, out var _);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var taken = (await recipes.TakeAsync(scenario.ApplicationId, read, setup: null, cancellationToken)).Single();
        audit.Note("scenario.recipe", scenario.Name, scenario.Id, new { taken.Version.Number });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        context.Response.Tell(taken.Scenario.Version);
        return new(Item(taken.Scenario, taken.Version), JsonElement.Parse(taken.Version.Recipe));
    }

    private static async Task<Page<RecipeVersionItem>> VersionsAsync(Guid scenarioId, PlatformDbContext db, CancellationToken cancellationToken, int? limit = null, string? cursor = null)
    {
        var scenario = await FindAsync(db, scenarioId, cancellationToken);
        var (count, before) = (Cursor.Limit(limit), Cursor.Id(cursor));
        var rows = await db.Set<RecipeVersion>().AsNoTracking().Where(version => version.ScenarioId == scenarioId && (before == null || version.Id.CompareTo(before.Value) < 0)).OrderByDescending(version => version.Id).Take(count + 1).ToListAsync(cancellationToken);
        return Cursor.Of(rows, count, version => new RecipeVersionItem(version.Id, version.Number, version.Id == scenario.ActiveRecipeId, version.ValidationMode, version.SetupId, version.AuthorId, version.CreatedAt, JsonElement.Parse(version.Recipe)));
    }

    private static async Task<ScenarioItem> ActivateAsync(Guid scenarioId, Guid recipeVersionId, HttpContext context, PlatformDbContext db, AuditLog audit, CancellationToken cancellationToken)
    {
        var scenario = await FindAsync(db, scenarioId, cancellationToken);
        context.Request.Expect(scenario);
        var version = await db.Set<RecipeVersion>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == recipeVersionId && row.ScenarioId == scenarioId, cancellationToken) ?? throw Refused.NotFound("recipe version");
        scenario.ActiveRecipeId = version.Id;
        audit.Note("scenario.activate", scenario.Name, scenario.Id, new { version.Number });
        await db.SaveChangesAsync(cancellationToken);
        context.Response.Tell(scenario.Version);
        return Item(scenario, version);
    }

    private static async Task<Scenario> FindAsync(PlatformDbContext db, Guid id, CancellationToken cancellationToken)
        => await db.Set<Scenario>().FirstOrDefaultAsync(scenario => scenario.Id == id, cancellationToken) ?? throw Refused.NotFound("scenario");

    private static ScenarioItem Item(Scenario scenario, RecipeVersion? recipe)
        => new(scenario.Id, scenario.ApplicationId, scenario.Name, scenario.Description, recipe is not null, recipe?.Number, recipe?.Id, scenario.Version, scenario.CreatedAt, scenario.UpdatedAt);
}
