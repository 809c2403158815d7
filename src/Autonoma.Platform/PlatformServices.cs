using Autonoma.Platform.Data;
using Autonoma.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Autonoma.Platform;

/// <summary>What every role of the server needs.</summary>
public static class PlatformServices
{
    /// <summary>The database and who it is asked for.</summary>
    public static IServiceCollection AddPlatform(this IServiceCollection services, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => NpgsqlDataSource.Create(connectionString));
        services.AddScoped<Tenant>();
        services.AddSingleton<SavingRules>();
        services.AddDbContext<PlatformDbContext>((provider, options) => Configure(options, provider.GetRequiredService<NpgsqlDataSource>(), provider.GetRequiredService<SavingRules>()));
        return services;
    }

    internal static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, NpgsqlDataSource database, SavingRules rules)
        => options.UseNpgsql(database).AddInterceptors(rules);
}
