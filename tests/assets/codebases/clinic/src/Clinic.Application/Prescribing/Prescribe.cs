using Clinic.Application.Abstractions;
using Clinic.Domain.Prescribing;
using MediatR;

namespace Clinic.Application.Prescribing;

public sealed record PrescribedDrug(string Drug, string Dose, int Packs);

public sealed record PrescribeCommand(Guid PatientId, Guid PractitionerId, IReadOnlyList<PrescribedDrug> Drugs) : IRequest<Guid>;

internal sealed class PrescribeCommandHandler(IRepository<Prescription> prescriptions, IAuditTrail audit, IDocumentStorage storage, TimeProvider time, IUnitOfWork unitOfWork) : IRequestHandler<PrescribeCommand, Guid>
{
    public async Task<Guid> Handle(PrescribeCommand request, CancellationToken cancellationToken)
    {
        var prescription = Prescription.Issue(request.PatientId, request.PractitionerId, DateOnly.FromDateTime(time.GetUtcNow().Date).AddMonths(3));
        foreach (var drug in request.Drugs)
            prescription.AddItem(new PrescriptionItem(drug.Drug, drug.Dose, drug.Packs));
        await prescriptions.AddAsync(prescription, cancellationToken);
        await audit.RecordAsync("prescribed", prescription.Id.ToString(), cancellationToken);
        await unitOfWork.SaveChangesAsync(cancellationToken);
        using var sheet = new MemoryStream();
        await storage.SaveAsync($"{prescription.Id}.txt", sheet, cancellationToken);
        return prescription.Id;
    }
}
