using Autonoma.Platform.Data;
using Autonoma.Platform.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autonoma.Platform.Audit;

/// <summary>Who did what, and when. Never changed, and never holds a secret.</summary>
public sealed class AuditEntry : OwnedEntity
{
    /// <summary>The person; null when a key or the server itself did it.</summary>
    public Guid? UserId { get; init; }

    /// <summary>The key; null when a person did it.</summary>
    public Guid? ApiKeyId { get; init; }

    /// <summary>Who, as they were called then.</summary>
    public required string Actor { get; init; }

    /// <summary>What: <c>application.create</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Id of what it was done to.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>What it was done to, as it was called then.</summary>
    public required string Subject { get; init; }

    /// <summary>More, as JSON.</summary>
    public string? Details { get; init; }

    /// <summary>From where.</summary>
    public string? Address { get; init; }
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit_log");
        builder.Property(entry => entry.Actor).HasMaxLength(256);
        builder.Property(entry => entry.Action).HasMaxLength(80);
        builder.Property(entry => entry.Subject).HasMaxLength(500);
        builder.Property(entry => entry.Details).HasColumnType("jsonb");
        builder.Property(entry => entry.Address).HasMaxLength(64);
        builder.HasOne<Organization>().WithMany().HasForeignKey(entry => entry.OrganizationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(entry => new { entry.OrganizationId, entry.Id });
    }
}
