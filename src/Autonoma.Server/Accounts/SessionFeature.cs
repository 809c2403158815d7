using System.Net;
using Autonoma.Platform.Access;
using Autonoma.Platform.Accounts;
using Autonoma.Platform.Data;
using Autonoma.Platform.Organizations;
using Autonoma.Platform.Refusals;
using Autonoma.Server.Access;
using Autonoma.Server.Answers;
using Autonoma.Server.Configuration;
using Autonoma.Server.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Autonoma.Server.Accounts;

/// <summary>Signing in and out.</summary>
internal sealed class SessionFeature : IServerFeature
{
    public void Add(WebApplicationBuilder builder) => builder.Services.AddSingleton<ClaimLink>();

    public void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/session").WithTags("session");
        group.MapGet("", GetAsync).Open("Says who is signed in, also that nobody is.").WithSummary("Who is signed in, and what they may.");
        group.MapPost("", SignInAsync).Open("It is how one gets in; wrong passwords are counted.").WithSummary("Signs in with a password, and a code where one is needed.");
        group.MapPost("claim", ClaimAsync).Open("Takes the word that the server printed when it started, once.").WithSummary("Signs in the local owner with the link that a start prints; makes the account and an organization the first time.");
        group.MapDelete("", SignOutAsync).NeedsPerson().WithSummary("Signs out.");
        group.MapPost("organization", SwitchAsync).NeedsPerson().WithSummary("Looks at another of one's organizations.");
        routes.MapPost("/v1/users", SignUpAsync).Open("It is how one gets in: with an invitation, the word of a first start, or where sign-up is open.").WithTags("session").WithSummary("Makes an account and signs in.");
    }

    private static async Task<SessionAnswer> GetAsync(HttpContext context, Caller caller, PlatformDbContext db, AccountStore accounts, ServerSettings settings, CancellationToken cancellationToken)
    {
        var user = caller.UserId is { } id ? await db.Users.AsNoTracking().SingleAsync(user => user.Id == id, cancellationToken) : null;
        List<OrganizationAnswer> organizations = [];
        if (user is not null)
        {
            organizations = await (from member in db.Set<Member>().AcrossOrganizations()
                                   where member.UserId == user.Id
                                   join organization in db.Set<Organization>() on member.OrganizationId equals organization.Id
                                   orderby organization.Name
                                   select new OrganizationAnswer(organization.Id, organization.Name, organization.Slug, member.Role)).ToListAsync(cancellationToken);
        }
        else if (caller is { ApiKeyId: not null, Role: { } role })
        {
            var own = await db.Set<Organization>().AsNoTracking().SingleAsync(organization => organization.Id == db.OrganizationId, cancellationToken);
            organizations = [new(own.Id, own.Name, own.Slug, role)];
        }

        var current = organizations.FirstOrDefault(organization => organization.Id == db.OrganizationId);
        return new(
            user is null ? null : new(user.Id, user.Email!, user.Name, user.PasswordHash is not null, user.TwoFactorEnabled),
            current,
            organizations,
            [.. Enum.GetValues<Permission>().Where(caller.May)],
            SessionCookie.Read(context) is { } token && user is not null ? SecretTokens.AntiForgery(token) : null,
            new(user is null && await accounts.IsEmptyAsync(cancellationToken), settings.SignUpOpen, settings.OAuth),
            new(settings.IsLocal, settings.Mail is not null, settings.SampleUrl?.ToString()));
    }

    private static async Task<SessionAnswer> SignInAsync(SignInRequest request, HttpContext context, Caller caller, AccountStore accounts, SessionStore sessions, ServerSettings settings, CancellationToken cancellationToken)
    {
        var failures = context.Features.Get<FailedSignIns>()!;
        failures.ThrowIfTooMany();
        if (await accounts.SignInAsync(request.Email?.Trim() ?? "", request.Password ?? "", request.Code) is not { } user)
        {
            failures.Count();
            throw new RefusedException(RefusalKind.Unauthenticated, "session.wrong", "The address or the password is wrong, or too many tries were made: an account is locked for five minutes after five.");
        }

        await BeginAsync(context, caller, sessions, user, cancellationToken);
        return await AnswerAsync(context, accounts, settings, user, cancellationToken);
    }

    private static async Task<SessionAnswer> ClaimAsync(ClaimRequest request, HttpContext context, Caller caller, AccountStore accounts, SessionStore sessions, UserManager<User> users, ClaimLink link, ServerSettings settings, CancellationToken cancellationToken)
    {
        var failures = context.Features.Get<FailedSignIns>()!;
        failures.ThrowIfTooMany();
        var isEmpty = await accounts.IsEmptyAsync(cancellationToken);
        // On a server that others can reach, the link makes the first owner and lets nobody in after that.
        var mayUse = isEmpty || (settings.IsLocal && context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address));
        if (!mayUse || !link.Take(request.Token))
        {
            failures.Count();
            throw new RefusedException(RefusalKind.Forbidden, "claim.used", "This link was used already, or belongs to an earlier start. Start the server again for a new one, or sign in.");
        }

        var user = await users.FindByEmailAsync(AccountStore.LocalOwner);
        if (user is null)
        {
            user = await accounts.CreateAsync(AccountStore.LocalOwner, "Owner", password: null);
            await accounts.FoundAsync(user, "My organization", cancellationToken);
        }

        await BeginAsync(context, caller, sessions, user, cancellationToken);
        return await AnswerAsync(context, accounts, settings, user, cancellationToken);
    }

    private static async Task<SessionAnswer> SignUpAsync(SignUpRequest request, HttpContext context, Caller caller, PlatformDbContext db, AccountStore accounts, SessionStore sessions, ClaimLink link, ServerSettings settings, CancellationToken cancellationToken)
    {
        var fields = new Fields("user.invalid");
        var email = fields.Email(request.Email, "email");
        var name = fields.Optional(request.Name, "name", 200) ?? email.Split('@')[0];
        var organization = fields.Optional(request.Organization, "organization", 200) ?? $"{name}'s organization";
        fields.Check(request.Password is { Length: > 0 and <= 200 }, "password", "is needed, and has at most 200 characters");
        fields.ThrowIfWrong();
        var failures = context.Features.Get<FailedSignIns>()!;
        failures.ThrowIfTooMany();
        var isFirst = await accounts.IsEmptyAsync(cancellationToken);
        var invitation = !isFirst && request.Token is { } token ? await accounts.FindInvitationAsync(token, cancellationToken) : null;
        if (isFirst ? !link.Fits(request.Token) : invitation is null && !settings.SignUpOpen)
        {
            failures.Count();
            throw new RefusedException(RefusalKind.Forbidden, "user.invitation_needed", isFirst ? "Open the link that the server printed when it started." : "Accounts are made by invitation here, and this is none that holds.");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (isFirst)
        {
            // The same link may be opened at two servers at once: the second waits here, and finds an account.
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('autonoma first account'))", cancellationToken);
            if (!await accounts.IsEmptyAsync(cancellationToken))
                throw Refused.Conflict("claim.used", "Somebody else was first.");
        }

        var user = await accounts.CreateAsync(email, name, request.Password!);
        if (invitation is not null)
            await accounts.JoinAsync(user, invitation, cancellationToken);
        else
            await accounts.FoundAsync(user, organization, cancellationToken);
        if (isFirst && !link.Take(request.Token))
            throw Refused.Conflict("claim.used", "Somebody else was first.");
        await transaction.CommitAsync(cancellationToken);
        await BeginAsync(context, caller, sessions, user, cancellationToken);
        return await AnswerAsync(context, accounts, settings, user, cancellationToken);
    }

    private static async Task<NoContent> SignOutAsync(HttpContext context, Caller caller, SessionStore sessions, CancellationToken cancellationToken)
    {
        await sessions.EndAsync(caller.SessionId!.Value, cancellationToken);
        SessionCookie.Remove(context);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> SwitchAsync(SwitchRequest request, Caller caller, PlatformDbContext db, CancellationToken cancellationToken)
    {
        if (!await db.Set<Member>().AcrossOrganizations().AnyAsync(member => member.UserId == caller.UserId && member.OrganizationId == request.Id, cancellationToken))
            throw Refused.NotFound("organization");
        await db.Set<Session>().Where(session => session.Id == caller.SessionId).ExecuteUpdateAsync(set => set.SetProperty(session => session.OrganizationId, request.Id), cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Ends the session that was there, if one was, and begins another.</summary>
    internal static async Task BeginAsync(HttpContext context, Caller caller, SessionStore sessions, User user, CancellationToken cancellationToken)
    {
        if (caller.SessionId is { } old)
            await sessions.EndAsync(old, cancellationToken);
        var token = await sessions.BeginAsync(user, caller.Address, context.Request.Headers.UserAgent, cancellationToken);
        SessionCookie.Write(context, token);
        context.Items[nameof(SessionCookie)] = token;
    }

    // What the next GET /v1/session will say.
    private static async Task<SessionAnswer> AnswerAsync(HttpContext context, AccountStore accounts, ServerSettings settings, User user, CancellationToken cancellationToken)
    {
        await using var scope = context.RequestServices.CreateAsyncScope();
        var token = (string)context.Items[nameof(SessionCookie)]!;
        var known = (await scope.ServiceProvider.GetRequiredService<SessionStore>().FindAsync(token, cancellationToken))!;
        var (fresh, tenant) = (scope.ServiceProvider.GetRequiredService<Caller>(), scope.ServiceProvider.GetRequiredService<Platform.Tenancy.Tenant>());
        (fresh.UserId, fresh.SessionId, fresh.Name, fresh.Role) = (user.Id, known.Session.Id, user.Email!, known.Role);
        if (known is { Role: not null, Session.OrganizationId: { } organization })
            tenant.Enter(organization);
        var answer = await GetAsync(context, fresh, scope.ServiceProvider.GetRequiredService<PlatformDbContext>(), accounts, settings, cancellationToken);
        return answer with { Csrf = SecretTokens.AntiForgery(token) };
    }
}
