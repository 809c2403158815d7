using Autonoma.Engine.Driving;
using Autonoma.Engine.Web;
using Autonoma.EnvironmentFactory.Protocol;
using Autonoma.Planner.Folders;
using Autonoma.Planner.Pipeline.Proving;
using Autonoma.Scenarios.Instances;
using Autonoma.TestKit;
using Microsoft.AspNetCore.Http;

namespace Autonoma.Planner.Tests.Pipeline.Proving;

/// <summary>Signing in in a real browser, with what an Environment Factory brings, at an app over real HTTP.</summary>
public sealed class LoginProbeTests(BrowserFixture fixture) : PlanFixture, IClassFixture<BrowserFixture>
{
    private const string Fields = """<label>Email <input type="email" name="email"></label><label>Password <input type="password" name="password"></label>""";
    private static readonly Credentials Typed = new() { Values = new Dictionary<string, string> { ["email"] = "ada@club.test", ["password"] = "Harbor-Light-42" } };

    [Fact]
    public async Task Form_WithTheRightPassword_OpensThePageThatStrangersAreSentAwayFrom()
    {
        Serve();

        var result = await ProbeAsync(Typed);

        (result.IsOk, result.Mode, result.Category).ShouldBe((true, "form", null), result.Detail);
        result.Detail.ShouldContain("strangers are sent to the login");
        File.Exists(Path.Combine(Repository, result.Screenshot!)).ShouldBeTrue();
    }

    [Fact]
    public async Task Form_WithAPasswordThatIsRefused_IsBadCredentials()
    {
        Serve();

        var result = await ProbeAsync(new() { Values = new Dictionary<string, string> { ["email"] = "ada@club.test", ["password"] = "something else" } });

        (result.IsOk, result.Category).ShouldBe((false, "bad_credentials"), result.Detail);
        result.Part.Message.ShouldStartWith("bad_credentials: ");
        File.Exists(Path.Combine(Repository, result.Screenshot!)).ShouldBeTrue();
    }

    [Fact]
    public async Task Form_ThatAsksForNoName_IsUnknown()
    {
        Serve(fields: """<label>Password <input type="password" name="password"></label>""");

        (await ProbeAsync(Typed)).Category.ShouldBe("unknown_ui");
    }

    [Fact]
    public async Task Form_WhoseButtonCannotBeReached_IsNotSubmitted()
    {
        Serve(button: """<button style="pointer-events:none">Sign in</button>""");

        (await ProbeAsync(Typed)).Category.ShouldBe("submit_failed");
    }

    [Fact]
    public async Task Form_WhoseFieldTakesNothing_IsNotFilledIn()
    {
        Serve(fields: Fields.Replace("name=\"email\"", "name=\"email\" oninput=\"this.value=''\"", StringComparison.Ordinal));

        (await ProbeAsync(Typed)).Category.ShouldBe("fill_failed");
    }

    [Theory]
    [InlineData("good", null, null)]
    [InlineData("old", null, "redirected_to_login")]
    [InlineData("good", "elsewhere.test", "cookie_not_sent")]
    public async Task Cookies_AreJudgedByWhatThePageShows(string value, string? domain, string? category)
    {
        Serve();

        var result = await ProbeAsync(new() { Cookies = [new("session", value) { Domain = domain }] });

        (result.Mode, result.Category).ShouldBe(("cookies", category), result.Detail);
    }

    [Fact]
    public async Task Cookies_ThatAreRefused_GiveWayToTheForm()
    {
        Serve();

        var result = await ProbeAsync(Typed with { Cookies = [new("session", "old")] });

        (result.IsOk, result.Mode).ShouldBe((true, "form"), result.Detail);
    }

    [Fact]
    public async Task Token_InAHeader_IsSentWithEveryRequest()
    {
        Serve();

        var result = await ProbeAsync(Credentials.Bearer("eyJ.good.token"));

        (result.IsOk, result.Mode).ShouldBe((true, "token"), result.Detail);
    }

    [Fact]
    public async Task AppThatOffersToSignInAllTheSame_MissesTheMarker()
    {
        fixture.Site.Add("/", Page("""<h1>Club</h1><a href="/enter">Sign in</a>"""));
        foreach (var path in (string[])["/account", "/login"])
            fixture.Site.Add(path, Page("<h1>Nothing here</h1>"));

        (await ProbeAsync(new() { Cookies = [new("session", "good")] })).Category.ShouldBe("marker_missing");
    }

    [Fact]
    public async Task AppThatKnowsNobody_IsSkippedWithTheReason()
    {
        fixture.Site.Add("/", Page("<h1>Timetable</h1><p>Open to all.</p>"));
        foreach (var path in (string[])["/account", "/login"])
            fixture.Site.Add(path, Page("<h1>Nothing here</h1>"));

        var result = await ProbeAsync(new() { Cookies = [new("session", "good")] });

        (result.IsSkipped, result.IsOk).ShouldBe((true, false));
        result.Detail.ShouldContain("Nothing in the app shows");
    }

    [Fact]
    public async Task AppThatIsNotThere_IsOpenFailed()
    {
        var result = await ProbeAsync(Typed, new("http://127.0.0.1:9/"));

        (result.Category, result.IsOk).ShouldBe(("open_failed", false));
    }

    private Task<LoginProbeResult> ProbeAsync(Credentials auth, Uri? app = null)
        => new LoginProbe(OpenAsync, app ?? fixture.Site.Url, TimeProvider.System).ProbeAsync(Folder, new(fixture.Site.Url, "/api/autonoma"), new ScenarioInstance("standard", new("1.0", "run-1", "token", auth, null, null, default), null, TimeSpan.Zero), Stop);

    private async Task<IAppDriver> OpenAsync(Uri url, SessionLogin login, CancellationToken cancellationToken)
        => await fixture.OpenAsync(options: new() { AppUrl = url, Headers = login.Headers, Cookies = login.Cookies, NavigationTimeout = TimeSpan.FromSeconds(20) });

    // A page that strangers are sent away from, and the form they are sent to.
    private void Serve(string fields = Fields, string button = "<button>Sign in</button>")
    {
        fixture.Site.Add("/", Page("""<h1>Club</h1><a href="/account">Account</a>"""));
        fixture.Site.Add("/account", async context =>
        {
            if (context.Request.Cookies["session"] != "good" && context.Request.Headers.Authorization != "Bearer eyJ.good.token")
                context.Response.Redirect("/login");
            else
                await WriteAsync(context, Page("""<h1>Your account</h1><a href="/logout">Sign out</a>"""));
        });
        fixture.Site.Add("/login", async context =>
        {
            if (context.Request.Method == "POST" && (await context.Request.ReadFormAsync(context.RequestAborted))["password"] == "Harbor-Light-42")
            {
                context.Response.Cookies.Append("session", "good");
                context.Response.Redirect("/account");
                return;
            }

            await WriteAsync(context, Page($"""<h1>Sign in</h1><form method="post" action="/login">{fields}{button}</form>"""));
        });
    }

    private static Task WriteAsync(HttpContext context, string html)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(html, context.RequestAborted);
    }

    private static string Page(string body) => $"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Club</title></head><body><main>{body}</main></body></html>";
}
