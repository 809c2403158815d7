using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Autonoma.TestKit;

/// <summary>A small site over real HTTP on loopback, on a port of its own.</summary>
public sealed class StaticSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, RequestDelegate> _pages = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly string? _folder;

    private StaticSite(WebApplication app, string? folder)
    {
        _app = app;
        _folder = folder;
    }

    /// <summary>Address of the site, ending in a slash.</summary>
    public Uri Url { get; private set; } = new("http://127.0.0.1/");

    /// <summary>What was asked for so far: method, path and query.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    /// <summary>Starts a site, with the files of a folder if one is given.</summary>
    public static async Task<StaticSite> StartAsync(string? folder = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var site = new StaticSite(app, folder);
        app.Run(site.AnswerAsync);
        await app.StartAsync();
        site.Url = new Uri(app.Urls.First() + "/");
        return site;
    }

    /// <summary>Serves a page at a path that starts with a slash; replaces what was there.</summary>
    public Uri Add(string path, string html) => Add(path, async context =>
    {
        context.Response.ContentType = path.EndsWith(".js", StringComparison.Ordinal) ? "text/javascript" : path.EndsWith(".css", StringComparison.Ordinal) ? "text/css" : "text/html; charset=utf-8";
        await context.Response.WriteAsync(html);
    });

    /// <summary>Answers a path by code.</summary>
    public Uri Add(string path, RequestDelegate answer)
    {
        _pages[path] = answer;
        return At(path);
    }

    /// <summary>Address of a path.</summary>
    public Uri At(string path) => new(Url, path);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(soon.Token);
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "/";
        _requests.Enqueue($"{context.Request.Method} {path}{context.Request.QueryString}");
        if (_pages.TryGetValue(path, out var answer))
        {
            await answer(context);
            return;
        }

        if (_folder is not null)
        {
            var file = Path.GetFullPath(Path.Combine(_folder, path.TrimStart('/')));
            if (file.StartsWith(Path.GetFullPath(_folder), StringComparison.Ordinal) && File.Exists(file))
            {
                context.Response.ContentType = Path.GetExtension(file) switch
                {
                    ".html" => "text/html; charset=utf-8",
                    ".js" => "text/javascript",
                    ".css" => "text/css",
                    ".svg" => "image/svg+xml",
                    _ => "application/octet-stream",
                };
                await context.Response.SendFileAsync(file);
                return;
            }
        }

        context.Response.StatusCode = path == "/favicon.ico" ? 204 : 404;
    }
}
