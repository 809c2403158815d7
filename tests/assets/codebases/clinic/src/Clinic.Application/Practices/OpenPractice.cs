using Clinic.Application.Abstractions;
using Clinic.Domain.Practices;
using Clinic.Domain.ValueObjects;
using MediatR;

namespace Clinic.Application.Practices;

public sealed record OpenPracticeCommand(string Name, string Street, string PostalCode, string City, string FounderName, string Licence) : IRequest<Guid>;

internal sealed class OpenPracticeCommandHandler(IRepository<Practice> practices, IUnitOfWork unitOfWork) : IRequestHandler<OpenPracticeCommand, Guid>
{
    public async Task<Guid> Handle(OpenPracticeCommand request, CancellationToken cancellationToken)
    {
        var practice = Practice.Open(request.Name, Slugify(request.Name), new Address(request.Street, request.PostalCode, request.City, null));
        practice.AppointFounder(request.FounderName, request.Licence);
        await practices.AddAsync(practice, cancellationToken);
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return practice.Id;
    }

    private static string Slugify(string name) => new([.. name.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : '-')]);
}
