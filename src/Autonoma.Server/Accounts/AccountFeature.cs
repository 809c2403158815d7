using System.Text.Encodings.Web;
using Autonoma.Platform.Access;
using Autonoma.Platform.Accounts;
using Autonoma.Platform.Data;
using Autonoma.Platform.Refusals;
using Autonoma.Server.Access;
using Autonoma.Server.Answers;
using Autonoma.Server.Configuration;
using Autonoma.Server.Hosting;
using Autonoma.Server.Mail;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Autonoma.Server.Accounts;

/// <summary>One's own account: name, password, second factor, sessions.</summary>
internal sealed class AccountFeature : IServerFeature
{
    private const int RecoveryCodes = 10;

    public void Add(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Mailer>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Mailer>());
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/account").WithTags("account");
        group.MapPatch("", RenameAsync).NeedsPerson().WithSummary("Changes one's name.");
        group.MapPut("password", ChangePasswordAsync).NeedsPerson().WithSummary("Changes one's password, or sets a first one; ends all other sessions.");
        group.MapPost("password-reset", AskResetAsync).Open("Says nothing, whether there is such an account or not.").WithSummary("Asks for a link to set a new password: it is sent by mail where a mail server was named; a local server writes it to its log; elsewhere an administrator makes one.");
        group.MapPost("password-reset/confirm", ResetPasswordAsync).Open("The word of the link is what lets one in.").WithSummary("Sets a new password with a link that an administrator made.");
        group.MapPost("totp", StartTotpAsync).NeedsPerson().WithSummary("Begins a second factor: a secret for an authenticator.");
        group.MapPut("totp", EnableTotpAsync).NeedsPerson().WithSummary("Turns the second factor on with a code of the authenticator.");
        group.MapDelete("totp", DisableTotpAsync).NeedsPerson().WithSummary("Turns the second factor off.");
        group.MapGet("sessions", ListAsync).NeedsPerson().WithSummary("Where one is signed in.");
        group.MapDelete("sessions/{sessionId:guid}", EndAsync).NeedsPerson().WithSummary("Ends a session.");
    }

    private static async Task<NoContent> RenameAsync(AccountRequest request, Caller caller, PlatformDbContext db, CancellationToken cancellationToken)
    {
        var fields = new Fields("account.invalid");
        var name = fields.Required(request.Name, "name", 200);
        fields.ThrowIfWrong();
        await db.Users.Where(user => user.Id == caller.UserId).ExecuteUpdateAsync(set => set.SetProperty(user => user.Name, name), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> ChangePasswordAsync(PasswordRequest request, HttpContext context, Caller caller, UserManager<User> users, SessionStore sessions, CancellationToken cancellationToken)
    {
        var user = await MeAsync(caller, users);
        if (user.PasswordHash is null)
            AccountStore.Throw(await users.AddPasswordAsync(user, request.Password ?? ""));
        else
        {
            await ProveAsync(context, user, request.Current, users);
            AccountStore.Throw(await users.ChangePasswordAsync(user, request.Current!, request.Password ?? ""));
        }

        await sessions.EndOthersAsync(user.Id, caller.SessionId, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Accepted> AskResetAsync(PasswordResetAsk request, HttpContext context, UserManager<User> users, ServerSettings settings, Mailer mailer, ILogger<AccountFeature> log)
    {
        var failures = context.Features.Get<FailedSignIns>()!;
        failures.ThrowIfTooMany();
        failures.Count();
        if ((!mailer.IsOn && !settings.IsLocal) || await users.FindByEmailAsync(request.Email?.Trim() ?? "") is not { } user)
            return TypedResults.Accepted((string?)null);
        var link = Link(settings, user, await users.GeneratePasswordResetTokenAsync(user));
        if (mailer.IsOn)
            mailer.Send(user.Email!, "A new password for Autonoma", $"Somebody asked for a new password for this address. If it was you, set it here:\n\n{link}\n\nThe link works once, for a day. If it was not you, nothing has to be done.\n");
        else
        {
            // Whoever reads the log of a server that only this machine reaches may do everything on it anyway.
            log.LogWarning("A new password can be set here: {Link}", link);
        }

        return TypedResults.Accepted((string?)null);
    }

    /// <summary>What to open to set a new password.</summary>
    internal static string Link(ServerSettings settings, User user, string token)
        => $"{settings.PublicUrl.GetLeftPart(UriPartial.Authority)}/reset-password?email={Uri.EscapeDataString(user.Email!)}&token={Uri.EscapeDataString(token)}";

    private static async Task<NoContent> ResetPasswordAsync(PasswordResetRequest request, HttpContext context, UserManager<User> users, SessionStore sessions, CancellationToken cancellationToken)
    {
        var failures = context.Features.Get<FailedSignIns>()!;
        failures.ThrowIfTooMany();
        var user = await users.FindByEmailAsync(request.Email?.Trim() ?? "");
        if (user is null || !await users.VerifyUserTokenAsync(user, users.Options.Tokens.PasswordResetTokenProvider, UserManager<User>.ResetPasswordTokenPurpose, request.Token ?? ""))
        {
            failures.Count();
            throw Refused.Invalid("account.reset_link", "token", "This link does not hold, or no longer: ask an administrator for another.");
        }

        AccountStore.Throw(await users.ResetPasswordAsync(user, request.Token!, request.Password ?? ""));
        await users.SetLockoutEndDateAsync(user, null);
        await sessions.EndOthersAsync(user.Id, but: null, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<TotpSetup> StartTotpAsync(Caller caller, UserManager<User> users)
    {
        var user = await MeAsync(caller, users);
        if (user.TwoFactorEnabled)
            throw Refused.Conflict("totp.enabled", "A second factor is on already: turn it off first.");
        await users.ResetAuthenticatorKeyAsync(user);
        var secret = (await users.GetAuthenticatorKeyAsync(user))!;
        return new(secret, $"otpauth://totp/Autonoma:{UrlEncoder.Default.Encode(user.Email!)}?secret={secret}&issuer=Autonoma&digits=6");
    }

    private static async Task<TotpCodes> EnableTotpAsync(TotpRequest request, HttpContext context, Caller caller, UserManager<User> users)
    {
        var user = await MeAsync(caller, users);
        var failures = context.Features.Get<FailedSignIns>()!;
        failures.ThrowIfTooMany();
        if (!await users.VerifyTwoFactorTokenAsync(user, users.Options.Tokens.AuthenticatorTokenProvider, request.Code?.Replace(" ", "", StringComparison.Ordinal) ?? ""))
        {
            failures.Count();
            throw Refused.Invalid("totp.code", "code", "The code is wrong: is the clock of your phone right?");
        }

        await users.SetTwoFactorEnabledAsync(user, true);
        return new([.. (await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes))!]);
    }

    private static async Task<NoContent> DisableTotpAsync([Microsoft.AspNetCore.Mvc.FromBody] PasswordRequest request, HttpContext context, Caller caller, UserManager<User> users)
    {
        var user = await MeAsync(caller, users);
        if (user.PasswordHash is not null)
            await ProveAsync(context, user, request.Current, users);
        await users.SetTwoFactorEnabledAsync(user, false);
        await users.ResetAuthenticatorKeyAsync(user);
        await users.GenerateNewTwoFactorRecoveryCodesAsync(user, 0);
        return TypedResults.NoContent();
    }

    private static async Task<IReadOnlyList<SessionItem>> ListAsync(Caller caller, PlatformDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return await db.Set<Session>().Where(session => session.UserId == caller.UserId && session.ExpiresAt > now).OrderByDescending(session => session.LastSeenAt)
            .Select(session => new SessionItem(session.Id, session.CreatedAt, session.LastSeenAt, session.Address, session.UserAgent, session.Id == caller.SessionId)).ToListAsync(cancellationToken);
    }

    private static async Task<NoContent> EndAsync(Guid sessionId, Caller caller, PlatformDbContext db, CancellationToken cancellationToken)
        => await db.Set<Session>().Where(session => session.Id == sessionId && session.UserId == caller.UserId).ExecuteDeleteAsync(cancellationToken) > 0 ? TypedResults.NoContent() : throw Refused.NotFound("session");

    private static async Task<User> MeAsync(Caller caller, UserManager<User> users) => (await users.FindByIdAsync(caller.UserId!.Value.ToString()))!;

    // A browser that somebody left open must not be enough to take the account over.
    private static async Task ProveAsync(HttpContext context, User user, string? password, UserManager<User> users)
    {
        var failures = context.Features.Get<FailedSignIns>()!;
        failures.ThrowIfTooMany();
        if (await users.CheckPasswordAsync(user, password ?? ""))
            return;
        failures.Count();
        throw Refused.Invalid("account.password", "current", "The current password is wrong.");
    }
}
