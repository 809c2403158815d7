using Clinic.Domain.ValueObjects;

namespace Clinic.Domain.Billing;

public sealed class InvoiceLine
{
    public int Id { get; private set; }
    public required string Text { get; init; }
    public required Money UnitPrice { get; init; }
    public int Quantity { get; init; } = 1;
}
