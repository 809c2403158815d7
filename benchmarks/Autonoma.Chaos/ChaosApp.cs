using System.Collections.Concurrent;
using Autonoma.EnvironmentFactory;
using Autonoma.EnvironmentFactory.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Autonoma.Chaos;

/// <summary>What is tested: a page, and an Environment Factory whose rows are counted. It is never killed: it is the witness.</summary>
internal sealed class ChaosApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ChaosApp(WebApplication app) => _app = app;

    public const string Shared = "shared-secret-of-the-witness-0123456789", Signing = "signing-secret-of-the-witness-0123456789";

    /// <summary>Rows that stand, by their id.</summary>
    public static ConcurrentDictionary<string, string> Standing { get; } = new(StringComparer.Ordinal);

    private static int _made;

    /// <summary>Rows that were made.</summary>
    public static int Made => _made;

    public string Url => _app.Urls.First();

    public static async Task<ChaosApp> StartAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["AUTONOMA_SHARED_SECRET"] = Shared;
        builder.Configuration["AUTONOMA_SIGNING_SECRET"] = Signing;
        builder.Services.AddEnvironmentFactory(factory =>
        {
            factory.DefineFactory<ItemInput>(
                create: (ItemInput input) =>
                {
                    var id = Guid.NewGuid().ToString("N");
                    Standing[id] = input.Name;
                    Interlocked.Increment(ref _made);
                    return Task.FromResult(new Item(id, input.Name));
                },
                teardown: (string id) =>
                {
                    Standing.TryRemove(id, out _);
                    return Task.CompletedTask;
                });
            factory.UseAuth((AuthContext _) => Credentials.LoginForm("nobody@example.com", "nothing"));
        });
        var app = builder.Build();
        app.MapEnvironmentFactory("/api/autonoma");
        app.MapGet("/", () => Results.Content("<!doctype html><html lang=\"en\"><title>Counter</title><h1>Counter</h1><button onclick=\"document.querySelector('output').textContent = 'Pressed ' + ++window.n\">Press</button><output></output><script>window.n = 0</script></html>", "text/html"));
        await app.StartAsync();
        return new(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

internal sealed record ItemInput(string Name);

internal sealed record Item(string Id, string Name);
