using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>Comparing entries is not comparing digits: units differ, some entries are of another kind, and what proves an order must be able to refute it.</summary>
public sealed class ComparedClaimTests(BrowserFixture fixture) : ClaimTest(fixture)
{
    private const string Weights = """
        <h1>Parcels</h1><div class="list"><div class="c"><h3>Anvil</h3><span>1.2 kg</span></div><div class="c"><h3>Bellows</h3><span>900 g</span></div><div class="c"><h3>Chisel</h3><span>250 g</span></div></div>
        """;

    private const string Routes = """
        <h1>Routes</h1><table><tr><th>Route</th><th>Distance</th><th>Fee</th></tr><tr><td>Ridge</td><td>900 m</td><td>€ 9</td></tr><tr><td>Shore</td><td>1.2 km</td><td>$ 8</td></tr><tr><td>Valley</td><td>3 km</td><td>€ 12</td></tr></table>
        """;

    private const string Boats = """
        <h1>Boats</h1><div class="list"><div class="c"><h3>Auk</h3><em>canoe</em><b>€ 20</b></div><div class="c"><h3>Brant</h3><em>kayak</em><b>€ 30</b></div><div class="c"><h3>Coot</h3><em>kayak</em><b>€ 45</b></div></div>
        """;

    private const string Members = """
        <table><tr><th>Member</th><th>Level</th></tr><tr><td>Ada</td><td>Gold</td></tr><tr><td>Bo</td><td>Platinum</td></tr><tr><td>Cy</td><td>Gold</td></tr></table>
        <p>If the link has expired, ask for a new one.</p>
        """;

    private const string Notices = """
        <h1>Orders</h1><div role="alert">Payment: if the card was declined, use another one. The order can be cancelled until noon.</div>
        """;

    private const string Ages = """
        <h1>Crew</h1><dl><dt>Ada</dt><dd>31</dd><dt>Bo</dt><dd>44</dd></dl><dl><dt>Sand</dt><dd>900 g</dd><dt>Grit</dt><dd>1.2 kg</dd></dl>
        """;

    private const string Files = """
        <table><tr><th>File</th><th>Size</th><th>Changed</th><th>Price</th></tr><tr><td>a.pdf</td><td>980 KB</td><td>5 minutes ago</td><td>1.250 €</td></tr><tr><td>b.pdf</td><td>1.1 MB</td><td>3 hours ago</td><td>900 €</td></tr><tr><td>c.pdf</td><td>2 MB</td><td>2 days ago</td><td>20 €</td></tr></table>
        """;

    private const string Two = """
        <table><tr><th>Lock</th><th>Depth</th></tr><tr><td>Weir</td><td>3</td></tr><tr><td>Mill</td><td>2</td></tr></table>
        """;

    private const string OneColumn = """
        <h1>Shelf</h1><table><tr><th>Title</th></tr><tr><td>Atlas</td></tr><tr><td>Novel</td></tr><tr><td>Poems</td></tr></table>
        """;

    private const string Tickets = """
        <h1>Tickets</h1><div class="list"><div class="c"><span>T-1</span><h3>Zinc roof leaks</h3></div><div class="c"><span>T-2</span><h3>Attic door stuck</h3></div><div class="c"><span>T-3</span><h3>Moss on steps</h3></div></div>
        """;

    [Theory]
    [InlineData(Weights, "The heaviest parcel is Bellows")]
    [InlineData(Weights, "The heaviest parcel is not Anvil")]
    [InlineData(Weights, "The lightest parcel is Anvil")]
    [InlineData(Routes, "The route with the largest distance is Ridge")]
    [InlineData(Routes, "The route with the smallest distance is not Ridge")]
    [InlineData(Routes, "The routes are sorted by distance in descending order")]
    [InlineData(Routes, "The cheapest route is Shore")]
    [InlineData(Routes, "The route with the lowest fee is Shore")]
    [InlineData(Boats, "The cheapest kayak is Auk")]
    [InlineData(Boats, "The cheapest kayak is not Brant")]
    [InlineData(Members, "Two members are at least Gold")]
    [InlineData(Members, "Two members are almost Gold")]
    [InlineData(Members, "A message says that the link has expired")]
    [InlineData(Notices, "A message says that the card was declined")]
    [InlineData(Notices, "The alert says that the order is cancelled")]
    [InlineData(Ages, "Sand is heavier than Grit")]
    [InlineData(Ages, "Sand is more than Grit")]
    [InlineData(Ages, "Ada is older than Bo")]
    [InlineData(Ages, "Bo is older than Ada")]
    [InlineData(Files, "The file with the largest size is a.pdf")]
    [InlineData(Files, "The files are sorted by size in descending order")]
    [InlineData(Files, "The files are sorted by changed, oldest first")]
    [InlineData(Files, "The file with the lowest price is a.pdf")]
    [InlineData(Files, "The file with the highest price is b.pdf")]
    [InlineData(Two, "The locks are sorted by depth")]
    [InlineData(OneColumn, "The table has 4 rows")]
    [InlineData(OneColumn, "The rows are sorted by title in descending order")]
    [InlineData(Tickets, "The tickets are listed in alphabetical order")]
    public Task Claim_ThatDigitsAloneWouldBearOut_IsNotHeld(string body, string claim) => JudgeAsync(body, claim, isHeld: false);

    [Theory]
    [InlineData(Weights, "The heaviest parcel is Anvil")]
    [InlineData(Weights, "The lightest parcel is Chisel")]
    [InlineData(Routes, "The route with the largest distance is Valley")]
    [InlineData(Boats, "The cheapest boat is Auk")]
    [InlineData(Members, "Two members are Gold")]
    [InlineData(Notices, "The alert says that the order can be cancelled")]
    [InlineData(Ages, "Grit is more than Sand")]
    [InlineData(Files, "The file with the largest size is c.pdf")]
    [InlineData(Files, "The files are sorted by size in ascending order")]
    [InlineData(Files, "The files are sorted by changed, newest first")]
    [InlineData(Two, "The locks are sorted by depth in descending order")]
    [InlineData(OneColumn, "The table has 3 rows")]
    [InlineData(OneColumn, "The rows are sorted by title in ascending order")]
    [InlineData(Tickets, "The second ticket is called Attic door stuck")]
    public Task Claim_ThatIsTrue_IsHeld(string body, string claim) => JudgeAsync(body, claim, isHeld: true);
}
