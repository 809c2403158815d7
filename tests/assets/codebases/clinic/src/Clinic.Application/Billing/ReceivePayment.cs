using Clinic.Application.Abstractions;
using Clinic.Domain.Billing;
using MediatR;

namespace Clinic.Application.Billing;

public sealed record ReceivePaymentCommand(Guid InvoiceId, decimal Amount, string? CardToken, string? LastFour, string? Cashier) : IRequest;

internal sealed class ReceivePaymentCommandHandler(IRepository<Invoice> invoices, ICardGateway gateway, TimeProvider time, IUnitOfWork unitOfWork) : IRequestHandler<ReceivePaymentCommand>
{
    public async Task Handle(ReceivePaymentCommand request, CancellationToken cancellationToken)
    {
        var invoice = await invoices.FindAsync(request.InvoiceId, cancellationToken) ?? throw new KeyNotFoundException();
        if (request.CardToken is { } card)
        {
            var reference = await gateway.ChargeAsync(request.Amount, card, cancellationToken);
            invoice.Settle(new CardPayment { InvoiceId = invoice.Id, Amount = request.Amount, LastFour = request.LastFour!, GatewayReference = reference, ReceivedAt = time.GetUtcNow() });
        }
        else
        {
            invoice.Settle(new CashPayment { InvoiceId = invoice.Id, Amount = request.Amount, ReceivedBy = request.Cashier, ReceivedAt = time.GetUtcNow() });
        }
        await unitOfWork.SaveChangesAsync(cancellationToken);
    }
}
