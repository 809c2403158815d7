using Clinic.Application.Abstractions;
using Clinic.Domain.Patients;
using Clinic.Domain.ValueObjects;
using FluentValidation;
using MediatR;

namespace Clinic.Application.Patients;

public sealed record RegisterPatientCommand(Guid PracticeId, string FullName, DateOnly BirthDate, string? Email) : IRequest<PatientDto>;

public sealed record PatientDto(Guid Id, string FullName, DateOnly BirthDate);

internal sealed class RegisterPatientValidator : AbstractValidator<RegisterPatientCommand>
{
}

internal sealed class RegisterPatientCommandHandler(IRepository<Patient> patients, IUnitOfWork unitOfWork) : IRequestHandler<RegisterPatientCommand, PatientDto>
{
    public async Task<PatientDto> Handle(RegisterPatientCommand request, CancellationToken cancellationToken)
    {
        var patient = Patient.Register(request.PracticeId, request.FullName, request.BirthDate, request.Email is null ? null : EmailAddress.Create(request.Email));
        await patients.AddAsync(patient, cancellationToken);
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return new PatientDto(patient.Id, patient.FullName, patient.BirthDate);
    }
}

internal sealed class SendWelcomeMail(IRepository<Patient> patients, IMailer mailer) : INotificationHandler<PatientRegistered>
{
    public async Task Handle(PatientRegistered notification, CancellationToken cancellationToken)
    {
        if (await patients.FindAsync(notification.PatientId, cancellationToken) is { Email: { } email } patient)
            await mailer.SendAsync(email.Value, "Welcome", $"Dear {patient.FullName}, ...", cancellationToken);
    }
}
