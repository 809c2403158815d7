using Autonoma.Engine.Checks;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Observing;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>Claims about what an action has led to: each true one beside others that are nearly true.</summary>
public sealed class OutcomeClaimTests(BrowserFixture fixture)
{
    private const string Hangar = """
        <h1>Hangar</h1>
        <div class="gates"><div class="gate"><h3><span>Gate A</span> <span>2/4</span></h3><p>Heron</p></div><div class="gate"><h3><span>Gate B</span> <span>1/4</span></h3><p>Tern</p></div></div>
        <p><span class="Phase">Taxiing</span> Flight 12 to Oslo</p>
        <p>Parts of Gate B</p>
        """;

    private const string Problems = """
        <div role="alert" class="x-error-summary"><h2>Please look again</h2><ul><li><a href="#b">Say how many berths</a></li><li><a href="#n">Give a name</a></li></ul></div>
        <div class="field"><label for="n">Name</label><p class="x-error-message">Give a name</p><input id="n"></div>
        """;

    private const string Layout = """
        <table><tr><td><table><tr><td>Notice</td><td>6 x Rope 8 mm packed</td></tr></table></td>
        <td><table><tr><th>No</th><th>Thing</th><th>Left</th><th>Status</th></tr>
        <tr><td>1</td><td>Rope 8 mm</td><td>0</td><td>packed</td></tr><tr><td>2</td><td>Rope 8 mm blue</td><td>4</td><td>waiting</td></tr></table></td></tr></table>
        """;

    private const string Leave = """
        <div role="dialog" aria-modal="true"><h3>Leave the crew?</h3><p>You can come back.</p><button>Stay</button><button>Leave</button></div>
        """;

    private const string Lanes = """
        <div class="bd"><div class="c"><div class="h"><h2>Waiting</h2><button aria-label="Waiting column menu">…</button></div><div class="card">Oil the winch</div><div class="card">Sew the sail</div></div>
        <div class="c"><div class="h"><h2>Sailing</h2><button aria-label="Sailing column menu">…</button></div><div class="card">Paint the hull</div></div></div>
        <button>Close the hatch</button>
        """;

    private const string Parcels = """
        <div role="status" class="toast">P-77 was sent</div>
        <table><tr><th>Parcel</th><th>To</th></tr><tr><td>P-11</td><td>Oslo</td></tr><tr><td>P-12</td><td>Bergen</td></tr></table>
        """;

    [Theory]
    [InlineData(Hangar, "The header of Gate A shows 2/4", true)]
    [InlineData(Hangar, "The header of Gate A shows 1/4", false)]
    [InlineData(Hangar, "The header of Gate B shows 1/4", true)]
    [InlineData(Hangar, "Gate A contains Heron", true)]
    [InlineData(Hangar, "Gate A contains Tern", false)]
    [InlineData(Hangar, "Gate B shows 2/4", false)]
    [InlineData(Hangar, "The phase is 'Taxiing'", true)]
    [InlineData(Hangar, "The phase is 'Landed'", false)]
    [InlineData(Hangar, "The phase reads 'Taxi'", false)]
    [InlineData(Hangar, "The stage is 'Taxiing'", false)]
    [InlineData(Problems, "The error summary contains 'Say how many berths'", true)]
    [InlineData(Problems, "The error summary contains 'Give a name'", true)]
    [InlineData(Problems, "The error summary contains 'Say who you are'", false)]
    [InlineData(Layout, "The row 'Rope 8 mm' contains 'packed'", true)]
    [InlineData(Layout, "The row 'Rope 8 mm' contains 'waiting'", false)]
    [InlineData(Layout, "The row 'Rope 8 mm blue' contains 'packed'", false)]
    [InlineData(Layout, "The row 'Rope 8 mm blue' shows the status 'waiting'", true)]
    [InlineData(Layout, "The row 'Rope 8 mm blue' shows the status 'packed'", false)]
    [InlineData(Leave, "A dialog with the heading 'Leave the crew?' is open", true)]
    [InlineData(Leave, "A dialog with the heading 'Leave the ship?' is open", false)]
    [InlineData(Leave, "A dialog with the heading 'Leave the crew?' is not open", false)]
    [InlineData(Lanes, "The Waiting column contains 'Sew the sail'", true)]
    [InlineData(Lanes, "The Sailing column contains 'Sew the sail'", false)]
    [InlineData(Lanes, "The Sailing column contains 'Paint the hull'", true)]
    [InlineData(Lanes, "The Waiting column contains 'Paint the hull'", false)]
    [InlineData(Lanes, "There is no Sink button", true)]
    [InlineData(Lanes, "There is no Close button", false)]
    [InlineData(Parcels, "2 parcels are listed and P-12 is one of them", true)]
    [InlineData(Parcels, "2 parcels are listed and P-77 is one of them", false)]
    [InlineData(Parcels, "3 parcels are listed and P-12 is one of them", false)]
    public async Task Check_Outcome_HoldsOnlyWhenTrue(string page, string claim, bool isTrue)
    {
        await using var driver = await fixture.OpenAsync(page);
        var result = new ClaimChecker().Check(claim, await driver.Screen.ObserveAsync(ObserveOptions.Default, TestContext.Current.CancellationToken), CheckContext.None);
        (result.Verdict == CheckVerdict.Held).ShouldBe(isTrue, $"{result.Verdict}: {result.Explanation}");
    }
}
