using Autonoma.Engine.Checks;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Observing;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>Claims about wizards, calendars, signs, cards and questions: each true one beside others that are nearly true.</summary>
public sealed class ClaimShapeTests(BrowserFixture fixture)
{
    private const string Wizard = """
        <h1>Book a berth</h1><div class="stepper"><div class="s done">1 Boat</div><div class="s active">2 Dates</div><div class="s">3 Payment</div></div>
        <dl><dt>Length</dt><dd>9.40 m</dd><dt>Fee</dt><dd>118.00 EUR</dd><dt>Skipper</dt><dd>Ines Roth</dd></dl>
        <h2>Former bookings</h2><table><tr><th>Year</th><th>Skipper</th><th>Boat</th><th>Berth</th><th>Fee</th></tr>
        <tr><td>2029</td><td>Olaf Brandt</td><td>Heron</td><td>A 14</td><td>240.00 EUR</td></tr><tr><td>2030</td><td>Pia Lund</td><td>Tern</td><td>C 02</td><td>96.00 EUR</td></tr>
        <tr><td>2030</td><td>Mats Falk</td><td>Petrel</td><td>B 11</td><td>131.00 EUR</td></tr></table>
        """;

    private const string Calendar = """
        <div><button aria-label="Previous month">‹</button><strong>April 2032</strong><button aria-label="Next month" disabled>›</button></div>
        <p>Page <b>2</b> of 9</p><nav><a href="#1">1</a><a href="#3">3</a></nav>
        """;

    private const string Library = """
        <ul><li class="unit"><i>🔒</i> 4.1 Harmony</li><li class="unit"><i>✔</i> 2.3 Rhythm</li><li class="unit"><i>○</i> 2.4 Tempo</li></ul>
        <section><article class="track"><h3>Northern lights</h3><p>3:40</p><button>Unpin track</button></article><article class="track"><h3>Slow tide</h3><p>4:05</p><button>Pin track</button></article></section>
        """;

    private const string Survey = """
        <p>Do you travel by train?</p><div><label><input type="radio" name="t"> Yes</label><label><input type="radio" name="t" checked> No</label></div>
        <p>Do you own a bicycle?</p><div><label><input type="radio" name="b" checked> Yes</label><label><input type="radio" name="b"> No</label></div>
        <label>Find a stop <input value="Zzyzx"></label><p>No stops found.</p><p>0 answered by others</p>
        <p>Receipts will be posted to Elm Street 4.</p><p>You collected 7 of 20 points.</p>
        """;

    private const string Cards = """
        <p>You are on the <b>Harbour</b> plan, paid yearly.</p>
        <div class="plans"><div class="plan"><h3>Harbour</h3><p>€ 88 / year</p><p>up to 3 boats</p><button disabled>Your plan</button></div>
        <div class="plan"><h3>Ocean</h3><p>€ 240 / year</p><p>up to 12 boats</p><button>Choose</button></div></div>
        <div class="row"><span class="x-switch on" style="display:inline-block;width:30px;height:16px;cursor:pointer"></span><span>Weather alerts</span></div><div class="row"><span class="x-switch" style="display:inline-block;width:30px;height:16px;cursor:pointer"></span><span>Tide alerts</span></div>
        <pre>a<button>Copied!</button></pre><pre>b<button>Copy</button></pre>
        <ul class="menu"><li><a href="#a">Rigging ▸</a><ul><li><a href="#b">Sails</a></li><li><a href="#c">Ropes</a></li></ul></li><li><a href="#d">Galley</a></li></ul>
        <ol class="log"><li>Mast raised</li><li>Hull cleaned</li></ol>
        """;

    private const string Frames = """
        <iframe title="Card details" srcdoc="<h3>Add a card</h3><label>Number <input></label><div class='e' style='color:#b00'>The number is too short.</div>"></iframe>
        <form aria-label="Contact"><label>Phone <input></label></form>
        <div role="dialog" aria-modal="true"><h2>Sink the boat</h2><label>Name <input></label><button>Leave it</button><button>Cancel</button><button disabled>Sink it</button></div>
        """;

    private const string Overlay = """
        <style>.o{position:fixed;inset:0;pointer-events:none;z-index:30}.o>*{pointer-events:auto}</style>
        <div class="o"><div role="menu"><button role="menuitem">Rename</button><button role="menuitem" disabled>Archive</button></div></div>
        """;

