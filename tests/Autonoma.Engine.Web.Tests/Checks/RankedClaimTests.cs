using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>The most and the fewest of several entries, what they are sorted by, and "the others".</summary>
public sealed class RankedClaimTests(BrowserFixture fixture) : ClaimTest(fixture)
{
    private const string Routes = """
        <h1>Routes</h1><table><thead><tr><th>Route</th><th>Stops</th><th>Load</th><th>Delay</th></tr></thead><tbody>
        <tr><td>Harbour</td><td>14</td><td>41.2%</td><td>3 min</td></tr><tr><td>Airport</td><td>9</td><td>66.5%</td><td>–</td></tr>
        <tr><td>Museum</td><td>21</td><td>–</td><td>8 min</td></tr><tr><td>Stadium</td><td>6</td><td>12.0%</td><td>–</td></tr></tbody></table>
        """;

    [Theory]
    [InlineData("Airport has the highest load (66.5%)")]
    [InlineData("Airport has the highest load of all routes")]
    [InlineData("Museum has more stops than any other route")]
    [InlineData("Museum has more stops than all the others")]
    [InlineData("Stadium has fewer stops than any other route in the table")]
    [InlineData("Museum has the most stops of all routes, 21")]
    public Task Most_True_IsHeld(string claim) => JudgeAsync(Routes, claim, isHeld: true);

    [Theory]
    [InlineData("Airport has the highest load (65.6%)")]
    [InlineData("Harbour has the highest load (41.2%)")]
    [InlineData("Harbour has the highest load of all routes")]
    [InlineData("Stadium has the lowest load of all routes")]
    [InlineData("Harbour has more stops than any other route")]
    [InlineData("Museum has fewer stops than any other route")]
    [InlineData("Airport has fewer stops than all the others")]
    [InlineData("Museum has the most stops of all routes, 12")]
    public Task Most_False_IsNotHeld(string claim) => JudgeAsync(Routes, claim, isHeld: false);

    private const string Offers = """
        <style>.offer{display:inline-block;width:200px;border:1px solid #999;padding:8px}</style><h1>Boat hire</h1><div class="offers">
        <article class="offer"><h3>Skiff</h3><p class="sum">$40</p><p>Season 2021 · 3 seats</p><button>Rent</button></article>
        <article class="offer"><span>Our favourite offer</span><h3>Canoe</h3><p class="sum">$25</p><p>Season 2019 · 2 seats</p><button>Rent</button></article>
        <article class="offer"><h3>Yawl</h3><p class="sum">$90</p><p>Season 2014 · 6 seats</p><button disabled>Rent</button></article>
        <article class="offer"><p>More boats in June</p><button>Add boat</button></article></div>
        <fieldset><legend>Extras</legend><label><input type="checkbox" checked> Anchor</label><label><input type="checkbox"> Awning</label><label><input type="checkbox" checked> Oars</label></fieldset>
        <table><thead><tr><th>Skipper</th><th>Boat</th></tr></thead><tbody><tr><td>Abel, Zoe</td><td>Skiff</td></tr><tr><td>Berg, Mia</td><td>Yawl</td></tr><tr><td>Cole, Ada</td><td>Canoe</td></tr></tbody></table>
        """;

    [Theory]
    [InlineData("Canoe is the cheapest offer")]
    [InlineData("Yawl has the largest amount of all offers, $90")]
    [InlineData("The offers are listed from the newest to the oldest season")]
    [InlineData("Awning is unchecked; the other two extras are checked")]
    [InlineData("The Rent button of Yawl is disabled; the other two can be used")]
    [InlineData("The skippers are sorted alphabetically by last name")]
    public Task Offers_True_IsHeld(string claim) => JudgeAsync(Offers, claim, isHeld: true);

    [Theory]
    [InlineData("Skiff is the cheapest offer")]
    [InlineData("Skiff has the largest amount of all offers, $40")]
    [InlineData("Yawl has the largest amount of all offers, $95")]
    [InlineData("The offers are listed from the oldest to the newest season")]
    [InlineData("Awning is unchecked; the other three extras are checked")]
    [InlineData("Awning is unchecked; the other two extras are unchecked")]
    [InlineData("Oars is checked; the other two extras are checked")]
    [InlineData("The Rent button of Yawl is disabled; the other two are disabled")]
    [InlineData("The Rent button of Skiff is enabled; the other two can be used")]
    [InlineData("The skippers are sorted alphabetically by first name")]
    public Task Offers_False_IsNotHeld(string claim) => JudgeAsync(Offers, claim, isHeld: false);
}
