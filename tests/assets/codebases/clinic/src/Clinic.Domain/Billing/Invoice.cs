using Clinic.Domain.Abstractions;
using Clinic.Domain.ValueObjects;

namespace Clinic.Domain.Billing;

public enum InvoiceStatus { Draft, Issued, Paid, Void }

public sealed partial class Invoice : AggregateRoot
{
    private readonly List<InvoiceLine> _lines = [];
    private readonly List<Payment> _payments = [];

    private Invoice() { }

    public Guid PatientId { get; private set; }
    public Guid? AppointmentId { get; private set; }
    public string Number { get; private set; } = null!;
    public InvoiceStatus Status { get; private set; } = InvoiceStatus.Draft;
    public Money Total { get; private set; } = Money.Zero("EUR");
    public IReadOnlyCollection<InvoiceLine> Lines => _lines;
    public IReadOnlyCollection<Payment> Payments => _payments;
}
