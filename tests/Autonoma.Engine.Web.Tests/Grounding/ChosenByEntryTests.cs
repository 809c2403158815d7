using Autonoma.Engine.Driving;
using Autonoma.Engine.Grounding;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Grounding;

/// <summary>Choices, boxes and entries that a page lays out without saying what belongs to what; each page with twins of which nothing may be chosen.</summary>
public sealed class ChosenByEntryTests(BrowserFixture fixture) : GroundingTest(fixture)
{
    // The caption stands before the first of a line of choices, and each of their texts behind it.
    private const string Captioned = """
        <p>Mooring: <input type="radio" name="m" id="m1">Buoy <input type="radio" name="m" id="m2">Pontoon <input type="radio" name="m" id="m3">Quay wall</p>
        <p>Cover <input type="checkbox" id="c1"> Lamp <input type="checkbox" id="c2"> Flag <input type="checkbox" id="c3"></p>
        """;

    private const string Forms = """
        <div style="display:flex"><div><p><label for="q">Boat</label><input type="search" id="q"> <button disabled id="x">Release chosen</button></p><table><thead><tr><th>Boat</th><th>Day</th></tr></thead><tbody><tr><td>Tern</td><td>4 May</td></tr></tbody></table></div>
        <form><h2>Announce a crossing</h2><p><label for="b">Boat</label><br><select id="b"><option>Tern</option><option>Gull</option></select></p><p><label for="d">Day</label><br><input id="d"></p><button id="ok">Announce crossing</button></form></div>
        """;

    private const string Ticks = """
        <div role="grid" aria-label="Crates"><div role="row"><div role="columnheader"></div><div role="columnheader">Crate</div><div role="columnheader">Hold</div></div>
        <div role="row"><div role="gridcell"><div role="checkbox" aria-label="K-7" aria-checked="false" tabindex="0" id="k7" style="width:14px;height:14px"></div></div><div role="gridcell">K-7</div><div role="gridcell">Fore</div></div>
        <div role="row"><div role="gridcell"><div role="checkbox" aria-label="K-9" aria-checked="false" tabindex="0" id="k9" style="width:14px;height:14px"></div></div><div role="gridcell">K-9</div><div role="gridcell">Aft</div></div></div>
        <details><summary id="t">Tide table</summary><p>High at 04:10.</p></details><button id="s">Stores</button><p><input type="checkbox" id="n"><label for="n">Night watch</label></p>
        """;

    // The middle of the box around two that can be clicked is between them.
    private const string Bays = """
        <div style="position:fixed;inset:0;z-index:9;background:#0005"><div role="dialog" aria-label="Bay for Ida Roe" style="background:#fff;width:300px"><div><b>Bay for Ida Roe</b></div><div class="flex g2"><div class="pk" style="cursor:pointer" id="p1" tabindex="0">B-12</div><div class="pk" style="cursor:pointer" id="p2" tabindex="0">B-14</div></div><div class="flex"><button id="go">Give it</button></div></div></div>
        """;

    private const string Board = """
        <table><thead><tr><th>Guest</th><th>Meals</th></tr></thead><tbody><tr><td>Ida Roe</td><td>Full board</td></tr><tr><td>Sven Aho</td><td>Full board</td></tr></tbody></table>
        <fieldset><legend>Meals</legend><label><input type="radio" name="m" id="no"> None</label> <label><input type="radio" name="m" id="fb"> Full board (+18.00)</label> <label><input type="radio" name="m" id="lt"> Breakfast taken late (+4.00)</label></fieldset>
        """;

    // A number before the button that adds is how many; what stands in a box without a name is not read off a sign in it.
    private const string Stall = """
        <div style="display:flex"><div class="dish"><b>Fish soup</b><br><small>With bread</small><br><input size="2" value="1" id="q1"> <button id="a1">Add to tray</button></div><div class="dish"><b>Pea stew</b><br><small>With mint</small><br><input size="2" value="1" id="q2"> <button id="a2">Add to tray</button></div>
        <div class="dish"><b>Rye bread</b><br><small>Sliced</small><br><input size="2" value="1" id="q3"> <button>Weigh</button></div></div>
        <div class="side-panel" id="p"><div class="rack-slot"><span>Output</span> <span>Deck ▾</span></div><div class="rack-slot"><span>Input</span> <span>Hold ▾</span></div></div>
        """;

    // Drawn with two strokes, without a word.
    private const string Crosses = """
        <div><div class="pos"><span>Row A, bunk 1</span> <span id="x1" style="cursor:pointer"><svg width="14" height="14" viewBox="0 0 14 14" stroke="#b91c1c"><path d="M3 3l8 8M11 3L3 11"/></svg></span></div><div class="pos"><span>Row C, bunk 8</span> <span id="x2" style="cursor:pointer"><svg width="14" height="14" viewBox="0 0 14 14" stroke="#b91c1c"><path d="M3 3l8 8M11 3L3 11"/></svg></span></div></div>
        """;

