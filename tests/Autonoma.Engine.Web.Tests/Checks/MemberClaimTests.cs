using Autonoma.Engine.Checks;
using Autonoma.Engine.Driving;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>What is claimed of the entries of a list or table: which is the most, which are the only ones, how many, in what order. Each true one beside others that are nearly true.</summary>
public sealed class MemberClaimTests(BrowserFixture fixture)
{
    private const string Cards = """
        <h1>Boats for hire</h1><div class="boats">
        <div class="c"><i class="r">Last one</i><h3>Avocet</h3><span class="p">€ 40</span><small>2 h 30 min · 12,400 trips</small><span class="t">Sail</span></div>
        <div class="c"><h3>Bittern</h3><span class="p">€ 25</span><small>45 min · 9,100 trips</small><span class="t">Oar</span></div>
        <div class="c"><i class="r">Out for repair</i><h3>The Curlew</h3><span class="p">€ 95</span><small>3 h · 800 trips</small><span class="t">Sail</span></div>
        <div class="c"><h3>Dunlin</h3><span class="p">€ 60</span><small>90 min · 4,020 trips</small><span class="t">Motor</span></div></div>
        """;

    private const string Table = """
        <table border=1><tr bgcolor="#ccc"><td><b>Lock</b></td><td><b>Keeper</b></td><td><b>Depth (m)</b></td><td><b>Weight (kg)</b></td><td><b>Open</b></td></tr>
        <tr><td>Nether lock</td><td>Ada Penn</td><td>2.4</td><td>410</td><td>yes</td></tr><tr><td>Mill lock</td><td>Bo Strand</td><td>3.1</td><td>388</td><td>no</td></tr><tr><td>Top lock</td><td>Ada Penn</td><td>1.9</td><td>402</td><td>yes</td></tr></table><p>3 locks in all. Warning: the towpath is flooded below Mill lock.</p>
        """;

    private const string Log = """
        <section aria-label="Sightings"><article><h3>Otter at dawn</h3><footer>by Wren, <time>4 May 2032, 05:10</time></footer></article><article><h3>Two herons</h3><footer>by Ola, <time>3 May 2032, 21:40</time></footer></article><article><h3>Kingfisher</h3><footer>by Wren, <time>3 May 2032, 09:15</time></footer></article></section>
        <label>Place <input value="Weir"></label><div role="status">Otter at dawn has been saved</div><p role="alert">Gauge 4 failed. Level is at 7 %.</p>
        """;

    [Theory]
    [InlineData(Cards, "The cheapest boat is Bittern", true)]
    [InlineData(Cards, "The cheapest boat is Avocet", false)]
    [InlineData(Cards, "The cheapest boat costs € 25", true)]
    [InlineData(Cards, "The cheapest boat costs € 40", false)]
    [InlineData(Cards, "The Curlew is the most expensive boat", true)]
    [InlineData(Cards, "Dunlin is the most expensive boat", false)]
    [InlineData(Cards, "Dunlin is not the most expensive boat", true)]
    [InlineData(Cards, "The cheapest motor boat is Bittern", false)]
    [InlineData(Cards, "The shortest boat is Bittern", true)]
    [InlineData(Cards, "The shortest boat is Dunlin", false)]
    [InlineData(Cards, "Avocet has the most trips", true)]
    [InlineData(Cards, "Bittern has the most trips", false)]
    [InlineData(Cards, "The boat with the fewest trips is The Curlew", true)]
    [InlineData(Cards, "The boat with the fewest trips is Dunlin", false)]
    [InlineData(Cards, "Only The Curlew is out for repair", true)]
    [InlineData(Cards, "Only Avocet is out for repair", false)]
    [InlineData(Cards, "Only Avocet is marked Sail", false)]
    [InlineData(Cards, "Avocet carries the badge Last one", true)]
    [InlineData(Cards, "Dunlin carries the badge Last one", false)]
    [InlineData(Cards, "The ribbon of Avocet reads Last one", true)]
    [InlineData(Cards, "The boats are listed in alphabetical order", false)]
    [InlineData(Table, "The locks are sorted by depth", false)]
    [InlineData(Table, "The rusty lock with the largest depth is Mill lock", false)]
    [InlineData(Log, "Three sightings are by Wren", false)]
    [InlineData(Cards, "The Curlew cannot be hired for zebras", false)]
    [InlineData(Table, "Two locks have Ada Penn as keeper", false)]
    [InlineData(Table, "Mill lock has the largest depth", true)]
    [InlineData(Table, "Nether lock has the largest depth", false)]
    [InlineData(Table, "The heaviest lock is Nether lock", true)]
    [InlineData(Table, "The heaviest lock is Top lock", false)]
    [InlineData(Table, "The heaviest lock is Nether lock with 410 kg", true)]
    [InlineData(Table, "The heaviest lock is Nether lock with 388 kg", false)]
    [InlineData(Table, "The heaviest lock is Nether lock with 410 g", false)]
    [InlineData(Cards, "The Curlew cannot be put in for zebras", false)]
    [InlineData(Table, "Only Mill lock is not open", true)]
    [InlineData(Table, "Only Top lock is not open", false)]
    [InlineData(Table, "A warning says that the towpath is flooded below Mill lock", true)]
    [InlineData(Table, "A warning says that the towpath is flooded below Top lock", false)]
    [InlineData(Log, "The most recent sighting is Otter at dawn", true)]
    [InlineData(Log, "The most recent sighting is Two herons", false)]
    [InlineData(Log, "The oldest sighting is Kingfisher", true)]
    [InlineData(Log, "The oldest sighting is Two herons", false)]
    [InlineData(Log, "The sightings are in reverse chronological order", true)]
    [InlineData(Log, "The sightings are listed in chronological order", false)]
    [InlineData(Log, "The Place field is prefilled with Weir", true)]
    [InlineData(Log, "The Place field is prefilled with Mill", false)]
    [InlineData(Log, "The message Otter at dawn has been saved appears", true)]
    [InlineData(Log, "The message Kingfisher has been saved appears", false)]
    [InlineData(Log, "The alert says that gauge 4 failed", true)]
    [InlineData(Log, "The alert says that gauge 7 failed", false)]
    public async Task Check_OfEntries_IsHeldOnlyWhenTrue(string page, string claim, bool expected)
    {
        await using var driver = await fixture.OpenAsync(page);
        var screen = await driver.Screen.ObserveAsync(ObserveOptions.Default, TestContext.Current.CancellationToken);
        var result = new ClaimChecker().Check(claim, screen, CheckContext.None);
        (result.Verdict == CheckVerdict.Held).ShouldBe(expected, result.Explanation);
    }
}
