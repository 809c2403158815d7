using Clinic.Domain.Abstractions;
using Clinic.Domain.ValueObjects;

namespace Clinic.Domain.Staff;

public enum StaffRole
{
    Practitioner,
    Receptionist,
}

/// <summary>Common part of everybody who works in a practice; one table for all.</summary>
public abstract class StaffMember : Entity<Guid>
{
    public Guid PracticeId { get; protected set; }
    public string FullName { get; protected set; } = null!;
    public EmailAddress Email { get; protected set; } = null!;
    public DateOnly HiredOn { get; protected set; }
}

public sealed class Practitioner : StaffMember
{
    private Practitioner() { }

    public string LicenceNumber { get; private set; } = null!;

    public static Practitioner Hire(Guid practiceId, string fullName, EmailAddress email, string licence) =>
        new() { Id = Guid.NewGuid(), PracticeId = practiceId, FullName = fullName, Email = email, LicenceNumber = licence };
}

public sealed class Receptionist : StaffMember
{
    private Receptionist() { }

    public string? Desk { get; private set; }

    public static Receptionist Hire(Guid practiceId, string fullName, EmailAddress email, string? desk) =>
        new() { Id = Guid.NewGuid(), PracticeId = practiceId, FullName = fullName, Email = email, Desk = desk };
}
