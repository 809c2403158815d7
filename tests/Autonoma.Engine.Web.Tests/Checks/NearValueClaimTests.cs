using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>Values that stand beside a remark, are of another kind than what is claimed, or are told by the amount; neither such a claim nor its denial is held by chance.</summary>
public sealed class NearValueClaimTests(BrowserFixture fixture) : ClaimTest(fixture)
{
    private const string Desk = """
        <h1>Hire desk</h1>
        <dl><dt>Lane</dt><dd>AMBER (second check)</dd><dt>Mira Holt</dt><dd>1,204</dd><dt>Deposit</dt><dd>€ 80.00</dd><dt>Total</dt><dd>€ 312.40</dd></dl>
        <p>Price from € 9.00 a day</p>
        <div style="display:flex;gap:8px"><div class="t"><div class="k" style="color:#678">Pressure</div><div class="v" style="color:#c0392b">9.4 bar</div></div><div class="t"><div class="k" style="color:#678">Flow</div><div class="v" style="color:#222">3 l</div></div></div>
        <div class="cards"><div class="c"><h3>Otter</h3><span>Repair</span></div><div class="c"><h3>Heron</h3><span>Hired out</span></div><div class="c"><h3>Teal</h3><span>Repair</span></div></div>
        <div class="jobs"><div class="j"><h3>Hull 7</h3><em>planned</em><button>Archive</button></div><div class="j"><h3>Mast 2</h3><em>running</em><button>Archive</button></div></div>
        <ul><li>Harbour lamp changed <small>by Ada Penn, 4 May</small></li><li>Buoy 3 moved <small>by Bo Strand, 5 May</small></li><li>Log closed <small>by Ada Penn, 6 May</small></li></ul>
        """;

    [Theory]
    [InlineData("The lane is AMBER")]
    [InlineData("The lane is not AMBER")]
    [InlineData("Mira Holt is ahead of Jo")]
    [InlineData("Mira Holt is not ahead of Jo")]
    [InlineData("The total price is € 9.00")]
    [InlineData("The total price is not € 312.40")]
    [InlineData("The flow is red")]
    [InlineData("Heron is in repair")]
    [InlineData("Otter is not in repair")]
    [InlineData("Three entries are by Ada Penn")]
    [InlineData("Hull 7 is in archive")]
    [InlineData("Hull 7 is marked Archive")]
    [InlineData("Two entries are Archive")]
    public Task Claim_ThatIsFalseOrOnlyNear_IsNotHeld(string claim) => JudgeAsync(claim, isHeld: false);

    [Theory]
    [InlineData("The lane is \"AMBER (second check)\"")]
    [InlineData("The total price is € 312.40")]
    [InlineData("The pressure is red")]
    [InlineData("Otter is in repair")]
    [InlineData("Heron is not in repair")]
    [InlineData("Two entries are by Ada Penn")]
    public Task Claim_ThatIsTrue_IsHeld(string claim) => JudgeAsync(claim, isHeld: true);

    private Task JudgeAsync(string claim, bool isHeld) => JudgeAsync(Desk, claim, isHeld);
}
