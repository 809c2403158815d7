using Clinic.Domain.Patients;
using Clinic.Domain.Practices;
using Clinic.Domain.ValueObjects;

namespace Clinic.Infrastructure.Persistence;

public sealed class ClinicSeeder(ClinicDbContext db)
{
    public async Task RunAsync()
    {
        if (db.Practices.Any()) return;
        var practice = Practice.Open("Meadow Clinic", "meadow", new Address("Mill Lane 1", "CB1 1AA", "Cambridge", "UK"));
        db.Practices.Add(practice);
        db.Patients.Add(Patient.Register(practice.Id, "Ada Field", new DateOnly(1980, 1, 1), null));
        db.Add(new MedicalRecord(Guid.NewGuid()));
        await db.SaveChangesAsync();
    }
}
