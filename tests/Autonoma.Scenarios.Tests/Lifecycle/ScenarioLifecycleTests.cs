using System.Text;
using Autonoma.Scenarios.Client;
using Autonoma.Scenarios.Instances;
using Autonoma.Scenarios.Journal;
using Autonoma.Scenarios.Lifecycle;
using Autonoma.Scenarios.Recipes;
using Autonoma.Scenarios.Variables;
using Autonoma.TestKit;
using Autonoma.TestKit.Environments;
using Npgsql;

namespace Autonoma.Scenarios.Tests.Lifecycle;

/// <summary>Against a real PostgreSQL that the endpoint writes to as an app would.</summary>
public sealed class ScenarioLifecycleTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
    private const string Recipes = """
        { "version": 1, "source": { "discoverPath": "d", "scenariosPath": "s" }, "validationMode": "sdk-check", "recipes": [
          { "name": "standard", "description": "", "create": { "Workspace": [{ "_alias": "w", "name": "Nord" }], "User": [{ "email": "a@example.com", "workspaceId": { "_ref": "w" } }, { "email": "b@example.com", "workspaceId": { "_ref": "w" } }] } } ] }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("autonoma-lifecycle").FullName;
    private readonly HttpClient _http = EnvironmentClient.CreateHttp();
    private WireEndpoint _endpoint = null!;
    private NpgsqlDataSource _app = null!;
    private string _connection = "";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _endpoint = await WireEndpoint.StartAsync();
        var builder = new NpgsqlConnectionStringBuilder(postgres.NewDatabase());
        var name = builder.Database!;
        await using (var server = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(builder.ConnectionString) { Database = "postgres" }))
            await server.CreateCommand($"CREATE DATABASE {name}").ExecuteNonQueryAsync(Stop);
        _connection = builder.ConnectionString;
        _app = NpgsqlDataSource.Create(_connection);
        // As apps name their tables: one in the plural, one in another case; and one that no model speaks of.
        await SqlAsync("""CREATE TABLE "Workspaces" ("Id" text PRIMARY KEY); CREATE TABLE "user" (id text PRIMARY KEY); CREATE TABLE audit_log (id serial, note text)""");
        _endpoint.BeforeUpAnswer = async _ =>
        {
            foreach (var (id, row) in _endpoint.Rows)
                await SqlAsync(row.Model == "User" ? $"INSERT INTO \"user\" VALUES ('{id}')" : $"INSERT INTO \"Workspaces\" VALUES ('{id}')");
        };
        AfterDown("DELETE FROM \"user\"; DELETE FROM \"Workspaces\"");
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        await _endpoint.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Task<int> SqlAsync(string sql) => _app.CreateCommand(sql).ExecuteNonQueryAsync(Stop);

    private void AfterDown(string sql) => _endpoint.Instead = async (action, _, _) =>
    {
        if (action == "down")
            await SqlAsync(sql);
        return false;
    };

    private async Task<Dictionary<string, CheckPart>> CheckAsync(bool twice = false, string? recipes = null) => (await CheckWholeAsync(twice, recipes)).Parts.ToDictionary(part => part.Name);

    private async Task<ScenarioCheck> CheckWholeAsync(bool twice, string? recipes)
    {
        using var journal = new InstanceJournal(_folder, TimeProvider.System);
        await using var rows = new DatabaseRows(_connection);
        var client = new EnvironmentClient(new(_endpoint.Url, _endpoint.SharedSecret), _http, TimeProvider.System);
        var instances = new ScenarioInstances(client, RecipeReader.Read(Encoding.UTF8.GetBytes(recipes ?? Recipes)), journal, TimeProvider.System);
        return await new ScenarioLifecycle(instances, rows) { IsTwice = twice }.CheckAsync("standard", RunId.New(), Stop);
    }

    [Fact]
    public async Task Check_RowsCameAndWent_Passes()
    {
        var parts = await CheckAsync();

        parts["rows"].ShouldBe(new("rows", CheckOutcome.Passed, "3 rows"));
        parts["gone"].ShouldBe(new("gone", CheckOutcome.Passed));
        parts["auth"].Message.ShouldBe("1 cookie, 1 header, 2 credentials");
    }

    // The app's own table with what it demands of it; what it refuses comes back as SDKs tell it.
    private async Task StoreAsync(string removal)
    {
        await SqlAsync("ALTER TABLE \"user\" ADD email text, ADD run text; ALTER TABLE \"Workspaces\" ADD run text; CREATE UNIQUE INDEX user_email_key ON \"user\" (email)");
        _endpoint.BeforeUpAnswer = _ => Task.CompletedTask;
        _endpoint.Instead = async (action, context, body) =>
        {
            var run = body["testRunId"]?.GetValue<string>() ?? "";
            if (action == "down")
                await SqlAsync(removal.Replace("$run", run, StringComparison.Ordinal));
            if (action != "up")
                return false;
            try
            {
                var first = _endpoint.Requests.Count(request => request.Action == "up") == 1 ? 1 : 4;
                foreach (var user in body["create"]!["User"]!.AsArray().Select((user, i) => (Email: user!["email"]!.GetValue<string>(), Id: $"user_{first + i + 1}")))
                    await SqlAsync($"INSERT INTO \"user\" VALUES ('{user.Id}', '{user.Email}', '{run}')");
                await SqlAsync($"INSERT INTO \"Workspaces\" VALUES ('workspace_{first}', '{run}')");
            }
            catch (PostgresException e)
            {
                await SqlAsync($"DELETE FROM \"user\" WHERE run = '{run}'");
                await WireEndpoint.FailAsync(context, 500, "INTERNAL_ERROR", $"User: {e.MessageText}");
                return true;
            }

            return false;
        };
    }

    private const string Own = "DELETE FROM \"user\" WHERE run = '$run'; DELETE FROM \"Workspaces\" WHERE run = '$run'";

    private static string Varying => Recipes.Replace("@example.com", "-{{testRunId}}@example.com", StringComparison.Ordinal);

    private async Task ShouldBeEmptyAsync() => (await _app.CreateCommand("SELECT (SELECT count(*) FROM \"user\") + (SELECT count(*) FROM \"Workspaces\")").ExecuteScalarAsync(Stop)).ShouldBe(0L);

    [Fact]
    public async Task Twice_ValuesThatVary_TwoStandAtOnce_AndBothGo()
    {
        await StoreAsync(Own);

        var parts = await CheckAsync(twice: true, Varying);

        parts.Values.ShouldAllBe(part => part.Outcome == CheckOutcome.Passed, string.Join('\n', parts.Values));
        _endpoint.Requests.Select(request => request.Action).ShouldBe(["discover", "up", "up", "down", "down"]);
        _endpoint.Requests.Where(request => request.Action == "up").Select(request => request.Body["testRunId"]!.GetValue<string>()).Distinct().Count().ShouldBe(2);
        await ShouldBeEmptyAsync();
    }

    [Fact]
    public async Task Twice_AUniqueIndexIsHit_IsSaid_AndNothingStays()
    {
        await StoreAsync(Own);

        var check = await CheckWholeAsync(twice: true, null);

        var part = check.Parts.Single(part => part.Name == "together");
        part.Outcome.ShouldBe(CheckOutcome.Failed);
        part.Message.ShouldContain("a second one of another run could not be made");
        check.SecondFailure!.Message.ShouldContain("user_email_key");
        check.Parts.Where(other => other != part).ShouldAllBe(other => other.Outcome == CheckOutcome.Passed);
        await ShouldBeEmptyAsync();
    }

    [Fact]
    public async Task Twice_TheFirstTakesTheSecondAlong_IsSaid()
    {
        await StoreAsync("DELETE FROM \"user\"; DELETE FROM \"Workspaces\"");

        var together = (await CheckAsync(twice: true, Varying))["together"];

        together.Outcome.ShouldBe(CheckOutcome.Failed);
        together.Message.ShouldContain("After the first instance was removed, 2 User records came back and the database has 0 of them for the second one.");
    }

    [Fact]
    public async Task Twice_TheSecondStays_IsSaid()
    {
        await StoreAsync($"{Own} AND NOT EXISTS (SELECT 1 FROM audit_log); INSERT INTO audit_log (note) VALUES ('once')");

        (await CheckAsync(twice: true, Varying))["together"].Message.ShouldBe("Of the second instance, 1 Workspace record is still in the database after 'down'.");
    }

    [Fact]
    public async Task Check_ARowStays_IsSaid()
    {
        AfterDown("DELETE FROM \"Workspaces\"");

        (await CheckAsync())["gone"].ShouldBe(new("gone", CheckOutcome.Failed, "2 User records are still in the database after 'down'."));
    }

    [Fact]
    public async Task Check_ARowNeverCame_IsSaid()
    {
        _endpoint.BeforeUpAnswer = async _ => await SqlAsync("INSERT INTO \"user\" VALUES ('someone-else')");

        var rows = (await CheckAsync())["rows"];

        rows.Outcome.ShouldBe(CheckOutcome.Failed);
        rows.Message.ShouldBe("1 Workspace records came back and the database has 0 of them; 2 User records came back and the database has 0 of them.");
    }

    [Fact]
    public async Task Check_RowsOfOtherTablesStay_AreNamed()
    {
        AfterDown("DELETE FROM \"user\"; DELETE FROM \"Workspaces\"; INSERT INTO audit_log (note) VALUES ('a'), ('b')");

        (await CheckAsync())["gone"].ShouldBe(new("gone", CheckOutcome.Passed, "audit_log has 2 more rows than before"));
    }

    [Fact]
    public async Task Check_NoTableForAModel_IsNotTakenForLookedAt()
    {
        _endpoint.BeforeUpAnswer = _ => Task.CompletedTask;
        await SqlAsync("DROP TABLE \"user\"; DROP TABLE \"Workspaces\"");
        AfterDown("SELECT 1");

        (await CheckAsync())["rows"].ShouldBe(new("rows", CheckOutcome.NotChecked, "No table was found for Workspace, User."));
    }

    [Fact]
    public async Task Database_IsReadOnlyByTheServersOwnRule()
    {
        var builder = new NpgsqlConnectionStringBuilder(_connection) { Options = "-c default_transaction_read_only=on" };
        await using var source = NpgsqlDataSource.Create(builder);

        (await Should.ThrowAsync<PostgresException>(() => source.CreateCommand("DELETE FROM \"user\"").ExecuteNonQueryAsync(Stop))).SqlState.ShouldBe(PostgresErrorCodes.ReadOnlySqlTransaction);
        await using var rows = new DatabaseRows(_connection);
        (await rows.CountAllAsync(Stop)).Keys.ShouldBe(["Workspaces", "audit_log", "user"], ignoreOrder: true);
    }

    [Fact]
    public async Task Database_ThatDoesNotAnswer_IsSaidWithoutThePassword()
    {
        await using var rows = new DatabaseRows("postgresql://reader:very-secret@127.0.0.1:1/shop");

        var e = await Should.ThrowAsync<IOException>(() => rows.CountAllAsync(Stop));

        e.Message.ShouldContain("The database cannot be read:");
        e.Message.ShouldNotContain("very-secret");
    }
}
