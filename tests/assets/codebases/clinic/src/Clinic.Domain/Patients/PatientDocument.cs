using Clinic.Domain.Abstractions;

namespace Clinic.Domain.Patients;

public class PatientDocument : Entity<Guid>
{
    public Guid PatientId { get; set; }
    public Patient? Patient { get; set; }
    public string FileName { get; set; } = "";
    public string ContentType { get; set; } = "application/octet-stream";
    public string StorageKey { get; set; } = "";
    public long Size { get; set; }
}
