using Autonoma.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autonoma.Platform.Setups;

/// <summary>How a planner's run stands.</summary>
public enum SetupStatus
{
    /// <summary>It reports.</summary>
    Running,

    /// <summary>It is done.</summary>
    Completed,

    /// <summary>It failed.</summary>
    Failed,
}

/// <summary>A planner's run: its progress, and what it uploaded.</summary>
public sealed class Setup : OwnedEntity, IOfApplication, IVersioned
{
    /// <summary>For which application.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>As people call it: at first the repository's name.</summary>
    public required string Name { get; set; }

    /// <summary>How it stands.</summary>
    public SetupStatus Status { get; set; }

    /// <summary>Why it failed.</summary>
    public string? ErrorMessage { get; set; }

    /// <summary>Number of its newest event.</summary>
    public int LastEvent { get; set; }

    /// <inheritdoc/>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>Something a planner reported.</summary>
public sealed class SetupEvent : OwnedEntity
{
    /// <summary>Of which setup.</summary>
    public required Guid SetupId { get; init; }

    /// <summary>1 for the first.</summary>
    public required int Sequence { get; init; }

    /// <summary>What: <c>step.started</c>.</summary>
    public required string Type { get; init; }

    /// <summary>More, as JSON.</summary>
    public required string Data { get; init; }
}

/// <summary>A file that a planner uploaded and that is no test: a skill, or an artifact of its steps.</summary>
public sealed class SetupArtifact : OwnedEntity, IOfApplication, IChanging
{
    /// <summary>Of which application.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>From which setup it last came.</summary>
    public required Guid SetupId { get; set; }

    /// <summary><c>skill</c> or <c>artifact</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The folder it lies in; empty at the root.</summary>
    public required string Folder { get; init; }

    /// <summary>The file's name.</summary>
    public required string Name { get; init; }

    /// <summary>The file.</summary>
    public required string Content { get; set; }

    /// <inheritdoc/>
    public DateTimeOffset UpdatedAt { get; set; }
}

internal sealed class SetupConfiguration : IEntityTypeConfiguration<Setup>
{
    public void Configure(EntityTypeBuilder<Setup> builder)
    {
        builder.ToTable("setups");
        builder.Property(setup => setup.Name).HasMaxLength(200);
        builder.Property(setup => setup.ErrorMessage).HasMaxLength(2000);
    }
}

internal sealed class SetupEventConfiguration : IEntityTypeConfiguration<SetupEvent>
{
    public void Configure(EntityTypeBuilder<SetupEvent> builder)
    {
        builder.ToTable("setup_events");
        builder.Property(entry => entry.Type).HasMaxLength(80);
        builder.Property(entry => entry.Data).HasColumnType("jsonb");
        builder.HasOne<Setup>().WithMany().HasForeignKey(entry => entry.SetupId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(entry => new { entry.SetupId, entry.Sequence }).IsUnique();
    }
}

internal sealed class SetupArtifactConfiguration : IEntityTypeConfiguration<SetupArtifact>
{
    public void Configure(EntityTypeBuilder<SetupArtifact> builder)
    {
        builder.ToTable("setup_artifacts");
        builder.Property(artifact => artifact.Kind).HasMaxLength(20);
        builder.Property(artifact => artifact.Folder).HasMaxLength(300);
        builder.Property(artifact => artifact.Name).HasMaxLength(200);
        builder.HasOne<Setup>().WithMany().HasForeignKey(artifact => artifact.SetupId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(artifact => new { artifact.ApplicationId, artifact.Kind, artifact.Folder, artifact.Name }).IsUnique();
    }
}
