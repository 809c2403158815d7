using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Grounding;

/// <summary>Rules found on pages and in words of strangers; each page with descriptions that mean one element and twins that mean none.</summary>
public sealed class StrangersWordingTests(BrowserFixture fixture) : GroundingTest(fixture)
{
    private const string Tools = """
        <div style="display:flex;justify-content:space-between"><b>Recipes</b><button id="all">Fold in all</button></div><ul role="tree"><li role="treeitem" aria-expanded="true"><span style="cursor:pointer" id="tw">▾</span> Soups</li></ul>
        <nav><a href="#b" id="bin">Bin</a> <a href="#o">Oven</a></nav><div><button id="find">Search notes <kbd>F</kbd></button><span role="tab">Newest</span></div>
        """;

    private const string Shop = """
        <section class="tile"><h4>Brass lamp</h4><button class="s" id="m1">−</button><input id="n1" size="2" value="1"><button class="s" id="p1">+</button><button id="a1">Add to order</button></section>
        <section class="tile"><h4>Oak stool</h4><button class="s" id="m2">−</button><input id="n2" size="2" value="1"><button class="s" id="p2">+</button><button id="a2" disabled>Not in stock</button></section>
        """;

    private const string Colours = """
        <fieldset><legend>Fabric</legend><span role="radio" tabindex="0" aria-label="Green" aria-checked="false" id="g" style="display:inline-block;width:22px;height:22px;background:#2a7"></span><span role="radio" tabindex="0" aria-label="Blue" aria-checked="false" id="b" style="display:inline-block;width:22px;height:22px;background:#25c"></span></fieldset>
        <small style="background:#fd0;padding:2px">Sale</small><span title="Ecru" id="e" style="display:inline-block;width:18px;height:18px;background:#99938a;cursor:pointer"></span>
        """;

    private const string Ledger = """
        <table><tr><td><b><a href="#1" id="hn">Berth</a></b></td><td><b>Skipper</b></td><td><b>Dues</b></td><td><b>Action</b></td></tr>
        <tr><td>K-7</td><td>Ida Roe</td><td><input size="5" value="80" id="d1"></td><td><input type="button" value="Free" id="f1"></td></tr>
        <tr><td>K-9</td><td>Sven Aho</td><td><input size="5" value="95" id="d2"></td><td><input type="button" value="Free" id="f2"></td></tr></table>
        """;

    private const string Floating = """
        <div class="q-row"><div class="q-field"><div class="q-in"><input id="a" style="padding-top:16px"></div><label>Berth owner</label></div><div class="q-field"><div class="q-sel"><div tabindex="0" style="cursor:pointer" id="s">North pier ▾</div></div><label>Pier</label></div></div>
        """;

    private const string Flow = """
        <div class="border" style="border:1px solid #999"><div class="flex"><i class="av">A</i><div>Leaking tap</div><button class="p2" id="m1">⋮</button></div><div class="flex"><button class="px" id="r1">Answer</button><button class="px" id="h1">Hand over</button></div></div>
        <div class="border" style="border:1px solid #999"><div class="flex"><i class="av">B</i><div>Broken lock</div><button class="p2" id="m2">⋮</button></div><div class="flex"><button class="px" id="r2">Answer</button><button class="px" id="h2">Hand over</button></div></div>
        """;

    private const string Verbs = """
        <div role="alert" style="background:#fee">The gate code expires soon. <button aria-label="Close" id="x">✕</button></div><h4 style="cursor:pointer" id="lp" tabindex="0">Weather station ▸</h4><a href="#l" id="bk">← All harbours</a>
        <div>Night lights <span role="switch" aria-checked="true" aria-label="Night lights" tabindex="0" id="sw">on</span></div><input placeholder="Add a berth and press Enter" id="nb"><a href="#r" id="rep">Reports</a>
        """;

    private const string Sorting = """
        <table><thead><tr><th>Boat</th><th><span style="cursor:pointer" id="hl">Length</span> </th><th id="hy" style="cursor:pointer">Built ▲</th><th>Flag</th></tr></thead><tbody><tr><td>Gull</td><td>9</td><td>1988</td><td>NO</td></tr><tr><td>Tern</td><td>7</td><td>2001</td><td>SE</td></tr></tbody></table>
        <div>Length limit <button aria-label="Increase Value" id="up">▲</button><button aria-label="Decrease Value" id="dn">▼</button></div><ul class="pagination"><li><a href="#1" id="g1">1</a></li><li><a href="#2" id="g2">2</a></li><li><a href="#3" id="g3">3</a></li></ul>
        """;

