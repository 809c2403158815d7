using Autonoma.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autonoma.Platform.Runs;

/// <summary>
/// One execution of one test. It has one verdict for good: <see cref="Status"/> becomes final by a compare and swap on <see cref="Fence"/>, which each claim
/// raises. A worker that lost its claim can write nothing any more.
/// </summary>
public sealed class Run : OwnedEntity, IOfApplication
{
    /// <summary>Of which application.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>What it was started with.</summary>
    public required Guid SuiteRunId { get; init; }

    /// <summary>The test; null when it was deleted since.</summary>
    public Guid? TestId { get; set; }

    /// <summary>What the test said; null when it was deleted since.</summary>
    public Guid? PlanId { get; set; }

    /// <summary>Whose recording is replayed and kept; null for none.</summary>
    public Guid? BranchId { get; init; }

    /// <summary>Title of the test, as it was.</summary>
    public required string Title { get; init; }

    /// <summary>Path of the test, as it was.</summary>
    public required string Path { get; init; }

    /// <summary>Place in its suite run.</summary>
    public required int Position { get; init; }

    /// <summary>How far it is.</summary>
    public RunStatus Status { get; set; }

    /// <summary>Why it did not pass.</summary>
    public RunFailureKind? FailureKind { get; set; }

    /// <summary>In words, why it passed or not.</summary>
    public string Reasoning { get; set; } = "";

    /// <summary>What was asked for, JSON of <see cref="RunRequest"/>.</summary>
    public required string Request { get; init; }

    /// <summary>Higher first, within an organization.</summary>
    public required int Priority { get; init; }

    /// <summary>Since when it waits; a run that was handed back keeps its place.</summary>
    public DateTimeOffset QueuedAt { get; set; }

    /// <summary>When a worker first took it.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>When it had its verdict.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Of the execution that decided, in milliseconds.</summary>
    public int? DurationMs { get; set; }

    /// <summary>Dollars that models cost; null when none was asked or no price is known.</summary>
    public decimal? Cost { get; set; }

    /// <summary>Raised by each claim.</summary>
    public long Fence { get; set; }

    /// <summary>How often a worker took it.</summary>
    public int Claims { get; set; }

    /// <summary>Number of its newest attempt: retries and takeovers count.</summary>
    public int Attempt { get; set; }

    /// <summary>The worker that has it; null when none has.</summary>
    public Guid? WorkerId { get; set; }

    /// <summary>Name of the worker that had it last.</summary>
    public string? Worker { get; set; }

    /// <summary>Until when the worker has it unless it says so again.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>When somebody asked to stop it.</summary>
    public DateTimeOffset? CancelRequestedAt { get; set; }

    /// <summary>Sequence of its newest event.</summary>
    public long LastSequence { get; set; }

    /// <summary>Steps of the test.</summary>
    public int StepsTotal { get; set; }

    /// <summary>Steps carried out.</summary>
    public int StepsDone { get; set; }

    /// <summary>Everything about the attempt that decided: a <c>result.json</c>; null while it runs, and after its retention.</summary>
    public RunResultDocument? Result { get; init; }
}

/// <summary>A <c>result.json</c>, beside its run so that lists need not read it.</summary>
public sealed class RunResultDocument : IOwned
{
    /// <summary>Of which run.</summary>
    public required Guid RunId { get; init; }

    /// <inheritdoc/>
    public Guid OrganizationId { get; set; }

    /// <summary>All tries in their order, JSON: an array of <c>result.json</c>.</summary>
    public required string Tries { get; init; }
}

internal sealed class RunConfiguration : IEntityTypeConfiguration<Run>
{
    public void Configure(EntityTypeBuilder<Run> builder)
    {
        builder.ToTable("runs");
        builder.Property(run => run.Title).HasMaxLength(500);
        builder.Property(run => run.Path).HasMaxLength(500);
        builder.Property(run => run.Request).HasColumnType("jsonb");
        builder.Property(run => run.Worker).HasMaxLength(200);
        builder.Property(run => run.Cost).HasPrecision(12, 6);
        builder.HasOne<SuiteRun>().WithMany().HasForeignKey(run => run.SuiteRunId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Tests.Test>().WithMany().HasForeignKey(run => run.TestId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Tests.Plan>().WithMany().HasForeignKey(run => run.PlanId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne(run => run.Result).WithOne().HasForeignKey<RunResultDocument>(result => result.RunId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(run => new { run.OrganizationId, run.Id });
        builder.HasIndex(run => new { run.ApplicationId, run.Id });
        builder.HasIndex(run => new { run.TestId, run.Id }).IncludeProperties(run => new { run.OrganizationId, run.Status, run.EndedAt, run.DurationMs });
        builder.HasIndex(run => new { run.OrganizationId, run.EndedAt }).IncludeProperties(run => new { run.Status, run.DurationMs, run.ApplicationId, run.TestId, run.BranchId });
        // The two questions of the queue: what comes next for an application, and what is under way.
        builder.HasIndex(run => new { run.ApplicationId, run.Priority, run.QueuedAt, run.Position, run.Id }).HasFilter("status = 'Queued'").IsDescending(false, true, false, false, false).HasDatabaseName("ix_runs_queued");
        builder.HasIndex(run => new { run.OrganizationId, run.Status }).HasFilter("status IN ('Queued', 'Running')").HasDatabaseName("ix_runs_open");
        builder.HasIndex(run => run.LeaseUntil).HasFilter("status = 'Running'").HasDatabaseName("ix_runs_running");
        builder.HasIndex(run => new { run.TestId, run.EndedAt }).HasFilter("status = 'Passed'").HasDatabaseName("ix_runs_passed");
    }
}

internal sealed class RunResultDocumentConfiguration : IEntityTypeConfiguration<RunResultDocument>
{
    public void Configure(EntityTypeBuilder<RunResultDocument> builder)
    {
        builder.ToTable("run_results");
        builder.HasKey(result => result.RunId);
        // Not jsonb: the first member of a command says which it is, and jsonb puts members in an order of its own.
        builder.Property(result => result.Tries).HasColumnType("json");
    }
}
