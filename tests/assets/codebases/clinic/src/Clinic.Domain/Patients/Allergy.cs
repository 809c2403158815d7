namespace Clinic.Domain.Patients;

public class Allergy
{
    public int Id { get; set; }
    public required string Name { get; set; }
    public string? Code { get; set; }
    public ICollection<Patient> Patients { get; set; } = new List<Patient>();
}
