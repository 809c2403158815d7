using Autonoma.Platform.Data;
using Autonoma.Platform.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autonoma.Platform.Accounts;

/// <summary>Somebody signed in with a browser. Kept here and not in the cookie, so that signing out ends it everywhere.</summary>
public sealed class Session : Entity
{
    /// <summary>SHA-256 of what the cookie holds.</summary>
    public required byte[] TokenHash { get; init; }

    /// <summary>Who.</summary>
    public required Guid UserId { get; init; }

    /// <summary>Who.</summary>
    public User? User { get; init; }

    /// <summary>The organization they look at; null while they belong to none.</summary>
    public Guid? OrganizationId { get; set; }

    /// <summary>When it was last used, to the minute.</summary>
    public DateTimeOffset LastSeenAt { get; set; }

    /// <summary>When it ends unless it is used.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>Where it began.</summary>
    public string? Address { get; init; }

    /// <summary>What the browser calls itself.</summary>
    public string? UserAgent { get; init; }
}

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("sessions");
        builder.Property(session => session.Address).HasMaxLength(64);
        builder.Property(session => session.UserAgent).HasMaxLength(300);
        builder.HasIndex(session => session.TokenHash).IsUnique();
        builder.HasOne(session => session.User).WithMany().HasForeignKey(session => session.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Organization>().WithMany().HasForeignKey(session => session.OrganizationId).OnDelete(DeleteBehavior.SetNull);
    }
}
