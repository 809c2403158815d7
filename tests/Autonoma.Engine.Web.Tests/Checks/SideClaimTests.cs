using Autonoma.Engine.Checks;
using Autonoma.Engine.Driving;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>What stands above, below and beside what: the thing right there, not the one behind the next.</summary>
public sealed class SideClaimTests(BrowserFixture fixture)
{
    private const string Form = """
        <style>label, input, p { display: block; margin: 2px 0 } input { width: 240px }</style>
        <label for="n">Name</label><input id="n">
        <label for="c">City</label><input id="c"><p>Only letters please</p>
        <label for="z">Zip</label><input id="z"><p>Five digits at least</p>
        """;

    private const string Row = """
        <style>input { width: 40px }</style>
        <p><span>Width</span> <input aria-label="Width"> <span>4.5 cm</span> <input aria-label="Height"> <span>9.5 cm</span></p>
        """;

    private const string Blocks = """
        <style>div { width: 300px } img { display: block }</style>
        <div><span>Draft of Monday</span></div><div><textarea aria-label="Answer" style="width: 280px; height: 60px"></textarea></div><div>12 / 90 signs</div>
        <div><button>Send it</button></div><div>Nobody reads this</div>
        <div><h2>Rules</h2><p>Be kind always</p><h2>Fees</h2><p>Nothing to pay</p></div>
        """;

    private const string Aside = """
        <div style="display: flex; gap: 20px"><button>Save</button><button>Leave</button><span>Kept at noon</span></div>
        """;

    [Theory]
    [InlineData(Form, "The note below the City field reads 'Only letters please'", true)]
    [InlineData(Form, "The note below the Name field reads 'Only letters please'", false)]
    [InlineData(Form, "The note below the Name field is 'Only letters please'", false)]
    [InlineData(Form, "The hint under the City field says 'Only letters please'", true)]
    [InlineData(Form, "The hint under City says 'Five digits at least'", false)]
    [InlineData(Form, "Below the Name field it says 'Only letters please'", false)]
    [InlineData(Form, "'Only letters please' is displayed below the Name field", false)]
    [InlineData(Form, "'Only letters please' is displayed below the City field", true)]
    [InlineData(Row, "The text next to the Width field reads '4.5 cm'", true)]
    [InlineData(Row, "The text next to the Width field reads '9.5 cm'", false)]
    [InlineData(Row, "The text beside the Height field reads '9.5 cm'", true)]
    [InlineData(Row, "The text beside the Width field is '9.5 cm'", false)]
    [InlineData(Blocks, "The counter below the Answer field shows 12 / 90 signs", true)]
    [InlineData(Blocks, "The text below the Answer field reads 'Nobody reads this'", false)]
    [InlineData(Blocks, "The text below the Send it button reads 'Nobody reads this'", true)]
    [InlineData(Blocks, "The line above the Answer field reads 'Draft of Monday'", true)]
    [InlineData(Blocks, "The line above the Send it button reads 'Draft of Monday'", false)]
    [InlineData(Blocks, "The text below Rules reads 'Be kind always'", true)]
    [InlineData(Blocks, "The text below Rules reads 'Nothing to pay'", false)]
    [InlineData(Aside, "The text next to the Leave button reads 'Kept at noon'", true)]
    [InlineData(Aside, "The text next to the Save button reads 'Kept at noon'", false)]
    [InlineData(Aside, "The Leave button is next to the Save button", true)]
    [InlineData(Aside, "'Kept at noon' is next to the Save button", false)]
    [InlineData(Aside, "'Kept at noon' is to the right of the Save button", true)]
    [InlineData(Aside, "'Kept at noon' is to the left of the Leave button", false)]
    public async Task Check_Side_HoldsOnlyForWhatStandsThere(string page, string claim, bool isTrue)
    {
        await using var driver = await fixture.OpenAsync(page);
        var result = new ClaimChecker().Check(claim, await driver.Screen.ObserveAsync(ObserveOptions.Default, TestContext.Current.CancellationToken), CheckContext.None);
        (result.Verdict == CheckVerdict.Held).ShouldBe(isTrue, $"{result.Verdict}: {result.Explanation}");
    }
}
