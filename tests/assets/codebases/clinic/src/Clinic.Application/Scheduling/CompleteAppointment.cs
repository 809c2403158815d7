using Clinic.Application.Abstractions;
using Clinic.Domain.Billing;
using Clinic.Domain.Patients;
using Clinic.Domain.Scheduling;
using MediatR;

namespace Clinic.Application.Scheduling;

public sealed record CompleteAppointmentCommand(Guid AppointmentId, Guid RecordId, string Findings) : IRequest;

internal sealed class CompleteAppointmentCommandHandler(
    IRepository<Appointment> appointments, IRepository<MedicalRecord> records, IRepository<Invoice> invoices, IInvoiceNumbers numbers, IUnitOfWork unitOfWork) : IRequestHandler<CompleteAppointmentCommand>
{
    public async Task Handle(CompleteAppointmentCommand request, CancellationToken cancellationToken)
    {
        var appointment = await appointments.FindAsync(request.AppointmentId, cancellationToken) ?? throw new KeyNotFoundException();
        var record = await records.FindAsync(request.RecordId, cancellationToken) ?? throw new KeyNotFoundException();
        appointment.Complete();
        record.AddEntry(request.Findings, appointment.PractitionerId);
        await invoices.AddAsync(Invoice.Draft(appointment.PatientId, appointment.Id, await numbers.NextAsync(cancellationToken)), cancellationToken);
        await unitOfWork.SaveChangesAsync(cancellationToken);
    }
}
