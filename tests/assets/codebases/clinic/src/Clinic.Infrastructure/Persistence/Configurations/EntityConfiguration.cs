using Clinic.Domain.Abstractions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Clinic.Infrastructure.Persistence.Configurations;

internal abstract class AggregateConfiguration<T> : IEntityTypeConfiguration<T>
    where T : AggregateRoot
{
    public void Configure(EntityTypeBuilder<T> builder)
    {
        builder.HasKey(e => e.Id);
        builder.Property(e => e.CreatedAt).HasDefaultValueSql("now()");
        builder.Ignore(e => e.DomainEvents);
        ConfigureMore(builder);
    }

    protected abstract void ConfigureMore(EntityTypeBuilder<T> builder);
}
