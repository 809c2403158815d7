using Clinic.Application.Abstractions;
using Clinic.Domain.Patients;
using MediatR;

namespace Clinic.Application.Patients;

public sealed record AddRecordEntryCommand(Guid RecordId, Guid AuthorId, string Text) : IRequest;

internal sealed class AddRecordEntryCommandHandler(IRepository<MedicalRecord> records, IUnitOfWork unitOfWork) : IRequestHandler<AddRecordEntryCommand>
{
    public async Task Handle(AddRecordEntryCommand request, CancellationToken cancellationToken)
    {
        var record = await records.FindAsync(request.RecordId, cancellationToken) ?? throw new KeyNotFoundException();
        record.AddEntry(request.Text, request.AuthorId);
        await unitOfWork.SaveChangesAsync(cancellationToken);
    }
}
