using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>What is said of so many of a set is counted, or told as a number by the page: that it stands somewhere says nothing of how many.</summary>
public sealed class PortionClaimTests(BrowserFixture fixture) : ClaimTest(fixture)
{
    private const string Loans = """
        <h1>Loans</h1><p>Shelf 3 · 4 of 6 lockers taken</p>
        <table id="loans"><thead><tr><th>Loan</th><th>Title</th><th>Reader</th><th>State</th></tr></thead><tbody>
        <tr><td>L-1</td><td>Tides</td><td>Mia Falk</td><td>Overdue</td></tr><tr><td>L-2</td><td>Salt</td><td>Otto Bern</td><td>Out</td></tr>
        <tr><td>L-3</td><td>Dunes</td><td>Mia Falk</td><td>Out</td></tr><tr><td>L-4</td><td>Reeds</td><td>Ida Voss</td><td>Out</td></tr></tbody></table>
        <fieldset><legend>Notices</legend><label><input type="checkbox" checked> By mail</label><label><input type="checkbox" checked> By phone</label><label><input type="checkbox"> By letter</label></fieldset>
        """;

    // A page laid out by a table, in a cell of which the list stands.
    private const string Laid = """
        <table width="100%"><tr><td>Kind <select><option>any</option></select></td><td><input type="button" value="Draw now"></td></tr>
        <tr><td colspan="2"><div class="h">Water samples of <b>Lake Orr</b></div><table><tr><th>Drawn on</th><th>Depth (m)</th><th>Finding</th></tr><tbody>
        <tr><td>3 May</td><td>2.0</td><td>Clear</td></tr><tr><td>4 May</td><td>5.5</td><td>Algae</td></tr><tr><td>5 May</td><td>9.0</td><td>Clear</td></tr></tbody></table></td></tr></table>
        """;

    [Theory]
    [InlineData("Two of the loans in the table belong to Mia Falk", true)]
    [InlineData("Three of the loans in the table belong to Mia Falk", false)]
    [InlineData("One of the loans in the table belongs to Mia Falk", false)]
    [InlineData("Two of the four loans belong to Mia Falk", true)]
    [InlineData("Two of the five loans belong to Mia Falk", false)]
    [InlineData("Just one of the loans has the state Overdue", true)]
    [InlineData("Two of the loans have the state Overdue", false)]
    [InlineData("At least two of the loans belong to Mia Falk", true)]
    [InlineData("At least three of the loans belong to Mia Falk", false)]
    [InlineData("Most of the loans belong to Mia Falk", false)]
    [InlineData("All loans belong to Mia Falk", false)]
    [InlineData("Each of the loans belongs to Mia Falk", false)]
    [InlineData("Every loan shows Out", false)]
    [InlineData("None of the loans belongs to Mia Falk", false)]
    [InlineData("Three of the loans are not overdue", true)]
    [InlineData("Two of the loans are not overdue", false)]
    [InlineData("Four of the six lockers are taken", true)]
    [InlineData("Three of the six lockers are taken", false)]
    [InlineData("Two of the three checkboxes are ticked", true)]
    [InlineData("Two of the checkboxes are unticked", false)]
    [InlineData("One of the checkboxes is unticked", true)]
    public Task Check_SoManyOfASet_AreCounted(string claim, bool holds) => JudgeAsync(Loans, claim, holds);

    [Theory]
    [InlineData("Two of the three water samples have the finding Clear", true)]
    [InlineData("Just one of the three water samples has the finding Clear", false)]
    [InlineData("Two of the four water samples have the finding Clear", false)]
    public Task Check_SoManyOfASet_AreThoseOfTheTableInTheLayout(string claim, bool holds) => JudgeAsync(Laid, claim, holds);
}
