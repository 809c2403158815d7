using Autonoma.Engine.Checks;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>Claims that the page bears out in two ways at once: a list and a figure, a badge that each entry has, a label beside a name; and what must not be called false for a neighbour's sake.</summary>
public sealed class BorneOutClaimTests(BrowserFixture fixture) : ClaimTest(fixture)
{
    private const string Yard = """
        <title>Slips – Boat yard</title><style>.sl{border:1px solid #ccc;padding:6px;width:200px}.st{color:#fff;border-radius:9px;padding:0 6px}.k1 .st{background:#1565c0}.k2 .st{background:#2e7d32}.k3 .st{background:#ef6c00}.row{display:flex;gap:8px}.tg{background:#eee}</style>
        <div class="row top"><b>North yard</b><span>Slips and cranes</span></div>
        <div class="row figs"><div><div>Slips</div><div>4</div></div><div><div>Vacant</div><div>1</div></div><div><div>Cranes</div><div>2</div></div></div>
        <div class="row"><div><div class="slots">
          <div class="sl k1"><div class="row"><b>N-11</b><span class="st">Taken</span></div><div>Greta, 12 t</div><span class="tg">Urgent</span></div>
          <div class="sl k2"><div class="row"><b>N-12</b><span class="st">Vacant</span></div><div>Ready to moor</div></div>
          <div class="sl k3"><div class="row"><b>N-13</b><span class="st">Scrubbed</span></div><div>until Friday</div><span class="tg">Urgent</span></div>
          <div class="sl k1"><div class="row"><b>N-14</b><span class="st">Taken</span></div><div>Odin, 9 t</div></div></div></div>
        <div><div><b>Jobs of the day</b></div><div><span>Grease winch</span> <b>open</b></div><div><span>Paint mast</span> <b>open</b></div></div></div>
        """;

    private const string Plan = """
        <h1>Cabins</h1><style>.p button{display:inline-block;width:90px}.p small{display:block}</style>
        <div class="p"><button class="o">K1<small>Lindgren</small></button><button>K2<small>free</small></button><button class="o">K3<small>Moe</small></button><button class="r">K4<small>Dahl (reserved)</small></button></div>
        <div class="card"><h2>Cabin K1</h2><div class="pair"><span>Guest</span><b>Lindgren</b></div><div class="pair"><span>Length</span><b>6.0 m</b></div></div>
        <table><thead><tr><th>Guest</th><th>Length</th><th>Received</th><th>Approved by</th></tr></thead><tbody>
          <tr><td>Sund</td><td>4.5 m</td><td>3 June</td><td>Ann</td></tr><tr><td>Vik</td><td>7.5 m</td><td>5 June</td><td>Bo</td></tr></tbody></table>
        """;

    private const string Stock = """
        <div><b>Seed store</b><span style="margin-left:30px">3 of 9 seeds</span></div><style>.it{border:1px solid #ddd}</style>
        <header><h1>Seeds</h1><p class="c">3 of 9 seeds</p></header><p>2 of 5 sown</p>
        <div class="g"><div class="it"><b>Kale</b><span>winter</span></div><div class="it"><b>Leek</b><span>summer</span></div><div class="it"><b>Chard</b><span>summer</span></div></div>
        <div><span>1–3 of 9</span> <button disabled>‹ Prev</button> <button>Next ›</button></div>
        <div style="position:fixed;right:10px;bottom:10px;z-index:9;background:#333;color:#fff">Leek is sold out now</div>
        """;

    private const string Cards = """
        <style>.w{border:1px solid #ccc}.w.on{background:#ffe9a8}</style>
        <div class="cards"><article><h3>Velvet cape, long</h3><button>Like</button> <button class="r" disabled>Reserved</button> <button>Details</button></article>
          <article><h3>Straw hat</h3><button>Like</button> <button class="r">Reserve</button> <button>Details</button></article></div>
        <aside><h2>Basket</h2><ul><li><span>Velvet cape, long</span> <button title="Remove Velvet cape, long">remove</button></li></ul></aside>
        <h2>Waiting orders</h2><div id="w"><div class="w on"><b>Q-71</b><br>Ida<br><small>2 lines</small></div><div class="w"><b>Q-72</b><br>Ole<br><small>1 line</small></div></div>
        <h2>In work</h2><dl><dt>Order</dt><dd>Q-71</dd></dl>
        <h2>Your tray</h2><div class="box"><table id="tray"><tr><td><i>Nothing picked yet.</i></td></tr></table><table><tr><td>Sum</td><td>0.00</td></tr><tr><td>To pay</td><td>0.00</td></tr></table></div>
        <div class="red" style="color:#c62828;background:#ffebee">Your tray is empty.<br>Choose a pick-up time.</div>
        """;

