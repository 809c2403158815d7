using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Autonoma.EnvironmentFactory.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Autonoma.EnvironmentFactory.AspNetCore.Tests;

/// <summary>An app on a real Kestrel, with an Environment Factory, talked to over HTTP.</summary>
internal sealed class WebApp : IAsyncDisposable
{
    public const string SharedSecret = "shared-secret-of-the-tests-0123456789";

    private readonly WebApplication _app;

    private WebApp(WebApplication app, Uri address)
    {
        _app = app;
        // Cookies are handled by hand: the test shows which ones it sends.
        Client = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };
    }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<WebApp> StartAsync(Action<WebApplicationBuilder> configure, Action<WebApplication> map, string environment = "Development")
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AUTONOMA_SHARED_SECRET"] = SharedSecret,
            ["AUTONOMA_SIGNING_SECRET"] = "signing-secret-of-the-tests-987654321",
        });
        configure(builder);
        var app = builder.Build();
        map(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app, new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()));
    }

    public Task<HttpResponseMessage> PostAsync(string body, string? signature = null, string path = "/api/autonoma") => PostAsync(Encoding.UTF8.GetBytes(body), signature, path);

    public Task<HttpResponseMessage> PostAsync(byte[] body, string? signature = null, string path = "/api/autonoma")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-Signature", signature ?? RequestSignature.Sign(body, SharedSecret));
        return Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<JsonObject> SucceedAsync(string body)
    {
        using var response = await PostAsync(body);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        ((int)response.StatusCode).ShouldBe(200, text);
        return JsonNode.Parse(text)!.AsObject();
    }

    public Task<HttpResponseMessage> GetAsync(string path, JsonNode auth)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (auth["cookies"] is JsonArray cookies)
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie!["name"]}={cookie["value"]}")));
        foreach (var header in auth["headers"] as JsonObject ?? [])
            request.Headers.TryAddWithoutValidation(header.Key, (string)header.Value!);
        return Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
