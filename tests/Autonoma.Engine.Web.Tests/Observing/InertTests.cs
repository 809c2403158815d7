using Autonoma.Engine.Driving;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Observing;

/// <summary>What is not there is believed sooner on a page that nothing can change by itself: whatever could must be known.</summary>
public sealed class InertTests(BrowserFixture fixture)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PlainPage_IsInert()
    {
        await using var driver = await fixture.OpenAsync("<h1>Orders</h1><button onclick='this.textContent = 1'>Go</button>");
        await driver.Screen.SettleAsync(TimeSpan.FromSeconds(5), Token);
        (await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).IsInert.ShouldBeTrue();
    }

    [Theory]
    [InlineData("fetch('/never')")]
    [InlineData("fetch('/page').then(r => r.body.getReader())")]
    [InlineData("new XMLHttpRequest().open('GET', '/x'), (x => { x.open('GET', '/never'); x.send(); })(new XMLHttpRequest())")]
    [InlineData("setInterval(() => 0, 60000)")]
    [InlineData("setTimeout(() => 0, 340)")]
    [InlineData("requestAnimationFrame(function again() { requestAnimationFrame(again) })")]
    [InlineData("requestIdleCallback(function again() { requestIdleCallback(again) })")]
    [InlineData("(function again() { scheduler.postTask(again, { delay: 5 }) })()")]
    [InlineData("new BroadcastChannel('orders')")]
    [InlineData("new Worker(URL.createObjectURL(new Blob([''])))")]
    [InlineData("new EventSource('/never')")]
    [InlineData("new WebSocket('ws://' + location.host + '/never')")]
    [InlineData("indexedDB.open('orders')")]
    [InlineData("navigator.geolocation.getCurrentPosition(() => 0, () => 0)")]
    [InlineData("h.animate([{ opacity: 1 }, { opacity: 0.5 }], { duration: 60000 })")]
    [InlineData("h.animate([{ opacity: 1 }, { opacity: 0.5 }], { delay: 60000, duration: 10 })")]
    [InlineData("document.body.append(document.createElement('iframe'))")]
    [InlineData("document.body.append(document.createElement('video'))")]
    [InlineData("document.head.insertAdjacentHTML('beforeend', '<meta http-equiv=refresh content=600>')")]
    [InlineData("document.body.append(Object.assign(document.createElement('script'), { src: '/never' }))")]
    [InlineData("import('/never')")]
    [InlineData("new Image().src = '/never'")]
    [InlineData("navigator.locks.request('orders', () => new Promise(() => 0))")]
    [InlineData("const k = await crypto.subtle.importKey('raw', new Uint8Array(8), 'PBKDF2', false, ['deriveBits']); crypto.subtle.deriveBits({ name: 'PBKDF2', salt: new Uint8Array(8), iterations: 30000000, hash: 'SHA-512' }, k, 256)")]
    public async Task PageWithSomethingUnderWay_IsNot(string doing)
    {
        var ended = new TaskCompletionSource();
        fixture.Site.Add("/never", _ => ended.Task);
        await using var driver = await fixture.OpenAsync("<h1 id='h'>Orders</h1>");
        await driver.Screen.SettleAsync(TimeSpan.FromSeconds(5), Token);
        try
        {
            await driver.Page.EvaluateAsync($"async () => {{ {doing}; }}");
            (await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).IsInert.ShouldBeFalse();
        }
        finally
        {
            ended.SetResult();
        }
    }

    [Fact]
    public async Task PageThatOnlySentABeacon_Is()
    {
        var ended = new TaskCompletionSource();
        fixture.Site.Add("/never", _ => ended.Task);
        await using var driver = await fixture.OpenAsync("<h1>Orders</h1>");
        try
        {
            await driver.Page.EvaluateAsync("() => navigator.sendBeacon('/never', 'seen')");
            await driver.Screen.SettleAsync(TimeSpan.FromSeconds(5), Token);
            (await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).IsInert.ShouldBeTrue();
        }
        finally
        {
            ended.SetResult();
        }
    }

    [Fact]
    public async Task PageThatWasThereBeforeItsObserver_IsNot()
    {
        var context = await fixture.Browser.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(fixture.Serve("<h1>Orders</h1><script>setInterval(() => 0, 50)</script>").ToString());
        await using (var driver = await WebAppDriver.AttachAsync(page, cancellationToken: Token))
            (await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).IsInert.ShouldBeFalse();
        await context.CloseAsync();
    }

    [Fact]
    public async Task PageWhoseWorkIsDone_IsInertAgain()
    {
        await using var driver = await fixture.OpenAsync("<h1>Orders</h1>");
        await driver.Page.EvaluateAsync("""
            async () => {
              await crypto.subtle.digest('SHA-256', new Uint8Array(8));
              await scheduler.postTask(() => 1);
              await new Promise(done => requestIdleCallback(done));
              await new Promise(done => { const r = new FileReader(); r.onloadend = done; r.readAsText(new Blob(['x'])); });
              await caches.match('/nothing').catch(() => 0);
            }
            """);
        await driver.Screen.SettleAsync(TimeSpan.FromSeconds(5), Token);
        (await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).IsInert.ShouldBeTrue();
    }
}
