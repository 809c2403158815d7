using Autonoma.Platform.Branches;
using Autonoma.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autonoma.Platform.Runs;

/// <summary>What a test passed with on a branch, replayed from then on.</summary>
public sealed class RecordingOfTest : OwnedEntity, IVersioned
{
    /// <summary>Of which application.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>Of which test.</summary>
    public required Guid TestId { get; init; }

    /// <summary>On which branch.</summary>
    public required Guid BranchId { get; init; }

    /// <summary>The run that it comes from; null when that was removed.</summary>
    public Guid? RunId { get; set; }

    /// <summary>The recording, in the form of <c>*.recording.json</c>.</summary>
    public required string Content { get; set; }

    /// <summary>SHA-256 of the content, hex.</summary>
    public required string Hash { get; set; }

    /// <inheritdoc/>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>What somebody decided about a proposal.</summary>
public enum HealState
{
    /// <summary>Nobody has looked at it.</summary>
    Proposed,

    /// <summary>It is the recording now.</summary>
    Accepted,

    /// <summary>It was thrown away.</summary>
    Rejected,

    /// <summary>The recording became another one meanwhile, or a newer proposal took its place.</summary>
    Outdated,
}

/// <summary>A recording that a run proposes because what was recorded is not there any more.</summary>
public sealed class HealOfTest : OwnedEntity
{
    /// <summary>Of which application.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>Of which test.</summary>
    public required Guid TestId { get; init; }

    /// <summary>On which branch.</summary>
    public required Guid BranchId { get; init; }

    /// <summary>The run that proposes it; null when that was removed.</summary>
    public Guid? RunId { get; init; }

    /// <summary>Hash of the recording it is based on; empty when there was none.</summary>
    public required string BaseHash { get; init; }

    /// <summary>The recording as it would be.</summary>
    public required string Content { get; init; }

    /// <summary>What is different, JSON: step, recorded, now, moved, names of pictures among the run's artifacts.</summary>
    public required string Heals { get; init; }

    /// <summary>What was decided.</summary>
    public HealState State { get; set; }

    /// <summary>Who decided.</summary>
    public Guid? DecidedById { get; set; }

    /// <summary>When it was decided.</summary>
    public DateTimeOffset? DecidedAt { get; set; }
}

internal sealed class RecordingOfTestConfiguration : IEntityTypeConfiguration<RecordingOfTest>
{
    public void Configure(EntityTypeBuilder<RecordingOfTest> builder)
    {
        builder.ToTable("recordings");
        builder.Property(recording => recording.Hash).HasMaxLength(64);
        builder.HasOne<Tests.Test>().WithMany().HasForeignKey(recording => recording.TestId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Branch>().WithMany().HasForeignKey(recording => recording.BranchId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Run>().WithMany().HasForeignKey(recording => recording.RunId).OnDelete(DeleteBehavior.SetNull);
        builder.HasIndex(recording => new { recording.TestId, recording.BranchId }).IsUnique();
        builder.HasIndex(recording => recording.ApplicationId);
    }
}

internal sealed class HealOfTestConfiguration : IEntityTypeConfiguration<HealOfTest>
{
    public void Configure(EntityTypeBuilder<HealOfTest> builder)
    {
        builder.ToTable("heals");
        builder.Property(heal => heal.BaseHash).HasMaxLength(64);
        builder.Property(heal => heal.Heals).HasColumnType("jsonb");
        builder.HasOne<Tests.Test>().WithMany().HasForeignKey(heal => heal.TestId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Branch>().WithMany().HasForeignKey(heal => heal.BranchId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Run>().WithMany().HasForeignKey(heal => heal.RunId).OnDelete(DeleteBehavior.SetNull);
        builder.HasIndex(heal => new { heal.ApplicationId, heal.State });
        builder.HasIndex(heal => new { heal.TestId, heal.BranchId }).IsUnique().HasFilter("state = 'Proposed'").HasDatabaseName("ix_heals_open");
    }
}
