using System.Text.Json;
using Autonoma.Platform.Branches;
using Autonoma.Platform.Data;
using Autonoma.Platform.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autonoma.Platform.Deployments;

/// <summary>A branch of an application was deployed somewhere.</summary>
public sealed class Deployment : OwnedEntity, IOfApplication
{
    /// <summary>Which application.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>Which branch.</summary>
    public required Guid BranchId { get; init; }

    /// <summary>Where it can be reached.</summary>
    public required string Url { get; init; }

    /// <summary>Where its Environment Factory is; null for the application's own.</summary>
    public string? EndpointUrl { get; init; }

    /// <summary>Headers that its Environment Factory asks for, JSON, sealed for this row; null for none.</summary>
    public byte[]? SealedHeaders { get; private set; }

    /// <summary>Which commit; null when not said.</summary>
    public string? Commit { get; init; }

    /// <summary>Which pull request; null when of none.</summary>
    public int? PullRequest { get; init; }

    /// <summary>Who deployed it: a provider's name.</summary>
    public string? Provider { get; init; }

    /// <summary>What it is called there: <c>preview</c>, <c>production</c>.</summary>
    public string? Environment { get; init; }

    /// <summary>Keeps headers, sealed. The row's organization is known by then.</summary>
    public void SealHeaders(Sealer sealer, IReadOnlyDictionary<string, string> headers)
    {
        ArgumentNullException.ThrowIfNull(sealer);
        ArgumentNullException.ThrowIfNull(headers);
        SealedHeaders = headers.Count == 0 ? null : sealer.Seal(JsonSerializer.Serialize(headers), Place);
    }

    /// <summary>The headers as they are sent.</summary>
    public IReadOnlyDictionary<string, string> OpenHeaders(Sealer sealer)
    {
        ArgumentNullException.ThrowIfNull(sealer);
        return SealedHeaders is null ? new Dictionary<string, string>() : JsonSerializer.Deserialize<Dictionary<string, string>>(sealer.Open(SealedHeaders, Place))!;
    }

    private SealedPlace Place => SealedColumn.DeploymentHeaders.Of(OrganizationId, Id);
}

internal sealed class DeploymentConfiguration : IEntityTypeConfiguration<Deployment>
{
    public void Configure(EntityTypeBuilder<Deployment> builder)
    {
        builder.ToTable("deployments");
        builder.Property(deployment => deployment.Url).HasMaxLength(2000);
        builder.Property(deployment => deployment.EndpointUrl).HasMaxLength(2000);
        builder.Property(deployment => deployment.Commit).HasMaxLength(64);
        builder.Property(deployment => deployment.Provider).HasMaxLength(100);
        builder.Property(deployment => deployment.Environment).HasMaxLength(100);
        builder.HasOne<Branch>().WithMany().HasForeignKey(deployment => deployment.BranchId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(deployment => new { deployment.ApplicationId, deployment.Id });
    }
}
