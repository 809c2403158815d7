using Clinic.Application.Abstractions;
using Clinic.Domain.Referrals;
using Microsoft.EntityFrameworkCore;

namespace Clinic.Infrastructure.Persistence;

internal class Repository<T>(ClinicDbContext db) : IRepository<T>
    where T : class
{
    protected ClinicDbContext Db { get; } = db;

    public async Task<T?> FindAsync(Guid id, CancellationToken cancellationToken = default) => await Db.Set<T>().FindAsync([id], cancellationToken);

    public virtual async Task AddAsync(T entity, CancellationToken cancellationToken = default) => await Db.Set<T>().AddAsync(entity, cancellationToken);

    public void Remove(T entity) => Db.Set<T>().Remove(entity);
}

internal sealed class ReferralRepository(ClinicDbContext db) : Repository<Referral>(db), IReferralRepository
{
    public async Task<IReadOnlyList<Referral>> OfPatientAsync(Guid patientId, CancellationToken cancellationToken = default) =>
        await Db.Set<Referral>().Where(r => r.PatientId == patientId).ToListAsync(cancellationToken);
}
