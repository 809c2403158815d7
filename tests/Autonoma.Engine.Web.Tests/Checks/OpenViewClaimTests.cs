using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>Claims in everyday words about what a chosen view or filter shows, totals, counters and what is picked in a list.</summary>
public sealed class OpenViewClaimTests(BrowserFixture fixture) : ClaimTest(fixture)
{
    private const string Orders = """
        <h1>Joinery</h1><div role="tablist"><div role="tab" tabindex="0" aria-selected="true">Ordered</div><div role="tab" tabindex="0" aria-selected="false">Delivered</div></div>
        <nav><a href="#i" aria-current="page">Inbox <span>4</span></a> <a href="#s">Spam <span>0</span></a></nav>
        <label>Wood <select><option>All</option><option selected>Oak</option></select></label><select><option>Newest first</option><option>Oldest first</option></select> <p>All changes saved</p><p>Lathe: belt loose</p><p>2 of 9 doors</p>
        <table><thead><tr><th></th><th>Door</th><th>Wood</th><th>Planing</th><th>Price</th></tr></thead><tbody>
        <tr><td><input type="checkbox" aria-label="Pick D-1"></td><td>D-1</td><td>Oak</td><td>Not planed</td><td>€ 120.00</td></tr><tr><td><input type="checkbox" aria-label="Pick D-2" checked></td><td>D-2</td><td>Oak</td><td>Planed</td><td>€ 80.00</td></tr></tbody>
        <tfoot><tr><td colspan="4">Total</td><td>€ 200.00</td></tr></tfoot></table>
        <section aria-label="Discount"><h2>Discount</h2><p>Total <b>€ 20.00</b></p></section>
        """;

    [Theory]
    [InlineData("Two doors are in the ordered list")]
    [InlineData("The list shows only Oak doors")]
    [InlineData("One door is selected")]
    [InlineData("D-1 has not been planed")]
    [InlineData("All changes are saved")]
    [InlineData("The lathe has loose belt")]
    [InlineData("The counter reads \"2 of 9 doors\"")]
    [InlineData("The sort order is set to \"Newest first\"")]
    [InlineData("The Inbox link has the number 4 next to its name")]
    [InlineData("The Spam folder contains 0 letters")]
    [InlineData("There are two rows left, D-1 and D-2")]
    public Task True_IsHeld(string claim) => JudgeAsync(Orders, claim, isHeld: true);

    [Theory]
    [InlineData("Two doors are in the delivered list")]
    [InlineData("Three doors are in the ordered list")]
    [InlineData("The list shows only Pine doors")]
    [InlineData("No door is selected")]
    [InlineData("Two doors are selected")]
    [InlineData("D-2 has not been planed")]
    [InlineData("D-1 has been planed")]
    [InlineData("All doors are saved")]
    [InlineData("The lathe has loose saw")]
    [InlineData("The counter reads \"3 of 9 doors\"")]
    [InlineData("The sort order is set to \"Oldest first\"")]
    [InlineData("The Inbox link has the number 0 next to its name")]
    [InlineData("The Spam folder contains 4 letters")]
    [InlineData("There are two rows left, D-1 and D-3")]
    [InlineData("The doors show their own price")]
    public Task False_IsNotHeld(string claim) => JudgeAsync(Orders, claim, isHeld: false);

    private const string Grid = """
        <style>.g{display:grid;grid-template-columns:repeat(4,120px)}.h{font-weight:bold}</style>
        <h1>Pilots</h1><div class="g"><div class="h">Name</div><div class="h">Glider</div><div class="h">Hours</div><div class="h"></div><div>Ada</div><div>Kite</div><div>12</div><div><button>Book</button></div><div>Ben</div><div>Lark</div><div>30</div><div><button>Book</button></div><div>Cleo</div><div>Swift</div><div>7</div><div><button disabled>Book</button></div></div>
        <h2>Fields</h2><table><thead><tr><th>Field</th><th>Flights</th><th>Fees</th></tr></thead><tbody><tr><td>North</td><td>3</td><td>€ 30.00</td></tr><tr><td>South</td><td>5</td><td>€ 50.00</td></tr><tr><td colspan="2">Sum of fees</td><td>€ 80.00</td></tr></tbody></table>
        <h2>Matches</h2><table><thead><tr><th>Day</th><th>Team</th><th>Goals</th><th>Corners</th></tr></thead><tbody><tr><td>Mon</td><td>Red</td><td>4</td><td>7</td></tr><tr><td>Tue</td><td>Blue</td><td>5</td><td>5</td></tr><tr><td colspan="2">Total</td><td>9</td><td>12</td></tr></tbody></table>
        """;

