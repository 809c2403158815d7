using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Grounding;

/// <summary>What people say a control is good for, where it lies and what it looks like, where the page says so in other words or not at all; each page with twins of which nothing may be chosen.</summary>
public sealed class PlacesAndDeedsTests(BrowserFixture fixture) : GroundingTest(fixture)
{
    private const string Guests = """
        <table><tr><th>Guest</th><th>Booking number</th><th>Room</th></tr><tr><td>Anna Holm</td><td><a href="#1" id="h1">HA-4120</a></td><td>119</td></tr><tr><td>Ben Voss</td><td><a href="#2" id="h2">HA-4121</a></td><td>401</td></tr></table>
        <details><summary id="lt">Letters (2)</summary><p>One, two</p></details>
        """;

    private const string Lines = """
        <table><tr><th>#</th><th>Crate</th></tr><tr><td>1</td><td>Pears</td></tr><tr><td>2</td><td>Plums</td></tr><tr><td>3</td><td>Figs</td></tr></table>
        <ul class="crate-pagination" style="display:flex;gap:8px;list-style:none"><li style="cursor:pointer" title="Previous page">‹</li><li style="cursor:pointer" class="on">1</li><li style="cursor:pointer" id="g2">2</li><li style="cursor:pointer" title="Next page">›</li></ul>
        """;

    private const string Month = """
        <table id="cal"><caption>June 2031</caption><thead><tr><th>Mon</th><th>Tue</th><th>Wed</th><th>Thu</th><th>Fri</th><th>Sat</th><th>Sun</th></tr></thead><tbody id="days"></tbody></table>
        <p>Tables: <button id="t5">5</button> <button id="t12">12</button></p>
        <script>let h='';for(let w=0,d=-5;w<6;w++){h+='<tr>';for(let k=0;k<7;k++,d++)h+=d<1?`<td class="off">${d+31}</td>`:d>30?`<td class="off">${d-30}</td>`:`<td><button id="d${d}">${d}</button></td>`;h+='</tr>'}document.querySelector('#days').innerHTML=h</script>
        """;

    private const string Divs = """
        <div class="cal"><div><button id="pm" aria-label="Previous month">‹</button> <b>October 2031</b> <button id="nm" aria-label="Next month">›</button></div><div id="g" style="display:grid;grid-template-columns:repeat(7,40px)"></div></div>
        <script>let h='';for(const x of ['M','T','W','T','F','S','S'])h+=`<span>${x}</span>`;h+='<span></span><span></span>';for(let d=1;d<32;d++)h+=`<span id="o${d}" style="cursor:pointer" onclick="1">${d}</span>`;document.querySelector('#g').innerHTML=h</script>
        """;

    private const string Berths = """
        <div style="display:flex"><div class="card"><b>Kite</b><div>Q-11 · North</div><button id="l1" aria-label="Lock"><svg width="20" height="20" viewBox="0 0 24 24"><rect x="5" y="11" width="14" height="9"/></svg></button><button>Tow</button></div>
        <div class="card"><b>Wren</b><div>Q-12 · South</div><button id="l2" aria-label="Unlock"><svg width="20" height="20" viewBox="0 0 24 24"><rect x="5" y="11" width="14" height="9"/></svg></button><button>Tow</button></div>
        <div class="card"><b>Rook</b><div>Q-13 · South</div><button>Tow</button></div></div>
        <div class="card"><b>Chart</b><svg width="200" height="120" role="img" aria-label="Chart of the basin"><g id="p11" role="button" aria-label="Q-11"><circle cx="40" cy="40" r="11" fill="#fff"/><text x="34" y="44">11</text></g><g id="p13" role="button" aria-label="Q-13"><circle cx="120" cy="60" r="11" fill="#fff"/><text x="114" y="64">13</text></g></svg><div id="no">No boat picked</div></div>
        """;

    private const string Shelves = """
        <div style="display:flex"><div><b id="tl">Rooms</b><ul role="tree" aria-labelledby="tl"><li role="treeitem" aria-expanded="true"><span>Ground floor</span><ul role="group"><li role="treeitem" id="n1"><span>Kitchen</span></li><li role="treeitem" id="n2"><span>Hall</span></li></ul></li><li role="treeitem" aria-expanded="false"><span>Cellar</span></li></ul></div>
        <table><thead><tr><th>Lamp</th><th>Room</th></tr></thead><tbody><tr><td>A1</td><td>Kitchen</td></tr><tr><td>A2</td><td>Larder</td></tr></tbody></table></div>
        """;

    private const string Slots = """
        <fieldset><legend>Crossing time</legend><label><input type="radio" name="s" id="s1"> 9:30</label><label><input type="radio" name="s" id="s2"> 16:00</label><label><input type="radio" name="s" id="s3" disabled> 18:00 full</label></fieldset>
        <div class="line"><div>Child<small>Up to 12 years</small></div><button id="c0" aria-label="Fewer Child fares">−</button><output>0</output><button id="c1" aria-label="More Child fares">+</button></div>
        <div class="line"><div>Family<small>Two adults and up to three children</small></div><button id="f0" aria-label="Fewer Family fares">−</button><output>0</output><button id="f1" aria-label="More Family fares">+</button></div>
        """;