    [Theory]
    [InlineData(Wizard, "Step 2 of the wizard is active", true)]
    [InlineData(Wizard, "Step 3 of the wizard is active", false)]
    [InlineData(Wizard, "The current step is 'Dates'", true)]
    [InlineData(Wizard, "The current step is 'Payment'", false)]
    [InlineData(Wizard, "The booking is in the stage 'Dates' with a fee of 118.00 EUR", true)]
    [InlineData(Wizard, "The booking is in the stage 'Dates' with a fee of 96.00 EUR", false)]
    [InlineData(Wizard, "The booking is in the stage 'Boat'", false)]
    [InlineData(Wizard, "The dates page shows a fee of 118.00 EUR", true)]
    [InlineData(Wizard, "The dates page shows a fee of 240.00 EUR", false)]
    [InlineData(Wizard, "The dates page shows a fee of 118.00 EUR for Pia Lund", false)]
    [InlineData(Calendar, "The month shown is April 2032 and the next month button is disabled", true)]
    [InlineData(Calendar, "The month shown is March 2032", false)]
    [InlineData(Calendar, "Page 2 of 9 is displayed", true)]
    [InlineData(Calendar, "Page 3 of 9 is displayed", false)]
    [InlineData(Library, "Unit 4.1 is locked", true)]
    [InlineData(Library, "Unit 2.3 is locked", false)]
    [InlineData(Library, "Unit 4.1 is not locked", false)]
    [InlineData(Library, "Unit 2.3 is completed", true)]
    [InlineData(Library, "Unit 2.4 is completed", false)]
    [InlineData(Library, "The track Northern lights is pinned", true)]
    [InlineData(Library, "The track Slow tide is pinned", false)]
    [InlineData(Library, "Northern lights is pinned: its button reads 'Unpin track'", true)]
    [InlineData(Survey, "The train question is answered with No", true)]
    [InlineData(Survey, "The train question is answered with Yes", false)]
    [InlineData(Survey, "The bicycle question is answered with No", false)]
    [InlineData(Survey, "Searching for 'Zzyzx' finds nothing", true)]
    [InlineData(Survey, "Searching for 'Harbour' finds nothing", false)]
    [InlineData(Survey, "Nothing has been answered yet", true)]
    [InlineData(Survey, "Nothing has been collected yet", false)]
    [InlineData(Survey, "Receipts will be posted to Elm Street 4", true)]
    [InlineData(Survey, "Receipts will be posted to Elm Street 5", false)]
    [InlineData(Survey, "Receipts will not be posted to Elm Street 4", false)]
    [InlineData(Survey, "No stop matches: 'No stops found.' is shown", true)]
    [InlineData(Survey, "No bicycle matches: 'No stops found.' is shown", false)]
    [InlineData(Cards, "The Harbour plan costs € 88 per year", true)]
    [InlineData(Cards, "The Harbour plan costs € 240 per year", false)]
    [InlineData(Cards, "The Harbour plan is for up to 12 boats", false)]
    [InlineData(Cards, "Prices are shown per year", true)]
    [InlineData(Cards, "Prices are shown per month", false)]
    [InlineData(Cards, "Weather alerts is on and Tide alerts is off", true)]
    [InlineData(Cards, "Tide alerts is on", false)]
    [InlineData(Cards, "Weather alerts is off", false)]
    [InlineData(Cards, "The first copy button reads 'Copied!' and the second one still 'Copy'", true)]
    [InlineData(Cards, "The second copy button reads 'Copied!'", false)]
    [InlineData(Cards, "The submenu of Rigging contains Sails and Ropes", true)]
    [InlineData(Cards, "The submenu of Rigging contains Sails and Galley", false)]
    [InlineData(Cards, "The last entry of the log reads 'Mast raised'", false)]
    [InlineData(Frames, "'The number is too short.' is shown in the card form", true)]
    [InlineData(Frames, "'The number is too short.' is shown in the contact form", false)]
    [InlineData(Frames, "The confirm button inside the dialog is enabled", false)]
    [InlineData(Overlay, "Rename is disabled", false)]
    [InlineData(Overlay, "Rename is enabled and Archive is disabled", true)]
    public async Task Check_Claim_IsHeldOnlyWhenTrue(string page, string claim, bool expected)
    {
        await using var driver = await fixture.OpenAsync(page);
        var screen = await driver.Screen.ObserveAsync(ObserveOptions.Default, TestContext.Current.CancellationToken);
        var result = new ClaimChecker().Check(claim, screen, CheckContext.None);
        (result.Verdict == CheckVerdict.Held).ShouldBe(expected, result.Explanation);
    }
}
