namespace Autonoma.EnvironmentFactory.Scenarios;

/// <summary>A scenario of protocol 2.0: made by code (<see cref="Up"/>) or by the factories (<see cref="Create"/>).</summary>
internal sealed record ScenarioDefinition(
    string Name, string Description, Func<ScenarioUpContext, Task<ScenarioEnvironment>>? Up, Func<ScenarioDownContext, Task>? Down, string? Create);
