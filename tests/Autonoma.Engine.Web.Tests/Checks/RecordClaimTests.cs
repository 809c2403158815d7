using System.Text.Json;
using Autonoma.Engine.Checks;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Observing;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>Claims about how many, which only, in which state, on pages with many like things.</summary>
public sealed class RecordClaimTests(BrowserFixture fixture)
{
    private static readonly string Folder = Repository.Folder("tests/assets/corpus-g");

    [Fact]
    public async Task Check_ClaimsAboutRecords_AcceptsNoFalseOneAndMostTrueOnes()
    {
        var stop = TestContext.Current.CancellationToken;
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, "assertions.json"), stop));
        var screens = new Dictionary<string, Observation>(StringComparer.Ordinal);
        var wrong = new List<string>();
        var missed = new List<string>();
        var trueOnes = 0;
        await using var driver = await fixture.OpenAsync();
        foreach (var entry in document.RootElement.EnumerateArray())
        {
            var page = entry.GetProperty("page").GetString()!;
            var key = page + (entry.TryGetProperty("setup", out var setup) ? setup.GetRawText() : "");
            if (!screens.TryGetValue(key, out var screen))
            {
                await driver.Navigation!.GoToAsync(fixture.Serve("<html lang=\"en\">" + await File.ReadAllTextAsync(Path.Combine(Folder, "pages", page), stop)), stop);
                await driver.Screen.MarkAsync(stop);
                foreach (var action in setup.ValueKind == JsonValueKind.Array ? setup.EnumerateArray() : default)
                    await driver.Page.Locator(action.GetProperty("click").GetString()!).First.ClickAsync();
                screens[key] = screen = await driver.Screen.ObserveAsync(ObserveOptions.Default, stop);
            }

            var expect = entry.GetProperty("expect").GetBoolean();
            var claim = entry.GetProperty("instruction").GetString()!;
            var result = new ClaimChecker().Check(claim, screen, CheckContext.None);
            trueOnes += expect ? 1 : 0;
            if (!expect && result.Verdict == CheckVerdict.Held)
                wrong.Add($"{page}: {claim}");
            if (expect && result.Verdict != CheckVerdict.Held)
                missed.Add($"{page}: {claim}: {result.Explanation}");
        }

        wrong.ShouldBeEmpty();
        missed.Count.ShouldBeLessThan(1 + trueOnes / 20, string.Join('\n', missed));
    }
}
