using Autonoma.Platform.Artifacts;
using Npgsql;

namespace Autonoma.Platform.Work;

/// <summary>How long files and events of runs are kept.</summary>
/// <param name="Age">Older ones go; null for ever.</param>
/// <param name="BytesPerOrganization">The oldest go until the rest is less; null for any.</param>
public sealed record RetentionOptions(TimeSpan? Age, long? BytesPerOrganization);

/// <summary>Removes files of runs by age and by size, and events by age. Verdicts and results stay: a run without its pictures is still a run.</summary>
/// <param name="database">The database.</param>
/// <param name="store">The files.</param>
/// <param name="options">How long.</param>
public sealed class Retention(NpgsqlDataSource database, IArtifactStore store, RetentionOptions options)
{
    // Runs whose files go, the oldest first: those that are too old, and those without which the organization's files are few enough.
    private const string DueSql = """
        WITH held AS (
            SELECT artifacts.organization_id, run_id, sum(size) AS size, min(artifacts.created_at) AS since FROM artifacts
            JOIN runs ON runs.id = artifacts.run_id WHERE runs.status NOT IN ('Queued', 'Running') GROUP BY 1, 2
        ), summed AS (
            SELECT organization_id, run_id, since, sum(size) OVER (PARTITION BY organization_id ORDER BY since DESC, run_id DESC) AS newer FROM held
        )
        SELECT organization_id, run_id FROM summed WHERE since < now() - @age::interval OR newer > @bytes ORDER BY since LIMIT 200
        """;

    // What was told while a run went on; how it went stands in its result.
    private const string OldEventsSql = """
        DELETE FROM run_events WHERE run_id IN (
            SELECT DISTINCT run_id FROM run_events JOIN runs ON runs.id = run_events.run_id
            WHERE run_events.at < now() - @age::interval AND runs.ended_at < now() - @age::interval LIMIT 500)
        """;

    /// <summary>Removes what is due.</summary>
    /// <returns>How many runs lost their files.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await ClearAsync(cancellationToken).ConfigureAwait(false);
        if (options.Age is { } age)
            await ClearEventsAsync(age, cancellationToken).ConfigureAwait(false);
        if (options is { Age: null, BytesPerOrganization: null })
            return 0;
        var removed = 0;
        while (await DueAsync(cancellationToken).ConfigureAwait(false) is { Count: > 0 } due)
        {
            foreach (var (organization, run) in due)
            {
                // The files first: a row without its file is found again, a file without its row never.
                await store.DeleteRunAsync(organization, run, cancellationToken).ConfigureAwait(false);
                var command = database.CreateCommand("DELETE FROM artifacts WHERE run_id = @run");
                await using (command.ConfigureAwait(false))
                {
                    command.Parameters.AddWithValue("run", run);
                    await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
                }

                removed++;
            }
        }

        return removed;
    }

    // What is of use only while a run goes on, workers that are long gone, and calls that nobody asks about any more.
    private async Task ClearAsync(CancellationToken cancellationToken)
    {
        var command = database.CreateCommand(
            """
            DELETE FROM run_frames WHERE NOT EXISTS (SELECT 1 FROM runs WHERE runs.id = run_frames.run_id AND runs.status = 'Running');
            DELETE FROM workers WHERE seen_at < now() - interval '7 days';
            DELETE FROM scenario_calls WHERE created_at < now() - interval '30 days';
            """);
        await using (command.ConfigureAwait(false))
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    // Some runs at a time: who writes events meanwhile does not wait for all of them.
    private async Task ClearEventsAsync(TimeSpan age, CancellationToken cancellationToken)
    {
        int removed;
        do
        {
            var command = database.CreateCommand(OldEventsSql);
            await using (command.ConfigureAwait(false))
            {
                command.Parameters.AddWithValue("age", age);
                removed = await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        while (removed > 0);
    }

    private async Task<List<(Guid Organization, Guid Run)>> DueAsync(CancellationToken cancellationToken)
    {
        var due = new List<(Guid, Guid)>();
        var command = database.CreateCommand(DueSql);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.AddWithValue("age", options.Age ?? TimeSpan.FromDays(365_000));
            command.Parameters.AddWithValue("bytes", (decimal)(options.BytesPerOrganization ?? long.MaxValue));
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    due.Add((reader.GetGuid(0), reader.GetGuid(1)));
            }
        }

        return due;
    }
}
