using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Json;
using Autonoma.Platform.Access;
using Autonoma.Platform.Accounts;
using Autonoma.Platform.Data;
using Autonoma.Platform.Refusals;
using Autonoma.Server.Access;
using Autonoma.Server.Configuration;
using Autonoma.Server.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Identity;

namespace Autonoma.Server.Accounts;

/// <summary>Signing in at Google or GitHub (also one's own GitHub Enterprise), where the server was started with their clients.</summary>
internal sealed class OAuthFeature : IServerFeature
{
    private const string External = "external", Invitation = "invitation";

    public void Add(WebApplicationBuilder builder)
    {
        var settings = ServerSettings.Of(builder);
        var authentication = builder.Services.AddAuthentication().AddCookie(External, cookie =>
        {
            // Between the provider's answer and our own session: minutes, and never more than one.
            cookie.Cookie.Name = "autonoma-external";
            cookie.ExpireTimeSpan = TimeSpan.FromMinutes(5);
        });
        if (settings.Google is { } google)
            authentication.AddOAuth("google", options => Configure(options, google, "google", new("https://accounts.google.com/o/oauth2/v2/auth"), new("https://oauth2.googleapis.com/token"), ["openid", "email", "profile"], GoogleAsync, new("https://openidconnect.googleapis.com/v1/userinfo")));
        if (settings.GitHub is { } github)
        {
            var (site, api) = settings.GitHubUrl is { } own ? (own, new Uri(own, "api/v3/")) : (new Uri("https://github.com/"), new Uri("https://api.github.com/"));
            authentication.AddOAuth("github", options => Configure(options, github, "github", new(site, "login/oauth/authorize"), new(site, "login/oauth/access_token"), ["read:user", "user:email"], GitHubAsync, new(api, "user")));
        }
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/oauth").WithTags("session");
        group.MapGet("{provider}", Start).Open("It is how one gets in.").WithSummary("Goes to a provider to sign in; with the token of an invitation to join with.");
        group.MapGet("{provider}/done", DoneAsync).Open("What the provider said lies in a sealed cookie.").ExcludeFromDescription();
    }

    private static IResult Start(string provider, ServerSettings settings, string? invitation = null)
    {
        if (!settings.OAuth.Contains(provider, StringComparer.Ordinal))
            throw Refused.NotFound("provider");
        var properties = new AuthenticationProperties { RedirectUri = $"/v1/oauth/{provider}/done" };
        if (invitation is { Length: > 0 and <= 100 })
            properties.Items[Invitation] = invitation;
        return Results.Challenge(properties, [provider]);
    }

