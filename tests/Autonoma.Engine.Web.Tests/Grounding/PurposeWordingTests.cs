using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Grounding;

/// <summary>Controls told by what they are for, and those that only their shape tells; each page with twins of which nothing may be chosen.</summary>
public sealed class PurposeWordingTests(BrowserFixture fixture) : GroundingTest(fixture)
{
    private const string Booking = """
        <h2>Crossing</h2><label>Booking code <input id="bc"></label><label>Sender name <input id="sn"></label><label>Receiver name <input id="rn"></label>
        <h2>Discount</h2><input id="pc" style="width:60px"> <span>% off the fare</span><h2>Deposit</h2><input id="dp" style="width:60px"> <span>EUR</span>
        """;

    private const string Crew = """
        <h2>Crew</h2><table><thead><tr><th><input type="checkbox" id="all"></th><th><button id="n">Name</button></th><th><button id="h">Hired on</button></th><th>Paid by</th></tr></thead>
        <tbody><tr><td><input type="checkbox" id="c1"></td><td>Ida Roe</td><td>3 May</td><td>Quay</td></tr><tr><td><input type="checkbox" id="c2"></td><td>Sven Aho</td><td>9 May</td><td>Quay</td></tr></tbody></table>
        <h2>Ferries</h2><table><thead><tr><th>Ferry</th><th>Built</th></tr></thead><tbody><tr><td>Tern</td><td>1999</td></tr></tbody></table>
        """;

    private const string Drawn = """
        <style>.a{width:36px;height:20px;border-radius:10px;background:#999;cursor:pointer;position:relative}.a i{position:absolute;left:2px;top:2px;width:16px;height:16px;background:#fff;border-radius:8px}.r{display:flex;gap:9px;align-items:center}</style>
        <div class="r"><span>Night bell</span><div class="a" id="w1" onclick="1"><i></i></div></div><div class="r"><span>Fog horn</span><div class="a" id="w2" onclick="1"><i></i></div></div>
        <div class="r"><div class="a" id="w3" onclick="1"><i></i></div><span>Harbour bell search</span></div><div><button id="b1">Ring</button><button id="b2">Silence</button></div>
        """;

    private const string Quay = """
        <style>.p{cursor:pointer;border:1px solid;border-radius:9px;padding:2px 9px}.k{cursor:pointer;border:1px solid;margin:5px}.g{background:#dcfce7;border-radius:9px;padding:2px 9px}</style>
        <div style="display:flex;gap:8px"><div class="p" id="f1" onclick="1">All 4</div><div class="p" id="f2" onclick="1">Docked 2</div><div class="p" id="f3" onclick="1">At sea 2</div></div>
        <input id="q" placeholder="Boat, skipper or berth">
        <div class="k" onclick="1"><b>Tern</b><span class="g">Docked</span><i>Ida</i></div><div class="k" onclick="1"><b>Gull</b><span class="g">Docked</span><i>Sven</i></div><div class="k" onclick="1"><b>Auk</b><span class="g">Sunk</span><i>Nell</i></div>
        """;

    private const string SignIn = """<form><input id="u" placeholder="Phone, sail number or name"><input id="p" type="password" placeholder="Password"><button>Sign in</button></form>""";

    private const string Letters = """
        <div><div>Folders</div><div class="f" id="l1" onclick="1" style="cursor:pointer">New <span>3</span></div><div class="f" id="l2" onclick="1" style="cursor:pointer">Returned <span>1</span></div><div class="f" id="l3" onclick="1" style="cursor:pointer">Kept <span>7</span></div></div>
        <dl><dt>Returned</dt><dd>1</dd><dt>Lost</dt><dd>2</dd></dl><button id="rl">Return letter</button><a href="#lost" id="lo">Lost and found</a>
        """;

    private const string Menu = """
        <button id="m" aria-expanded="true">More</button><div class="menu" style="position:absolute;z-index:5;background:#fff;border:1px solid"><div id="e1" onclick="1" style="cursor:pointer">Copy</div><div id="e2" onclick="1" style="cursor:pointer">History</div><div id="e3" onclick="1" class="warn" style="cursor:pointer;color:#c00">Sink</div></div>
        <div style="margin-top:200px"><span><span role="switch" tabindex="0" id="d" aria-checked="false" aria-label="Hide lines that are the same for every boat">o</span></span> <span role="switch" tabindex="0" id="d2" aria-checked="false" aria-label="Hide lines without a berth">o</span></div>
        """;

    private const string Songs = """<ul role="menu"><li role="menuitem" id="n1" tabindex="0">Move to pier</li><li role="menuitem" id="n2" tabindex="0">Hide</li></ul>""";

