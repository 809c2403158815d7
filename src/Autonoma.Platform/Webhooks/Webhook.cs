using Autonoma.Platform.Data;
using Autonoma.Platform.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autonoma.Platform.Webhooks;

/// <summary>An address that is told what happens.</summary>
public sealed class Webhook : OwnedEntity, IVersioned
{
    /// <summary>Where.</summary>
    public required string Url { get; set; }

    /// <summary>What for, in words.</summary>
    public string Description { get; set; } = "";

    /// <summary>What it is told, of <see cref="WebhookEvents"/>; empty for everything.</summary>
    public string[] Events { get; set; } = [];

    /// <summary>What deliveries are signed with, sealed for this row.</summary>
    public required byte[] SealedSecret { get; set; }

    /// <summary>Whether it is told anything.</summary>
    public bool IsEnabled { get; set; } = true;

    /// <inheritdoc/>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>How a delivery stands.</summary>
public enum DeliveryStatus
{
    /// <summary>Will be tried, again or for the first time.</summary>
    Pending,

    /// <summary>Was taken.</summary>
    Delivered,

    /// <summary>Was tried as often as it is tried.</summary>
    Failed,
}

/// <summary>One thing that one webhook is told.</summary>
public sealed class WebhookDelivery : OwnedEntity
{
    /// <summary>Whom.</summary>
    public required Guid WebhookId { get; init; }

    /// <summary>What happened: <c>suite_run.finished</c>.</summary>
    public required string Event { get; init; }

    /// <summary>The body, as it is sent every time.</summary>
    public required string Payload { get; init; }

    /// <summary>How it stands.</summary>
    public DeliveryStatus Status { get; set; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>When it is tried next; null when never.</summary>
    public DateTimeOffset? NextAttemptAt { get; set; }

    /// <summary>HTTP status of the last answer; null when there was none.</summary>
    public int? LastStatus { get; set; }

    /// <summary>Why the last try failed.</summary>
    public string? LastError { get; set; }

    /// <summary>When it was taken.</summary>
    public DateTimeOffset? DeliveredAt { get; set; }

    /// <summary>The delivery that this one repeats; null for a first one.</summary>
    public Guid? ReplayOf { get; init; }
}

/// <summary>What can happen.</summary>
public static class WebhookEvents
{
    /// <summary>Somebody tries whether it works.</summary>
    public const string Ping = "ping";

    /// <summary>A suite run has ended.</summary>
    public const string SuiteRunFinished = "suite_run.finished";

    /// <summary>A setup has ended.</summary>
    public const string SetupFinished = "setup.finished";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Ping, SuiteRunFinished, SetupFinished];
}

internal sealed class WebhookConfiguration : IEntityTypeConfiguration<Webhook>
{
    public void Configure(EntityTypeBuilder<Webhook> builder)
    {
        builder.ToTable("webhooks");
        builder.Property(webhook => webhook.Url).HasMaxLength(2000);
        builder.Property(webhook => webhook.Description).HasMaxLength(500);
        builder.HasOne<Organization>().WithMany().HasForeignKey(webhook => webhook.OrganizationId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class WebhookDeliveryConfiguration : IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<WebhookDelivery> builder)
    {
        builder.ToTable("webhook_deliveries");
        builder.Property(delivery => delivery.Event).HasMaxLength(80);
        builder.Property(delivery => delivery.LastError).HasMaxLength(1000);
        builder.HasOne<Webhook>().WithMany().HasForeignKey(delivery => delivery.WebhookId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(delivery => new { delivery.WebhookId, delivery.Id });
        builder.HasIndex(delivery => delivery.NextAttemptAt).HasFilter("next_attempt_at IS NOT NULL");
    }
}
