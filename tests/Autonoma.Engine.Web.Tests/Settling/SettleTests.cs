using System.Diagnostics;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Web.Tests.Observing;
using Autonoma.TestKit;
using Microsoft.AspNetCore.Http;

namespace Autonoma.Engine.Web.Tests.Settling;

public sealed class SettleTests(BrowserFixture fixture)
{
    private static readonly TimeSpan Cap = TimeSpan.FromSeconds(10);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("fetch", "fetch('/later').then(r => r.text()).then(t => out.textContent = t)")]
    [InlineData("json", "fetch('/later-json').then(r => r.json()).then(t => out.textContent = t)")]
    [InlineData("xhr", "const x = new XMLHttpRequest(); x.onload = () => out.textContent = x.responseText; x.open('GET', '/later'); x.send()")]
    [InlineData("debounced", "setTimeout(() => fetch('/later').then(r => r.text()).then(t => out.textContent = t), 250)")]
    [InlineData("two in a row", "fetch('/later').then(r => r.text()).then(() => fetch('/later')).then(r => r.text()).then(t => out.textContent = t)")]
    [InlineData("timer", "setTimeout(() => out.textContent = 'done', 200)")]
    [InlineData("animation", "out.animate([{opacity:0},{opacity:1}], 300).onfinish = () => out.textContent = 'done'")]
    public async Task WorkAfterAClick_IsWaitedFor(string way, string script)
    {
        Serve();
        await using var driver = await fixture.OpenAsync($"<h1>{way}</h1><button id='b' onclick=\"{script}\">Go</button><p id='out'>waiting</p>");
        await ClickAsync(driver, "b");
        (await driver.Screen.SettleAsync(Cap, Token)).Settled.ShouldBeTrue();
        (await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).Tree.Node("out").InnerText.ShouldBe("done");
    }

    [Theory]
    [InlineData("import('/slow.js')")]
    [InlineData("document.body.append(Object.assign(document.createElement('script'), { src: '/slow.js' }))")]
    public async Task ScriptOnItsWay_AndWhatItAsksFor_AreWaitedFor(string script)
    {
        Serve();
        fixture.Site.Add("/slow.js", async context =>
        {
            await Task.Delay(200, context.RequestAborted);
            context.Response.ContentType = "text/javascript";
            await context.Response.WriteAsync("fetch('/later').then(r => r.text()).then(t => document.getElementById('out').textContent = t)");
        });
        await using var driver = await fixture.OpenAsync($"<button id='b' onclick=\"{script}\">Go</button><p id='out'>waiting</p>");
        await ClickAsync(driver, "b");
        (await driver.Screen.SettleAsync(Cap, Token)).Settled.ShouldBeTrue();
        (await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).Tree.Node("out").InnerText.ShouldBe("done");
    }

    [Fact]
    public async Task ScriptThatIsNeverAnswered_CostsASecondAtMost()
    {
        fixture.Site.Add("/never.js", context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await using var driver = await fixture.OpenAsync("<button id='b' onclick=\"import('/never.js')\">Go</button>");
        await ClickAsync(driver, "b");
        var settled = await driver.Screen.SettleAsync(Cap, Token);
        settled.Settled.ShouldBeTrue();
        settled.Waited.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task FormThatIsSent_IsNotAtRestBeforeItsAnswerIsThere()
    {
        fixture.Site.Add("/sent", async context =>
        {
            await context.Response.WriteAsync("<!doctype html><title>Sent</title><h1>Sent</h1>");
        });
        for (var i = 0; i < 12; i++)
        {
            await using var driver = await fixture.OpenAsync("<form method='post' action='/sent'><button id='b'>Send</button></form>");
            await ClickAsync(driver, "b");
            (await driver.Screen.SettleAsync(Cap, Token)).Settled.ShouldBeTrue();
            driver.Navigation!.CurrentUrl.ShouldEndWith("/sent");
        }
    }

    [Theory]
    [InlineData("<form onsubmit=\"event.preventDefault(); out.textContent = 'kept'\"><button id='b'>Send</button></form>")]
    [InlineData("<dialog open><form method='dialog'><button id='b' onclick=\"out.textContent = 'kept'\">Close</button></form></dialog>")]
    public async Task FormThatThePageKeeps_CostsNoWait(string form)
    {
        await using var driver = await fixture.OpenAsync($"{form}<p id='out'></p>");
        await ClickAsync(driver, "b");
        var settled = await driver.Screen.SettleAsync(Cap, Token);
        settled.Settled.ShouldBeTrue();
        settled.Waited.ShouldBeLessThan(TimeSpan.FromMilliseconds(250));
        (await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).Tree.Node("out").InnerText.ShouldBe("kept");
    }

    [Fact]
    public async Task Navigation_AfterAClick_IsWaitedFor()
    {
        fixture.Site.Add("/next.html", async context =>
        {
            await Task.Delay(200, context.RequestAborted);
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("<title>Next</title><h1>Next page</h1>");
        });
        await using var driver = await fixture.OpenAsync("<a id='b' href='/next.html'>Next</a>");
        await ClickAsync(driver, "b");
        (await driver.Screen.SettleAsync(Cap, Token)).Settled.ShouldBeTrue();
        (await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).Title.ShouldBe("Next");
    }

    [Theory]
    [InlineData("ticker", "<p id='t'></p><script>let n = 0; setInterval(() => t.textContent = ++n, 20)</script>")]
    [InlineData("frames", "<p id='t'></p><script>let n = 0; (function f() { t.textContent = ++n; requestAnimationFrame(f); })()</script>")]
    [InlineData("spinner", "<style>@keyframes s{to{rotate:1turn}}p{animation:s 1s linear infinite}</style><p>o</p>")]
    [InlineData("polling", "<script>setInterval(() => fetch('/later'), 100)</script>")]
    [InlineData("sleeping loop", "<p id='t'></p><script>const sleep = ms => new Promise(r => setTimeout(r, ms)); (async () => { for (let n = 0;; n++) { await sleep(40); t.title = n; } })()</script>")]
    [InlineData("events", "<script>new EventSource('/stream')</script>")]
    [InlineData("long poll", "<script>(function again() { fetch('/poll/long').then(again, () => 0); })()</script>")]
    [InlineData("hanging", "<script>fetch('/hang')</script>")]
    public async Task RestlessPage_CostsTheCapAtMostOnce(string way, string html)
    {
        Serve();
        await using var driver = await fixture.OpenAsync($"<h1>{way}</h1><button id='b'>Go</button>{html}");
        var cap = TimeSpan.FromSeconds(2);
        await driver.Screen.SettleAsync(cap, Token);
        for (var step = 0; step < 3; step++)
        {
            await ClickAsync(driver, "b");
            var settled = await driver.Screen.SettleAsync(cap, Token);
            if (step > 0)
                settled.Settled.ShouldBeTrue($"{way}, step {step}: {settled}");
        }
    }

    [Fact]
    public async Task AtRest_CostsNextToNothing()
    {
        await using var driver = await fixture.OpenAsync("<button id='b'>Go</button>");
        await driver.Screen.SettleAsync(Cap, Token);
        var best = double.MaxValue;
        for (var i = 0; i < 20; i++)
        {
            var started = Stopwatch.GetTimestamp();
            (await driver.Screen.SettleAsync(Cap, Token)).Settled.ShouldBeTrue();
            best = Math.Min(best, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        TestContext.Current.SendDiagnosticMessage($"settle at rest: {best:0.0} ms at best");
    }

    // Who watches places and sizes hears of a change with the frame that shows it: before that frame the quiet tells nothing.
    [Theory]
    [InlineData("new IntersectionObserver((e, o) => { o.disconnect(); fetch('/later').then(r => r.text()).then(t => out.textContent = t); }).observe(added)")]
    [InlineData("new ResizeObserver((e, o) => { o.disconnect(); fetch('/later').then(r => r.text()).then(t => out.textContent = t); }).observe(added)")]
    public async Task WorkThatAFrameSetsOff_IsWaitedFor(string watching)
    {
        Serve();
        for (var i = 0; i < 10; i++)
        {
            await using var driver = await fixture.OpenAsync($"<button id='b' onclick=\"const added = document.createElement('p'); added.textContent = 'new'; document.body.append(added); {watching}\">Go</button><p id='out'>waiting</p>");
            await ClickAsync(driver, "b");
            var (rest, screen) = await driver.Screen.SettleAndLookAsync(Cap, Token);
            rest.Settled.ShouldBeTrue();
            screen.ShouldNotBeNull().Tree.Node("out").InnerText.ShouldBe("done");
        }
    }

    [Fact]
    public async Task SettleAndLook_SeesWhatALookWouldSee()
    {
        await using var driver = await fixture.OpenAsync("<h1>People</h1><label>Name <input id='n' value='Ada'></label><button>Save</button>");
        var (_, together) = await driver.Screen.SettleAndLookAsync(Cap, Token);
        var alone = await driver.Screen.ObserveAsync(ObserveOptions.Default, Token);
        together.ShouldNotBeNull().Fingerprint.ShouldBe(alone.Fingerprint);
        together.Tree.Nodes.Select(node => (node.Ref, node.Bounds)).ShouldBe(alone.Tree.Nodes.Select(node => (node.Ref, node.Bounds)));
    }

    [Fact]
    public async Task SettleAndLook_WithADocumentInside_LeavesTheLookToTheCaller()
    {
        await using var driver = await fixture.OpenAsync("<h1>Outer</h1><iframe srcdoc='<p>Inner</p>'></iframe>");
        var (rest, screen) = await driver.Screen.SettleAndLookAsync(Cap, Token);
        rest.Settled.ShouldBeTrue();
        screen.ShouldBeNull();
    }

    [Fact]
    public async Task NeverEndingScript_GivesUpAtTheCap()
    {
        await using var driver = await fixture.OpenAsync("<button id='b' onclick='console.log(1); for (const end = Date.now() + 4000; Date.now() < end;);'>Go</button>");
        var busy = driver.Page.WaitForConsoleMessageAsync(new() { Predicate = message => message.Text == "1" });
        var node = (await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).Tree.Node("b");
        var click = driver.Mouse.ClickAsync(node.Bounds.Center, MouseButton.Left, 1, KeyModifiers.None, Token);
        // The script has to be running: a page that the click has not reached yet is at rest, and rightly said to be.
        await busy;
        var settled = await driver.Screen.SettleAsync(TimeSpan.FromMilliseconds(500), Token);
        settled.Settled.ShouldBeFalse();
        await click;
    }

    private static async Task ClickAsync(WebAppDriver driver, string id)
    {
        var node = (await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).Tree.Node(id);
        await driver.Mouse.ClickAsync(node.Bounds.Center, MouseButton.Left, 1, KeyModifiers.None, Token);
    }

    private void Serve()
    {
        fixture.Site.Add("/later", context => AnswerAsync(context, "done"));
        fixture.Site.Add("/later-json", context => AnswerAsync(context, "\"done\""));
        fixture.Site.Add("/poll/long", async context => await Task.Delay(5000, context.RequestAborted));
        fixture.Site.Add("/hang", async context => await Task.Delay(Timeout.Infinite, context.RequestAborted));
        fixture.Site.Add("/stream", async context =>
        {
            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync("data: 1\n\n");
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
    }

    private static async Task AnswerAsync(HttpContext context, string text)
    {
        await Task.Delay(150, context.RequestAborted);
        await context.Response.WriteAsync(text);
    }
}
