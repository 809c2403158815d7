using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>States, numbers, ordinals and "only": that something is so does not hold that it alone is, that so many are, that the first is, or that what a control is about is as the control is.</summary>
public sealed class StateAndCountClaimTests(BrowserFixture fixture) : ClaimTest(fixture)
{
    private const string Boatyard = """
        <h1>Boatyard</h1>
        <fieldset><legend>Alerts</legend><label><input type="checkbox" checked> Tides</label><label><input type="checkbox" checked> Storms</label><label><input type="checkbox"> Fog</label></fieldset>
        <fieldset><legend>Extras</legend><label><input type="checkbox" checked> Mooring</label><label><input type="checkbox"> Fuel</label></fieldset>
        <div role="toolbar" aria-label="Days"><button aria-pressed="true">Mon</button><button aria-pressed="true">Tue</button><button aria-pressed="false">Wed</button></div>
        <p><label>Skipper * <input value="Ida"></label></p><p><label>Harbour <input value="Kiel" required></label></p><p><label>Crew <input disabled></label></p><p><label>Berth <input disabled></label></p>
        <p><label>Website <input value="htp:/x"></label><br><small style="color:crimson">This is no address</small></p><p><label>Remark <input value="none"></label></p>
        <div class="pager"><span>Previous</span> <a href="#1">1</a> <a href="#2">2</a></div>
        <div><span>Night watch</span> <b>Off</b> <button>Configure night watch</button></div>
        <div><span>Tide log</span> <b>Not installed</b> <a href="#t">Learn about tide log</a></div>
        <article><h3>Petrel</h3><button>Add to fleet</button></article><p class="note">Heron was added to the fleet</p>
        <ul><li><label><input type="checkbox" checked> Paint hull</label></li><li><label><input type="checkbox"> Sew sail</label></li></ul>
        """;

    [Theory]
    [InlineData("Only Mooring is checked")]
    [InlineData("Tides is checked")]
    [InlineData("Only Wed is not pressed")]
    [InlineData("The Crew field is disabled")]
    [InlineData("Harbour is required")]
    [InlineData("Heron was added to the fleet")]
    [InlineData("Fuel is not checked")]
    public Task State_IsHeld(string claim) => JudgeAsync(Boatyard, claim, isHeld: true);

    [Theory]
    [InlineData("Only Tides is checked")]
    [InlineData("Just Storms is selected")]
    [InlineData("Only the Storms checkbox is ticked")]
    [InlineData("Only Mon is pressed")]
    [InlineData("Only Crew is disabled")]
    [InlineData("Only the Berth field is disabled")]
    [InlineData("The skipper is not required")]
    [InlineData("The skipper is optional")]
    [InlineData("The website is valid")]
    [InlineData("No field is invalid")]
    [InlineData("The Previous link is enabled")]
    [InlineData("Previous is clickable")]
    [InlineData("Night watch is enabled")]
    [InlineData("The tide log is available")]
    [InlineData("Petrel has been added to the fleet")]
    [InlineData("Paint hull is not done")]
    public Task State_IsNotHeld(string claim) => JudgeAsync(Boatyard, claim, isHeld: false);

    private const string Ledger = """
        <h1>Voyages</h1><p>Warnings</p><div class="bar" style="background:#ffd">⚠ Two buoys are adrift</div>
        <table><thead><tr><th>Voyage</th><th>Owner</th><th>Harbour</th><th>State</th><th></th></tr></thead><tbody>
        <tr><td>V-1</td><td>Mia Berg</td><td>Kiel</td><td>Sailing</td><td><button>Cancel</button></td></tr>
        <tr><td>V-2</td><td>Mia Berg</td><td>Rostock</td><td>Cancelled 3 May</td><td></td></tr>
        <tr><td>V-3</td><td>Tom Hale</td><td>Kiel</td><td>Sailing</td><td><button>Cancel</button></td></tr></tbody></table>
        """;

    [Theory]
    [InlineData("Three voyages are listed")]
    [InlineData("The first voyage is V-1")]
    [InlineData("The last row contains Tom Hale")]
    [InlineData("Only V-3 is owned by Tom Hale")]
    public Task Count_IsHeld(string claim) => JudgeAsync(Ledger, claim, isHeld: true);

    [Theory]
    [InlineData("Three owners are listed")]
    [InlineData("There are three harbours")]
    [InlineData("The first voyage is V-2")]
    [InlineData("The last voyage is V-1")]
    [InlineData("The second voyage is V-3")]
    [InlineData("Only V-1 is owned by Mia Berg")]
    [InlineData("Three voyages are cancelled")]
    [InlineData("Three voyages are for Mia Berg")]
    [InlineData("There are no warnings")]
    [InlineData("V-1 has been cancelled")]
    public Task Count_IsNotHeld(string claim) => JudgeAsync(Ledger, claim, isHeld: false);
}
