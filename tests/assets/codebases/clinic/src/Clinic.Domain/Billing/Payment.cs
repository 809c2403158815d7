namespace Clinic.Domain.Billing;

public abstract class Payment
{
    public Guid Id { get; init; } = Guid.NewGuid();
    public Guid InvoiceId { get; init; }
    public decimal Amount { get; init; }
    public DateTimeOffset ReceivedAt { get; init; }
}

public sealed class CardPayment : Payment
{
    public required string LastFour { get; init; }
    public required string GatewayReference { get; init; }
}

public sealed class CashPayment : Payment
{
    public string? ReceivedBy { get; init; }
}
