using Autonoma.Platform.Data;
using Autonoma.Platform.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autonoma.Platform.Scenarios;

/// <summary>One request to an Environment Factory. Bodies are not kept: they hold test data and logins.</summary>
public sealed class ScenarioCall : OwnedEntity, IOfApplication
{
    /// <summary>Of which application.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>The run it was made for; null for what is made outside of runs, or when the run was removed.</summary>
    public Guid? RunId { get; init; }

    /// <summary>Name under which the endpoint knows the environment; null for <c>discover</c>.</summary>
    public string? TestRunId { get; init; }

    /// <summary>The scenario; null for <c>discover</c>.</summary>
    public string? Scenario { get; init; }

    /// <summary><c>discover</c>, <c>up</c> or <c>down</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Where it was sent.</summary>
    public required string Endpoint { get; init; }

    /// <summary>HTTP status; null when there was no answer.</summary>
    public int? Status { get; init; }

    /// <summary>Code of the SDK; null when there was none.</summary>
    public string? Code { get; init; }

    /// <summary>Why it failed, secrets masked; null when it did not.</summary>
    public string? Error { get; init; }

    /// <summary>Until it was answered, or given up.</summary>
    public required int DurationMs { get; init; }
}

internal sealed class ScenarioCallConfiguration : IEntityTypeConfiguration<ScenarioCall>
{
    public void Configure(EntityTypeBuilder<ScenarioCall> builder)
    {
        builder.ToTable("scenario_calls");
        builder.Property(call => call.TestRunId).HasMaxLength(100);
        builder.Property(call => call.Scenario).HasMaxLength(200);
        builder.Property(call => call.Action).HasMaxLength(20);
        builder.Property(call => call.Endpoint).HasMaxLength(2000);
        builder.Property(call => call.Code).HasMaxLength(100);
        builder.Property(call => call.Error).HasMaxLength(ScenarioCallLog.LongestError);
        builder.HasOne<Run>().WithMany().HasForeignKey(call => call.RunId).OnDelete(DeleteBehavior.SetNull);
        builder.HasIndex(call => new { call.ApplicationId, call.Id });
        builder.HasIndex(call => call.CreatedAt);
    }
}
