using System.Net;
using System.Net.Mail;
using System.Threading.Channels;
using Autonoma.Server.Configuration;
using Polly;
using Polly.Retry;

namespace Autonoma.Server.Mail;

/// <summary>Sends mail where a server for it was named. Who asks does not wait: how long it takes must not tell whether there is such an account.</summary>
internal sealed partial class Mailer : BackgroundService
{
    // One that is tried again must not keep the others.
    private const int MostWaiting = 1000, AtOnce = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Channel<Letter> _waiting = Channel.CreateBounded<Letter>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly MailSettings? _settings;
    private readonly ILogger<Mailer> _log;
    private readonly ResiliencePipeline _retries;

    public Mailer(ServerSettings settings, TimeProvider time, ILogger<Mailer> log)
    {
        (_settings, _log) = (settings.Mail, log);
        _retries = new ResiliencePipelineBuilder { TimeProvider = time }.AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = 5,
            Delay = TimeSpan.FromSeconds(2),
            MaxDelay = TimeSpan.FromMinutes(2),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = new PredicateBuilder().Handle<Exception>(MayWorkLater),
        }).Build();
    }

    /// <summary>Whether there is a server to send with.</summary>
    public bool IsOn => _settings is not null;

    /// <summary>Sends a text, soon. The address and the subject may be written by anybody: they become one line each.</summary>
    /// <returns>Whether it will be tried.</returns>
    public bool Send(string to, string subject, string text) => IsOn && MailAddress.TryCreate(to, out _) && _waiting.Writer.TryWrite(new(to, OneLine(subject), text));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_settings is { } mail)
            await Parallel.ForEachAsync(_waiting.Reader.ReadAllAsync(stoppingToken), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken }, (letter, token) => new(SendAsync(mail, letter, token)));
    }

    private async Task SendAsync(MailSettings mail, Letter letter, CancellationToken cancellationToken)
    {
        try
        {
            await _retries.ExecuteAsync(async token => await TryAsync(mail, letter, token), cancellationToken);
        }
        catch (Exception e) when (e is SmtpException or IOException or TimeoutException)
        {
            // The text holds a link that lets one in, and the address is somebody's: neither is written down.
            NotSent(_log, mail.ToString(), e.Message);
        }
    }

    private static async Task TryAsync(MailSettings mail, Letter letter, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient(mail.Host, mail.Port) { EnableSsl = !mail.IsPlain, DeliveryMethod = SmtpDeliveryMethod.Network };
        if (mail.User is { } user)
            client.Credentials = new NetworkCredential(user, mail.Password);
        using var message = new MailMessage(mail.From, new MailAddress(letter.To)) { Subject = letter.Subject, Body = letter.Text };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await client.SendMailAsync(message, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"No answer within {Patience.TotalSeconds:0} seconds.");
        }
    }

    // What a server refuses for good (5xx: no such mailbox) it refuses the next time too.
    private static bool MayWorkLater(Exception e) => e is IOException or TimeoutException || (e is SmtpException refused && (int)refused.StatusCode < 500);

    private static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));

    [LoggerMessage(Level = LogLevel.Error, Message = "A mail could not be sent by {Server}: {Reason}")]
    private static partial void NotSent(ILogger logger, string server, string reason);

    private sealed record Letter(string To, string Subject, string Text);
}
