using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Grounding;

/// <summary>Values, marks, titles and files of one entry among several, said in the words people have for them; each with twins that mean none.</summary>
public sealed class ValuesAndMarksTests(BrowserFixture fixture) : GroundingTest(fixture)
{
    private const string Boats = """
        <style>.v{display:grid;grid-template-columns:110px 1fr;width:400px;margin:12px} h2{grid-column:1/3} .k{color:#777} .bd{font-size:11px;border-radius:8px;background:#cfc;padding:1px 6px}</style>
        <div class="v"><h2>Gull <span class="bd" id="b1">Moored</span></h2><span class="k" id="k1">Berth</span><span id="v1">K-7</span><span class="k">Length</span><span>9 m</span><span class="k">Flag</span><span>NO</span></div>
        <div class="v"><h2>Tern <span class="bd" id="b2">At sea</span></h2><span class="k" id="k2">Berth</span><span id="v2">K-9</span><span class="k">Length</span><span id="l2">7 m</span><span class="k" id="f2">Flag</span><span></span></div>
        """;

    private const string Places = """
        <h2 id="h">Palette</h2><div><span draggable="true" id="q">Quote</span><p id="p">Drag it onto the page.</p></div><h2>Teams of the harbour</h2><div class="pop"><div id="t1">Support</div><div id="t2">Warehouse</div></div>
        <table><thead><tr><th>Boat</th><th id="th">Dues</th></tr></thead><tbody><tr><td>Gull</td><td id="d1">80</td></tr><tr><td>Tern</td><td id="d2">95</td></tr></tbody></table>
        """;

    private const string Regatta = """
        <table><thead><tr><th>Skipper</th><th>Heat 1</th><th>Sprint</th><th>Sum</th></tr></thead><tbody>
        <tr><td>Aho, Sven</td><td>12</td><td id="s1">31</td><td>43</td></tr><tr><td>Roe, Ida</td><td>9</td><td id="i1">28</td><td id="i2">37</td></tr></tbody></table>
        """;

    private const string Post = """
        <div class="ls"><div class="it" style="cursor:pointer" id="e1"><b>#41 Winch jammed</b><br>Sven · 4 min</div><div class="it" style="cursor:pointer" id="e2"><b>#40 Crane hook bent</b><br>Ida · 2 h</div><div class="it" style="cursor:pointer" id="e3"><b>#39 Lost gate card</b><br>Kim · 3 h</div></div>
        <div><div class="msg"><b>Sven</b><br>The winch is stuck.</div><div class="msg" id="m2"><b>Ida</b><br>See the log. <a href="#l" id="l">winch-log.txt</a> (84 KB)</div><div class="msg"><b>Sven</b><br>Thanks for winch-log.txt, reading.</div></div>
        """;

    private const string Library = """
        <ol><li><h4><a href="#1" id="t1">Tides of March</a></h4>by <a href="#a" id="a1">Ruth Amari</a><br><button>Reserve</button></li><li><h4><a href="#2" id="t2">Lamps of the North</a></h4>by <a href="#b" id="a2">Edwin Cray</a><br><button>Reserve</button></li></ol>
        """;

    private const string Card = """
        <h3>Harbour card</h3><div><span>Contactless</span><button role="switch" aria-checked="true" aria-label="Contactless" id="c1">on</button></div><div><span>Online berths</span><button role="switch" aria-checked="true" aria-label="Online berths" id="c2">on</button></div><div><span>Abroad</span><button role="switch" aria-checked="false" aria-label="Abroad" id="c3">off</button></div>
        <h3>Pass</h3><p><label><input type="radio" name="p" id="r1"> Print</label> <label><input type="radio" name="p" id="r2"> Mail</label> <label><input type="radio" name="p" id="r3"> App</label></p>
        """;

    [Fact]
    public Task WhoseValue_IsTheValue_NotItsLabel() => ChoosesAsync(Boats, "the berth of Tern", "v2", "Gull's berth", "v1", "the length of Tern", "l2", "the flag of Tern", "f2", "the berth of Heron", null);

    [Fact]
    public Task WhatStandsBesideAnEntry_IsNotItsValue() => ChoosesAsync(Places, "Quote in the Palette", "q", "Support in the Teams of the harbour", "t1", "the dues of Tern", "d2");

    [Fact]
    public Task StatusBadge_NeedNotSayStatus() => ChoosesAsync(Boats, "the status badge of Tern", "b2", "Gull's status badge", "b1", "the status badge of Heron", null, "the discount badge of Tern", null);

    [Fact]
    public Task NounOfAFigure_NeedNotBeWritten() => ChoosesAsync(Regatta, "Ida Roe's sprint score", "i1", "Sven Aho's sprint score", "s1", "the sprint score of Ida Roe", "i1", "Kim Holm's sprint score", null, "Ida Roe's freestyle score", null);

    [Fact]
    public Task EntryAboutSomething_SaysItInItsOwnOrder() => ChoosesAsync(Post, "the ticket about the bent crane hook", "e2", "the ticket about the lost card", "e3", "the ticket about the lost hook", null);

    [Fact]
    public Task NamedFile_IsTheLinkToIt() => ChoosesAsync(Post, "the winch-log.txt attachment", "l", "the attached file winch-log.txt", "l", "the crane-log.txt attachment", null);

    [Fact]
    public Task TitleLink_IsTheLinkInTheTitle() => ChoosesAsync(Library, "title link of the second result", "t2", "the title link of the first entry", "t1", "the price link of the second result", null);

    [Fact]
    public Task OneOfEquals_IsTheOneCalledByAWordOfTheDescription() => ChoosesAsync(Card, "the switch for using the harbour card abroad", "c3", "radio button that sends the pass to the app", "r3", "the switch for using the harbour card at night", null);
}
