using Autonoma.Platform.Data;
using Autonoma.Platform.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autonoma.Platform.Live;

/// <summary>The newest picture of a run that somebody watches in another process. Nobody minds when a crash loses it: its table is not logged.</summary>
public sealed class RunFrame : IOwned
{
    /// <summary>Of which run.</summary>
    public required Guid RunId { get; init; }

    /// <inheritdoc/>
    public Guid OrganizationId { get; set; }

    /// <summary>When it was painted.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>JPEG.</summary>
    public required byte[] Bytes { get; init; }
}

internal sealed class RunFrameConfiguration : IEntityTypeConfiguration<RunFrame>
{
    public void Configure(EntityTypeBuilder<RunFrame> builder)
    {
        builder.ToTable("run_frames");
        builder.HasKey(frame => frame.RunId);
    }
}
