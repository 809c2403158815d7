using Clinic.Application.Abstractions;
using Clinic.Application.Scheduling;
using Clinic.Domain.Abstractions;
using Clinic.Domain.Billing;
using Clinic.Domain.Patients;
using Clinic.Domain.Practices;
using Clinic.Domain.Reports;
using Clinic.Domain.Scheduling;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Clinic.Infrastructure.Persistence;

public sealed class ClinicDbContext(DbContextOptions<ClinicDbContext> options, TimeProvider time, IPublisher publisher) : DbContext(options), IUnitOfWork, IClinicDbContext
{
    public DbSet<Practice> Practices => Set<Practice>();
    public DbSet<Patient> Patients => Set<Patient>();
    public DbSet<Invoice> Invoices => Set<Invoice>();
    public DbSet<WaitlistEntry> Waitlist => Set<WaitlistEntry>();
    public DbSet<AppointmentOverview> AppointmentOverviews => Set<AppointmentOverview>();

    public override async Task<int> SaveChangesAsync(CancellationToken cancellationToken = default)
    {
        foreach (var entry in ChangeTracker.Entries<AggregateRoot>().Where(e => e.State == EntityState.Added))
            entry.Property(e => e.CreatedAt).CurrentValue = time.GetUtcNow();
        var saved = await base.SaveChangesAsync(cancellationToken);
        foreach (var aggregate in ChangeTracker.Entries<AggregateRoot>().Select(e => e.Entity).ToList())
        {
            var events = aggregate.DomainEvents.ToList();
            aggregate.ClearDomainEvents();
            foreach (var domainEvent in events) await publisher.Publish(domainEvent, cancellationToken);
        }
        return saved;
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema("clinic");
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ClinicDbContext).Assembly);
        modelBuilder.Entity<AppointmentOverview>().HasNoKey().ToView("appointment_overviews");
    }
}
