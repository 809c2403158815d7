using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>The same said in other ways: what stands somewhere, what a deed brings up, what an entry tells in a sentence; and what looked true because a word was passed over.</summary>
public sealed class ParaphrasedClaimTests(BrowserFixture fixture) : ClaimTest(fixture)
{
    private const string Harbour = """
        <h1>Sailings</h1><p>7 sailings</p>
        <ol class="steps"><li class="step active" aria-current="step">Date</li><li class="step">Cabin</li></ol>
        <table id="tb"><caption>Sailings of the day</caption><thead><tr><th>Time</th><th>Ship</th><th>Person</th><th>Cargo</th><th>Load</th><th>Departs from</th><th>State</th><th></th></tr></thead><tbody>
        <tr><td>06:10</td><td>MV Alba</td><td>Erik Moe</td><td>Timber</td><td>410 t</td><td>Pier 2</td><td><span style="background:#fde047">Loading</span></td><td>Open <button role="switch" aria-checked="true" aria-label="Open"></button> <button>Move on</button></td></tr>
        <tr><td>07:45</td><td>MV Brage</td><td>Ida Rand</td><td>Coal</td><td>1,250 t</td><td>Pier 1</td><td><span style="background:#bbf7d0">Clear</span></td><td>Open <button role="switch" aria-checked="false" aria-label="Open"></button> <button disabled>Move on</button></td></tr>
        <tr><td>09:30</td><td>MV Cora</td><td>Per Lie</td><td>Cars</td><td>96 t</td><td>Pier 4</td><td><span style="background:#fde047">Loading</span></td><td>Open <button role="switch" aria-checked="false" aria-label="Open"></button> <button>Move on</button></td></tr></tbody></table>
        <div class="card"><div>Ships in port</div><div>9</div></div><div class="card"><div>Handed over</div><div>4</div></div>
        <p>Tide <b>2.4 m</b></p><h2>Crates</h2><p>2 of 6 weighed</p><label>Draught <input id="d" value="x"></label> <div style="color:#b91c1c">Digits only</div>
        <dl><dt>timber</dt><dd>Holz</dd></dl><button id="tool1">Weigh</button><button>Print</button><p>Search in segments <input placeholder="Search in segments"></p>
        """;

    [Theory]
    [InlineData("Three sailings make up the table")]
    [InlineData("The tide stands at 2.4 m")]
    [InlineData("The tide is given as 2.4 m")]
    [InlineData("The tide has risen to 2.4 m")]
    [InlineData("Entering letters brings up 'Digits only'")]
    [InlineData("Entering letters is answered by a red 'Digits only'")]
    [InlineData("Under the Draught field stands the complaint 'Digits only'")]
    [InlineData("Loading stands on yellow, Clear on green")]
    [InlineData("The button Move on of MV Cora is enabled since MV Cora is Loading")]
    [InlineData("For MV Brage the Move on button cannot be pressed")]
    [InlineData("MV Brage carries 1,250 t of coal")]
    [InlineData("MV Alba departs from Pier 2")]
    [InlineData("The last sailing leaves at 09:30")]
    [InlineData("The sailing of 07:45 is Clear")]
    [InlineData("Three sailings are listed, two of which are Loading")]
    [InlineData("9 ships are in port")]
    [InlineData("MV Alba is open")]
    [InlineData("MV Cora can be moved on")]
    [InlineData("As long as MV Brage is Clear, MV Cora is Loading")]
    [InlineData("MV Brage has been given Pier 1")]
    [InlineData("Only 2 of 6 crates are weighed")]
    [InlineData("Three sailings are left once all are shown")]
    public Task Claim_ThatIsTrue_IsHeld(string claim) => JudgeAsync(claim, isHeld: true);

    [Theory]
    [InlineData("Four sailings make up the table")]
    [InlineData("The tide stands at 2.5 m")]
    [InlineData("Entering letters brings up 'Letters only'")]
    [InlineData("Entering letters is answered by a green 'Digits only'")]
    [InlineData("Loading stands on green, Clear on yellow")]
    [InlineData("For MV Alba the Move on button cannot be pressed")]
    [InlineData("MV Brage carries 410 t of coal")]
    [InlineData("MV Brage carries 1,250 t of timber")]
    [InlineData("MV Brage refused 1,250 t of coal")]
    [InlineData("MV Alba departs from Pier 4")]
    [InlineData("MV Alba lost 410 t")]
    [InlineData("The last sailing leaves at 06:10")]
    [InlineData("The sailing of 07:45 is Loading")]
    [InlineData("The zebra of 07:45 is Clear")]
    [InlineData("Three sailings are listed, three of which are Loading")]
    [InlineData("8 ships are in port")]
    [InlineData("As long as MV Brage is Loading, MV Cora is Loading")]
    [InlineData("MV Brage has been given Pier 4")]
    // The place and the colour said on the way are no story.
    [InlineData("Entering letters brings up in the dialog 'Digits only'")]
    [InlineData("Under the Draught field stands a green 'Digits only'")]
    [InlineData("MV Alba was reviewed by Erik Moe")]
    [InlineData("MV Alba was served by Erik Moe")]
    [InlineData("Only 3 of 6 crates are weighed")]
    [InlineData("Four sailings are left once all are shown")]
    // The caption of a switch says nothing of how it stands.
    [InlineData("All three sailings are open")]
    [InlineData("Every sailing is open")]
    [InlineData("MV Cora is open")]
    [InlineData("3 sailings are open")]
    // Each has such a button, not each can use it.
    [InlineData("Every sailing can be moved on")]
    [InlineData("'Move on' is disabled in every row")]
    [InlineData("'Move on' is enabled in every row")]
    // A step that is called so is no choice.
    [InlineData("A date has been picked already")]
    [InlineData("The sentence about timber is listed")]
    // Buttons are not what the page calls segments.
    [InlineData("Five segments are listed")]
    [InlineData("Half of the load of MV Alba is 410 t")]
    public Task Claim_ThatIsNotTrue_IsNotHeld(string claim) => JudgeAsync(claim, isHeld: false);

    private Task JudgeAsync(string claim, bool isHeld) => JudgeAsync(Harbour, claim, isHeld);
}
