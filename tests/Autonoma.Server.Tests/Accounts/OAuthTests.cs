using System.Net;
using Autonoma.TestKit;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Autonoma.Server.Tests.Accounts;

/// <summary>A server that knows both providers, which are one local server here.</summary>
public sealed class OAuthServer(PostgresFixture postgres) : ServerFixture(postgres)
{
    internal OAuthProvider Provider { get; private set; } = null!;

    protected override IReadOnlyList<string> Settings =>
    [
        "--roles", "api", "--github-url", Provider.Url.ToString(), "--github-client-id", OAuthProvider.ClientId, "--github-client-secret", OAuthProvider.ClientSecret,
        "--google-client-id", OAuthProvider.ClientId, "--google-client-secret", OAuthProvider.ClientSecret,
    ];

    public override async ValueTask InitializeAsync()
    {
        Provider = await OAuthProvider.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Provider.DisposeAsync();
    }

    protected override void Configure(WebApplicationBuilder builder) => builder.Services.PostConfigure<OAuthOptions>("google", google =>
        (google.AuthorizationEndpoint, google.TokenEndpoint, google.UserInformationEndpoint) = (new Uri(Provider.Url, "o/oauth2/v2/auth").ToString(), new Uri(Provider.Url, "token").ToString(), new Uri(Provider.Url, "v1/userinfo").ToString()));
}

public sealed class OAuthTests(OAuthServer server) : IClassFixture<OAuthServer>
{
    [Theory]
    [InlineData("github", "101")]
    [InlineData("google", "102")]
    public async Task SignIn_WithAnInvitation_Joins_AndComesBackWithoutOne(string provider, string id)
    {
        using var owner = await server.NewOwnerAsync();
        var email = $"{Guid.NewGuid():N}@example.com";
        var invitation = (await owner.PostAsync("/v1/invitations", new { email, role = "member" }))["token"]!.GetValue<string>();
        server.Provider.Who = new(id, email, IsVerified: true);
        using var guest = server.NewBrowser();

        (await SignInAsync(guest, provider, invitation)).ShouldBe("/");

        await guest.RefreshAsync();
        guest.Session["user"]!["email"]!.GetValue<string>().ShouldBe(email);
        guest.Session["organization"]!["role"]!.GetValue<string>().ShouldBe("member");
        using var again = server.NewBrowser();
        (await SignInAsync(again, provider)).ShouldBe("/");
        await again.RefreshAsync();
        again.Session["user"]!["email"]!.GetValue<string>().ShouldBe(email);

        // Who has an account is led on to what they came for.
        using var other = await server.NewOwnerAsync("Other");
        var second = (await other.PostAsync("/v1/invitations", new { email, role = "viewer" }))["token"]!.GetValue<string>();
        (await SignInAsync(again, provider, second)).ShouldBe($"/invitations/{second}");
    }

    [Fact]
    public async Task SignIn_AsSomebodyNew_WithoutAnInvitation_MakesNoAccount()
    {
        server.Provider.Who = new("201", "stranger@example.com", IsVerified: true);
        using var stranger = server.NewBrowser();

        (await SignInAsync(stranger, "github")).ShouldBe("/sign-in?error=invitation_needed");

        (await stranger.GetAsync("/v1/session"))["user"].ShouldBeNull();
    }

    [Theory]
    [InlineData("github", "301")]
    [InlineData("google", "302")]
    public async Task SignIn_WithAnAddressThatNobodyVerified_MakesNoAccount(string provider, string id)
    {
        using var owner = await server.NewOwnerAsync();
        var invitation = (await owner.PostAsync("/v1/invitations", new { email = "unproven@example.com", role = "member" }))["token"]!.GetValue<string>();
        server.Provider.Who = new(id, "unproven@example.com", IsVerified: false);
        using var guest = server.NewBrowser();

        (await SignInAsync(guest, provider, invitation)).ShouldBe("/sign-in?error=oauth_email");

        (await guest.GetAsync("/v1/session"))["user"].ShouldBeNull();
    }

