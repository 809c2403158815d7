using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>A small word says who did it to whom, from where to where, at least how many, when, or under which label: the page says it the other way round.</summary>
public sealed class SlippedWordClaimTests(BrowserFixture fixture) : ClaimTest(fixture)
{
    private const string Harbour = """
        <h1>Harbour</h1><ul class="log"><li>Olaf moved Barge 7 from Dock to Basin</li><li>Ruth has been moved from berth 4 to berth 9.</li><li>Igor was removed from the crew.</li><li>Vera asked to join the watch.</li><li>Paul joined the watch.</li></ul>
        <h3>Pending</h3><ul><li>Nils <small>hired by Tova</small></li></ul>
        <div class="tiles"><div class="tile"><h3>Diesel</h3><b>31 l</b><small>today, 44 l yesterday</small></div><div class="tile"><h3>Tows</h3><b>12</b><em>+3 vs last week</em></div></div>
        <div class="cards"><div class="card"><h4>Mole</h4><div>Keeper: Ada Quint</div><div>Pilot: Jon Vik</div></div><div class="card"><h4>Quay</h4><div>Keeper: Jon Vik</div><div>Pilot: Ada Quint</div></div></div>
        <table><thead><tr><th>Mate</th><th>Approved</th><th>Boat</th></tr></thead><tbody><tr><td>Karl</td><td>No</td><td>Yes</td></tr><tr><td>Lena</td><td>Yes</td><td>No</td></tr></tbody></table>
        <div><label for="pin">Pin</label><input id="pin" type="password" value="ab"><small>At least 8 characters</small></div>
        """;

    [Theory]
    [InlineData("Olaf moved Barge 7 from Dock to Basin")]
    [InlineData("Nils was hired by Tova")]
    [InlineData("Karl's boat is Yes")]
    [InlineData("Diesel is 31 l")]
    public async Task Check_SmallWordIsAsThePageSays_Holds(string claim) => await JudgeAsync(Harbour, claim, true);

    [Theory]
    [InlineData("Olaf moved Barge 7 from Basin to Dock")]
    [InlineData("Nils hired Tova")]
    [InlineData("The pin must have at least 6 characters")]
    [InlineData("Karl's approval is Yes")]
    [InlineData("The Boat column contains Lena")]
    [InlineData("The consumption of diesel yesterday was 31 l")]
    [InlineData("Tows were 12 last week")]
    [InlineData("The first card is kept by Jon Vik")]
    [InlineData("Ruth is in berth 4")]
    [InlineData("Igor is in the crew")]
    [InlineData("Igor is part of the crew")]
    [InlineData("The watch includes Vera")]
    public async Task Check_SmallWordIsOtherwiseOnThePage_DoesNotHold(string claim) => await JudgeAsync(Harbour, claim, false);
}
