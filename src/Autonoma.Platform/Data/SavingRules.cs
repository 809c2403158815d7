using Autonoma.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Autonoma.Platform.Data;

/// <summary>What holds for every row that is saved: whose it is, when it was made and changed, and that nobody saves a row of somebody else.</summary>
internal sealed class SavingRules(TimeProvider time) : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Apply((PlatformDbContext)eventData.Context!);
        return base.SavingChanges(eventData, result);
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Apply((PlatformDbContext)eventData.Context!);
        return base.SavingChangesAsync(eventData, result, cancellationToken);
    }

    private void Apply(PlatformDbContext db)
    {
        // PostgreSQL keeps microseconds: what is answered now is what is read back later.
        var ticks = time.GetUtcNow().Ticks;
        var now = new DateTimeOffset(ticks - (ticks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
        foreach (var entry in db.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            if (entry.Entity is IOwned owned)
                Own(db.Tenant, entry, owned);
            if (entry is { Entity: Entity made, State: EntityState.Added } && made.CreatedAt == default)
                made.CreatedAt = now;
            if (entry is { Entity: IChanging changed, State: not EntityState.Deleted })
                changed.UpdatedAt = now;
            if (entry is { Entity: IVersioned versioned, State: not EntityState.Deleted })
                versioned.Version++;
        }
    }

    private static void Own(Tenant tenant, EntityEntry entry, IOwned owned)
    {
        if (entry.State == EntityState.Added && owned.OrganizationId == Guid.Empty)
            owned.OrganizationId = tenant.OrganizationId;
        var original = entry.State == EntityState.Added ? owned.OrganizationId : (Guid)entry.OriginalValues[nameof(IOwned.OrganizationId)]!;
        if (owned.OrganizationId == Guid.Empty || original != owned.OrganizationId)
            throw new TenantException($"{entry.Metadata.ClrType.Name}: a row has one organization, for good.");
        if (!tenant.IsSystem && owned.OrganizationId != tenant.OrganizationId)
            throw new TenantException($"{entry.Metadata.ClrType.Name}: a row of another organization was about to be saved.");
    }
}
