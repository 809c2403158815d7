using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>A box over the page whose author says of nothing that it is a dialog: it is one all the same, and must not be said to be absent.</summary>
public sealed class UndeclaredDialogClaimTests(BrowserFixture fixture) : ClaimTest(fixture)
{
    private const string Quay = """
        <h1>Berths</h1><p>Gull lies at K-7.</p>
        <div class="ov" style="position:fixed;inset:0;background:#0007;display:flex;align-items:center;justify-content:center;z-index:20"><div class="dl" style="background:#fff;width:380px;padding:16px">
        <div style="display:flex;justify-content:space-between"><span style="font-weight:700">Release K-7</span><span style="cursor:pointer" onclick="0">✕</span></div><p>The berth becomes free at once.</p><div style="cursor:pointer" onclick="0">Release</div> <div style="cursor:pointer" onclick="0">Cancel</div></div></div>
        """;

    private const string Bare = """<h1>Berths</h1><p>Gull lies at K-7.</p><div style="position:fixed;right:8px;bottom:8px;z-index:20;background:#dfd;padding:6px">Berth released</div>""";

    [Theory]
    [InlineData(Quay, "the dialog is titled \"Release K-7\"")]
    [InlineData(Quay, "a dialog is shown")]
    [InlineData(Quay, "the dialog says that the berth becomes free at once")]
    [InlineData(Bare, "no dialog is shown")]
    public Task Claim_ThatIsTrue_IsHeld(string page, string claim) => JudgeAsync(page, claim, isHeld: true);

    [Theory]
    [InlineData(Quay, "the dialog is titled \"Release K-9\"")]
    [InlineData(Quay, "no dialog is shown")]
    [InlineData(Quay, "the dialog is closed")]
    [InlineData(Quay, "the dialog says that Gull lies at K-7")]
    [InlineData(Bare, "a dialog is shown")]
    public Task Claim_ThatIsFalse_IsNotHeld(string page, string claim) => JudgeAsync(page, claim, isHeld: false);
}
