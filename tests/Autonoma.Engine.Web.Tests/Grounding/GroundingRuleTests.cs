using Autonoma.Engine.Driving;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Observing;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Grounding;

/// <summary>Rules of finding elements, each on markup of its own.</summary>
public sealed class GroundingRuleTests(BrowserFixture fixture)
{
    private const string FrozenGrid = """
        <style>.r{display:flex;height:30px;align-items:center}.c{width:120px}</style>
        <div role="grid" style="display:flex;width:700px"><div style="width:140px"><div class="r" role="row"><div class="c" role="columnheader">Boat</div></div>
        <div class="r" role="row"><div class="c" role="gridcell">Petrel</div></div><div class="r" role="row"><div class="c" role="gridcell">Gannet</div></div></div>
        <div style="width:300px"><div class="r" role="row"><div class="c" role="columnheader">Berth</div><div class="c" role="columnheader">Paid</div></div>
        <div class="r" role="row"><div class="c" role="gridcell">A4</div><div class="c" role="gridcell"><input type="checkbox" id="p1"></div></div>
        <div class="r" role="row"><div class="c" role="gridcell">B2</div><div class="c" role="gridcell"><input type="checkbox" id="p2"></div></div></div>
        <div style="width:100px"><div class="r" role="row"><div class="c" role="columnheader"></div></div><div class="r" role="row"><div role="gridcell"><button id="e1">✎</button></div></div><div class="r" role="row"><div role="gridcell"><button id="e2">✎</button></div></div></div></div>
        """;

    private const string Chips = """
        <div><span class="tag" style="cursor:pointer" onclick="void 0" id="t1">Salt <b id="x1">×</b></span> <span class="tag" style="cursor:pointer" onclick="void 0" id="t2">Pepper <b id="x2">×</b></span></div>
        <div role="tree"><div role="treeitem" style="cursor:pointer" tabindex="0" id="n1"><span id="c1">▸</span> <span>Spices</span></div><div role="treeitem" style="cursor:pointer" tabindex="0" id="n2"><span id="c2">▸</span> <span>Herbs</span></div></div>
        """;

    private const string Week = """
        <style>.l{display:grid;grid-template-columns:repeat(3,200px)}.h{height:24px}.b{position:relative;height:200px}.e{position:absolute;left:4px;width:180px;cursor:pointer}</style>
        <div class="l"><div class="h">Mon 10</div><div class="h">Tue 11</div><div class="h">Wed 12</div><div class="b"><div class="e" id="a" tabindex="0" style="top:20px">Choir</div></div><div class="b"></div><div class="b"><div class="e" id="b" tabindex="0" style="top:60px">Choir</div></div></div>
        """;

    private const string Ligatures = """<button id="m"><mat-icon>menu</mat-icon></button><button id="d"><i class="material-icons">delete</i></button><button id="u"><span class="material-symbols-outlined" aria-hidden="true">undo</span></button>""";

    private const string Reply = """<label>Story<textarea id="s"></textarea></label><p>Reply: <input id="r"></p>""";

    private const string Steps = """<div><div class="wizard-step" id="s1">1 Goods</div><div class="wizard-step" id="s2">2 Payment</div><div class="wizard-step" id="s3">3 Done</div></div><div class="card"><b>Payment</b><p>You pay on delivery.</p><button>Change</button></div>""";

    private const string Switches = """<p>Alerts <span role="switch" aria-checked="false" tabindex="0" id="w1" style="display:inline-block;width:40px;height:20px;background:#bbb"></span></p><p>Backups <span role="switch" aria-checked="true" tabindex="0" id="w2" style="display:inline-block;width:40px;height:20px;background:#080"></span></p>""";

