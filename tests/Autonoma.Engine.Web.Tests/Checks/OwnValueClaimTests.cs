using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>A value is that of its own label, with its own sign and unit, and of a choice the one that is made.</summary>
public sealed class OwnValueClaimTests(BrowserFixture fixture) : ClaimTest(fixture)
{
    private const string Vehicle = """
        <style>.kv{display:grid;grid-template-columns:120px 200px}.on{background:#036;color:#fff}</style><h1>Vehicle KR-118</h1>
        <div class="kv"><div class="k">Driver</div><div>Olga Pent</div><div class="k">Helper</div><div>—</div><div class="k">Owner</div><div>Sixt Rent</div><div class="k">Inspected</div><div></div></div>
        <p>Balance: -€20.00</p><p>Limit: ≤ 5 t</p><p>Fee: 3 %</p><p>Speed: 90 km/h</p><p>Trend: ↑ 12</p><p>Grade: A-</p><p>Stop 2 of 9</p><p>Stars: ★★</p><p>Status: <b>Draft</b></p>
        <p>Fuel <span class="chip">Petrol</span> <span class="chip on">Diesel</span> <span class="chip">Gas</span></p><p>Language: <a href="#de">Deutsch</a> <b>English</b></p>
        <p>Seats <label><input type="radio" name="s">Two</label> <label><input type="radio" name="s" checked>Five</label></p>
        <div class="cards"><section class="card"><h3>Radio</h3><dl><dt>Installed</dt><dd>No</dd><dt>Maker</dt><dd>Bosk</dd></dl></section><section class="card"><h3>Alarm</h3><dl><dt>Installed</dt><dd>Yes</dd><dt>Maker</dt><dd>Lund</dd></dl></section></div>
        <table><thead><tr><th>Person</th><th>Supervisor</th><th>Deputy</th><th>Wage</th></tr></thead><tbody><tr><td>Anja Kern</td><td>Bo Lund</td><td>Carl Ott</td><td>€ 40</td></tr><tr><td>Carl Ott</td><td>Anja Kern</td><td></td><td>€ 30</td></tr></tbody></table>
        <span title="Engine trouble">⚠</span> <a href="#5">Stop 5</a>
        """;

    [Theory]
    [InlineData("The driver is Olga Pent")]
    [InlineData("The balance is -€20.00")]
    [InlineData("\"−€20.00\" is displayed")]
    [InlineData("The fee is 3 %")]
    [InlineData("The speed is 90 km/h")]
    [InlineData("The trend is ↑ 12")]
    [InlineData("The grade is A-")]
    [InlineData("The fuel is Diesel")]
    [InlineData("The language is English")]
    [InlineData("The status is Draft")]
    [InlineData("The maker of the Alarm is Lund")]
    [InlineData("The supervisor of Carl Ott is Anja Kern")]
    public Task True_IsHeld(string claim) => JudgeAsync(Vehicle, claim, isHeld: true);

    [Theory]
    [InlineData("The helper is Olga Pent")]
    [InlineData("The helper is Sixt Rent")]
    [InlineData("The vehicle is Olga Pent")]
    [InlineData("The balance is €20.00")]
    [InlineData("The balance is +€20.00")]
    [InlineData("The limit is ≥ 5 t")]
    [InlineData("The limit is 5 t")]
    [InlineData("The fee is 3 ‰")]
    [InlineData("The speed is 90 km")]
    [InlineData("The trend is ↓ 12")]
    [InlineData("The grade is A")]
    [InlineData("This is stop 9 of 9")]
    [InlineData("The stars are ★★★")]
    [InlineData("The status is Visible")]
    [InlineData("The fuel is Petrol")]
    [InlineData("Fuel is set to Gas")]
    [InlineData("The language is Deutsch")]
    [InlineData("Seats is set to Two")]
    [InlineData("The Radio is installed")]
    [InlineData("The Radio has been installed")]
    [InlineData("Anja Kern is the supervisor of Bo Lund")]
    [InlineData("Anja Kern supervises Bo Lund")]
    [InlineData("Carl Ott's deputy is Anja Kern")]
    [InlineData("The supervisor of Bo Lund is Anja Kern")]
    [InlineData("The wage is above 35")]
    [InlineData("Engine trouble is displayed")]
    public Task False_IsNotHeld(string claim) => JudgeAsync(Vehicle, claim, isHeld: false);
}
