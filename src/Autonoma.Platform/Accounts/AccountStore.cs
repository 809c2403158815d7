using Autonoma.Platform.Access;
using Autonoma.Platform.Audit;
using Autonoma.Platform.Data;
using Autonoma.Platform.Organizations;
using Autonoma.Platform.Refusals;
using Autonoma.Platform.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Autonoma.Platform.Accounts;

/// <summary>People, and the organizations they make or join.</summary>
public sealed class AccountStore(PlatformDbContext db, UserManager<User> users, Tenant tenant, AuditLog audit, TimeProvider time)
{
    /// <summary>Who stands for whoever can read this machine's console.</summary>
    public const string LocalOwner = "owner@localhost";

    // Compared with when there is no such account, so that the time of an answer does not say so.
    private static readonly User Nobody = new() { UserName = "nobody" };
    private static readonly string NobodysPassword = new PasswordHasher<User>().HashPassword(Nobody, Guid.NewGuid().ToString());

    /// <summary>Whether there is nobody yet.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken cancellationToken) => !await db.Users.AnyAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Makes an account.</summary>
    /// <param name="email">Its address, which is also what it signs in with.</param>
    /// <param name="name">As people call them.</param>
    /// <param name="password">Null for one who signs in elsewhere.</param>
    /// <exception cref="RefusedException">There is one with this address, or the password is too simple.</exception>
    public async Task<User> CreateAsync(string email, string name, string? password)
    {
        var user = new User { UserName = email, Email = email, Name = name, CreatedAt = time.GetUtcNow(), LockoutEnabled = true };
        Throw(password is null ? await users.CreateAsync(user).ConfigureAwait(false) : await users.CreateAsync(user, password).ConfigureAwait(false));
        return user;
    }

    /// <summary>Who signs in with these; null when nobody does, or too many tries were made.</summary>
    /// <param name="email">Address.</param>
    /// <param name="password">Password.</param>
    /// <param name="code">Of an authenticator, or one of the codes for when it is lost; asked for when it is needed.</param>
    /// <exception cref="RefusedException">A code is needed.</exception>
    public async Task<User?> SignInAsync(string email, string password, string? code)
    {
        var user = await users.FindByEmailAsync(email).ConfigureAwait(false);
        if (user is null || user.PasswordHash is null)
        {
            new PasswordHasher<User>().VerifyHashedPassword(Nobody, NobodysPassword, password);
            return null;
        }

        // A locked account answers as a wrong password does: who tries learns nothing from being locked out.
        if (await users.IsLockedOutAsync(user).ConfigureAwait(false))
            return null;
        if (!await users.CheckPasswordAsync(user, password).ConfigureAwait(false))
        {
            await users.AccessFailedAsync(user).ConfigureAwait(false);
            return null;
        }

        if (await users.GetTwoFactorEnabledAsync(user).ConfigureAwait(false))
        {
            if (string.IsNullOrWhiteSpace(code))
                throw new RefusedException(RefusalKind.Unauthenticated, "session.code_needed", "Give the code that your authenticator shows.");
            var plain = code.Replace(" ", "", StringComparison.Ordinal);
            if (!await users.VerifyTwoFactorTokenAsync(user, users.Options.Tokens.AuthenticatorTokenProvider, plain).ConfigureAwait(false) && !(await users.RedeemTwoFactorRecoveryCodeAsync(user, plain).ConfigureAwait(false)).Succeeded)
            {
                await users.AccessFailedAsync(user).ConfigureAwait(false);
                return null;
            }
        }

        await users.ResetAccessFailedCountAsync(user).ConfigureAwait(false);
        return user;
    }

    /// <summary>Makes an organization with its owner.</summary>
    public async Task<Organization> FoundAsync(User owner, string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(owner);
        var organization = new Organization { Name = name, Slug = await FreeSlugAsync(name, cancellationToken).ConfigureAwait(false) };
        tenant.Enter(organization.Id);
        db.Add(organization);
        db.Add(new Member { UserId = owner.Id, Role = Role.Owner });
        audit.Note("organization.create", name, organization.Id);
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return organization;
    }

    /// <summary>Whom a word lets in; null when it is no invitation, or no longer.</summary>
    public async Task<Invitation?> FindInvitationAsync(string token, CancellationToken cancellationToken)
    {
        var hash = SecretTokens.Hash(token);
        var now = time.GetUtcNow();
        return await db.Set<Invitation>().AcrossOrganizations().FirstOrDefaultAsync(invitation => invitation.TokenHash == hash && invitation.AcceptedAt == null && invitation.ExpiresAt > now, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lets somebody in, once. The scope works for the organization from here on.</summary>
    public async Task JoinAsync(User user, Invitation invitation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(invitation);
        tenant.Enter(invitation.OrganizationId);
        // Two at once with one link: one of them has it.
        var taken = await db.Set<Invitation>().Where(row => row.Id == invitation.Id && row.AcceptedAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.AcceptedAt, time.GetUtcNow()), cancellationToken).ConfigureAwait(false);
        if (taken == 0)
            throw Refused.NotFound("invitation");
        if (await db.Set<Member>().AnyAsync(member => member.UserId == user.Id, cancellationToken).ConfigureAwait(false))
            return;
        db.Add(new Member { UserId = user.Id, Role = invitation.Role });
        audit.Note("member.join", user.Email!, user.Id, new { invitation.Role });
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Turns what Identity says into a refusal.</summary>
    public static void Throw(IdentityResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.Succeeded)
            return;
        if (result.Errors.Any(error => error.Code.StartsWith("Duplicate", StringComparison.Ordinal)))
            throw Refused.Conflict("user.exists", "There is an account with this address: sign in.");
        throw new RefusedException(RefusalKind.Invalid, "user.invalid", string.Join(" ", result.Errors.Select(error => error.Description)),
            [.. result.Errors.Select(error => new FieldProblem(error.Code.StartsWith("Password", StringComparison.Ordinal) ? "password" : error.Code == "InvalidToken" ? "token" : "email", error.Description))]);
    }

    private async Task<string> FreeSlugAsync(string name, CancellationToken cancellationToken)
    {
        var slug = Slugs.Of(name);
        for (var number = 1; ; number++)
        {
            var tried = number == 1 ? slug : $"{slug}-{number}";
            if (!await db.Set<Organization>().AnyAsync(organization => organization.Slug == tried, cancellationToken).ConfigureAwait(false))
                return tried;
        }
    }
}
