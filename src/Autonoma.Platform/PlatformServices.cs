using Autonoma.Platform.Access;
using Autonoma.Platform.Accounts;
using Autonoma.Platform.Audit;
using Autonoma.Platform.Branches;
using Autonoma.Platform.Data;
using Autonoma.Platform.Sealing;
using Autonoma.Platform.Secrets;
using Autonoma.Platform.Tenancy;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Autonoma.Platform;

/// <summary>What every role of the server needs.</summary>
public static class PlatformServices
{
    /// <summary>The database, who it is asked for, and the features that work on it.</summary>
    /// <param name="services">Where they are put.</param>
    /// <param name="connectionString">Of PostgreSQL.</param>
    /// <param name="keys">The keys that seal secrets; asked when the first is needed.</param>
    public static IServiceCollection AddPlatform(this IServiceCollection services, string connectionString, Func<KeyRing> keys)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddSingleton(_ => keys());
        services.AddSingleton<Sealer>();
        services.AddSingleton<Resealing>();
        services.AddScoped<PlainTokens>();
        services.AddScoped<Caller>();
        services.AddScoped<AuditLog>();
        services.AddScoped<SecretStore>();
        services.AddScoped<SuiteStore>();
        services.AddScoped<SessionStore>();
        services.AddScoped<ApiKeyStore>();
        services.AddScoped<AccountStore>();
        services.AddIdentityCore<User>(identity =>
        {
            identity.User.RequireUniqueEmail = true;
            identity.User.AllowedUserNameCharacters = "";
            // Length is what helps; rules about signs make people write passwords down.
            identity.Password = new() { RequiredLength = 12, RequiredUniqueChars = 4, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false };
            identity.Lockout.MaxFailedAccessAttempts = 5;
            identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
        }).AddUserStore<SealingUserStore>().AddDefaultTokenProviders();
        services.AddDataProtection().SetApplicationName("autonoma");
        services.AddOptions<KeyManagementOptions>().Configure<IServiceScopeFactory, Sealer>((keys, scopes, sealer) => keys.XmlRepository = new SealedKeyRepository(scopes, sealer));
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
