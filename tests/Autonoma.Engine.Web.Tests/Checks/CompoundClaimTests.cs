using Autonoma.Engine.Checks;
using Autonoma.Engine.Driving;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>Two claims in one breath, each true one beside others of which one half is wrong.</summary>
public sealed class CompoundClaimTests(BrowserFixture fixture)
{
    private const string Depot = """
        <style>.paid { background: #d1f5d3 } .late { color: #c0392b } .desc { border: 1px solid #ddd }</style>
        <nav><a href="#a">Open (4)</a> <a href="#b">Sent (2)</a> <a href="#c">Lost (1)</a></nav>
        <section><h2>Parcels</h2><ul><li><b>P-11</b> Oslo</li><li><b>P-12</b> Bergen</li><li><b>P-19</b> Turku</li></ul></section>
        <section><h2>Letters</h2><ul><li><b>L-70</b> Rome</li></ul></section>
        <div class="desc"><p class="paid">Paid in full</p><p class="late">Two weeks late</p><p>Nothing to sign</p></div>
        <table><tr><th>Item</th><th>Value</th></tr><tr><td>Drivers</td><td>9</td></tr><tr><td>Routes</td><td>21</td></tr></table>
        """;

    private const string Wizard = """
        <main><h1>Book a berth</h1><ol class="steps"><li>1. Boat</li><li>2. Dates</li><li aria-current="step">3. Summary</li></ol>
        <div><p>Boat: Heron</p><p>Price: 84.00 EUR</p></div><section><h2>News</h2><p>Dredging 12.00 EUR</p></section></main>
        """;

    private const string Case = """
        <h1>Claim rejected</h1><p>Status: <b>Open</b> Owner: <b>Lea Brook</b></p>
        <table><tr><th>Check</th><th>Result</th></tr><tr><td>Photos</td><td>Fine</td></tr><tr><td>Invoice</td><td>Missing</td></tr></table>
        <h2>Tickets</h2><div class="list"><div class="ticket"><b>Leaking roof</b><small>Uma Stone</small></div><div class="ticket"><b>Broken lock</b><small>Ivo Lang</small></div></div>
        """;

    [Theory]
    [InlineData(Depot, "The Parcels section contains 3 parcels, among them P-12", true)]
    [InlineData(Depot, "The Parcels section contains 3 parcels, among them L-70", false)]
    [InlineData(Depot, "The Parcels section contains 2 parcels, among them P-12", false)]
    [InlineData(Depot, "The Parcels section contains 3 items including P-11 and P-19", true)]
    [InlineData(Depot, "The Parcels section contains 3 items including P-11 and P-91", false)]
    [InlineData(Depot, "The description contains 'Paid in full' on a green background", true)]
    [InlineData(Depot, "The description contains 'Paid in full' on a red background", false)]
    [InlineData(Depot, "The description contains 'Nothing to sign' on a green background", false)]
    [InlineData(Depot, "The description shows 'Two weeks late' in red", true)]
    [InlineData(Depot, "The description shows 'Nothing to sign' in red", false)]
    [InlineData(Depot, "The links read 'Open (4)' and 'Lost (1)'", true)]
    [InlineData(Depot, "The links read 'Open (4)' and 'Lost (2)'", false)]
    [InlineData(Depot, "9 drivers are counted", true)]
    [InlineData(Depot, "21 drivers are counted", false)]
    [InlineData(Depot, "9 routes are reported", false)]
    [InlineData(Wizard, "The summary shows Heron and 84.00 EUR", true)]
    [InlineData(Wizard, "The summary shows 12.00 EUR", false)]
    [InlineData(Wizard, "The summary shows Heron and 84.50 EUR", false)]
    [InlineData(Wizard, "The dates show Heron", false)]
    [InlineData(Case, "The result is 'Claim rejected'", true)]
    [InlineData(Case, "The result is 'Claim accepted'", false)]
    [InlineData(Case, "The result is 'Tickets of Uma'", false)]
    [InlineData(Case, "The status is Open again", true)]
    [InlineData(Case, "The status is Closed again", false)]
    [InlineData(Case, "The ticket of Uma Stone is in the list", true)]
    [InlineData(Case, "The ticket of Lea Brook is in the list", false)]
    [InlineData(Case, "The invoice of Uma Stone is in the list", false)]
    public async Task Check_Compound_HoldsOnlyWhenBothHalvesDo(string page, string claim, bool isTrue)
    {
        await using var driver = await fixture.OpenAsync(page);
        var result = new ClaimChecker().Check(claim, await driver.Screen.ObserveAsync(ObserveOptions.Default, TestContext.Current.CancellationToken), CheckContext.None);
        (result.Verdict == CheckVerdict.Held).ShouldBe(isTrue, $"{result.Verdict}: {result.Explanation}");
    }
}
