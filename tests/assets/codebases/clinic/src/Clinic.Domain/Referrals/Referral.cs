using Clinic.Domain.Abstractions;
using Clinic.Domain.Patients;

namespace Clinic.Domain.Referrals;

public sealed class Referral : AggregateRoot
{
    private Referral(Guid patientId, string specialty, string? letter) => (PatientId, Specialty, Letter) = (patientId, specialty, letter);

    public Guid PatientId { get; private set; }
    public Patient Patient { get; private set; } = null!;
    public string Specialty { get; private set; }
    public string? Letter { get; private set; }

    public static Referral Create(Guid patientId, string specialty, string? letter) => new(patientId, specialty, letter);
}
