using Autonoma.Platform.Runs;
using Npgsql;
using NpgsqlTypes;

namespace Autonoma.Platform.Work;

/// <summary>
/// The queue of runs, in PostgreSQL. A claim raises the run's fence; everything a worker writes names its fence and is refused once another has it. Claims
/// are made one at a time: only so are the limits of applications and the turns of organizations exact, and one costs about a millisecond.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="options">Leases and limits.</param>
public sealed class RunQueue(NpgsqlDataSource database, WorkOptions options)
{
    // Any number that nothing else locks.
    private const long ClaimLock = 7_203_114_508;

    private const string ClaimSql = """
        WITH RECURSIVE waiting AS (
            (SELECT application_id FROM runs WHERE status = 'Queued' ORDER BY application_id LIMIT 1)
            UNION ALL
            SELECT (SELECT next.application_id FROM runs next WHERE next.status = 'Queued' AND next.application_id > waiting.application_id ORDER BY next.application_id LIMIT 1)
            FROM waiting WHERE waiting.application_id IS NOT NULL
        ), busy AS (
            SELECT organization_id, application_id, count(*) AS n FROM runs WHERE status = 'Running' GROUP BY 1, 2
        ), next AS (
            SELECT head.id FROM waiting
            CROSS JOIN LATERAL (
                SELECT id, organization_id, priority, queued_at, position FROM runs
                WHERE status = 'Queued' AND application_id = waiting.application_id ORDER BY priority DESC, queued_at, position, id LIMIT 1
            ) head
            LEFT JOIN queue_turns turn ON turn.organization_id = head.organization_id
            WHERE coalesce((SELECT sum(n) FROM busy WHERE busy.application_id = waiting.application_id), 0) < @per_application
            ORDER BY coalesce((SELECT sum(n) FROM busy WHERE busy.organization_id = head.organization_id), 0), turn.served_at NULLS FIRST, head.priority DESC, head.queued_at, head.position, head.id
            LIMIT 1
        ), taken AS (
            UPDATE runs SET status = 'Running', fence = fence + 1, claims = claims + 1, attempt = attempt + 1, worker_id = @worker, worker = @name,
                lease_until = now() + @lease, started_at = coalesce(started_at, now()), steps_done = 0, last_sequence = last_sequence + 1
            WHERE id = (SELECT id FROM next) AND status = 'Queued'
            RETURNING id, fence, organization_id, application_id, suite_run_id, attempt, last_sequence
        ), turned AS (
            INSERT INTO queue_turns (organization_id, served_at) SELECT organization_id, clock_timestamp() FROM taken
            ON CONFLICT (organization_id) DO UPDATE SET served_at = excluded.served_at
        ), attempted AS (
            INSERT INTO run_attempts (run_id, fence, organization_id, worker_id, worker, started_at) SELECT id, fence, organization_id, @worker, @name, now() FROM taken
        ), told AS (
            INSERT INTO run_events (run_id, sequence, organization_id, kind, data, at)
            SELECT id, last_sequence, organization_id, 'state', jsonb_build_object('status', 'running', 'attempt', attempt, 'worker', @name::text), now() FROM taken
        ), begun AS (
            UPDATE suite_runs SET status = 'Running', started_at = coalesce(started_at, now()) WHERE id = (SELECT suite_run_id FROM taken) AND status = 'Queued'
        )
        SELECT id, fence, organization_id, application_id, attempt, suite_run_id FROM taken
        """;

    /// <summary>Makes this process known.</summary>
    public async Task RegisterAsync(Guid worker, CancellationToken cancellationToken)
    {
        var command = database.CreateCommand("INSERT INTO workers (id, name, slots, started_at, seen_at, draining) VALUES (@id, @name, @slots, now(), now(), false) ON CONFLICT (id) DO UPDATE SET seen_at = now()");
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.AddWithValue("id", worker);
            command.Parameters.AddWithValue("name", options.Name);
            command.Parameters.AddWithValue("slots", options.Slots);
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Takes the run that is next; null when there is none that may run now.</summary>
    public async Task<RunClaim?> ClaimAsync(Guid worker, CancellationToken cancellationToken)
    {
        var connection = await database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = transaction.ConfigureAwait(false);
        await ExecuteAsync(connection, $"SELECT pg_advisory_xact_lock({ClaimLock})", cancellationToken).ConfigureAwait(false);
        RunClaim? claim = null;
        Guid suite = default;
        var command = new NpgsqlCommand(ClaimSql, connection);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.AddWithValue("per_application", (decimal)options.PerApplication);
            command.Parameters.AddWithValue("worker", worker);
            command.Parameters.AddWithValue("name", options.Name);
            command.Parameters.AddWithValue("lease", options.Lease);
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                if (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    claim = new(reader.GetGuid(0), reader.GetInt64(1), reader.GetGuid(2), reader.GetGuid(3), reader.GetInt32(4));
                    suite = reader.GetGuid(5);
                }
            }
        }

        if (claim is not null)
            await NotifyAsync(connection, new("run", claim.OrganizationId, claim.RunId, suite), cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return claim;
    }

