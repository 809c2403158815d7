using Autonoma.Platform.Artifacts;
using Autonoma.Platform.Executing;
using Autonoma.Platform.Live;
using Autonoma.Platform.Runs;
using Autonoma.Platform.Scenarios;
using Autonoma.Scenarios.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Autonoma.Platform.Work;

/// <summary>Registers what works in the background.</summary>
public static class WorkServices
{
    /// <summary>What every role needs: the queue to put runs into and to stop them, what is told while they go on, and the looking after dead processes. An <see cref="IArtifactStore"/> and an <see cref="IEnvironmentSecrets"/> are the caller's to register.</summary>
    public static IServiceCollection AddWork(this IServiceCollection services, WorkOptions options)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddSingleton(options);
        services.TryAddSingleton(_ => new EnvironmentHttp(EnvironmentClient.CreateHttp()));
        services.AddSingleton<RunQueue>();
        services.AddSingleton(provider => new RunVerdicts(provider.GetRequiredService<NpgsqlDataSource>(), options) { SuiteRunEnded = provider.GetService<ISuiteRunEnded>() is { } ended ? ended.EndedAsync : null });
        services.AddSingleton<RunQuestions>();
        services.AddSingleton<FrameHub>();
        services.AddSingleton<FrameRelay>();
        services.AddSingleton<SignalListener>();
        services.AddSingleton<ArtifactKeeper>();
        services.AddSingleton<DeviceLocks>();
        services.TryAddScoped<RunStarter>();
        services.AddSingleton<ScheduleRunner>();
        services.TryAddSingleton(new RetentionOptions(TimeSpan.FromDays(30), null));
        services.AddSingleton<Retention>();
        services.AddSingleton<ScenarioCallLog>();
        services.AddSingleton<EnvironmentClients>();
        services.AddSingleton<EnvironmentSweep>();
        services.AddHostedService(provider => provider.GetRequiredService<SignalListener>());
        services.AddHostedService(provider => provider.GetRequiredService<FrameRelay>());
        services.AddHostedService<Housekeeping>();
        return services;
    }

    /// <summary>What a worker needs besides: an <see cref="IRunExecutor"/> is the caller's to register, unless it is the one that runs tests.</summary>
    public static IServiceCollection AddRunWorker(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton<IRunEnvironments, RunEnvironments>();
        services.TryAddSingleton<IRunExecutor, TestRunExecutor>();
        services.AddSingleton<RunWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<RunWorker>());
        return services;
    }
}

/// <summary>What sends requests to endpoints; a server lets it reach only what may be reached.</summary>
/// <param name="Client">Follows no redirect and has no timeout of its own.</param>
public sealed record EnvironmentHttp(HttpClient Client);

/// <summary>Called in the transaction that ends a suite run: what has to follow from it is written down with it, or not at all.</summary>
public interface ISuiteRunEnded
{
    /// <summary>It ended.</summary>
    /// <param name="connection">In the transaction.</param>
    /// <param name="suiteRun">Which.</param>
    /// <param name="cancellationToken">Gives up, and with it the transaction.</param>
    Task EndedAsync(NpgsqlConnection connection, Guid suiteRun, CancellationToken cancellationToken);
}
