namespace Clinic.Domain.Reports;

/// <summary>A row of the database's own view; nobody writes one.</summary>
public sealed class AppointmentOverview
{
    public Guid AppointmentId { get; set; }
    public string PatientName { get; set; } = "";
    public string PractitionerName { get; set; } = "";
}
