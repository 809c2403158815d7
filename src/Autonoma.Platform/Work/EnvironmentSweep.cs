using Autonoma.Platform.Executing;
using Autonoma.Scenarios.Journal;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Autonoma.Platform.Work;

/// <summary>Tears down environments whose run has ended or whose worker is gone. Any number of processes may sweep: an instance is looked after by one at a time.</summary>
/// <param name="database">The database.</param>
/// <param name="secrets">Endpoints and tokens.</param>
/// <param name="clients">Calls endpoints.</param>
/// <param name="logger">Told what somebody has to look at.</param>
public sealed partial class EnvironmentSweep(NpgsqlDataSource database, IEnvironmentSecrets secrets, EnvironmentClients clients, ILogger<EnvironmentSweep> logger)
{
    // What is taken here is looked at again later by itself, so that a sweep that dies loses nothing.
    private const string TakeSql = """
        UPDATE environment_instances SET sweep_attempts = sweep_attempts + 1, sweep_after = now() + least(interval '15 minutes', interval '10 seconds' * power(2, least(sweep_attempts, 8)))
        WHERE id IN (
            SELECT one.id FROM environment_instances one
            WHERE (state IN ('Sent', 'Standing') OR cardinality(earlier) > 0)
            AND coalesce(sweep_after, created_at + CASE WHEN run_id IS NULL THEN interval '10 minutes' ELSE interval '5 seconds' END) <= now()
            AND NOT EXISTS (SELECT 1 FROM runs WHERE runs.id = one.run_id AND runs.fence = one.fence AND runs.status = 'Running')
            ORDER BY sweep_after NULLS FIRST LIMIT @most FOR UPDATE SKIP LOCKED)
        RETURNING organization_id, application_id, test_run_id, scenario, endpoint, protocol, state, token, instance, earlier, created_at, run_id
        """;

    /// <summary>Tears down what is due.</summary>
    /// <returns>How many are gone now.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var gone = 0;
        while (await TakeAsync(cancellationToken).ConfigureAwait(false) is { Count: > 0 } due)
        {
            var removed = await Task.WhenAll(due.Select(one => RemoveAsync(one, cancellationToken))).ConfigureAwait(false);
            gone += removed.Count(one => one);
        }

        return gone;
    }

    private async Task<bool> RemoveAsync(Due due, CancellationToken cancellationToken)
    {
        var endpoint = await secrets.EndpointAsync(due.Organization, due.Application, due.Run, cancellationToken).ConfigureAwait(false);
        Removal removal;
        if (endpoint is null)
            removal = new(false, "The application has no Environment Factory any more.", null);
        else
        {
            var entry = due.Token is { } token ? due.Entry with { Token = secrets.Open(due.Entry.RunId, token) } : due.Entry;
            // Where it was asked for, not where the application's endpoint is now; with the application's secrets.
            removal = await new InstanceRemoval(url => clients.For(endpoint with { Url = url }, new(due.Organization, due.Application, due.Run, entry.RunId, entry.Scenario)))
                .RemoveAsync(entry, name => Execute("UPDATE environment_instances SET earlier = array_remove(earlier, @problem) WHERE test_run_id = @run", entry.RunId, name), cancellationToken).ConfigureAwait(false);
        }

        if (removal.IsGone)
            Execute("UPDATE environment_instances SET state = 'Removed', earlier = '{}', token = NULL, problem = NULL, removed_at = now() WHERE test_run_id = @run", due.Entry.RunId, null);
        else if (removal.IsLost)
        {
            Execute("UPDATE environment_instances SET state = 'Lost', earlier = '{}', problem = @problem WHERE test_run_id = @run", due.Entry.RunId, removal.WhyLost);
            Lost(logger, due.Entry.RunId, due.Entry.Scenario, removal.WhyLost!);
        }
        else
            Execute("UPDATE environment_instances SET problem = @problem WHERE test_run_id = @run", due.Entry.RunId, removal.Problem);
        return removal.IsGone;
    }

    private void Execute(string sql, string testRun, string? problem)
    {
        using var command = database.CreateCommand(sql);
        command.Parameters.AddWithValue("run", testRun);
        command.Parameters.Add(new("problem", NpgsqlTypes.NpgsqlDbType.Text) { Value = problem is null ? DBNull.Value : RunVerdicts.Storable(problem) });
        command.ExecuteNonQuery();
    }

    private async Task<List<Due>> TakeAsync(CancellationToken cancellationToken)
    {
        var due = new List<Due>();
        var command = database.CreateCommand(TakeSql);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.AddWithValue("most", 8);
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    due.Add(new(reader.GetGuid(0), reader.GetGuid(1), reader.IsDBNull(11) ? null : reader.GetGuid(11), reader.IsDBNull(7) ? null : reader.GetString(7), new()
                    {
                        RunId = reader.GetString(2),
                        Scenario = reader.GetString(3),
                        Endpoint = new(reader.GetString(4)),
                        Protocol = reader.GetString(5),
                        State = Enum.Parse<InstanceState>(reader.GetString(6)),
                        Instance = reader.IsDBNull(8) ? null : reader.GetString(8),
                        Earlier = reader.GetFieldValue<string[]>(9),
                        At = reader.GetFieldValue<DateTimeOffset>(10),
                    }));
                }
            }
        }

        return due;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Environment {TestRun} of scenario {Scenario} may be left, and nothing can remove it: {Why}")]
    private static partial void Lost(ILogger logger, string testRun, string scenario, string why);

    private sealed record Due(Guid Organization, Guid Application, Guid? Run, string? Token, JournalEntry Entry);
}
