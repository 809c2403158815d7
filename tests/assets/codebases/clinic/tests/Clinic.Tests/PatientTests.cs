using Clinic.Domain.Patients;
using Clinic.Infrastructure.Persistence;
using Xunit;

namespace Clinic.Tests;

public class PatientTests
{
    [Fact]
    public void Patient_has_record()
    {
        using var db = TestDb.Create();
        db.Set<RecordEntry>().Add(new MedicalRecord(Guid.NewGuid()).AddEntry("x", Guid.NewGuid()));
        db.SaveChanges();
    }
}

internal static class TestDb
{
    public static ClinicDbContext Create() => null!;
}
