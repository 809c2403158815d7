using Autonoma.Platform.Accounts;
using Autonoma.Platform.Applications;
using Autonoma.Platform.Tenancy;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Autonoma.Platform.Data;

/// <summary>
/// The database. Entities are described beside themselves (an <see cref="IEntityTypeConfiguration{TEntity}"/> in the feature's folder) and found by themselves.
/// What belongs to an organization is seen and saved only by a scope that has entered it.
/// </summary>
public sealed class PlatformDbContext(DbContextOptions<PlatformDbContext> options, Tenant tenant) : IdentityUserContext<User, Guid>(options)
{
    /// <summary>Name of the filter that keeps organizations apart.</summary>
    public const string TenantFilter = "tenant";

    internal Tenant Tenant => tenant;

    /// <summary>For whom it works.</summary>
    public Guid OrganizationId => tenant.OrganizationId;

    /// <summary>Evaluated anew by every query.</summary>
    private Guid CurrentOrganization => tenant.OrganizationId;

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PlatformDbContext).Assembly);
        foreach (var entity in builder.Model.GetEntityTypes().ToList())
        {
            if (typeof(IOwned).IsAssignableFrom(entity.ClrType) && entity.BaseType is null)
                typeof(PlatformDbContext).GetMethod(nameof(Own), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!.MakeGenericMethod(entity.ClrType).Invoke(this, [builder]);
            if (typeof(IOfApplication).IsAssignableFrom(entity.ClrType))
                builder.Entity(entity.ClrType).HasOne(typeof(Application)).WithMany().HasForeignKey(nameof(IOfApplication.ApplicationId)).OnDelete(DeleteBehavior.Cascade);
            if (typeof(IVersioned).IsAssignableFrom(entity.ClrType))
                builder.Entity(entity.ClrType).Property(nameof(IVersioned.Version)).IsConcurrencyToken();
        }

        SnakeCase.Apply(builder.Model);
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        // An enum is stored as its word: rows read well, and a new member in the middle changes nothing.
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    private void Own<T>(ModelBuilder builder)
        where T : class, IOwned
        => builder.Entity<T>().HasQueryFilter(TenantFilter, row => row.OrganizationId == CurrentOrganization);
}

/// <summary>Queries of background work that serves all organizations.</summary>
public static class AcrossOrganizationsQuery
{
    /// <summary>Rows of every organization. Never in a request.</summary>
    public static IQueryable<T> AcrossOrganizations<T>(this IQueryable<T> rows)
        where T : class
        => rows.IgnoreQueryFilters([PlatformDbContext.TenantFilter]);
}
