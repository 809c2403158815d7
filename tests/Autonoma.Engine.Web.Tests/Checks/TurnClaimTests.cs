using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>Turns of phrase of everyday English: exceptions, "nothing but", "the one with", what is between, what is next to a name. Each true one beside others that are nearly true.</summary>
public sealed class TurnClaimTests(BrowserFixture fixture) : ClaimTest(fixture)
{
    private const string Kilns = """
        <style>.k{display:flex;gap:12px;border:2px solid #ddd;padding:4px}.k.pick{border-color:#14532d}.b{padding:4px 9px;background:#eee}.b.hot{background:#6d28d9;color:#fff}.sw{width:34px;height:18px;border-radius:9px;background:#999;position:relative;display:inline-block}.sw i{position:absolute;left:2px;top:2px;width:14px;height:14px;border-radius:50%;background:#fff}.sw.on{background:#2a7}.sw.on i{left:18px}</style>
        <div class="side"><div>Kilns</div><div>Orders <span>5</span></div><div>Glazes</div></div>
        <div><span class="b">Day</span><span class="b hot">Week</span><span class="b">Month</span></div>
        <h2>Kilns</h2>
        <div><div class="k pick"><span class="sw on"><i></i></span><b>Aster</b><span class="badge">gas</span><span class="badge">north</span></div><div class="k"><span class="sw"><i></i></span><b>Bryony</b><span class="badge">gas</span></div><div class="k"><span class="sw on"><i></i></span><b>Cosmos</b><span class="badge">wood</span></div></div>
        """;

    private const string Firings = """
        <h1>Firings</h1><form class="filters"><label>Find <input type="search"></label><label>Kiln <select><option>All kilns</option><option>Aster</option></select></label><label><input type="checkbox" id="mine"> Only mine</label><button type="button" disabled>Reset</button></form>
        <table><thead><tr><th>Firing</th><th>Potter</th><th>Outcome</th><th>Lasted</th><th></th></tr></thead><tbody>
        <tr><td>#31</td><td>Ada Roth</td><td>Cracked</td><td>9 h</td><td><button>Repeat</button></td></tr><tr><td>#32</td><td>Ada Roth</td><td>Fine</td><td>11 h</td><td><button disabled>Repeat</button></td></tr>
        <tr><td>#33</td><td>Ben Uhl</td><td>Fine</td><td>7 h</td><td><button disabled>Repeat</button></td></tr><tr><td>#34</td><td>Cleo Fay</td><td>Fine</td><td>8 h</td><td><button disabled>Repeat</button></td></tr></tbody></table>
        <section aria-label="Firing #31"><h2>Firing #31</h2><ol><li>Heat <span class="st">Fine</span></li><li>Soak <span class="st">Cracked</span></li><li>Cool <span class="st">Left out</span></li></ol></section>
        """;

    private const string Plan = """
        <h1>Plan</h1><table><tr><td>Send to</td><td><input value="ida@kiln.test"></td></tr><tr><td>How often</td><td><select><option>daily</option><option selected>never</option></select></td></tr>
        <tr><td>Shelf</td><td><input type="radio" name="s"> Shelf A<br><input type="radio" name="s" checked> Shelf B<br><input type="radio" name="s" disabled> Shelf C (full)</td></tr></table>
        <style>[role=row]{display:grid;grid-template-columns:repeat(4,90px)}</style><div role="grid" aria-label="Rights"><div role="row"><div role="columnheader">Right</div><div role="columnheader">Guest</div><div role="columnheader">Potter</div><div role="columnheader">Host (fixed)</div></div>
        <div role="row"><div role="rowheader">Book</div><div role="gridcell"><span role="checkbox" aria-label="Book for Guest" aria-checked="false">–</span></div><div role="gridcell"><span role="checkbox" aria-label="Book for Potter" aria-checked="true">✓</span></div><div role="gridcell"><span role="checkbox" aria-label="Book for Host" aria-checked="true" aria-disabled="true">✓</span></div></div>
        <div role="row"><div role="rowheader">Fire</div><div role="gridcell"><span role="checkbox" aria-label="Fire for Guest" aria-checked="false">–</span></div><div role="gridcell"><span role="checkbox" aria-label="Fire for Potter" aria-checked="false">–</span></div><div role="gridcell"><span role="checkbox" aria-label="Fire for Host" aria-checked="true" aria-disabled="true">✓</span></div></div></div>
        <span role="tooltip">The host may always fire. Guests never may.</span>
        <button>Withdraw chosen (2)</button><button>Withdraw plan</button>
        <div role="menu" class="menu"><div>Copy</div><div>Print</div><div class="red">Tear up</div></div>
        """;

    private const string Asked = """
        <p>Plan of the week</p>
        <dialog open aria-labelledby="t"><h2 id="t">Book a kiln</h2><label><input type="radio" name="d" checked> Monday</label><label><input type="radio" name="d"> Friday</label><label>Note <input></label><button>Book</button></dialog>
        """;

