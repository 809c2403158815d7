using Autonoma.Engine.Commands;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Running;
using Autonoma.TestKit;
using Autonoma.TestKit.Interpreting;

namespace Autonoma.Engine.Web.Tests.Firefox;

/// <summary>Whole runs in it. What the drivers do is shown by their conformance.</summary>
[Collection(nameof(FirefoxCollection)), Trait(FirefoxFixture.Trait, "Firefox")]
public sealed class FirefoxTests(FirefoxFixture fixture)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_OfATest_PassesAndHasItsPictures()
    {
        await using var driver = await fixture.OpenAsync("<label>Name <input id=\"name\"></label><button onclick=\"out.textContent = 'Saved ' + document.getElementById('name').value\">Save</button><p id=\"out\"></p>");
        var (test, reader) = ScriptedRun.Test([new ClickArguments("Save")], [new AssertArguments("\"Saved\" is visible")]);
        var run = await new TestRunner(driver, ScriptedRun.Quick, reader, new NameGrounder(), new TextChecker(), TimeProvider.System).RunAsync(test, Token);
        run.Success.ShouldBeTrue(run.Reasoning);
        (await driver.Screen.CaptureAsync(Token)).Bytes.Length.ShouldBeGreaterThan(500);
    }

    [Fact]
    public async Task AllowedHosts_AnotherHost_IsNotReached()
    {
        var asked = 0;
        await using var other = await StaticSite.StartAsync(Repository.Folder("tests/assets"));
        other.Add("/beacon", _ => { Interlocked.Increment(ref asked); return Task.CompletedTask; });
        var start = fixture.Serve($"<p>Hello</p><img src=\"{other.At("/beacon")}\"><script>fetch('{other.At("/beacon")}').finally(() => document.title = 'done')</script>");
        await using var driver = await fixture.OpenAsync(options: new() { AllowedHosts = [start.Authority] });
        await driver.Navigation!.GoToAsync(start, Token);
        await Waiting.UntilAsync(async () => await driver.Page.TitleAsync() == "done", Token);
        asked.ShouldBe(0);
    }

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
