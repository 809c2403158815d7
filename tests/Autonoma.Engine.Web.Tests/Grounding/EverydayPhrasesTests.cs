using Autonoma.Engine.Driving;
using Autonoma.Engine.Grounding;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Grounding;

/// <summary>Ways people speak of what a page does not name, or names otherwise; each page with twins of which nothing may be chosen.</summary>
public sealed class EverydayPhrasesTests(BrowserFixture fixture) : GroundingTest(fixture)
{
    private const string Drawn = """
        <button id="nav" aria-label="Open harbour map"><svg width="20" height="20" viewBox="0 0 24 24"><path d="M2 5h20v3H2zm0 6h20v3H2zm0 6h20v3H2z"/></svg></button>
        <button id="cam"><svg width="20" height="20" viewBox="0 0 24 24"><path d="M4 7h4l2-2h4l2 2h4v12H4z"/></svg></button>
        <ul><li>Tern <button id="b1"><svg width="20" height="20" viewBox="0 0 24 24"><path d="M7 8h10v12H7zM5 5h4l1-1h4l1 1h4v2H5z"/></svg></button></li><li>Gull <button id="b2"><svg width="20" height="20" viewBox="0 0 24 24"><path d="M7 8h10v12H7zM5 5h4l1-1h4l1 1h4v2H5z"/></svg></button></li></ul>
        """;

    private const string Cards = """
        <div style="display:flex"><div class="card" id="c1" style="cursor:pointer;border:1px solid"><b>Mill Lane</b><div>3 rooms</div></div><div class="card" id="c2" style="cursor:pointer;border:1px solid"><b>Mill Road and Yard</b><div>17 rooms, garden, sauna</div></div>
        <div class="card" id="c3" style="cursor:pointer;border:1px solid"><b>Weir</b><div>8 rooms</div></div><div class="card" id="c4" style="cursor:pointer;border:1px solid"><b>Weir House by the river</b><div>9 rooms</div></div></div>
        """;

    private const string Calls = """
        <ul><li>Ada Fell <button id="r1">Call</button></li><li>Adam Fells <button id="r2">Call</button></li></ul><h3>Photos (2)</h3><p>Click a bar to see its boats.</p>
        <button id="pv" title="Previous pier">◀</button><b>Pier 4</b><button id="nx" title="Next pier">▶</button>
        <svg width="200" height="100" role="img" aria-label="Boats per basin"><rect id="north" x="10" y="20" width="40" height="60"><title>North: 4 boats</title></rect><rect id="south" x="80" y="40" width="40" height="40"><title>South: 2 boats</title></rect><text x="10" y="98">North</text><text x="80" y="98">South</text></svg>
        """;

    private const string Fleet = """
        <div role="tablist" class="nav-pills"><button role="tab" id="t1" aria-selected="true">All</button><button role="tab" id="t2" aria-selected="false">Docked</button><button role="tab" id="t3" aria-selected="false">At sea</button></div>
        <input id="q" placeholder="Name or sail number"><input id="o" placeholder="Owner">
        <table><thead><tr><th><input type="checkbox" id="all"></th><th>Boat</th><th>State</th></tr></thead><tbody><tr><td><input type="checkbox"></td><td>Tern</td><td><span class="badge">Docked</span></td></tr><tr><td><input type="checkbox"></td><td>Gull</td><td><span class="badge">Docked</span></td></tr></tbody></table>
        """;

    private const string Filters = """
        <div style="display:flex"><button aria-pressed="true" id="f1">All</button><button aria-pressed="false" id="f2">Overdue</button></div><a href="#m" style="color:#4f46e5" id="m">More</a>
        <div class="row" style="cursor:pointer"><b>Bill 7</b> <i>Overdue</i> <button>Remind</button></div><div class="row" style="cursor:pointer"><b>Bill 9</b> <i>Overdue</i> <button>Remind</button></div>
        """;

