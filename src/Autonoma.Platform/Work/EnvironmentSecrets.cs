using System.Text;
using System.Text.Json.Nodes;
using Autonoma.Platform.Applications;
using Autonoma.Platform.Data;
using Autonoma.Platform.Executing;
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
    /// <summary>Names in the bundle <see cref="Secret.Endpoint"/>.</summary>
    public const string SharedSecret = "AUTONOMA_SHARED_SECRET", SigningSecret = "AUTONOMA_SIGNING_SECRET";

    /// <inheritdoc/>
    public async Task<RunEndpoint?> EndpointAsync(Guid organization, Guid application, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using var _ = scope.ConfigureAwait(false);
        scope.ServiceProvider.GetRequiredService<Tenant>().Enter(organization);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var secrets = scope.ServiceProvider.GetRequiredService<SecretStore>();
        var address = await db.Set<Application>().Where(one => one.Id == application).Select(one => one.EndpointUrl).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        if (address is null || !Uri.TryCreate(address, UriKind.Absolute, out var url))
            return null;
        var known = await secrets.OpenAsync(application, Secret.Endpoint, cancellationToken).ConfigureAwait(false);
        return known.TryGetValue(SharedSecret, out var shared)
            ? new(url, shared, known.GetValueOrDefault(SigningSecret), await RecipesAsync(db, application, cancellationToken).ConfigureAwait(false))
            {
                Headers = await secrets.OpenAsync(application, Secret.EndpointHeaders, cancellationToken).ConfigureAwait(false),
            }
            : null;
    }

    /// <inheritdoc/>
    public string Seal(string testRunId, string token) => Convert.ToBase64String(sealer.Seal(token, $"environment_instances.token/{testRunId}"));

    /// <inheritdoc/>
    public string Open(string testRunId, string token) => sealer.Open(Convert.FromBase64String(token), $"environment_instances.token/{testRunId}");

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
