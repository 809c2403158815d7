using System.Globalization;
using Autonoma.Platform;
using Autonoma.Platform.Applications;
using Autonoma.Platform.Branches;
using Autonoma.Platform.Data;
using Autonoma.Platform.Organizations;
using Autonoma.Platform.Runs;
using Autonoma.Platform.Scenarios;
using Autonoma.Platform.Sealing;
using Autonoma.Platform.Secrets;
using Autonoma.Platform.Tenancy;
using Autonoma.Platform.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Autonoma.Chaos;

/// <summary>Fills the database with what is to be run, and looks at it afterwards.</summary>
internal sealed class ChaosDatabase(string connection, string data) : IAsyncDisposable
{
    private const string Recipe = """{"name":"basket","description":"One item.","create":{"Item":[{"name":"Item {{suffix}}"}]},"variables":{"suffix":{"strategy":"derived","source":"testRunId","format":"{shortId}"}}}""";

    private readonly ServiceProvider _services = new ServiceCollection().AddLogging(logging => logging.ClearProviders()).AddPlatform(connection, () => KeyRing.Of(data)).AddScoped<RunStarter>().BuildServiceProvider();

    public NpgsqlDataSource Database => _services.GetRequiredService<NpgsqlDataSource>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    /// <summary>Organizations with an application each, and a suite run of all its tests.</summary>
    public async Task<List<Guid>> StartAsync(int stubs, int real, string site)
    {
        await Migrator.MigrateAsync(Database, CancellationToken.None);
        var suites = new List<Guid>();
        for (var organization = 0; organization < 3; organization++)
            suites.Add(await OrganizationAsync(organization, Share(stubs, organization), Share(real, organization), site));
        return suites;
    }

    /// <summary>One number that a query answers with.</summary>
    public async Task<long> CountAsync(string sql)
    {
        await using var command = Database.CreateCommand($"SELECT coalesce(({sql})::bigint, 0)");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Rows of two texts.</summary>
    public async Task<List<(string, string)>> RowsAsync(string sql)
    {
        var rows = new List<(string, string)>();
        await using var command = Database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            rows.Add((reader.GetString(0), reader.GetString(1)));
        return rows;
    }

    private static int Share(int all, int part) => (all / 3) + (part < all % 3 ? 1 : 0);

    private async Task<Guid> OrganizationAsync(int number, int stubs, int real, string site)
    {
        var owner = new Organization { Name = $"Organization {number}", Slug = $"organization-{number}" };
        await using (var system = _services.CreateAsyncScope())
        {
            system.ServiceProvider.GetRequiredService<Tenant>().EnterSystem();
            var rows = system.ServiceProvider.GetRequiredService<PlatformDbContext>();
            rows.Add(owner);
            await rows.SaveChangesAsync();
        }

        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Enter(owner.Id);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var application = new Application { Name = "Counter", Slug = "counter", Platform = ApplicationPlatform.Web, Url = site, EndpointUrl = $"{site}/api/autonoma" };
        var branch = new Branch { ApplicationId = application.Id, Name = "main", IsMain = true, Head = 1 };
        var scenario = new Scenario { ApplicationId = application.Id, Name = "basket" };
        var recipe = new RecipeVersion { ScenarioId = scenario.Id, Number = 1, Recipe = Recipe, Hash = "chaos", ValidationMode = "sdk-check" };
        scenario.ActiveRecipeId = recipe.Id;
        db.AddRange(application, branch, scenario, recipe);
        for (var i = 0; i < stubs + real; i++)
        {
            // Real ones are spread among the others.
            var isReal = real > 0 && i % ((stubs + real) / real) == 0 && i / ((stubs + real) / real) < real;
            var path = string.Create(CultureInfo.InvariantCulture, $"{(isReal ? "real" : "stub")}/test-{i}.md");
            var test = new Test { ApplicationId = application.Id, LastPlan = 1 };
            var content = $"---\ntitle: Test {i}\nurl: /\nscenario: basket\n---\n## Steps\n1. Click \"Press\"\n2. Verify that the text \"Pressed 1\" is shown\n";
            var plan = new Plan { TestId = test.Id, Number = 1, Path = path, Folder = path.Split('/')[0], Title = $"Test {i}", Tags = [], Scenario = "basket", Content = content, Hash = path };
            db.AddRange(test, plan, new SuiteEntry { BranchId = branch.Id, TestId = test.Id, PlanId = plan.Id, Path = path, ValidFrom = 1 });
        }

        await scope.ServiceProvider.GetRequiredService<SecretStore>().PutAsync(
            application.Id, Secret.Endpoint, new Dictionary<string, string> { ["AUTONOMA_SHARED_SECRET"] = ChaosApp.Shared, ["AUTONOMA_SIGNING_SECRET"] = ChaosApp.Signing }, CancellationToken.None);
        await db.SaveChangesAsync();
        return (await scope.ServiceProvider.GetRequiredService<RunStarter>().StartAsync(application.Id, new() { Trigger = "api" }, CancellationToken.None)).Id;
    }
}
