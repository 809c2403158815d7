using Autonoma.Engine.Checks;
using Autonoma.Engine.Driving;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>Claims about several entries at once: which are the only ones, which has the most, what part of a whole says something, what they make together. Each true one beside others that are nearly true.</summary>
public sealed class SetClaimTests(BrowserFixture fixture) : ClaimTest(fixture)
{
    private const string Boats = """
        <h1>Boats</h1><main style="display:grid;grid-template-columns:1fr 1fr;gap:8px">
        <article class="boat"><h3>Heron</h3><span class="st">Moored</span><div>Bavaria 34</div><dl><dt>Skipper</dt><dd>Ines Roth</dd><dt>Distance</dt><dd>1,204 km</dd><dt>Defects</dt><dd>1</dd></dl></article>
        <article class="boat"><h3>Tern</h3><span class="st">At sea</span><div>Bavaria 34</div><dl><dt>Skipper</dt><dd>Olaf Brandt</dd><dt>Distance</dt><dd>860 km</dd><dt>Defects</dt><dd>none</dd></dl></article>
        <article class="boat"><h3>Petrel</h3><span class="st">Moored</span><div>Hanse 41</div><dl><dt>Skipper</dt><dd>not assigned</dd><dt>Distance</dt><dd>2,310 km</dd><dt>Defects</dt><dd>3</dd></dl></article>
        <article class="boat"><h3>Plover</h3><span class="st">At sea</span><div>Hanse 41</div><dl><dt>Skipper</dt><dd>Pia Lund</dd><dt>Distance</dt><dd>415 km</dd><dt>Defects</dt><dd>none</dd></dl></article>
        </main>
        """;

    private const string Parcels = """
        <h1>Parcels</h1><table><thead><tr><th>Parcel</th><th>Sender</th><th>Carrier</th><th>Weight</th><th>Declared</th><th>Remark</th></tr></thead><tbody>
        <tr><td>PK-11</td><td>Ada Voss</td><td>Nordpost</td><td>12.5 kg</td><td>€ 40.00</td><td></td></tr>
        <tr><td>PK-12</td><td>Ben Ohm</td><td>Skyline</td><td>900 g</td><td>€ 310.50</td><td>Fragile</td></tr>
        <tr><td>PK-13</td><td>Cleo Marr</td><td>Nordpost</td><td>3.1 kg</td><td>€ 99.50</td><td></td></tr>
        <tr><td>PK-14</td><td>Dan Ruiz</td><td>Skyline</td><td>7 kg</td><td>€ 60.00</td><td>Fragile</td></tr>
        </tbody></table>
        """;

    private const string Picks = """
        <div class="stats"><div class="stat"><div>Boxes packed</div><b>45 / 80</b></div><div class="stat"><div>Pallets</div><b>3 / 5</b></div></div>
        <table><caption>North wing</caption><thead><tr><th>Gauge</th><th>Reading</th><th>Alarm</th></tr></thead><tbody><tr><td>G1</td><td>7.1</td><td>▲ High</td></tr><tr><td>G2</td><td>3.0</td><td></td></tr><tr><td>G3</td><td>9.4</td><td>▲ High</td></tr></tbody></table>
        <table><caption>South wing</caption><thead><tr><th>Gauge</th><th>Reading</th><th>Alarm</th></tr></thead><tbody><tr><td>G4</td><td>0.2</td><td>▼ Low</td></tr><tr><td>G5</td><td>4.4</td><td></td></tr><tr><td>G6</td><td>4.6</td><td></td></tr></tbody></table>
        """;

