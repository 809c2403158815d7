using Autonoma.Platform.Access;
using Autonoma.Platform.Data;
using Autonoma.Platform.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Autonoma.Platform.Accounts;

/// <summary>Who is behind a cookie.</summary>
/// <param name="Session">The session.</param>
/// <param name="User">The person.</param>
/// <param name="Role">What they may in the organization they look at; null when they belong to none.</param>
public sealed record KnownSession(Session Session, User User, Role? Role);

/// <summary>Sessions of browsers: begun, looked up, ended.</summary>
public sealed class SessionStore(PlatformDbContext db, TimeProvider time)
{
    /// <summary>How long a session lives that nobody uses.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    /// <summary>How long a session lives at most, however much it is used.</summary>
    public static readonly TimeSpan LongestLife = TimeSpan.FromDays(90);

    /// <summary>Begins one, always under a new token: what was in the cookie before gives nobody anything.</summary>
    /// <returns>What the cookie holds.</returns>
    public async Task<string> BeginAsync(User user, string? address, string? userAgent, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        var token = SecretTokens.New();
        var organization = await db.Set<Member>().AcrossOrganizations().Where(member => member.UserId == user.Id).OrderBy(member => member.Id).Select(member => (Guid?)member.OrganizationId).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        db.Add(new Session
        {
            TokenHash = SecretTokens.Hash(token),
            UserId = user.Id,
            OrganizationId = organization,
            LastSeenAt = time.GetUtcNow(),
            ExpiresAt = time.GetUtcNow() + Lifetime,
            Address = address,
            UserAgent = userAgent is { Length: > 300 } ? userAgent[..300] : userAgent,
        });
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return token;
    }

    /// <summary>Who is behind a token; null when it is nobody's, or is so no longer.</summary>
    public async Task<KnownSession?> FindAsync(string token, CancellationToken cancellationToken)
    {
        var hash = SecretTokens.Hash(token);
        var now = time.GetUtcNow();
        var found = await (from session in db.Set<Session>()
                           where session.TokenHash == hash && session.ExpiresAt > now
                           join user in db.Users on session.UserId equals user.Id
                           from member in db.Set<Member>().IgnoreQueryFilters().Where(member => member.UserId == user.Id && member.OrganizationId == session.OrganizationId).DefaultIfEmpty()
                           select new { Session = session, User = user, Role = (Role?)member!.Role }).AsNoTracking().FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        if (found is null)
            return null;
        if (now - found.Session.LastSeenAt > TimeSpan.FromMinutes(1))
        {
            var longest = found.Session.CreatedAt + LongestLife;
            var expires = now + Lifetime < longest ? now + Lifetime : longest;
            await db.Set<Session>().Where(session => session.Id == found.Session.Id).ExecuteUpdateAsync(set => set.SetProperty(session => session.LastSeenAt, now).SetProperty(session => session.ExpiresAt, expires), cancellationToken).ConfigureAwait(false);
        }

        return new(found.Session, found.User, found.Role);
    }

    /// <summary>Ends one.</summary>
    public Task EndAsync(Guid session, CancellationToken cancellationToken) => db.Set<Session>().Where(row => row.Id == session).ExecuteDeleteAsync(cancellationToken);

    /// <summary>Ends all of a person's, but one: after a new password nobody else may go on.</summary>
    public Task EndOthersAsync(Guid user, Guid? but, CancellationToken cancellationToken) => db.Set<Session>().Where(row => row.UserId == user && row.Id != but).ExecuteDeleteAsync(cancellationToken);
}
