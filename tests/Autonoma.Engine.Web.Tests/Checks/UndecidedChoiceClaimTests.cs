using Autonoma.Engine.Checks;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>A question that nobody has answered yet, what is told under a circumstance without a comma, one of two badges that their words tell apart.</summary>
public sealed class UndecidedChoiceClaimTests(BrowserFixture fixture) : ClaimTest(fixture)
{
    private const string Form = """
        <style>.bd{color:#fff;padding:0 6px;border-radius:8px}.g{background:#15803d}.r{background:#b91c1c}</style>
        <div class="yellow" role="alert" style="background:#fff3b0">The ferry to Port Ann has not been cleaned.</div>
        <table><tr><td>Boarding</td><td><input type="radio" name="b" value="1">08:30 <input type="radio" name="b" value="2">11:15</td></tr>
          <tr><td>Deck</td><td><input type="radio" name="d" value="1" checked>Upper <input type="radio" name="d" value="2">Lower</td></tr></table>
        <fieldset><legend>Berth size</legend><label><input type="radio" name="s"> Small</label><label><input type="radio" name="s"> Wide</label></fieldset>
        <fieldset><legend>Meal</legend><label><input type="radio" name="m" checked> Fish</label><label><input type="radio" name="m"> Soup</label></fieldset>
        <label><input type="checkbox" checked> Insurance</label><label><input type="checkbox"> Parking</label>
        <dl><dt>Fare</dt><dd>€ 42.00</dd></dl><label>Seats <input value="3"></label><p>A group discount is included</p>
        <ul><li><b>Ann</b> <span class="bd g">Boarded</span></li><li><b>Bo</b> <span class="bd r">Missing</span></li><li><b>Cy</b> <span class="bd g">Boarded</span></li></ul>
        """;

    private const string Nothing = """
        <div class="cols"><div class="c"><b>Filters</b><i>two</i></div><div class="c"><b>Results</b><p>Nothing here. Try another filter.</p></div></div>
        <div class="kpi"><div><span>Live</span><b>3</b></div><div><span>Ended</span><b>1</b></div></div>
        """;

    [Theory]
    [InlineData("No boarding time has been chosen so far")]
    [InlineData("No berth size is selected")]
    [InlineData("With the insurance ticked the fare is € 42.00")]
    [InlineData("'Boarded' badges are green and the 'Missing' one is red")]
    [InlineData("The text 'A group discount is included' is displayed for 3 seats")]
    [InlineData("A yellow banner reminds the user that the ferry to Port Ann hasn't been cleaned")]
    public Task Claim_ThatIsTrue_IsHeld(string claim) => JudgeAsync(Form, claim, isHeld: true);

    [Theory]
    [InlineData("No deck has been chosen so far")]
    [InlineData("No meal is selected")]
    [InlineData("No cabin has been chosen so far")]
    [InlineData("A boarding time has been chosen")]
    [InlineData("A berth size is selected")]
    [InlineData("With the parking ticked the fare is € 42.00")]
    [InlineData("With the insurance ticked the fare is € 24.00")]
    [InlineData("'Boarded' badges are green and the 'Missing' one is green")]
    [InlineData("'Boarded' badges are red and the 'Missing' one is red")]
    [InlineData("The text 'A group discount is included' is displayed for 4 seats")]
    [InlineData("A yellow banner reminds the user that the ferry to Port Ann has been cleaned")]
    [InlineData("A yellow banner reminds the user that the ferry to Port Bo hasn't been cleaned")]
    public Task Claim_ThatIsFalse_IsNotHeld(string claim) => JudgeAsync(Form, claim, isHeld: false);

    [Fact]
    public async Task Claim_OfAnEmptyList_WhereATextSaysThatNothingIsThere_IsNotCalledFalse() => (await ResultAsync(Nothing, "The list is empty")).Verdict.ShouldNotBe(CheckVerdict.Failed);
}
