using Autonoma.Platform.Audit;
using Autonoma.Platform.Data;
using Autonoma.Platform.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Autonoma.Platform.Secrets;

/// <summary>Values that only the server reads.</summary>
public sealed class SecretStore(PlatformDbContext db, Sealer sealer, AuditLog audit)
{
    /// <summary>Names of a bundle, sorted, with when each was last written.</summary>
    public async Task<IReadOnlyList<(string Name, DateTimeOffset UpdatedAt)>> ListAsync(Guid application, string bundle, CancellationToken cancellationToken)
        => [.. (await db.Set<Secret>().Where(secret => secret.ApplicationId == application && secret.Bundle == bundle).OrderBy(secret => secret.Name)
            .Select(secret => new { secret.Name, secret.UpdatedAt }).ToListAsync(cancellationToken).ConfigureAwait(false)).Select(secret => (secret.Name, secret.UpdatedAt))];

    /// <summary>Bundles of the application that hold something; those of the server itself are left out.</summary>
    public async Task<IReadOnlyList<string>> BundlesAsync(Guid application, CancellationToken cancellationToken)
        => await db.Set<Secret>().Where(secret => secret.ApplicationId == application && !secret.Bundle.StartsWith('$')).Select(secret => secret.Bundle).Distinct().Order().ToListAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Writes values, those that are there and those that are not. The caller saves.</summary>
    public async Task PutAsync(Guid application, string bundle, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(values);
        var names = values.Keys.ToList();
        var known = await db.Set<Secret>().Where(secret => secret.ApplicationId == application && secret.Bundle == bundle && names.Contains(secret.Name)).ToDictionaryAsync(secret => secret.Name, cancellationToken).ConfigureAwait(false);
        foreach (var (name, value) in values)
        {
            if (!known.TryGetValue(name, out var secret))
            {
                secret = new() { ApplicationId = application, Bundle = bundle, Name = name, Sealed = [], OrganizationId = db.OrganizationId };
                db.Add(secret);
            }

            secret.Sealed = sealer.Seal(value, SealedColumn.Secrets.Of(secret.OrganizationId, secret.Id));
        }

        audit.Note("secret.write", string.Join(", ", names.Order(StringComparer.Ordinal)), application, new { bundle });
    }

    /// <summary>Removes values. The caller saves.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> RemoveAsync(Guid application, string bundle, IReadOnlyCollection<string>? names, CancellationToken cancellationToken)
    {
        var rows = await db.Set<Secret>().Where(secret => secret.ApplicationId == application && secret.Bundle == bundle && (names == null || names.Contains(secret.Name))).ToListAsync(cancellationToken).ConfigureAwait(false);
        db.RemoveRange(rows);
        if (rows.Count > 0)
            audit.Note("secret.delete", string.Join(", ", rows.Select(row => row.Name)), application, new { bundle });
        return rows.Count;
    }

    /// <summary>The values of a bundle, for whoever runs a test. Never answered to a caller.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OpenAsync(Guid application, string bundle, CancellationToken cancellationToken)
    {
        var rows = await db.Set<Secret>().Where(secret => secret.ApplicationId == application && secret.Bundle == bundle).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ToDictionary(row => row.Name, row => sealer.Open(row.Sealed, SealedColumn.Secrets.Of(row.OrganizationId, row.Id)), StringComparer.Ordinal);
    }
}
