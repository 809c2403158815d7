using Npgsql;

namespace Autonoma.Scenarios.Lifecycle;

/// <summary>Looks into the app's PostgreSQL database. Every transaction is read only by the server's own rule: nothing here could change a row.</summary>
public sealed class DatabaseRows : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;
    private IReadOnlyList<(string Schema, string Table, string? IdColumn)>? _tables;

    /// <summary>Opens nothing yet.</summary>
    /// <param name="connectionString">Npgsql's form, or a <c>postgresql://</c> address; never shown.</param>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public DatabaseRows(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(FromAddress(connectionString)) { Options = "-c default_transaction_read_only=on", ApplicationName = "autonoma", Timeout = 10, CommandTimeout = 60 };
        _source = NpgsqlDataSource.Create(builder);
    }

    /// <summary>How many of these ids the table of a model has; null when no table fits the model.</summary>
    /// <exception cref="IOException">The database does not answer.</exception>
    public Task<long?> CountAsync(string model, string? tableName, string[] ids, CancellationToken cancellationToken)
        => ReadAsync(() => CountRowsAsync(model, tableName, ids, cancellationToken));

    private async Task<long?> CountRowsAsync(string model, string? tableName, string[] ids, CancellationToken cancellationToken)
    {
        var tables = await TablesAsync(cancellationToken).ConfigureAwait(false);
        foreach (var name in Names(model, tableName))
        {
            var table = tables.Where(table => table.IdColumn is not null && Plain(table.Table) == name).OrderBy(table => table.Schema != "public").ThenBy(table => table.Schema, StringComparer.Ordinal).FirstOrDefault();
            if (table.Table is null)
                continue;
            var command = _source.CreateCommand($"SELECT count(*) FROM {Quote(table.Schema)}.{Quote(table.Table)} WHERE {Quote(table.IdColumn!)}::text = ANY($1)");
            await using (command.ConfigureAwait(false))
            {
                command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = ids });
                return (long)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
            }
        }

        return null;
    }

    /// <summary>Rows of every table, by its name.</summary>
    /// <exception cref="IOException">The database does not answer.</exception>
    public Task<IReadOnlyDictionary<string, long>> CountAllAsync(CancellationToken cancellationToken) => ReadAsync(() => CountTablesAsync(cancellationToken));

    private async Task<IReadOnlyDictionary<string, long>> CountTablesAsync(CancellationToken cancellationToken)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (schema, table, _) in await TablesAsync(cancellationToken).ConfigureAwait(false))
        {
            var command = _source.CreateCommand($"SELECT count(*) FROM {Quote(schema)}.{Quote(table)}");
            await using (command.ConfigureAwait(false))
                counts[schema == "public" ? table : $"{schema}.{table}"] = (long)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
        }

        return counts;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private static async Task<T> ReadAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (NpgsqlException e)
        {
            throw new IOException($"The database cannot be read: {e.Message} Check --database.", e);
        }
    }

    private async Task<IReadOnlyList<(string Schema, string Table, string? IdColumn)>> TablesAsync(CancellationToken cancellationToken)
    {
        if (_tables is not null)
            return _tables;
        const string Sql = """
            SELECT t.table_schema, t.table_name, (SELECT c.column_name FROM information_schema.columns c WHERE c.table_schema = t.table_schema AND c.table_name = t.table_name AND lower(c.column_name) = 'id' LIMIT 1)
            FROM information_schema.tables t WHERE t.table_type = 'BASE TABLE' AND t.table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1, 2
            """;
        var tables = new List<(string, string, string?)>();
        var command = _source.CreateCommand(Sql);
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    tables.Add((reader.GetString(0), reader.GetString(1), await reader.IsDBNullAsync(2, cancellationToken).ConfigureAwait(false) ? null : reader.GetString(2)));
            }
        }

        return _tables = tables;
    }

    // discover's table name is a guess of the SDK's; most schemas name tables in the plural.
    private static IEnumerable<string> Names(string model, string? tableName)
    {
        var name = Plain(model);
        var names = new List<string>();
        if (tableName is not null)
            names.Add(Plain(tableName));
        names.AddRange([name, name + "s", name + "es"]);
        if (name.EndsWith('y'))
            names.Add(name[..^1] + "ies");
        return names.Distinct();
    }

    private static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string FromAddress(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("postgresql" or "postgres"))
            return text;
        var user = url.UserInfo.Split(':', 2);
        return new NpgsqlConnectionStringBuilder
        {
            Host = url.Host,
            Port = url.Port > 0 ? url.Port : 5432,
            Database = Uri.UnescapeDataString(url.AbsolutePath.TrimStart('/')),
            Username = user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : null,
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
        }.ConnectionString;
    }
}
