using Clinic.Domain.Abstractions;

namespace Clinic.Domain.Scheduling;

public enum AppointmentStatus
{
    Booked,
    CheckedIn,
    Completed,
    Cancelled,
    NoShow,
}

public sealed class Appointment : AggregateRoot
{
    private Appointment() { }

    public Guid PracticeId { get; private set; }
    public Guid PatientId { get; private set; }
    public Guid PractitionerId { get; private set; }
    public DateTimeOffset StartsAt { get; private set; }
    public TimeSpan Length { get; private set; } = TimeSpan.FromMinutes(20);
    public AppointmentStatus Status { get; private set; }
    public string ConfirmationCode { get; private set; } = null!;
    public string? Reason { get; private set; }

    public static Appointment Book(Guid practiceId, Guid patientId, Guid practitionerId, DateTimeOffset startsAt, string code, string? reason)
    {
        var appointment = new Appointment
        {
            PracticeId = practiceId, PatientId = patientId, PractitionerId = practitionerId, StartsAt = startsAt, ConfirmationCode = code, Reason = reason,
        };
        appointment.Raise(new AppointmentBooked(appointment.Id, patientId, startsAt, DateTimeOffset.UtcNow));
        return appointment;
    }

    public void Complete() => Status = AppointmentStatus.Completed;
}

public sealed record AppointmentBooked(Guid AppointmentId, Guid PatientId, DateTimeOffset StartsAt, DateTimeOffset OccurredAt) : IDomainEvent;
