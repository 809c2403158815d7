using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>What is an entry and what is not: a size in a class makes no head, a lone card counts, blocks of the layout and the row of totals do not, a button that is not chosen is no value.</summary>
public sealed class CountedEntryClaimTests(BrowserFixture fixture) : ClaimTest(fixture)
{
    private const string Board = """
        <div style="display:flex;gap:8px">
          <div class="w-1/3 min-h-64 lane" style="flex:1;min-height:200px"><div class="flex title"><div>Packing</div><div>2</div></div>
            <div class="p-2 parcel"><b>Kettle</b><span>Anna</span></div><div class="p-2 parcel"><b>Lamp</b><span>Anna</span></div></div>
          <div class="w-1/3 min-h-64 lane" style="flex:1;min-height:200px"><div class="flex title"><div>Sealed</div><div>1</div></div>
            <div class="p-2 parcel"><b>Mirror</b><span>Boris</span></div></div>
          <div class="w-1/3 min-h-64 lane" style="flex:1;min-height:200px"><div class="flex title"><div>Loaded</div><div>0</div></div><div class="empty">Nothing loaded yet</div></div>
        </div>
        """;

    private const string Stock = """
        <section>
          <div><span class="chip">All</span><span class="chip">Low</span></div>
          <div class="line line-top"><span>Part</span><span>Bin</span><span>Left</span></div>
          <div><div class="line"><i>Bolt</i><i>A1</i><i>40</i></div><div class="line"><i>Nut</i><i>A2</i><i>7</i></div><div class="line"><i>Washer</i><i>A3</i><i>12</i></div></div>
        </section>
        <table><thead><tr><th>Depot</th><th>Pallets</th><th>Temp.</th></tr></thead><tbody>
        <tr><td>North</td><td>12</td><td>4.5</td></tr><tr><td>South</td><td>30</td><td>6.1</td></tr><tr><td>Total</td><td>42</td><td></td></tr></tbody></table>
        """;

    private const string Choice = """
        <div class="row"><span>Priority</span><div><button class="opt opt--on">High</button><button class="opt">Low</button><button class="opt">None</button></div></div>
        <div class="row"><span>Colour</span><div><button aria-pressed="false">Teal</button><button aria-pressed="true">Rust</button></div></div>
        """;

    [Theory]
    [InlineData(Board, "there are 3 parcels")]
    [InlineData(Board, "the Packing column has two parcels")]
    [InlineData(Board, "the Sealed column has one parcel")]
    [InlineData(Board, "\"Nothing loaded yet\" is shown in the Loaded column")]
    [InlineData(Stock, "the table has 2 rows")]
    [InlineData(Stock, "the highest temperature is 6.1")]
    [InlineData(Stock, "40 pieces of Bolt are left")]
    [InlineData(Choice, "The priority is set to High")]
    [InlineData(Choice, "The colour is Rust")]
    public Task Claim_ThatIsTrue_IsHeld(string page, string claim) => JudgeAsync(page, claim, isHeld: true);

    [Theory]
    [InlineData(Board, "there are 2 parcels")]
    [InlineData(Board, "the Packing column has one parcel")]
    [InlineData(Board, "\"Nothing loaded yet\" is shown in the Sealed column")]
    [InlineData(Board, "Mirror is in the Packing column")]
    [InlineData(Stock, "the table has 3 rows")]
    [InlineData(Stock, "there are 2 lines")]
    [InlineData(Stock, "7 pieces of Bolt are left")]
    [InlineData(Stock, "the highest number of pallets is 42")]
    [InlineData(Stock, "Total is the depot with the most pallets")]
    [InlineData(Choice, "The priority is set to Low")]
    [InlineData(Choice, "The priority is None")]
    [InlineData(Choice, "The colour is set to Teal")]
    public Task Claim_ThatIsFalse_IsNotHeld(string page, string claim) => JudgeAsync(page, claim, isHeld: false);
}
