using Autonoma.EnvironmentFactory;
using Autonoma.EnvironmentFactory.EntityFrameworkCore.Instances;
using Autonoma.EnvironmentFactory.Instances;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Keeps what an <c>up</c> made in the app's database, so that its caller can take it back even when it never saw the answer.</summary>
public static class EnvironmentInstanceExtensions
{
    /// <summary>Remembers environments in the database of a context, for all servers of the app and over its restarts, instead of in the memory of the process.</summary>
    /// <remarks>The context calls <see cref="HasEnvironmentInstances"/> in <c>OnModelCreating</c>. A row goes with its environment.</remarks>
    public static EnvironmentFactoryBuilder KeepInstancesIn<TContext>(this EnvironmentFactoryBuilder factory)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(factory);
        factory.Services.Replace(ServiceDescriptor.Singleton<IInstanceStore>(provider => new EntityInstanceStore<TContext>(provider.GetRequiredService<IServiceScopeFactory>(), provider.GetRequiredService<TimeProvider>())));
        return factory;
    }

    /// <summary>The table for <see cref="KeepInstancesIn"/>.</summary>
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
