using System.Globalization;
using Npgsql;

namespace Autonoma.Load;

/// <summary>Stores many tests and many runs, in bulk and past the server: copies of one real run, spread over ninety days.</summary>
internal sealed class LoadDatabase(string connection) : IAsyncDisposable
{
    // Ids as the platform makes them: they sort by time, and so do lists and cursors.
    private const string Ids = """
        CREATE OR REPLACE FUNCTION pg_temp.id_of(at timestamptz, seed text) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
            SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7' || substr(md5(seed), 1, 3) || '8' || substr(md5(seed), 4, 15))::uuid
        $$;
        -- Nobody checks keys of rows that are copies of rows that were checked.
        SET session_replication_role = replica;
        """;

    private const string TestsSql = """
        CREATE TEMP TABLE new_tests AS
        SELECT n, pg_temp.id_of(now() - interval '91 days' + n * interval '1 second', 'test ' || n) AS test_id, pg_temp.id_of(now() - interval '91 days' + n * interval '1 second', 'plan ' || n) AS plan_id,
            'area-' || n % 40 || '/part-' || n % 200 || '/test-' || n || '.md' AS path, 'area-' || n % 40 || '/part-' || n % 200 AS folder,
            (ARRAY['Checkout', 'Basket', 'Login', 'Invoice', 'Search', 'Profile', 'Export'])[1 + n % 7] || ' keeps what was entered, case ' || n AS title, ARRAY['tag-' || n % 25, 'team-' || n % 6] AS tags
        FROM generate_series(1, @tests) n;
        INSERT INTO tests (id, application_id, last_plan, created_at, organization_id)
        SELECT new_tests.test_id, application_id, 1, now(), organization_id FROM new_tests, tests WHERE tests.id = @test;
        INSERT INTO plans (id, test_id, number, path, folder, title, tags, scenario, content, hash, has_errors, created_at, organization_id)
        SELECT new_tests.plan_id, new_tests.test_id, 1, new_tests.path, new_tests.folder, new_tests.title, new_tests.tags, NULL, content, md5(new_tests.path), n % 500 = 0, now(), organization_id FROM new_tests, plans WHERE plans.test_id = @test;
        INSERT INTO suite_entries (id, branch_id, test_id, plan_id, path, valid_from, created_at, organization_id)
        SELECT new_tests.plan_id, branch_id, new_tests.test_id, new_tests.plan_id, new_tests.path, 1, now(), organization_id FROM new_tests, suite_entries WHERE suite_entries.test_id = @test;
        """;

