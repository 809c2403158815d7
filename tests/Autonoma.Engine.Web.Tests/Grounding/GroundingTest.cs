using Autonoma.Engine.Driving;
using Autonoma.Engine.Grounding;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Grounding;

/// <summary>Descriptions of elements of a page in a real browser.</summary>
public abstract class GroundingTest(BrowserFixture fixture)
{
    protected BrowserFixture Fixture { get; } = fixture;

    /// <summary>Grounds each description and compares the id of what is chosen. <paramref name="pairs"/>: description, id, description, id ...; null where nothing may be chosen.</summary>
    protected async Task ChoosesAsync(string html, params string?[] pairs)
    {
        var stop = TestContext.Current.CancellationToken;
        await using var driver = await Fixture.OpenAsync();
        await driver.Navigation!.GoToAsync(Fixture.Serve($"<!DOCTYPE html><html><head><title>Quay</title></head><body style=\"font:14px Arial\">{html}</body></html>"), stop);
        await driver.Screen.SettleAsync(TimeSpan.FromMilliseconds(300), stop);
        var seen = await driver.Screen.ObserveAsync(ObserveOptions.Default, stop);
        var wrong = new List<string>();
        for (var i = 0; i < pairs.Length; i += 2)
        {
            var result = new Grounder().Ground(pairs[i]!, GroundingPurpose.Click, seen, GroundingContext.None);
            var chosen = result.Outcome == GroundingOutcome.Found ? result.Node!.ElementId : null;
            if (chosen != pairs[i + 1])
                wrong.Add($"\"{pairs[i]}\": {chosen ?? "none"} instead of {pairs[i + 1] ?? "none"}. {result.Explanation}");
        }

        wrong.ShouldBeEmpty();
    }
}
