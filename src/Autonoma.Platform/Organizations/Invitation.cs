using Autonoma.Platform.Accounts;
using Autonoma.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autonoma.Platform.Organizations;

/// <summary>Somebody is asked into an organization. Whoever has the link may come in, once.</summary>
public sealed class Invitation : OwnedEntity
{
    /// <summary>Whom it is for.</summary>
    public required string Email { get; init; }

    /// <summary>What they will be allowed.</summary>
    public required Role Role { get; init; }

    /// <summary>SHA-256 of the link's token.</summary>
    public required byte[] TokenHash { get; init; }

    /// <summary>When the link stops to work.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Who asked them.</summary>
    public Guid? InvitedById { get; init; }

    /// <summary>When they came in; null while they have not.</summary>
    public DateTimeOffset? AcceptedAt { get; set; }
}

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("invitations");
        builder.Property(invitation => invitation.Email).HasMaxLength(256);
        builder.HasIndex(invitation => invitation.TokenHash).IsUnique();
        builder.HasOne<Organization>().WithMany().HasForeignKey(invitation => invitation.OrganizationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<User>().WithMany().HasForeignKey(invitation => invitation.InvitedById).OnDelete(DeleteBehavior.SetNull);
    }
}
