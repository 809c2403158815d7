using Autonoma.Engine.Commands;
using Autonoma.Engine.Running;
using Autonoma.TestKit;
using Autonoma.TestKit.Interpreting;

namespace Autonoma.Engine.Web.Tests.Browsers;

/// <summary>Whole runs, and the boundary of the network, in a browser that is not the usual one. What its drivers do is shown by their conformance.</summary>
public abstract class OtherBrowserTests(BrowserFixture fixture)
{
    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_OfATest_PassesAndHasItsPictures()
    {
        await using var driver = await fixture.OpenAsync("<button onclick=\"out.textContent = 'Saved'\">Save</button><p id=\"out\"></p>");
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
}
