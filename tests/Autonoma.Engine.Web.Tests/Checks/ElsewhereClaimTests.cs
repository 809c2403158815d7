using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>Claims that say where a thing is, or that an entry has something: what was found lies elsewhere, or the line that names it takes it back.</summary>
public sealed class ElsewhereClaimTests(BrowserFixture fixture) : ClaimTest(fixture)
{
    private const string Plant = """
        <h1>Plant</h1><nav><a href="#">Valves</a> <a href="#">Sluices</a></nav>
        <section><h2>Morning</h2><ul><li>07:10 Flush</li><li>07:40 Rinse</li></ul><button>Start over</button></section>
        <section><h2>Evening</h2><ul><li>19:10 Drain</li><li>19:40 Seal</li></ul><button disabled>Halt</button></section>
        <table><caption>Pumps</caption><tr><th>Pump</th><th>Mode</th></tr><tr><td>P-8</td><td>Manual</td></tr><tr><td>P-9</td><td>Auto</td></tr></table>
        <form><label>Remark <input></label><button>Keep remark</button></form>
        """;

    private const string Lodges = """
        <h1>Lodges</h1><div class="cards"><div class="card"><h3>Alder</h3><p>Fireplace (planned 2027)</p><p>Canoe on request (€ 15)</p><p>Kettle</p><p>Hammock: –</p></div>
        <div class="card"><h3>Birch</h3><p>Pier not yet open · Veranda 8 m²</p><p>Grill <s>included</s></p><p>Bunk bed? Ask us</p><p>Score 9/10</p></div>
        <div class="card"><h3>Cedar</h3><p>Fireplace</p><p>Kettle</p><p>Score –</p></div></div>
        <p>Licence: Missing</p><p>Insurance: Valid</p><p>Wardens: –</p><p>Guides: Ida and Jan</p>
        <table><tr><th>Feature</th><th>Hut</th><th>Hall</th></tr><tr><td>Sledge rental</td><td>Add-on</td><td>✓</td></tr><tr><td>Towels</td><td>✓</td><td>✗</td></tr></table><h2>RFID keys</h2><p>You have no RFID keys yet.</p><button>Leave praise</button>
        """;

    [Theory]
    [InlineData("Halt is disabled in Evening")]
    [InlineData("Start over is enabled under Morning")]
    [InlineData("Start over can be clicked in Morning")]
    [InlineData("Next to Remark there is a Keep remark button")]
    [InlineData("In the Mode column there is Manual")]
    public async Task Check_PlaceIsThatOfTheThing_Holds(string claim) => await JudgeAsync(Plant, claim, true);

    [Theory]
    [InlineData("Halt is disabled in Morning")]
    [InlineData("Start over is enabled under Evening")]
    [InlineData("Start over can be clicked in Evening")]
    [InlineData("Drain appears under Morning")]
    [InlineData("Next to Remark there is a Start over button")]
    [InlineData("Next to Flush there is 19:10")]
    [InlineData("Above the heading there is a Keep remark button")]
    [InlineData("Below Evening, Flush is listed")]
    public async Task Check_PlaceIsThatOfAnother_DoesNotHold(string claim) => await JudgeAsync(Plant, claim, false);

    [Theory]
    [InlineData("Cedar has a fireplace")]
    [InlineData("Birch has a veranda")]
    [InlineData("Alder has a kettle")]
    [InlineData("Birch has a score")]
    [InlineData("Hall includes sledge rental")]
    [InlineData("There are guides")]
    [InlineData("The insurance is shown")]
    public async Task Check_LineNamesWhatIsThere_Holds(string claim) => await JudgeAsync(Lodges, claim, true);

    [Theory]
    [InlineData("Alder has a fireplace")]
    [InlineData("Alder includes a canoe")]
    [InlineData("Birch has a pier")]
    [InlineData("Birch includes a grill")]
    [InlineData("Birch has a bunk bed")]
    [InlineData("Cedar has a score")]
    [InlineData("Hut includes sledge rental")]
    [InlineData("There are wardens")]
    [InlineData("The hammock is shown")]
    [InlineData("The licence is there")]
    [InlineData("An RFID key exists")]
    [InlineData("Praise exists")]
    public async Task Check_LineTakesItBack_DoesNotHold(string claim) => await JudgeAsync(Lodges, claim, false);
}