    private const string Legacy = """
        <table class="f"><tr><td>Word</td><td><input id="w1"></td><td>Shade</td><td><select id="s1"><option>any</option><option>red</option></select></td></tr><tr><td>Place</td><td><input id="p1"></td><td><input type="button" value="Find" id="find"></td><td></td></tr></table>
        <table class="g"><thead><tr><th>No.</th><th>Thing</th><th>Shade</th></tr></thead><tbody><tr><td>7</td><td>Scarf</td><td>red</td></tr></tbody></table>
        <table class="f"><tr><td colspan="4"><b>New thing</b></td></tr><tr><td>Thing<font color="red">*</font></td><td><input id="w2"></td><td>Shade</td><td><select id="s2"><option>red</option><option>blue</option></select></td></tr><tr><td>Place</td><td><input id="p2"></td><td></td><td><input type="button" value="Enter it" id="enter"></td></tr></table>
        """;

    private const string Builder = """
        <div style="display:flex"><div class="pl"><b>Parts</b><div draggable="true" id="k1">Text</div><div draggable="true" id="k2">Quote</div><div draggable="true" id="k3">Line</div></div>
        <div id="cv" style="width:420px"><div draggable="true" class="bk" style="min-height:40px"><p>Hello, spring is here.</p><button title="Delete">🗑</button></div><div draggable="true" class="bk" style="min-height:40px"><blockquote>Quote of the day</blockquote><button title="Delete">🗑</button></div><div id="dz" class="z" style="border:1px dashed;min-height:50px">Drop a part here</div></div>
        <div>Accent<br><span id="c1" style="display:inline-block;width:22px;height:22px;background:#0969da;cursor:pointer" onclick="1"></span><span id="c2" style="display:inline-block;width:22px;height:22px;background:#8250df;cursor:pointer" onclick="1"></span></div></div>
        <button id="ph" aria-pressed="false">📱</button><button id="dk" aria-pressed="true">🖥</button>
        """;

    private const string Buttons = """
        <div role="alert" style="background:#fff3cd;padding:10px">The pump is due for a check. <a id="pl" href="#p">Open the pump plan</a> <button id="x" aria-label="Dismiss">×</button></div><a href="#q" id="pl2">Open the pump plan</a>
        <button id="b1" style="background:#fff;border:1px solid #d9d9d9;color:#222">Log</button><button id="b2" style="background:#fff;border:1px solid #ff4d4f;color:#222">Refuse</button><button id="b3" style="background:#1a7f37;border:1px solid #1a7f37;color:#fff">Send it</button><button id="b4" style="background:#d97706;border:1px solid #d97706;color:#fff">Go on</button><button id="b5" style="background:#fff;border:1px solid #d9d9d9;color:#b91c1c">Stop</button>
        <p><input id="q" placeholder="Pump or place"> <label><input type="checkbox" id="hp"> Hide repaired</label></p><h2>Alarm</h2><p><label for="th">Warn me above</label> <input type="range" id="th"></p><h2>Fog</h2><p><label for="li">Horn from</label> <input type="range" id="li"></p>
        <ul><li><b>Rain sound</b> <button id="u1" aria-label="Move earlier">↑</button><button id="o1" aria-label="Move later">↓</button></li><li><b>Sea sound</b> <button id="u2" aria-label="Move earlier">↑</button><button id="o2" aria-label="Move later">↓</button></li></ul>
        <p>Plans: <button id="pb">Plan a round</button></p><table><thead><tr><th>Round</th><th>State</th><th></th></tr></thead><tbody><tr><td>R-1</td><td>Planned</td><td><button>Move on</button></td></tr><tr><td>R-2</td><td>Done</td><td><button>Move on</button></td></tr></tbody></table>
        <p><span>Barcode of the part</span><input id="bc" placeholder="Scan or type"></p><div>What broke?</div><textarea id="wb"></textarea>
        <details><summary id="f1">Why was my report refused?</summary><p>Because.</p></details><details><summary id="f2">How do I file a report?</summary><p>Here.</p></details>
        """;

    private const string Owner = """
        <button title="Call the owner" id="call">📞</button><div role="tablist"><button role="tab" aria-selected="false">Visit</button><button role="tab" aria-selected="true">Owner</button></div><div role="tabpanel"><p>Owner: <b>Lotte Vos</b></p><p>Phone: <a id="ph" href="#t">0611 204 118</a></p><button>Change owner</button></div>
        """;

    private const string Segments = """
        <label>Target language <select id="lg"><option>Arabic</option></select></label> <span>2 of 6 done</span><table><tbody><tr><td>5</td><td>Pets are welcome.</td><td><textarea id="a5"></textarea></td></tr><tr><td>6</td><td>Call us.</td><td><textarea id="a6"></textarea></td></tr></tbody></table>
        """;

