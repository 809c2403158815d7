using Autonoma.Platform.Data;
using Autonoma.Platform.Schedules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autonoma.Platform.Work;

/// <summary>When a schedule is due next. Beside the schedule, so that running it is no edit of it.</summary>
public sealed class ScheduleTurn : IOwned
{
    /// <summary>Which schedule.</summary>
    public required Guid ScheduleId { get; init; }

    /// <inheritdoc/>
    public Guid OrganizationId { get; set; }

    /// <summary>The version of the schedule that it was worked out from.</summary>
    public required int ScheduleVersion { get; set; }

    /// <summary>When it is due; null for never again.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>Why the last suite run could not be started; null when it was.</summary>
    public string? Problem { get; set; }
}

internal sealed class ScheduleTurnConfiguration : IEntityTypeConfiguration<ScheduleTurn>
{
    public void Configure(EntityTypeBuilder<ScheduleTurn> builder)
    {
        builder.ToTable("schedule_turns");
        builder.HasKey(turn => turn.ScheduleId);
        builder.HasOne<Schedule>().WithOne().HasForeignKey<ScheduleTurn>(turn => turn.ScheduleId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(turn => turn.DueAt);
    }
}
