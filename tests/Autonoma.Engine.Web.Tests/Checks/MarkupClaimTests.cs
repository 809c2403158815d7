using System.Text.Json;
using Autonoma.Engine.Checks;
using Autonoma.Engine.Driving;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>True and nearly true claims on pages of component libraries: chips, utility classes, switches, slots.</summary>
public sealed class MarkupClaimTests(BrowserFixture fixture)
{
    private static readonly string Folder = Repository.Folder("tests/assets/corpus-h");

    [Fact]
    public async Task Check_ClaimsOnComponentMarkup_AcceptsNoFalseOneAndMostTrueOnes()
    {
        var stop = TestContext.Current.CancellationToken;
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, "assertions.json"), stop));
        var wrong = new List<string>();
        var missed = new List<string>();
        var trueOnes = 0;
        await using var driver = await fixture.OpenAsync();
        foreach (var page in document.RootElement.EnumerateArray().GroupBy(e => e.GetProperty("page").GetString()!))
        {
            await driver.Navigation!.GoToAsync(fixture.Serve(await File.ReadAllTextAsync(Path.Combine(Folder, "pages", page.Key), stop)), stop);
            var screen = await driver.Screen.ObserveAsync(ObserveOptions.Default, stop);
            foreach (var entry in page)
            {
                var (claim, expect) = (entry.GetProperty("instruction").GetString()!, entry.GetProperty("expect").GetBoolean());
                var result = new ClaimChecker().Check(claim, screen, CheckContext.None);
                trueOnes += expect ? 1 : 0;
                if (!expect && result.Verdict == CheckVerdict.Held)
                    wrong.Add($"{page.Key}: {claim}");
                if (expect && result.Verdict != CheckVerdict.Held)
                    missed.Add($"{page.Key}: {claim}: {result.Explanation}");
            }
        }

        wrong.ShouldBeEmpty();
        missed.Count.ShouldBeLessThan(1 + (trueOnes / 4), string.Join('\n', missed));
    }
}
