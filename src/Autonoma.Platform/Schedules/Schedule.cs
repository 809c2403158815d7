using Autonoma.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autonoma.Platform.Schedules;

/// <summary>Runs a part of a suite again and again.</summary>
public sealed class Schedule : OwnedEntity, IOfApplication, IVersioned
{
    /// <summary>Of which application.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>As people call it.</summary>
    public required string Name { get; set; }

    /// <summary>When, as Quartz reads it: seconds first, <c>0 30 6 ? * MON-FRI</c>.</summary>
    public required string Cron { get; set; }

    /// <summary>In which zone, by its IANA name: <c>Europe/Vienna</c>.</summary>
    public required string TimeZone { get; set; }

    /// <summary>Whether it runs.</summary>
    public bool IsEnabled { get; set; } = true;

    /// <summary>Which branch; null for the main one.</summary>
    public string? Branch { get; set; }

    /// <summary>Which folder; null for all.</summary>
    public string? Folder { get; set; }

    /// <summary>Tests with any of these tags; empty for all.</summary>
    public string[] Tags { get; set; } = [];

    /// <summary>Where, instead of the application's own address; null for that.</summary>
    public string? Url { get; set; }

    /// <summary>When it last ran.</summary>
    public DateTimeOffset? LastRunAt { get; set; }

    /// <inheritdoc/>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

internal sealed class ScheduleConfiguration : IEntityTypeConfiguration<Schedule>
{
    public void Configure(EntityTypeBuilder<Schedule> builder)
    {
        builder.ToTable("schedules");
        builder.Property(schedule => schedule.Name).HasMaxLength(200);
        builder.Property(schedule => schedule.Cron).HasMaxLength(120);
        builder.Property(schedule => schedule.TimeZone).HasMaxLength(100);
        builder.Property(schedule => schedule.Branch).HasMaxLength(255);
        builder.Property(schedule => schedule.Folder).HasMaxLength(500);
        builder.Property(schedule => schedule.Url).HasMaxLength(2000);
    }
}
