using Clinic.Domain.Patients;
using Clinic.Domain.ValueObjects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Clinic.Infrastructure.Persistence.Configurations;

internal sealed class PatientConfiguration : AggregateConfiguration<Patient>
{
    protected override void ConfigureMore(EntityTypeBuilder<Patient> builder)
    {
        builder.ToTable("patients");
        builder.Property(p => p.FullName).HasMaxLength(160);
        builder.Property(p => p.Email).HasConversion(e => e!.Value, v => EmailAddress.Create(v));
        builder.Property(p => p.Sex).HasConversion<string>();
        builder.OwnsOne(p => p.Address, address => address.Property(a => a.City).HasMaxLength(80));
        builder.HasOne<Domain.Practices.Practice>().WithMany().HasForeignKey(p => p.PracticeId);
        builder.HasOne(p => p.Record).WithOne().HasForeignKey<MedicalRecord>(r => r.PatientId);
        builder.HasMany(p => p.Allergies).WithMany(a => a.Patients).UsingEntity("patient_allergies");
    }
}

internal sealed class MedicalRecordConfiguration : IEntityTypeConfiguration<MedicalRecord>
{
    public void Configure(EntityTypeBuilder<MedicalRecord> builder)
    {
        builder.ToTable("medical_records");
        builder.HasMany(r => r.Entries).WithOne().HasForeignKey(e => e.RecordId);
    }
}

internal sealed class AllergyConfiguration : IEntityTypeConfiguration<Allergy>
{
    public void Configure(EntityTypeBuilder<Allergy> builder)
    {
        builder.HasIndex(a => a.Name).IsUnique();
        builder.HasData(new Allergy { Id = 1, Name = "Penicillin" }, new Allergy { Id = 2, Name = "Latex" });
    }
}

internal sealed class PatientDocumentConfiguration : IEntityTypeConfiguration<PatientDocument>
{
    public void Configure(EntityTypeBuilder<PatientDocument> builder) => builder.ToTable("documents");
}
