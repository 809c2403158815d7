using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Autonoma.Server.Tests.Runs;

/// <summary>Speaks the hub's protocol by hand: JSON messages that end with a record separator, over a web socket.</summary>
internal sealed class HubClient : IAsyncDisposable
{
    private const char End = '\u001e';

    private readonly ClientWebSocket _socket = new();
    private readonly Dictionary<string, Channel<JsonNode?>> _streams = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private int _calls;

    public static async Task<HubClient> ConnectAsync(Browser browser, string? origin = null)
    {
        var client = new HubClient();
        client._socket.Options.Cookies = browser.Cookies;
        if (origin is not null)
            client._socket.Options.SetRequestHeader("Origin", origin);
        await client._socket.ConnectAsync(new UriBuilder(browser.Http.BaseAddress!) { Scheme = "ws", Path = "/v1/live" }.Uri, TestContext.Current.CancellationToken);
        await client.SendAsync("""{"protocol":"json","version":1}""");
        _ = client.ReceiveAsync();
        return client;
    }

    /// <summary>Items of a stream, to its end.</summary>
    public async IAsyncEnumerable<JsonNode> StreamAsync(string method, [EnumeratorCancellation] CancellationToken cancellationToken, params JsonNode[] arguments)
    {
        var id = $"{Interlocked.Increment(ref _calls)}";
        var channel = Channel.CreateUnbounded<JsonNode?>();
        lock (_gate)
            _streams[id] = channel;
        await SendAsync(new JsonObject { ["type"] = 4, ["invocationId"] = id, ["target"] = method, ["arguments"] = new JsonArray([.. arguments]) }.ToJsonString());
        await foreach (var item in channel.Reader.ReadAllAsync(cancellationToken))
            yield return item!;
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        _socket.Dispose();
        await Task.CompletedTask;
    }

    private Task SendAsync(string message) => _socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);

    private async Task ReceiveAsync()
    {
        var text = new StringBuilder();
        var buffer = new byte[64 * 1024];
        var decoder = Encoding.UTF8.GetDecoder();
        var letters = new char[buffer.Length];
        try
        {
            while (_socket.State == WebSocketState.Open)
            {
                var received = await _socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                text.Append(letters, 0, decoder.GetChars(buffer, 0, received.Count, letters, 0));
                for (var all = text.ToString(); all.IndexOf(End, StringComparison.Ordinal) is >= 0 and var end; all = text.ToString())
                {
                    Handle(all[..end]);
                    text.Remove(0, end + 1);
                }
            }
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            lock (_gate)
            {
                foreach (var stream in _streams.Values)
                    stream.Writer.TryComplete(e);
            }
        }
    }

    private void Handle(string message)
    {
        var node = JsonNode.Parse(message)!;
        if (node["invocationId"]?.GetValue<string>() is not { } id)
            return;
        Channel<JsonNode?> stream;
        lock (_gate)
            stream = _streams[id];
        if (node["type"]!.GetValue<int>() == 2)
            stream.Writer.TryWrite(node["item"]?.DeepClone());
        else if (node["error"]?.GetValue<string>() is { } error)
            stream.Writer.TryComplete(new InvalidOperationException(error));
        else
            stream.Writer.TryComplete();
    }
}
