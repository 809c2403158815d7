using System.Text;
using System.Text.Json.Nodes;
using Autonoma.Platform.Applications;
using Autonoma.Platform.Data;
using Autonoma.Platform.Deployments;
using Autonoma.Platform.Executing;
using Autonoma.Platform.Runs;
using Autonoma.Platform.Scenarios;
using Autonoma.Platform.Sealing;
using Autonoma.Platform.Secrets;
using Autonoma.Platform.Tenancy;
using Autonoma.Scenarios.Recipes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Autonoma.Platform.Work;

/// <summary>Reads an application's endpoint as the organization that it belongs to.</summary>
/// <param name="scopes">A scope for each question.</param>
/// <param name="sealer">Seals tokens.</param>
public sealed class EnvironmentSecrets(IServiceScopeFactory scopes, Sealer sealer) : IEnvironmentSecrets
{
    /// <inheritdoc/>
    public async Task<RunEndpoint?> EndpointAsync(Guid organization, Guid application, Guid? run, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using var _ = scope.ConfigureAwait(false);
        scope.ServiceProvider.GetRequiredService<Tenant>().Enter(organization);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var secrets = scope.ServiceProvider.GetRequiredService<SecretStore>();
        var deployment = run is null ? null : await DeploymentAsync(db, run.Value, cancellationToken).ConfigureAwait(false);
        var address = deployment?.EndpointUrl ?? await db.Set<Application>().Where(one => one.Id == application).Select(one => one.EndpointUrl).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        if (address is null || !Uri.TryCreate(address, UriKind.Absolute, out var url))
            return null;
        var known = await secrets.OpenAsync(application, Secret.Endpoint, cancellationToken).ConfigureAwait(false);
        var headers = new Dictionary<string, string>(await secrets.OpenAsync(application, Secret.EndpointHeaders, cancellationToken).ConfigureAwait(false), StringComparer.OrdinalIgnoreCase);
        // What the deployment asks for wins: a protected preview has a header of its own.
        foreach (var (name, value) in deployment?.OpenHeaders(sealer) ?? new Dictionary<string, string>())
            headers[name] = value;
        return known.TryGetValue(EndpointSecrets.Shared, out var shared)
            ? new(url, shared, known.GetValueOrDefault(EndpointSecrets.Signing), await RecipesAsync(db, application, cancellationToken).ConfigureAwait(false))
            {
                Headers = headers,
            }
            : null;
    }

    /// <inheritdoc/>
    public string Seal(string testRunId, string token) => Convert.ToBase64String(sealer.Seal(token, SealedColumn.EnvironmentTokens.Of(testRunId)));

    /// <inheritdoc/>
    public string Open(string testRunId, string token) => sealer.Open(Convert.FromBase64String(token), SealedColumn.EnvironmentTokens.Of(testRunId));

    private static async Task<Deployment?> DeploymentAsync(PlatformDbContext db, Guid run, CancellationToken cancellationToken)
        => await (from one in db.Set<Run>()
                  join suite in db.Set<SuiteRun>() on one.SuiteRunId equals suite.Id
                  join deployment in db.Set<Deployment>() on suite.DeploymentId equals deployment.Id
                  where one.Id == run
                  select deployment).AsNoTracking().SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);

    // The recipes in use, as the file that a laptop would read.
    private static async Task<RecipeFile?> RecipesAsync(PlatformDbContext db, Guid application, CancellationToken cancellationToken)
    {
        var recipes = await (from scenario in db.Set<Scenario>()
                             join recipe in db.Set<RecipeVersion>() on scenario.ActiveRecipeId equals recipe.Id
                             where scenario.ApplicationId == application
                             orderby scenario.Name
                             select recipe.Recipe).ToListAsync(cancellationToken).ConfigureAwait(false);
        if (recipes.Count == 0)
            return null;
        var file = new JsonObject { ["version"] = 1, ["source"] = new JsonObject { ["discoverPath"] = "discover.json", ["scenariosPath"] = "scenarios.md" }, ["validationMode"] = "sdk-check", ["recipes"] = new JsonArray([.. recipes.Select(text => JsonNode.Parse(text))]) };
        return RecipeReader.Read(Encoding.UTF8.GetBytes(file.ToJsonString()));
    }
}
