using System.Net;
using System.Net.Sockets;
using Autonoma.Engine.Driving;
using Autonoma.TestKit;
using Microsoft.AspNetCore.Http;

namespace Autonoma.Engine.Web.Tests.Boundary;

public sealed class AllowedHostsTests(BrowserFixture fixture)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // The other site listens for real: what gets through is seen there.
    [Theory]
    [InlineData("image", "<img src='OTHERpixel.png'>")]
    [InlineData("script", "<script src='OTHERevil.js'></script>")]
    [InlineData("frame", "<iframe src='OTHERframe.html'></iframe>")]
    [InlineData("fetch", "<script>fetch('OTHERapi', {mode:'no-cors'}).catch(() => 0)</script>")]
    [InlineData("beacon", "<script>navigator.sendBeacon('OTHERbeacon', 'x')</script>")]
    [InlineData("prefetch", "<link rel='prefetch' href='OTHERnext.html'>")]
    [InlineData("preconnect", "<link rel='preconnect' href='OTHER'>")]
    [InlineData("socket", "<script>new WebSocket('OTHERws'.replace('http', 'ws'))</script>")]
    [InlineData("events", "<script>new EventSource('OTHERevents')</script>")]
    [InlineData("redirect", "<img src='/away.png'>")]
    [InlineData("redirected fetch", "<script>fetch('/away', {mode:'no-cors'}).catch(() => 0)</script>")]
    [InlineData("worker", "<script>new Worker(URL.createObjectURL(new Blob([`fetch('OTHERworker', {mode:'no-cors'}).catch(() => 0)`])))</script>")]
    [InlineData("popup", "<script>window.open('OTHERpopup.html')</script>")]
    [InlineData("form", "<form id='f' method='post' action='OTHERform' target='_blank'></form><script>f.submit()</script>")]
    [InlineData("navigation", "<script>setTimeout(() => location.href = 'OTHERaway.html', 20)</script>")]
    public async Task OtherHost_AskedByPage_IsNeverReached(string way, string html)
    {
        await using var other = await OtherServer.StartAsync();
        var redirect = (RequestDelegate)(context =>
        {
            context.Response.Redirect(other.Url + "redirected");
            return Task.CompletedTask;
        });
        fixture.Site.Add("/away.png", redirect);
        fixture.Site.Add("/away", redirect);
        await using var driver = await fixture.OpenAsync(null, new() { AllowedHosts = [fixture.Site.Url.Authority] });
        await driver.Navigation!.GoToAsync(fixture.Serve($"<p>{way}</p>" + html.Replace("OTHER", other.Url, StringComparison.Ordinal)), Token);

        await Waiting.UntilAsync(() => driver.Application.Log.Any(entry => entry.Source == "blocked") || other.Connections > 0 || way == "preconnect", Token);
        other.Connections.ShouldBe(0);
        if (way != "preconnect")
            driver.Application.Log.ShouldContain(entry => entry.Source == "blocked" && entry.Text.Contains(new Uri(other.Url).Authority));
    }

    [Fact]
    public async Task OwnHost_WithinBoundary_Works()
    {
        await using var driver = await fixture.OpenAsync(null, new() { AllowedHosts = [fixture.Site.Url.Authority] });
        fixture.Site.Add("/hello.js", "document.getElementById('out').textContent = 'script ran';");
        await driver.Navigation!.GoToAsync(fixture.Serve("<p id='out'>nothing</p><script src='/hello.js'></script>"), Token);
        (await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).Tree.Root.InnerText.ShouldBe("script ran");
    }

    [Fact]
    public async Task GoTo_OtherHost_IsRefusedWithAReason()
    {
        await using var driver = await fixture.OpenAsync(null, new() { AllowedHosts = [fixture.Site.Url.Authority] });
        var error = await Should.ThrowAsync<NavigationFailedException>(() => driver.Navigation!.GoToAsync(new("http://shop.example/"), Token));
        error.Message.ShouldContain("outside the allowed hosts");
    }

    [Fact]
    public async Task GoTo_RedirectToOtherHost_IsRefusedWithAReason()
    {
        await using var other = await OtherServer.StartAsync();
        var away = fixture.Site.Add("/leave", context =>
        {
            context.Response.Redirect(other.Url);
            return Task.CompletedTask;
        });
        await using var driver = await fixture.OpenAsync(null, new() { AllowedHosts = [fixture.Site.Url.Authority] });
        var error = await Should.ThrowAsync<NavigationFailedException>(() => driver.Navigation!.GoToAsync(away, Token));
        error.Message.ShouldContain("outside the allowed hosts");
        other.Connections.ShouldBe(0);
    }

    [Fact]
    public async Task GoTo_NothingListensBehindBoundary_SaysConnectionRefused()
    {
        await using var driver = await fixture.OpenAsync(null, new() { AllowedHosts = ["127.0.0.1"] });
        var error = await Should.ThrowAsync<NavigationFailedException>(() => driver.Navigation!.GoToAsync(new($"http://127.0.0.1:{ClosedPort()}/"), Token));
        error.Message.ShouldContain("connection refused");
    }

    [Fact]
    public async Task Headers_GoToTheAppOnly_AlsoAlongRedirects()
    {
        string? own = null, foreign = null;
        await using var second = await StaticSite.StartAsync();
        second.Add("/there", context =>
        {
            foreign = context.Request.Headers.TryGetValue("X-Test-Token", out var token) ? token.ToString() : "none";
            return context.Response.WriteAsync("there");
        });
        var start = fixture.Site.Add("/with-header", context =>
        {
            own = context.Request.Headers["X-Test-Token"];
            context.Response.Redirect(second.At("/there").ToString());
            return Task.CompletedTask;
        });
        await using var driver = await fixture.OpenAsync(null, new() { AppUrl = fixture.Site.Url, Headers = new Dictionary<string, string> { ["X-Test-Token"] = "abc" } });
        await driver.Navigation!.GoToAsync(start, Token);
        own.ShouldBe("abc");
        foreign.ShouldBe("none");
    }

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class OtherServer : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private int _connections;

        public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/";

        public int Connections => Volatile.Read(ref _connections);

        public static Task<OtherServer> StartAsync()
        {
            var server = new OtherServer();
            server._listener.Start();
            _ = server.AcceptAsync();
            return Task.FromResult(server);
        }

        public ValueTask DisposeAsync()
        {
            _listener.Dispose();
            return ValueTask.CompletedTask;
        }

        private async Task AcceptAsync()
        {
            try
            {
                while (true)
                {
                    using var client = await _listener.AcceptTcpClientAsync();
                    Interlocked.Increment(ref _connections);
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // Stopped.
            }
        }
    }
}
