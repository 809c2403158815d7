using Clinic.Application.Abstractions;
using Clinic.Domain.Staff;
using Clinic.Domain.ValueObjects;
using MediatR;

namespace Clinic.Application.Staff;

public sealed record HireStaffCommand(Guid PracticeId, StaffRole Role, string FullName, string Email, string? Licence, string? Desk) : IRequest<Guid>;

internal sealed class HireStaffCommandHandler(IRepository<StaffMember> staff, IUnitOfWork unitOfWork) : IRequestHandler<HireStaffCommand, Guid>
{
    public async Task<Guid> Handle(HireStaffCommand request, CancellationToken cancellationToken)
    {
        var email = EmailAddress.Create(request.Email);
        StaffMember member = request.Role switch
        {
            StaffRole.Practitioner => Practitioner.Hire(request.PracticeId, request.FullName, email, request.Licence ?? throw new ArgumentException("A practitioner needs a licence.")),
            _ => Receptionist.Hire(request.PracticeId, request.FullName, email, request.Desk),
        };
        await staff.AddAsync(member, cancellationToken);
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return member.Id;
    }
}
