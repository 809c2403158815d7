using System.Security.Cryptography;
using System.Text;
using Autonoma.Platform.Data;
using Autonoma.Platform.Organizations;
using Autonoma.Platform.Runs;
using Autonoma.Platform.Tenancy;
using Autonoma.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Autonoma.Server.Tests.Access;

/// <summary>An organization that has one of everything, each with a word in it that nobody else may ever see.</summary>
internal sealed class WorldOfA : IDisposable
{
    public const string Marker = "zebra-stripes";

    private const string Test = $"---\ntitle: {Marker}\ndescription: Proves that stripes are there\ntags: [{Marker}]\n---\n\n## Steps\n\n1. Click \"{Marker}\"\n2. Verify that \"{Marker}\" is displayed\n";

    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly ServerFixture _server;
    private readonly Browser _owner;

    private WorldOfA(ServerFixture server, Browser owner) => (_server, _owner) = (server, owner);

    public static async Task<WorldOfA> CreateAsync(ServerFixture server)
    {
        var world = new WorldOfA(server, await server.NewOwnerAsync($"{Marker} organization"));
        await world.FillAsync();
        return world;
    }

    /// <summary>One of its ids by the name of a parameter; null when that is nothing of its.</summary>
    public string? Id(string parameter) => _ids.GetValueOrDefault(parameter);

