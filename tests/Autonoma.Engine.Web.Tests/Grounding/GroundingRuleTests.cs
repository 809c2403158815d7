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

    private const string Tanks = """
        <div style="display:flex"><div class="card" style="width:220px"><div class="row"><b>Tank A – Trout</b><span><button id="pa">✎</button></span></div><div class="row"><span>Pump</span><input type="checkbox" id="ma"></div><div>Oxygen <b>8 mg</b></div><div class="row"><button id="fa">Feed</button></div></div>
        <div class="card" style="width:220px"><div class="row"><b>Tank B – Perch</b><span><button id="pb">✎</button></span></div><div class="row"><span>Pump</span><input type="checkbox" id="mb"></div><div>Oxygen <b>7 mg</b></div><div class="row"><button id="fb">Feed</button></div></div></div>
        """;

    private const string Loans = """
        <table><tr><th><a href="#">No.</a></th><th>Kind</th><th>Weeks</th><th></th></tr><tr><td>71</td><td>Tent</td><td>4</td><td><a href="#" id="r71">Return</a></td></tr><tr><td>75</td><td>Rope</td><td>2</td><td><a href="#" id="r75">Return</a></td></tr>
        <tr><td>80</td><td>Tent</td><td>75</td><td><a href="#" id="r80">Return</a></td></tr></table>
        """;

    private const string Notes = """<div class="card">⠿ Buy salt <span style="cursor:pointer" onclick="void 0" id="k1">×</span></div><div class="card">⠿ Sweep deck <span style="cursor:pointer" onclick="void 0" id="k2">×</span></div>""";

    private const string Contact = """<dl><dt>Website</dt><dd><a href="#" id="web">kelp.example</a> <button aria-label="Edit website" id="ed"><svg width="16" height="16"><path d="M1 1h9"/></svg></button></dd></dl>""";

    [Theory]
    [InlineData(Tanks, "Pump checkbox of Tank B", "mb")]
    [InlineData(Tanks, "Feed on Tank A", "fa")]
    [InlineData(Tanks, "Feed in the Perch card", "fb")]
    [InlineData(Tanks, "Feed on Tank C", null)]
    [InlineData(Loans, "Return in the row with No. 75", "r75")]
    [InlineData(Loans, "Return where Kind is Rope", "r75")]
    [InlineData(Loans, "Return in the row whose Weeks is 75", "r80")]
    [InlineData(Loans, "Return in the row with No. 4", null)]
    [InlineData(Loans, "Return where Kind is Tent", null)]
    [InlineData(Notes, "x of the note Sweep deck", "k2")]
    [InlineData(Notes, "x of the note Paint hull", null)]
    [InlineData(Contact, "the website link", "web")]
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
