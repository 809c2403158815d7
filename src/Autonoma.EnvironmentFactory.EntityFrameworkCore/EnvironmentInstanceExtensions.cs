using Autonoma.EnvironmentFactory.EntityFrameworkCore.Instances;
using Microsoft.EntityFrameworkCore;

namespace Autonoma.EnvironmentFactory.EntityFrameworkCore;

/// <summary>The table of the environments that stand.</summary>
public static class EnvironmentInstanceExtensions
{
    /// <summary>The table for <c>KeepInstancesIn</c>: to be called in <c>OnModelCreating</c>.</summary>
    public static ModelBuilder HasEnvironmentInstances(this ModelBuilder model, string table = "EnvironmentInstances")
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Entity<EnvironmentInstance>(instance =>
        {
            instance.ToTable(table).HasKey(row => row.Id);
            instance.Property(row => row.Id).HasMaxLength(128);
            instance.Property(row => row.Token);
            instance.Property(row => row.ForgetAt);
        });
        return model;
    }
}
