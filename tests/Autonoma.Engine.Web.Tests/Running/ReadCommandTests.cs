using Autonoma.TestKit;
using Autonoma.TestKit.Interpreting;

namespace Autonoma.Engine.Web.Tests.Running;

/// <summary>What is kept of the screen: a wrong value, above all a label, would be found again anywhere and hold every claim made with it.</summary>
public sealed class ReadCommandTests(BrowserFixture fixture)
{
    private const string Fleet = """
        <style>.v{display:grid;grid-template-columns:120px 1fr;width:400px;margin:20px} h2{grid-column:1/3} .lb{color:#777}</style>
        <h1>Vehicles</h1>
        <div class="v"><h2>Ford Transit</h2><span class="lb">Plate</span><span>RF-TR 218</span><span class="lb">Driver</span><span>Ines Duarte</span><span class="lb">Mileage</span><span>84,310 km</span></div>
        <div class="v"><h2>Iveco Daily</h2><span class="lb">Plate</span><span>RF-DA 340</span><span class="lb">Driver</span><span></span><span class="lb">Mileage</span><span>59,777 km</span></div>
        """;

    private const string Definitions = """
        <h1>Booking</h1>
        <section><h2>Outbound</h2><dl><dt>Flight</dt><dd>QX 118</dd><dt>Gate</dt><dd>B12</dd><dt>Seat</dt><dd></dd></dl></section>
        <section><h2>Return</h2><dl><dt>Flight</dt><dd>QX 119</dd><dt>Gate</dt><dd>C3</dd><dt>Seat</dt><dd>14C</dd></dl></section>
        """;

    private const string Orders = """
        <h1>Orders</h1>
        <table><thead><tr><th>Number</th><th>Customer</th><th>Status</th><th>Total</th></tr></thead>
        <tbody><tr><td>1001</td><td>Ada Lang</td><td>Paid</td><td>12.00</td></tr><tr><td>1002</td><td>Ben Okoro</td><td></td><td>30.50</td></tr></tbody></table>
        """;

    private const string Cards = """
        <h1>Desk lamp</h1><div class="row"><div class="k">Price</div><div class="v">24.00 EUR</div></div><div class="row"><span><b>Delivery:</b></span> 3 days</div>
        <p><span>Stock</span> <i></i> <strong>7 left</strong></p>
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Fleet, "the plate of the Iveco Daily", "RF-DA 340")]
    [InlineData(Fleet, "the mileage of the Ford Transit", "84,310 km")]
    [InlineData(Fleet, "the driver of the Ford Transit", "Ines Duarte")]
    [InlineData(Definitions, "the gate of the return flight", "C3")]
    [InlineData(Definitions, "Gate under Return", "C3")]
    [InlineData(Definitions, "the flight in the Outbound section", "QX 118")]
    [InlineData(Orders, "the status of order 1001", "Paid")]
    [InlineData(Orders, "the total of order 1002", "30.50")]
    [InlineData(Orders, "Ben Okoro's total", "30.50")]
    [InlineData(Cards, "the price", "24.00 EUR")]
    [InlineData(Cards, "Delivery", "3 days")]
    [InlineData(Cards, "the heading of the page", "Desk lamp")]
    [InlineData(Cards, "the stock", "7 left")]
    [InlineData("<p>Thank you! Your order number is A-771. We sent it to you.</p>", "the order number", "A-771")]
    [InlineData("<p>Your order number is <strong>A-771</strong>.</p><p>We sent it to you.</p>", "order number", "A-771")]
    [InlineData("<section><h2>Basket</h2><p>Total: 42.00 EUR</p></section><section><h2>Wish list</h2><p>Total: 7.00 EUR</p></section>", "the total of the basket", "42.00 EUR")]
    [InlineData("<p>The invoice number: 2026/0042</p>", "the invoice number", "2026/0042")]
    [InlineData("<p>Total: 42.00 EUR</p>", "the total", "42.00 EUR")]
    [InlineData("<h1>Basket</h1><p>Total: 42.00 EUR</p><p>Pay by card.</p>", "the total", "42.00 EUR")]
    [InlineData("<h1>Basket</h1><p>Total (incl. VAT): 42.00 EUR</p>", "the total", "42.00 EUR")]
    [InlineData("<h1>Basket</h1><p>Opens: 10:30</p>", "opens", "10:30")]
    [InlineData("<h1>Basket</h1><p>Order total: 42.00 EUR</p>", "the total", "42.00 EUR")]
    [InlineData("<p>Your discount is 12.50 EUR and ends on Friday.</p>", "discount", "12.50 EUR")]
    public async Task Read_OfALabelOfOneThing_KeepsTheValue(string html, string target, string value)
    {
        await using var driver = await fixture.OpenAsync(html);
        await using var agent = WebAgent.Attach(driver.Page, ScriptedRun.Quick);
        (await agent.ReadAsync(target, "kept", Token)).ShouldBe(value);
    }

    // The label beside it, or that of the next line, is no value.
    [Theory]
    [InlineData(Fleet, "the driver of the Iveco Daily")]
    [InlineData(Definitions, "the seat in the Outbound section")]
    [InlineData(Orders, "the status of order 1002")]
    [InlineData(Orders, "Status")]
    [InlineData("<h1>Van 7</h1><div><span>Plate</span></div>", "the plate of the Van 7")]
    [InlineData("<h1>Van 7</h1><p>Plate:</p>", "the plate")]
    public async Task Read_OfALabelWithoutAValue_KeepsNothing(string html, string target)
    {
        await using var driver = await fixture.OpenAsync(html);
        await using var agent = WebAgent.Attach(driver.Page, ScriptedRun.Quick);
        await Should.ThrowAsync<WebAgentException>(() => agent.ReadAsync(target, "kept", Token));
        agent.Memory.Keys.ShouldNotContain("kept");
    }
}
