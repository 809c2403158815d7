using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace Autonoma.Server.Tests.Mail;

/// <summary>Takes mail as RFC 5321 says, and keeps it.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<(string From, List<string> To, string Data)> _mails = Channel.CreateUnbounded<(string, List<string>, string)>();
    private readonly Task _accepting;

    public SmtpServer()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Url => $"smtp://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>What it answers to who names a recipient, in turn; then it takes everything.</summary>
    public Queue<string> Refusals { get; } = [];

    /// <summary>How often somebody named a recipient.</summary>
    public int Tries { get; private set; }

    public ValueTask<(string From, List<string> To, string Data)> NextAsync(CancellationToken cancellationToken) => _mails.Reader.ReadAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
            _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { AutoFlush = true, NewLine = "\r\n" };
        await writer.WriteLineAsync("220 mail.test ready");
        var (from, to) = ("", new List<string>());
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            switch (line.Split(' ')[0].ToUpperInvariant())
            {
                case "EHLO" or "HELO":
                    await writer.WriteLineAsync("250 mail.test");
                    break;
                case "MAIL":
                    from = line["MAIL FROM:".Length..];
                    await writer.WriteLineAsync("250 ok");
                    break;
                case "RCPT":
                    to.Add(line["RCPT TO:".Length..].Trim('<', '>'));
                    Tries++;
                    await writer.WriteLineAsync(Refusals.TryDequeue(out var refusal) ? refusal : "250 ok");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    var data = new StringBuilder();
                    while (await reader.ReadLineAsync(_stop.Token) is { } text && text != ".")
                        data.Append(text).Append("\r\n");
                    _mails.Writer.TryWrite((from, to, data.ToString()));
                    (from, to) = ("", []);
                    await writer.WriteLineAsync("250 taken");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 ok");
                    break;
            }
        }
    }
}
