using Autonoma.EnvironmentFactory.Factories;
using Autonoma.EnvironmentFactory.Instances;

namespace Autonoma.EnvironmentFactory.Handling;

/// <summary>What both protocols work with while they answer one request.</summary>
internal sealed record FactoryRequest(
    EnvironmentFactorySetup Setup, FactoryRegistry Registry, EnvironmentFactoryOptions Options, IServiceProvider Services, TimeProvider Time, FactoryLog Log, InstanceRecovery Recovery)
{
    /// <summary>Whether the caller has named its <c>up</c>, so that its token is to be remembered.</summary>
    public bool IsNamed { get; init; }
}