    // A hundred runs for each suite run; one in sixty tests is flaky, the others fail now and then.
    private const string RunsSql = """
        CREATE TEMP TABLE new_suites AS
        SELECT s, now() - interval '90 days' + s * interval '90 days' / @suites AS at, pg_temp.id_of(now() - interval '90 days' + s * interval '90 days' / @suites, 'suite ' || s) AS id FROM generate_series(0, @suites - 1) s;
        CREATE TEMP TABLE new_runs AS
        SELECT s, p, new_suites.id AS suite_id, test_id, plan_id, title, path, at + p * interval '2 seconds' AS at, pg_temp.id_of(at + p * interval '1 millisecond', 'run ' || s || ' ' || p) AS id,
            CASE WHEN n % 60 = 0 AND s % 2 = (p % 2) THEN 'Failed' WHEN hashtext(s || ' ' || p) % 100 IN (0, 1, 2) THEN 'Failed' WHEN hashtext(s || ' ' || p) % 100 = 3 THEN 'Error' ELSE 'Passed' END AS status,
            3000 + abs(hashtext(p || ' ' || s)) % 9000 AS duration
        FROM new_suites CROSS JOIN generate_series(0, 99) p JOIN new_tests ON n = 1 + (s * 100 + p) % @tests;
        INSERT INTO suite_runs (id, application_id, number, branch_id, status, trigger, url, total, passed, failed, errors, cancelled, started_at, ended_at, created_at, organization_id)
        SELECT new_suites.id, like_this.application_id, 1000 + s, branch_id, CASE WHEN sums.failed > 0 THEN 'Failed' WHEN sums.errors > 0 THEN 'Error' ELSE 'Passed' END, 'schedule', url, 100, sums.passed, sums.failed, sums.errors, 0, at, at + interval '5 minutes', at, organization_id
        FROM new_suites JOIN (SELECT s, count(*) FILTER (WHERE status = 'Passed') AS passed, count(*) FILTER (WHERE status = 'Failed') AS failed, count(*) FILTER (WHERE status = 'Error') AS errors FROM new_runs GROUP BY s) sums USING (s),
            (SELECT suite_runs.* FROM suite_runs JOIN runs ON runs.suite_run_id = suite_runs.id WHERE runs.id = @run) like_this;
        INSERT INTO runs (id, application_id, suite_run_id, test_id, plan_id, branch_id, title, path, position, status, failure_kind, reasoning, request, priority, queued_at, started_at, ended_at, duration_ms, fence, claims, attempt, worker, last_sequence, steps_total, steps_done, created_at, organization_id)
        SELECT new_runs.id, application_id, suite_id, new_runs.test_id, new_runs.plan_id, branch_id, new_runs.title, new_runs.path, p, new_runs.status, CASE new_runs.status WHEN 'Failed' THEN 'Assertion' WHEN 'Error' THEN 'EngineError' END,
            reasoning, request, 0, new_runs.at, new_runs.at, new_runs.at + duration * interval '1 millisecond', duration, 1, 1, 1, worker, last_sequence, steps_total, steps_done, new_runs.at, organization_id
        FROM new_runs, runs WHERE runs.id = @run;
        INSERT INTO run_results (run_id, organization_id, tries) SELECT new_runs.id, organization_id, tries FROM new_runs, run_results WHERE run_results.run_id = @run;
        INSERT INTO run_attempts (run_id, fence, organization_id, worker_id, worker, started_at, ended_at, outcome) SELECT new_runs.id, 1, organization_id, worker_id, worker, new_runs.at, new_runs.at, 'verdict' FROM new_runs, run_attempts WHERE run_attempts.run_id = @run;
        INSERT INTO artifacts (id, organization_id, created_at, run_id, attempt, name, kind, size)
        SELECT gen_random_uuid(), organization_id, new_runs.at, new_runs.id, attempt, name, kind, size FROM new_runs, artifacts WHERE artifacts.run_id = @run AND new_runs.s % 10 = 0;
        INSERT INTO run_events (run_id, sequence, organization_id, kind, data, at)
        SELECT new_runs.id, sequence, organization_id, run_events.kind, data, new_runs.at FROM new_runs, run_events WHERE run_events.run_id = @run AND (new_runs.s % 50 = 0 OR run_events.kind = 'state');
        """;

    private readonly NpgsqlDataSource _database = NpgsqlDataSource.Create(connection);

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    /// <returns>What is stored, in words.</returns>
    public async Task<string> FillAsync(LoadOptions options, LoadWorld world)
    {
        await using var one = await _database.OpenConnectionAsync();
        await ExecuteAsync(one, Ids, options, world);
        await ExecuteAsync(one, TestsSql, options, world);
        await ExecuteAsync(one, RunsSql, options, world);
        // In life this is done while rows come in, by PostgreSQL itself.
        await ExecuteAsync(one, "VACUUM ANALYZE", options, world);
        return string.Join(", ", await CountAsync("tests"), await CountAsync("runs"), await CountAsync("suite_runs"), await CountAsync("artifacts"), await CountAsync("run_events"), await SizeAsync());

        async Task<string> CountAsync(string table)
        {
            var count = (long)(await ScalarAsync($"SELECT count(*) FROM {table}"))!;
            return string.Create(CultureInfo.InvariantCulture, $"{count:N0} {table.Replace('_', ' ')}");
        }

        async Task<string> SizeAsync()
        {
            var bytes = (long)(await ScalarAsync("SELECT pg_database_size(current_database())"))!;
            return string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.0} GB");
        }
    }

    /// <summary>Ids to ask for, the same for one seed.</summary>
    public async Task<List<Guid>> SampleAsync(string sql, int most)
    {
        var ids = new List<Guid>();
        await using var command = _database.CreateCommand($"{sql} ORDER BY md5(id::text) LIMIT {most}");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            ids.Add(reader.GetGuid(0));
        return ids;
    }

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var command = _database.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, LoadOptions options, LoadWorld world)
    {
        // One statement after another, each planned on what the one before has made.
        foreach (var statement in sql.Contains("$$", StringComparison.Ordinal) ? [sql] : sql.Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 0 };
            foreach (var (name, value) in new (string, object)[] { ("tests", options.Tests), ("suites", options.Runs / 100), ("test", world.Test), ("run", world.Run) })
            {
                if (statement.Contains('@' + name, StringComparison.Ordinal))
                    command.Parameters.AddWithValue(name, value);
            }

            await command.ExecuteNonQueryAsync();
        }
    }
}
