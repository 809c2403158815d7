using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>Of a claim and what denies it no more than one may be held; what a claim says of when, of what and where must not be so otherwise.</summary>
public sealed class ContradictionClaimTests(BrowserFixture fixture) : ClaimTest(fixture)
{
    private const string Berths = """
        <h1>Berths</h1><label for="f">State filter</label> <select id="f"><option selected>Any state</option><option>Free</option></select> <label for="q">Owner</label> <input id="q" value="Roe & Daughter">
        <p>Showing 3 of 3 berths</p>
        <ul><li class="b"><b>K-7</b> <span class="pl" style="background:#2a2;color:#fff">Free</span></li><li class="b"><b>K-8</b> <span class="pl" style="background:#a22;color:#fff">Taken</span></li><li class="b"><b>K-9</b> <span class="pl" style="background:#2a2;color:#fff">Free</span></li></ul>
        """;

    private const string Samples = """
        <table><thead><tr><th></th><th>Sample</th><th>State</th></tr></thead><tbody><tr><td><input type="checkbox" checked aria-label="L-41"></td><td>L-41</td><td>Ready</td></tr><tr><td><input type="checkbox" aria-label="L-42"></td><td>L-42</td><td>Ready</td></tr>
        <tr><td><input type="checkbox" checked aria-label="L-45"></td><td>L-45</td><td>Late</td></tr></tbody></table><p>2 selected</p><p>All done for this week!</p><button disabled>Close the round</button>
        """;

    private const string Finishing = """
        <h1>Print order</h1><fieldset><legend>Finishing</legend><label><input type="checkbox" checked> Folding</label><label><input type="checkbox"> Rounded corners</label></fieldset>
        <dl><dt>Paper</dt><dd>£ 42.00</dd><dt>Finishing</dt><dd>£ 15.00</dd><dt>Sum</dt><dd>£ 57.00</dd></dl>
        """;

    private const string Belts = """
        <div class="tiles" role="group" aria-label="Key figures"><div class="tile">Loaded<b>5</b></div><div class="tile bad">Late<b>2</b></div></div>
        <div role="tablist"><div role="tab" aria-selected="false">Inbound</div><div role="tab" aria-selected="true">Late</div></div><div role="tabpanel" aria-label="Late"><table><thead><tr><th>Crate</th><th>Belt</th></tr></thead><tbody><tr><td>C-1</td><td>Belt 3</td></tr><tr><td>C-2</td><td>Belt 4</td></tr></tbody></table></div>
        """;

    [Theory]
    [InlineData(Belts, "the Late tile shows 2")]
    [InlineData(Belts, "the tile Loaded shows 5")]
    [InlineData(Berths, "3 berths are listed, and the text above them says \"Showing 3 of 3 berths\"")]
    [InlineData(Berths, "K-7 is not taken")]
    [InlineData(Berths, "the State filter is not empty")]
    [InlineData(Samples, "Two samples are selected: L-41 and L-45")]
    [InlineData(Samples, "L-42 is not selected")]
    [InlineData(Samples, "Close the round is not enabled")]
    public Task Claim_ThatIsTrue_IsHeld(string page, string claim) => JudgeAsync(page, claim, isHeld: true);

    [Theory]
    [InlineData(Belts, "the Late tile shows 3")]
    [InlineData(Belts, "the tile Late shows 4")]
    [InlineData(Berths, "3 berths are listed, and the text below them says \"Showing 3 of 3 berths\"")]
    [InlineData(Berths, "the state label of K-7 is not green")]
    [InlineData(Berths, "the label of a free berth is not green")]
    [InlineData(Berths, "In the state filter, \"Any state\" is not the chosen option")]
    [InlineData(Berths, "3 berths are left after filtering by Zebra & Son")]
    [InlineData(Samples, "Two samples are selected: L-42 and L-45")]
    [InlineData(Samples, "Two samples are selected: L-41 and L-42")]
    [InlineData(Samples, "Close the round is disabled as long as L-41 is not selected")]
    [InlineData(Finishing, "With folding ticked the finishing does not cost £15.00")]
    [InlineData(Finishing, "the finishing does not cost £15.00")]
    public Task Claim_ThatIsFalse_IsNotHeld(string page, string claim) => JudgeAsync(page, claim, isHeld: false);
}