    private static async Task<IResult> DoneAsync(string provider, HttpContext context, Caller caller, AccountStore accounts, SessionStore sessions, UserManager<User> users, PlatformDbContext db, ServerSettings settings, CancellationToken cancellationToken)
    {
        var said = await context.AuthenticateAsync(External);
        await context.SignOutAsync(External);
        if (!said.Succeeded || said.Principal.Identity?.AuthenticationType != provider || said.Principal.FindFirstValue(ClaimTypes.NameIdentifier) is not { } key)
            return Results.Redirect("/sign-in?error=oauth");
        var token = said.Properties.Items.TryGetValue(Invitation, out var known) ? known : null;
        // Who has an account already is asked whether they want to join, as with every invitation.
        var next = token is null ? "/" : $"/invitations/{Uri.EscapeDataString(token)}";
        if (await users.FindByLoginAsync(provider, key) is not { } user)
        {
            if (said.Principal.FindFirstValue(ClaimTypes.Email) is not { Length: > 0 } email)
                return Results.Redirect("/sign-in?error=oauth_email");
            var invitation = token is null ? null : await accounts.FindInvitationAsync(token, cancellationToken);
            if (invitation is null && !settings.SignUpOpen)
                return Results.Redirect("/sign-in?error=invitation_needed");
            // An account that somebody made with this address before is not given to whoever holds it at a provider.
            if (await users.FindByEmailAsync(email) is not null)
                return Results.Redirect("/sign-in?error=account_exists");
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var name = said.Principal.FindFirstValue(ClaimTypes.Name) is { Length: > 0 and <= 200 } called ? called : email.Split('@')[0];
            user = await accounts.CreateAsync(email, name, password: null);
            AccountStore.Throw(await users.AddLoginAsync(user, new(provider, key, provider)));
            if (invitation is not null)
                await accounts.JoinAsync(user, invitation, cancellationToken);
            else
                await accounts.FoundAsync(user, $"{name}'s organization", cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            next = "/";
        }

        await SessionFeature.BeginAsync(context, caller, sessions, user, cancellationToken);
        return Results.Redirect(next);
    }

    private static void Configure(OAuthOptions options, OAuthClient client, string provider, Uri authorize, Uri token, string[] scopes, Func<OAuthCreatingTicketContext, Task> read, Uri person)
    {
        (options.ClientId, options.ClientSecret) = (client.Id, client.Secret);
        (options.AuthorizationEndpoint, options.TokenEndpoint, options.UserInformationEndpoint) = (authorize.ToString(), token.ToString(), person.ToString());
        options.CallbackPath = $"/v1/oauth/{provider}/callback";
        options.SignInScheme = External;
        options.UsePkce = true;
        // The answer comes back as a link that is followed, for which this is enough; and a server on plain http, at home, keeps its cookie.
        (options.CorrelationCookie.SameSite, options.CorrelationCookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
        options.SaveTokens = false;
        options.Scope.Clear();
        foreach (var scope in scopes)
            options.Scope.Add(scope);
        options.Events.OnCreatingTicket = read;
        options.Events.OnRemoteFailure = failure =>
        {
            failure.Response.Redirect("/sign-in?error=oauth");
            failure.HandleResponse();
            return Task.CompletedTask;
        };
    }

    private static async Task GoogleAsync(OAuthCreatingTicketContext context)
    {
        using var user = await GetAsync(context, new(context.Options.UserInformationEndpoint));
        var isVerified = user.RootElement.TryGetProperty("email_verified", out var verified) && verified.ValueKind == JsonValueKind.True;
        Add(context, Text(user.RootElement, "sub"), isVerified ? Text(user.RootElement, "email") : null, Text(user.RootElement, "name"));
    }

    private static async Task GitHubAsync(OAuthCreatingTicketContext context)
    {
        using var user = await GetAsync(context, new(context.Options.UserInformationEndpoint));
        using var emails = await GetAsync(context, new($"{context.Options.UserInformationEndpoint}/emails"));
        var email = emails.RootElement.EnumerateArray().Where(entry => entry.GetProperty("verified").GetBoolean()).OrderByDescending(entry => entry.GetProperty("primary").GetBoolean()).Select(entry => Text(entry, "email")).FirstOrDefault();
        Add(context, user.RootElement.GetProperty("id").ToString(), email, Text(user.RootElement, "name") ?? Text(user.RootElement, "login"));
    }

    private static async Task<JsonDocument> GetAsync(OAuthCreatingTicketContext context, Uri address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", context.AccessToken);
        request.Headers.Accept.Add(new("application/json"));
        request.Headers.UserAgent.ParseAdd("Autonoma");
        using var answer = await context.Backchannel.SendAsync(request, context.HttpContext.RequestAborted);
        answer.EnsureSuccessStatusCode();
        return await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(context.HttpContext.RequestAborted), cancellationToken: context.HttpContext.RequestAborted);
    }

    private static void Add(OAuthCreatingTicketContext context, string? key, string? email, string? name)
    {
        foreach (var (type, value) in new[] { (ClaimTypes.NameIdentifier, key), (ClaimTypes.Email, email), (ClaimTypes.Name, name) })
        {
            if (!string.IsNullOrEmpty(value))
                context.Identity!.AddClaim(new(type, value));
        }
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
