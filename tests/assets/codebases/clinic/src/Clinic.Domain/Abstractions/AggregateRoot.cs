using MediatR;

namespace Clinic.Domain.Abstractions;

public interface IDomainEvent : INotification
{
    DateTimeOffset OccurredAt { get; }
}

public abstract class Entity<TId>
    where TId : notnull
{
    public TId Id { get; protected set; } = default!;
}

public abstract class AggregateRoot : Entity<Guid>
{
    private readonly List<IDomainEvent> _domainEvents = [];

    protected AggregateRoot() => Id = Guid.NewGuid();

    public IReadOnlyCollection<IDomainEvent> DomainEvents => _domainEvents.AsReadOnly();

    public DateTimeOffset CreatedAt { get; internal set; }

    protected void Raise(IDomainEvent domainEvent) => _domainEvents.Add(domainEvent);

    public void ClearDomainEvents() => _domainEvents.Clear();
}
