using Autonoma.Engine.Checks;
using Autonoma.Engine.Driving;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>A claim that the page bears out in a way that no rule reads is undecidable; it is not called false by what happens to stand there.</summary>
public sealed class DoubtfulRefutationTests(BrowserFixture fixture) : IClassFixture<BrowserFixture>
{
    private const string Club = """
        <h1>Rowing club</h1><dl><dt>Balance</dt><dd>-3.10</dd><dt>Captain</dt><dd>Ida Roe</dd><dt>State</dt><dd>Paid</dd></dl>
        <label>Boats <select><option>Any boat</option><option>Skiff</option></select></label>
        <div style="position:fixed;right:8px;bottom:8px">The gig is out</div><section><h2>Waiting</h2><ul><li>Lee, Ann (U18)</li><li>Roe, Tom</li></ul></section><section><h2>Changes</h2><ul><li>No changes.</li></ul></section>
        """;

    [Theory]
    [InlineData("The balance is negative", CheckVerdict.Undecidable)]
    [InlineData("The balance is -3.20", CheckVerdict.Failed)]
    [InlineData("The captain is in the boat house", CheckVerdict.Undecidable)]
    [InlineData("The captain is the youngest", CheckVerdict.Undecidable)]
    [InlineData("The captain is Tom Roe", CheckVerdict.Failed)]
    [InlineData("The state is unpaid", CheckVerdict.Failed)]
    [InlineData("A notice at the bottom right says \"The gig is out\"", CheckVerdict.Held)]
    [InlineData("A notice at the bottom left says \"The gig is out\"", CheckVerdict.Undecidable)]
    [InlineData("Two messages are displayed", CheckVerdict.Undecidable)]
    [InlineData("Two error messages are displayed", CheckVerdict.Failed)]
    [InlineData("The Waiting section contains Ann Lee", CheckVerdict.Held)]
    [InlineData("The Waiting section contains Ida Moe", CheckVerdict.Failed)]
    public async Task Claim_IsCalledFalse_OnlyByWhatSpeaksAgainstIt(string claim, CheckVerdict verdict)
    {
        await using var driver = await fixture.OpenAsync(Club);
        var screen = await driver.Screen.ObserveAsync(ObserveOptions.Default, TestContext.Current.CancellationToken);
        var result = new ClaimChecker().Check(claim, screen, CheckContext.None);
        result.Verdict.ShouldBe(verdict, result.Explanation);
    }
}