    private const string Courses = """
        <h1>Courses</h1><ul><li class="course"><b>Rope work</b><span>Beginner</span><span>€ 20</span></li><li class="course"><b>Bouldering</b><span>Advanced</span><span>€ 35</span></li><li class="course"><b>Slacklining</b><span>Beginner</span><span>€ 15</span></li></ul>
        <table><caption>Lessons</caption><thead><tr><th>Lesson</th><th>Teacher</th><th>Assistant</th><th>Guests</th></tr></thead><tbody><tr><td>Knots</td><td>Ewa</td><td>Kim</td><td>4</td></tr><tr><td>Falls</td><td>Ewa</td><td>Kim</td><td>5</td></tr><tr><td>Grips</td><td>Tom</td><td>Lou</td><td>2</td></tr></tbody></table>
        <table><caption>Bills</caption><thead><tr><th>Bill</th><th>Debtor</th><th>Paid</th></tr></thead><tbody><tr><td>B-1</td><td>Mona Kern</td><td>€ 30.00</td></tr><tr><td>B-2</td><td>Mona Kern</td><td>€ 25.00</td></tr><tr><td>B-3</td><td>Otto Behn</td><td>€ 40.00</td></tr></tbody></table>
        """;

    private const string Quotes = """
        <script>customElements.define('x-offer',class extends HTMLElement{connectedCallback(){this.attachShadow({mode:'open'}).innerHTML=`<style>b{color:teal}</style><article aria-label="${this.dataset.n}"><b>${this.dataset.n}</b><dl><dt>Maker</dt><dd>${this.dataset.m}</dd><dt>Defects</dt><dd>${this.dataset.d}</dd><dt>Range</dt><dd>${this.dataset.r} km</dd></dl></article>`}});</script>
        <div id="cards"><x-offer data-n="Q 11" data-m="Vela" data-d="none" data-r="120"></x-offer><x-offer data-n="Q 12" data-m="Vela" data-d="2" data-r="90"></x-offer><x-offer data-n="Q 13" data-m="Orca" data-d="1" data-r="300"></x-offer></div>
        """;

    private const string Loads = """
        <div style="display:flex;gap:20px"><div class="pane"><h1>Loads</h1>
        <div id="rows"><div class="it"><a href="#1">L-1</a><span>Oslo</span><span>12.5 t</span></div><div class="it"><a href="#2">L-2</a><span>Bergen</span><span>3.0 t</span></div><div class="it"><a href="#3">L-3</a><span>Narvik</span><span>9.5 t</span></div></div></div>
        <div class="pane"><div class="cap">Details</div><p>L-2</p><p>3.0 t</p></div></div>
        """;

    private const string Rooms = """
        <div class="card"><h2>Cleaning</h2><ul id="hk"><li><span>Cabin 3</span><span>Clean</span></li><li><span>Cabin 4</span><span>Dirty</span></li><li><span>Cabin 5</span><span>Clean</span></li><li><span>Cabin 6</span><span>Dirty</span></li></ul></div>
        """;

    private const string Crew = """
        <h1>Yard diary</h1><table><thead><tr><th>Firm</th><th>Trade</th><th>People</th><th>Hours</th></tr></thead><tbody>
        <tr><td>Bolt Ltd</td><td>Steel</td><td><button>−</button><span>4</span><button>+</button></td><td>8</td></tr><tr><td>Pine & Co</td><td>Wood</td><td><button>−</button><span>3</span><button>+</button></td><td>6</td></tr>
        <tr><td>Aqua</td><td>Pipes</td><td><button>−</button><span>0</span><button>+</button></td><td>0</td></tr></tbody></table>
        <div class="tabs"><button aria-pressed="true">Open</button> <button aria-pressed="false">Closed</button></div>
        <table><caption>Orders</caption><thead><tr><th>Order</th><th>Kind</th><th>Amount</th></tr></thead><tbody><tr><td>O-1</td><td>Rental</td><td>€ 40.00</td></tr><tr><td>O-2</td><td>Sale</td><td>€ 15.50</td></tr><tr><td>O-3</td><td>Rental</td><td>€ 9.50</td></tr></tbody></table>
        """;

    private const string Harvest = """
        <h1>Harvest</h1><table><thead><tr><th>Crop</th><th>Amount</th></tr></thead><tbody><tr><td>Leeks</td><td>4.5 kg</td></tr><tr><td>Peas</td><td>9.5 kg</td></tr></tbody><tfoot><tr><td>Total</td><td>14.0 kg</td></tr></tfoot></table>
        """;

