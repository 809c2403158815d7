using System.Net;
using System.Net.Mail;
using System.Threading.Channels;
using Autonoma.Server.Configuration;

namespace Autonoma.Server.Mail;

/// <summary>Sends mail where a server for it was named. Who asks does not wait: how long it takes must not tell whether there is such an account.</summary>
internal sealed partial class Mailer(ServerSettings settings, ILogger<Mailer> log) : BackgroundService
{
    private const int MostWaiting = 1000, Tries = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Channel<(string To, string Subject, string Text)> _waiting = Channel.CreateBounded<(string, string, string)>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Whether there is a server to send with.</summary>
    public bool IsOn => settings.Mail is not null;

    /// <summary>Sends a text, soon. The address and the subject may be written by anybody: they become one line each.</summary>
    /// <returns>Whether it will be tried.</returns>
    public bool Send(string to, string subject, string text) => IsOn && MailAddress.TryCreate(to, out _) && _waiting.Writer.TryWrite((to, OneLine(subject), text));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Mail is not { } mail)
            return;
        await foreach (var (to, subject, text) in _waiting.Reader.ReadAllAsync(stoppingToken))
            await SendAsync(mail, to, subject, text, stoppingToken);
    }

    private async Task SendAsync(MailSettings mail, string to, string subject, string text, CancellationToken cancellationToken)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                using var client = new SmtpClient(mail.Host, mail.Port) { EnableSsl = !mail.IsPlain, DeliveryMethod = SmtpDeliveryMethod.Network };
                if (mail.User is { } user)
                    client.Credentials = new NetworkCredential(user, mail.Password);
                using var message = new MailMessage(mail.From, new MailAddress(to)) { Subject = subject, Body = text };
                using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                patience.CancelAfter(Patience);
                await client.SendMailAsync(message, patience.Token);
                return;
            }
            catch (Exception e) when (e is SmtpException or OperationCanceledException or IOException && !cancellationToken.IsCancellationRequested)
            {
                if (tried < Tries)
                    continue;
                // The text holds a link that lets one in, and the address is somebody's: neither is written down.
                NotSent(log, mail.ToString(), e.Message);
                return;
            }
        }
    }

    private static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));

    [LoggerMessage(Level = LogLevel.Error, Message = "A mail could not be sent by {Server}: {Reason}")]
    private static partial void NotSent(ILogger logger, string server, string reason);
}
