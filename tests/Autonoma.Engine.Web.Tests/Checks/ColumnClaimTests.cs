using Autonoma.Engine.Checks;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Observing;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>Claims that a column, a label or a shape decides: each true one beside others that are nearly true.</summary>
public sealed class ColumnClaimTests(BrowserFixture fixture)
{
    private const string Kennel = """
        <h1>Dogs</h1><table><thead><tr><th>Tag</th><th>Name</th><th>Keeper</th><th>Vaccinated</th><th>Weight</th><th>Last walk</th><th>Brought by</th></tr></thead><tbody>
        <tr><td>K-1</td><td>Bello</td><td>Ute Hahn</td><td>Yes</td><td>12 kg</td><td>3 May 2032</td><td>Police</td></tr>
        <tr><td>K-2</td><td>Rex</td><td>—</td><td>No</td><td>31 kg</td><td>1 May 2032 (late)</td><td>Finder</td></tr>
        <tr><td>K-3</td><td>Luna</td><td>not assigned</td><td>Yes</td><td>9 kg</td><td>4 May 2032</td><td>Finder</td></tr></tbody></table>
        <div><span>Free kennels</span> <b>5</b></div>
        """;

    private const string Boat = """
        <table><tr><th>Skipper</th><td>Nobody</td><th>Mate</th><td>Ane Lie</td></tr><tr><th>Draught</th><td>2.1 m</td><th>Price</th><td><s>€ 90</s> € 70</td></tr></table>
        <p>Open jobs <b>7</b></p><button aria-expanded="false">Deck plan</button><label>Depth <input value="0"></label><p style="color:#b00">Depth is too small</p>
        <fieldset><legend>Rig</legend><input type="radio" name="r">Sloop <input type="radio" name="r" checked>Ketch</fieldset>
        <p>Grade: <b>B</b> (provisional)</p><label>Trim <input type="range" min="0" max="100" value="40"></label>
        <div class="x1"><div>Anchor watch</div><div class="q yes" style="width:40px;height:20px;border-radius:10px;background:#283;cursor:pointer;position:relative"><i style="position:absolute;left:22px;top:2px;width:16px;height:16px;border-radius:8px;background:#fff"></i></div></div>
        <div class="x1"><div>Bilge alarm</div><div class="q" style="width:40px;height:20px;border-radius:10px;background:#bbb;cursor:pointer;position:relative"><i style="position:absolute;left:2px;top:2px;width:16px;height:16px;border-radius:8px;background:#fff"></i></div></div>
        <div style="position:fixed;bottom:10px;left:20px" role="status">Log entry kept</div>
        """;

    [Theory]
    [InlineData(Kennel, "Rex has no keeper", true)]
    [InlineData(Kennel, "Bello has no keeper", false)]
    [InlineData(Kennel, "Luna lacks a keeper", true)]
    [InlineData(Kennel, "every dog has a keeper", false)]
    [InlineData(Kennel, "the keeper of K-2 is missing", true)]
    [InlineData(Kennel, "the keeper of K-1 is missing", false)]
    [InlineData(Kennel, "Two dogs are vaccinated", true)]
    [InlineData(Kennel, "three dogs are vaccinated", false)]
    [InlineData(Kennel, "all dogs are vaccinated", false)]
    [InlineData(Kennel, "Rex is vaccinated", false)]
    [InlineData(Kennel, "K-3 was brought by Finder", true)]
    [InlineData(Kennel, "K-1 was brought by Finder", false)]
    [InlineData(Kennel, "5 kennels are free", true)]
    [InlineData(Kennel, "4 kennels are free", false)]
    [InlineData(Kennel, "The most recent walk was that of Luna", true)]
    [InlineData(Kennel, "The most recent walk was that of Bello", false)]
    [InlineData(Kennel, "Rex is late", true)]
    [InlineData(Kennel, "Luna is late", false)]
    [InlineData(Kennel, "there is only one Finder", false)]
    [InlineData(Boat, "7 jobs are open", true)]
    [InlineData(Boat, "6 jobs are open", false)]
    [InlineData(Boat, "7 jobs are closed", false)]
    [InlineData(Boat, "'Depth is too small' is shown in red below Depth", true)]
    [InlineData(Boat, "'Depth is too small' is shown in blue below Depth", false)]
    [InlineData(Boat, "Skipper is Nobody", true)]
    [InlineData(Boat, "The mate is Ane Lie", true)]
    [InlineData(Boat, "The mate is Nobody", false)]
    [InlineData(Boat, "Price is € 70", true)]
    [InlineData(Boat, "Price is € 90", false)]
    [InlineData(Boat, "Rig is Ketch", true)]
    [InlineData(Boat, "Rig is Sloop", false)]
    [InlineData(Boat, "Anchor watch is on", true)]
    [InlineData(Boat, "Bilge alarm is on", false)]
    [InlineData(Boat, "Bilge alarm is off", true)]
    [InlineData(Boat, "'Log entry kept' pops up at the bottom", true)]
    [InlineData(Boat, "'Log entry kept' is displayed at the top", false)]
    public async Task Check_ClaimThatTheStructureDecides_IsHeldWhenTrueOnly(string body, string claim, bool holds)
    {
        await using var driver = await fixture.OpenAsync(body);
        var seen = await driver.Screen.ObserveAsync(ObserveOptions.Default, TestContext.Current.CancellationToken);
        var result = new ClaimChecker().Check(claim, seen, CheckContext.None);
        (result.Verdict == CheckVerdict.Held).ShouldBe(holds, result.Explanation);
    }
}
