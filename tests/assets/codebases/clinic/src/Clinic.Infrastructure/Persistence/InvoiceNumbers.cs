using Clinic.Application.Abstractions;
using Microsoft.EntityFrameworkCore;

namespace Clinic.Infrastructure.Persistence;

internal sealed class InvoiceNumbers(ClinicDbContext db) : IInvoiceNumbers
{
    public async Task<string> NextAsync(CancellationToken cancellationToken = default) => $"I-{await db.Invoices.CountAsync(cancellationToken) + 1:00000}";
}
