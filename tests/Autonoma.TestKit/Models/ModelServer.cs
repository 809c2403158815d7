using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Autonoma.TestKit.Models;

/// <summary>A request as it came over the wire.</summary>
/// <param name="Line">Method, path and query.</param>
/// <param name="Headers">By name, whatever the case.</param>
/// <param name="Body">As UTF-8 text.</param>
public sealed record WireRequest(string Line, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>A provider of models on loopback: answers with the bytes that a test wrote down, in turn, and remembers the bytes it was asked with.</summary>
public sealed class ModelServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _answers = new();
    private readonly ConcurrentQueue<WireRequest> _requests = new();

    private ModelServer(WebApplication app) => _app = app;

    /// <summary>Its address, without a slash at the end.</summary>
    public string Url { get; private set; } = "";

    /// <summary>What it was asked.</summary>
    public IReadOnlyList<WireRequest> Requests => [.. _requests];

    /// <summary>Starts one on a port of its own.</summary>
    public static async Task<ModelServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(options => options.Limits.MaxRequestBodySize = null);
        var app = builder.Build();
        var server = new ModelServer(app);
        app.Run(server.AnswerAsync);
        await app.StartAsync();
        server.Url = app.Urls.First();
        return server;
    }

    /// <summary>Adds an answer.</summary>
    public ModelServer Answer(string body, int status = 200, params (string Name, string Value)[] headers) => Answer(async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = body.StartsWith('<') ? "text/html" : "application/json";
        foreach (var (name, value) in headers)
            context.Response.Headers[name] = value;
        await context.Response.WriteAsync(body);
    });

    /// <summary>Adds an answer by code.</summary>
    public ModelServer Answer(Func<HttpContext, Task> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    /// <summary>Adds an answer whose connection breaks in the middle of the body.</summary>
    public ModelServer Break(string begun) => Answer(async context =>
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = Encoding.UTF8.GetByteCount(begun) + 100;
        await context.Response.WriteAsync(begun);
        await context.Response.Body.FlushAsync();
        context.Abort();
    });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await _app.StopAsync(soon.Token);
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        _requests.Enqueue(new($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}", context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase), body));
        if (_answers.TryDequeue(out var answer))
            await answer(context);
        else
            context.Response.StatusCode = 418;
    }
}
