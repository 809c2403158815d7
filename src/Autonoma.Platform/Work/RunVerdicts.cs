using System.Text.Json;
using System.Text.Json.Nodes;
using Autonoma.Engine.Artifacts;
using Autonoma.Platform.Executing;
using Autonoma.Platform.Runs;
using Npgsql;
using NpgsqlTypes;

namespace Autonoma.Platform.Work;

/// <summary>
/// Gives runs their verdict: one each, for good. The run, its place in the suite run's sums, its last event and what it leaves change in one transaction; who
/// ends the last run of a suite run ends that too.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="options">Leases and limits.</param>
public sealed class RunVerdicts(NpgsqlDataSource database, WorkOptions options)
{
    // A run is ended, its suite run counts it, and its last event says so. Locks are always taken in this order: runs, then the suite run.
    private const string EndSql = """
        WITH mine AS (
            UPDATE runs SET status = @status, failure_kind = @failure, reasoning = @reasoning, ended_at = now(), duration_ms = @duration, cost = @cost,
                worker_id = NULL, lease_until = NULL, last_sequence = last_sequence + 1
            WHERE id = @run AND fence = @fence AND status = @before RETURNING id, organization_id, suite_run_id, last_sequence
        ), told AS (
            INSERT INTO run_events (run_id, sequence, organization_id, kind, data, at) SELECT id, last_sequence, organization_id, 'state', @event, now() FROM mine
        ), stored AS (
            INSERT INTO run_results (run_id, organization_id, tries) SELECT id, organization_id, @tries FROM mine WHERE @tries IS NOT NULL
        ), ended AS (
            UPDATE run_attempts SET ended_at = now(), outcome = @outcome WHERE run_id = @run AND fence = @fence AND outcome IS NULL AND EXISTS (SELECT 1 FROM mine)
        ), left_over AS (
            UPDATE environment_instances SET sweep_after = now() WHERE run_id = @run AND EXISTS (SELECT 1 FROM mine) AND (state IN ('Sent', 'Standing') OR cardinality(earlier) > 0)
        )
        SELECT organization_id, suite_run_id FROM mine
        """;

    private const string CountSql = """
        UPDATE suite_runs SET passed = passed + @passed, failed = failed + @failed, errors = errors + @errors, cancelled = cancelled + @cancelled,
            status = CASE WHEN passed + failed + errors + cancelled + @passed + @failed + @errors + @cancelled < total THEN status
                WHEN failed + @failed > 0 THEN 'Failed' WHEN errors + @errors > 0 THEN 'Error' WHEN cancelled + @cancelled > 0 THEN 'Cancelled' ELSE 'Passed' END,
            ended_at = CASE WHEN passed + failed + errors + cancelled + @passed + @failed + @errors + @cancelled < total THEN NULL ELSE now() END
        WHERE id = @suite RETURNING ended_at IS NOT NULL
        """;

    /// <summary>Called in the transaction that ends a suite run: what has to follow from it (webhooks, checks) is written down with it.</summary>
    public Func<NpgsqlConnection, Guid, CancellationToken, Task>? SuiteRunEnded { get; init; }

