using Clinic.Domain.Abstractions;
using Clinic.Domain.ValueObjects;

namespace Clinic.Domain.Patients;

public enum Sex
{
    Unknown,
    Female,
    Male,
}

public sealed class Patient : AggregateRoot
{
    private readonly List<Allergy> _allergies = [];

    private Patient(Guid practiceId, string fullName, DateOnly birthDate)
    {
        PracticeId = practiceId;
        FullName = fullName;
        BirthDate = birthDate;
        Record = new MedicalRecord(Id);
    }

    private Patient() { }

    public Guid PracticeId { get; private set; }
    public string FullName { get; private set; } = null!;
    public DateOnly BirthDate { get; private set; }
    public Sex Sex { get; private set; }
    public EmailAddress? Email { get; private set; }
    public Address? Address { get; private set; }
    public MedicalRecord Record { get; private set; } = null!;
    public IReadOnlyCollection<Allergy> Allergies => _allergies;
    public int Age => DateTime.Today.Year - BirthDate.Year;

    public static Patient Register(Guid practiceId, string fullName, DateOnly birthDate, EmailAddress? email)
    {
        var patient = new Patient(practiceId, fullName, birthDate) { Email = email };
        patient.Raise(new PatientRegistered(patient.Id, DateTimeOffset.UtcNow));
        return patient;
    }

    public void Diagnose(Allergy allergy)
    {
        if (!_allergies.Contains(allergy)) _allergies.Add(allergy);
    }
}

public sealed record PatientRegistered(Guid PatientId, DateTimeOffset OccurredAt) : IDomainEvent;
