using System.Text.Json;
using Npgsql;

namespace Autonoma.Platform.Work;

/// <summary>Questions of runs to people, and their answers. Both are events of the run: who comes late sees them too.</summary>
/// <param name="database">The database.</param>
/// <param name="signals">Tells that an answer came.</param>
/// <param name="options">How long a question stays open.</param>
/// <param name="time">The clock.</param>
public sealed class RunQuestions(NpgsqlDataSource database, SignalListener signals, WorkOptions options, TimeProvider time)
{
    /// <summary>How long a question stays open.</summary>
    public TimeSpan AnswerTime => options.AnswerTime;

    /// <summary>Answers a question that is open; the first answer counts.</summary>
    /// <returns>False when there is no such question, it is answered, or the run does not wait any more.</returns>
    public async Task<bool> AnswerAsync(Guid organization, Guid run, Guid question, string answer, string by, CancellationToken cancellationToken)
    {
        var connection = await database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = transaction.ConfigureAwait(false);
        // Whoever comes second waits here for the first, and then finds the answer.
        await RunQueue.ExecuteAsync(connection, "SELECT 1 FROM runs WHERE id = @run FOR UPDATE", cancellationToken, new NpgsqlParameter("run", run)).ConfigureAwait(false);
        var stored = new NpgsqlCommand(
            """
            WITH open AS (
                SELECT 1 FROM run_events WHERE run_id = @run AND kind = 'question' AND data->>'questionId' = @question AND NOT data ? 'answer'
                AND NOT EXISTS (SELECT 1 FROM run_events WHERE run_id = @run AND kind = 'question' AND data->>'questionId' = @question AND data ? 'answer') LIMIT 1
            ), mine AS (
                UPDATE runs SET last_sequence = last_sequence + 1 WHERE id = @run AND organization_id = @organization AND status = 'Running' AND EXISTS (SELECT 1 FROM open)
                RETURNING id, organization_id, suite_run_id, last_sequence
            ), told AS (
                INSERT INTO run_events (run_id, sequence, organization_id, kind, data, at)
                SELECT id, last_sequence, organization_id, 'question', jsonb_build_object('questionId', @question, 'answer', @answer, 'by', @by), now() FROM mine
            )
            SELECT pg_notify('autonoma', json_build_object('kind', kind, 'organizationId', organization_id, 'runId', id, 'suiteRunId', suite_run_id)::text)
            FROM mine, unnest(ARRAY['run', 'answer']) AS kind
            """, connection);
        await using (stored.ConfigureAwait(false))
        {
            stored.Parameters.AddWithValue("run", run);
            stored.Parameters.AddWithValue("organization", organization);
            stored.Parameters.AddWithValue("question", question.ToString());
            stored.Parameters.AddWithValue("answer", RunVerdicts.Storable(answer));
            stored.Parameters.AddWithValue("by", by);
            var reader = await stored.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            bool any;
            await using (reader.ConfigureAwait(false))
                any = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            return any;
        }
    }

    /// <summary>Waits for the answer; null when none comes in time.</summary>
    public async Task<string?> WaitAsync(Guid run, Guid question, CancellationToken cancellationToken)
    {
        using var signal = new SemaphoreSlim(0);
        using var subscription = signals.Subscribe(told =>
        {
            if (told.Kind == "missed" || (told.Kind == "answer" && told.RunId == run))
                signal.Release();
        });
        var start = time.GetTimestamp();
        while (time.GetElapsedTime(start) is var elapsed && elapsed < options.AnswerTime)
        {
            if (await FindAsync(run, question, cancellationToken).ConfigureAwait(false) is { } answer)
                return answer;
            // Looked for now and then as well: a notification is only a hint.
            var left = options.AnswerTime - elapsed;
            await signal.WaitAsync(left < options.Look ? left : options.Look, cancellationToken).ConfigureAwait(false);
        }

        return null;
    }

    private async Task<string?> FindAsync(Guid run, Guid question, CancellationToken cancellationToken)
    {
        try
        {
            var command = database.CreateCommand("SELECT data->>'answer' FROM run_events WHERE run_id = @run AND kind = 'question' AND data->>'questionId' = @question AND data ? 'answer' LIMIT 1");
            await using (command.ConfigureAwait(false))
            {
                command.Parameters.AddWithValue("run", run);
                command.Parameters.AddWithValue("question", question.ToString());
                return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) as string;
            }
        }
        catch (NpgsqlException)
        {
            return null; // the next look finds it
        }
    }
}
