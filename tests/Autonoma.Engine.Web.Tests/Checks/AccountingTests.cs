using Autonoma.Engine.Checks;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Observing;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>A claim is held only with all of its words, and never together with its denial.</summary>
public sealed class AccountingTests(BrowserFixture fixture)
{
    private const string Stock = """
        <title>Stock</title><h1>Stock</h1>
        <p>Score: <b>3</b> of 8 points</p>
        <table><thead><tr><th>Pot</th><th>Pieces</th><th>State</th></tr></thead><tbody>
        <tr><td>Cast iron</td><td>3</td><td>Low</td></tr><tr><td>Enamel</td><td>12</td><td>Fine</td></tr><tr><td>Steel</td><td>40</td><td>Fine</td></tr></tbody></table>
        <label><input type="checkbox" checked> Reorder</label><button disabled>Order</button>
        """;

    [Theory]
    [InlineData("the table is sorted by pieces in ascending order", true)]
    [InlineData("the table is sorted by pieces in ascending order for wholesalers", false)]
    [InlineData("Reorder is ticked", true)]
    [InlineData("Reorder is ticked for wholesalers", false)]
    [InlineData("The Order button is disabled", true)]
    [InlineData("The nightly Order button is disabled", false)]
    [InlineData("Moka is not in the table", true)]
    [InlineData("the table does not contain Moka", true)]
    [InlineData("Enamel is not in the table", false)]
    [InlineData("the score is 3 of 8 points", true)]
    [InlineData("the score is not 3 of 8 points", false)]
    [InlineData("the score is 4 of 8 points", false)]
    public async Task Check_EveryWord_IsAccountedFor(string claim, bool holds)
    {
        await using var driver = await fixture.OpenAsync(Stock);
        var screen = await driver.Screen.ObserveAsync(ObserveOptions.Default, TestContext.Current.CancellationToken);
        var result = new ClaimChecker().Check(claim, screen, CheckContext.None);
        (result.Verdict == CheckVerdict.Held).ShouldBe(holds, result.Explanation);
    }

    [Theory]
    [InlineData("'Painted by hand' is displayed under the picture", true)]
    [InlineData("'Painted by hand' is displayed below the image", true)]
    [InlineData("'Posted today' is displayed above the Street field", false)]
    [InlineData("'Painted by hand' is displayed below the Street field", false)]
    [InlineData("'Posted today' is displayed below the picture", false)]
    [InlineData("'Posted today' is displayed under the Street field", true)]
    public async Task Check_AboveAndBelow_AreMeantOfTheThingNamed(string claim, bool holds)
    {
        await using var driver = await fixture.OpenAsync("<h2>Card</h2><img alt='Picture of a lake' width='200' height='120' src='data:image/svg+xml,<svg xmlns=%22http://www.w3.org/2000/svg%22/>'><p>Painted by hand</p><label>Choose picture <input type='file'></label><br><label>Street <input></label><p>Posted today</p>");
        var screen = await driver.Screen.ObserveAsync(ObserveOptions.Default, TestContext.Current.CancellationToken);
        var result = new ClaimChecker().Check(claim, screen, CheckContext.None);
        (result.Verdict == CheckVerdict.Held).ShouldBe(holds, result.Explanation);
    }
}
