using Autonoma.Engine.Driving;
using Autonoma.Engine.Running.Suite;
using Autonoma.Planner.Pipeline.Proving;
using Autonoma.Platform.Executing;
using Autonoma.Scenarios.Client;
using Autonoma.Scenarios.Instances;
using Autonoma.Scenarios.Recipes;
using Autonoma.Scenarios.Variables;
using Npgsql;

namespace Autonoma.Platform.Work;

/// <summary>Gives each run that names a scenario an instance of its own.</summary>
/// <param name="database">Where intents are written down.</param>
/// <param name="secrets">Seals tokens.</param>
/// <param name="clients">Calls endpoints.</param>
/// <param name="signals">Tells when the database is back.</param>
/// <param name="time">The clock.</param>
public sealed class RunEnvironments(NpgsqlDataSource database, IEnvironmentSecrets secrets, EnvironmentClients clients, SignalListener signals, TimeProvider time) : IRunEnvironments
{
    /// <inheritdoc/>
    public async Task<ITestEnvironment> UpAsync(RunAssignment assignment, string scenario, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(assignment);
        var endpoint = assignment.Endpoint
            ?? throw new TestEnvironmentException($"The test asks for the scenario '{scenario}', and the application has no Environment Factory: set its address and shared secret.");
        var testRun = RunId.New();
        var client = clients.For(endpoint, new(assignment.OrganizationId, assignment.ApplicationId, assignment.RunId, testRun.Value, scenario));
        var instances = new ScenarioInstances(client, endpoint.Recipes, new EnvironmentJournal(database, assignment, secrets, signals), time);
        try
        {
            return new Standing(await instances.UpAsync(scenario, testRun, cancellationToken).ConfigureAwait(false), instances, time);
        }
        catch (Exception e) when (e is RecipeFileException or EnvironmentException)
        {
            throw new TestEnvironmentException(e.Message.Replace("'autonoma env sweep' looks after", "the sweep looks after", StringComparison.Ordinal), e);
        }
    }

    private sealed class Standing(ScenarioInstance instance, ScenarioInstances instances, TimeProvider time) : ITestEnvironment
    {
        public IReadOnlyDictionary<string, string> Variables { get; } = instance.Variables;

        public IReadOnlyList<string> Secrets { get; } = instance.Secrets;

        public SessionLogin Login { get; } = ScenarioLogin.Of(instance.Auth, time);

        public async Task DownAsync()
        {
            try
            {
                await instances.DownAsync(instance).ConfigureAwait(false);
            }
            catch (EnvironmentException e)
            {
                throw new TestEnvironmentException(e.Message, e);
            }
        }
    }
}