    /// <summary>Says that this worker lives, and answers which of its runs are still its own. What is missing belongs to somebody else now, or to nobody.</summary>
    public async Task<IReadOnlyList<KeptClaim>> HeartbeatAsync(Guid worker, IReadOnlyCollection<RunClaim> claims, bool draining, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claims);
        var connection = await database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        var seen = new NpgsqlCommand("UPDATE workers SET seen_at = now(), draining = @draining WHERE id = @worker", connection);
        await using (seen.ConfigureAwait(false))
        {
            seen.Parameters.AddWithValue("draining", draining);
            seen.Parameters.AddWithValue("worker", worker);
            await seen.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }

        if (claims.Count == 0)
            return [];
        var kept = new List<KeptClaim>();
        var command = new NpgsqlCommand(
            """
            UPDATE runs SET lease_until = now() + @lease FROM unnest(@ids, @fences) AS mine(id, fence)
            WHERE runs.id = mine.id AND runs.fence = mine.fence AND runs.status = 'Running' RETURNING runs.id, runs.cancel_requested_at IS NOT NULL
            """, connection);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.AddWithValue("lease", options.Lease);
            command.Parameters.AddWithValue("ids", claims.Select(claim => claim.RunId).ToArray());
            command.Parameters.AddWithValue("fences", claims.Select(claim => claim.Fence).ToArray());
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    kept.Add(new(reader.GetGuid(0), reader.GetBoolean(1)));
            }
        }

        return kept;
    }

    /// <summary>Stores what happened, in its order and without a gap.</summary>
    /// <returns>False when the run is not this worker's any more: nothing was stored.</returns>
    public async Task<bool> AppendAsync(RunClaim claim, IReadOnlyList<NewRunEvent> events, int? stepsTotal, int? stepsDone, int? attempt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(events);
        var connection = await database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        var command = new NpgsqlCommand(
            """
            WITH mine AS (
                UPDATE runs SET last_sequence = last_sequence + @count, steps_total = coalesce(@total, steps_total), steps_done = coalesce(@done, steps_done), attempt = coalesce(@attempt, attempt)
                WHERE id = @run AND fence = @fence AND status = 'Running' RETURNING last_sequence - @count AS before, suite_run_id
            ), stored AS (
                INSERT INTO run_events (run_id, sequence, organization_id, kind, data, at)
                SELECT @run, mine.before + fresh.place, @organization, fresh.kind, fresh.data, fresh.at
                FROM mine, unnest(@kinds, @data, @times) WITH ORDINALITY AS fresh(kind, data, at, place)
            )
            SELECT pg_notify('autonoma', json_build_object('kind', 'run', 'organizationId', @organization, 'runId', @run, 'suiteRunId', suite_run_id)::text) FROM mine
            """, connection);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.AddWithValue("count", (long)events.Count);
            command.Parameters.Add(new("total", NpgsqlDbType.Integer) { Value = (object?)stepsTotal ?? DBNull.Value });
            command.Parameters.Add(new("done", NpgsqlDbType.Integer) { Value = (object?)stepsDone ?? DBNull.Value });
            command.Parameters.Add(new("attempt", NpgsqlDbType.Integer) { Value = (object?)attempt ?? DBNull.Value });
            command.Parameters.AddWithValue("run", claim.RunId);
            command.Parameters.AddWithValue("fence", claim.Fence);
            command.Parameters.AddWithValue("organization", claim.OrganizationId);
            command.Parameters.AddWithValue("kinds", events.Select(happened => happened.Kind).ToArray());
            command.Parameters.Add(new("data", NpgsqlDbType.Array | NpgsqlDbType.Jsonb) { Value = events.Select(happened => happened.Json).ToArray() });
            command.Parameters.AddWithValue("times", events.Select(happened => happened.At).ToArray());
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
                return await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Gives a run back that a stopping worker does not finish; it keeps its place and this does not count as a death.</summary>
    public async Task<bool> ReturnAsync(RunClaim claim, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var command = database.CreateCommand(
            """
            WITH mine AS (
                UPDATE runs SET status = 'Queued', worker_id = NULL, lease_until = NULL, claims = claims - 1, last_sequence = last_sequence + 1
                WHERE id = @run AND fence = @fence AND status = 'Running' RETURNING id, organization_id, suite_run_id, last_sequence
            ), told AS (
                INSERT INTO run_events (run_id, sequence, organization_id, kind, data, at)
                SELECT id, last_sequence, organization_id, 'state', '{"status":"queued","reason":"handed back by a worker that stops"}'::jsonb, now() FROM mine
            ), ended AS (
                UPDATE run_attempts SET ended_at = now(), outcome = 'returned' WHERE run_id = @run AND fence = @fence AND EXISTS (SELECT 1 FROM mine)
            )
            SELECT pg_notify('autonoma', json_build_object('kind', kind, 'organizationId', organization_id, 'runId', id, 'suiteRunId', suite_run_id)::text)
            FROM mine, unnest(ARRAY['run', 'queued']) AS kind
            """);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.AddWithValue("run", claim.RunId);
            command.Parameters.AddWithValue("fence", claim.Fence);
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
                return await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    internal static Task NotifyAsync(NpgsqlConnection connection, Signal signal, CancellationToken cancellationToken)
        => ExecuteAsync(connection, "SELECT pg_notify('autonoma', @payload)", cancellationToken, new NpgsqlParameter("payload", signal.ToPayload()));

    internal static async Task<int> ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlCommand(sql, connection);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.AddRange(parameters);
            return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
