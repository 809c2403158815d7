using Clinic.Domain.ValueObjects;

namespace Clinic.Domain.Billing;

public sealed partial class Invoice
{
    public static Invoice Draft(Guid patientId, Guid? appointmentId, string number) => new() { PatientId = patientId, AppointmentId = appointmentId, Number = number };

    public void Charge(string text, Money price, int quantity)
    {
        _lines.Add(new InvoiceLine { Text = text, UnitPrice = price, Quantity = quantity });
        Total = Total.Add(price with { Amount = price.Amount * quantity });
    }

    public void Settle(Payment payment)
    {
        _payments.Add(payment);
        Status = InvoiceStatus.Paid;
    }
}
