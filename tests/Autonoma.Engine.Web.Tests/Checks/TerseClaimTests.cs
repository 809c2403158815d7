using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>Claims as people write them in notes: without a verb, with an aside, turned round, one thing said of several.</summary>
public sealed class TerseClaimTests(BrowserFixture fixture) : ClaimTest(fixture)
{
    private const string Depot = """
        <h1>Trucks</h1>
        <div class="tile"><small>Out on tour</small><div>3 of 5</div></div><div class="tile"><small>Drivers on shift</small><div>11</div></div>
        <nav><a href="#a">Requests <span class="pill">4</span></a> <a href="#b">Archive</a></nav>
        <table><thead><tr><th>Truck</th><th>Driver</th><th>Bay</th><th>Free seats</th><th>State</th></tr></thead><tbody>
        <tr><td>TR-11</td><td>Ada Quist</td><td>B2</td><td>0</td><td><span style="background:#c62828;color:#fff">Broken</span></td></tr>
        <tr><td>TR-12</td><td>unassigned</td><td>B4</td><td>2</td><td><span style="background:#2e7d32;color:#fff">Ready</span></td></tr>
        <tr><td>TR-13</td><td>Ben Ode</td><td>B5</td><td>1</td><td><span style="background:#2e7d32;color:#fff">Ready</span></td></tr></tbody></table>
        <p>*** no trips planned ***</p><p><font color="#c00000">NO LICENCE ON FILE</font></p>
        <div style="display:flex"><div class="lane" style="flex:1;min-height:120px"><div><b>Loading</b><i>1 · 30 t</i></div><div class="load card"><b>Gravel</b><i>30 t</i></div></div>
        <div class="lane" style="flex:1;min-height:120px"><div><b>Leaving</b><i>0 · 0 t</i></div></div></div>
        <ul><li><b>Ines Rau</b> <i>Leave</i> <span style="background:#2e7d32;color:#fff">Granted</span> <button>Cancelled</button></li><li><b>Olaf Pehr</b> <i>Leave</i> <span style="background:#999">Waiting</span> <button>Cancelled</button></li></ul>
        <p>Fuel budget used</p><div role="progressbar" aria-valuenow="72" aria-valuemin="0" aria-valuemax="100">72 %</div>
        <label for="s">Plate</label> <input id="s"> <button disabled>Send tour</button> <button>Refresh</button>
        <table><tr><td>Load limit</td><td><input value="18,450" size="8"> kg</td></tr><tr><td>Load</td><td><input value="17,900" size="8"> kg</td></tr></table>
        """;

    [Theory]
    [InlineData("title = \"Test\"")]
    [InlineData("Title of the page: \"Test\"")]
    [InlineData("Send tour button disabled")]
    [InlineData("no trips planned")]
    [InlineData("It is shown: \"no trips planned\"")]
    [InlineData("3 of 5 trucks are out on tour")]
    [InlineData("11 drivers on shift")]
    [InlineData("72% of the fuel budget is used")]
    [InlineData("the badge next to Requests reads 4")]
    [InlineData("TR-11 is driven by Ada Quist")]
    [InlineData("For TR-12 no driver is assigned")]
    [InlineData("TR-13 is parked in bay B5")]
    [InlineData("TR-11 has 0 free seats and its state is Broken")]
    [InlineData("The State of TR-11 is red")]
    [InlineData("the State badge of TR-13 is green")]
    [InlineData("TR-11 stands before TR-12 in the table")]
    [InlineData("Free seats is not sorted from the lowest to the highest")]
    [InlineData("Looking at the table, TR-12 is Ready")]
    [InlineData("It can be seen that TR-12 is Ready")]
    [InlineData("While the table is displayed, Refresh is enabled")]
    [InlineData("TR-12 is Ready (its state badge is green)")]
    [InlineData("The load limit is 18,450 kg")]
    [InlineData("The load limit is higher than the load")]
    [InlineData("focus is on the Plate field")]
    [InlineData("error NO LICENCE ON FILE is displayed")]
    [InlineData("the Loading column shows \"1 · 30 t\" in its header")]
    [InlineData("the status of Ines Rau is Granted")]
    [InlineData("Olaf Pehr's status is Waiting")]
    public Task Claim_ThatIsTrue_IsHeld(string claim) => JudgeAsync(claim, isHeld: true);

    [Theory]
    [InlineData("title = \"Depot 8\"")]
    [InlineData("Refresh button disabled")]
    [InlineData("Send tour button enabled")]
    [InlineData("no trucks found")]
    [InlineData("It is shown: \"no trips booked\"")]
    [InlineData("2 of 5 trucks are out on tour")]
    [InlineData("12 drivers on shift")]
    [InlineData("27% of the fuel budget is used")]
    [InlineData("72% of the repair budget is used")]
    [InlineData("the badge next to Requests reads 5")]
    [InlineData("the badge next to Archive reads 4")]
    [InlineData("TR-11 is driven by Ben Ode")]
    [InlineData("For TR-13 no driver is assigned")]
    [InlineData("TR-13 is parked in bay B4")]
    [InlineData("TR-11 has 2 free seats and its state is Broken")]
    [InlineData("The State of TR-12 is red")]
    [InlineData("the State badge of TR-11 is green")]
    [InlineData("TR-13 stands before TR-12 in the table")]
    [InlineData("Free seats is sorted from the lowest to the highest")]
    [InlineData("Looking at the table, TR-12 is Broken")]
    [InlineData("It can be seen that TR-12 is Broken")]
    [InlineData("While TR-12 is Broken, Refresh is enabled")]
    [InlineData("TR-12 is Ready (its state badge is red)")]
    [InlineData("The load limit is 17,900 kg")]
    [InlineData("The load limit is lower than the load")]
    [InlineData("focus is on the Refresh button")]
    [InlineData("error NO TYRES ON FILE is displayed")]
    [InlineData("the Loading column shows \"30 t\" in its header")]
    [InlineData("the Leaving column shows \"1 · 30 t\" in its header")]
    [InlineData("the status of Ines Rau is Waiting")]
    [InlineData("the status of Ines Rau is Cancelled")]
    [InlineData("the status of Ines Rau is Leave")]
    [InlineData("Ines Rau is Cancelled")]
    [InlineData("the main heading is \"no trips planned\"")]
    [InlineData("the main heading is \"Requests\"")]
    public Task Claim_ThatIsFalse_IsNotHeld(string claim) => JudgeAsync(claim, isHeld: false);

    private Task JudgeAsync(string claim, bool isHeld) => JudgeAsync(Depot, claim, isHeld, driver => driver.Page.Locator("#s").FocusAsync());
}
