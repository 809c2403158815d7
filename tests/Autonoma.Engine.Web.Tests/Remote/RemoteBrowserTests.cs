using Autonoma.Engine.Driving;
using Autonoma.Engine.Web.Tests.Browsers;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Remote;

/// <summary>What is different where the browser is somebody else's. What is alike is shown by the conformance of the drivers.</summary>
public abstract class RemoteBrowserTests(RemoteBrowserFixture fixture, BrowserFixture site) : OtherBrowserTests(fixture)
{
    protected Uri Endpoint => fixture.Endpoint;

    [Fact]
    public async Task Dispose_ConnectedBrowser_KeepsRunning()
    {
        await using (var first = await WebBrowser.LaunchAsync(new() { Endpoint = Endpoint }, Token))
        {
            await using var driver = await first.OpenAsync(new(), Token);
            await driver.Navigation!.GoToAsync(site.Serve("<p>Hello</p>"), Token);
            first.ExecutablePath.ShouldBeNull();
        }

        fixture.IsRunning.ShouldBeTrue();
        await using var second = await WebBrowser.LaunchAsync(new() { Endpoint = Endpoint }, Token);
        second.IsConnected.ShouldBeTrue();
    }
}

[Collection(nameof(DebuggingPortCollection))]
public sealed class DebuggingPortTests(DebuggingPortFixture fixture, BrowserFixture site) : RemoteBrowserTests(fixture, site)
{
    [Fact]
    public async Task Connect_HttpAddressOfThePort_IsFound()
    {
        var address = new UriBuilder("http", Endpoint.Host, Endpoint.Port).Uri;
        await using var browser = await WebBrowser.LaunchAsync(new() { Endpoint = address }, Token);
        browser.Name.ShouldStartWith("Chromium ");
    }
}

[Collection(nameof(PlaywrightServerCollection))]
public sealed class PlaywrightServerTests(PlaywrightServerFixture fixture, BrowserFixture site) : RemoteBrowserTests(fixture, site);

/// <summary>A browser of its own for each, because it is not there or ends.</summary>
public sealed class RemoteLossTests(BrowserFixture site)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://127.0.0.1:9/")]
    [InlineData("ws://127.0.0.1:9/devtools/browser/1?token=hidden")]
    [InlineData("ws://127.0.0.1:9/secret?token=hidden")]
    public async Task Connect_NobodyListens_SaysWhatToDoAndNoToken(string address)
    {
        var error = await Should.ThrowAsync<UserInputException>(() => WebBrowser.LaunchAsync(new() { Endpoint = new(address) }, Token));
        error.Message.ShouldContain("No browser answers at");
        error.Message.ShouldContain("debugging port");
        error.Message.ShouldNotContain("hidden");
    }

    [Fact]
    public async Task Connect_FirefoxOverADebuggingPort_IsRefusedAndEndsClean()
    {
        await using var browser = new SharedBrowser(() => new() { Engine = "firefox", Endpoint = new("http://127.0.0.1:9222/") });
        var error = await Should.ThrowAsync<UserInputException>(() => browser.GetAsync(Token));
        error.Message.ShouldContain("only a Chromium can");
    }

    [Fact]
    public async Task BrowserEnds_DuringTheRun_IsSaidAtOnce()
    {
        await using var remote = new DebuggingPortFixture();
        await remote.InitializeAsync();
        await using var driver = await remote.Browser.OpenAsync(new(), Token);
        await driver.Navigation!.GoToAsync(site.Serve("<p>Hello</p>"), Token);
        remote.Kill();
        await Waiting.UntilAsync(() => driver.Application.Loss is not null, Token);
        await Should.ThrowAsync<DriverLostException>(() => driver.Screen.ObserveAsync(ObserveOptions.Default, Token));
    }
}
