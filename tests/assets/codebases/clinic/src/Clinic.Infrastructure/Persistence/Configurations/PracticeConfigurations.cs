using Clinic.Domain.Practices;
using Clinic.Domain.Staff;
using Clinic.Domain.ValueObjects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Clinic.Infrastructure.Persistence.Configurations;

internal sealed class PracticeConfiguration : AggregateConfiguration<Practice>
{
    protected override void ConfigureMore(EntityTypeBuilder<Practice> builder)
    {
        builder.ToTable("practices");
        builder.Property(p => p.Name).HasMaxLength(120).IsRequired();
        builder.HasIndex(p => p.Slug).IsUnique();
        builder.OwnsOne(p => p.Address);
        builder.HasMany(p => p.Staff).WithOne().HasForeignKey(s => s.PracticeId);
    }
}

internal sealed class StaffMemberConfiguration : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> builder)
    {
        builder.ToTable("staff");
        builder.HasDiscriminator<string>("kind").HasValue<Practitioner>("practitioner").HasValue<Receptionist>("receptionist");
        builder.Property(s => s.Email).HasConversion(e => e.Value, v => EmailAddress.Create(v)).HasMaxLength(200);
    }
}
