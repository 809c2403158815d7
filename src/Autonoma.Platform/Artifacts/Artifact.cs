using Autonoma.Platform.Data;
using Autonoma.Platform.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autonoma.Platform.Artifacts;

/// <summary>A file that a run left. Its bytes are in the store, under a key that nobody outside can choose.</summary>
public sealed class Artifact : OwnedEntity
{
    /// <summary>Of which run.</summary>
    public required Guid RunId { get; init; }

    /// <summary>Of which attempt.</summary>
    public required int Attempt { get; init; }

    /// <summary>Path among the files of the attempt, forward slashes: <c>screenshots/step-1-before.jpeg</c>.</summary>
    public required string Name { get; init; }

    /// <summary><c>picture</c>, <c>video</c>, <c>log</c>, <c>document</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }
}

internal sealed class ArtifactConfiguration : IEntityTypeConfiguration<Artifact>
{
    public void Configure(EntityTypeBuilder<Artifact> builder)
    {
        builder.ToTable("artifacts");
        builder.Property(artifact => artifact.Name).HasMaxLength(300);
        builder.Property(artifact => artifact.Kind).HasMaxLength(20);
        builder.HasOne<Run>().WithMany().HasForeignKey(artifact => artifact.RunId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(artifact => new { artifact.RunId, artifact.Attempt, artifact.Name }).IsUnique();
        builder.HasIndex(artifact => artifact.CreatedAt);
    }
}
