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
            // A video is played from where the reader points: without ranges a browser can only play it from its beginning.
            response.Headers["Accept-Ranges"] = "bytes";
            var (start, length) = (0L, file.Length);
            if (context.Request.Headers["Range"] is { } asks)
            {
                if (RangeOf(asks, file.Length) is not { } range)
                {
                    response.StatusCode = 416;
                    response.Headers["Content-Range"] = $"bytes */{file.Length}";
                    return;
                }

                (start, length) = range;
                if (length < file.Length)
                {
                    response.StatusCode = 206;
                    response.Headers["Content-Range"] = $"bytes {start}-{start + length - 1}/{file.Length}";
                }
            }

            response.ContentLength64 = length;
            if (context.Request.HttpMethod == "GET")
                await CopyAsync(file, start, length, response.OutputStream);
        }
        catch (Exception e) when (e is IOException or HttpListenerException or UnauthorizedAccessException or ArgumentException or ObjectDisposedException)
        {
            // The reader went away, or the path is none: the next request is not concerned.
        }
    }

    private static async Task CopyAsync(FileStream file, long start, long length, Stream output)
    {
        file.Position = start;
        var buffer = new byte[81_920];
        while (length > 0 && await file.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, length))) is > 0 and var read)
        {
            await output.WriteAsync(buffer.AsMemory(0, read));
            length -= read;
        }
    }

    /// <summary>
    /// The part of a file that a <c>Range</c> header asks for: <c>bytes=0-99</c>, <c>bytes=100-</c>, <c>bytes=-100</c>. The whole file for what
    /// is not understood or names several parts, which a server may answer so; null when the part lies beyond the end.
    /// </summary>
    internal static (long Start, long Length)? RangeOf(string header, long size)
    {
        var bounds = header.StartsWith("bytes=", StringComparison.OrdinalIgnoreCase) ? header[6..].Split('-') : [];
        if (bounds.Length != 2)
            return (0, size);
        var hasStart = long.TryParse(bounds[0], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var start);
        var hasEnd = long.TryParse(bounds[1], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var end);
        if ((bounds[0].Length > 0) != hasStart || (bounds[1].Length > 0) != hasEnd || !(hasStart || hasEnd) || (hasStart && hasEnd && end < start))
            return (0, size);
        if (!hasStart)
            return end == 0 || size == 0 ? null : (Math.Max(0, size - end), Math.Min(end, size));
        return start >= size ? null : (start, (hasEnd ? Math.Min(end, size - 1) : size - 1) - start + 1);
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
