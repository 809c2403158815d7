using Autonoma.Engine.Driving;
using Autonoma.Engine.Observing;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Observing;

public sealed class ChangeTests(BrowserFixture fixture)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("added", "<script>function go() { const t = document.createElement('div'); t.className = 'toast'; t.textContent = 'Saved'; document.body.append(t); setTimeout(() => t.remove(), 80); }</script>")]
    [InlineData("class", "<style>.note{display:none}.note.on{display:block;position:fixed;bottom:0}</style><div class='note' id='n'>Saved</div><script>function go() { n.classList.add('on'); setTimeout(() => n.classList.remove('on'), 80); }</script>")]
    [InlineData("style", "<div id='n' style='display:none'>Saved</div><script>function go() { n.style.display = 'block'; setTimeout(() => n.style.display = 'none', 80); }</script>")]
    [InlineData("hidden", "<div id='n' hidden>Saved</div><script>function go() { n.hidden = false; setTimeout(() => n.hidden = true, 80); }</script>")]
    [InlineData("text", "<div id='n'></div><script>function go() { n.textContent = 'Saved'; setTimeout(() => n.textContent = '', 80); }</script>")]
    [InlineData("character data", "<div id='n'>Idle</div><script>function go() { n.firstChild.data = 'Saved'; setTimeout(() => n.firstChild.data = 'Idle', 80); }</script>")]
    [InlineData("fade", "<style>.note{opacity:0;transition:opacity .1s;position:fixed;bottom:0}.note.on{opacity:1}</style><div class='note' id='n'>Saved</div><script>function go() { n.classList.add('on'); setTimeout(() => n.classList.remove('on'), 400); }</script>")]
    [InlineData("animation", "<style>@keyframes show{0%{opacity:0}20%{opacity:1}80%{opacity:1}100%{opacity:0}}.note{opacity:0}.note.on{animation:show .6s}</style><div class='note' id='n'>Saved</div><script>function go() { n.classList.add('on'); setTimeout(() => n.classList.remove('on'), 600); }</script>")]
    [InlineData("shadow", "<div id='h'></div><script>const r = h.attachShadow({mode:'open'}); r.innerHTML = '<p></p>'; function go() { const p = r.querySelector('p'); p.textContent = 'Saved'; setTimeout(() => p.textContent = '', 80); }</script>")]
    public async Task TextThatCameAndWent_IsKnown(string way, string html)
    {
        await using var driver = await fixture.OpenAsync($"<h1>{way}</h1><button id='b' onclick='go()'>Go</button>{html}");
        await driver.Screen.ObserveAsync(ObserveOptions.Default, Token);
        await driver.Screen.MarkAsync(Token);
        await driver.Page.Mouse.ClickAsync(0, 0);
        await driver.Page.EvaluateAsync("() => document.getElementById('b').click()");
        IReadOnlyList<UiChange> changes = [];
        for (var look = 0; look < 3000; look++)
        {
            changes = (await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).Changes;
            if (changes.Any(change => change is { Kind: UiChangeKind.Vanished, Text: "Saved" }))
                break;
        }

        changes.ShouldContain(change => change.Kind == UiChangeKind.Appeared && change.Text == "Saved");
        changes.ShouldContain(change => change.Kind == UiChangeKind.Vanished && change.Text == "Saved");
    }

    [Fact]
    public async Task TextShownByStyleAlone_IsKnown()
    {
        await using var driver = await fixture.OpenAsync("<style>ul{display:none}div:hover ul{display:block}</style><div id='m'>Menu<ul><li>Export</li></ul></div>");
        var menu = (await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).Tree.Node("m");
        await driver.Screen.MarkAsync(Token);
        await driver.Mouse.MoveAsync(menu.Bounds.Center, Token);
        (await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).Changes.ShouldContain(change => change.Kind == UiChangeKind.Appeared && change.Text == "Export");
    }

    [Theory]
    [InlineData("")]
    [InlineData("<iframe srcdoc='<p>Inner</p>'></iframe>")]
    public async Task RecordBegunWithTheNextCall_HoldsWhatTheClickDid_AndNothingBefore(string inside)
    {
        await using var driver = await fixture.OpenAsync($"<button id='a' onclick=\"x.textContent = 'First'\">One</button><button id='b' onclick=\"y.textContent = 'Second'\">Two</button><p id='x'></p><p id='y'></p>{inside}");
        var screen = await driver.Screen.ObserveAsync(ObserveOptions.Default, Token);
        await driver.Elements.ClickAsync(screen.Tree.Node("a").Ref, null, MouseButton.Left, 1, KeyModifiers.None, Token);
        await driver.Screen.MarkBeforeNextAsync(Token);
        await driver.Elements.ClickAsync(screen.Tree.Node("b").Ref, null, MouseButton.Left, 1, KeyModifiers.None, Token);
        (await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).Changes.Select(change => (change.Kind, change.Text)).ShouldBe([(UiChangeKind.Appeared, "Second")]);
    }

    [Fact]
    public async Task RecordBegunWithTheNextCall_WhenThatIsALook_IsEmpty()
    {
        await using var driver = await fixture.OpenAsync("<button id='a' onclick=\"x.textContent = 'First'\">One</button><p id='x'></p>");
        var screen = await driver.Screen.ObserveAsync(ObserveOptions.Default, Token);
        await driver.Elements.ClickAsync(screen.Tree.Node("a").Ref, null, MouseButton.Left, 1, KeyModifiers.None, Token);
        await driver.Screen.MarkBeforeNextAsync(Token);
        (await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).Changes.ShouldBeEmpty();
        (await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).Tree.Node("x").InnerText.ShouldBe("First");
    }

    [Fact]
    public async Task SameTextPaintedAnew_IsNoChange()
    {
        await using var driver = await fixture.OpenAsync("<ul id='l'><li>One</li><li>Two</li></ul>");
        await driver.Screen.ObserveAsync(ObserveOptions.Default, Token);
        await driver.Screen.MarkAsync(Token);
        await driver.Page.EvaluateAsync("() => { l.innerHTML = '<li>One</li><li>Three</li>'; }");
        var changes = (await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).Changes;
        changes.Select(change => (change.Kind, change.Text)).ShouldBe([(UiChangeKind.Vanished, "Two"), (UiChangeKind.Appeared, "Three")], ignoreOrder: true);
    }

    [Fact]
    public async Task Ticker_DoesNotDriveOutAToast()
    {
        await using var driver = await fixture.OpenAsync("<p id='t'>0</p><script>let n = 0; setInterval(() => t.textContent = ++n, 5)</script>");
        await driver.Screen.ObserveAsync(ObserveOptions.Default, Token);
        await driver.Screen.MarkAsync(Token);
        await driver.Page.EvaluateAsync("() => { const d = document.createElement('div'); d.setAttribute('role', 'status'); d.textContent = 'Copied'; document.body.append(d); setTimeout(() => d.remove(), 60); }");
        await driver.Page.WaitForFunctionAsync("() => n > 300");
        var changes = (await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).Changes;
        changes.Count.ShouldBeLessThanOrEqualTo(200);
        changes.ShouldContain(change => change.Kind == UiChangeKind.Appeared && change.Text == "Copied" && change.Role == "status");
    }

    [Fact]
    public async Task FirstLoad_ReportsMessagesOnly()
    {
        await using var driver = await fixture.OpenAsync("<h1>Orders</h1><p>Many words</p><div class='flash' role='alert'>Order created</div>");
        var changes = (await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).Changes;
        changes.Select(change => change.Text).ShouldNotContain("Orders");
        changes.ShouldContain(change => change.Kind == UiChangeKind.Appeared && change.Text == "Order created");
    }

    [Fact]
    public async Task Message_ShownRightBeforeThePageGoesOn_IsStillKnownOnTheNextOne()
    {
        var next = fixture.Serve("<h1>Arrived</h1>");
        await using var driver = await fixture.OpenAsync($$"""
            <button id="b" onclick="const t = document.createElement('div'); t.setAttribute('role', 'status'); t.textContent = 'Draft stored'; document.body.append(t); setTimeout(() => location.href = '{{next}}', 120)">Go on</button>
            """);
        var button = (await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).Tree.Node("b");
        await driver.Screen.MarkAsync(Token);
        await driver.Mouse.ClickAsync(button.Bounds.Center, MouseButton.Left, 1, KeyModifiers.None, Token);
        await driver.Page.WaitForURLAsync(next.ToString());
        await driver.Screen.SettleAsync(TimeSpan.FromSeconds(5), Token);
        var seen = await driver.Screen.ObserveAsync(ObserveOptions.Default, Token);
        seen.Tree.Root.InnerText.ShouldContain("Arrived");
        seen.Changes.ShouldContain(change => change.Kind == UiChangeKind.Appeared && change.Text == "Draft stored" && change.Role == "status");
        (await driver.Page.EvaluateAsync<bool>("'__autonomaTell' in window")).ShouldBeFalse();
        await driver.Screen.MarkAsync(Token);
        (await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).Changes.ShouldNotContain(change => change.Text == "Draft stored");
    }
}
