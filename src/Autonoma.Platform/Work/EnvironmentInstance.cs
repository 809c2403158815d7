using Autonoma.Platform.Data;
using Autonoma.Platform.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autonoma.Platform.Work;

/// <summary>How far an environment came.</summary>
public enum EnvironmentState
{
    /// <summary>It is about to be asked for, or was; no answer is known.</summary>
    Sent,

    /// <summary>It stands.</summary>
    Standing,

    /// <summary>The endpoint did not make it.</summary>
    Refused,

    /// <summary>It was torn down.</summary>
    Removed,

    /// <summary>It may stand, and no further attempt can remove it: somebody has to look.</summary>
    Lost,
}

/// <summary>Test data that was asked for, on the disk of the database before the endpoint is asked. What a dead worker left is found here and torn down.</summary>
public sealed class EnvironmentInstance : OwnedEntity, IOfApplication
{
    /// <summary>Of which application.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>The run it is for; null for one of a dry run, or when the run was removed.</summary>
    public Guid? RunId { get; init; }

    /// <summary>The claim it was made under.</summary>
    public long Fence { get; init; }

    /// <summary>Name under which the endpoint knows it (<c>testRunId</c>).</summary>
    public required string TestRunId { get; init; }

    /// <summary>Its scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>Where it was asked for.</summary>
    public required string Endpoint { get; init; }

    /// <summary><c>1.0</c> or <c>2.0</c>.</summary>
    public required string Protocol { get; init; }

    /// <summary>How far it came.</summary>
    public EnvironmentState State { get; set; }

    /// <summary>What tears it down, sealed; null while no answer is known.</summary>
    public string? Token { get; set; }

    /// <summary>Name of the last request for it; null when the endpoint remembers none.</summary>
    public string? Instance { get; set; }

    /// <summary>Names of earlier requests of which something may be left.</summary>
    public string[] Earlier { get; set; } = [];

    /// <summary>Why it was not torn down the last time.</summary>
    public string? Problem { get; set; }

    /// <summary>How often a sweep tried.</summary>
    public int SweepAttempts { get; set; }

    /// <summary>When a sweep may try (again).</summary>
    public DateTimeOffset? SweepAfter { get; set; }

    /// <summary>When it was torn down.</summary>
    public DateTimeOffset? RemovedAt { get; set; }
}

internal sealed class EnvironmentInstanceConfiguration : IEntityTypeConfiguration<EnvironmentInstance>
{
    public void Configure(EntityTypeBuilder<EnvironmentInstance> builder)
    {
        builder.ToTable("environment_instances");
        builder.Property(instance => instance.TestRunId).HasMaxLength(100);
        builder.Property(instance => instance.Scenario).HasMaxLength(200);
        builder.Property(instance => instance.Endpoint).HasMaxLength(2000);
        builder.Property(instance => instance.Protocol).HasMaxLength(10);
        builder.Property(instance => instance.Instance).HasMaxLength(200);
        builder.HasOne<Run>().WithMany().HasForeignKey(instance => instance.RunId).OnDelete(DeleteBehavior.SetNull);
        builder.HasIndex(instance => instance.TestRunId).IsUnique();
        builder.HasIndex(instance => instance.SweepAfter).HasFilter("state IN ('Sent', 'Standing') OR cardinality(earlier) > 0").HasDatabaseName("ix_environment_instances_open");
        builder.HasIndex(instance => new { instance.ApplicationId, instance.Id });
    }
}