    private const string Desk = """<nav><a href="#p" id="p">Payments</a><a href="#r" id="r">Berths</a></nav><button id="h">Hold payment</button><div onclick="1" style="cursor:pointer" id="s">Berth number <span>▾</span></div>""";

    private const string Bells = """
        <style>.r{display:flex;gap:9px;border-bottom:1px solid}.d{display:flex;border:1px solid;width:160px;cursor:pointer;justify-content:space-between}</style><h1>Bells</h1>
        <div class="d" id="so" onclick="1"><div>Newest first</div><div>▾</div></div><div class="d" id="pl" onclick="1"><div>Any pier</div><div>▾</div></div>
        <div class="r" id="g1"><b>Night watch</b><small>night-watch</small><i>Aho</i></div><div class="r" id="g2"><b>Fog bank</b><small>fog-bank</small><i>Roe</i></div><div class="r" id="g3"><b>Noon</b><small>noon</small><i>Fry</i></div>
        <h2>Letters</h2><table><thead><tr><th></th><th>Subject</th><th>Sender</th></tr></thead><tbody><tr id="t1" onclick="1" style="cursor:pointer"><td><input type="checkbox" id="x1" aria-label="Pick Low tide"></td><td>Low tide</td><td>Ida Roe</td></tr>
        <tr id="t2" onclick="1" style="cursor:pointer"><td><input type="checkbox" id="x2" aria-label="Pick Low tide: pumps"></td><td>Low tide: pumps</td><td>Nell Fry</td></tr></tbody></table>
        """;

    private const string Pieces = """
        <nav><ul><li><a href="#a">Plan</a></li><li><a href="#b">Crew</a></li></ul></nav><div><button id="d1">Drop</button> <button id="k1">Keep</button></div><div role="table" aria-label="All trips" style="width:600px"><div role="row"><span role="columnheader">Trip</span><span role="columnheader">Pier</span></div><div role="row"><span role="cell">North</span><span role="cell">4</span></div><div role="row"><span role="cell">South</span><span role="cell">5</span></div></div>
        <div><button id="d2">Drop</button></div>
        """;

    [Theory]
    [InlineData(Pieces, "Drop above the list", "d1", "Keep above the list", "k1", "Sail above the list", null)]
    [InlineData(Bells, "the bell named Fog bank", "g2", "the bell named Night watch", "g1", "the bell named Night", null, "the bell named Dawn watch", null, "letter of Ida Roe", "t1", "letter of Nell Roe", null, "checkbox of \"Low tide\"", "x1", "checkbox of \"Low\"", null)]
    [InlineData(Bells, "sort dropdown that shows Newest first", "so", "sort dropdown that shows Oldest first", null)]
    [InlineData(Booking, "the field where the customer types a booking code", "bc", "box in which the booking code has to be typed to confirm", "bc", "the field where you enter the receiver name", "rn", "the field where the captain types a name", null, "the field where people type the tide", null, "field where the crew number has to be entered", null)]
    [InlineData(Booking, "the discount percentage input", "pc", "the deposit percentage input", null, "the fare percentage of the deposit", null)]
    [InlineData(Crew, "the column header that sorts by hired on", "h", "the Name sort button in the header of the crew table", "n", "the header that sorts by built", null, "the Hired on sort button in the header of the ferries table", null, "the Ferry sort button", null)]
    [InlineData(Crew, "the checkbox at the top of the list that ticks every member of the crew", "all", "checkbox that selects all the crew", "all", "checkbox that selects all ferries", null, "checkbox that ticks every Sven", null)]
    [InlineData(Drawn, "the Night bell switch", "w1", "switch next to Fog horn", "w2", "the toggle in front of Harbour bell search", "w3", "the Rain switch", null, "the toggle in front of Harbour lamp search", null)]
    [InlineData(Quay, "Docked chip", "f2", "At sea chip", "f3", "the Docked filter chip", "f2", "the At sea filter chip", "f3", "Lost chip", null, "the search field for boats", "q", "the search field for crates", null)]
    [InlineData(SignIn, "the search field", null, "the search field for names", null)]
    [InlineData(Letters, "the folder for returned letters", "l2", "the Kept folder", "l3", "the folder for lost letters", null, "the folder for burnt letters", null)]
    [InlineData(Menu, "the red entry in the open menu", "e3", "the green entry in the open menu", null, "switch for hiding the lines that don't differ between boats", "d", "switch for hiding the lines that don't differ between piers", null)]
    [InlineData(Songs, "Move to album menu item", null, "Move to pier menu item", "n1")]
    [InlineData(Desk, "Confirm payment", null, "Hold payment", "h", "close icon of the berth", null)]
    public Task Ground_ControlToldByItsPurpose_ChoosesTheOneOrNone(string html, params string?[] pairs) => ChoosesAsync(html, pairs);
}
