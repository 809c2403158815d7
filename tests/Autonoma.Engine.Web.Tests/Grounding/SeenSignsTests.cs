using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Grounding;

/// <summary>What people see in a control and a page does not write: a day, two arrows, initials, which of two signs is meant; each page with twins of which nothing may be chosen.</summary>
public sealed class SeenSignsTests(BrowserFixture fixture) : GroundingTest(fixture)
{
    private const string Days = """
        <p>Return<br><input id="rt" value="14/05/2031" size="10"></p><p>Refuel<br><input id="rf" value="at noon" size="10"></p>
        <div style="cursor:pointer;border:1px solid;width:120px" tabindex="0" id="bd"><div>Boarding</div><div>Mon 4 May</div></div><div style="cursor:pointer;border:1px solid;width:120px" tabindex="0" id="ld"><div>Landing</div><div>Add a day</div></div>
        """;

    private const string Top = """
        <header><button id="ac" role="combobox" aria-expanded="false"><span>North quay</span><svg class="lucide lucide-chevrons-up-down" width="14" height="14"><path d="m7 15 5 5"/></svg></button> <button id="nw">New crossing</button> <span id="me" tabindex="0" style="cursor:pointer">IR</span></header>
        <div style="margin-top:120px"><button id="bk">New berth</button> <button id="mo" aria-haspopup="true" aria-label="More deeds"><svg width="14" height="14"><use href="#down"></use><path d="M3 5l5 6 5-6z"/></svg></button></div>
        """;

    private const string Chart = """
        <div><span>Zoom</span> <span id="zo" style="cursor:pointer" tabindex="0">–</span> <b>100 %</b> <span id="zi" style="cursor:pointer" tabindex="0">+</span></div>
        <div><span>Crew</span> <button id="cm">–</button> <b>2</b> <button id="cp">+</button></div>
        """;

    private const string Crew = """
        <div><span>Crew</span> <button id="cm">–</button> <b>2</b> <button id="cp">+</button></div>
        """;

    private const string Hits = """
        <div>Sort by: <a href="#1"><b>Length</b></a> <a href="#2" id="s2">Draught</a> <a href="#3" id="s3">Age</a></div><p>See also <a href="#f">Flag</a></p>
        <div class="views"><a href="#a">Log <i>4</i></a><a href="#b" class="cur" id="v2">Repairs <i>2</i></a><a href="#c" id="v3">Crew</a></div>
        """;

    private const string Boxes = """
        <div><input placeholder="Skipper" id="a"></div><div><input placeholder="Phone" id="b"></div>
        <div style="display:flex;gap:6px"><div id="tk" style="width:16px;height:16px;border:1px solid;cursor:pointer" tabindex="0"></div><div>Wake me at high water</div></div>
        """;

    private const string Rows = """
        <style>.r{display:grid;grid-template-columns:28px 120px 90px;padding:6px}.k{width:14px;height:14px;border:1px solid;cursor:pointer}</style><h2>Moorings</h2>
        <div class="r h"><div class="k" id="all" tabindex="0"></div><div>Boat</div><div>Due</div></div>
        <div><div class="r"><div class="k" tabindex="0"></div><div>Tern</div><div>4 May</div></div><div class="r"><div class="k" tabindex="0"></div><div>Gull</div><div>6 May</div></div><div class="r"><div class="k" tabindex="0"></div><div>Heron</div><div>9 May</div></div></div>
        """;

    private const string Talks = """
        <div id="l"><div class="it" style="cursor:pointer" onclick="void 0"><div>HM</div><div id="t1"><b>Harbour master</b><div><small>Ida: at six</small></div></div><div><small>19:02</small><div>2</div></div></div>
        <div class="it" style="cursor:pointer" onclick="void 0"><div>PC</div><div id="t2"><b>Pilot crew</b><div><small>You: aye</small></div></div><div><small>Mon</small><div>5</div></div></div></div>
        """;

    [Theory]
    [InlineData(Days, "the return date", "rt", "the boarding date", "bd", "the landing date", null, "the painting date", null)]
    [InlineData(Top, "account switcher", "ac", "the initials IR", "me", "the initials SA", null, "dropdown arrow next to New berth", "mo", "arrow button next to New berth", "mo", "arrow button next to New crossing", null)]
    [InlineData("<header><button>North quay</button></header>", "account switcher", null, "workspace switcher", null)]
    [InlineData(Chart, "zoom in", "zi", "zoom out on the chart", "zo")]
    [InlineData(Crew, "zoom in", null, "zoom out on the chart", null)]
    [InlineData(Hits, "sort by draught", "s2", "sort by age", "s3", "sort by flag", null, "Repairs tab", "v2", "Flag tab", null)]
    [InlineData(Boxes, "the box in front of \"Wake me at high water\"", "tk", "the box in front of \"Wake me at low water\"", null)]
    [InlineData(Rows, "the tick box that selects all the moorings on the page", "all", "the checkbox that ticks all", "all", "the checkbox that ticks all invoices", null)]
    [InlineData(Talks, "Pilot crew conversation", "t2", "Harbour master conversation", "t1", "Dredger conversation", null)]
    public Task Ground_ByWhatIsSeen_ChoosesTheOneOrNone(string html, params string?[] pairs) => ChoosesAsync(html, pairs);
}
