using Autonoma.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autonoma.Platform.Organizations;

/// <summary>People who share applications. Everything else belongs to one.</summary>
public sealed class Organization : Entity, IVersioned
{
    /// <summary>As people call it.</summary>
    public required string Name { get; set; }

    /// <summary>In addresses; unique.</summary>
    public required string Slug { get; set; }

    /// <inheritdoc/>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

internal sealed class OrganizationConfiguration : IEntityTypeConfiguration<Organization>
{
    public void Configure(EntityTypeBuilder<Organization> builder)
    {
        builder.ToTable("organizations");
        builder.Property(organization => organization.Name).HasMaxLength(200);
        builder.Property(organization => organization.Slug).HasMaxLength(100);
        builder.HasIndex(organization => organization.Slug).IsUnique();
    }
}
