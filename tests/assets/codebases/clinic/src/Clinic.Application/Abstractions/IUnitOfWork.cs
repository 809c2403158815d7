namespace Clinic.Application.Abstractions;

public interface IUnitOfWork
{
    Task<int> SaveChangesAsync(CancellationToken cancellationToken = default);
}

public interface IRepository<T>
    where T : class
{
    Task<T?> FindAsync(Guid id, CancellationToken cancellationToken = default);
    Task AddAsync(T entity, CancellationToken cancellationToken = default);
    void Remove(T entity);
}

public interface IReferralRepository : IRepository<Clinic.Domain.Referrals.Referral>
{
    Task<IReadOnlyList<Clinic.Domain.Referrals.Referral>> OfPatientAsync(Guid patientId, CancellationToken cancellationToken = default);
}