    [Theory]
    [InlineData(Yard, "Slip N-12 is vacant")]
    [InlineData(Yard, "Slip N-13 is scrubbed")]
    [InlineData(Yard, "The board shows 4 slips")]
    [InlineData(Yard, "There are 4 slips in total")]
    [InlineData(Yard, "4 slips are displayed")]
    [InlineData(Plan, "K1 is taken by Lindgren")]
    [InlineData(Plan, "K3 is taken by Moe")]
    [InlineData(Plan, "Lindgren is 6.0 m long")]
    [InlineData(Plan, "Sund is 4.5 m long")]
    [InlineData(Plan, "Vik was received on 5 June")]
    [InlineData(Plan, "Vik was approved by Bo")]
    [InlineData(Stock, "The counter in the header says '3 of 9 seeds'")]
    [InlineData(Stock, "The progress reads '2 of 5 sown'")]
    [InlineData(Stock, "One can go forward but not back")]
    [InlineData(Stock, "It is not possible to go to a previous page")]
    [InlineData(Stock, "It is possible to go to the next page")]
    [InlineData(Stock, "A notice at the bottom right says 'Leek is sold out now'")]
    [InlineData(Cards, "The tray is empty")]
    public Task Claim_ThatIsTrue_IsHeld(string page, string claim) => JudgeAsync(page, claim, isHeld: true);

    [Theory]
    [InlineData(Yard, "Slip N-12 is taken")]
    [InlineData(Yard, "Slip N-12 is not vacant")]
    [InlineData(Yard, "Slip N-11 is vacant")]
    [InlineData(Yard, "Slip N-15 is vacant")]
    [InlineData(Yard, "Crane N-12 is taken")]
    [InlineData(Yard, "The board shows 3 slips")]
    [InlineData(Yard, "The board shows 4 cranes")]
    [InlineData(Yard, "There are 2 slips in total")]
    [InlineData(Yard, "There are 4 jobs")]
    [InlineData(Plan, "K1 is taken by Moe")]
    [InlineData(Plan, "K2 is taken by Lindgren")]
    [InlineData(Plan, "K4 is taken by Dahl")]
    [InlineData(Plan, "Lindgren is taken by K1")]
    [InlineData(Plan, "Lindgren is 4.5 m long")]
    [InlineData(Plan, "Sund is 6.0 m long")]
    [InlineData(Plan, "Sund is 4.5 m wide")]
    [InlineData(Plan, "Sund is not 4.5 m long")]
    [InlineData(Plan, "Vik was received on 3 June")]
    [InlineData(Plan, "Vik was posted on 5 June")]
    [InlineData(Plan, "Vik was received by Bo")]
    [InlineData(Plan, "Vik was approved by Ann")]
    [InlineData(Stock, "The counter in the header says '4 of 9 seeds'")]
    [InlineData(Stock, "The counter in the footer says '3 of 9 seeds'")]
    [InlineData(Stock, "The counter in the header says '2 of 5 sown'")]
    [InlineData(Stock, "The progress reads '3 of 5 sown'")]
    [InlineData(Stock, "One can go back")]
    [InlineData(Stock, "It is not possible to go to the next page")]
    [InlineData(Stock, "It is possible to go to the previous page")]
    [InlineData(Stock, "A notice at the top right says 'Leek is sold out now'")]
    [InlineData(Stock, "A notice at the bottom left says 'Leek is sold out now'")]
    [InlineData(Stock, "A notice at the bottom right says 'Kale is sold out now'")]
    [InlineData(Cards, "The tray is not empty")]
    [InlineData(Cards, "Among the waiting orders Q-72 is marked yellow")]
    [InlineData(Cards, "The button on the Straw hat card reads Reserved and is greyed out")]
    public Task Claim_ThatIsFalse_IsNotHeld(string page, string claim) => JudgeAsync(page, claim, isHeld: false);

    [Theory]
    [InlineData(Yard, "There are 4 slips")]
    [InlineData(Yard, "The yard shows 4 slips")]
    [InlineData(Plan, "The length of Lindgren is 6.0 m")]
    [InlineData(Cards, "The button on the Velvet cape card now reads Reserved and is greyed out")]
    [InlineData(Cards, "The button on the Velvet cape card is greyed out")]
    [InlineData(Cards, "Among the waiting orders Q-71 is marked yellow")]
    [InlineData(Cards, "The tray is empty and a pick-up time is missing")]
    public async Task Claim_ThatIsTrue_IsNeverCalledFalse(string page, string claim) => (await ResultAsync(page, claim)).Verdict.ShouldNotBe(CheckVerdict.Failed);
}
