using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autonoma.Platform.Work;

/// <summary>Who has a device. Devices belong to the installation, not to an organization.</summary>
public sealed class DeviceLock
{
    /// <summary>Name of the device: its udid, or an address.</summary>
    public required string Device { get; init; }

    /// <summary>Raised each time somebody gets it: what an earlier holder still sends is told by its lower number.</summary>
    public long Fence { get; set; }

    /// <summary>The worker that has it; null when it is free.</summary>
    public Guid? WorkerId { get; set; }

    /// <summary>The run it is used for.</summary>
    public Guid? RunId { get; set; }

    /// <summary>Until when, unless the holder says so again.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }
}

internal sealed class DeviceLockConfiguration : IEntityTypeConfiguration<DeviceLock>
{
    public void Configure(EntityTypeBuilder<DeviceLock> builder)
    {
        builder.ToTable("device_locks");
        builder.HasKey(held => held.Device);
        builder.Property(held => held.Device).HasMaxLength(200);
    }
}
