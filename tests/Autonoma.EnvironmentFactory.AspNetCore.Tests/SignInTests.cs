using System.Security.Claims;
using System.Text;
using Autonoma.EnvironmentFactory.AspNetCore.SigningIn;
using Autonoma.EnvironmentFactory.Protocol;
using Autonoma.TestKit;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace Autonoma.EnvironmentFactory.AspNetCore.Tests;

public sealed class SignInTests(PostgresFixture postgres)
{
    private const string Create = """{"action":"up","testRunId":"r1","create":{"User":[{"email":"ann@shop.test","password":"Sup3r-secret"}]}}""";

    [Fact]
    public async Task Cookie_OfTheAppsOwnSignIn_OpensItsPages()
    {
        await using var app = await WebApp.StartAsync(
            builder =>
            {
                builder.Services.AddAuthorization();
                builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options => options.Cookie.Name = "shop");
                builder.Services.AddEnvironmentFactory(factory =>
                {
                    factory.DefineFactory<UserInput>((UserInput input) => new { Id = 7, input.Email });
                    factory.UseAuth((AuthContext auth) => auth.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, auth.User!.Get<string>("email")!)], "password"))));
                });
            },
            MapPages);

        var auth = (await app.SucceedAsync(Create))["auth"]!;

        var cookie = auth["cookies"]!.AsArray().Single()!;
        ((string)cookie["name"]!).ShouldBe("shop");
        ((bool)cookie["httpOnly"]!).ShouldBeTrue();
        ((string)cookie["sameSite"]!).ShouldBe("lax");
        ((string)cookie["path"]!).ShouldBe("/");
        (await PageAsync(app, auth)).ShouldBe("ann@shop.test");
        (await app.Client.GetAsync("/me", TestContext.Current.CancellationToken)).IsSuccessStatusCode.ShouldBeFalse();
    }

    [Fact]
    public async Task Cookie_OfIdentity_OpensItsPages_WithTheClaimsIdentityGives()
    {
        var database = postgres.NewDatabase();
        await using var app = await WebApp.StartAsync(
            builder =>
            {
                builder.Services.AddDbContext<IdentityDb>(options => options.UseNpgsql(database));
                builder.Services.AddIdentity<IdentityUser, IdentityRole>().AddEntityFrameworkStores<IdentityDb>();
                builder.Services.AddAuthorization();
                builder.Services.AddEnvironmentFactory(factory =>
                {
                    factory.DefineFactory<UserInput>(
                        async (UserInput input, UserManager<IdentityUser> users) =>
                        {
                            var user = new IdentityUser(input.Email) { Email = input.Email };
                            (await users.CreateAsync(user, input.Password)).Succeeded.ShouldBeTrue();
                            return new { user.Id, input.Email };
                        },
                        async (string id, UserManager<IdentityUser> users) =>
                        {
                            if (await users.FindByIdAsync(id) is { } user)
                                await users.DeleteAsync(user);
                        });
                    factory.UseAuth((AuthContext auth) => auth.SignInWithIdentityAsync<IdentityUser>(auth.User!.IdText));
                });
            },
            MapPages);
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<IdentityDb>().Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);

        var up = await app.SucceedAsync(Create);

        (await PageAsync(app, up["auth"]!)).ShouldBe("ann@shop.test");
        await app.SucceedAsync($$"""{"action":"down","refsToken":"{{up["refsToken"]}}"}""");
        await using var after = app.Services.CreateAsyncScope();
        (await after.ServiceProvider.GetRequiredService<IdentityDb>().Users.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Fact]
    public async Task SignIn_UnderAnUnknownScheme_FailsAndSaysSo()
    {
        await using var app = await WebApp.StartAsync(
            builder =>
            {
                builder.Services.AddAuthorization();
                builder.Services.AddAuthentication().AddCookie();
                builder.Services.AddEnvironmentFactory(factory =>
                {
                    factory.DefineFactory<UserInput>((UserInput input) => 7);
                    factory.UseAuth((AuthContext auth) => auth.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity("x")), "nope"));
                });
            },
            MapPages);

        using var response = await app.PostAsync(Create);

        ((int)response.StatusCode).ShouldBe(500);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("nope");
    }

    [Fact]
    public void Jwt_OfClaims_HasAValidSignatureAndTheTimesOfItsLife()
    {
        var key = Encoding.UTF8.GetBytes("a key of at least thirty-two bytes!");
        var now = new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
        var jwt = new JwtCredentials { Key = key, Issuer = "shop", Audience = "web" };

        var credentials = jwt.For([new("sub", "7"), new("role", "admin"), new("role", "owner")], now);

        var parts = credentials.Headers!["Authorization"]["Bearer ".Length..].Split('.');
        Text(parts[0]).ShouldBe("""{"alg":"HS256","typ":"JWT"}""");
        Text(parts[1]).ShouldBe($$"""{"iss":"shop","aud":"web","iat":{{now.ToUnixTimeSeconds()}},"nbf":{{now.ToUnixTimeSeconds()}},"exp":{{now.ToUnixTimeSeconds() + 7200}},"sub":"7","role":["admin","owner"]}""");
        parts[2].ShouldBe(Convert.ToBase64String(System.Security.Cryptography.HMACSHA256.HashData(key, Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"))).TrimEnd('=').Replace('+', '-').Replace('/', '_'));
        Should.Throw<InvalidOperationException>(() => new JwtCredentials { Key = new byte[31] }.Issue([], now));

        static string Text(string part) => Encoding.UTF8.GetString(Convert.FromBase64String(part.Replace('-', '+').Replace('_', '/').PadRight((part.Length + 3) / 4 * 4, '=')));
    }

    private static void MapPages(WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("/me", (HttpContext context) => context.User.Identity!.Name).RequireAuthorization();
        app.MapEnvironmentFactory();
    }

    private static async Task<string> PageAsync(WebApp app, System.Text.Json.Nodes.JsonNode auth)
    {
        using var response = await app.GetAsync("/me", auth);
        ((int)response.StatusCode).ShouldBe(200);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private sealed record UserInput(string Email, string Password);

    public sealed class IdentityDb(DbContextOptions<IdentityDb> options) : IdentityDbContext<IdentityUser>(options);
}