    [Theory]
    [InlineData("The hours of Ben are 30")]
    [InlineData("Cleo's glider is Swift")]
    [InlineData("Three pilots are listed")]
    [InlineData("Ada is first in the list of pilots")]
    [InlineData("The sum of fees is € 80.00")]
    [InlineData("The total of goals is 9")]
    [InlineData("Total corners: 12")]
    [InlineData("The Book button of Cleo is disabled")]
    public Task LinesOfAFlatGrid_AndSums_AreRead(string claim) => JudgeAsync(Grid, claim, isHeld: true);

    [Theory]
    [InlineData("The hours of Ben are 12")]
    [InlineData("Cleo's glider is Lark")]
    [InlineData("Four pilots are listed")]
    [InlineData("Three fields are listed")]
    [InlineData("Ben is first in the list of pilots")]
    [InlineData("The sum of fees is € 50.00")]
    [InlineData("The total of goals is 4")]
    [InlineData("Total corners: 9")]
    [InlineData("The total is 9")]
    [InlineData("The Book button of Ben is disabled")]
    public Task NearMissesInThem_AreNotHeld(string claim) => JudgeAsync(Grid, claim, isHeld: false);

    [Theory]
    [InlineData("The customer sees a total of € 20.00 in the discount section", true)]
    [InlineData("The discount section shows a total of € 20.00", true)]
    [InlineData("The discount section shows a total of € 200.00", false)]
    [InlineData("The customer sees a total of € 80.00 in the discount section", false)]
    public Task AmountThatIsCalledByName_IsThatOfItsPart(string claim, bool isHeld) => JudgeAsync(Orders, claim, isHeld);

    private const string Boats = """
        <style>.m{cursor:pointer}.c{padding:6px;background:#f4f4f4}.c.on{background:#ffe08a}</style><h1>Boats</h1>
        <div class="bar"><div class="b" role="button" tabindex="0" aria-haspopup="menu" aria-expanded="true">Share ▾</div><div role="menu"><div role="menuitem">Copy link</div><div role="menuitem" aria-disabled="true">Publish list</div></div></div>
        <div id="boats"><div class="c"><b>BT-11</b><br>Moored<br><input type="checkbox"></div><div class="c on" aria-selected="true"><b>BT-12</b><br>At sea<br><input type="checkbox" checked></div><div class="c"><b>BT-13</b><br>At sea<br><input type="checkbox"></div></div>
        """;

    [Theory]
    [InlineData("Publish list in the Share menu is greyed out", true)]
    [InlineData("Copy link in the Share menu is greyed out", false)]
    [InlineData("Publish list in the Share menu is enabled", false)]
    [InlineData("BT-12 is marked yellow", true)]
    [InlineData("BT-13 is marked yellow", false)]
    [InlineData("BT-12 is marked red", false)]
    [InlineData("One boat is selected", true)]
    [InlineData("Two boats are selected", false)]
    public Task MenusAndMarkedEntries_AreTold(string claim, bool isHeld) => JudgeAsync(Boats, claim, isHeld);

    private const string Cards = """<h1>Cards</h1><div class="card"><h2>Card 4471</h2><label>Limit <input type="range" disabled></label></div><div class="card"><h2>Card 9032</h2><label>Limit <input type="range"></label><button disabled>Freeze</button></div>""";

    [Theory]
    [InlineData("The limit slider of card 4471 is disabled while that of card 9032 is enabled", true)]
    [InlineData("The limit slider of card 4471 is disabled while that of card 9032 is disabled", false)]
    public Task ThatOfAnother_IsTheSameThingThere(string claim, bool isHeld) => JudgeAsync(Cards, claim, isHeld);
}
