using System.Collections.Concurrent;
using System.Globalization;
using Autonoma.EnvironmentFactory.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Autonoma.EnvironmentFactory.Speed;

/// <summary>The same app as the peer's: two models, rows in memory.</summary>
internal sealed class OurApp
{
    public const string SharedSecret = "shared-secret-of-the-benchmark";
    public const string SigningSecret = "signing-secret-of-the-benchmark";

    private int _next;

    public ConcurrentDictionary<string, object> Rows { get; } = new(StringComparer.Ordinal);

    public void AddTo(IServiceCollection services)
    {
        services.AddLogging(logging => logging.ClearProviders());
        services.AddEnvironmentFactory(factory =>
        {
            factory.ScopeField = "organizationId";
            factory.Configure(options =>
            {
                options.SharedSecret = SharedSecret;
                options.SigningSecret = SigningSecret;
                options.AllowProduction = true;
                options.MaxBodyBytes = 64 * 1024 * 1024;
            });
            factory.DefineFactory<OrganizationInput>("Organization", (OrganizationInput input) => Keep(new Organization(NewId(), input.Name), row => row.Id), (string id) => Remove(id));
            factory.DefineFactory<UserInput>("User", (UserInput input) => Keep(new User(NewId(), input.Email, input.Name, input.Age, input.Active, input.OrganizationId), row => row.Id), (string id) => Remove(id));
            factory.UseAuth((AuthContext _) => Credentials.Bearer("token"));
        });
    }

    /// <summary>Serves until standard input ends.</summary>
    public static async Task ServeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        new OurApp().AddTo(builder.Services);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.MapEnvironmentFactory();
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        await Console.In.ReadToEndAsync();
    }

    private string NewId() => Interlocked.Increment(ref _next).ToString(CultureInfo.InvariantCulture);

    private T Keep<T>(T row, Func<T, string> id)
        where T : notnull
    {
        Rows[id(row)] = row;
        return row;
    }

    private void Remove(string id) => Rows.TryRemove(id, out _);

    internal sealed record OrganizationInput(string Name);

    internal sealed record UserInput(string Email, string Name, int Age, bool Active, string OrganizationId);

    internal sealed record Organization(string Id, string Name);

    internal sealed record User(string Id, string Email, string Name, int Age, bool Active, string OrganizationId);
}
