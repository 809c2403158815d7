using Autonoma.Platform.Access;
using Autonoma.Platform.Audit;
using Autonoma.Platform.Data;
using Autonoma.Platform.Organizations;
using Autonoma.Platform.Refusals;
using Microsoft.EntityFrameworkCore;

namespace Autonoma.Platform.Accounts;

/// <summary>Keys of the API: made, looked up, removed.</summary>
public sealed class ApiKeyStore(PlatformDbContext db, Caller caller, AuditLog audit, TimeProvider time)
{
    private const int ShownLetters = 14;

    /// <summary>Makes one. The caller saves.</summary>
    /// <returns>The key, which nobody can show again, and its row.</returns>
    /// <exception cref="RefusedException">It would be allowed more than who makes it.</exception>
    public (string Key, ApiKey Row) Make(string name, IReadOnlyCollection<string> scopes, Role role, DateTimeOffset? expiresAt)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        if (scopes.Count == 0 || scopes.Except(Scopes.All, StringComparer.Ordinal).Any())
            throw Refused.Invalid("api_key.scopes", "scopes", $"Scopes are one or more of {string.Join(", ", Scopes.All)}.");
        if (role > caller.Role)
            throw new RefusedException(RefusalKind.Forbidden, "api_key.role", "A key may not be allowed more than who makes it.");
        if (caller.Scopes is { } own && !own.Contains(Scopes.Admin, StringComparer.Ordinal) && scopes.Except(own, StringComparer.Ordinal).Any())
            throw new RefusedException(RefusalKind.Forbidden, "api_key.scopes", "A key may not be allowed more than who makes it.");
        if (expiresAt <= time.GetUtcNow())
            throw Refused.Invalid("api_key.expires_at", "expiresAt", "A key expires in the future, or never.");
        var key = SecretTokens.New(SecretTokens.KeyPrefix);
        var row = new ApiKey { Name = name, Prefix = key[..ShownLetters], Hash = SecretTokens.Hash(key), Scopes = [.. scopes.Distinct().Order(StringComparer.Ordinal)], Role = role, ExpiresAt = expiresAt, CreatedById = caller.UserId };
        db.Add(row);
        audit.Note("api_key.create", name, row.Id, new { row.Prefix, row.Scopes, row.Role, row.ExpiresAt });
        return (key, row);
    }

    /// <summary>Whose key it is; null when nobody's, or no longer.</summary>
    public async Task<ApiKey?> FindAsync(string key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (!key.StartsWith(SecretTokens.KeyPrefix, StringComparison.Ordinal) || key.Length > 100)
            return null;
        var hash = SecretTokens.Hash(key);
        var now = time.GetUtcNow();
        var row = await db.Set<ApiKey>().AcrossOrganizations().AsNoTracking().FirstOrDefaultAsync(row => row.Hash == hash && (row.ExpiresAt == null || row.ExpiresAt > now), cancellationToken).ConfigureAwait(false);
        if (row is not null && !(now - row.LastUsedAt < TimeSpan.FromMinutes(1)))
            await db.Set<ApiKey>().AcrossOrganizations().Where(used => used.Id == row.Id).ExecuteUpdateAsync(set => set.SetProperty(used => used.LastUsedAt, now), cancellationToken).ConfigureAwait(false);
        return row;
    }
}
