using System.Net.WebSockets;
using System.Text;

namespace Autonoma.Load;

/// <summary>One who watches a run: its events and its pictures, over the hub's own protocol. Looks at what comes no closer than to count it, as its work is not what is measured.</summary>
internal sealed class Viewer : IAsyncDisposable
{
    private const byte End = 0x1e;

    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _stop = new();
    private Task _receiving = Task.CompletedTask;
    private Task _pinging = Task.CompletedTask;

    public long Bytes { get; private set; }

    public int Pictures { get; private set; }

    public int Events { get; private set; }

    /// <summary>Whether it has seen how the run ended.</summary>
    public bool SawTheEnd { get; private set; }

    public static async Task<Viewer> WatchAsync(LoadServer server, Guid run)
    {
        var viewer = new Viewer();
        viewer._socket.Options.SetRequestHeader("Authorization", $"Bearer {server.Key}");
        await viewer._socket.ConnectAsync(new UriBuilder(server.Url) { Scheme = "ws", Path = "/v1/live" }.Uri, CancellationToken.None);
        await viewer.SendAsync("""{"protocol":"json","version":1}""");
        await viewer.SendAsync($$"""{"type":4,"invocationId":"1","target":"WatchRun","arguments":["{{run}}",0]}""");
        await viewer.SendAsync($$"""{"type":4,"invocationId":"2","target":"WatchFrames","arguments":["{{run}}"]}""");
        viewer._receiving = viewer.ReceiveAsync();
        viewer._pinging = viewer.PingAsync();
        return viewer;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _socket.Abort();
        await Task.WhenAll(_receiving, _pinging).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Dispose();
        _stop.Dispose();
    }

    private Task SendAsync(string message) => _socket.SendAsync(Encoding.UTF8.GetBytes(message + (char)End), WebSocketMessageType.Text, endOfMessage: true, _stop.Token);

    // A client that says nothing for half a minute is taken for gone.
    private async Task PingAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(10));
        while (await timer.WaitForNextTickAsync(_stop.Token))
            await SendAsync("""{"type":6}""");
    }

    private async Task ReceiveAsync()
    {
        var buffer = new byte[128 * 1024];
        var length = 0;
        while (_socket.State == WebSocketState.Open)
        {
            if (length == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
            var received = await _socket.ReceiveAsync(buffer.AsMemory(length), _stop.Token);
            Bytes += received.Count;
            length += received.Count;
            var start = 0;
            while (buffer.AsSpan(start, length - start).IndexOf(End) is >= 0 and var end)
            {
                Count(buffer.AsSpan(start, end));
                start += end + 1;
            }

            buffer.AsSpan(start, length - start).CopyTo(buffer);
            length -= start;
        }
    }

    private void Count(ReadOnlySpan<byte> message)
    {
        if (message.StartsWith("{\"type\":2,\"invocationId\":\"2\""u8))
            Pictures++;
        else if (message.StartsWith("{\"type\":2,\"invocationId\":\"1\""u8))
        {
            Events++;
            SawTheEnd |= message.IndexOf("\"final\":true"u8) >= 0;
        }
    }
}
