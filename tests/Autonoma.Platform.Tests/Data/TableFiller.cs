using System.Globalization;
using Npgsql;

namespace Autonoma.Platform.Tests.Data;

/// <summary>Puts rows into every table that there is, whatever its columns: two in each, whose keys lead to rows that are there.</summary>
internal static class TableFiller
{
    private const string ColumnsSql = """
        SELECT c.table_name, c.column_name, c.data_type, c.udt_name, c.is_nullable = 'YES', coalesce(c.character_maximum_length, 1000)
        FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
        WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.table_name <> 'schema_migrations' AND c.is_identity = 'NO' ORDER BY c.table_name, c.ordinal_position
        """;

    private const string KeysSql = """
        SELECT conrelid::regclass::text, a.attname, confrelid::regclass::text, f.attname FROM pg_constraint
        JOIN pg_attribute a ON a.attrelid = conrelid AND a.attnum = conkey[1] JOIN pg_attribute f ON f.attrelid = confrelid AND f.attnum = confkey[1]
        WHERE contype = 'f' AND connamespace = 'public'::regnamespace
        """;

    private static int _number;

    /// <returns>How many rows each table has now.</returns>
    public static async Task<SortedDictionary<string, long>> FillAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        var columns = (await RowsAsync(database, ColumnsSql, cancellationToken)).ToLookup(row => (string)row[0]);
        var keys = (await RowsAsync(database, KeysSql, cancellationToken)).ToDictionary(row => ((string)row[0], (string)row[1]), row => ((string)row[2], (string)row[3]));
        var done = new HashSet<string>(StringComparer.Ordinal);
        while (done.Count < columns.Count)
        {
            // What others lead to comes first.
            var next = columns.First(table => !done.Contains(table.Key) && keys.Where(key => key.Key.Item1 == table.Key).All(key => done.Contains(key.Value.Item1) || key.Value.Item1 == table.Key)).Key;
            for (var row = 0; row < 2; row++)
                await InsertAsync(database, next, [.. columns[next]], keys, row, cancellationToken);
            done.Add(next);
        }

        return await CountAsync(database, cancellationToken);
    }

    /// <summary>How many rows each table has.</summary>
    public static async Task<SortedDictionary<string, long>> CountAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in (await RowsAsync(database, ColumnsSql, cancellationToken)).Select(row => (string)row[0]).Distinct())
            counts[table] = (long)(await RowsAsync(database, $"SELECT count(*) FROM {table}", cancellationToken))[0][0];
        return counts;
    }

    private static Task InsertAsync(NpgsqlDataSource database, string table, List<object[]> columns, Dictionary<(string, string), (string, string)> keys, int row, CancellationToken cancellationToken)
    {
        var names = columns.Select(column => (string)column[1]).ToList();
        var values = columns.Select(column => keys.TryGetValue((table, (string)column[1]), out var key)
            ? key.Item1 == table ? "NULL" : $"coalesce((SELECT {key.Item2} FROM {key.Item1} ORDER BY ctid DESC OFFSET {row} LIMIT 1), (SELECT {key.Item2} FROM {key.Item1} LIMIT 1))"
            : Value((string)column[2], (string)column[3], (int)column[5]));
        return PlatformDatabase.ExecuteAsync(database, $"INSERT INTO {table} ({string.Join(", ", names.Select(name => $"\"{name}\""))}) VALUES ({string.Join(", ", values)}) ON CONFLICT DO NOTHING", cancellationToken);
    }

    private static string Value(string type, string name, int longest)
    {
        var number = Interlocked.Increment(ref _number).ToString(CultureInfo.InvariantCulture);
        return type switch
        {
            "uuid" => "gen_random_uuid()",
            "text" or "character varying" => $"left('v{number}', {longest})",
            "integer" or "bigint" or "numeric" or "smallint" => number,
            "boolean" => "true",
            "bytea" => $"decode(md5('{number}'), 'hex')",
            "timestamp with time zone" => "now()",
            "json" or "jsonb" => $$"""'{"n": {{number}}}'""",
            "ARRAY" => $"ARRAY['v{number}']::{name.TrimStart('_')}[]",
            _ => throw new InvalidOperationException($"No value is known for a column of the type {type}: add one here."),
        };
    }

    private static async Task<List<object[]>> RowsAsync(NpgsqlDataSource database, string sql, CancellationToken cancellationToken)
    {
        var rows = new List<object[]>();
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var values = new object[reader.FieldCount];
            reader.GetValues(values);
            rows.Add(values);
        }

        return rows;
    }
}
