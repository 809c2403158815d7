using Clinic.Application.Abstractions;
using Clinic.Domain.Auditing;
using Clinic.Infrastructure.Persistence;

namespace Clinic.Infrastructure.Services;

internal sealed class AuditTrail(ClinicDbContext db, TimeProvider time) : IAuditTrail
{
    public Task RecordAsync(string action, string target, CancellationToken cancellationToken = default)
    {
        db.Add(new AuditEntry(0, Environment.UserName, action, target, time.GetUtcNow()));
        return Task.CompletedTask;
    }
}
