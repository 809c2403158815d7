using Autonoma.Engine.Driving;
using Autonoma.Engine.Web.Tests.Browsers;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Firefox;

/// <summary>Whole runs in it. What the drivers do is shown by their conformance.</summary>
[Collection(nameof(FirefoxCollection)), Trait(FirefoxFixture.Trait, "Firefox")]
public sealed class FirefoxTests(FirefoxFixture fixture) : OtherBrowserTests(fixture)
{
    [Fact]
    public async Task BrowserEnds_DuringTheRun_IsSaidAtOnce()
    {
        await using var own = await WebBrowser.LaunchAsync(new() { Engine = "firefox" }, Token);
        await using var driver = await own.OpenAsync(new(), Token);
        await driver.Navigation!.GoToAsync(fixture.Serve("<p>Hello</p>"), Token);
        await own.Browser.CloseAsync();
        await Waiting.UntilAsync(() => driver.Application.Loss is not null, Token);
        await Should.ThrowAsync<DriverLostException>(() => driver.Screen.ObserveAsync(ObserveOptions.Default, Token));
    }
}
