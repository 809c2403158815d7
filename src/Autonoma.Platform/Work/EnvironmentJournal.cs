using Autonoma.Platform.Executing;
using Autonoma.Scenarios.Journal;
using Npgsql;
using NpgsqlTypes;

namespace Autonoma.Platform.Work;

/// <summary>
/// The journal of one run's environments, in the database: an intent is committed before the endpoint is asked, and only while the run is still this worker's.
/// A database that is away for a moment is waited for; what cannot be written down is not asked for.
/// </summary>
internal sealed class EnvironmentJournal(NpgsqlDataSource database, RunAssignment assignment, IEnvironmentSecrets secrets, SignalListener signals) : IInstanceJournal
{
    private const int Tries = 40;

    public void Sending(string runId, string scenario, Uri endpoint, string protocol, string? instance = null)
    {
        var written = Execute(
            """
            INSERT INTO environment_instances (id, organization_id, created_at, application_id, run_id, fence, test_run_id, scenario, endpoint, protocol, state, instance, earlier, sweep_attempts)
            SELECT @id, organization_id, now(), application_id, id, @fence, @test_run, @scenario, @endpoint, @protocol, 'Sent', @instance, '{}', 0
            FROM runs WHERE id = @run AND fence = @fence AND status = 'Running'
            ON CONFLICT (test_run_id) DO UPDATE SET state = 'Sent', instance = excluded.instance,
                earlier = CASE WHEN environment_instances.state = 'Sent' AND environment_instances.instance IS NOT NULL THEN array_append(environment_instances.earlier, environment_instances.instance) ELSE environment_instances.earlier END
            """,
            runId,
            new("id", Guid.CreateVersion7()), new("run", assignment.RunId), new("fence", assignment.Fence), new("scenario", scenario), new("endpoint", endpoint.ToString()), new("protocol", protocol), Text("instance", instance));
        if (written == 0)
            throw new Engine.Running.Suite.TestEnvironmentException("The run was taken from this worker before its environment was asked for.");
    }

    public void Undone(string runId, string instance)
        => Execute("UPDATE environment_instances SET earlier = array_remove(earlier, @instance), state = CASE WHEN instance = @instance THEN 'Removed' ELSE state END WHERE test_run_id = @test_run", runId, new NpgsqlParameter("instance", instance));

    // Also when a sweep thought that nothing was left: now something stands.
    public void Answered(string runId, string token)
        => Execute("UPDATE environment_instances SET state = 'Standing', token = @token, removed_at = NULL WHERE test_run_id = @test_run", runId, new NpgsqlParameter("token", secrets.Seal(runId, token)));

    // No run keeps its environment.
    public void Kept(string runId)
    {
    }

    public void Refused(string runId, string problem)
        => Execute("UPDATE environment_instances SET state = 'Refused', problem = @problem WHERE test_run_id = @test_run", runId, Text("problem", problem));

    public void Removed(string runId)
        => Execute("UPDATE environment_instances SET state = 'Removed', token = NULL, problem = NULL, removed_at = now() WHERE test_run_id = @test_run", runId);

    public void Stayed(string runId, string problem)
        => Execute("UPDATE environment_instances SET problem = @problem, sweep_after = now() WHERE test_run_id = @test_run", runId, Text("problem", problem));

    private int Execute(string sql, string testRun, params NpgsqlParameter[] parameters)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                using var command = database.CreateCommand(sql);
                command.Parameters.AddWithValue("test_run", testRun);
                foreach (var parameter in parameters)
                    command.Parameters.Add(parameter.Clone());
                return command.ExecuteNonQuery();
            }
            catch (Exception e) when (tried < Tries && e is NpgsqlException and not PostgresException or PostgresException { IsTransient: true } or System.Net.Sockets.SocketException or IOException)
            {
                signals.Back();
            }
        }
    }

    private static NpgsqlParameter Text(string name, string? value) => new(name, NpgsqlDbType.Text) { Value = value is null ? DBNull.Value : RunVerdicts.Storable(value) };
}
