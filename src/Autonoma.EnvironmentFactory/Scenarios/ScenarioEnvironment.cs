using Autonoma.EnvironmentFactory.Protocol;

namespace Autonoma.EnvironmentFactory.Scenarios;

/// <summary>What a scenario that was set up hands back.</summary>
/// <param name="Auth">How a test signs in; null if there is nothing to sign in to.</param>
/// <param name="Teardown">What <c>down</c> needs, such as the ids; written as JSON into the signed token, readable by whoever holds it.</param>
public sealed record ScenarioEnvironment(Credentials? Auth = null, object? Teardown = null);
