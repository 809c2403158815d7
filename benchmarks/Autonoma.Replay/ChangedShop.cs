using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Autonoma.Replay;

/// <summary>Stands before the shop and changes its pages on the way to the browser.</summary>
public sealed class ChangedShop : IAsyncDisposable
{
    private static readonly string[] PerConnection = ["Connection", "Transfer-Encoding", "Content-Length", "Keep-Alive", "Upgrade"];

    private readonly WebApplication _app;
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.All });
    private readonly Uri _shop;

    private ChangedShop(WebApplication app, Uri shop) => (_app, _shop) = (app, shop);

    /// <summary>Where it listens.</summary>
    public Uri Url { get; private set; } = new("http://127.0.0.1/");

    /// <summary>What is changed; null for nothing.</summary>
    public Func<string, string>? Change { get; set; }

    public static async Task<ChangedShop> StartAsync(Uri shop)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var changed = new ChangedShop(app, shop);
        app.Run(changed.AnswerAsync);
        await app.StartAsync();
        changed.Url = new Uri(app.Urls.First() + "/");
        return changed;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(soon.Token);
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(_shop, context.Request.Path + context.Request.QueryString.Value));
        if (context.Request.ContentLength > 0 || context.Request.Headers.TransferEncoding.Count > 0)
            request.Content = new StreamContent(context.Request.Body);
        foreach (var (name, values) in context.Request.Headers)
        {
            if (!PerConnection.Contains(name, StringComparer.OrdinalIgnoreCase) && !request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
                request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
        }

        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers))
        {
            if (!PerConnection.Contains(name, StringComparer.OrdinalIgnoreCase) && name is not "Content-Encoding")
                context.Response.Headers[name] = values.ToArray();
        }

        // Fragments that scripts fetch are parts of pages: they are changed by the same hand.
        if (Change is { } change && response.Content.Headers.ContentType?.MediaType == "text/html")
            await context.Response.WriteAsync(change(await response.Content.ReadAsStringAsync(context.RequestAborted)), context.RequestAborted);
        else
            await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