    /// <summary>What all its rows say together.</summary>
    public async Task<string> DigestAsync()
    {
        await using var database = NpgsqlDataSource.Create(_server.Database);
        var tables = new List<string>();
        // When schedules are due is worked out in the background.
        await using (var command = database.CreateCommand("SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'organization_id' AND table_name NOT IN ('sessions', 'schedule_turns') ORDER BY 1"))
        {
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                tables.Add(reader.GetString(0));
        }

        var all = new StringBuilder();
        foreach (var table in tables)
        {
            await using var command = database.CreateCommand($"SELECT coalesce(string_agg(r::text, '|' ORDER BY r::text), '') FROM {table} r WHERE organization_id = $1");
            command.Parameters.Add(new() { Value = Guid.Parse(_owner.Organization) });
            all.Append(table).Append(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes((string)(await command.ExecuteScalarAsync())!)))).Append('\n');
        }

        tables.Count.ShouldBeGreaterThan(15);
        return all.ToString();
    }

    public void Dispose() => _owner.Dispose();

    private async Task FillAsync()
    {
        _ids["id"] = _owner.Organization;
        _ids["applicationId"] = await IdAsync("/v1/applications", new { name = Marker, url = $"https://{Marker}.example", instructions = Marker, repository = Marker });
        var application = $"/v1/applications/{_ids["applicationId"]}";
        _ids["repo_id"] = _ids["applicationId"];
        _ids["testId"] = _ids["testIds"] = await IdAsync($"{application}/tests", new { path = $"{Marker}/a.md", content = Test });
        await _owner.PostAsync($"{application}/tests", new { path = $"{Marker}/b.md", content = Test });
        var versions = (await _owner.GetAsync($"{application}/suite-versions"))["items"]!.AsArray();
        (_ids["suiteVersionId"], _ids["otherSuiteVersionId"]) = (versions[0]!["id"]!.GetValue<string>(), versions[1]!["id"]!.GetValue<string>());
        _ids["branchId"] = await IdAsync($"{application}/branches", new { name = Marker });
        await _owner.AskAsync(HttpMethod.Put, $"{application}/secrets/NAME", new { value = Marker });
        await _owner.AskAsync(HttpMethod.Put, $"/v1/secrets/{_ids["applicationId"]}/web/KEY", new { value = Marker });
        (_ids["name"], _ids["app"], _ids["key"], _ids["attempt"]) = ("NAME", "web", "KEY", "1");
        _ids["scheduleId"] = await IdAsync("/v1/schedules", new { applicationId = _ids["applicationId"], name = Marker, cron = "0 6 * * *" });
        _ids["webhookId"] = (await _owner.PostAsync("/v1/webhooks", new { url = $"http://127.0.0.1:9/{Marker}", events = new[] { "ping" }, isEnabled = false }))["webhook"]!["id"]!.GetValue<string>();
        _ids["deliveryId"] = await IdAsync($"/v1/webhooks/{_ids["webhookId"]}/ping", new { });
        // It is turned off, so that its one delivery comes to an end and changes no more.
        await Waiting.UntilAsync(async () => (await _owner.GetAsync($"/v1/webhooks/{_ids["webhookId"]}/deliveries?status=failed"))["items"]!.AsArray().Count == 1, TestContext.Current.CancellationToken);
        _ids["setupId"] = await IdAsync("/v1/setup/setups", new { applicationId = _ids["applicationId"], repoName = Marker });
        await _owner.PostAsync($"/v1/setup/setups/{_ids["setupId"]}/events", new { type = "log", data = new { message = Marker } });
        await _owner.PostAsync($"/v1/setup/setups/{_ids["setupId"]}/artifacts", new { skills = new[] { new { name = $"{Marker}.md", content = Marker } } });
        var recipe = new { name = Marker, description = Marker, create = new { Organization = new[] { new { name = Marker } } }, validation = new { status = "validated", method = "checkScenario", phase = "ok" } };
        var taken = await _owner.PostAsync($"/v1/setup/setups/{_ids["setupId"]}/scenario-recipe-versions", new { version = 1, source = new { discoverPath = "d", scenariosPath = "s" }, validationMode = "sdk-check", recipes = new[] { recipe } });
        (_ids["scenarioId"], _ids["recipeVersionId"]) = (taken["scenarios"]![0]!["scenarioId"]!.GetValue<string>(), taken["scenarios"]![0]!["recipeVersionId"]!.GetValue<string>());
        _ids["invitationId"] = (await _owner.PostAsync("/v1/invitations", new { email = $"{Marker}@example.com", role = "viewer" }))["invitation"]!["id"]!.GetValue<string>();
        _ids["apiKeyId"] = (await _owner.PostAsync("/v1/api-keys", new { name = Marker, scopes = new[] { "read" } }))["apiKey"]!["id"]!.GetValue<string>();
        using (await _server.NewMemberAsync(_owner, Role.Member))
            _ids["memberId"] = (await _owner.GetAsync("/v1/members")).AsArray().Single(member => member!["role"]!.GetValue<string>() == "member")!["id"]!.GetValue<string>();
        _ids["suiteRunId"] = await IdAsync($"{application}/suite-runs", new { all = true });
        _ids["runId"] = (await _owner.GetAsync($"/v1/suite-runs/{_ids["suiteRunId"]}"))["runs"]![0]!["id"]!.GetValue<string>();
        await FillDatabaseAsync();
    }

    // What only a run that was carried out leaves.
    private async Task FillDatabaseAsync()
    {
        await using var scope = _server.Server.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Enter(Guid.Parse(_owner.Organization));
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var run = await db.Set<Run>().SingleAsync(run => run.Id == Guid.Parse(_ids["runId"]));
        var recording = new RecordingOfTest { ApplicationId = run.ApplicationId, TestId = run.TestId!.Value, BranchId = run.BranchId!.Value, RunId = run.Id, Content = $"{{\"marker\":\"{Marker}\"}}", Hash = "0" };
        var heal = new HealOfTest { ApplicationId = run.ApplicationId, TestId = run.TestId!.Value, BranchId = run.BranchId!.Value, RunId = run.Id, BaseHash = "0", Content = $"{{\"marker\":\"{Marker}\"}}", Heals = $"[\"{Marker}\"]" };
        db.AddRange(recording, heal);
        await db.SaveChangesAsync();
        (_ids["recordingId"], _ids["healId"]) = (recording.Id.ToString(), heal.Id.ToString());
    }

    private async Task<string> IdAsync(string path, object body) => (await _owner.PostAsync(path, body))["id"]!.GetValue<string>();
}