    [Theory]
    [InlineData(Stall, "quantity of Pea stew", "q2", "the small field for the quantity of Fish soup", "q1", "quantity of Rye bread", null, "triangle rack row", null, "triangle panel", null)]
    [InlineData(Crosses, "the cross of \"Row C, bunk 8\"", "x2", "the cross in the line of \"Row A, bunk 1\"", "x1", "the plus sign of \"Row A, bunk 1\"", null, "the cross of \"Row B, bunk 1\"", null)]
    [InlineData(Captioned, "the Buoy radio button", "m1", "the Pontoon radio button", "m2", "Quay wall", "m3", "radio button Anchor", null, "the Cover checkbox", "c1", "the Flag checkbox", "c3")]
    [InlineData(Forms, "the boat field of the announcement form", "b", "the boat field of the announce form", "b", "the day field of the announce form", "d")]
    [InlineData(Ticks, "select box of K-9", "k9", "the selection box of crate K-7", "k7", "select box of K-8", null, "Tide table that can be unfolded", "t", "Stores which can be unfolded", null, "Night watch which can be ticked", "n", "Stores that can be ticked", null)]
    [InlineData(Bays, "bay B-14 in the dialog", "p2", "bay B-12 in the dialog", "p1", "bay B-13 in the dialog", null)]
    [InlineData(Board, "full board", "fb", "half board", null, "Breakfast", "lt")]
    public Task Ground_InsideAnEntry_ChoosesTheOneOrNone(string html, params string?[] pairs) => ChoosesAsync(html, pairs);

    // "Open K-7": the row takes no clicks, its button does; a row that is a link or says twice "open" is left as it was.
    [Theory]
    [InlineData("permit K-7", "o7")]
    [InlineData("K-9", "o9")]
    [InlineData("permit K-11", "l11")]
    [InlineData("permit K-12", "t12")]
    [InlineData("K-13", "h13")]
    [InlineData("permit K-15", null)]
    public async Task Ground_EntryToBeOpened_IsTheControlThatOpensIt(string description, string? expected)
    {
        var stop = TestContext.Current.CancellationToken;
        await using var driver = await Fixture.OpenAsync();
        await driver.Navigation!.GoToAsync(Fixture.Serve("""
            <!DOCTYPE html><html><body><table><thead><tr><th>Permit</th><th>Skipper</th><th>Action</th></tr></thead><tbody>
            <tr><th scope="row" id="h7">K-7</th><td>Ida Roe</td><td><button id="o7">Open</button> <button>Void</button></td></tr>
            <tr><th scope="row" id="h9">K-9</th><td>Sven Aho</td><td><button id="o9">Show details</button></td></tr>
            <tr><th scope="row"><a href="#11" id="l11">K-11</a></th><td>Nell Fry</td><td><button>Open</button></td></tr>
            <tr><th scope="row" id="t12">K-12</th><td>Per Lund</td><td><button>Open</button> <button>Open folder</button></td></tr>
            <tr><th scope="row" id="h13">K-13</th><td>Ada Fell</td><td><button>Void</button></td></tr></tbody></table></body></html>
            """), stop);
        await driver.Screen.SettleAsync(TimeSpan.FromMilliseconds(300), stop);
        var seen = await driver.Screen.ObserveAsync(ObserveOptions.Default, stop);

        var result = new Grounder().Ground(description, GroundingPurpose.Open, seen, GroundingContext.None);

        (result.Outcome == GroundingOutcome.Found ? result.Node!.ElementId : null).ShouldBe(expected, result.Explanation);
    }

    // "Choose the 09:30 sailing": the button of its row that chooses; a row whose button does another thing is left as it was.
    [Theory]
    [InlineData("the 09:30 sailing", "c2")]
    [InlineData("the 12:15 sailing", "r3")]
    [InlineData("the 15:00 sailing", "c4")]
    [InlineData("the 16:00 sailing", null)]
    public async Task Ground_EntryToBeChosen_IsTheControlThatChoosesIt(string description, string? expected)
    {
        var stop = TestContext.Current.CancellationToken;
        await using var driver = await Fixture.OpenAsync("""
            <table><thead><tr><th>Departs</th><th>Ship</th><th></th></tr></thead><tbody><tr><td>07:45</td><td>Gull</td><td><button id="c1">Choose</button></td></tr><tr><td id="h2">09:30</td><td>Tern</td><td><button id="c2">Choose</button> <button>Details</button></td></tr>
            <tr id="r3"><td>12:15</td><td>Gull</td><td><button>Waiting list</button></td></tr><tr><td><a href="#4">15:00</a></td><td>Tern</td><td><button id="c4">Choose</button></td></tr></tbody></table>
            """);
        await driver.Screen.SettleAsync(TimeSpan.FromMilliseconds(300), stop);
        var seen = await driver.Screen.ObserveAsync(ObserveOptions.Default, stop);

        var result = new Grounder().Ground(description, GroundingPurpose.Choose, seen, GroundingContext.None);

        (result.Outcome == GroundingOutcome.Found ? result.Node!.ElementId : null).ShouldBe(expected, result.Explanation);
    }
}
