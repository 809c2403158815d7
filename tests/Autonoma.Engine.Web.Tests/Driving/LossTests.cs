using System.Diagnostics;
using Autonoma.Engine.Driving;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Driving;

public sealed class LossTests(BrowserFixture fixture)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task BrowserEnds_WhileACallIsUnderWay_CallEndsWithTheReason()
    {
        await using var browser = await WebBrowser.LaunchAsync(new(), Token);
        await using var driver = await browser.OpenAsync(new(), Token);
        fixture.Site.Add("/never", context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await driver.Navigation!.GoToAsync(fixture.Serve("<p>Hello</p><script>fetch('/never')</script>"), Token);
        var settling = driver.Screen.SettleAsync(TimeSpan.FromSeconds(30), Token);
        var started = Stopwatch.GetTimestamp();
        await browser.Browser.CloseAsync();
        await Should.ThrowAsync<DriverLostException>(() => settling);
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(10));
        driver.Application.Loss.ShouldNotBeNull();
        await Should.ThrowAsync<DriverLostException>(() => driver.Screen.ObserveAsync(ObserveOptions.Default, Token));
    }

    [Fact]
    public async Task PageCrashes_NextCallSaysSo()
    {
        await using var browser = await WebBrowser.LaunchAsync(new(), Token);
        await using var driver = await browser.OpenAsync(new(), Token);
        await driver.Navigation!.GoToAsync(fixture.Serve("<p>Hello</p>"), Token);
        var cdp = await driver.Page.Context.NewCDPSessionAsync(driver.Page);
        _ = cdp.SendAsync("Page.crash").ContinueWith(_ => { }, TaskScheduler.Default);
        await Waiting.UntilAsync(() => driver.Application.Loss is not null, Token);
        driver.Application.Loss.ShouldBe("the page crashed");
        await Should.ThrowAsync<DriverLostException>(() => driver.Screen.ObserveAsync(ObserveOptions.Default, Token));
    }

    [Fact]
    public async Task Dispose_AfterUse_LeavesNoProcess()
    {
        var marker = "autonoma-leak-" + Environment.ProcessId;
        var browser = await WebBrowser.LaunchAsync(new() { Arguments = ["--user-agent-product=" + marker] }, Token);
        var driver = await browser.OpenAsync(new(), Token);
        Running(marker).ShouldBeGreaterThan(0);
        await driver.DisposeAsync();
        await browser.DisposeAsync();
        await Waiting.UntilAsync(() => Running(marker) == 0, Token);
    }

    [Fact]
    public async Task Launch_PathWithoutBrowser_SaysWhatToDo()
    {
        var error = await Should.ThrowAsync<UserInputException>(() => WebBrowser.LaunchAsync(new() { ExecutablePath = "/no/such/chrome" }, Token));
        error.Message.ShouldContain("/no/such/chrome");
    }

    [Fact]
    public async Task Open_UnknownDevice_NamesSimilarOnes()
    {
        var error = await Should.ThrowAsync<UserInputException>(() => fixture.Browser.OpenAsync(new() { Device = "Pixel 99" }, Token));
        error.Message.ShouldContain("Did you mean Pixel");
    }

    private static int Running(string marker) => Directory.EnumerateDirectories("/proc").Count(folder =>
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "cmdline")).Contains(marker, StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    });
}
