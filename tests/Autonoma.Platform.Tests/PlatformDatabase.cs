using Autonoma.Platform.Data;
using Autonoma.Platform.Tenancy;
using Autonoma.TestKit;
using Microsoft.EntityFrameworkCore;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace Autonoma.Platform.Tests;

/// <summary>Databases with the platform's tables: migrated once, copied for each who asks.</summary>
internal static class PlatformDatabase
{
    private static readonly SemaphoreSlim OneAtATime = new(1);
    private static string? _template;

    public static async Task<NpgsqlDataSource> CopyAsync(PostgresFixture postgres, CancellationToken cancellationToken)
    {
        var copy = new NpgsqlConnectionStringBuilder(postgres.NewDatabase());
        await OneAtATime.WaitAsync(cancellationToken);
        try
        {
            await using var server = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(copy.ConnectionString) { Database = "postgres", Pooling = false });
            if (_template is null)
            {
                var template = new NpgsqlConnectionStringBuilder(postgres.NewDatabase()) { Pooling = false };
                await ExecuteAsync(server, $"CREATE DATABASE {template.Database}", cancellationToken);
                await using var migrated = NpgsqlDataSource.Create(template);
                await Migrator.MigrateAsync(migrated, cancellationToken);
                _template = template.Database;
            }

            await ExecuteAsync(server, $"CREATE DATABASE {copy.Database} TEMPLATE {_template}", cancellationToken);
        }
        finally
        {
            OneAtATime.Release();
        }

        return NpgsqlDataSource.Create(copy);
    }

    public static async Task<NpgsqlDataSource> EmptyAsync(PostgresFixture postgres, CancellationToken cancellationToken)
    {
        var address = new NpgsqlConnectionStringBuilder(postgres.NewDatabase());
        await using var server = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(address.ConnectionString) { Database = "postgres", Pooling = false });
        await ExecuteAsync(server, $"CREATE DATABASE {address.Database}", cancellationToken);
        return NpgsqlDataSource.Create(address);
    }

    public static PlatformDbContext Open(NpgsqlDataSource database, Guid organization)
    {
        var tenant = new Tenant();
        if (organization != Guid.Empty)
            tenant.Enter(organization);
        return Open(database, tenant);
    }

    public static PlatformDbContext Open(NpgsqlDataSource database, Tenant tenant)
    {
        var options = new DbContextOptionsBuilder<PlatformDbContext>();
        PlatformServices.Configure(options, database, new SavingRules(TimeProvider.System));
        return new(options.Options, tenant);
    }

    public static async Task ExecuteAsync(NpgsqlDataSource database, string sql, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
