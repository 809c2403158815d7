using Autonoma.Platform.Data;
using Autonoma.Platform.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autonoma.Platform.Applications;

/// <summary>Where an application runs.</summary>
public enum ApplicationPlatform
{
    /// <summary>A site.</summary>
    Web,

    /// <summary>An iPhone or iPad.</summary>
    Ios,

    /// <summary>A phone with Android.</summary>
    Android,
}

/// <summary>What is tested.</summary>
public sealed class Application : OwnedEntity, IVersioned
{
    /// <summary>As people call it; unique in the organization.</summary>
    public required string Name { get; set; }

    /// <summary>In addresses; unique in the organization.</summary>
    public required string Slug { get; set; }

    /// <summary>Where it runs.</summary>
    public required ApplicationPlatform Platform { get; init; }

    /// <summary>Where tests start; for phones null.</summary>
    public string? Url { get; set; }

    /// <summary>Package or bundle of a phone's application; for sites null.</summary>
    public string? Package { get; set; }

    /// <summary>What whoever tests it should know, in Markdown.</summary>
    public string Instructions { get; set; } = "";

    /// <summary>Its Environment Factory; null when it has none.</summary>
    public string? EndpointUrl { get; set; }

    /// <summary>Its repository, as pipelines name it: an id or <c>owner/name</c>; null when none is known.</summary>
    public string? Repository { get; set; }

    /// <inheritdoc/>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

internal sealed class ApplicationConfiguration : IEntityTypeConfiguration<Application>
{
    public void Configure(EntityTypeBuilder<Application> builder)
    {
        builder.ToTable("applications");
        builder.Property(application => application.Name).HasMaxLength(200);
        builder.Property(application => application.Slug).HasMaxLength(100);
        builder.Property(application => application.Url).HasMaxLength(2000);
        builder.Property(application => application.Package).HasMaxLength(500);
        builder.Property(application => application.EndpointUrl).HasMaxLength(2000);
        builder.Property(application => application.Repository).HasMaxLength(300);
        builder.HasOne<Organization>().WithMany().HasForeignKey(application => application.OrganizationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(application => new { application.OrganizationId, application.Slug }).IsUnique();
    }
}