    /// <summary>Ends a run that a worker has.</summary>
    /// <returns>False when it is not this worker's any more: nothing was changed.</returns>
    public async Task<bool> EndAsync(RunClaim claim, RunOutcome outcome, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(outcome);
        var connection = await database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = transaction.ConfigureAwait(false);
        if (!await EndAsync(connection, claim.RunId, claim.Fence, RunStatus.Running, outcome, "verdict", cancellationToken).ConfigureAwait(false))
            return false;
        await RecordingKeeper.KeepAsync(connection, claim, outcome, cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>
    /// Stops a run. One that waits is cancelled at once; one that runs is told to stop, and its worker gives the verdict: at the latest when its lease is over.
    /// </summary>
    /// <returns>False when it has ended already.</returns>
    public async Task<bool> CancelAsync(Guid organization, Guid run, CancellationToken cancellationToken)
    {
        var connection = await database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = transaction.ConfigureAwait(false);
        var cancelled = await CancelAsync(connection, organization, run, cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return cancelled;
    }

    /// <summary>Stops all runs of a suite run.</summary>
    /// <returns>How many were stopped or told to stop.</returns>
    public async Task<int> CancelSuiteAsync(Guid organization, Guid suiteRun, CancellationToken cancellationToken)
    {
        var stopped = 0;
        foreach (var run in await OpenRunsAsync(organization, suiteRun, cancellationToken).ConfigureAwait(false))
            stopped += await CancelAsync(organization, run, cancellationToken).ConfigureAwait(false) ? 1 : 0;
        return stopped;
    }

    /// <summary>
    /// Takes runs from workers that no longer say that they live: back into the queue, or closed when that happened too often or somebody had asked to stop.
    /// </summary>
    /// <returns>How many.</returns>
    public async Task<int> TakeFromDeadAsync(CancellationToken cancellationToken)
    {
        var taken = 0;
        while (await TakeOneFromDeadAsync(cancellationToken).ConfigureAwait(false))
            taken++;
        return taken;
    }

    private async Task<bool> TakeOneFromDeadAsync(CancellationToken cancellationToken)
    {
        var connection = await database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = transaction.ConfigureAwait(false);
        Guid run, organization, suite;
        long fence;
        int claims;
        bool cancel;
        var find = new NpgsqlCommand("SELECT id, organization_id, suite_run_id, fence, claims, cancel_requested_at IS NOT NULL FROM runs WHERE status = 'Running' AND lease_until < now() ORDER BY lease_until LIMIT 1 FOR UPDATE SKIP LOCKED", connection);
        await using (find.ConfigureAwait(false))
        {
            var reader = await find.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    return false;
                (run, organization, suite, fence, claims, cancel) = (reader.GetGuid(0), reader.GetGuid(1), reader.GetGuid(2), reader.GetInt64(3), reader.GetInt32(4), reader.GetBoolean(5));
            }
        }

        if (cancel)
            await EndAsync(connection, run, fence, RunStatus.Running, RunOutcome.Without(RunFailureKind.Cancelled, "The run was stopped; its worker died meanwhile."), "lost", cancellationToken).ConfigureAwait(false);
        else if (claims >= options.MaxClaims)
            await EndAsync(connection, run, fence, RunStatus.Running, RunOutcome.Without(RunFailureKind.EngineError, $"{claims} workers died while they had this run, so it is not tried again."), "lost", cancellationToken).ConfigureAwait(false);
        else
        {
            await RunQueue.ExecuteAsync(
                connection,
                """
                WITH mine AS (
                    UPDATE runs SET status = 'Queued', worker_id = NULL, lease_until = NULL, last_sequence = last_sequence + 1 WHERE id = @run RETURNING id, organization_id, last_sequence
                ), told AS (
                    INSERT INTO run_events (run_id, sequence, organization_id, kind, data, at)
                    SELECT id, last_sequence, organization_id, 'state', '{"status":"queued","reason":"the worker that had it is gone"}'::jsonb, now() FROM mine
                ), ended AS (
                    UPDATE run_attempts SET ended_at = now(), outcome = 'lost' WHERE run_id = @run AND fence = @fence AND outcome IS NULL
                )
                UPDATE environment_instances SET sweep_after = now() WHERE run_id = @run AND (state IN ('Sent', 'Standing') OR cardinality(earlier) > 0)
                """,
                cancellationToken,
                new("run", run), new("fence", fence)).ConfigureAwait(false);
            await RunQueue.NotifyAsync(connection, new("run", organization, run, suite), cancellationToken).ConfigureAwait(false);
            await RunQueue.NotifyAsync(connection, new("queued", organization, run, suite), cancellationToken).ConfigureAwait(false);
        }

        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task<bool> CancelAsync(NpgsqlConnection connection, Guid organization, Guid run, CancellationToken cancellationToken)
    {
        string status;
        long fence;
        Guid suite;
        var find = new NpgsqlCommand("SELECT status, fence, suite_run_id FROM runs WHERE id = @run AND organization_id = @organization FOR UPDATE", connection);
        await using (find.ConfigureAwait(false))
        {
            find.Parameters.AddWithValue("run", run);
            find.Parameters.AddWithValue("organization", organization);
            var reader = await find.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    return false;
                (status, fence, suite) = (reader.GetString(0), reader.GetInt64(1), reader.GetGuid(2));
            }
        }

        if (status == nameof(RunStatus.Queued))
            return await EndAsync(connection, run, fence, RunStatus.Queued, RunOutcome.Without(RunFailureKind.Cancelled, "Stopped before it began."), "verdict", cancellationToken).ConfigureAwait(false);
        if (status != nameof(RunStatus.Running))
            return false;
        await RunQueue.ExecuteAsync(connection, "UPDATE runs SET cancel_requested_at = coalesce(cancel_requested_at, now()) WHERE id = @run", cancellationToken, new NpgsqlParameter("run", run)).ConfigureAwait(false);
        await RunQueue.NotifyAsync(connection, new("cancel", organization, run, suite), cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task<bool> EndAsync(NpgsqlConnection connection, Guid run, long fence, RunStatus before, RunOutcome outcome, string attemptOutcome, CancellationToken cancellationToken)
    {
        Guid organization, suite;
        var last = outcome.Tries.Count > 0 ? outcome.Tries[^1] : null;
        var command = new NpgsqlCommand(EndSql, connection);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.AddWithValue("run", run);
            command.Parameters.AddWithValue("fence", fence);
            command.Parameters.AddWithValue("before", before.ToString());
            command.Parameters.AddWithValue("status", outcome.Status.ToString());
            command.Parameters.Add(new("failure", NpgsqlDbType.Text) { Value = (object?)outcome.FailureKind?.ToString() ?? DBNull.Value });
            command.Parameters.AddWithValue("reasoning", Storable(outcome.Reasoning));
            command.Parameters.Add(new("duration", NpgsqlDbType.Integer) { Value = last is null ? DBNull.Value : (int)Math.Min(int.MaxValue, last.Duration.TotalMilliseconds) });
            command.Parameters.Add(new("cost", NpgsqlDbType.Numeric) { Value = outcome.Tries.Any(one => one.ModelUse?.Cost is not null) ? outcome.Tries.Sum(one => one.ModelUse?.Cost ?? 0) : DBNull.Value });
            command.Parameters.Add(new("event", NpgsqlDbType.Jsonb)
            {
                Value = Storable(new JsonObject { ["status"] = outcome.Status.Word(), ["failureKind"] = outcome.FailureKind?.Word(), ["reasoning"] = outcome.Reasoning, ["final"] = true }.ToJsonString()),
            });
            command.Parameters.Add(new("tries", NpgsqlDbType.Json) { Value = last is null ? DBNull.Value : Storable($"[{string.Join(',', outcome.Tries.Select(RunDocuments.Result))}]") });
            command.Parameters.AddWithValue("outcome", attemptOutcome);
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    return false;
                (organization, suite) = (reader.GetGuid(0), reader.GetGuid(1));
            }
        }

        await CountAsync(connection, suite, outcome.Status, cancellationToken).ConfigureAwait(false);
        await RunQueue.NotifyAsync(connection, new("run", organization, run, suite), cancellationToken).ConfigureAwait(false);
        await RunQueue.NotifyAsync(connection, new("suite", organization, run, suite), cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task CountAsync(NpgsqlConnection connection, Guid suite, RunStatus status, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(CountSql, connection);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.AddWithValue("suite", suite);
            command.Parameters.AddWithValue("passed", status == RunStatus.Passed ? 1 : 0);
            command.Parameters.AddWithValue("failed", status == RunStatus.Failed ? 1 : 0);
            command.Parameters.AddWithValue("errors", status == RunStatus.Error ? 1 : 0);
            command.Parameters.AddWithValue("cancelled", status == RunStatus.Cancelled ? 1 : 0);
            if (await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is not true || SuiteRunEnded is not { } ended)
                return;
            await ended(connection, suite, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<List<Guid>> OpenRunsAsync(Guid organization, Guid suiteRun, CancellationToken cancellationToken)
    {
        var runs = new List<Guid>();
        // The last first: what waits must not be taken by a worker that has just become free.
        var command = database.CreateCommand("SELECT id FROM runs WHERE suite_run_id = @suite AND organization_id = @organization AND status IN ('Queued', 'Running') ORDER BY status, position DESC");
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.AddWithValue("suite", suiteRun);
            command.Parameters.AddWithValue("organization", organization);
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    runs.Add(reader.GetGuid(0));
            }
        }

        return runs;
    }

    // A page may show the one character that PostgreSQL keeps in no text.
    internal static string Storable(string text) => text.Replace("\\u0000", "", StringComparison.Ordinal).Replace("\0", "", StringComparison.Ordinal);
}
