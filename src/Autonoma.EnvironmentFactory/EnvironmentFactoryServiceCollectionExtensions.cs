using Autonoma.EnvironmentFactory;
using Autonoma.EnvironmentFactory.Handling;
using Autonoma.EnvironmentFactory.Instances;
using Autonoma.EnvironmentFactory.Security;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the Environment Factory to an app.</summary>
public static class EnvironmentFactoryServiceCollectionExtensions
{
    /// <summary>Registers models, sign-in and settings. May be called several times; everything adds up.</summary>
    /// <remarks>The secrets come from the configuration values <c>AUTONOMA_SHARED_SECRET</c> and <c>AUTONOMA_SIGNING_SECRET</c> unless the code sets them.</remarks>
    public static IServiceCollection AddEnvironmentFactory(this IServiceCollection services, Action<EnvironmentFactoryBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        var setup = services.FirstOrDefault(service => service.ServiceType == typeof(EnvironmentFactorySetup))?.ImplementationInstance as EnvironmentFactorySetup;
        if (setup is null)
        {
            setup = new();
            services.AddSingleton(setup);
            AddCore(services);
        }

        configure(new(services, setup));
        return services;
    }

    private static void AddCore(IServiceCollection services)
    {
        services.AddOptions();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IReplayGuard>(provider => new MemoryReplayGuard(provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<IInstanceStore>(provider => new MemoryInstanceStore(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new InstanceRecovery(provider.GetRequiredService<IInstanceStore>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new SecretsFromConfiguration(provider.GetService<IConfiguration>(), provider.GetRequiredService<EnvironmentFactorySetup>()));
        services.AddSingleton<IPostConfigureOptions<EnvironmentFactoryOptions>>(provider => provider.GetRequiredService<SecretsFromConfiguration>());
        services.AddSingleton<IOptionsChangeTokenSource<EnvironmentFactoryOptions>>(provider => provider.GetRequiredService<SecretsFromConfiguration>());
        services.AddSingleton(provider => new FactoryRegistrySource(provider.GetRequiredService<EnvironmentFactorySetup>(), provider, Settings(provider)));
        services.AddSingleton(provider => new RequestGuard(provider.GetRequiredService<IReplayGuard>(), provider.GetRequiredService<TimeProvider>(), provider.GetService<IHostEnvironment>()));
        services.AddSingleton(provider => new EnvironmentFactoryHandler(
            provider.GetRequiredService<EnvironmentFactorySetup>(), provider.GetRequiredService<FactoryRegistrySource>(), Settings(provider), provider.GetRequiredService<RequestGuard>(),
            provider.GetRequiredService<InstanceRecovery>(), provider, provider.GetRequiredService<TimeProvider>(), provider.GetService<ILogger<EnvironmentFactoryHandler>>() ?? NullLogger<EnvironmentFactoryHandler>.Instance));
        services.AddSingleton<IHostedService>(provider => new StartupCheck(
            Settings(provider), provider.GetRequiredService<RequestGuard>(), provider.GetRequiredService<FactoryRegistrySource>(), provider.GetService<ILogger<StartupCheck>>() ?? NullLogger<StartupCheck>.Instance));
    }

    private static IOptionsMonitor<EnvironmentFactoryOptions> Settings(IServiceProvider provider) => provider.GetRequiredService<IOptionsMonitor<EnvironmentFactoryOptions>>();
}
