using Autonoma.Platform.Data;
using Autonoma.Platform.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autonoma.Platform.Accounts;

/// <summary>What a program signs in with: <c>ak_live_...</c>. Shown once; only its hash is kept.</summary>
public sealed class ApiKey : OwnedEntity
{
    /// <summary>As people call it.</summary>
    public required string Name { get; set; }

    /// <summary>Its first letters, to tell keys apart.</summary>
    public required string Prefix { get; init; }

    /// <summary>SHA-256 of the key, which is long and random: nothing slower is needed.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>What it may be used for, of <see cref="Access.Scopes"/>.</summary>
    public required string[] Scopes { get; init; }

    /// <summary>What it may at most; never more than who made it.</summary>
    public required Role Role { get; init; }

    /// <summary>When it stops to work; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was last used, to the minute.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }

    /// <summary>Who made it.</summary>
    public Guid? CreatedById { get; init; }
}

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("api_keys");
        builder.Property(key => key.Name).HasMaxLength(200);
        builder.Property(key => key.Prefix).HasMaxLength(20);
        builder.HasIndex(key => key.Hash).IsUnique();
        builder.HasOne<Organization>().WithMany().HasForeignKey(key => key.OrganizationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<User>().WithMany().HasForeignKey(key => key.CreatedById).OnDelete(DeleteBehavior.SetNull);
    }
}