    [Theory]
    [InlineData(Switches, "enabled switch", "w2")]
    [InlineData(Switches, "the toggle that is off", "w1")]
    [InlineData(Switches, "Reports switch", null)]
    [InlineData(FrozenGrid, "Paid checkbox of Gannet", "p2")]
    [InlineData(FrozenGrid, "pencil in the Petrel row", "e1")]
    [InlineData(FrozenGrid, "pencil in the Puffin row", null)]
    [InlineData(FrozenGrid, "Refunded checkbox of Gannet", null)]
    [InlineData(Chips, "x on the Pepper tag", "x2")]
    [InlineData(Chips, "Pepper tag", "t2")]
    [InlineData(Chips, "arrow of Herbs", "c2")]
    [InlineData(Chips, "x on the Sugar tag", null)]
    [InlineData(Week, "Choir on Wednesday", "b")]
    [InlineData(Week, "Choir in the Mon 10 column", "a")]
    [InlineData(Week, "Choir on Tuesday", null)]
    [InlineData(Week, "Choir", null)]
    [InlineData(Ligatures, "hamburger menu", "m")]
    [InlineData(Ligatures, "bin icon", "d")]
    [InlineData(Ligatures, "undo arrow", "u")]
    [InlineData(Ligatures, "redo arrow", null)]
    [InlineData(Reply, "Reply field", "r")]
    [InlineData(Reply, "Story area", "s")]
    [InlineData(Steps, "Payment step", "s2")]
    [InlineData(Steps, "Delivery step", null)]
    public async Task Ground_Description_FindsWhatIsMeantOrNothing(string html, string description, string? expected)
    {
        var stop = TestContext.Current.CancellationToken;
        await using var driver = await fixture.OpenAsync();
        await driver.Navigation!.GoToAsync(fixture.Serve($"<!DOCTYPE html><html><head><title>Quay</title></head><body style=\"font:14px Arial\">{html}</body></html>"), stop);
        await driver.Screen.SettleAsync(TimeSpan.FromMilliseconds(300), stop);
        var result = new Grounder().Ground(description, GroundingPurpose.Click, await driver.Screen.ObserveAsync(ObserveOptions.Default, stop), GroundingContext.None);

        (result.Outcome == GroundingOutcome.Found ? result.Node!.ElementId : null).ShouldBe(expected, result.Explanation);
    }

    [Fact]
    public async Task Ground_CaptionOfAFieldThatIsRead_GivesTheField()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var driver = await fixture.OpenAsync();
        await driver.Navigation!.GoToAsync(fixture.Serve("""<!DOCTYPE html><body><table><tr><td>Copies</td><td><input id="c" value="120"></td></tr><tr><td>Paper</td><td><select id="p"><option>Kraft</option><option>Silk</option></select></td></tr></table></body>"""), stop);
        await driver.Screen.SettleAsync(TimeSpan.FromMilliseconds(300), stop);
        var screen = await driver.Screen.ObserveAsync(ObserveOptions.Default, stop);

        new Grounder().Ground("number of copies", GroundingPurpose.Read, screen, GroundingContext.None).Node!.ElementId.ShouldBe("c");
        new Grounder().Ground("Paper", GroundingPurpose.Read, screen, GroundingContext.None).Node!.ElementId.ShouldBe("p");
    }

    [Fact]
    public async Task Reach_LinkWhoseTextIsSlotted_IsReachable()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var driver = await fixture.OpenAsync();
        await driver.Navigation!.GoToAsync(fixture.Serve("""<!DOCTYPE html><body><x-link>See all</x-link><script>customElements.define('x-link',class extends HTMLElement{connectedCallback(){this.attachShadow({mode:'open'}).innerHTML='<a href="#"><slot></slot></a>'}})</script></body>"""), stop);
        await driver.Screen.SettleAsync(TimeSpan.FromMilliseconds(300), stop);
        var screen = await driver.Screen.ObserveAsync(ObserveOptions.Default, stop);
        var link = new Grounder().Ground("See all link", GroundingPurpose.Click, screen, GroundingContext.None).Node!;

        (await driver.Elements.ReachAsync(link.Ref, null, stop)).Status.ShouldBe(ReachStatus.Reachable);
    }
}
