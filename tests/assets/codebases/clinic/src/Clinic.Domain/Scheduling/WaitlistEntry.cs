using System.ComponentModel.DataAnnotations;

namespace Clinic.Domain.Scheduling;

public class WaitlistEntry
{
    public long Id { get; set; }
    public Guid PatientId { get; set; }
    public Guid? PractitionerId { get; set; }

    [MaxLength(400)]
    public string? Wish { get; set; }
    public DateOnly From { get; set; }
    public DateOnly Until { get; set; }
}