    private const string Combo = """
        <div id="ow" role="combobox" aria-label="Owner" aria-expanded="true" tabindex="0" style="position:relative;width:160px"><span>All owners</span><div class="select-dropdown" style="position:absolute;top:24px;left:0;z-index:20;background:#fff;border:1px solid"><div id="i1" style="cursor:pointer">All owners</div><div id="i2" style="cursor:pointer">Ida Roe</div><div id="i3" style="cursor:pointer">Sven Aho</div></div></div>
        <table style="margin-top:140px"><thead><tr><th><input type="checkbox" id="all"></th><th>Boat</th><th>Owner</th></tr></thead><tbody><tr><td><input type="checkbox"></td><td>Tern</td><td>Ida Roe</td></tr><tr><td><input type="checkbox"></td><td>Gull</td><td>Nell Fry</td></tr></tbody></table>
        """;

    private const string Slots = """
        <header style="display:flex;justify-content:space-between"><nav><a href="#a">Trips</a> <a href="#b">Boats</a></nav><button id="me" aria-expanded="false">Ida Roe ▾</button></header><h3>Find a free slot</h3><div><button id="s1">10:20</button><button id="s2" disabled>11:40</button></div>
        <button id="pw" aria-label="Previous week">&lt;</button> Week 12 <button id="nw" aria-label="Next week">&gt;</button><div class="box" style="border:1px solid;margin-top:20px"><b>Check out Tern</b><p>Fuel <input id="fu"></p><button id="ok">OK</button></div>
        """;

    private const string Till = """
        Item <select id="it"><option>Rope</option><option>Buoy</option></select> <input id="am" size="6"> <button id="bk">Book</button><hr><h3>Guests of the evening</h3><div><span class="chip" style="cursor:pointer">ida.roe@quay.example<span id="x1" style="cursor:pointer">×</span></span> <span class="chip" style="cursor:pointer">sven@quay.example<span id="x2" style="cursor:pointer">×</span></span></div>
        <div style="display:flex"><div class="tag" id="o1" style="cursor:pointer">Ida</div><div class="tag" id="o2" style="cursor:pointer">Idalie</div><div class="tag" id="o3" style="cursor:pointer">Sven</div></div><div class="card"><p>Rope</p><small>Ida</small></div><div class="card"><p>Buoy</p><small>Ida</small></div>
        """;

    private const string Side = """
        <div class="list"><div class="row"><b>Tern</b> <span style="cursor:pointer">✕</span></div><div class="row"><b>Gull</b> <span style="cursor:pointer">✕</span></div></div>
        <div style="position:fixed;top:0;right:0;bottom:0;width:300px;z-index:10;background:#fff;box-shadow:0 0 4px #000"><div><b>Tern</b> <span id="x" style="cursor:pointer">✕</span></div><p>Sail area <input></p><button>Keep</button></div>
        """;

    private const string Plan = """
        <table><thead><tr><th>Shift</th><th>Mon</th><th>Tue</th><th>Wed</th></tr></thead><tbody><tr><th>1</th><td id="a1">Ida</td><td id="b1"></td><td id="c1">Sven</td></tr><tr><th>2</th><td id="a2"></td><td id="b2">Nell</td><td id="c2"></td></tr></tbody></table>
        <table><thead><tr><th>Part</th><th>In stock</th><th>Ordered</th></tr></thead><tbody><tr><td>Rope</td><td id="k1">40</td><td id="d1">5</td></tr><tr><td>Buoy</td><td id="k2">12</td><td id="d2">0</td></tr></tbody></table>
        <section><h3>Not yet assigned</h3><div><div class="job" id="j1" style="cursor:pointer"><b>Paint</b><small>Nell</small></div><div class="job" id="j2" style="cursor:pointer"><b>Weld</b><small>Sven</small></div></div></section>
        """;