    private const string Editor = """
        <div role="toolbar"><button id="b"><b>B</b></button><button id="i"><i>I</i></button><button id="u"><u>U</u></button><button id="ol"><i class="ri-list-ordered" style="display:inline-block;width:16px;height:16px"></i></button><button id="im"><i class="ti-image" style="display:inline-block;width:16px;height:16px"></i></button></div>
        <div contenteditable="true" style="height:60px;border:1px solid"></div><button id="t"><svg class="icon icon-trash4" width="16" height="16"><path d="M1 1h9v9z"/></svg></button>
        """;

    private const string Files = """
        <table><thead><tr><th></th><th>Document</th><th>Size</th></tr></thead><tbody><tr><td><input type="checkbox" id="c1"></td><td><a href="#1" id="a1">Mooring plan.pdf</a></td><td>310 KB</td></tr><tr><td><input type="checkbox" id="c2"></td><td><a href="#2" id="a2">Dues 2031.xlsx</a></td><td>54 KB</td></tr></tbody></table>
        <button id="u" style="position:absolute;right:10px;top:4px"><i class="fa fa-user" style="display:inline-block;width:16px;height:16px"></i></button><form><input placeholder="Suchen…" id="se"></form>
        """;

    private const string Depot = """
        <div><input placeholder="Plate or driver" id="q"> <input type="button" value="Find" id="go"> <label>Remark <input id="r"></label><button id="s">Send</button></div>
        <ul><li><a href="#1" id="c1">Claim</a> Bank of Ireland</li><li><a href="#2" id="c2">Claim</a> Bank Austria</li><li><a href="#3" id="c3">Claim</a> Trust of Cork</li></ul>
        <h3>Vans</h3><div style="display:grid;grid-template-columns:40px 160px 120px 100px"><div>No.</div><div>Van</div><div>Bay</div><div></div>
        <div>1</div><div>Swift Ash</div><div>B1</div><div><button id="b1">Hold</button></div><div>2</div><div>Slow Elm</div><div>B7</div><div><button id="b2">Hold</button></div><div>3</div><div>Old Oak</div><div>B9</div><div><button id="b3">Hold</button></div></div>
        """;

    [Theory]
    [InlineData(Depot, "the search field", "q", "Hold button for Slow Elm", "b2", "the Hold button of Old Oak", "b3", "Hold button for Young Birch", null, "the Claim link of Bank of Ireland", "c1", "the Claim link of Bank of Cork", null, "the van of Bank Austria", null)]
    [InlineData("<details id='d'><summary id='s'>Moorings</summary><p>Two for each boat.</p></details><details open id='e'><summary id='t'>Fees</summary><p>By length.</p><p>By season.</p></details>", "the Moorings section", "s", "the Fees section", "t")]
    [InlineData("<div><input placeholder='Plate' id='q'> <input placeholder='Driver' id='d'> <button>Save</button></div>", "the search field", null)]
    [InlineData(Tools, "Fold out all button", null, "Delete soup", null, "Fold in all", "all")]
    [InlineData(Shop, "Add to order for the Oak stool", null, "Add to order for the Brass lamp", "a1", "plus button of the Oak stool", "p2", "plus button of the second gadget", "p2", "plus button of the fourth gadget", null)]
    [InlineData(Colours, "green colour swatch", "g", "yellow colour swatch", null, "Ecru swatch", "e", "Ecru colour", "e", "Olive colour", null, "red colour dot", null)]
    [InlineData(Ledger, "Free in the second row", "f2", "dues of Sven Aho", "d2", "sort by Berth", "hn", "dues of Nell Fry", null)]
    [InlineData(Floating, "Berth owner input", "a", "Pier drop-down", "s")]
    [InlineData(Flow, "Hand over in the second card", "h2", "Answer on the broken lock", "r2", "Answer on the open window", null, "Hand over", null)]
    [InlineData(Verbs, "close the gate code warning", "x", "expand Weather station", "lp", "expand Reports", null, "back to All harbours", "bk", "turn off Night lights", "sw", "turn off Reports", null, "new berth field", "nb")]
    [InlineData(Sorting, "sort by length", "hl", "sort by built", "hy", "sort by draught", null, "second page of the list", "g2", "fifth page of the list", null)]
    [InlineData(Editor, "underline in the toolbar", "u", "italic button", "i", "bold button", "b", "numbered list icon", "ol", "insert image icon", "im", "insert table icon", null, "trash can", "t")]
    [InlineData(Files, "checkbox of the Excel file", "c2", "Mooring plan", "a1", "the 54 KB document", "a2", "checkbox of the Word file", null, "user icon, top right", "u", "search field at the top", "se", "global search box", "se")]
    public Task Ground_InTheWordsOfAStranger_ChoosesTheOneOrNone(string html, params string?[] pairs) => ChoosesAsync(html, pairs);
}