    [Theory]
    [InlineData("github", "401")]
    [InlineData("google", "402")]
    public async Task SignIn_WithTheAddressOfAnAccountThatIsThere_DoesNotGetThatAccount(string provider, string id)
    {
        using var owner = await server.NewOwnerAsync();
        var invitation = (await owner.PostAsync("/v1/invitations", new { email = owner.Email, role = "viewer" }))["token"]!.GetValue<string>();
        server.Provider.Who = new(id, owner.Email.ToUpperInvariant(), IsVerified: true);
        using var stranger = server.NewBrowser();

        (await SignInAsync(stranger, provider, invitation)).ShouldBe("/sign-in?error=account_exists");

        (await stranger.GetAsync("/v1/session"))["user"].ShouldBeNull();
        await owner.SignInAsync();
        owner.Session["organization"]!["role"]!.GetValue<string>().ShouldBe("owner");
    }

    [Fact]
    public async Task Callback_WithAnothersState_AChangedState_OrASecondTime_SignsNobodyIn()
    {
        using var owner = await server.NewOwnerAsync();
        var email = $"{Guid.NewGuid():N}@example.com";
        var invitation = (await owner.PostAsync("/v1/invitations", new { email, role = "viewer" }))["token"]!.GetValue<string>();
        server.Provider.Who = new("501", email, IsVerified: true);
        using var attacker = server.NewBrowser();
        var callback = await CallbackAsync(attacker, "github", invitation);

        // Whoever follows the attacker's link would be signed in as the attacker.
        using var victim = server.NewBrowser();
        (await FollowAsync(victim, callback)).ShouldBe("/sign-in?error=oauth");
        (await FollowAsync(attacker, callback.Replace("state=", "state=x", StringComparison.Ordinal))).ShouldBe("/sign-in?error=oauth");
        (await FollowAsync(attacker, callback[..callback.IndexOf("&state", StringComparison.Ordinal)])).ShouldBe("/sign-in?error=oauth");
        (await FollowAsync(attacker, callback.Replace("code=", "code=x", StringComparison.Ordinal))).ShouldBe("/sign-in?error=oauth");
        (await FollowAsync(victim, "/v1/oauth/github/done")).ShouldBe("/sign-in?error=oauth");

        foreach (var browser in (Browser[])[victim, attacker])
            (await browser.GetAsync("/v1/session"))["user"].ShouldBeNull();
        var good = await CallbackAsync(attacker, "github", invitation);
        (await FollowAsync(attacker, good)).ShouldBe("/");
        (await FollowAsync(victim, good)).ShouldBe("/sign-in?error=oauth");
        (await victim.GetAsync("/v1/session"))["user"].ShouldBeNull();
    }

    [Fact]
    public async Task Start_AtAProviderThatIsNotSetUp_IsNotFound()
    {
        using var browser = server.NewBrowser();

        (await browser.RefusedAsync(HttpMethod.Get, "/v1/oauth/gitlab")).ShouldBe((404, "provider.not_found"));
    }

    private static async Task<string> SignInAsync(Browser browser, string provider, string? invitation = null) => await FollowAsync(browser, await CallbackAsync(browser, provider, invitation));

    /// <summary>To the provider, and the address it sends back to.</summary>
    private static async Task<string> CallbackAsync(Browser browser, string provider, string? invitation)
    {
        using var start = await browser.SendAsync(HttpMethod.Get, $"/v1/oauth/{provider}{(invitation is null ? "" : $"?invitation={invitation}")}");
        start.StatusCode.ShouldBe(HttpStatusCode.Found);
        using var elsewhere = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var answer = await elsewhere.GetAsync(start.Headers.Location, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.Found, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return answer.Headers.Location!.PathAndQuery;
    }

    /// <summary>Follows to the page at the end.</summary>
    private static async Task<string> FollowAsync(Browser browser, string address)
    {
        while (address.StartsWith("/v1/", StringComparison.Ordinal))
        {
            using var answer = await browser.SendAsync(HttpMethod.Get, address);
            answer.StatusCode.ShouldBe(HttpStatusCode.Found, $"{address}: {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
            address = answer.Headers.Location!.IsAbsoluteUri ? answer.Headers.Location.PathAndQuery : answer.Headers.Location.ToString();
        }

        return address;
    }
}
