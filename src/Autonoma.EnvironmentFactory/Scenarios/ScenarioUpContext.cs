namespace Autonoma.EnvironmentFactory.Scenarios;

/// <summary>What a scenario works with while it is set up.</summary>
/// <param name="TestRunId">Tells runs apart: make unique values of it, see <see cref="UniqueValues"/>.</param>
/// <param name="Services">The services of this request.</param>
/// <param name="CancellationToken">Ends when the caller goes away.</param>
public sealed record ScenarioUpContext(string TestRunId, IServiceProvider Services, CancellationToken CancellationToken);
