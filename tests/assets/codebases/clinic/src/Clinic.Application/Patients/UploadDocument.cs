using AutoMapper;
using Clinic.Application.Abstractions;
using Clinic.Domain.Patients;
using MediatR;

namespace Clinic.Application.Patients;

public sealed record UploadDocumentCommand(Guid PatientId, string FileName, string ContentType, long Size, Stream Content) : IRequest<Guid>;

internal sealed class UploadDocumentCommandHandler(IRepository<PatientDocument> documents, IDocumentStorage storage, IMapper mapper, IUnitOfWork unitOfWork) : IRequestHandler<UploadDocumentCommand, Guid>
{
    public async Task<Guid> Handle(UploadDocumentCommand request, CancellationToken cancellationToken)
    {
        var document = mapper.Map<PatientDocument>(request);
        document.StorageKey = await storage.SaveAsync(request.FileName, request.Content, cancellationToken);
        await documents.AddAsync(document, cancellationToken);
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return document.Id;
    }
}

internal sealed class DocumentProfile : Profile
{
    public DocumentProfile() => CreateMap<UploadDocumentCommand, PatientDocument>();
}
