using Autonoma.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autonoma.Platform.Runs;

/// <summary>One time that a worker had a run: it says who did what with it, also when that worker is long dead.</summary>
public sealed class RunAttempt : IOwned
{
    /// <summary>Of which run.</summary>
    public required Guid RunId { get; init; }

    /// <summary>The claim.</summary>
    public required long Fence { get; init; }

    /// <inheritdoc/>
    public Guid OrganizationId { get; set; }

    /// <summary>Which worker.</summary>
    public required Guid WorkerId { get; init; }

    /// <summary>Its name.</summary>
    public required string Worker { get; init; }

    /// <summary>When it took the run.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it let go of it.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary><c>verdict</c>, <c>returned</c> (handed back while draining) or <c>lost</c>; null while it has it.</summary>
    public string? Outcome { get; set; }
}

internal sealed class RunAttemptConfiguration : IEntityTypeConfiguration<RunAttempt>
{
    public void Configure(EntityTypeBuilder<RunAttempt> builder)
    {
        builder.ToTable("run_attempts");
        builder.HasKey(attempt => new { attempt.RunId, attempt.Fence });
        builder.Property(attempt => attempt.Worker).HasMaxLength(200);
        builder.Property(attempt => attempt.Outcome).HasMaxLength(20);
        builder.HasOne<Run>().WithMany().HasForeignKey(attempt => attempt.RunId).OnDelete(DeleteBehavior.Cascade);
    }
}
