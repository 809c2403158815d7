using Clinic.Domain.Abstractions;

namespace Clinic.Domain.Patients;

public sealed class MedicalRecord : Entity<Guid>
{
    private readonly List<RecordEntry> _entries = [];

    internal MedicalRecord(Guid patientId)
    {
        Id = Guid.NewGuid();
        PatientId = patientId;
    }

    private MedicalRecord() { }

    public Guid PatientId { get; private set; }
    public string? BloodGroup { get; private set; }
    public IReadOnlyCollection<RecordEntry> Entries => _entries.AsReadOnly();

    public RecordEntry AddEntry(string text, Guid authorId)
    {
        var entry = new RecordEntry(Id, text, authorId);
        _entries.Add(entry);
        return entry;
    }
}

public sealed class RecordEntry : Entity<long>
{
    internal RecordEntry(Guid recordId, string text, Guid authorId) => (RecordId, Text, AuthorId) = (recordId, text, authorId);

    private RecordEntry() { }

    public Guid RecordId { get; private set; }
    public string Text { get; private set; } = null!;
    public Guid AuthorId { get; private set; }
    public DateTimeOffset WrittenAt { get; private set; }
}
