using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Autonoma.Platform.Data;

/// <summary>
/// Brings a database to what this build needs: SQL files in the order of their names, each once, each in a transaction. See
/// docs/decisions/migrations-are-sql.md.
/// </summary>
public static class Migrator
{
    // Any number: servers that start together go one after another.
    private const long Lock = 0x6175746f6e6f6d61;

    /// <summary>The files of this build, in order.</summary>
    public static IReadOnlyList<Migration> All { get; } = Read();

    /// <summary>Runs what is missing.</summary>
    /// <returns>Names of what was run.</returns>
    /// <exception cref="InvalidOperationException">The database is of a newer build, or a file that was run has been changed since.</exception>
    public static Task<IReadOnlyList<string>> MigrateAsync(NpgsqlDataSource database, CancellationToken cancellationToken) => MigrateAsync(database, All, cancellationToken);

    internal static async Task<IReadOnlyList<string>> MigrateAsync(NpgsqlDataSource database, IReadOnlyList<Migration> migrations, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var connection = await database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await ExecuteAsync(connection, $"SELECT pg_advisory_lock({Lock})", cancellationToken).ConfigureAwait(false);
        try
        {
            await ExecuteAsync(connection, "CREATE TABLE IF NOT EXISTS schema_migrations (name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())", cancellationToken).ConfigureAwait(false);
            var applied = await AppliedAsync(connection, cancellationToken).ConfigureAwait(false);
            var known = migrations.ToDictionary(migration => migration.Name, StringComparer.Ordinal);
            if (applied.Keys.FirstOrDefault(name => !known.ContainsKey(name)) is { } newer)
                throw new InvalidOperationException($"The database has the migration '{newer}', which this build does not know: it was used by a newer build. Start that one.");
            if (applied.FirstOrDefault(entry => known[entry.Key].Checksum != entry.Value) is { Key: { } changed })
                throw new InvalidOperationException($"The migration '{changed}' has been changed since it was run on this database. Put back what it was, and write the change as a new migration.");
            var done = new List<string>();
            foreach (var migration in migrations.Where(migration => !applied.ContainsKey(migration.Name)))
            {
                await RunAsync(connection, migration, cancellationToken).ConfigureAwait(false);
                done.Add(migration.Name);
            }

            return done;
        }
        finally
        {
            await ExecuteAsync(connection, $"SELECT pg_advisory_unlock({Lock})", CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static async Task RunAsync(NpgsqlConnection connection, Migration migration, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await ExecuteAsync(connection, migration.Sql, cancellationToken).ConfigureAwait(false);
        }
        catch (PostgresException e)
        {
            throw new InvalidOperationException($"The migration '{migration.Name}' could not be run: {e.MessageText}", e);
        }

        await using var note = new NpgsqlCommand("INSERT INTO schema_migrations (name, checksum) VALUES ($1, $2)", connection) { Parameters = { new() { Value = migration.Name }, new() { Value = migration.Checksum } } };
        await note.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task<Dictionary<string, string>> AppliedAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var applied = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var command = new NpgsqlCommand("SELECT name, checksum FROM schema_migrations", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            applied.Add(reader.GetString(0), reader.GetString(1));
        return applied;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private static List<Migration> Read()
    {
        const string Folder = "migrations/";
        var assembly = typeof(Migrator).Assembly;
        var result = new List<Migration>();
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            result.Add(new(Path.GetFileNameWithoutExtension(resource[Folder.Length..]), reader.ReadToEnd()));
        }

        return result;
    }
}

/// <summary>One step from one schema to the next.</summary>
/// <param name="Name">The file's name, which is also its place in the order: <c>20261121-1700-platform</c>.</param>
/// <param name="Sql">What it does.</param>
public sealed record Migration(string Name, string Sql)
{
    /// <summary>Of its text, whatever ends its lines.</summary>
    public string Checksum { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.Replace("\r\n", "\n", StringComparison.Ordinal))));
}
