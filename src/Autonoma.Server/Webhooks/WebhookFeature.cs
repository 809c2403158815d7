using Autonoma.Platform.Access;
using Autonoma.Platform.Audit;
using Autonoma.Platform.Data;
using Autonoma.Platform.Refusals;
using Autonoma.Platform.Sealing;
using Autonoma.Platform.Webhooks;
using Autonoma.Platform.Work;
using Autonoma.Server.Access;
using Autonoma.Server.Answers;
using Autonoma.Server.Hosting;
using Autonoma.Server.Networks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Autonoma.Server.Webhooks;

/// <param name="Url">Where.</param>
/// <param name="Description">What for.</param>
/// <param name="Events">What it is told; empty for everything.</param>
/// <param name="IsEnabled">Whether it is told anything.</param>
internal sealed record WebhookRequest(string? Url, string? Description, IReadOnlyList<string>? Events, bool? IsEnabled);

internal sealed record WebhookItem(Guid Id, string Url, string Description, IReadOnlyList<string> Events, bool IsEnabled, int Version, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

/// <param name="Webhook">The webhook.</param>
/// <param name="Secret">Signs deliveries; shown once.</param>
internal sealed record WebhookMade(WebhookItem Webhook, string Secret);

internal sealed record WebhookEventNames(IReadOnlyList<string> Events);

internal sealed record DeliveryItem(Guid Id, Guid WebhookId, string Event, DeliveryStatus Status, int Attempts, int? LastStatus, string? LastError, DateTimeOffset CreatedAt, DateTimeOffset? NextAttemptAt, DateTimeOffset? DeliveredAt, Guid? ReplayOf, string Payload);

/// <summary>Addresses that are told what happens.</summary>
internal sealed class WebhookFeature : IServerFeature
{
    public void Add(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services => new WebhookTransport(new HttpClient(services.GetRequiredService<AddressGuard>().CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan }));
        builder.Services.AddSingleton<ISuiteRunEnded, SuiteRunWebhooks>();
        builder.Services.AddSingleton<WebhookSender>();
        builder.Services.AddHostedService(services => services.GetRequiredService<WebhookSender>());
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/webhooks").WithTags("webhooks");
        group.MapGet("", ListAsync).Needs(Permission.Administer).WithSummary("All webhooks.");
        group.MapGet("events", () => new WebhookEventNames(WebhookEvents.All)).Needs(Permission.Administer).WithSummary("What a webhook can be told.");
        group.MapPost("", CreateAsync).Needs(Permission.Administer).WithSummary("Adds a webhook; the secret that signs its deliveries is shown once.");
        group.MapGet("{webhookId:guid}", GetAsync).Needs(Permission.Administer).WithSummary("One webhook.");
        group.MapPatch("{webhookId:guid}", ChangeAsync).Needs(Permission.Administer).WithSummary("Changes a webhook.");
        group.MapDelete("{webhookId:guid}", RemoveAsync).Needs(Permission.Administer).WithSummary("Removes a webhook with its deliveries.");
        group.MapPost("{webhookId:guid}/secret", RotateAsync).Needs(Permission.Administer).WithSummary("Makes a new secret; the old one signs nothing from now on.");
        group.MapPost("{webhookId:guid}/ping", PingAsync).Needs(Permission.Administer).WithSummary("Sends a delivery to try it.");
        group.MapGet("{webhookId:guid}/deliveries", DeliveriesAsync).Needs(Permission.Administer).WithSummary("What it was told, newest first.");
        group.MapPost("{webhookId:guid}/deliveries/{deliveryId:guid}/replay", ReplayAsync).Needs(Permission.Administer).WithSummary("Sends a delivery again.");
    }

    private static async Task<IReadOnlyList<WebhookItem>> ListAsync(PlatformDbContext db, CancellationToken cancellationToken)
        => [.. (await db.Set<Webhook>().AsNoTracking().OrderBy(webhook => webhook.Id).ToListAsync(cancellationToken)).Select(Item)];

    private static async Task<Created<WebhookMade>> CreateAsync(WebhookRequest request, HttpResponse response, PlatformDbContext db, Sealer sealer, AuditLog audit, AddressGuard addresses, CancellationToken cancellationToken)
    {
        var (url, description, events) = Check(request, addresses, isNew: true);
        var secret = SecretTokens.New("whsec_");
        var webhook = new Webhook { Url = url!, Description = description ?? "", Events = events ?? [], IsEnabled = request.IsEnabled ?? true, SealedSecret = [], OrganizationId = db.OrganizationId };
        webhook.SealedSecret = Seal(sealer, webhook, secret);
        db.Add(webhook);
        audit.Note("webhook.create", webhook.Url, webhook.Id, new { webhook.Events });
        await db.SaveChangesAsync(cancellationToken);
        response.Tell(webhook.Version);
        return TypedResults.Created($"/v1/webhooks/{webhook.Id}", new WebhookMade(Item(webhook), secret));
    }

    private static async Task<WebhookItem> GetAsync(Guid webhookId, HttpResponse response, PlatformDbContext db, CancellationToken cancellationToken)
    {
        var webhook = await FindAsync(db, webhookId, cancellationToken);
        response.Tell(webhook.Version);
        return Item(webhook);
    }

    private static async Task<WebhookItem> ChangeAsync(Guid webhookId, WebhookRequest request, HttpContext context, PlatformDbContext db, AuditLog audit, AddressGuard addresses, CancellationToken cancellationToken)
    {
        var webhook = await FindAsync(db, webhookId, cancellationToken);
        context.Request.Expect(webhook);
        var (url, description, events) = Check(request, addresses, isNew: false);
        webhook.Url = url ?? webhook.Url;
        webhook.Description = request.Description is null ? webhook.Description : description ?? "";
        webhook.Events = events ?? webhook.Events;
        webhook.IsEnabled = request.IsEnabled ?? webhook.IsEnabled;
        audit.Note("webhook.change", webhook.Url, webhook.Id, new { webhook.Events, webhook.IsEnabled });
        await db.SaveChangesAsync(cancellationToken);
        context.Response.Tell(webhook.Version);
        return Item(webhook);
    }

    private static async Task<NoContent> RemoveAsync(Guid webhookId, PlatformDbContext db, AuditLog audit, CancellationToken cancellationToken)
    {
        var webhook = await FindAsync(db, webhookId, cancellationToken);
        audit.Note("webhook.delete", webhook.Url, webhook.Id);
        db.Remove(webhook);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<WebhookMade> RotateAsync(Guid webhookId, PlatformDbContext db, Sealer sealer, AuditLog audit, CancellationToken cancellationToken)
    {
        var webhook = await FindAsync(db, webhookId, cancellationToken);
        var secret = SecretTokens.New("whsec_");
        webhook.SealedSecret = Seal(sealer, webhook, secret);
        audit.Note("webhook.secret", webhook.Url, webhook.Id);
        await db.SaveChangesAsync(cancellationToken);
        return new(Item(webhook), secret);
    }

    private static async Task<Accepted<DeliveryItem>> PingAsync(Guid webhookId, PlatformDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        var webhook = await FindAsync(db, webhookId, cancellationToken);
        var delivery = WebhookQueue.Delivery(webhook.Id, WebhookEvents.Ping, new { webhookId = webhook.Id }, time.GetUtcNow());
        db.Add(delivery);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Accepted((string?)null, Item(delivery));
    }

    private static async Task<Page<DeliveryItem>> DeliveriesAsync(Guid webhookId, PlatformDbContext db, CancellationToken cancellationToken, string? status = null, int? limit = null, string? cursor = null)
    {
        await FindAsync(db, webhookId, cancellationToken);
        var wanted = status is null ? (DeliveryStatus?)null : Enum.TryParse<DeliveryStatus>(status, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : throw Refused.Invalid("list.status", "status", "One of pending, delivered, failed.");
        var (count, before) = (Cursor.Limit(limit), Cursor.Id(cursor));
        var rows = await db.Set<WebhookDelivery>().AsNoTracking().Where(row => row.WebhookId == webhookId && (wanted == null || row.Status == wanted) && (before == null || row.Id.CompareTo(before.Value) < 0)).OrderByDescending(row => row.Id).Take(count + 1).ToListAsync(cancellationToken);
        return Cursor.Of(rows, count, Item);
    }

    private static async Task<Accepted<DeliveryItem>> ReplayAsync(Guid webhookId, Guid deliveryId, PlatformDbContext db, AuditLog audit, TimeProvider time, CancellationToken cancellationToken)
    {
        var webhook = await FindAsync(db, webhookId, cancellationToken);
        var delivery = await db.Set<WebhookDelivery>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == deliveryId && row.WebhookId == webhookId, cancellationToken) ?? throw Refused.NotFound("delivery");
        var again = new WebhookDelivery { WebhookId = webhookId, Event = delivery.Event, Payload = delivery.Payload, NextAttemptAt = time.GetUtcNow(), ReplayOf = delivery.ReplayOf ?? delivery.Id };
        db.Add(again);
        audit.Note("webhook.replay", webhook.Url, webhook.Id, new { delivery = again.ReplayOf });
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Accepted((string?)null, Item(again));
    }

    private static (string? Url, string? Description, string[]? Events) Check(WebhookRequest request, AddressGuard addresses, bool isNew)
    {
        var fields = new Fields("webhook.invalid");
        var url = fields.Url(request.Url, "url");
        fields.Check(url is not null || (!isNew && request.Url is null), "url", "is needed");
        addresses.Check(fields, url, "url");
        var description = fields.Optional(request.Description, "description", 500);
        foreach (var unknown in (request.Events ?? []).Except(WebhookEvents.All, StringComparer.Ordinal))
            fields.Wrong("events", $"knows no '{unknown}': {string.Join(", ", WebhookEvents.All)}");
        fields.ThrowIfWrong();
        return (url, description, request.Events?.Distinct(StringComparer.Ordinal).ToArray());
    }

    private static byte[] Seal(Sealer sealer, Webhook webhook, string secret) => sealer.Seal(secret, SealedColumn.WebhookSecrets.Of(webhook.OrganizationId, webhook.Id));

    private static async Task<Webhook> FindAsync(PlatformDbContext db, Guid id, CancellationToken cancellationToken)
        => await db.Set<Webhook>().FirstOrDefaultAsync(webhook => webhook.Id == id, cancellationToken) ?? throw Refused.NotFound("webhook");

    private static WebhookItem Item(Webhook webhook) => new(webhook.Id, webhook.Url, webhook.Description, webhook.Events, webhook.IsEnabled, webhook.Version, webhook.CreatedAt, webhook.UpdatedAt);

    private static DeliveryItem Item(WebhookDelivery delivery) => new(delivery.Id, delivery.WebhookId, delivery.Event, delivery.Status, delivery.Attempts, delivery.LastStatus, delivery.LastError, delivery.CreatedAt, delivery.NextAttemptAt, delivery.DeliveredAt, delivery.ReplayOf, delivery.Payload);
}
