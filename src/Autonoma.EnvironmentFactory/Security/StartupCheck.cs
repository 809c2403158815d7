using Autonoma.EnvironmentFactory.Handling;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Autonoma.EnvironmentFactory.Security;

/// <summary>Looks at the settings when the app starts: what can only be a mistake stops it, with a message that says what to change.</summary>
internal sealed class StartupCheck(IOptionsMonitor<EnvironmentFactoryOptions> options, RequestGuard guard, FactoryRegistrySource registry, ILogger<StartupCheck> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var log = new FactoryLog(logger);
        var current = options.CurrentValue;
        if (SecretRules.AreShared(current))
            throw new InvalidOperationException($"{SecretRules.SharedSetting} and {SecretRules.SigningSetting} are the same. Use two different values, each from 'openssl rand -hex 32'.");
        if (guard.Unavailable(current)?.Code == Protocol.ErrorCodes.ProductionBlocked)
            return Task.CompletedTask;
        if (SecretRules.Missing(current) is { } missing)
            log.MissingSecret(missing);
        foreach (var setting in SecretRules.Short(current))
            log.ShortSecret(setting);
        // Relations to models without a factory, inputs that are no objects: better now than in the first request.
        _ = registry.Registry;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
