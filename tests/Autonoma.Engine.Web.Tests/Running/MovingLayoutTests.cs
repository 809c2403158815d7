using Autonoma.Engine.Commands;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Running;
using Autonoma.Engine.Web.Tests.Observing;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Running;

/// <summary>Clicks on pages that move at the worst moment: the element gets the click, or nothing does.</summary>
public sealed class MovingLayoutTests(BrowserFixture fixture) : CommandTest(fixture)
{
    // Two buttons below something that grows by just their height: the wrong one slides to where the right one was.
    private const string Buttons = """
        <style>body{margin:0}button{display:block;height:40px;width:200px}</style><div id="above" style="height:60px"></div>
        <button onclick="out.textContent += ' erased'">Erase</button><button onclick="out.textContent += ' kept'">Keep</button><button onclick="out.textContent += ' sent'">Send</button><p id="out">done:</p>
        """;

    private const string Grow = "const grow = () => above.style.height = above.offsetHeight + 40 + 'px';";

    [Theory]
    [InlineData("pointer moves", "addEventListener('mousemove', grow, { once: true })")]
    [InlineData("pointer enters", "document.querySelectorAll('button')[1].addEventListener('mouseenter', grow, { once: true })")]
    [InlineData("twice", "let n = 0; addEventListener('mousemove', () => { if (n++ < 2) grow(); })")]
    [InlineData("frame after the pointer moved", "addEventListener('mousemove', () => requestAnimationFrame(grow), { once: true })")]
    [InlineData("all the time for a while", "const t = setInterval(grow, 20); setTimeout(() => clearInterval(t), 300)")]
    public Task Click_WhereTheLayoutMovesBeforeThePress_GoesToTheElement(string when, string script)
        => PassesAsync($"<div data-when='{when}'>{Buttons}</div><script>{Grow} {script}</script>", new ClickArguments("Keep"), Shown("done: kept"));

    [Theory]
    [InlineData(20)]
    [InlineData(45)]
    [InlineData(90)]
    [InlineData(200)]
    public Task Click_WhereTheLayoutMovesAfterScrolling_GoesToTheElement(int milliseconds)
        => PassesAsync($"<div style='height:2000px'></div>{Buttons}<script>{Grow} addEventListener('scroll', () => setTimeout(grow, {milliseconds}), {{ once: true }})</script>",
            new ClickArguments("Keep"), Shown("done: kept"));

    [Fact]
    public Task Click_ThatMovesTheElementByLeavingAField_IsMadeAgain()
        => PassesAsync("""
            <label>Name <input id="n" onblur="e.style.display = 'block'"></label><div id="e" style="display:none;height:120px">Give a name</div><button onclick="out.textContent += ' saved'">Save</button><p id="out">done:</p><script>n.focus()</script>
            """, new ClickArguments("Save"), Shown("done: saved"));

    [Fact]
    public Task Click_OfWhatOpensWithThePress_IsMadeOnce()
        => PassesAsync("""
            <button id="b" style="position:relative">Sort by</button><div id="m" style="display:none;position:fixed;inset:0;background:#fff">menu open <span id="n">0</span></div>
            <script>b.addEventListener('pointerdown', () => { m.style.display = 'block'; b.style.top = '300px'; n.textContent = +n.textContent + 1; b.onpointerdown = null; }); b.addEventListener('mousedown', e => e.preventDefault())</script>
            """, new ClickArguments("Sort by"), Shown("menu open 1"));

    [Fact]
    public Task Click_OfAnElementThatIsDrawnAnewUnderThePointer_GoesToTheNewOne()
        => PassesAsync("""
            <div id="box"></div><p id="out">done:</p><script>
            const draw = n => { box.innerHTML = '<button>Pay</button>'; box.firstChild.onclick = () => out.textContent += ' paid ' + n; }; draw(1);
            addEventListener('mousemove', () => draw(2), { once: true });
            </script>
            """, new ClickArguments("Pay"), Shown("done: paid 2"));

