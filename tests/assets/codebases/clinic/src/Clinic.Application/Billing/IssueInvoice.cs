using Clinic.Application.Abstractions;
using Clinic.Domain.Billing;
using Clinic.Domain.ValueObjects;
using MediatR;

namespace Clinic.Application.Billing;

public sealed record InvoicePosition(string Text, decimal Price, int Quantity);

public sealed record IssueInvoiceCommand(Guid PatientId, IReadOnlyList<InvoicePosition> Positions) : IRequest<Guid>;

internal sealed class IssueInvoiceCommandHandler(IRepository<Invoice> invoices, IInvoiceNumbers numbers, IUnitOfWork unitOfWork) : IRequestHandler<IssueInvoiceCommand, Guid>
{
    public async Task<Guid> Handle(IssueInvoiceCommand request, CancellationToken cancellationToken)
    {
        var invoice = Invoice.Draft(request.PatientId, null, await numbers.NextAsync(cancellationToken));
        foreach (var position in request.Positions)
            invoice.Charge(position.Text, new Money(position.Price, "EUR"), position.Quantity);
        await invoices.AddAsync(invoice, cancellationToken);
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return invoice.Id;
    }
}
