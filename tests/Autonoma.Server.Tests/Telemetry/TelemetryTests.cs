using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Autonoma.Server.Telemetry;
using Autonoma.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;

namespace Autonoma.Server.Tests.Telemetry;

/// <summary>A server that tells a collector what it does, and the collector.</summary>
public sealed class TellingServer(PostgresFixture postgres) : ServerFixture(postgres)
{
    private WebApplication? _collector;

    /// <summary>What was told, by path. The texts in it are readable as they are.</summary>
    public ConcurrentQueue<(string Path, string Key, string Text)> Told { get; } = [];

    protected override IReadOnlyList<string> Settings => ["--roles", "api", "--otlp-endpoint", _collector!.Urls.First(), "--otlp-protocol", "http/protobuf", "--otlp-headers", "x-collector=key-of-the-collector"];

    public override async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _collector = builder.Build();
        _collector.Run(async context =>
        {
            using var buffer = new MemoryStream();
            await context.Request.Body.CopyToAsync(buffer);
            Told.Enqueue((context.Request.Path, context.Request.Headers["x-collector"].ToString(), Encoding.UTF8.GetString(buffer.ToArray())));
        });
        await _collector.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _collector!.DisposeAsync();
    }
}

public sealed class TelemetryTests(TellingServer server) : IClassFixture<TellingServer>
{
    [Fact]
    public async Task Requests_AreToldByTheirRoutes_AndNothingThatLetsOneInIs()
    {
        using var owner = await server.NewOwnerAsync();
        var invitation = (await owner.PostAsync("/v1/invitations", new { email = "guest@example.com", role = "viewer" }))["token"]!.GetValue<string>();
        (await server.Anonymous.GetAsync($"/v1/invitations/{invitation}/preview?secret=in-the-query", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var key = (await owner.PostAsync("/v1/api-keys", new { name = "key", scopes = new[] { "read" } }))["key"]!.GetValue<string>();
        using (var request = new HttpRequestMessage(HttpMethod.Get, "/v1/applications") { Headers = { Authorization = new("Bearer", key) } })
            (await server.Anonymous.SendAsync(request, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        // A local server writes the link to its console.
        await owner.PostAsync("/v1/account/password-reset", new { email = owner.Email });
        server.Server.App.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Autonoma.Tests").LogWarning("Something that is told");

        Flush();

        var all = string.Concat(server.Told.Select(told => told.Text));
        server.Told.Select(told => told.Path).Distinct().Order().ShouldBe(["/v1/logs", "/v1/metrics", "/v1/traces"]);
        server.Told.ShouldAllBe(told => told.Key == "key-of-the-collector" && told.Text.Contains("autonoma-server", StringComparison.Ordinal));
        Of("/v1/traces").ShouldContain("GET /v1/invitations/{token}/preview");
        Of("/v1/metrics").ShouldContain("http.server.request.duration");
        Of("/v1/logs").ShouldContain("Something that is told");
        foreach (var secret in (string[])[invitation, key, owner.Cookie!, Browser.Password, "in-the-query", "reset-password", owner.Email, "key-of-the-collector"])
            all.ShouldNotContain(secret);

        string Of(string path) => string.Concat(server.Told.Where(told => told.Path == path).Select(told => told.Text));
    }

    [Fact]
    public void Export_WithoutAnEndpoint_IsOff()
        => Configuration.ServerSettings.From(new ConfigurationBuilder().Build()).Otlp.ShouldBeNull();

    private void Flush()
    {
        server.Server.App.Services.GetServices<IHostedService>().OfType<TelemetryExport>().Single().Dispose();
        server.Server.App.Services.GetRequiredService<LoggerProvider>().ForceFlush(10_000);
    }
}
