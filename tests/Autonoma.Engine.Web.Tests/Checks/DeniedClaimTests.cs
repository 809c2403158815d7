using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>A denial is held by what the page shows, never by a rule that did not understand what is denied; and what a condition says of a time or a reason is judged where the page has it.</summary>
public sealed class DeniedClaimTests(BrowserFixture fixture) : ClaimTest(fixture)
{
    private const string Yard = """
        <h1>Yard</h1>
        <div role="alert">Crane 2 is blocked until dusk.</div>
        <div class="card"><h3>Curing slab S9</h3><div><span>Day</span><span>3 of 28</span></div></div>
        <button type="button" aria-expanded="false" aria-controls="tips">Tips for riggers</button><div id="tips" hidden>Mind the hook.</div>
        <p>Loads inspected</p><div role="progressbar" aria-valuenow="60" aria-valuemin="0" aria-valuemax="100" style="background:#eee"><div style="width:60%;background:green">3 of 5</div></div>
        <table><tr><th>Load</th><th>State</th></tr><tr><td>Girder</td><td style="color:green">inspected</td></tr><tr><td>Slab</td><td style="color:green">inspected</td></tr></table>
        <label>Note <textarea>Waiting for permit of crane 2</textarea></label>
        """;

    [Theory]
    [InlineData("A warning says that crane 2 is blocked until noon")]
    [InlineData("Curing is not on day 3 of 28")]
    [InlineData("The tips for riggers are not hidden")]
    [InlineData("rows of inspected loads are not green")]
    [InlineData("The note is not about the permit of crane 2")]
    [InlineData("The note is about the permit of crane 3")]
    public Task Claim_ThatIsFalse_IsNotHeld(string claim) => JudgeAsync(claim, isHeld: false);

    [Theory]
    [InlineData("A warning says that crane 2 is blocked until dusk")]
    [InlineData("The note is about the permit of crane 2")]
    [InlineData("Anvil is not in the table")]
    [InlineData("The text \"Mind the hook.\" is hidden")]
    [InlineData("Two loads are inspected")]
    public Task Claim_ThatIsTrue_IsHeld(string claim) => JudgeAsync(claim, isHeld: true);

    private Task JudgeAsync(string claim, bool isHeld) => JudgeAsync(Yard, claim, isHeld);
}
