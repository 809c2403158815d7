using Autonoma.EnvironmentFactory.Factories;

namespace Autonoma.EnvironmentFactory.Handling;

/// <summary>What both protocols work with while they answer one request.</summary>
internal sealed record FactoryRequest(
    EnvironmentFactorySetup Setup, FactoryRegistry Registry, EnvironmentFactoryOptions Options, IServiceProvider Services, TimeProvider Time, FactoryLog Log);
