using Npgsql;

namespace Autonoma.EndToEnd.Tests.ShopEnvironments;

/// <summary>What is in a shop's database.</summary>
internal static class ShopDatabase
{
    /// <summary>The tables that have rows, as <c>Products: 4</c>.</summary>
    public static async Task<IReadOnlyList<string>> FilledTablesAsync(string database, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(database);
        var tables = new List<string>();
        await using (var command = source.CreateCommand("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1"))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken)) tables.Add(reader.GetString(0));
        }
        tables.Count.ShouldBeGreaterThan(10, "the shop has made its tables");
        var filled = new List<string>();
        foreach (var table in tables)
        {
            if (await CountAsync(source, table, cancellationToken) is > 0 and var rows) filled.Add($"{table}: {rows}");
        }
        return filled;
    }

    public static async Task<long> CountAsync(string database, string table, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(database);
        return await CountAsync(source, table, cancellationToken);
    }

    /// <summary>Every password hash that is stored.</summary>
    public static async Task<IReadOnlyList<string>> PasswordHashesAsync(string database, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand("SELECT \"PasswordHash\" FROM \"Users\"");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var hashes = new List<string>();
        while (await reader.ReadAsync(cancellationToken)) hashes.Add(reader.GetString(0));
        return hashes;
    }

    private static async Task<long> CountAsync(NpgsqlDataSource source, string table, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand($"SELECT count(*) FROM \"{table}\"");
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
