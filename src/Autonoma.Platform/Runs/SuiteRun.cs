using Autonoma.Platform.Data;
using Autonoma.Platform.Deployments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autonoma.Platform.Runs;

/// <summary>Several tests that were started together, with one summary at the end.</summary>
public sealed class SuiteRun : OwnedEntity, IOfApplication
{
    /// <summary>Of which application.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>1 for the first of the application.</summary>
    public required int Number { get; init; }

    /// <summary>Whose versions of the tests; null for tests that lie on none.</summary>
    public Guid? BranchId { get; init; }

    /// <summary>How far it is. Set by whoever ends its last run, in the same transaction.</summary>
    public RunStatus Status { get; set; }

    /// <summary>What started it: <c>manual</c>, <c>api</c>, <c>schedule</c>, <c>diff</c>.</summary>
    public required string Trigger { get; init; }

    /// <summary>The schedule that started it; null when none did.</summary>
    public Guid? ScheduleId { get; init; }

    /// <summary>The deployment that started it, whose Environment Factory is called; null when none did.</summary>
    public Guid? DeploymentId { get; init; }

    /// <summary>Who started it; null when a key or a schedule did.</summary>
    public Guid? AuthorId { get; init; }

    /// <summary>Where its tests start.</summary>
    public string? Url { get; init; }

    /// <summary>Commit that is tested; null when nobody said.</summary>
    public string? Commit { get; init; }

    /// <summary>How many runs it has.</summary>
    public required int Total { get; init; }

    /// <summary>Of these, passed.</summary>
    public int Passed { get; set; }

    /// <summary>Of these, failed.</summary>
    public int Failed { get; set; }

    /// <summary>Of these, without a verdict on the app.</summary>
    public int Errors { get; set; }

    /// <summary>Of these, stopped.</summary>
    public int Cancelled { get; set; }

    /// <summary>When its first run began.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>When its last run ended.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}

internal sealed class SuiteRunConfiguration : IEntityTypeConfiguration<SuiteRun>
{
    public void Configure(EntityTypeBuilder<SuiteRun> builder)
    {
        builder.ToTable("suite_runs");
        builder.Property(run => run.Trigger).HasMaxLength(20);
        builder.Property(run => run.Url).HasMaxLength(2000);
        builder.Property(run => run.Commit).HasMaxLength(64);
        builder.HasOne<Deployment>().WithMany().HasForeignKey(run => run.DeploymentId).OnDelete(DeleteBehavior.SetNull);
        builder.HasIndex(run => new { run.ApplicationId, run.Number }).IsUnique();
        builder.HasIndex(run => new { run.OrganizationId, run.Id });
        builder.HasIndex(run => run.Id).HasFilter("status IN ('Queued', 'Running')").HasDatabaseName("ix_suite_runs_open");
    }
}
