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

    private async Task<Dictionary<string, CheckPart>> CheckAsync()
    {
        using var journal = new InstanceJournal(_folder, TimeProvider.System);
        await using var rows = new DatabaseRows(_connection);
        var client = new EnvironmentClient(new(_endpoint.Url, _endpoint.SharedSecret), _http, TimeProvider.System);
        var instances = new ScenarioInstances(client, RecipeReader.Read(Encoding.UTF8.GetBytes(Recipes)), journal, TimeProvider.System);
        return (await new ScenarioLifecycle(instances, rows).CheckAsync("standard", RunId.New(), Stop)).Parts.ToDictionary(part => part.Name);
    }

    [Fact]
    public async Task Check_RowsCameAndWent_Passes()
    {
        var parts = await CheckAsync();

        parts["rows"].ShouldBe(new("rows", CheckOutcome.Passed, "3 rows"));
        parts["gone"].ShouldBe(new("gone", CheckOutcome.Passed));
        parts["auth"].Message.ShouldBe("1 cookie, 1 header, 2 credentials");
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
