using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>What testers say of texts and places in other words: "a message confirms: 'X'", "shows 'X' as its placeholder", "A heads the list", "is found to the left of Y".</summary>
public sealed class SayingClaimTests(BrowserFixture fixture) : ClaimTest(fixture)
{
    private const string Shed = """
        <h1>Tool shed</h1>
        <div role="status" class="ok">Loan 12 was closed.</div>
        <div class="dlg" role="dialog" style="position:fixed;top:300px;left:40px;z-index:5;background:#fff"><h2>Return this drill?</h2><p>Ann Lee will no longer owe € 5.00.</p><button>Return</button><button>Keep</button></div>
        <label>Count <input id="n" value="0"></label><span class="err" style="color:#b71c1c">The least you can lend is 1.</span><br>
        <label>Depth <input id="d" value="3"></label>
        <input placeholder="Search tools…"><input placeholder="Shelf" value="4">
        <label>State <select><option selected>Any state</option><option>Lent</option><option>Home</option></select></label>
        <p>Showing 3 of 3 tools</p>
        <table><caption>Tools</caption><thead><tr><th aria-sort="ascending">Owner</th><th>Tool</th><th>State</th></tr></thead><tbody>
          <tr><td>Berg, Ida</td><td>Saw</td><td>Lent</td></tr><tr><td>Holm, Per</td><td>Drill</td><td>Lent</td></tr><tr><td>Ruud, Kim</td><td>Vice</td><td>Lent</td></tr></tbody></table>
        <div style="display:flex;gap:20px"><button>Export</button><button>Print</button><button>Archive</button></div>
        """;

    [Theory]
    [InlineData("A message confirms: 'Loan 12 was closed.'")]
    [InlineData("A box asks 'Return this drill?'")]
    [InlineData("The question 'Return this drill?' is on screen, together with the sentence 'Ann Lee will no longer owe € 5.00.'")]
    [InlineData("The Count field complains: 'The least you can lend is 1.'")]
    [InlineData("The search box is empty and shows 'Search tools…' as its placeholder")]
    [InlineData("In the State filter, 'Any state' is the chosen option")]
    [InlineData("Berg heads the list and Ruud is at the bottom")]
    [InlineData("After sorting by owner, Berg heads the list")]
    [InlineData("Export is found directly to the left of Print")]
    [InlineData("Export is on the left of Print")]
    [InlineData("All rows that are shown in the table are of Lent")]
    [InlineData("Three tools are listed, and the text above them says so: 'Showing 3 of 3 tools'")]
    [InlineData("The State dropdown offers Any state, Lent and Home, Any state being preselected")]
    [InlineData("Per Holm has the Drill")]
    [InlineData("With the state set to 'Any state', just Berg, Holm and Ruud remain in the list")]
    [InlineData("Only Berg, Holm and Ruud are listed")]
    public Task Claim_ThatIsTrue_IsHeld(string claim) => JudgeAsync(Shed, claim, isHeld: true);

    [Theory]
    [InlineData("A message confirms: 'Loan 13 was closed.'")]
    [InlineData("A message confirms: 'Return this drill?'")]
    [InlineData("A box asks 'Return this saw?'")]
    [InlineData("A box asks 'Showing 3 of 3 tools'")]
    [InlineData("The question 'Return this drill?' is on screen, together with the sentence 'Bo Lee will no longer owe € 5.00.'")]
    [InlineData("The Depth field complains: 'The least you can lend is 1.'")]
    [InlineData("The Count field complains: 'The least you can lend is 2.'")]
    [InlineData("The search box is empty and shows 'Shelf' as its placeholder")]
    [InlineData("The search box is filled and shows 'Search tools…' as its placeholder")]
    [InlineData("In the State filter, 'Lent' is the chosen option")]
    [InlineData("In the State filter, 'Any state' is not the chosen option")]
    [InlineData("Holm heads the list and Ruud is at the bottom")]
    [InlineData("Berg heads the list and Holm is at the bottom")]
    [InlineData("After sorting by tool, Berg heads the list")]
    [InlineData("Print is found directly to the left of Export")]
    [InlineData("Export is on the right of Print")]
    [InlineData("Export is found directly to the left of Archive")]
    [InlineData("All rows that are shown in the table are of Holm")]
    [InlineData("All rows that are shown in the table are of Home")]
    [InlineData("Three tools are listed, and the text above them says so: 'Showing 3 of 4 tools'")]
    [InlineData("The State dropdown offers Any state, Lent and Home, Lent being preselected")]
    [InlineData("Per Holm has the Saw")]
    [InlineData("Per Berg has the Drill")]
    [InlineData("With the state set to Lent, just Berg, Holm and Ruud remain in the list")]
    [InlineData("With the state set to 'Any state', just Berg and Ruud remain in the list")]
    public Task Claim_ThatIsFalse_IsNotHeld(string claim) => JudgeAsync(Shed, claim, isHeld: false);
}
