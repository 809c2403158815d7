using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Autonoma.Engine.Web.Driving;

namespace Autonoma.Engine.Web.Boundary;

/// <summary>
/// The way out of a session: a forward proxy on loopback that lets through what is allowed and nothing else. Unlike a hook in the browser it
/// sees everything: redirects, WebSockets, workers, beacons, prefetches, popups; names are resolved here and not by the browser.
/// </summary>
internal sealed class BoundaryProxy : IAsyncDisposable
{
    /// <summary>Marks the answer to a request that was not let through.</summary>
    public const string BlockedHeader = "X-Autonoma-Blocked";

    private const string OutsideHosts = "outside the allowed hosts";

    private const int LongestHead = 64 * 1024;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly HostRules? _rules;
    private readonly WebSessionOptions _options;
    private readonly AppLog _log;
    private readonly Task _accepting;

    private BoundaryProxy(HostRules? rules, WebSessionOptions options, AppLog log)
    {
        _rules = rules;
        _options = options;
        _log = log;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Address for the browser.</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>Starts one if the options need it: hosts or addresses are limited, or headers must reach one origin only.</summary>
    public static BoundaryProxy? StartIfNeeded(HostRules? rules, WebSessionOptions options, AppLog log)
        => rules is null && options.AllowsAddress is null && options.Headers.Count == 0 ? null : new(rules, options, log);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        _listener.Stop();
        try
        {
            await _accepting.ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopped.
        }

        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_stop.Token).ConfigureAwait(false);
            _ = ServeAsync(client, _stop.Token);
        }
    }

    private async Task ServeAsync(TcpClient client, CancellationToken cancellationToken)
    {
        using var _ = client;
        client.NoDelay = true;
        try
        {
            var stream = client.GetStream();
            var (head, rest) = await ReadHeadAsync(stream, cancellationToken).ConfigureAwait(false);
            if (head is null)
                return;
            var lines = head.Split("\r\n");
            var words = lines[0].Split(' ');
            if (words.Length < 3)
                return;
            if (words[0] == "CONNECT")
                await TunnelAsync(stream, words[1], cancellationToken).ConfigureAwait(false);
            else
                await ForwardAsync(stream, words, lines, rest, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // One side hung up.
        }
    }

    private async Task TunnelAsync(NetworkStream browser, string authority, CancellationToken cancellationToken)
    {
        if (_rules is not null && !_rules.Allows("https://" + authority))
        {
            Blocked("CONNECT", authority);
            await RefuseAsync(browser, authority, OutsideHosts, cancellationToken).ConfigureAwait(false);
            return;
        }

        var colon = authority.LastIndexOf(':');
        var (host, port) = (authority[..colon].Trim('[', ']'), int.Parse(authority[(colon + 1)..], CultureInfo.InvariantCulture));
        using var server = await ConnectAsync(browser, host, port, cancellationToken).ConfigureAwait(false);
        if (server is null)
            return;
        await browser.WriteAsync("HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
        await JoinAsync(browser, server.GetStream(), cancellationToken).ConfigureAwait(false);
    }

    // One request per connection: the browser opens another, and no body has to be understood.
    private async Task ForwardAsync(NetworkStream browser, string[] words, string[] lines, ReadOnlyMemory<byte> rest, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(words[1], UriKind.Absolute, out var url))
            return;
        if (_rules is not null && !_rules.Allows(words[1]))
        {
            Blocked(words[0], words[1]);
            await RefuseAsync(browser, url.Authority, OutsideHosts, cancellationToken).ConfigureAwait(false);
            return;
        }

        var head = new StringBuilder().Append(words[0]).Append(' ').Append(url.PathAndQuery).Append(" HTTP/1.1\r\n");
        var own = IsApp(url) ? _options.Headers : new Dictionary<string, string>();
        foreach (var line in lines.Skip(1))
        {
            var name = line.Split(':')[0];
            if (line.Length == 0 || name.Equals("Proxy-Connection", StringComparison.OrdinalIgnoreCase) || name.Equals("Connection", StringComparison.OrdinalIgnoreCase)
                || own.Keys.Any(key => key.Equals(name, StringComparison.OrdinalIgnoreCase)))
                continue;
            head.Append(line).Append("\r\n");
        }

        foreach (var (name, value) in own)
            head.Append(name).Append(": ").Append(value.ReplaceLineEndings(" ")).Append("\r\n");
        head.Append("Connection: close\r\n\r\n");
        using var server = await ConnectAsync(browser, url.Host.Trim('[', ']'), url.Port, cancellationToken).ConfigureAwait(false);
        if (server is null)
            return;
        var upstream = server.GetStream();
        await upstream.WriteAsync(Encoding.Latin1.GetBytes(head.ToString()), cancellationToken).ConfigureAwait(false);
        if (!rest.IsEmpty)
            await upstream.WriteAsync(rest, cancellationToken).ConfigureAwait(false);
        await JoinAsync(browser, upstream, cancellationToken).ConfigureAwait(false);
    }

    // A server that is not there is told in words: an answer without a body would become a browser error that names no cause.
    private async Task<TcpClient?> ConnectAsync(NetworkStream browser, string host, int port, CancellationToken cancellationToken)
    {
        var server = new TcpClient { NoDelay = true };
        try
        {
            if (_options.AllowsAddress is not { } allows)
                await server.ConnectAsync(host, port, cancellationToken).ConfigureAwait(false);
            else
            {
                // Looked up once, and connected to what was looked at: a name that means something else a moment later changes nothing.
                var addresses = await Dns.GetHostAddressesAsync(host, cancellationToken).ConfigureAwait(false);
                var allowed = addresses.Where(allows).ToArray();
                if (allowed.Length == 0)
                {
                    server.Dispose();
                    _log.Add("blocked", "warning", $"{host} is in a network that pages may not reach");
                    await RefuseAsync(browser, host, "in a network that pages may not reach", cancellationToken).ConfigureAwait(false);
                    return null;
                }

                await server.ConnectAsync(allowed, port, cancellationToken).ConfigureAwait(false);
            }

            return server;
        }
        catch (SocketException e)
        {
            server.Dispose();
            var status = e.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain ? "host name not known" : "connection refused";
            var body = $"{host}:{port} could not be reached: {status}.";
            await browser.WriteAsync(Encoding.UTF8.GetBytes($"HTTP/1.1 502 Bad Gateway\r\n{BlockedHeader}: {status}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}"), cancellationToken).ConfigureAwait(false);
            return null;
        }
    }

    private static async Task JoinAsync(NetworkStream browser, NetworkStream server, CancellationToken cancellationToken)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var up = browser.CopyToAsync(server, done.Token);
        var down = server.CopyToAsync(browser, done.Token);
        // When the server is done, the answer is whole; when the browser is, nobody waits for one.
        await Task.WhenAny(up, down).ConfigureAwait(false);
        if (!down.IsCompleted && up.IsCompletedSuccessfully)
            server.Socket.Shutdown(SocketShutdown.Send);
        else
            await done.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(Quiet(up), Quiet(down)).ConfigureAwait(false);

        static async Task Quiet(Task task)
        {
            try
            {
                await task.ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // One side hung up.
            }
        }
    }

    private static async Task RefuseAsync(NetworkStream browser, string host, string why, CancellationToken cancellationToken)
    {
        var body = Encoding.UTF8.GetBytes($"{host} is {why}.");
        var head = $"HTTP/1.1 403 Forbidden\r\n{BlockedHeader}: {why}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n";
        await browser.WriteAsync(Encoding.ASCII.GetBytes(head), cancellationToken).ConfigureAwait(false);
        await browser.WriteAsync(body, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<(string? Head, ReadOnlyMemory<byte> Body)> ReadHeadAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[LongestHead];
        var length = 0;
        while (length < buffer.Length)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (read == 0)
                return (null, default);
            length += read;
            var end = buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8);
            if (end >= 0)
                return (Encoding.Latin1.GetString(buffer, 0, end), buffer.AsMemory(end + 4, length - end - 4));
        }

        return (null, default);
    }

    private bool IsApp(Uri url) => _options.AppUrl is { } app && Uri.Compare(url, app, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;

    private void Blocked(string method, string target) => _log.Add("blocked", "warning", $"{method} {Messages.Safe(target)} is outside the allowed hosts");
}
