using Autonoma.Engine.Driving;
using Autonoma.Engine.Web.Tests.Observing;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Driving;

public sealed class ReachTests(BrowserFixture fixture)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("label over hidden box", "<style>input{position:absolute;opacity:0;width:0;height:0}span{display:inline-block;width:40px;height:20px;background:#ccc}</style><label><input id='x' type='checkbox'><span></span></label>")]
    [InlineData("decoration of a box", "<label style='position:relative;display:inline-block'><input id='box' type='checkbox' style='position:absolute;inset:0;opacity:0;width:100%;height:100%;margin:0'><span id='x'>On</span></label>")]
    [InlineData("wrapped link", "<p style='width:120px'>Some words before <a id='x' href='#'>a link that wraps over lines</a></p>")]
    [InlineData("partly covered", "<button id='x' style='width:200px;height:40px'>Go</button><div style='position:absolute;top:0;left:80px;width:60px;height:90px;background:#eee'>Chat</div>")]
    [InlineData("nested scrollers", "<div style='height:200px;overflow:auto'><div style='height:900px'></div><div style='height:100px;overflow:auto'><div style='height:600px'></div><button id='x'>Go</button></div></div>")]
    [InlineData("fixed footer", "<div style='height:2000px'></div><button id='x'>Go</button><div style='height:30px'></div><footer style='position:fixed;bottom:0;left:0;right:0;height:120px;background:#eee'>Footer</footer><div style='height:200px'></div>")]
    [InlineData("sideways", "<div style='width:300px;overflow-x:auto;white-space:nowrap'><span style='display:inline-block;width:2000px'>wide</span><button id='x'>Go</button></div>")]
    [InlineData("smooth scrolling", "<style>html{scroll-behavior:smooth}</style><div style='height:3000px'></div><button id='x'>Go</button>")]
    [InlineData("comes to rest", "<style>@keyframes in{from{transform:translateX(400px)}to{transform:none}}#x{animation:in .4s}</style><button id='x'>Go</button>")]
    public async Task Target_ThatAUserCouldClick_IsReached(string way, string html)
    {
        await using var driver = await fixture.OpenAsync($"<div id='page' data-way='{way}'>{html}</div>");
        var node = (await driver.Screen.ObserveAsync(new(IncludeHidden: true), Token)).Tree.Node("x");
        var reached = await driver.Elements.ReachAsync(node.Ref, null, Token);
        reached.Status.ShouldBe(ReachStatus.Reachable, $"{way}: covered by {reached.CoveredBy}");
        await driver.Page.EvaluateAsync("() => { window.hits = []; document.addEventListener('click', e => hits.push(...e.composedPath().map(x => x.id)), true); }");
        await driver.Mouse.ClickAsync(reached.Point, MouseButton.Left, 1, KeyModifiers.None, Token);
        var hits = await driver.Page.EvaluateAsync<string[]>("() => hits");
        (hits.Contains("x") || hits.Contains("box")).ShouldBeTrue($"{way}: the click went to {string.Join(" < ", hits)}");
    }

    [Fact]
    public async Task Row_WithControls_IsReachedBesideThem()
    {
        await using var driver = await fixture.OpenAsync("<table style='width:600px'><tr id='x' style='cursor:pointer'><td>Order 1</td><td style='text-align:center'><button id='del' style='width:180px'>Delete</button></td><td>Paid</td></tr></table>");
        var reached = await driver.Elements.ReachAsync((await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).Tree.Node("x").Ref, null, Token);
        reached.Status.ShouldBe(ReachStatus.Reachable);
        (await driver.Page.EvaluateAsync<string>("p => document.elementFromPoint(p[0], p[1]).id", new[] { reached.Point.X, reached.Point.Y })).ShouldNotBe("del");
    }

    [Fact]
    public async Task Offset_InsideACanvas_IsTheGivenPoint()
    {
        await using var driver = await fixture.OpenAsync("<div style='height:1500px'></div><canvas id='x' width='300' height='900'></canvas>");
        var reached = await driver.Elements.ReachAsync((await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).Tree.Node("x").Ref, new(250, 800), Token);
        reached.Status.ShouldBe(ReachStatus.Reachable);
        reached.Point.X.ShouldBe(reached.Bounds.X + 250, 1);
        reached.Point.Y.ShouldBe(reached.Bounds.Y + 800, 1);
    }

    [Fact]
    public async Task Scroll_InsideAFrame_TellsThatItMoved()
    {
        await using var driver = await fixture.OpenAsync("<iframe id='f' style='width:400px;height:200px' srcdoc=\"<div id='x' style='height:80px;overflow:auto'><div style='height:900px'>Long</div></div>\"></iframe>");
        await driver.Screen.SettleAsync(TimeSpan.FromSeconds(5), Token);
        var node = (await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).Tree.Node("x");
        node.Ref.Frame.ShouldBeGreaterThan(0);
        (await driver.Elements.ScrollAsync(node.Ref, 0, 5000, Token)).ShouldBeTrue();
        (await driver.Elements.ScrollAsync(node.Ref, 0, 100, Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task PointerEventsNone_IsNotReachable()
    {
        await using var driver = await fixture.OpenAsync("<div><button id='x' style='pointer-events:none'>Go</button></div>");
        var node = (await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).Tree.Node("x");
        node.IsCovered.ShouldBeFalse();
        node.LooksDisabled.ShouldBeTrue();
        var reached = await driver.Elements.ReachAsync(node.Ref, null, Token);
        reached.Status.ShouldBe(ReachStatus.Covered);
        reached.CoveredBy.ShouldNotBeNull().ShouldContain("pointer-events");
    }

    [Fact]
    public async Task Removed_IsGone()
    {
        await using var driver = await fixture.OpenAsync("<button id='x'>Go</button>");
        var node = (await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).Tree.Node("x");
        await driver.Page.EvaluateAsync("() => x.remove()");
        (await driver.Elements.ReachAsync(node.Ref, null, Token)).Status.ShouldBe(ReachStatus.Gone);
        await Should.ThrowAsync<CommandFailedException>(() => driver.Elements.FocusAsync(node.Ref, Token));
    }
}
