using Clinic.Application.Abstractions;
using Clinic.Domain.Scheduling;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Clinic.Application.Scheduling;

public interface IClinicDbContext
{
    DbSet<WaitlistEntry> Waitlist { get; }
    Task<int> SaveChangesAsync(CancellationToken cancellationToken = default);
}

public static class JoinWaitlist
{
    public sealed record Command(Guid PatientId, Guid? PractitionerId, DateOnly From, DateOnly Until) : IRequest<long>;

    internal sealed class Handler(IClinicDbContext db) : IRequestHandler<Command, long>
    {
        public async Task<long> Handle(Command request, CancellationToken cancellationToken)
        {
            var entry = db.Waitlist.Enqueue(request.PatientId, request.PractitionerId, request.From, request.Until);
            await db.SaveChangesAsync(cancellationToken);
            return entry.Id;
        }
    }
}

internal static class WaitlistExtensions
{
    public static WaitlistEntry Enqueue(this DbSet<WaitlistEntry> waitlist, Guid patientId, Guid? practitionerId, DateOnly from, DateOnly until)
    {
        var entry = new WaitlistEntry { PatientId = patientId, PractitionerId = practitionerId, From = from, Until = until };
        waitlist.Add(entry);
        return entry;
    }
}
