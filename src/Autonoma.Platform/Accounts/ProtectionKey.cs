using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autonoma.Platform.Accounts;

/// <summary>A key of the framework's data protection (links to reset passwords, sign-in at a provider), sealed; shared by all servers of one database.</summary>
public sealed class ProtectionKey
{
    /// <summary>Its id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The framework's name for it.</summary>
    public required string Name { get; init; }

    /// <summary>The key, sealed.</summary>
    public required byte[] Sealed { get; init; }
}

internal sealed class ProtectionKeyConfiguration : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> builder)
    {
        builder.ToTable("protection_keys");
        builder.Property(key => key.Name).HasMaxLength(200);
    }
}
