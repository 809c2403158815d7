using Autonoma.Platform.Accounts;
using Autonoma.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autonoma.Platform.Organizations;

/// <summary>What somebody may do in an organization; each may what those before may.</summary>
public enum Role
{
    /// <summary>Looks.</summary>
    Viewer,

    /// <summary>Writes and runs tests.</summary>
    Member,

    /// <summary>Also members, keys, webhooks and the removal of applications.</summary>
    Admin,

    /// <summary>Also the organization itself, and other owners.</summary>
    Owner,
}

/// <summary>A user in an organization.</summary>
public sealed class Member : OwnedEntity, IVersioned
{
    /// <summary>Who.</summary>
    public required Guid UserId { get; init; }

    /// <summary>Who.</summary>
    public User? User { get; init; }

    /// <summary>What they may do.</summary>
    public required Role Role { get; set; }

    /// <inheritdoc/>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

internal sealed class MemberConfiguration : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.ToTable("members");
        builder.HasOne<Organization>().WithMany().HasForeignKey(member => member.OrganizationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(member => member.User).WithMany().HasForeignKey(member => member.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(member => new { member.OrganizationId, member.UserId }).IsUnique();
        builder.HasIndex(member => member.UserId);
    }
}
