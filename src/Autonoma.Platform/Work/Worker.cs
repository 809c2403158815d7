using Autonoma.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autonoma.Platform.Work;

/// <summary>A process that carries out runs. Workers belong to the installation, not to an organization.</summary>
public sealed class Worker
{
    /// <summary>New for each start.</summary>
    public required Guid Id { get; init; }

    /// <summary>Machine and process, as people look for it.</summary>
    public required string Name { get; init; }

    /// <summary>Runs at the same time.</summary>
    public required int Slots { get; init; }

    /// <summary>When it started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it last said that it lives.</summary>
    public DateTimeOffset SeenAt { get; set; }

    /// <summary>Whether it takes nothing new.</summary>
    public bool Draining { get; set; }
}

/// <summary>Which organization was served when: the next run is of the one that waited longest.</summary>
public sealed class QueueTurn : IOwned
{
    /// <inheritdoc/>
    public Guid OrganizationId { get; set; }

    /// <summary>When one of its runs was last taken.</summary>
    public required DateTimeOffset ServedAt { get; set; }
}

internal sealed class WorkerConfiguration : IEntityTypeConfiguration<Worker>
{
    public void Configure(EntityTypeBuilder<Worker> builder)
    {
        builder.ToTable("workers");
        builder.Property(worker => worker.Name).HasMaxLength(200);
    }
}

internal sealed class QueueTurnConfiguration : IEntityTypeConfiguration<QueueTurn>
{
    public void Configure(EntityTypeBuilder<QueueTurn> builder)
    {
        builder.ToTable("queue_turns");
        builder.HasKey(turn => turn.OrganizationId);
        builder.HasOne<Organizations.Organization>().WithOne().HasForeignKey<QueueTurn>(turn => turn.OrganizationId).OnDelete(DeleteBehavior.Cascade);
    }
}
