using Autonoma.EnvironmentFactory.Factories;
using Microsoft.Extensions.Options;

namespace Autonoma.EnvironmentFactory.Handling;

/// <summary>Makes the registry when it is first needed, and only once.</summary>
internal sealed class FactoryRegistrySource(EnvironmentFactorySetup setup, IServiceProvider services, IOptionsMonitor<EnvironmentFactoryOptions> options)
{
    private readonly Lazy<FactoryRegistry> _registry = new(() => new(setup.Factories, services, options.CurrentValue));

    public FactoryRegistry Registry => _registry.Value;
}
