using System.Text.Json;
using System.Text.Json.Nodes;
using Autonoma.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Autonoma.Platform.Webhooks;

/// <summary>Writes down what webhooks are to be told, in the transaction of what happened.</summary>
public static class WebhookQueue
{
    private static readonly JsonSerializerOptions Json = JsonSerializerOptions.Web;

    /// <summary>Writes it down for all webhooks of the organization that want it. The caller saves.</summary>
    /// <param name="db">Of the organization.</param>
    /// <param name="what">One of <see cref="WebhookEvents"/>.</param>
    /// <param name="data">What happened.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task EnqueueAsync(PlatformDbContext db, string what, object data, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var webhooks = await db.Set<Webhook>().Where(webhook => webhook.IsEnabled && (webhook.Events.Length == 0 || webhook.Events.Contains(what))).Select(webhook => webhook.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var webhook in webhooks)
            db.Add(Delivery(webhook, what, data, now));
    }

    /// <summary>The same in a transaction of one's own, for background work.</summary>
    public static async Task EnqueueAsync(NpgsqlConnection connection, Guid organization, string what, object data, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var find = new NpgsqlCommand("SELECT id FROM webhooks WHERE organization_id = $1 AND is_enabled AND (cardinality(events) = 0 OR $2 = ANY (events))", connection) { Parameters = { new() { Value = organization }, new() { Value = what } } };
        var webhooks = new List<Guid>();
        await using (find.ConfigureAwait(false))
        {
            var reader = await find.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using var _ = reader.ConfigureAwait(false);
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                webhooks.Add(reader.GetGuid(0));
        }

        foreach (var webhook in webhooks)
        {
            var delivery = Delivery(webhook, what, data, now);
            var add = new NpgsqlCommand("INSERT INTO webhook_deliveries (id, organization_id, webhook_id, event, payload, status, attempts, next_attempt_at, created_at) VALUES ($1, $2, $3, $4, $5, 'Pending', 0, $6, $6)", connection)
            {
                Parameters = { new() { Value = delivery.Id }, new() { Value = organization }, new() { Value = webhook }, new() { Value = what }, new() { Value = delivery.Payload }, new() { Value = now } },
            };
            await using (add.ConfigureAwait(false))
                await add.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>One thing for one webhook, to be sent at once.</summary>
    public static WebhookDelivery Delivery(Guid webhook, string what, object data, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7();
        var body = new JsonObject { ["id"] = id.ToString(), ["event"] = what, ["createdAt"] = now.ToString("O", System.Globalization.CultureInfo.InvariantCulture), ["data"] = JsonSerializer.SerializeToNode(data, Json) };
        return new() { Id = id, WebhookId = webhook, Event = what, Payload = body.ToJsonString(Json), NextAttemptAt = now };
    }
}
