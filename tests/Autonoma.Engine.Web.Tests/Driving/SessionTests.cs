using Autonoma.Engine.Driving;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Web.Tests.Observing;
using Autonoma.TestKit;
using Microsoft.AspNetCore.Http;

namespace Autonoma.Engine.Web.Tests.Driving;

public sealed class SessionTests(BrowserFixture fixture)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Log_KeepsConsoleAndRequestsWithoutSecrets()
    {
        fixture.Site.Add("/api", context =>
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        });
        await using var driver = await fixture.OpenAsync("<script>console.warn('Careful'); fetch('/api?token=s3cr3t&page=2').catch(() => 0); setTimeout(() => { throw new Error('Broken') }, 10)</script>");
        await Waiting.UntilAsync(() => driver.Application.Log.Any(entry => entry.Text.Contains("503")) && driver.Application.Log.Any(entry => entry.Source == "page-error"), Token);
        var log = driver.Application.Log;
        log.ShouldContain(entry => entry.Source == "console" && entry.Level == "warning" && entry.Text == "Careful");
        log.ShouldContain(entry => entry.Source == "page-error" && entry.Text.Contains("Broken"));
        log.Where(entry => entry.Source == "network" && entry.Text.Contains("/api")).Select(entry => $"{entry.Level}: {entry.Text.Split(" 503")[0]}")
            .ShouldBe([$"error: GET {fixture.Site.Url}api?token=...&page=2"]);
        log.ShouldNotContain(entry => entry.Text.Contains("s3cr3t"));
    }

    [Fact]
    public async Task Options_ReachThePage()
    {
        var options = new WebSessionOptions
        {
            AppUrl = fixture.Site.Url,
            Locale = "de-DE",
            TimeZone = "Asia/Tokyo",
            ViewportWidth = 900,
            ViewportHeight = 500,
            ReducedMotion = true,
            UserAgent = "Tester/1",
            Cookies = [new("session", "abc")],
        };
        await using var driver = await fixture.OpenAsync("""
            <p id="x"></p><script>x.textContent = [navigator.language, Intl.DateTimeFormat().resolvedOptions().timeZone, innerWidth, innerHeight,
              matchMedia('(prefers-reduced-motion: reduce)').matches, navigator.userAgent, document.cookie].join(' ')</script>
            """, options);
        (await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).Tree.Node("x").InnerText.ShouldBe("de-DE Asia/Tokyo 900 500 true Tester/1 session=abc");
    }

    [Fact]
    public async Task Device_EmulatesItsScreen()
    {
        await using var driver = await fixture.OpenAsync("<html><head><meta name='viewport' content='width=device-width'></head><body>Hello</body></html>", new() { Device = "Pixel 7" });
        (await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).Viewport.Width.ShouldBe(412, 20);
    }

    [Fact]
    public async Task Attach_ToAPageAlreadyOpen_SeesItAndLeavesItOpen()
    {
        var context = await fixture.Browser.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(fixture.Serve("<button id='b' onclick='this.textContent = 1'>Go</button>").ToString());
        await using (var driver = await WebAppDriver.AttachAsync(page, cancellationToken: Token))
        {
            var button = (await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).Tree.Node("b");
            button.IsInteractive.ShouldBeTrue();
            await driver.Navigation!.GoToAsync(fixture.Serve("<p id='p'>Next</p>"), Token);
            (await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).Tree.Node("p").InnerText.ShouldBe("Next");
        }

        page.IsClosed.ShouldBeFalse();
        await context.CloseAsync();
    }

    [Fact]
    public async Task Dispose_ThenUse_ThrowsObjectDisposed()
    {
        var driver = await fixture.OpenAsync("<p>Hello</p>");
        await driver.DisposeAsync();
        await Should.ThrowAsync<ObjectDisposedException>(() => driver.Screen.ObserveAsync(ObserveOptions.Default, Token));
    }

    // Closed by the press itself, by its release, and by a key: the browser's answer to the call is then lost more or less often.
    [Theory]
    [InlineData("onmousedown", 0)]
    [InlineData("onclick", 0)]
    [InlineData("onclick", 2)]
    [InlineData("onkeydown", 0)]
    public async Task ActiveTabClosesItself_OpenerBecomesActive(string on, int modifiers)
    {
        var closing = fixture.Serve($"<button id='c' autofocus {on}='window.close()'>Close</button>");
        await using var driver = await fixture.OpenAsync($"<h1>Opener</h1><button id='o' onclick=\"window.open('{closing}')\">Open</button>");
        await driver.Screen.MarkAsync(Token);
        await ClickAsync(driver, "o");
        await driver.Tabs!.SwitchToAsync(await driver.Tabs.WaitForNewAsync(TimeSpan.FromSeconds(10), Token), Token);
        await driver.Screen.SettleAsync(TimeSpan.FromSeconds(5), Token);
        if (on == "onkeydown")
            await driver.Keyboard.PressAsync("Enter", Token);
        else
            await ClickAsync(driver, "c", (KeyModifiers)modifiers);
        await Waiting.UntilAsync(() => driver.Tabs.List().Count == 1, Token);
        (await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).Tree.Root.InnerText.ShouldContain("Opener");
        driver.Application.Loss.ShouldBeNull();
    }

    // The browser keeps the window of the empty document that such a tab first holds: what watches the document has to be told.
    [Fact]
    public async Task TabOpenedByAPage_ItsChangesAreSeen()
    {
        var opened = fixture.Serve("<button id='s' onclick='t.textContent = &quot;Saved&quot;; setTimeout(() => { t.textContent = &quot;&quot; }, 100)'>Save</button><p id='t'></p>");
        await using var driver = await fixture.OpenAsync($"<button id='o' onclick=\"window.open('{opened}')\">Open</button>");
        await driver.Screen.MarkAsync(Token);
        await ClickAsync(driver, "o");
        await driver.Tabs!.SwitchToAsync(await driver.Tabs.WaitForNewAsync(TimeSpan.FromSeconds(10), Token), Token);
        await driver.Screen.SettleAsync(TimeSpan.FromSeconds(5), Token);
        await driver.Screen.MarkAsync(Token);
        await ClickAsync(driver, "s");
        await driver.Page.WaitForFunctionAsync("() => t.textContent === ''");
        (await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).Changes.ShouldContain(change => change.Kind == UiChangeKind.Appeared && change.Text == "Saved");
    }

    // Focus is given with the first frame, which on a busy machine comes after the document is complete; here it never comes, and the page is given the second it may take.
    [Fact]
    public async Task Settled_WhatAsksForFocusHasHadItsFrame()
    {
        var context = await fixture.Browser.Browser.NewContextAsync();
        await context.AddInitScriptAsync("window.requestAnimationFrame = () => 1;");
        var page = await context.NewPageAsync();
        await using (var driver = await WebAppDriver.AttachAsync(page, cancellationToken: Token))
        {
            await page.GotoAsync(fixture.Serve("<input id='i' autofocus>").ToString());
            await driver.Screen.SettleAsync(TimeSpan.FromSeconds(10), Token);
            (await page.EvaluateAsync<double>("() => performance.now()")).ShouldBeGreaterThan(1000);
        }

        await context.CloseAsync();
    }

    [Fact]
    public async Task BeforeUnload_IsNotedAndLeft()
    {
        await using var driver = await fixture.OpenAsync("<input id='i'><script>window.onbeforeunload = e => { e.preventDefault(); return 'x'; }</script>");
        await driver.Elements.FocusAsync((await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).Tree.Node("i").Ref, Token);
        await driver.Keyboard.TypeAsync("a", Token);
        await driver.Screen.MarkAsync(Token);
        await driver.Navigation!.GoToAsync(fixture.Serve("<h1>Left</h1>"), Token);
        (await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).Tree.Root.InnerText.ShouldBe("Left");
    }

    [Fact]
    public async Task Frames_StreamPictures()
    {
        await using var driver = await fixture.OpenAsync("<h1 id='h'>Hello</h1>");
        await driver.Frames!.StartAsync(Token);
        await driver.Page.EvaluateAsync("() => { h.textContent = 'Changed'; }");
        await Waiting.UntilAsync(() => driver.Frames.Latest is not null, Token);
        driver.Frames.Latest!.Bytes.Span[..2].ToArray().ShouldBe([0xff, 0xd8]);
        await driver.Frames.StopAsync();
    }

    [Fact]
    public async Task SetValue_OnAControlledField_IsNoticedByTheFramework()
    {
        // The way React watches a field: a property on the element itself that hides what scripts assign.
        await using var driver = await fixture.OpenAsync("""
            <input id="r" type="range" min="0" max="10" value="0"><p id="seen">none</p><script>
              const proto = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value'); let tracked = r.value;
              Object.defineProperty(r, 'value', { configurable: true, get() { return proto.get.call(this); }, set(v) { tracked = String(v); proto.set.call(this, v); } });
              r.addEventListener('input', () => { const now = proto.get.call(r); if (now !== tracked) { tracked = now; seen.textContent = now; } });
            </script>
            """);
        await driver.Elements.SetValueAsync((await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).Tree.Node("r").Ref, "7", Token);
        (await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).Tree.Node("seen").InnerText.ShouldBe("7");
    }

    [Fact]
    public async Task SlowServer_NavigationSaysHowLongItWaited()
    {
        var slow = fixture.Site.Add("/silent", context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await using var driver = await fixture.OpenAsync(null, new() { NavigationTimeout = TimeSpan.FromMilliseconds(300) });
        var error = await Should.ThrowAsync<NavigationFailedException>(() => driver.Navigation!.GoToAsync(slow, Token));
        error.Message.ShouldContain("did not load within 0.3 s");
    }

    private static async Task ClickAsync(WebAppDriver driver, string id, KeyModifiers modifiers = KeyModifiers.None)
    {
        var reached = await driver.Elements.ReachAsync((await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).Tree.Node(id).Ref, null, Token);
        await driver.Mouse.ClickAsync(reached.Point, MouseButton.Left, 1, modifiers, Token);
    }

    [Fact]
    public async Task Capture_WhileThePageGoesElsewhere_IsAPictureOfOneOfTheTwo()
    {
        var first = fixture.Serve("<h1>First</h1>");
        var second = fixture.Serve("<h1>Second</h1>");
        await using var driver = await fixture.OpenAsync("<h1>Start</h1>");
        for (var i = 0; i < 15; i++)
        {
            var next = (i % 2 == 0 ? first : second).ToString();
            await driver.Page.EvaluateAsync("url => { location.href = url; }", next);
            (await driver.Screen.CaptureAsync(Token)).Bytes.Length.ShouldBeGreaterThan(1000);
            // It may still be on its way: a page that is about to go takes no script. Whether it loads to its end is nothing to a picture.
            await driver.Page.WaitForURLAsync(next, new() { WaitUntil = Microsoft.Playwright.WaitUntilState.Commit });
        }
    }
}
