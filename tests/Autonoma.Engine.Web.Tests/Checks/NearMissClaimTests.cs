using System.Text.Json;
using Autonoma.Engine.Checks;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Observing;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>Claims that a broken app would nearly make true: a neighbour's value, one exception to all, the old price. None may be held, and no true one may be called false; many are undecidable.</summary>
public sealed class NearMissClaimTests(BrowserFixture fixture)
{
    private static readonly string Folder = Repository.Folder("tests/assets/corpus-t");
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task Check_ClaimsThatAreNearlyTrue_HoldsNoneAndRefutesNoTrueOne()
    {
        var stop = TestContext.Current.CancellationToken;
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, "assertions.json"), stop));
        var wrong = new List<string>();
        await using var driver = await fixture.OpenAsync();
        foreach (var state in document.RootElement.EnumerateArray().GroupBy(e => e.GetProperty("page").GetString()! + (e.TryGetProperty("setup", out var setup) ? setup.GetRawText() : "")))
        {
            var screen = await LookAsync(driver, state.First(), stop);
            foreach (var entry in state)
            {
                var result = new ClaimChecker().Check(entry.GetProperty("instruction").GetString()!, screen, CheckContext.None);
                if (result.Verdict == (entry.GetProperty("expect").GetBoolean() ? CheckVerdict.Failed : CheckVerdict.Held))
                    wrong.Add($"{entry.GetProperty("id").GetString()} {entry.GetProperty("instruction").GetString()}: {result.Explanation}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    private async Task<Observation> LookAsync(WebAppDriver driver, JsonElement entry, CancellationToken stop)
    {
        await driver.Navigation!.GoToAsync(fixture.Serve(await File.ReadAllTextAsync(Path.Combine(Folder, "pages", entry.GetProperty("page").GetString()!), stop)), stop);
        await driver.Screen.SettleAsync(Rest, stop);
        await driver.Screen.MarkAsync(stop);
        foreach (var action in entry.TryGetProperty("setup", out var setup) ? setup.EnumerateArray() : default)
        {
            if (action.TryGetProperty("click", out var click))
                await driver.Page.Locator(Within(click)).First.ClickAsync();
            else if (action.TryGetProperty("hover", out var hover))
                await driver.Page.Locator(Within(hover)).First.HoverAsync();
            else if (action.TryGetProperty("fill", out var fill))
                await driver.Page.Locator(Within(fill[0])).First.FillAsync(fill[1].GetString()!);
            // Timers fire in order: what the page set before for that long is over when this one fires.
            else if (action.TryGetProperty("wait", out var wait))
                await driver.Page.EvaluateAsync("span => new Promise(done => setTimeout(done, span))", wait.GetInt32());
            await driver.Screen.SettleAsync(Rest, stop);
        }

        return await driver.Screen.ObserveAsync(ObserveOptions.Default, stop);
    }

    // The corpus steps into shadow roots with " >>> ", Playwright with " >> ".
    private static string Within(JsonElement path) => path.GetString()!.Replace(" >>> ", " >> ", StringComparison.Ordinal);
}