    [Theory]
    [InlineData(Drawn, "hamburger button", "nav", "bin icon of Gull", "b2", "waste bin of the Tern", "b1", "bin icon of the Heron", null, "bin icon", null)]
    [InlineData(Cards, "the Mill card", null, "the Mill Lane card", "c1", "the Mill Road card", "c2", "the Weir card", "c3")]
    [InlineData(Calls, "Call Ada Fell", "r1", "Call Adam Fells", "r2", "Call Ida Roe", null, "the triangle that leads to the previous pier", "pv", "the triangle that leads to the next pier", "nx", "the bar of the South", "south", "North bar", "north", "the bar of the East", null, "the photo of the North", null)]
    [InlineData(Fleet, "Docked pill", "t2", "Sold pill", null, "search input with placeholder \"Name or sail number\"", "q", "search input with placeholder \"Berth\"", null, "select-all checkbox in the table header", "all")]
    [InlineData(Filters, "filter button \"Overdue\"", "f2", "filter button \"Paid\"", null, "purple link \"More\"", "m", "green link \"More\"", null)]
    [InlineData(Combo, "\"Ida Roe\" in the owner list", "i2", "Nell Fry in the owner list", null, "Owner selection", "ow", "Berth selection", null)]
    [InlineData(Slots, "free slot at 10:20", "s1", "free slot at 11:40", null, "free slot at 12:00", null, "user menu at the top right", "me", "Profile", null, "arrow to the week after", "nw", "arrow to the week before", "pw", "OK in the check-out box", "ok")]
    [InlineData(Till, "price box left of the Book button", "am", "price box left of the Cancel button", null, "Berth box left of the Book button", null, "remove ida.roe from the guests", "x1", "remove nell from the guests", null, "Ida in the row of skippers", "o1", "Nell in the row of skippers", null)]
    [InlineData(Side, "the ✕ that closes the side panel", "x", "the ✕ that brindles the side panel", null)]
    [InlineData(Plan, "shift 2 on Monday", "a2", "shift 1 on Tuesday", "b1", "shift 3 on Tuesday", null, "shift 1 on Friday", null, "In stock quantity of Buoy", "k2", "In stock quantity of Chain", null, "Paint job that is waiting to be assigned", "j1", "Paint job that is waiting to be approved", null)]
    public Task Ground_InEverydayPhrases_ChoosesTheOneOrNone(string html, params string?[] pairs) => ChoosesAsync(html, pairs);

    [Fact]
    public async Task Ground_BoxNextToWhatWasActedOn_IsToldByThePronoun()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var driver = await Fixture.OpenAsync();
        await driver.Navigation!.GoToAsync(Fixture.Serve($"<!DOCTYPE html><html><head><title>Quay</title></head><body style=\"font:14px Arial\">{Till}<p><input id=\"far\"></p></body></html>"), stop);
        await driver.Screen.SettleAsync(TimeSpan.FromMilliseconds(300), stop);
        var seen = await driver.Screen.ObserveAsync(ObserveOptions.Default, stop);
        var last = seen.Tree.Nodes.First(node => node.ElementId == "it");

        var result = new Grounder().Ground("price box next to it", GroundingPurpose.Type, seen, new(last.Ref));

        result.Outcome.ShouldBe(GroundingOutcome.Found, result.Explanation);
        result.Node!.ElementId.ShouldBe("am");
    }

    [Fact]
    public async Task Ground_GroupOfChoicesToChooseFrom_IsTheGroup()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var driver = await Fixture.OpenAsync();
        await driver.Navigation!.GoToAsync(Fixture.Serve("<!DOCTYPE html><html><head><title>Quay</title></head><body><fieldset id=\"g\"><legend>Sort of trip</legend><label><input type=\"radio\" name=\"k\"> Day trip</label><label><input type=\"radio\" name=\"k\"> Crossing</label></fieldset></body></html>"), stop);
        await driver.Screen.SettleAsync(TimeSpan.FromMilliseconds(300), stop);

        var result = new Grounder().Ground("sort of trip", GroundingPurpose.Select, await driver.Screen.ObserveAsync(ObserveOptions.Default, stop), GroundingContext.None);

        result.Outcome.ShouldBe(GroundingOutcome.Found, result.Explanation);
        result.Node!.ElementId.ShouldBe("g");
    }
}
