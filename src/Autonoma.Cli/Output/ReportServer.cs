using System.Net;

namespace Autonoma.Cli.Output;

/// <summary>Serves the files of a report on the loopback interface, reading only.</summary>
internal sealed class ReportServer : IAsyncDisposable
{
    private readonly string _folder;
    private readonly HttpListener _listener;

    private ReportServer(string folder, HttpListener listener, string url)
    {
        _folder = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        _listener = listener;
        Url = url;
    }

    /// <summary>Where it answers.</summary>
    public string Url { get; }

    /// <summary>Starts on a port; 0 for a free one.</summary>
    public static ReportServer Start(string folder, int port)
    {
        if (port == 0)
        {
            using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            port = ((IPEndPoint)probe.LocalEndpoint).Port;
        }

        var url = $"http://127.0.0.1:{port}/";
        var listener = new HttpListener();
        listener.Prefixes.Add(url);
        try
        {
            listener.Start();
        }
        catch (HttpListenerException e)
        {
            throw new Engine.Driving.UserInputException($"Port {port} cannot be used: {e.Message}. Choose another one with --port.", e);
        }

        return new(folder, listener, url);
    }

    /// <summary>Answers until it is stopped.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var stop = cancellationToken.Register(_listener.Stop);
        while (!cancellationToken.IsCancellationRequested)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }

            _ = Task.Run(() => AnswerAsync(context), CancellationToken.None);
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var response = context.Response;
        try
        {
            var asked = Uri.UnescapeDataString(context.Request.Url!.AbsolutePath).TrimStart('/');
            var path = Path.GetFullPath(Path.Combine(_folder, asked.Length == 0 ? "index.html" : asked));
            response.Headers["X-Content-Type-Options"] = "nosniff";
            // Nothing above the report's folder, whatever the path says.
            if (context.Request.HttpMethod is not ("GET" or "HEAD") || !path.StartsWith(_folder, StringComparison.Ordinal) || !File.Exists(path))
            {
                response.StatusCode = 404;
                return;
            }

            await using var file = File.OpenRead(path);
            response.ContentType = TypeOf(path);
            response.ContentLength64 = file.Length;
            if (context.Request.HttpMethod == "GET")
                await file.CopyToAsync(response.OutputStream);
        }
        catch (Exception e) when (e is IOException or HttpListenerException or UnauthorizedAccessException or ArgumentException or ObjectDisposedException)
        {
            // The reader went away, or the path is none: the next request is not concerned.
        }
    }

    private static string TypeOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".html" => "text/html; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".json" or ".jsonl" => "application/json; charset=utf-8",
        ".jpeg" or ".jpg" => "image/jpeg",
        ".png" => "image/png",
        ".svg" => "image/svg+xml",
        ".webm" => "video/webm",
        ".txt" or ".md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };

    public ValueTask DisposeAsync()
    {
        _listener.Close();
        return default;
    }
}
