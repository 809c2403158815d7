using Autonoma.Platform.Data;
using Autonoma.Platform.Sealing;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Autonoma.Platform.Accounts;

/// <summary>Accounts as Identity keeps them, but for what it would keep in the clear: the seed of a second factor is sealed, and recovery codes are hashed.</summary>
internal sealed class SealingUserStore(PlatformDbContext db, Sealer sealer, IPasswordHasher<User> hasher, IdentityErrorDescriber describer) : UserOnlyStore<User, PlatformDbContext, Guid>(db, describer)
{
    public override async Task<string?> GetAuthenticatorKeyAsync(User user, CancellationToken cancellationToken)
        => await Context.Set<Authenticator>().AsNoTracking().FirstOrDefaultAsync(one => one.UserId == user.Id, cancellationToken).ConfigureAwait(false) is { } known ? sealer.Open(known.Sealed, SealedColumn.Authenticators.Of(user.Id)) : null;

    public override async Task SetAuthenticatorKeyAsync(User user, string key, CancellationToken cancellationToken)
    {
        var sealedKey = sealer.Seal(key, SealedColumn.Authenticators.Of(user.Id));
        if (await Context.Set<Authenticator>().FirstOrDefaultAsync(one => one.UserId == user.Id, cancellationToken).ConfigureAwait(false) is { } known)
            known.Sealed = sealedKey;
        else
            Context.Add(new Authenticator { UserId = user.Id, Sealed = sealedKey });
    }

    public override async Task ReplaceCodesAsync(User user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken)
    {
        Context.RemoveRange(await Context.Set<RecoveryCode>().Where(one => one.UserId == user.Id).ToListAsync(cancellationToken).ConfigureAwait(false));
        Context.AddRange(recoveryCodes.Select(code => new RecoveryCode { UserId = user.Id, Hash = hasher.HashPassword(user, code) }));
    }

    public override async Task<bool> RedeemCodeAsync(User user, string code, CancellationToken cancellationToken)
    {
        foreach (var known in await Context.Set<RecoveryCode>().AsNoTracking().Where(one => one.UserId == user.Id).ToListAsync(cancellationToken).ConfigureAwait(false))
        {
            if (hasher.VerifyHashedPassword(user, known.Hash, code) != PasswordVerificationResult.Failed)
            {
                // Two at once with one code: one of them has it.
                return await Context.Set<RecoveryCode>().Where(one => one.UserId == user.Id && one.Hash == known.Hash).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false) > 0;
            }
        }

        return false;
    }

    public override Task<int> CountCodesAsync(User user, CancellationToken cancellationToken) => Context.Set<RecoveryCode>().CountAsync(one => one.UserId == user.Id, cancellationToken);
}
