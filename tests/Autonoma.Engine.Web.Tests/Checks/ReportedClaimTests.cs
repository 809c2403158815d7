using Autonoma.Engine.Checks;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>What a text says, reported; what an activity list says of who did what; who played which part in an entry; what leads a claim.</summary>
public sealed class ReportedClaimTests(BrowserFixture fixture) : ClaimTest(fixture)
{
    private const string Kiln = """
        <h1>Kiln book</h1><p id="intro">The kiln is not heated on Sundays.</p>
        <label>Cone <input id="cone" aria-invalid="true" aria-describedby="e1"></label><div id="e1" class="error" style="color:#b91c1c">The cone must be lower than the one before.</div>
        <label>Notes <textarea></textarea></label><div style="color:#b91c1c">Write at least 12 words.</div>
        <div role="tooltip" style="position:absolute;top:300px;z-index:9">Firing takes 9 hours</div>
        <div role="dialog" aria-modal="true" style="position:fixed;top:350px;z-index:10"><h2>Hold on</h2><p>Please name a potter before firing.</p><button>Fine</button></div>
        <div class="msg" style="margin-top:300px">Pick a shelf.</div>
        """;

    private const string Rollout = """
        <h1>Water share</h1><input value="101"> <span>% of the beds</span><div style="color:#b91c1c">Must be a whole number from 0 to 100</div><p>Pipes laid by Ida Roe in May</p><p>Valves must be shut at night</p><div role="status">2 shares kept.</div>
        """;

    private const string Depot = """
        <div><div><b>Latest events</b></div>
          <div>3 May, 08:10 – Greta Lund moved PL-7 from North to South</div>
          <div>2 May, 17:05 – PL-9 released by Omar Said</div>
          <div>2 May, 16:00 – Recount of PL-4 ordered</div>
          <div>1 May, 09:00 – Greta Lund tried to open PL-3</div>
          <div>1 May, 08:00 – Omar Said did not accept PL-2</div></div>
        <table><thead><tr><th>Pallet</th><th>Vendor</th><th>Recipient</th><th>Checker</th><th>Welder</th></tr></thead><tbody>
          <tr><td>PL-7</td><td>Norsk Tre</td><td>Bakke AS</td><td>Ola Dahl</td><td>Ina Moe</td></tr>
          <tr><td>PL-9</td><td>Bakke AS</td><td>Norsk Tre</td><td>Ina Moe</td><td>Ola Dahl</td></tr></tbody></table>
        """;

    private const string Desk = """
        <label><input type="checkbox" role="switch" checked> Show drafts</label><label><input type="checkbox" role="switch"> Show archive</label>
        <label><input type="checkbox" checked> House rules read</label><label><input type="checkbox"> Deposit paid</label>
        <table><thead><tr><th>Room</th><th>Price</th><th>State</th></tr></thead><tbody><tr><td>Loft</td><td>€ 40.00</td><td>Vacant</td></tr><tr><td>Cellar</td><td>€ 25.00</td><td>Taken</td></tr></tbody></table>
        <button>Reserve</button><button disabled>Invoice</button>
        """;

    private const string Docket = """
        <header><h1>Docket 12</h1><span class="badge">Settled</span></header><p class="notice">Cutting is paused: blunt knife.</p>
        <table id="cuts"><thead><tr><th>Cut</th><th>Crew</th><th>Metres</th></tr></thead><tbody><tr><td>North edge</td><td>4 people</td><td>30</td></tr><tr><td>South edge</td><td>6 people</td><td>12</td></tr></tbody></table><p>2 of 5 cuts</p>
        """;

    [Theory]
    [InlineData(Docket, "the status tag reads Settled")]
    [InlineData(Docket, "cutting is paused because of a blunt knife")]
    [InlineData(Docket, "Westfall has dropped out of the table and the line below it says '2 of 5 cuts'")]
    [InlineData(Kiln, "going on without a shelf is refused with 'Pick a shelf.'")]
    [InlineData(Kiln, "a tooltip explains that firing takes 9 hours")]
    [InlineData(Kiln, "The dialog insists on a potter")]
    [InlineData(Kiln, "an error says that the cone must be lower than the one before")]
    [InlineData(Rollout, "the status '2 shares kept.' is displayed")]
    [InlineData(Rollout, "the status message '2 shares kept.' is displayed")]
    [InlineData(Kiln, "at least 12 words are asked for")]
    [InlineData(Kiln, "the visitor is asked to pick a shelf")]
    [InlineData(Kiln, "the customer is told that the kiln is not heated on Sundays")]
    [InlineData(Depot, "According to the latest events, Omar Said released PL-9")]
    [InlineData(Depot, "According to the latest events, Greta Lund moved PL-7 from North to South")]
    [InlineData(Depot, "According to the latest events, a recount was ordered for PL-4")]
    [InlineData(Depot, "PL-7 was sent by Norsk Tre")]
    [InlineData(Depot, "PL-7 is addressed to Bakke AS")]
    [InlineData(Depot, "Ola Dahl checks PL-7")]
    [InlineData(Depot, "PL-9 was checked by Ina Moe")]
    [InlineData(Desk, "After switching Show drafts on, Loft is vacant")]
    [InlineData(Desk, "With the house rules ticked, Reserve is enabled")]
    [InlineData(Desk, "At € 40.00, Loft is vacant")]
    [InlineData(Desk, "After the refresh Cellar is taken")]
    public Task Claim_ThatIsTrue_IsHeld(string page, string claim) => JudgeAsync(page, claim, isHeld: true);

