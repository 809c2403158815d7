using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>
/// What is true must not be denied with success. A rule that looks at the wrong place fails a true claim, which is seen and mended; its denial would pass, which nobody sees. Where the page says
/// beside the subject what is denied of it, or where the rule only guessed what is meant, the denial is not held.
/// </summary>
public sealed class DenialClaimTests(BrowserFixture fixture) : ClaimTest(fixture)
{
    private const string Hire = """
        <nav><a href="#r">Rentals <span>3</span></a> <a href="#k">Kayaks</a></nav><h1>Boat yard</h1>
        <div class="q7"><div class="q1">Your hire</div><div style="display:flex;gap:20px"><span>Red canoe</span><span>2 ×</span><span>£ 40</span></div>
        <div style="display:flex;gap:20px"><span>Paddle</span><span>1 ×</span><span>£ 6</span></div><div style="display:flex;gap:20px;font-weight:bold"><span>Total</span><span>£ 46</span></div>
        <input placeholder="Gift card number"><button>Use</button><div>This gift card has been spent</div></div>
        """;

    private const string Store = """
        <p><b>Rope store</b></p><p>Two kinds are nearly gone.</p>
        <form><table border=0><tr><td>Kind no.</td><td><input value="771"></td><td>Bay</td><td><select><option>(all)</option><option selected>C</option></select></td></tr></table></form>
        <table border=1><tr><td><b>No.</b></td><td><b>Name</b></td><td><b>Bay</b></td></tr><tr><td>771</td><td>Hemp 8 mm</td><td>C</td></tr><tr><td>774</td><td>Jute 4 mm</td><td>C</td></tr><tr><td>790</td><td>Sisal 6 mm</td><td>C</td></tr></table>
        """;

    private const string Berth = """
        <form><h2>Berth of Ole Moe</h2><label>Name <input value="Ole Moe"></label><label>Mail <input value="ole@moe.example"></label><label>Phone <input></label>
        <div><div>Mooring</div><label><input type=radio name=m> Bow</label><label><input type=radio name=m checked> Stern</label></div><label><input type=checkbox checked> Power</label><button>Save</button></form>
        <dl><dt>Status</dt><dd>Paid</dd><dt>Draught</dt><dd>1.4 m</dd></dl><table><tr><th>Boat</th><th>State</th></tr><tr><td>Tern</td><td>Afloat</td></tr><tr><td>Gull</td><td>Ashore</td></tr></table>
        """;

    [Theory]
    [InlineData(Hire, "The Rentals link does not carry the number 3")]
    [InlineData(Hire, "The hire total is not £ 46")]
    [InlineData(Hire, "The gift card is not said to have been spent")]
    [InlineData(Hire, "the hire does not contain Red canoe twice")]
    [InlineData(Store, "the rope list does not have 3 entries")]
    [InlineData(Store, "the last kind is not Sisal 6 mm")]
    [InlineData(Store, "All kinds are not in bay C")]
    [InlineData(Berth, "Stern is not chosen as the mooring")]
    [InlineData(Berth, "The status is not Paid")]
    [InlineData(Berth, "The state of Gull is not Ashore")]
    public Task Denial_OfWhatIsTrue_IsNotHeld(string body, string claim) => JudgeAsync(body, claim, isHeld: false);

    [Theory]
    [InlineData(Berth, "The status is not Ashore")]
    [InlineData(Berth, "The state of Tern is not Ashore")]
    [InlineData(Berth, "The Name field does not contain \"Ida\"")]
    [InlineData(Berth, "The Phone field does not contain \"555\"")]
    [InlineData(Berth, "The Draught is not 2.1 m")]
    [InlineData(Berth, "The heading is not \"Berth of Ida Moe\"")]
    [InlineData(Hire, "\"Green canoe\" is not displayed")]
    public Task Denial_OfWhatIsFalse_IsHeld(string body, string claim) => JudgeAsync(body, claim, isHeld: true);

    // The form above is laid out as a table, too: its row is no entry of the list.
    [Fact]
    public Task Count_OverTablesWithOtherHeads_IsNotTheSum() => JudgeAsync(Store, "the rope list has 4 entries", isHeld: false);
}
