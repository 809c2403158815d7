using Autonoma.Engine.Checks;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>Claims that are easily called false by the wrong thing: entries under a caption among others, a card that only offers to add one, a name of one letter, a share beside a count, the ground that an entry stands on.</summary>
public sealed class CaptionedEntryClaimTests(BrowserFixture fixture) : ClaimTest(fixture)
{
    private const string Visits = """
        <style>.when{font-size:12px}.vs{display:flex;justify-content:space-between}</style><h2>Visits</h2><div id="visits"><b>All visits</b>
        <div class="when">Tomorrow</div><div class="vs"><span>Ada Pohl</span><span>Dressing</span></div><div class="vs"><span>Ben Rust</span><span>Vaccine</span></div>
        <div class="when">Next week</div><div class="vs"><span>Cleo Marr</span><span>Dressing</span></div><div class="vs"><span>Dan Ohm</span><span>Blood test</span></div><div class="vs"><span>Eva Lind</span><span>Dressing</span></div>
        <p><a href="#more">Load more visits</a></p></div>
        """;

    private const string Gardens = """
        <h1>Garden beds</h1><div class="beds"><article class="bed"><h3>Rosemary Row</h3><div>Tenant: Ida Roe</div></article><article class="bed"><h3>Thyme Corner</h3><div>Tenant: Max Orr</div></article><article class="bed"><h3>Sage End</h3><div>Tenant: Lea Fox</div></article>
        <article class="bed"><p>Something missing?</p><button>Add bed</button></article></div>
        <article class="shed"><h3>Tools</h3></article>
        """;

    private const string Hall = """
        <style>.ln{display:grid;grid-template-columns:60px 90px 120px}.late{background:#ffe082}.lv i{display:block;height:6px;background:#c62828}</style>
        <div id="hall"><div class="ln"><span>Hall</span><span>Checked</span><span>State</span></div>
        <div class="ln r"><span>A</span><span>12 / 12</span><span>Closed</span></div><div class="ln r late"><span>B</span><span>3 / 9</span><span>Open</span></div><div class="ln r"><span>C</span><span>0 / 4</span><span>Open</span></div></div>
        <p>Seats: <span>410 of 500</span></p><div role="progressbar" aria-label="Seats taken" aria-valuenow="82" aria-valuemin="0" aria-valuemax="100"></div>
        <details open><summary>Deposits</summary><p>One open deposit: 20 € for KL-7 (piano, 3 May).</p></details>
        """;

    private const string Kennel = """
        <style>.dog{border-left:5px solid #2e7d32;padding:6px}.st{color:#fff;background:#2e7d32;border-radius:8px}.lv i{display:block;width:40px;height:6px;background:#c62828}</style>
        <div><div>Sort <select><option>By box</option><option>By name</option></select></div><div class="boxes">
        <div class="dog"><div><b>K-1</b> <span class="st">Free</span></div><div>Ready for a dog</div></div><div class="dog"><div><b>K-2</b> <span class="st">Taken</span></div><div>Bruno</div><div class="lv"><i></i></div></div><div class="dog"><div><b>K-3</b> <span class="st">Taken</span></div><div>Lotte</div></div></div></div>
        <div id="next"><div class="hd2">Waiting for a box <span>2</span></div><div class="w"><div>Rex Bauer, 4</div></div><div class="w"><div>Mia Sand, 7</div></div></div>
        """;

    [Theory]
    [InlineData("Box K-1 is free")]
    [InlineData("K-2 has a red level bar")]
    [InlineData("The waiting list holds Rex Bauer and Mia Sand")]
    [InlineData("The status label of a free box is green")]
    public async Task Claim_ThatNoRuleReads_IsNotCalledFalse(string claim)
    {
        var result = await ResultAsync(Kennel, claim);
        result.Verdict.ShouldNotBe(CheckVerdict.Failed, result.Explanation);
    }

    [Theory]
    [InlineData("Box K-2 is free")]
    [InlineData("The waiting list holds Rex Bauer and Ida Sand")]
    [InlineData("The waiting list holds Bruno")]
    [InlineData("K-2 has a blue level bar")]
    public Task Claim_NearATrueOne_IsNotHeld(string claim) => JudgeAsync(Kennel, claim, false);

    [Theory]
    [InlineData("Two visits are listed under Tomorrow", true)]
    [InlineData("Three visits are listed under Next week", true)]
    [InlineData("Three visits are listed under Tomorrow", false)]
    [InlineData("Five visits are listed under Tomorrow", false)]
    [InlineData("Two visits are listed under Next week", false)]
    public Task Count_UnderACaptionAmongEntries_IsOfThoseUpToTheNext(string claim, bool isHeld) => JudgeAsync(Visits, claim, isHeld);

    [Theory]
    [InlineData("Three beds are shown", CheckVerdict.Held)]
    [InlineData("Four beds are shown", CheckVerdict.Undecidable)]
    [InlineData("Two beds are shown", CheckVerdict.Undecidable)]
    public async Task Count_WithACardThatOffersToAddOne_IsOfTheOthers(string claim, CheckVerdict verdict)
    {
        var result = await ResultAsync(Gardens, claim);
        result.Verdict.ShouldBe(verdict, result.Explanation);
    }

    [Theory]
    [InlineData("Hall A is done")]
    [InlineData("The seats bar stands at 82 %")]
    [InlineData("The open deposit of 20 € belongs to the instrument with tag KL-7")]
    public async Task Claim_ThatIsToldInOtherWords_IsNotCalledFalse(string claim)
    {
        var result = await ResultAsync(Hall, claim);
        result.Verdict.ShouldNotBe(CheckVerdict.Failed, result.Explanation);
    }

    [Theory]
    [InlineData("Hall A is open")]
    [InlineData("The seats bar stands at 28 %")]
    [InlineData("The open deposit of 20 € belongs to KL-8")]
    public Task Claim_ThatIsFalse_IsNotHeld(string claim) => JudgeAsync(Hall, claim, false);
}
