using System.Diagnostics;
using Autonoma.Platform.EmbeddedPostgres;
using Autonoma.TestKit;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Autonoma.Platform.Tests.EmbeddedPostgres;

public sealed class EmbeddedServerTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("autonoma-data-").FullName;

    [Fact]
    public async Task Server_KeepsItsData_EndsWhatAKilledOneLeft_AndStartsAgainWhenTheDatabaseDies()
    {
        var token = TestContext.Current.CancellationToken;
        // Somebody other than the one who made it must be able to enter.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_data, (UnixFileMode)0b111_101_101);
        var first = await EmbeddedServer.StartAsync(_data, Environment.GetEnvironmentVariable, NullLogger.Instance, token);
        await ExecuteAsync(first, "CREATE TABLE kept (id int); INSERT INTO kept VALUES (42)");
        await first.AbandonAsync();

        // As after kill -9 of the server: its database runs on, and nobody has stopped it.
        await using var second = await EmbeddedServer.StartAsync(_data, Environment.GetEnvironmentVariable, NullLogger.Instance, token);
        (await ExecuteAsync(second, "SELECT id FROM kept")).ShouldBe(42);

        using (var database = Process.GetProcessById(Pid(second)))
            database.Kill();
        await Waiting.UntilAsync(async () => await AnswersAsync(second), token);
        (await ExecuteAsync(second, "SELECT id FROM kept")).ShouldBe(42);

        await second.DisposeAsync();
        File.Exists(Path.Combine(second.Folder, "cluster", "postmaster.pid")).ShouldBeFalse("it is stopped with the server");

        // The number of a process that is gone, and by now is somebody else's: this test's.
        await File.WriteAllTextAsync(Path.Combine(second.Folder, "cluster", "postmaster.pid"), $"{Environment.ProcessId}\n", token);
        await using var third = await EmbeddedServer.StartAsync(_data, Environment.GetEnvironmentVariable, NullLogger.Instance, token);
        (await ExecuteAsync(third, "SELECT id FROM kept")).ShouldBe(42);
        await using var guess = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(third.ConnectionString) { Password = "guess", Pooling = false }.ConnectionString);
        await Should.ThrowAsync<Npgsql.PostgresException>(() => guess.OpenAsync(token));
    }

    [Fact]
    public void Folder_WithAServer_TakesNoSecondOne()
    {
        using (FolderLock.Take(_data))
            Should.Throw<Platform.EmbeddedPostgres.PostgresException>(() => FolderLock.Take(_data)).Message.ShouldContain("Another server uses the data folder");
        FolderLock.Take(_data).Dispose();
    }

    [Fact]
    public async Task Start_WithoutPostgreSql_SaysWhatToDo()
        => (await Should.ThrowAsync<Platform.EmbeddedPostgres.PostgresException>(() => EmbeddedServer.StartAsync(_data, name => name == PostgresBinaries.Variable ? "/nowhere" : null, NullLogger.Instance, TestContext.Current.CancellationToken))).Message.ShouldContain("--database-url");

    public void Dispose()
    {
        try
        {
            Directory.Delete(_data, recursive: true);
        }
        catch (UnauthorizedAccessException)
        {
            // The system clears its temporary files.
        }
    }

    private static int Pid(EmbeddedServer server) => int.Parse(File.ReadLines(Path.Combine(server.Folder, "cluster", "postmaster.pid")).First(), System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<bool> AnswersAsync(EmbeddedServer server)
    {
        try
        {
            await ExecuteAsync(server, "SELECT 1");
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static async Task<object?> ExecuteAsync(EmbeddedServer server, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
