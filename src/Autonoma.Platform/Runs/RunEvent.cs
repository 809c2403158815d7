using Autonoma.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autonoma.Platform.Runs;

/// <summary>
/// Something that happened in a run. Sequences of a run have no gap and become visible in their order: who has seen one knows all before it.
/// </summary>
public sealed class RunEvent : IOwned
{
    /// <summary>Of which run.</summary>
    public required Guid RunId { get; init; }

    /// <summary>From 1, without a gap.</summary>
    public required long Sequence { get; init; }

    /// <inheritdoc/>
    public Guid OrganizationId { get; set; }

    /// <summary><c>state</c>, <c>step</c>, <c>attempt</c>, <c>question</c>, <c>console</c> or <c>artifact</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What happened, JSON; secrets masked.</summary>
    public required string Data { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}

internal sealed class RunEventConfiguration : IEntityTypeConfiguration<RunEvent>
{
    public void Configure(EntityTypeBuilder<RunEvent> builder)
    {
        builder.ToTable("run_events");
        builder.HasKey(happened => new { happened.RunId, happened.Sequence });
        builder.Property(happened => happened.Kind).HasMaxLength(20);
        builder.Property(happened => happened.Data).HasColumnType("jsonb");
        builder.HasIndex(happened => happened.At).HasMethod("brin");
        builder.HasOne<Run>().WithMany().HasForeignKey(happened => happened.RunId).OnDelete(DeleteBehavior.Cascade);
    }
}