    [Theory]
    [InlineData("Every kiln except Bryony is switched on", true)]
    [InlineData("Every kiln but Bryony is on", true)]
    [InlineData("Every kiln except Cosmos is switched on", false)]
    [InlineData("All kilns except Bryony and Cosmos are on", false)]
    [InlineData("Every kiln apart from Aster is switched on", false)]
    [InlineData("No kiln has more than two badges", true)]
    [InlineData("No kiln has more than one badge", false)]
    [InlineData("Every kiln has at least one badge", true)]
    [InlineData("Every kiln has two badges", false)]
    [InlineData("Of the three buttons, only Week has a purple background", true)]
    [InlineData("Of the four buttons, only Week has a purple background", false)]
    [InlineData("Only Day has a purple background", false)]
    [InlineData("Aster is the one with the dark green border", true)]
    [InlineData("Cosmos is the one with the dark green border", false)]
    [InlineData("Aster is the one with the light green border", false)]
    [InlineData("Orders has a 5 next to it", true)]
    [InlineData("Orders has a 4 next to it", false)]
    [InlineData("Glazes has a 5 next to it", false)]
    [InlineData("Aster carries the north badge", true)]
    [InlineData("Bryony carries the north badge", false)]
    public Task Check_WhatIsExceptedOrSetApart_IsComparedWithTheOthers(string claim, bool holds) => JudgeAsync(Kilns, claim, holds);

    [Theory]
    [InlineData("Repeat is disabled in every row whose outcome is Fine", true)]
    [InlineData("Repeat is disabled in every row whose potter is Ada Roth", false)]
    [InlineData("Repeat is enabled in every row whose outcome is Fine", false)]
    [InlineData("Two of the firings with the outcome Fine belong to Ada Roth", false)]
    [InlineData("One of the firings with the outcome Fine belongs to Ada Roth", true)]
    [InlineData("Every firing with the outcome Fine is by Ada Roth", false)]
    [InlineData("Every firing is by Ada Roth", false)]
    [InlineData("All but one of the firings are Fine", true)]
    [InlineData("All but two of the firings are Fine", false)]
    [InlineData("The Outcome column stands between Potter and Lasted", true)]
    [InlineData("The Potter column stands between Outcome and Lasted", false)]
    [InlineData("In the Firing #31 panel, the Soak stage is marked Cracked", true)]
    [InlineData("In the Firing #31 panel, the Soak stage is marked Fine", false)]
    [InlineData("No filter is set", true)]
    [InlineData("One filter is set", false)]
    [InlineData("Reset can't be clicked: the button is disabled", true)]
    [InlineData("Repeat of #31 can be clicked: the button is disabled", false)]
    [InlineData("There is no table of firings", false)]
    [InlineData("Four rows are listed, each with the outcome Fine", false)]
    public Task Check_EntriesOfAKind_AreEachLookedAt(string claim, bool holds) => JudgeAsync(Firings, claim, holds);

    [Theory]
    [InlineData("'never' is the chosen option in How often", true)]
    [InlineData("'daily' is the chosen option in How often", false)]
    [InlineData("The radio button Shelf C is disabled", true)]
    [InlineData("The radio button Shelf A is disabled", false)]
    [InlineData("All the checkboxes of the Host column are checked", true)]
    [InlineData("All the checkboxes of the Potter column are checked", false)]
    [InlineData("A tooltip explains that the host may always fire", true)]
    [InlineData("A tooltip explains that the host may never fire", false)]
    [InlineData("A tooltip explains that guests may fire", false)]
    [InlineData("The withdraw button reads \"Withdraw plan\"", false)]
    [InlineData("The opened menu has three items, the last of which is Tear up", true)]
    [InlineData("The opened menu has three items, the last of which is Print", false)]
    [InlineData("The opened menu has two items, the last of which is Tear up", false)]
    public Task Check_OrdinaryTurns_AreReadAsPlainClaims(string claim, bool holds) => JudgeAsync(Plan, claim, holds);

    [Theory]
    [InlineData("The Book a kiln dialog is open with Monday preselected", true)]
    [InlineData("The Book a kiln dialog is open with Friday preselected", false)]
    [InlineData("The Book a kiln dialog is open with Monday preselected and an empty note", true)]
    [InlineData("The Sell a kiln dialog is open with Monday preselected", false)]
    [InlineData("The Book a kiln dialog is closed with Monday preselected", false)]
    [InlineData("Nothing about a payment is visible", true)]
    [InlineData("Nothing about a note is visible", false)]
    [InlineData("There is no table of kilns", true)]
    public Task Check_WhatADialogOpensWith_IsSoInIt(string claim, bool holds) => JudgeAsync(Asked, claim, holds);
}
