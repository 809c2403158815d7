using System.Net;
using Autonoma.Platform.Organizations;
using Autonoma.Server.Access;
using Microsoft.Extensions.DependencyInjection;

namespace Autonoma.Server.Tests.Accounts;

public sealed class SessionTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task SignIn_RightPassword_IsKnown_UntilSignedOut()
    {
        using var browser = await server.NewOwnerAsync();

        browser.Session["user"]!["email"]!.GetValue<string>().ShouldBe(browser.Email);
        browser.Session["organization"]!["role"]!.GetValue<string>().ShouldBe("owner");
        browser.Session["permissions"]!.AsArray().Select(permission => permission!.GetValue<string>()).ShouldContain("administer");
        var cookie = browser.Cookie!;
        await browser.AskAsync(HttpMethod.Delete, "/v1/session");

        using var thief = server.NewBrowser();
        thief.Cookies.Add(new Cookie("autonoma", cookie, "/", server.Server.Url.Host));
        (await thief.GetAsync("/v1/session"))["user"].ShouldBeNull("a cookie that was copied ends with the session");
    }

    [Fact]
    public async Task SignIn_CookieThatWasPlanted_IsNotTakenOver()
    {
        using var owner = await server.NewOwnerAsync();
        using var victim = server.NewBrowser();
        victim.Cookies.Add(new Cookie("autonoma", "planted-by-somebody-else", "/", server.Server.Url.Host));
        victim.Email = owner.Email;

        await victim.SignInAsync();

        victim.Cookie.ShouldNotBe("planted-by-somebody-else");
        using var attacker = server.NewBrowser();
        attacker.Cookies.Add(new Cookie("autonoma", "planted-by-somebody-else", "/", server.Server.Url.Host));
        (await attacker.GetAsync("/v1/session"))["user"].ShouldBeNull();
    }

    [Fact]
    public async Task SignIn_OverARunningSession_EndsIt()
    {
        using var owner = await server.NewOwnerAsync();
        var first = owner.Cookie!;

        await owner.SignInAsync();

        owner.Cookie.ShouldNotBe(first);
        using var old = server.NewBrowser();
        old.Cookies.Add(new Cookie("autonoma", first, "/", server.Server.Url.Host));
        (await old.GetAsync("/v1/session"))["user"].ShouldBeNull();
    }

    [Fact]
    public async Task Cookie_IsOutOfReachOfScriptsAndOtherSites()
    {
        using var owner = await server.NewOwnerAsync();
        using var answer = await owner.SendAsync(HttpMethod.Post, "/v1/session", new { email = owner.Email, password = Browser.Password });

        var cookie = answer.Headers.GetValues("Set-Cookie").Single().ToLowerInvariant();
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
    }

    [Fact]
    public async Task Change_WithoutTheToken_OrFromAnotherSite_IsRefused()
    {
        using var owner = await server.NewOwnerAsync();
        var token = owner.Session["csrf"]!.GetValue<string>();
        owner.Http.DefaultRequestHeaders.Remove("X-CSRF-Token");

        (await owner.RefusedAsync(HttpMethod.Patch, "/v1/organization", new { name = "X" })).ShouldBe((403, "csrf.token"));
        (await owner.RefusedAsync(HttpMethod.Patch, "/v1/organization", new { name = "X" }, ("X-CSRF-Token", "wrong"))).ShouldBe((403, "csrf.token"));
        (await owner.RefusedAsync(HttpMethod.Patch, "/v1/organization", new { name = "X" }, ("X-CSRF-Token", token), ("Origin", "https://evil.example"))).ShouldBe((403, "csrf.origin"));
        (await owner.RefusedAsync(HttpMethod.Post, "/v1/session", new { email = "a@b.c", password = "x" }, ("Sec-Fetch-Site", "cross-site"))).ShouldBe((403, "csrf.origin"));
        await owner.AskAsync(HttpMethod.Patch, "/v1/organization", new { name = "Renamed" }, ("X-CSRF-Token", token), ("Origin", server.Server.Url.GetLeftPart(UriPartial.Authority)));
        (await owner.GetAsync("/v1/organization"))["name"]!.GetValue<string>().ShouldBe("Renamed");
    }

    [Fact]
    public async Task SignIn_FiveWrongPasswords_LockTheAccount_AndTheAnswerDoesNotSaySo()
    {
        using var owner = await server.NewOwnerAsync();
        using var guesser = server.NewBrowser();
        var wrong = new HashSet<(int, string)>();
        for (var attempt = 0; attempt < 5; attempt++)
            wrong.Add(await guesser.RefusedAsync(HttpMethod.Post, "/v1/session", new { email = owner.Email, password = $"guess number {attempt}" }));

        wrong.Add(await guesser.RefusedAsync(HttpMethod.Post, "/v1/session", new { email = owner.Email, password = Browser.Password }));
        wrong.Add(await guesser.RefusedAsync(HttpMethod.Post, "/v1/session", new { email = "nobody@example.com", password = Browser.Password }));

        wrong.ShouldBe([(401, "session.wrong")]);
        (await owner.GetAsync("/v1/organization")).ShouldNotBeNull("who is signed in stays so");
    }

    [Fact]
    public async Task Invitation_LetsInOnce_WithItsRole()
    {
        using var owner = await server.NewOwnerAsync();
        var invitation = await owner.PostAsync("/v1/invitations", new { email = "new@example.com", role = "viewer" });
        var token = invitation["token"]!.GetValue<string>();
        using var guest = server.NewBrowser();
        (await guest.GetAsync($"/v1/invitations/{token}/preview"))["organization"]!.GetValue<string>().ShouldBe("Acme");

        await guest.PostAsync("/v1/users", new { email = "new@example.com", password = Browser.Password, token });

        await guest.RefreshAsync();
        guest.Session["organization"]!["role"]!.GetValue<string>().ShouldBe("viewer");
        using var second = server.NewBrowser();
        (await second.RefusedAsync(HttpMethod.Post, "/v1/users", new { email = "other@example.com", password = Browser.Password, token })).ShouldBe((403, "user.invitation_needed"));
        (await second.RefusedAsync(HttpMethod.Post, "/v1/users", new { email = "other@example.com", password = Browser.Password })).ShouldBe((403, "user.invitation_needed"));
    }

    [Fact]
    public async Task Roles_AreKept_AndTheLastOwnerStays()
    {
        using var owner = await server.NewOwnerAsync();
        using var admin = await server.NewMemberAsync(owner, Role.Admin);
        using var viewer = await server.NewMemberAsync(owner, Role.Viewer);
        var members = (await owner.GetAsync("/v1/members")).AsArray();
        string Id(string role) => members.Single(member => member!["role"]!.GetValue<string>() == role)!["id"]!.GetValue<string>();

        (await viewer.RefusedAsync(HttpMethod.Patch, $"/v1/members/{Id("viewer")}", new { role = "admin" })).ShouldBe((403, "access.forbidden"));
        (await admin.RefusedAsync(HttpMethod.Patch, $"/v1/members/{Id("admin")}", new { role = "owner" })).ShouldBe((403, "member.role"));
        (await admin.RefusedAsync(HttpMethod.Delete, $"/v1/members/{Id("owner")}")).ShouldBe((403, "member.role"));
        (await admin.RefusedAsync(HttpMethod.Post, "/v1/invitations", new { email = "x@example.com", role = "owner" })).ShouldBe((403, "invitation.role"));
        (await owner.RefusedAsync(HttpMethod.Patch, $"/v1/members/{Id("owner")}", new { role = "member" })).ShouldBe((409, "member.last_owner"));
        await admin.AskAsync(HttpMethod.Delete, $"/v1/members/{Id("viewer")}");
        (await viewer.RefusedAsync(HttpMethod.Get, "/v1/organization")).ShouldBe((403, "organization.needed"));
    }

    [Fact]
    public async Task ResetLink_SetsANewPassword_Once_AndEndsAllSessions()
    {
        using var owner = await server.NewOwnerAsync();
        using var member = await server.NewMemberAsync(owner, Role.Member);
        var id = (await owner.GetAsync("/v1/members")).AsArray().Single(row => row!["role"]!.GetValue<string>() == "member")!["id"]!.GetValue<string>();
        var link = new Uri((await owner.PostAsync($"/v1/members/{id}/reset-link", new { }))["url"]!.GetValue<string>());
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(link.Query);
        var body = new { email = query["email"].ToString(), token = query["token"].ToString(), password = "another long password" };
        using var anybody = server.NewBrowser();

        await anybody.PostAsync("/v1/account/password-reset/confirm", body);

        (await member.RefusedAsync(HttpMethod.Get, "/v1/organization")).Status.ShouldBe(401);
        (await anybody.RefusedAsync(HttpMethod.Post, "/v1/account/password-reset/confirm", body)).ShouldBe((400, "account.reset_link"));
        await anybody.PostAsync("/v1/session", new { email = member.Email, password = "another long password" });
    }

    [Fact]
    public async Task Totp_OnceOn_IsAskedFor_AndRecoveryCodesWorkOnce()
    {
        using var owner = await server.NewOwnerAsync();
        var secret = (await owner.PostAsync("/v1/account/totp", new { }))["secret"]!.GetValue<string>();
        (await owner.RefusedAsync(HttpMethod.Put, "/v1/account/totp", new { code = "000000" })).ShouldBe((400, "totp.code"));
        var codes = (await owner.AskAsync(HttpMethod.Put, "/v1/account/totp", new { code = Totp.Now(secret) }))["recoveryCodes"]!.AsArray();
        using var other = server.NewBrowser();

        (await other.RefusedAsync(HttpMethod.Post, "/v1/session", new { email = owner.Email, password = Browser.Password })).ShouldBe((401, "session.code_needed"));
        (await other.RefusedAsync(HttpMethod.Post, "/v1/session", new { email = owner.Email, password = Browser.Password, code = "123456" })).ShouldBe((401, "session.wrong"));
        await other.PostAsync("/v1/session", new { email = owner.Email, password = Browser.Password, code = Totp.Now(secret) });
        var recovery = codes[0]!.GetValue<string>();
        await other.PostAsync("/v1/session", new { email = owner.Email, password = Browser.Password, code = recovery });
        (await other.RefusedAsync(HttpMethod.Post, "/v1/session", new { email = owner.Email, password = Browser.Password, code = recovery })).ShouldBe((401, "session.wrong"));
    }

    [Fact]
    public async Task Claim_OnALocalServer_LetsInOnce()
    {
        var path = server.Server.App.Services.GetRequiredService<ClaimLink>().Path;
        var token = path[(path.IndexOf('=', StringComparison.Ordinal) + 1)..];
        using var browser = server.NewBrowser();
        (await browser.RefusedAsync(HttpMethod.Post, "/v1/session/claim", new { token = "guess" })).ShouldBe((403, "claim.used"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => server.Anonymous.PostAsync("/v1/session/claim", System.Net.Http.Json.JsonContent.Create(new { token }), TestContext.Current.CancellationToken)));

        answers.Count(answer => answer.IsSuccessStatusCode).ShouldBe(1);
    }
}
