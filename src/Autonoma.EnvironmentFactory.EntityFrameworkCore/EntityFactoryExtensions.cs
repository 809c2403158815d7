using Autonoma.EnvironmentFactory;
using Autonoma.EnvironmentFactory.EntityFrameworkCore.Entities;
using Autonoma.EnvironmentFactory.EntityFrameworkCore.Instances;
using Autonoma.EnvironmentFactory.Factories;
using Autonoma.EnvironmentFactory.Instances;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Entities as models.</summary>
public static class EntityFactoryExtensions
{
    /// <summary>
    /// Registers an entity that the app has no creation code for. Its fields, defaults and limits come from the EF model, and so do its
    /// relations to other registered models. Records are written as they are: nothing is hashed and no event is raised. Where the app has code
    /// that creates the entity, define a factory that calls it.
    /// </summary>
    /// <typeparam name="TEntity">The entity; it needs a constructor without parameters, public or not.</typeparam>
    /// <typeparam name="TContext">The context, as registered with <c>AddDbContext</c>.</typeparam>
    /// <param name="builder">Where models are registered.</param>
    /// <param name="model">The key in <c>create</c>; by default the name of the entity class.</param>
    public static FactoryBuilder AddEntityFactory<TEntity, TContext>(this EnvironmentFactoryBuilder builder, string? model = null)
        where TEntity : class
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        var name = model ?? typeof(TEntity).Name;
        return builder.AddModel(name, (services, environment) =>
        {
            using var scope = services.CreateScope();
            return new EntityFactory<TEntity, TContext>(name, EntityMap.Of<TEntity>(scope.ServiceProvider.GetRequiredService<TContext>(), environment), environment);
        });
    }

    /// <summary>Remembers environments in the database of a context, for all servers of the app and over its restarts, instead of in the memory of the process.</summary>
    /// <remarks>The context calls <see cref="Autonoma.EnvironmentFactory.EntityFrameworkCore.EnvironmentInstanceExtensions.HasEnvironmentInstances"/> in <c>OnModelCreating</c>. A row goes with its environment.</remarks>
    public static EnvironmentFactoryBuilder KeepInstancesIn<TContext>(this EnvironmentFactoryBuilder factory)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(factory);
        factory.Services.Replace(ServiceDescriptor.Singleton<IInstanceStore>(provider => new EntityInstanceStore<TContext>(provider.GetRequiredService<IServiceScopeFactory>(), provider.GetRequiredService<TimeProvider>())));
        return factory;
    }

    /// <summary>Reads the relations of a model from the EF model, while its records are created by the app's own code.</summary>
    /// <typeparam name="TEntity">The entity that the model stands for.</typeparam>
    /// <typeparam name="TContext">The context.</typeparam>
    public static FactoryBuilder RelationsFrom<TEntity, TContext>(this FactoryBuilder builder)
        where TEntity : class
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.RelationsFrom((services, registry) =>
        {
            using var scope = services.CreateScope();
            var context = scope.ServiceProvider.GetRequiredService<TContext>();
            return [.. EntityRelations.Of(EntityMap.EntityOf<TEntity>(context), registry)];
        });
    }
}
