using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Autonoma.Platform.Data;
using Autonoma.Platform.Sealing;
using Autonoma.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Autonoma.Platform.Webhooks;

/// <summary>What deliveries are sent with: knows which addresses may be called.</summary>
/// <param name="Http">Follows no redirects.</param>
public sealed record WebhookTransport(HttpClient Http);

/// <summary>
/// Sends what is due. A delivery is taken by moving its next attempt ahead before it is sent: two servers never send it at once, and one that dies while it sends
/// leaves it to be sent again. Receivers may therefore get one twice, and know it by its id.
/// </summary>
public sealed partial class WebhookSender(IServiceScopeFactory scopes, WebhookTransport transport, Sealer sealer, TimeProvider time, ILogger<WebhookSender> log) : BackgroundService
{
    private const int AtOnce = 8, LongestError = 1000;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2), Patience = TimeSpan.FromSeconds(15);

    /// <summary>How long after each failed try the next one comes.</summary>
    public static IReadOnlyList<TimeSpan> Pauses { get; } = [TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6)];

    /// <summary>Sends what is due now.</summary>
    /// <returns>How many were tried.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancellationToken)
    {
        var due = await TakeAsync(cancellationToken).ConfigureAwait(false);
        await Parallel.ForEachAsync(due, cancellationToken, async (delivery, stop) => await SendAsync(delivery, stop).ConfigureAwait(false)).ConfigureAwait(false);
        return due.Count;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                while (await SendDueAsync(stoppingToken).ConfigureAwait(false) == AtOnce)
                {
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The database may be away for a while; what is due stays due.
                Failed(log, e);
            }
        }
    }

    private async Task<List<(Guid Id, Guid Organization)>> TakeAsync(CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using var _ = scope.ConfigureAwait(false);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var now = time.GetUtcNow();
        var again = now + Pauses[0] + Patience;
        var taken = await db.Database.SqlQuery<TakenDelivery>($"""
            UPDATE webhook_deliveries SET next_attempt_at = {again}
            WHERE id IN (SELECT id FROM webhook_deliveries WHERE next_attempt_at <= {now} ORDER BY next_attempt_at LIMIT {AtOnce} FOR UPDATE SKIP LOCKED)
            RETURNING id AS "Id", organization_id AS "OrganizationId"
            """).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. taken.Select(row => (row.Id, row.OrganizationId))];
    }

    private async Task SendAsync((Guid Id, Guid Organization) taken, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using var _ = scope.ConfigureAwait(false);
        scope.ServiceProvider.GetRequiredService<Tenant>().Enter(taken.Organization);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var delivery = await db.Set<WebhookDelivery>().FirstOrDefaultAsync(row => row.Id == taken.Id, cancellationToken).ConfigureAwait(false);
        if (delivery is null || delivery.Status != DeliveryStatus.Pending)
            return;
        var webhook = await db.Set<Webhook>().AsNoTracking().SingleAsync(row => row.Id == delivery.WebhookId, cancellationToken).ConfigureAwait(false);
        delivery.Attempts++;
        (delivery.LastStatus, delivery.LastError) = webhook.IsEnabled ? await PostAsync(webhook, delivery, cancellationToken).ConfigureAwait(false) : (null, "The webhook was turned off.");
        if (delivery.LastError is null)
            (delivery.Status, delivery.DeliveredAt, delivery.NextAttemptAt) = (DeliveryStatus.Delivered, time.GetUtcNow(), null);
        else if (delivery.Attempts > Pauses.Count || !webhook.IsEnabled)
            (delivery.Status, delivery.NextAttemptAt) = (DeliveryStatus.Failed, null);
        else
            delivery.NextAttemptAt = time.GetUtcNow() + Pauses[delivery.Attempts - 1];
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<(int? Status, string? Error)> PostAsync(Webhook webhook, WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(delivery.Payload)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        request.Headers.TryAddWithoutValidation("X-Autonoma-Event", delivery.Event);
        request.Headers.TryAddWithoutValidation("X-Autonoma-Delivery", (delivery.ReplayOf ?? delivery.Id).ToString());
        request.Headers.TryAddWithoutValidation("X-Autonoma-Attempt", delivery.Attempts.ToString(CultureInfo.InvariantCulture));
        request.Headers.TryAddWithoutValidation("User-Agent", "Autonoma-Webhooks/1");
        request.Headers.TryAddWithoutValidation(WebhookSignature.Header, WebhookSignature.Of(sealer.Open(webhook.SealedSecret, SealedColumn.WebhookSecrets.Of(webhook.OrganizationId, webhook.Id)), time.GetUtcNow(), delivery.Payload));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var answer = await transport.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token).ConfigureAwait(false);
            // What was answered is not read: it could be anything of a network that only this server reaches.
            return ((int)answer.StatusCode, answer.IsSuccessStatusCode ? null : $"Status {(int)answer.StatusCode}.");
        }
        catch (Exception e) when (e is (HttpRequestException or OperationCanceledException or IOException) && !cancellationToken.IsCancellationRequested)
        {
            var error = e is OperationCanceledException ? $"No answer within {Patience.TotalSeconds:0} seconds." : e.Message;
            return (null, error.Length > LongestError ? error[..LongestError] : error);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Webhooks could not be sent.")]
    private static partial void Failed(ILogger logger, Exception exception);

    private sealed record TakenDelivery(Guid Id, Guid OrganizationId);
}
