using System.Text.Json;
using Autonoma.Engine.Checks;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Observing;
using Autonoma.TestKit;
using Microsoft.Playwright;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>Claims that a broken app would nearly make true: a neighbour's value, one exception to all, the old price. None may be held, and no true one may be called false; many are undecidable.</summary>
public sealed class NearMissClaimTests(BrowserFixture fixture)
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(3);

    /// <param name="corpus">The folder of the claims.</param>
    /// <param name="refuted">How many true ones are called false: known faults, of which there may be no more.</param>
    /// <param name="accepted">How many false ones are held: likewise.</param>
    [Theory]
    [InlineData("corpus-t", 0, 0)]
    [InlineData("corpus-u", 0, 0)]
    [InlineData("corpus-v", 0, 0)]
    [InlineData("corpus-w", 0, 0)]
    [InlineData("corpus-x", 0, 0)]
    [InlineData("corpus-z", 0, 0)]
    [InlineData("corpus-y", 48, 71)]
    public async Task Check_ClaimsThatAreNearlyTrue_HoldsNoneAndRefutesNoTrueOne(string corpus, int refuted, int accepted)
    {
        var folder = Repository.Folder("tests/assets/" + corpus);
        var stop = TestContext.Current.CancellationToken;
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "assertions.json"), stop));
        var held = new List<string>();
        var denied = new List<string>();
        await using var driver = await fixture.OpenAsync();
        foreach (var state in document.RootElement.EnumerateArray().GroupBy(e => e.GetProperty("page").GetString()! + (e.TryGetProperty("setup", out var setup) ? setup.GetRawText() : "")))
        {
            var screen = await LookAsync(driver, folder, state.First(), stop);
            foreach (var entry in state)
            {
                var result = new ClaimChecker().Check(entry.GetProperty("instruction").GetString()!, screen, CheckContext.None);
                var isTrue = entry.GetProperty("expect").GetBoolean();
                if (result.Verdict == (isTrue ? CheckVerdict.Failed : CheckVerdict.Held))
                    (isTrue ? denied : held).Add($"{entry.GetProperty("id").GetString()} {entry.GetProperty("instruction").GetString()}: {result.Explanation}");
            }
        }

        held.Count.ShouldBe(accepted, string.Join('\n', held));
        denied.Count.ShouldBe(refuted, string.Join('\n', denied));
    }

    private async Task<Observation> LookAsync(WebAppDriver driver, string folder, JsonElement entry, CancellationToken stop)
    {
        await driver.Navigation!.GoToAsync(fixture.Serve(await File.ReadAllTextAsync(Path.Combine(folder, "pages", entry.GetProperty("page").GetString()!), stop)), stop);
        await driver.Screen.SettleAsync(Rest, stop);
        await driver.Screen.MarkAsync(stop);
        foreach (var action in entry.TryGetProperty("setup", out var setup) ? setup.EnumerateArray() : default)
        {
            if (action.TryGetProperty("click", out var click))
                await (await AtAsync(driver.Page, click)).ClickAsync();
            else if (action.TryGetProperty("hover", out var hover))
                await (await AtAsync(driver.Page, hover)).HoverAsync();
            else if (action.TryGetProperty("fill", out var fill))
                await (await AtAsync(driver.Page, fill[0])).FillAsync(fill[1].GetString()!);
            else if (action.TryGetProperty("select", out var select))
                await (await AtAsync(driver.Page, select[0])).SelectOptionAsync(new SelectOptionValue { Label = select[1].GetString() });
            else if (action.TryGetProperty("press", out var press))
                await driver.Page.Keyboard.PressAsync(press.GetString()!);
            // Timers fire in order: what the page set before for that long is over when this one fires.
            else if (action.TryGetProperty("wait", out var wait))
                await driver.Page.EvaluateAsync("span => new Promise(done => setTimeout(done, span))", wait.GetInt32());
            await driver.Screen.SettleAsync(Rest, stop);
        }

        return await driver.Screen.ObserveAsync(ObserveOptions.Default, stop);
    }

    // The corpus steps into shadow roots and frames with " >>> ".
    private static async Task<ILocator> AtAsync(IPage page, JsonElement path)
    {
        var parts = path.GetString()!.Split(" >>> ");
        var at = page.Locator(parts[0]).First;
        foreach (var part in parts.Skip(1))
            at = (await at.EvaluateAsync<bool>("element => element.localName === 'iframe'") ? at.ContentFrame.Locator(part) : at.Locator(part)).First;
        return at;
    }
}
