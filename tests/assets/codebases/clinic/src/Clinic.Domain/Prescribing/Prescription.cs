using Clinic.Domain.Abstractions;

namespace Clinic.Domain.Prescribing;

public sealed class Prescription : AggregateRoot
{
    private readonly List<PrescriptionItem> _items = new();

    private Prescription() { }

    public Guid PatientId { get; private set; }
    public Guid PractitionerId { get; private set; }
    public DateOnly ValidUntil { get; private set; }
    public IReadOnlyList<PrescriptionItem> Items => _items;

    public static Prescription Issue(Guid patientId, Guid practitionerId, DateOnly validUntil) => new() { PatientId = patientId, PractitionerId = practitionerId, ValidUntil = validUntil };

    public void AddItem(PrescriptionItem item) => _items.Add(item);
}

public sealed class PrescriptionItem(string drug, string dose, int packs)
{
    public string Drug { get; private set; } = drug;
    public string Dose { get; private set; } = dose;
    public int Packs { get; private set; } = packs;
}