    [Theory]
    [InlineData(Docket, "the status tag reads Open")]
    [InlineData(Docket, "cutting is paused because of a blunt saw")]
    [InlineData(Docket, "cutting is not paused because of a blunt knife")]
    [InlineData(Docket, "a knife is paused because of blunt cutting")]
    [InlineData(Docket, "South edge has dropped out of the table and the line below it says '2 of 5 cuts'")]
    [InlineData(Docket, "Westfall has dropped out of the table and the line below it says '3 of 5 cuts'")]
    [InlineData(Docket, "Westfall has dropped out of the table and the line above it says '2 of 5 cuts'")]
    [InlineData(Kiln, "going on without a shelf is refused with 'Pick a cup.'")]
    [InlineData(Kiln, "a tooltip explains that firing takes 8 hours")]
    [InlineData(Kiln, "a striped tooltip explains that firing takes 9 hours")]
    [InlineData(Kiln, "a tooltip explains that 9 hours takes firing")]
    [InlineData(Kiln, "The dialog explains that firing takes 9 hours")]
    [InlineData(Kiln, "The dialog insists on a shelf")]
    [InlineData(Kiln, "The dialog insists on firing a potter")]
    [InlineData(Kiln, "an error says that the cone is lower than the one before")]
    [InlineData(Kiln, "an error says that the cone must not be lower than the one before")]
    [InlineData(Rollout, "the error says the value must be a whole number from 0 to 10")]
    [InlineData(Rollout, "the status 'Pipes laid by Ida Roe in May' is displayed")]
    [InlineData(Rollout, "the status '3 shares kept.' is displayed")]
    [InlineData(Rollout, "the error says the value must not be a whole number from 0 to 100")]
    [InlineData(Rollout, "the error says the value must be a number from 0 to 100")]
    [InlineData(Rollout, "the error says the field must be shut at night")]
    [InlineData(Kiln, "at least 13 words are asked for")]
    [InlineData(Kiln, "at least 9 hours are asked for")]
    [InlineData(Kiln, "the visitor is asked to name a shelf")]
    [InlineData(Kiln, "the customer is told that the kiln is heated on Sundays")]
    [InlineData(Kiln, "the kiln is asked to pick a shelf")]
    [InlineData(Depot, "According to the latest events, Greta Lund released PL-9")]
    [InlineData(Depot, "According to the latest events, PL-9 released Omar Said")]
    [InlineData(Depot, "According to the latest events, Greta Lund moved PL-7 from South to North")]
    [InlineData(Depot, "According to the latest events, Greta Lund opened PL-3")]
    [InlineData(Depot, "According to the latest events, Omar Said accepted PL-2")]
    [InlineData(Depot, "According to the opening hours, Omar Said released PL-9")]
    [InlineData(Depot, "PL-7 was sent by Bakke AS")]
    [InlineData(Depot, "PL-7 is addressed to Norsk Tre")]
    [InlineData(Depot, "PL-7 was sent by Ola Dahl")]
    [InlineData(Depot, "Ina Moe checks PL-7")]
    [InlineData(Depot, "Ola Dahl welds PL-7")]
    [InlineData(Depot, "PL-9 was checked by Ola Dahl")]
    [InlineData(Desk, "After switching Show archive on, Loft is vacant")]
    [InlineData(Desk, "After switching Show drafts off, Loft is vacant")]
    [InlineData(Desk, "After switching Show drafts on, Loft is taken")]
    [InlineData(Desk, "With the deposit ticked, Reserve is enabled")]
    [InlineData(Desk, "With the house rules ticked, Invoice is enabled")]
    [InlineData(Desk, "With the house rules and the deposit ticked, Reserve is enabled")]
    [InlineData(Desk, "At € 25.00, Loft is vacant")]
    [InlineData(Desk, "At € 40.00, Loft is taken")]
    [InlineData(Desk, "After the refresh Cellar is vacant")]
    public Task Claim_ThatIsFalse_IsNotHeld(string page, string claim) => JudgeAsync(page, claim, isHeld: false);

    // Nothing marks the line as a message but its colour, and it is said in other words: not held, but not called false either.
    [Theory]
    [InlineData("the error says the value must be a whole number from 0 to 100")]
    [InlineData("a warning tells that it must be a whole number from 0 to 100")]
    public async Task Claim_ToldInOtherWords_IsNotRefuted(string claim)
    {
        var result = await ResultAsync(Rollout, claim);
        result.Verdict.ShouldNotBe(CheckVerdict.Failed, result.Explanation);
    }

    [Fact]
    public async Task Claim_ToldNowhere_IsRefuted()
    {
        var result = await ResultAsync(Rollout, "the error says the name is too long");
        result.Verdict.ShouldBe(CheckVerdict.Failed, result.Explanation);
    }
}
