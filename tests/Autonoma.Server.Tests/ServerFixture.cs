using Autonoma.Platform.Data;
using Autonoma.Server.Hosting;
using Autonoma.TestKit;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace Autonoma.Server.Tests;

/// <summary>The real server on a free port, on a database of its own: a copy of one that was migrated once. One for each class that asks for it.</summary>
public sealed class ServerFixture(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly SemaphoreSlim OneAtATime = new(1);
    private static string? _template;

    private readonly string _data = Directory.CreateTempSubdirectory("autonoma-server-").FullName;

    /// <summary>The server.</summary>
    internal PlatformServer Server { get; private set; } = null!;

    /// <summary>Without a cookie and without a key.</summary>
    public HttpClient Anonymous { get; private set; } = null!;

    /// <summary>Its database.</summary>
    public string Database { get; private set; } = "";

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Database = await CopyAsync();
        Server = await PlatformServer.StartAsync(["--data", _data, "--urls", "http://127.0.0.1:0", "--database-url", Database, "--roles", "api"], TestContext.Current.CancellationToken);
        Anonymous = new HttpClient { BaseAddress = Server.Url };
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Anonymous?.Dispose();
        if (Server is not null)
            await Server.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    private async Task<string> CopyAsync()
    {
        var copy = new NpgsqlConnectionStringBuilder(postgres.NewDatabase());
        await OneAtATime.WaitAsync();
        try
        {
            await using var server = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(copy.ConnectionString) { Database = "postgres", Pooling = false });
            if (_template is null)
            {
                var template = new NpgsqlConnectionStringBuilder(postgres.NewDatabase()) { Pooling = false };
                await ExecuteAsync(server, $"CREATE DATABASE {template.Database}");
                await using var migrated = NpgsqlDataSource.Create(template);
                await Migrator.MigrateAsync(migrated, CancellationToken.None);
                _template = template.Database;
            }

            await ExecuteAsync(server, $"CREATE DATABASE {copy.Database} TEMPLATE {_template}");
        }
        finally
        {
            OneAtATime.Release();
        }

        return copy.ConnectionString;
    }

    private static async Task ExecuteAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
