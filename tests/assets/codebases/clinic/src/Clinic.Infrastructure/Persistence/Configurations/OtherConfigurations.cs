using Clinic.Domain.Auditing;
using Clinic.Domain.Billing;
using Clinic.Domain.Messaging;
using Clinic.Domain.Patients;
using Clinic.Domain.Prescribing;
using Clinic.Domain.Referrals;
using Clinic.Domain.Scheduling;
using Clinic.Domain.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Clinic.Infrastructure.Persistence.Configurations;

internal sealed class AppointmentConfiguration : AggregateConfiguration<Appointment>
{
    protected override void ConfigureMore(EntityTypeBuilder<Appointment> builder)
    {
        builder.ToTable("appointments");
        builder.HasIndex(a => new { a.PractitionerId, a.StartsAt }).IsUnique();
        builder.HasOne<Patient>().WithMany().HasForeignKey(a => a.PatientId);
        builder.HasOne<Practitioner>().WithMany().HasForeignKey(a => a.PractitionerId);
        builder.Property(a => a.Reason).HasMaxLength(500);
    }
}

internal sealed class PrescriptionConfiguration : AggregateConfiguration<Prescription>
{
    protected override void ConfigureMore(EntityTypeBuilder<Prescription> builder) => builder.OwnsMany(p => p.Items, item =>
    {
        item.ToTable("prescription_items");
        item.Property(i => i.Drug).HasMaxLength(120);
    });
}

internal sealed class InvoiceConfiguration : AggregateConfiguration<Invoice>
{
    protected override void ConfigureMore(EntityTypeBuilder<Invoice> builder)
    {
        builder.HasIndex(i => i.Number).IsUnique();
        builder.OwnsOne(i => i.Total);
        builder.HasMany(i => i.Lines).WithOne().IsRequired();
        builder.HasMany(i => i.Payments).WithOne().HasForeignKey(p => p.InvoiceId);
        builder.HasOne<Patient>().WithMany().HasForeignKey(i => i.PatientId);
    }
}

internal sealed class InvoiceLineConfiguration : IEntityTypeConfiguration<InvoiceLine>
{
    public void Configure(EntityTypeBuilder<InvoiceLine> builder) => builder.OwnsOne(l => l.UnitPrice);
}

internal sealed class PaymentConfiguration : IEntityTypeConfiguration<Payment>
{
    public void Configure(EntityTypeBuilder<Payment> builder) =>
        builder.ToTable("payments").HasDiscriminator<string>("method").HasValue<CardPayment>("card").HasValue<CashPayment>("cash");
}

internal sealed class ReferralConfiguration : AggregateConfiguration<Referral>
{
    protected override void ConfigureMore(EntityTypeBuilder<Referral> builder) => builder.HasOne(r => r.Patient).WithMany().HasForeignKey(r => r.PatientId);
}

internal sealed class NotificationConfiguration : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> builder) => builder.ToTable("notifications");
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit");
        builder.Property(a => a.Id).UseIdentityColumn();
    }
}
