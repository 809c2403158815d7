using Autonoma.Engine.Checks;
using Autonoma.Engine.Driving;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>The same things said by different people, on pages of plain blocks, old tables and class names: each true claim beside others that are nearly true.</summary>
public sealed class ClaimWordingTests(BrowserFixture fixture)
{
    private const string Depot = """
        <style>td{border:1px solid #999}.cap td{background:#224;color:#fff}.r td{background:#fff}</style>
        <table><tr class="cap"><td colspan="4">Parts on the bench</td></tr><tr><td>Bin</td><td>Part</td><td>Wanted</td><td>Picked</td></tr>
        <tr class="r"><td>11</td><td>Hinge left</td><td>8</td><td>3</td></tr><tr class="r"><td>12</td><td>Hinge right</td><td>5</td><td>7</td></tr><tr class="r"><td>13</td><td>Bolt</td><td>90</td><td>64</td></tr></table>
        <table><tr class="cap"><td>Notice</td></tr><tr class="r"><td><font color="#cc0000">Bin 14 is empty</font></td></tr></table>
        <ul class="power"><li><b>Pumps</b> <span>12 kWh energy</span></li></ul>
        """;

    private const string Club = """
        <nav><div>Rooms</div><div class="list"><div class="it" style="cursor:pointer">lobby</div><div class="it it--active" style="cursor:pointer">kitchen</div><div class="it" style="cursor:pointer">garage <span class="b">4</span></div></div></nav>
        <div class="msgs"><div class="msg"><div class="who">Ines Roth</div><div>The kettle is broken.</div></div><div class="msg"><div class="who">Olaf Brandt</div><div>Again?</div></div><div class="msg"><div class="who">Ines Roth</div><div>Twice this year.</div></div></div>
        <div class="t">Pia Lund is writing…</div>
        <aside><div class="cap">Starred</div><div><p>Twice this year.</p></div><div class="cap">Files</div><div><p>plan.pdf</p></div></aside>
        <footer><span>12 members</span> <span>3 guests</span></footer>
        """;

    private const string House = """
        <section><h2>Attic</h2><div><button aria-label="Down">-</button><b>17 °C</b><button aria-label="Up">+</button></div><p>2 lamps</p><div><button role="switch" aria-checked="false" aria-label="Window"></button><button role="switch" aria-checked="false" aria-label="Desk"></button></div></section>
        <section><h2>Cellar</h2><div><button aria-label="Down">-</button><b>12 °C</b><button aria-label="Up">+</button></div><p>2 lamps</p><div><button role="switch" aria-checked="true" aria-label="Stairs"></button><button role="switch" aria-checked="false" aria-label="Shelf"></button></div></section>
        <fieldset><legend>Extras</legend><label><input type="checkbox"> Sauna</label><label><input type="checkbox"> Pool</label></fieldset>
        <fieldset><legend>Heating</legend><label><input type="radio" name="h"> Gas</label><label><input type="radio" name="h"> Wood</label></fieldset>
        <button disabled>Order</button>
        <p>5 nights</p>
        <textarea></textarea><div>14 / 300</div>
        """;

    [Theory]
    [InlineData(Depot, "In the row of Hinge left, Picked is 3", true)]
    [InlineData(Depot, "In the row of Hinge left, Picked is 7", false)]
    [InlineData(Depot, "In the row of Hinge right, Wanted is 7", false)]
    [InlineData(Depot, "Wanted of Bolt is 90", true)]
    [InlineData(Depot, "Wanted of Bolt is 64", false)]
    [InlineData(Depot, "The Notice box reads 'Bin 14 is empty'", true)]
    [InlineData(Depot, "The Notice box reads 'Bin 14'", false)]
    [InlineData(Depot, "The Notice box does not read 'Bin 14 is empty'", false)]
    [InlineData(Depot, "The message 'Bin 14 is empty' is shown in red", true)]
    [InlineData(Depot, "The message 'Bin 14 is empty' is shown in green", false)]
    [InlineData(Club, "The active room is kitchen", true)]
    [InlineData(Club, "The active room is lobby", false)]
    [InlineData(Club, "The garage badge shows 4", true)]
    [InlineData(Club, "The garage badge shows 5", false)]
    [InlineData(Club, "The lobby badge shows 4", false)]
    [InlineData(Club, "Ines Roth wrote two messages", true)]
    [InlineData(Club, "Ines Roth wrote three messages", false)]
    [InlineData(Club, "Olaf Brandt wrote two messages", false)]
    [InlineData(Club, "'Twice this year.' is listed under Starred", true)]
    [InlineData(Club, "'Again?' is listed under Starred", false)]
    [InlineData(Club, "'plan.pdf' is listed under Starred", false)]
    [InlineData(Club, "Below the messages it says 'Pia Lund is writing…'", true)]
    [InlineData(Club, "Above the messages it says 'Pia Lund is writing…'", false)]
    [InlineData(Club, "The footer shows 12 members", true)]
    [InlineData(Club, "The footer shows 3 members", false)]
    [InlineData(Club, "The footer shows 13 members", false)]
    [InlineData(Depot, "Bolt has the highest Wanted", true)]
    [InlineData(Depot, "Hinge left has the highest Wanted", false)]
    [InlineData(Depot, "Bolt has 64 picked", true)]
    [InlineData(Depot, "Bolt has 90 picked", false)]
    [InlineData(Club, "Two messages carry the text 'Again?'", false)]
    [InlineData(Club, "Only one message carries the text 'Again?'", true)]
    [InlineData(Club, "The last message reads 'Twice this year.'", true)]
    [InlineData(Club, "The last message reads 'Again?'", false)]
    [InlineData(House, "In the Extras section neither Sauna nor Pool is ticked", true)]
    [InlineData(House, "In the Attic the temperature is 17 °C", true)]
    [InlineData(House, "In the Attic the temperature is 12 °C", false)]
    [InlineData(House, "In the Attic the temperature is 17 °F", false)]
    [InlineData(House, "All lamps in the Attic are off", true)]
    [InlineData(House, "All lamps in the Cellar are off", false)]
    [InlineData(House, "All fans in the Attic are off", false)]
    [InlineData(House, "Neither of the extras is ticked", true)]
    [InlineData(House, "Neither of the extras is not ticked", false)]
    [InlineData(House, "No heating has been chosen yet", true)]
    [InlineData(House, "Order can't be clicked yet because it is disabled", true)]
    [InlineData(House, "Order can't be clicked yet because it is enabled", false)]
    [InlineData(House, "Order can't be clicked yet because it is disabled for zebras", false)]
    [InlineData(House, "The number of nights is 5", true)]
    [InlineData(House, "The number of nights is 4", false)]
    [InlineData(House, "The counter below the editor shows 14 / 300", true)]
    [InlineData(House, "The counter above the editor shows 14 / 300", false)]
    [InlineData(House, "The counter below the editor does not show 14 / 300", false)]
    public async Task Check_SaidOtherwise_TellsTrueFromNearlyTrue(string page, string claim, bool isTrue)
    {
        var stop = TestContext.Current.CancellationToken;
        await using var driver = await fixture.OpenAsync();
        await driver.Navigation!.GoToAsync(fixture.Serve($"<!doctype html><title>Claims</title><body style='font:14px sans-serif'>{page}</body>"), stop);
        var screen = await driver.Screen.ObserveAsync(ObserveOptions.Default, stop);
        var result = new ClaimChecker().Check(claim, screen, CheckContext.None);
        (result.Verdict == CheckVerdict.Held).ShouldBe(isTrue, result.Explanation);
    }
}
