using Clinic.Application.Abstractions;
using Clinic.Domain.Messaging;
using Clinic.Domain.Patients;
using Clinic.Infrastructure.Persistence;

namespace Clinic.Infrastructure.Services;

internal sealed class NotificationService(ClinicDbContext db, IMailer mailer, TimeProvider time) : INotificationService
{
    public async Task NotifyAsync(Guid patientId, string subject, string body, CancellationToken cancellationToken = default)
    {
        var patient = await db.Set<Patient>().FindAsync([patientId], cancellationToken);
        var notification = new Notification { PatientId = patientId, Subject = subject, Body = body };
        db.Set<Notification>().Add(notification);
        if (patient?.Email is { } email)
        {
            await mailer.SendAsync(email.Value, subject, body, cancellationToken);
            notification.SentAt = time.GetUtcNow();
        }
        await db.SaveChangesAsync(cancellationToken);
    }
}
