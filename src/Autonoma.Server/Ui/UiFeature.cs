using Autonoma.Server.Access;
using Autonoma.Server.Hosting;

namespace Autonoma.Server.Ui;

/// <summary>The web UI: its files, and its first page for every address that is one of its pages.</summary>
internal sealed class UiFeature : IServerFeature
{
    /// <summary>Scripts only from files of this server: text of tests and pages can never become one.</summary>
    internal const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' blob:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private const string NotBuilt = """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Autonoma</title></head>
        <body>
        <h1>The server runs; its web UI was not built</h1>
        <p>Building it takes Node.js 20.19 or newer:</p>
        <pre>cd ui
        npm install --no-save
        npm run build</pre>
        <p>Then start the server again, or use <code>./build.sh serve</code>, which does all of it.
        The API is there without it: <a href="/openapi/v1.json">its description</a>.</p>
        </body>
        </html>
        """;

    private static readonly string[] NotPages = ["/v1", "/openapi", "/healthz", "/readyz"];

    public void Add(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(UiFolder.Find(AppContext.BaseDirectory));
        builder.Services.AddSingleton(services => services.GetRequiredService<UiFolder>().Path is { } folder ? UiFile.ReadAll(folder) : new Dictionary<string, UiFile>(StringComparer.Ordinal));
    }

    public void Map(IEndpointRouteBuilder routes)
        => routes.MapFallback("/{**path}", AnswerAsync).Open("The pages hold no data; what they show is asked of the API.").ExcludeFromDescription();

    private static Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        var isRead = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        if (!isRead || NotPages.Any(start => request.Path.StartsWithSegments(start, StringComparison.OrdinalIgnoreCase)))
            return Missing(context);

        var files = context.RequestServices.GetRequiredService<IReadOnlyDictionary<string, UiFile>>();
        var path = request.Path.Value ?? "/";
        if (files.TryGetValue(path, out var file))
            return SendAsync(context, file, path.EndsWith(".html", StringComparison.Ordinal));
        // A file that is gone is gone; everything else is a page, which the first page knows how to show.
        if (path.StartsWith("/assets/", StringComparison.Ordinal))
            return Missing(context);
        if (files.TryGetValue("/index.html", out var first))
            return SendAsync(context, first, isPage: true);
        Harden(context.Response, isPage: true);
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return context.Response.WriteAsync(NotBuilt, context.RequestAborted);
    }

    private static Task Missing(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static async Task SendAsync(HttpContext context, UiFile file, bool isPage)
    {
        var response = context.Response;
        Harden(response, isPage);
        response.Headers.ETag = file.Tag;
        response.Headers.CacheControl = file.IsImmutable ? "public, max-age=31536000, immutable" : "no-cache";
        response.Headers.Vary = "Accept-Encoding";
        if (context.Request.Headers.IfNoneMatch.Contains(file.Tag, StringComparer.Ordinal))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = file.Type;
        var content = file.Content;
        if (file.Compressed is { } compressed && context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
        {
            response.Headers.ContentEncoding = "gzip";
            content = compressed;
        }

        response.ContentLength = content.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.Body.WriteAsync(content, context.RequestAborted);
    }

    private static void Harden(HttpResponse response, bool isPage)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        if (!isPage)
            return;
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers["Referrer-Policy"] = "same-origin";
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        response.Headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        response.Headers.XFrameOptions = "DENY";
    }
}