    private const string FirstPage = """
        <h1>Crates</h1><table><thead><tr><th>Crate</th><th>State</th><th>Weight</th></tr></thead><tbody><tr><td>C1</td><td>Sealed</td><td>10 kg</td></tr><tr><td>C2</td><td>Open</td><td>20 kg</td></tr><tr><td>C3</td><td>Open</td><td>5 kg</td></tr></tbody></table><p>Page 1 of 3</p>
        """;

    [Theory]
    [InlineData(Boats, "Petrel is the only boat without a skipper")]
    [InlineData(Boats, "Tern and Plover are the only boats at sea")]
    [InlineData(Boats, "Petrel has more defects than any other boat")]
    [InlineData(Boats, "Together the two Hanse 41 have done 2,725 km")]
    [InlineData(Boats, "The four boats total 4,789 km")]
    [InlineData(Parcels, "PK-12 and PK-14 are the only parcels with a remark")]
    [InlineData(Parcels, "PK-11 and PK-13 are the only parcels without a remark")]
    [InlineData(Parcels, "No parcel is heavier than PK-11")]
    [InlineData(Parcels, "PK-12 is lighter than all other parcels")]
    [InlineData(Parcels, "Nobody declares more than Ben Ohm")]
    [InlineData(Parcels, "Two of the four parcels are Fragile")]
    [InlineData(Parcels, "Four parcels, 23.5 kg altogether")]
    [InlineData(Parcels, "The four parcels total € 510.00")]
    [InlineData(Parcels, "PK-12 and PK-14 are Fragile, no other parcel is")]
    [InlineData(Boats, "The only boat without a skipper is Petrel")]
    [InlineData(Courses, "At € 15, Slacklining is the cheapest course")]
    [InlineData(Crew, "7 people in the yard")]
    [InlineData(Crew, "Two of the three open orders are Rental orders")]
    [InlineData(Crew, "The three open orders total € 65.00")]
    [InlineData(Crew, "The two rental orders total € 49.50")]
    [InlineData(Quotes, "Q 12 has more defects than any other offer")]
    [InlineData(Quotes, "Together the two Velas have done 210 km")]
    [InlineData(Loads, "No load is heavier than L-1")]
    [InlineData(Loads, "Three loads, 25 t altogether")]
    [InlineData(Rooms, "Cabins 4 and 6 are dirty, no other cabin in the cleaning list is")]
    [InlineData(Picks, "45 of 80 boxes have been packed so far")]
    [InlineData(Picks, "Two values are too high")]
    [InlineData(Picks, "G5 and G6 are the only South wing values without an alarm")]
    [InlineData(Courses, "Ewa teaches two lessons")]
    [InlineData(Courses, "Two of the three courses are Beginner courses")]
    public Task Claim_ThatIsTrue_IsHeld(string page, string claim) => JudgeAsync(page, claim, isHeld: true);

