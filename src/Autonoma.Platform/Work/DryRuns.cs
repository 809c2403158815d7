using Autonoma.Platform.Executing;
using Autonoma.Scenarios.Client;
using Autonoma.Scenarios.Instances;
using Autonoma.Scenarios.Journal;
using Autonoma.Scenarios.Lifecycle;
using Autonoma.Scenarios.Variables;
using Npgsql;

namespace Autonoma.Platform.Work;

/// <summary>Makes a scenario, looks at it and removes it, outside of any run. It is written down as a run's is: what a killed server left is swept.</summary>
/// <param name="database">The database.</param>
/// <param name="secrets">Knows endpoints, seals tokens.</param>
/// <param name="clients">Calls endpoints.</param>
/// <param name="signals">Tells when the database is back.</param>
/// <param name="time">The clock.</param>
public sealed class DryRuns(NpgsqlDataSource database, IEnvironmentSecrets secrets, EnvironmentClients clients, SignalListener signals, TimeProvider time)
{
    /// <summary>Asks what an application's endpoint offers; null when it has none.</summary>
    /// <exception cref="EnvironmentException">It does not say.</exception>
    public async Task<Discovery?> DiscoverAsync(Guid organization, Guid application, CancellationToken cancellationToken)
        => await secrets.EndpointAsync(organization, application, run: null, cancellationToken).ConfigureAwait(false) is { } endpoint
            ? await clients.For(endpoint, new(organization, application, null, null, null)).DiscoverAsync(cancellationToken).ConfigureAwait(false)
            : null;

    /// <summary>Tries a scenario; null when the application has no endpoint.</summary>
    /// <exception cref="EnvironmentException">The endpoint does not say what it offers.</exception>
    public async Task<ScenarioCheck?> CheckAsync(Guid organization, Guid application, string scenario, CancellationToken cancellationToken)
    {
        if (await secrets.EndpointAsync(organization, application, run: null, cancellationToken).ConfigureAwait(false) is not { } endpoint)
            return null;
        var journal = new Journal(database, organization, application, secrets, signals);
        var testRun = RunId.New();
        var instances = new ScenarioInstances(clients.For(endpoint, new(organization, application, null, testRun.Value, scenario)), endpoint.Recipes, journal, time);
        return await new ScenarioLifecycle(instances, rows: null).CheckAsync(scenario, testRun, cancellationToken).ConfigureAwait(false);
    }

    // As a run's, but for the row's beginning: there is no run that it belongs to.
    private sealed class Journal(NpgsqlDataSource database, Guid organization, Guid application, IEnvironmentSecrets secrets, SignalListener signals) : IInstanceJournal
    {
        private readonly EnvironmentJournal _inner = new(database, new RunAssignment { RunId = Guid.Empty, Fence = 0, OrganizationId = organization, ApplicationId = application, Path = "", Content = "" }, secrets, signals);

        public void Sending(string runId, string scenario, Uri endpoint, string protocol, string? instance = null)
        {
            using var command = database.CreateCommand(
                """
                INSERT INTO environment_instances (id, organization_id, created_at, application_id, run_id, fence, test_run_id, scenario, endpoint, protocol, state, instance, earlier, sweep_attempts)
                VALUES (@id, @organization, now(), @application, NULL, 0, @test_run, @scenario, @endpoint, @protocol, 'Sent', @instance, '{}', 0)
                ON CONFLICT (test_run_id) DO UPDATE SET state = 'Sent', instance = excluded.instance,
                    earlier = CASE WHEN environment_instances.state = 'Sent' AND environment_instances.instance IS NOT NULL THEN array_append(environment_instances.earlier, environment_instances.instance) ELSE environment_instances.earlier END
                """);
            command.Parameters.AddWithValue("id", Guid.CreateVersion7());
            command.Parameters.AddWithValue("organization", organization);
            command.Parameters.AddWithValue("application", application);
            command.Parameters.AddWithValue("test_run", runId);
            command.Parameters.AddWithValue("scenario", scenario);
            command.Parameters.AddWithValue("endpoint", endpoint.ToString());
            command.Parameters.AddWithValue("protocol", protocol);
            command.Parameters.Add(new NpgsqlParameter("instance", NpgsqlTypes.NpgsqlDbType.Text) { Value = (object?)instance ?? DBNull.Value });
            command.ExecuteNonQuery();
        }

        public void Undone(string runId, string instance) => _inner.Undone(runId, instance);

        public void Answered(string runId, string token) => _inner.Answered(runId, token);

        public void Kept(string runId) => _inner.Kept(runId);

        public void Refused(string runId, string problem) => _inner.Refused(runId, problem);

        public void Removed(string runId) => _inner.Removed(runId);

        public void Stayed(string runId, string problem) => _inner.Stayed(runId, problem);
    }
}
