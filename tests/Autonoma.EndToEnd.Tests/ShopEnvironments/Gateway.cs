using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Autonoma.EndToEnd.Tests.ShopEnvironments;

/// <summary>What stands between the tool and the shop in many deployments: real HTTP on both sides. It can hold a request at any point of its way.</summary>
internal sealed class Gateway : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromMinutes(2) };

    private Gateway(WebApplication app) => _app = app;

    /// <summary>Where requests go on to.</summary>
    public required Func<string> Target { get; init; }

    /// <summary>Address of the shop's endpoint behind it.</summary>
    public string Endpoint { get; private set; } = "";

    /// <summary>What happens to a request; told its action.</summary>
    public Func<string, Passage, Task> Rule { get; set; } = (_, passage) => passage.PassAsync();

    public static async Task<Gateway> StartAsync(Func<string> target, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var gateway = new Gateway(app) { Target = target };
        app.Run(gateway.ServeAsync);
        await app.StartAsync(cancellationToken);
        gateway.Endpoint = app.Urls.First() + "/api/autonoma";
        return gateway;
    }

    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await _app.StopAsync(soon.Token);
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task ServeAsync(HttpContext context)
    {
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        var body = buffer.ToArray();
        await Rule(JsonNode.Parse(body)!["action"]!.GetValue<string>(), new Passage(context, body, _http, Target()));
    }
}

/// <summary>One request on its way.</summary>
internal sealed class Passage(HttpContext context, byte[] body, HttpClient http, string target)
{
    /// <summary>Whether the caller has hung up.</summary>
    public CancellationToken CallerGone => context.RequestAborted;

    /// <summary>To the shop, and back.</summary>
    public async Task PassAsync() => await AnswerAsync(await AskAsync(CallerGone));

    /// <summary>Hands the request to the shop and reads its whole answer. A cancellation hangs up on the shop.</summary>
    public async Task<(int Status, byte[] Body)> AskAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = new ByteArrayContent(body) };
        foreach (var (name, value) in context.Request.Headers.Where(header => header.Key.StartsWith("x-", StringComparison.OrdinalIgnoreCase)))
            request.Headers.TryAddWithoutValidation(name, (string?)value);
        using var response = await http.SendAsync(request, cancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellationToken));
    }

    /// <summary>Answers the caller; done when everything is in its socket.</summary>
    public async Task AnswerAsync((int Status, byte[] Body) answer)
    {
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = answer.Body.Length;
        await context.Response.Body.WriteAsync(answer.Body, CancellationToken.None);
        await context.Response.CompleteAsync();
    }

    /// <summary>Hangs up on the caller.</summary>
    public void Drop() => context.Abort();
}
