using Autonoma.Engine.Checks;
using Autonoma.Engine.Driving;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>"Every", "each" and "all" of what cannot be counted hold nowhere: an empty list shows every entry it has.</summary>
public sealed class WholeClaimTests(BrowserFixture fixture)
{
    private const string Empty = """
        <h1>Podcasts</h1><input type="search" aria-label="Search"><p>No episodes found</p><p>Sort by price</p>
        """;

    private const string Filled = """
        <h1>Podcasts</h1><div role="tablist"><button role="tab" aria-selected="true">All episodes</button><button role="tab">New episodes</button></div>
        <ul><li><b>Fog</b> <span>12 min</span> <i class="st">published</i></li><li><b>Tide</b> <span>20 min</span> <i class="st">published</i></li></ul>
        <label><input type="checkbox" checked> Explicit</label><label><input type="checkbox" checked> Long</label>
        """;

    [Theory]
    [InlineData(Empty, "Every episodes found is shown", false)]
    [InlineData(Empty, "Every episode found is shown", false)]
    [InlineData(Empty, "All episodes are shown", false)]
    [InlineData(Empty, "Each episode is displayed", false)]
    [InlineData(Empty, "All episodes found are listed", false)]
    [InlineData(Empty, "Every price is displayed", false)]
    [InlineData(Empty, "Episodes found is displayed", false)]
    [InlineData(Empty, "No episodes found is displayed", true)]
    [InlineData(Empty, "'No episodes found' is displayed", true)]
    [InlineData(Empty, "Every episode is published", false)]
    [InlineData(Empty, "All checkboxes are ticked", false)]
    [InlineData(Filled, "All episodes is displayed", true)]
    [InlineData(Filled, "The All episodes tab is displayed", true)]
    [InlineData(Filled, "All checkboxes are ticked", true)]
    [InlineData(Filled, "Every checkbox is unticked", false)]
    [InlineData(Filled, "Both episodes are listed", true)]
    [InlineData(Filled, "All 3 episodes are listed", false)]
    public async Task Check_Whole_HoldsOnlyWhereItCanBeCounted(string page, string claim, bool isTrue)
    {
        await using var driver = await fixture.OpenAsync(page);
        var result = new ClaimChecker().Check(claim, await driver.Screen.ObserveAsync(ObserveOptions.Default, TestContext.Current.CancellationToken), CheckContext.None);
        (result.Verdict == CheckVerdict.Held).ShouldBe(isTrue, $"{result.Verdict}: {result.Explanation}");
    }
}
