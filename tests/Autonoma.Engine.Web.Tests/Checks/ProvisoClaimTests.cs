using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>What is there and yet does not hold the claim: the old price, yesterday's figure, the column of another day, one page of a longer list, the figure of another label.</summary>
public sealed class ProvisoClaimTests(BrowserFixture fixture) : ClaimTest(fixture)
{
    private const string Mill = """
        <h1>Mill</h1>
        <div class="card"><h5>Load of the mill</h5><b>84 %</b><div>59 of 70 rollers · yesterday 81 %</div></div>
        <ul class="plans"><li><h3>Flour Mild</h3><div>€ 24.90 <s>€ 29.90</s></div><small>per month</small></li><li><h3>Flour Coarse</h3><div>€ 44.90</div><small>per month</small></li></ul>
        <table><caption>Moisture</caption><thead><tr><th>Grain</th><th>Result</th><th>Previous (4 March)</th></tr></thead>
        <tbody><tr><td>Wheat</td><td>104</td><td>98</td></tr><tr><td>Rye</td><td>91</td><td>97</td></tr></tbody></table>
        <p>Milled this month: <b>18,420 t</b> · last month: <b>21,975 t</b></p>
        <table id="sacks"><caption>Order 7</caption><thead><tr><th>Line</th><th>Sack</th><th>Bay</th><th>Weight</th></tr></thead><tbody>
        <tr><th scope="row">L-1</th><td>Small</td><td>Bay 2</td><td>25 kg</td></tr><tr><th scope="row">L-2</th><td>Large</td><td>Bay 5</td><td>50 kg</td></tr></tbody></table>
        <ul class="pager"><li><a href="#">‹</a></li><li><a href="#" aria-current="page">1</a></li><li><a href="#">2</a></li><li><a href="#">3</a></li><li><a href="#">›</a></li></ul>
        <section><h2>Tickets</h2><div class="tile"><span>Open</span> <b>5</b></div><div class="tile"><span>Closed</span> <b>2</b></div></section><p>Orders are shown above.</p>
        <ul class="vans"><li><h3>KR 207</h3><dl><dt>Driver</dt><dd>Ana Silva</dd><dt>Fuel</dt><dd>Diesel</dd></dl><button>Report fault</button></li><li><h3>KR 270</h3><dl><dt>Driver</dt><dd>not assigned</dd><dt>Fuel</dt><dd>Petrol</dd></dl><button disabled>Report fault</button><span class="tag" style="color:#c00">Refused</span></li>
        <li><h3>KR 318</h3><dl><dt>Driver</dt><dd>Per Lie</dd><dt>Fuel</dt><dd>Diesel</dd></dl><button>Report fault</button><button aria-expanded="true" aria-haspopup="menu">More</button><div role="menu" style="position:absolute;z-index:5;background:#fff"><div role="menuitem">Copy</div><div role="menuitem" aria-disabled="true">Retire</div></div></li></ul>
        <div role="tablist"><button role="tab" aria-selected="false">Trips (3)</button><button role="tab" aria-selected="true">Notes (2)</button></div><div role="status" class="toast">Fuel of KR 207 saved</div>
        """;

    [Theory]
    [InlineData("The load of the mill is 84 %")]
    [InlineData("Flour Mild costs € 24.90 per month")]
    [InlineData("The result of Wheat is 104")]
    [InlineData("On 4 March the value of Rye was 97")]
    [InlineData("18,420 t have been milled this month")]
    [InlineData("Two lines are listed in the table Order 7")]
    [InlineData("5 tickets are open")]
    [InlineData("L-1 has Bay 2")]
    [InlineData("L-1 has been given Bay 2")]
    [InlineData("L-1 is Small")]
    [InlineData("KR 270 bears a red tag saying Refused")]
    [InlineData("Retire is greyed out in the menu of KR 318")]
    [InlineData("KR 270 comes second, right after KR 207")]
    [InlineData("KR 270 comes right before KR 318")]
    [InlineData("KR 318 comes after KR 207")]
    [InlineData("KR 270 follows KR 207")]
    [InlineData("KR 270 has no driver")]
    [InlineData("KR 207 has an enabled Report fault button")]
    [InlineData("KR 270 has a disabled Report fault button")]
    [InlineData("The fuel of KR 207 is Diesel")]
    [InlineData("The tab reads 'Notes (2)'")]
    [InlineData("Line L-1 on the first page has Bay 2")]
    [InlineData("KR 207 has a driver")]
    [InlineData("Two of the three vans are Diesel")]
    public Task Claim_ThatIsTrue_IsHeld(string claim) => JudgeAsync(Mill, claim, isHeld: true);

    [Theory]
    [InlineData("The load of the mill is 81 %")]
    [InlineData("The load of the mill stands at 81 %")]
    [InlineData("Flour Mild costs € 29.90 per month")]
    [InlineData("On 4 March the result of Wheat was 104")]
    [InlineData("21,975 t have been milled this month")]
    [InlineData("The order consists of two lines")]
    [InlineData("5 orders are open")]
    [InlineData("L-1 has Bay 5")]
    [InlineData("L-1 has been given Bay 5")]
    [InlineData("L-1 is Large")]
    [InlineData("KR 270 bears a blue tag saying Refused")]
    [InlineData("Retire is greyed out in the menu of KR 270")]
    [InlineData("KR 270 comes second, right after KR 318")]
    [InlineData("KR 270 comes second, right after the zebra")]
    [InlineData("KR 318 comes right after KR 207")]
    [InlineData("KR 207 comes after KR 318")]
    [InlineData("KR 207 follows KR 270")]
    [InlineData("KR 270 has a driver")]
    [InlineData("KR 270 has an enabled Report fault button")]
    [InlineData("KR 207 has a disabled Report fault button")]
    [InlineData("The fuel of KR 207 is Petrol")]
    [InlineData("The tab reads 'Trips (3)'")]
    [InlineData("Line L-1 on the last page has Bay 2")]
    [InlineData("KR 207 has no driver")]
    [InlineData("Three of the three vans are Diesel")]
    [InlineData("Two of the four vans are Diesel")]
    public Task Claim_ThatOnlyLooksTrue_IsNotHeld(string claim) => JudgeAsync(Mill, claim, isHeld: false);
}