    private const string Folds = """
        <div class="panelbox"><div class="fold-header" role="button" tabindex="0" id="h1" aria-expanded="false">▸ Letters (2)</div><div class="fold-header" role="button" tabindex="0" id="h2" aria-expanded="true">▾ Terms</div><div><p>Tap water is covered.</p></div></div>
        <div role="grid"><div role="row"><span role="columnheader" id="k1">Title</span><span role="columnheader" id="k2">Due</span><span role="columnheader"></span></div><div role="row"><span role="gridcell">Ten Soups</span><span role="gridcell">2032-05-28</span><span role="gridcell"><button>Renew</button></span></div></div>
        <div style="display:flex" class="seg"><div style="cursor:pointer" id="g1">All</div><div style="cursor:pointer" id="g2">Lent</div><div style="cursor:pointer" id="g3">Late</div></div><div style="display:flex"><div class="card"><b>Owl</b><i>Lent</i><button>Take</button></div><div class="card"><b>Crow</b><i>Late</i><button>Take</button></div></div>
        """;

    [Theory]
    [InlineData(Guests, "Anna Holm's booking number", "h1", "the link with Anna Holm's booking number", "h1", "Ben Voss's booking number", "h2", "Cleo Dorn's booking number", null, "the Letters heading", "lt")]
    [InlineData(Lines, "page 2", "g2", "page 2 of the table", "g2", "page 3", null)]
    [InlineData(Month, "the day 15 June", "d15", "15 June 2031", "d15", "June 5", "d5", "Monday the 16th", "d16", "Tuesday the 16th", null, "18th in the calendar", "d18", "the 3rd of June", "d3", "the day 15 July", null, "15 June 2032", null, "Mon 16 June", "d16", "31st in the calendar", null, "calendar", "cal")]
    [InlineData(Divs, "the 20th of October", "o20", "day 7", "o7", "October 12, 2031", "o12", "12 November", null, "9th in the date picker", "o9")]
    [InlineData(Berths, "padlock on the card of Q-12", "l2", "padlock on the card of Q-11", "l1", "padlock on the card of Q-13", null, "padlock on the Wren card", "l2", "number 13 on the chart", "p13", "number 12 on the chart", null, "no. 11 on the chart", "p11")]
    [InlineData(Shelves, "Kitchen in the tree of rooms", "n1", "Larder in the tree of rooms", null, "the Hall room in the tree", "n2", "Larder in the tree", null, "the Cork room in the tree", null)]
    [InlineData(Slots, "crossing at 16:00", "s2", "crossing at 9:30", "s1", "crossing at 11:00", null, "plus button for children", "c1", "minus button for children", "c0", "plus button for families", "f1", "plus button for dogs", null)]
    [InlineData(Legacy, "Shade list in the search form", "s1", "the Shade list for the new thing", "s2", "Place field in the search form", "p1", "the Find button in the search form", "find", "Place field of the new thing", "p2", "Thing field of the new thing", "w2", "Word field of the new thing", null, "Shade list in the login form", null)]
    [InlineData(Builder, "Quote in the palette", "k2", "Sound in the palette", null, "the area where parts can be dropped", "dz", "phone preview", "ph", "mobile preview", "ph", "drop area", "dz", "the drop zone", "dz", "tablet preview", null, "the purple accent colour", "c2", "the green accent colour", null)]
    [InlineData(Buttons, "the cross that gets rid of the pump reminder", "x", "the link inside the yellow bar", "pl", "the button with the red frame", "b2", "the button with a blue border", null, "the button on a green ground", "b3", "the link in the yellow box", "pl", "button with white lettering", null, "the button with red text", "b5", "the button written in red", "b5", "the link with red text", null, "describe what broke", "wb", "describe what burned", null, "tick box that is still unticked", "hp", "the button with a purple background", null, "the only orange button", "b4", "the box for looking up a pump", "q", "tick box that hides what has been repaired", "hp", "tick box that hides what has been painted", null, "the slider that sets the alarm", "th", "the slider that sets the fog", "li", "the slider that sets the sound", null, "the slider that brindles the alarm", null, "tick box that marvanes what has been repaired", null, "arrow that moves Sea sound up", "u2", "arrow that moves Rain sound down", "o1", "arrow that moves Wind sound up", null, "the box into which a barcode is scanned", "bc", "the box asking what broke", "wb", "the box asking what burned", null, "button for planning a round", "pb", "button for closing a round", null, "question about the refused report", "f1", "question about the lost report", null)]
    [InlineData(Owner, "the owner's phone number", "ph", "the owner's fax number", null)]
    [InlineData(Segments, "target box of segment 6", null, "box of segment 2", null)]
    [InlineData(Folds, "the Letters panel", "h1", "the Terms panel", "h2", "the Photos panel", null, "heading of the Due column", "k2", "the header above the Title column", "k1", "heading of the Price column", null, "Late in the filter above the cards", "g3", "Sold in the filter above the cards", null)]
    public Task Ground_ByDeedPlaceOrLooks_ChoosesTheOneOrNone(string html, params string?[] pairs) => ChoosesAsync(html, pairs);
}
