using System.Security.Cryptography;
using Clinic.Application.Abstractions;
using Clinic.Domain.Scheduling;
using MediatR;

namespace Clinic.Application.Scheduling;

public sealed record BookAppointmentCommand(Guid PracticeId, Guid PatientId, Guid PractitionerId, DateTimeOffset StartsAt, string? Reason) : IRequest<BookedAppointment>;

public sealed record BookedAppointment(Guid Id, string Code);

internal sealed class BookAppointmentCommandHandler(IRepository<Appointment> appointments, IUnitOfWork unitOfWork, IMessageBus bus) : IRequestHandler<BookAppointmentCommand, BookedAppointment>
{
    public async Task<BookedAppointment> Handle(BookAppointmentCommand request, CancellationToken cancellationToken)
    {
        var code = NewConfirmationCode();
        var appointment = Appointment.Book(request.PracticeId, request.PatientId, request.PractitionerId, request.StartsAt, code, request.Reason);
        await appointments.AddAsync(appointment, cancellationToken);
        await unitOfWork.SaveChangesAsync(cancellationToken);
        await bus.PublishAsync(new AppointmentMessage(appointment.Id, appointment.StartsAt), cancellationToken);
        return new BookedAppointment(appointment.Id, code);
    }

    private static string NewConfirmationCode() => Convert.ToHexString(RandomNumberGenerator.GetBytes(4));
}

public sealed record AppointmentMessage(Guid AppointmentId, DateTimeOffset StartsAt);

internal sealed class RemindOfAppointment(INotificationService notifications) : INotificationHandler<AppointmentBooked>
{
    public Task Handle(AppointmentBooked notification, CancellationToken cancellationToken) =>
        notifications.NotifyAsync(notification.PatientId, "Your appointment", $"We see you on {notification.StartsAt:d}.", cancellationToken);
}