    [Theory]
    [InlineData(Boats, "Tern is the only boat without a skipper")]
    [InlineData(Boats, "Petrel is the only boat without a defect")]
    [InlineData(Boats, "Tern is the only boat at sea")]
    [InlineData(Boats, "Tern, Heron and Plover are the only boats at sea")]
    [InlineData(Boats, "Heron has more defects than any other boat")]
    [InlineData(Boats, "Petrel has fewer defects than any other boat")]
    [InlineData(Boats, "Together the two Bavaria 34 have done 2,725 km")]
    [InlineData(Boats, "Together the three Hanse 41 have done 2,725 km")]
    [InlineData(Boats, "Together the two Hanse 41 have done 2,725 miles")]
    [InlineData(Boats, "Together the two Hanse 41 have repaired 2,725 km")]
    [InlineData(Boats, "The three boats total 4,789 km")]
    [InlineData(Parcels, "PK-12 is the only parcel with a remark")]
    [InlineData(Parcels, "PK-11 and PK-12 are the only parcels without a remark")]
    [InlineData(Parcels, "PK-11, PK-12 and PK-13 are the only parcels without a remark")]
    [InlineData(Parcels, "No parcel is heavier than PK-14")]
    [InlineData(Parcels, "No parcel is lighter than PK-11")]
    [InlineData(Parcels, "PK-13 is lighter than all other parcels")]
    [InlineData(Parcels, "Nobody declares more than Ada Voss")]
    [InlineData(Parcels, "Nobody declares less than Ben Ohm")]
    [InlineData(Parcels, "Nobody weighs more than Ben Ohm")]
    [InlineData(Parcels, "Three of the four parcels are Fragile")]
    [InlineData(Parcels, "Two of the five parcels are Fragile")]
    [InlineData(Parcels, "Four parcels, 23.4 kg altogether")]
    [InlineData(Parcels, "Three parcels, 23.5 kg altogether")]
    [InlineData(Parcels, "The four parcels total $ 510.00")]
    [InlineData(Parcels, "Altogether the four parcels have paid € 510.00")]
    [InlineData(Parcels, "PK-12 is Fragile, no other parcel is")]
    [InlineData(Boats, "The only boat without a skipper is Heron")]
    [InlineData(Boats, "No float is heavier than Heron")]
    [InlineData(Parcels, "No blorp is heavier than PK-11")]
    [InlineData(Courses, "At € 20, Slacklining is the cheapest course")]
    [InlineData(Courses, "At € 20, Rope work is the cheapest course")]
    [InlineData(Crew, "3 people in the yard")]
    [InlineData(Crew, "8 people in the yard")]
    [InlineData(Crew, "Two of the three closed orders are Rental orders")]
    [InlineData(Crew, "The three closed orders total € 65.00")]
    [InlineData(Crew, "The two sale orders total € 49.50")]
    [InlineData(Quotes, "Q 13 has more defects than any other offer")]
    [InlineData(Quotes, "Together the two Velas have done 420 km")]
    [InlineData(Loads, "No load is heavier than L-3")]
    [InlineData(Loads, "Three loads, 28 t altogether")]
    [InlineData(Rooms, "Cabin 4 is dirty, no other cabin in the cleaning list is")]
    [InlineData(Rooms, "Cabins 4 and 5 are dirty, no other cabin in the cleaning list is")]
    [InlineData(Picks, "45 of 90 boxes have been packed so far")]
    [InlineData(Picks, "54 of 80 boxes have been packed so far")]
    [InlineData(Picks, "45 of 80 boxes have been shipped so far")]
    [InlineData(Picks, "3 of 5 boxes have been packed so far")]
    [InlineData(Picks, "Three values are too high")]
    [InlineData(Picks, "Two values are too low")]
    [InlineData(Picks, "G5 is the only South wing value without an alarm")]
    [InlineData(Picks, "G5 and G6 are the only North wing values without an alarm")]
    [InlineData(Courses, "Ewa teaches three lessons")]
    [InlineData(Courses, "Tom teaches two lessons")]
    [InlineData(Courses, "Kim teaches two lessons")]
    [InlineData(Parcels, "Skyline is the only parcel from Ben Ohm")]
    [InlineData(Courses, "Nobody paid more than Otto Behn")]
    [InlineData(Courses, "The three bills total € 95.00")]
    [InlineData(Courses, "Ewa cancelled two lessons")]
    [InlineData(Courses, "Two of the three courses are Advanced courses")]
    [InlineData(FirstPage, "Three crates, 35 kg altogether")]
    [InlineData(FirstPage, "C1 is the only crate with the state Sealed")]
    [InlineData(FirstPage, "No crate is heavier than C2")]
    [InlineData(FirstPage, "Two of the three crates are Open")]
    public Task Claim_ThatIsNearlyTrue_IsNotHeld(string page, string claim) => JudgeAsync(page, claim, isHeld: false);

    [Theory]
    [InlineData(FirstPage, "The page lists 8 crates")]
    [InlineData(Harvest, "The harvest totals 14.0 kg")]
    public async Task Claim_ThatMayBeTrue_IsNotCalledFalse(string page, string claim)
    {
        await using var driver = await Fixture.OpenAsync(page);
        var screen = await driver.Screen.ObserveAsync(ObserveOptions.Default, TestContext.Current.CancellationToken);
        new ClaimChecker().Check(claim, screen, CheckContext.None).Verdict.ShouldNotBe(CheckVerdict.Failed);
    }
}
