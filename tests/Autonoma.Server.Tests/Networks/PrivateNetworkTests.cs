using System.Net;
using System.Net.Sockets;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Web;
using Autonoma.Server.Tests.Runs;
using Autonoma.TestKit;
using Autonoma.TestKit.Environments;

namespace Autonoma.Server.Tests.Networks;

/// <summary>A server of several people: what it carries out reaches none of its own networks, which is where everything of these tests lies.</summary>
public sealed class SharedServer(PostgresFixture postgres) : ServerFixture(postgres)
{
    /// <summary>What nobody may reach.</summary>
    internal StaticSite Site { get; private set; } = null!;

    protected override IReadOnlyList<string> Settings => ["--roles", "all", "--slots", "1", "--private-addresses", "refused"];

    public override async ValueTask InitializeAsync()
    {
        Site = await StaticSite.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Site.DisposeAsync();
    }
}

public sealed class PrivateNetworkTests(SharedServer server) : IClassFixture<SharedServer>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("http://localhost:{0}/")]
    public async Task Run_OnAPrivateAddress_HoweverItCameThere_ReachesNothing(string url)
    {
        using var owner = await server.NewOwnerAsync();
        server.Site.Add("/", "<h1>Admin</h1>");
        // Past the check of what is written: as a name does that means something else by now.
        var application = await WorkingServer.ApplicationAsync(server, owner, url.Replace("{0}", $"{server.Site.Url.Port}", StringComparison.Ordinal), endpoint: null, ("a.md", "---\ntitle: A\nurl: /\n---\n## Steps\n1. Verify that the heading \"Admin\" is shown\n"));

        var (_, runs) = await WorkingServer.StartAsync(owner, application, new { all = true });
        await WorkingServer.EventsAsync(owner, runs[0]);

        var run = await owner.GetAsync($"/v1/runs/{runs[0]}");
        run["status"]!.GetValue<string>().ShouldNotBe("passed");
        run["reasoning"]!.GetValue<string>().ShouldContain("in a network that pages may not reach");
        server.Site.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Endpoint_OnAPrivateAddress_IsNotCalled()
    {
        await using var endpoint = await WireEndpoint.StartAsync();
        using var owner = await server.NewOwnerAsync();
        var application = await WorkingServer.ApplicationAsync(server, owner, "https://shop.example", endpoint, ("a.md", "---\ntitle: A\nurl: /\nscenario: standard\n---\n## Steps\n1. Verify that the heading \"Admin\" is shown\n"));

        var (_, runs) = await WorkingServer.StartAsync(owner, application, new { all = true });
        await WorkingServer.EventsAsync(owner, runs[0]);

        (await owner.GetAsync($"/v1/runs/{runs[0]}"))["failureKind"]!.GetValue<string>().ShouldBe("scenario_setup");
        endpoint.Requests.ShouldBeEmpty();
        (await owner.RefusedAsync(HttpMethod.Put, $"/v1/applications/{application}/endpoint", new { url = endpoint.Url })).ShouldBe((400, "endpoint.invalid"));
    }

    [Fact]
    public async Task Handler_ThatIsRedirectedToAPrivateAddress_DoesNotFollow()
    {
        await using var site = await StaticSite.StartAsync();
        site.Add("/away", context =>
        {
            context.Response.Redirect(server.Site.At("/secret").ToString());
            return Task.CompletedTask;
        });
        using var http = new HttpClient(new Server.Networks.AddressGuard(new() { Data = "", Urls = "", PublicUrl = site.Url, AllowsPrivateAddresses = true }).CreateHandler());

        (await http.GetAsync(site.At("/away"), Token)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        server.Site.Requests.ShouldNotContain(request => request.Contains("/secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_OfAnAllowedAddress_ThatRedirectsOrFetchesElsewhere_ReachesNothingThere()
    {
        using var elsewhere = new TcpListener(IPAddress.Parse("127.0.0.2"), 0);
        elsewhere.Start();
        var target = $"http://127.0.0.2:{((IPEndPoint)elsewhere.LocalEndpoint).Port}/";
        await using var site = await StaticSite.StartAsync();
        site.Add("/away", context =>
        {
            context.Response.Redirect(target);
            return Task.CompletedTask;
        });
        site.Add("/page", $"<title>Asking</title><img src=\"{target}img\"><script>Promise.allSettled([fetch('{target}fetch', {{ mode: 'no-cors' }}), new Promise(end => new WebSocket('{target.Replace("http", "ws", StringComparison.Ordinal)}').onerror = end)]).then(() => document.title = 'Asked')</script>");
        await using var browser = await WebBrowser.LaunchAsync(new(), Token);
        await using var session = await browser.OpenAsync(new() { AllowsAddress = address => address.Equals(IPAddress.Loopback) }, Token);

        (await Should.ThrowAsync<Exception>(() => session.Navigation!.GoToAsync(site.At("/away"), Token))).Message.ShouldContain("in a network that pages may not reach");
        await session.Navigation!.GoToAsync(site.At("/page"), Token);
        await Waiting.UntilAsync(async () => (await session.Screen.ObserveAsync(new(), Token)).Title == "Asked", Token);

        elsewhere.Pending().ShouldBeFalse("nothing came there");
    }
}