    [Fact]
    public Task Click_InAFrameThatMoves_GoesToTheElement()
        => PassesAsync($"""
            <div id="above" style="height:30px"></div><iframe title="Till" style="width:400px;height:200px" srcdoc="<style>body,html{'{'}margin:0{'}'}</style><button style='display:block;height:40px' onclick='out.textContent+=&quot; voided&quot;'>Void</button><button style='display:block;height:40px' onclick='out.textContent+=&quot; rung&quot;'>Ring up</button><p id=out>done:</p><script>addEventListener('mousemove', () => parent.grow(), {'{'} once: true {'}'})</script>"></iframe>
            <script>{Grow}</script>
            """, new ClickArguments("Ring up"), Shown("done: rung"));

    [Fact]
    public async Task Click_WhereTheElementAlwaysSlidesAway_ClicksNothingAndSaysWhy()
    {
        await using var driver = await Fixture.OpenAsync($"{Buttons}<script>let far = false; addEventListener('mousemove', () => above.style.height = (far = !far) ? '100px' : '60px')</script>");
        var keep = (await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).Tree.Nodes.First(node => node.Name == "Keep" && node.Role == "button");
        var reach = await driver.Elements.ClickAsync(keep.Ref, null, MouseButton.Left, 1, KeyModifiers.None, Token);
        reach.Status.ShouldBe(ReachStatus.Moving);
        reach.CoveredBy.ShouldNotBeNull();
        (await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).Tree.Nodes.Single(node => node.ElementId == "out").InnerText.ShouldBe("done:");
    }

    [Theory]
    [InlineData("before the page hears of it", "addEventListener('pointerdown', e => { if (e.target.textContent === 'Erase') out.textContent += ' heard'; }, true)", 0)]
    [InlineData("while a script of the page goes on", "", 900)]
    public async Task Click_ThatMissed_IsKeptFromThePageAndMadeAgain(string when, string script, int busy)
    {
        await using var driver = await Fixture.OpenAsync($"<div data-when='{when}'>{Buttons}</div><script>{Grow} {script}</script>");
        var keep = (await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).Tree.Nodes.First(node => node.Name == "Keep" && node.Role == "button");
        // A pointer that was over the page before has been heard of by now.
        await driver.Page.EvaluateAsync($"addEventListener('mousemove', () => {{ grow(); const end = performance.now() + {busy}; while (performance.now() < end); }}, {{ once: true }})");
        var reach = await driver.Elements.ClickAsync(keep.Ref, null, MouseButton.Left, 1, KeyModifiers.None, Token);
        reach.Status.ShouldBe(ReachStatus.Reachable);
        (await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).Tree.Nodes.Single(node => node.ElementId == "out").InnerText.ShouldBe("done: kept");
        reach.Missed.ShouldBe(1);
        reach.CoveredBy.ShouldNotBeNull().ShouldContain("Erase");
    }

    [Fact]
    public Task Click_OfWhatSlidesAwayForGood_FailsWithTheReason()
        => FailsAsync($"{Buttons}<script>let far = false; addEventListener('mousemove', () => above.style.height = (far = !far) ? '100px' : '60px')</script>", FailureKind.Action, "it keeps moving", new ClickArguments("Keep"));

    [Fact]
    public Task Click_InAClosedShadowRoot_GoesToTheElement()
        => PassesAsync("""<div id="h"></div><p id="out">done:</p><script>const r = h.attachShadow({ mode: 'closed' }); r.innerHTML = '<button>Moor</button>'; r.firstChild.onclick = () => out.textContent += ' moored'</script>""",
            new ClickArguments("Moor"), Shown("done: moored"));

    [Fact]
    public Task Check_WhereTheLayoutMoves_TurnsTheRightOneOn()
        => PassesAsync($"<style>label{{display:block;height:40px}}</style><div id='above' style='height:60px'></div><label><input type='checkbox' id='oars'> Oars</label><label><input type='checkbox' id='sails'> Sails</label><p id='out'>set:</p><script>{Grow} addEventListener('mousemove', grow, {{ once: true }}); document.addEventListener('change', e => out.textContent += ' ' + e.target.id)</script>",
            new CheckArguments("Sails"), Shown("set: sails"));
}
