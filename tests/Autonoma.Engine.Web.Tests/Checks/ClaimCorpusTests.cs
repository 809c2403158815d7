using System.Text.Json;
using System.Text.RegularExpressions;
using Autonoma.Engine.Checks;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Observing;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>True and nearly true claims on pages of their own: a false one that is accepted is the worst thing the product can do.</summary>
public sealed partial class ClaimCorpusTests(BrowserFixture fixture)
{
    private static readonly string Folder = Repository.Folder("tests/assets/corpus-c");

    private sealed record Entry(string Id, string Page, string Instruction, bool Expect, JsonElement? Setup);

    [Fact]
    public async Task Check_ClaimsOnFreshPages_AcceptsNoFalseOneAndMostTrueOnes()
    {
        var wrong = new List<string>();
        var missed = new List<string>();
        var trueOnes = 0;
        await using var driver = await fixture.OpenAsync();
        foreach (var entry in Entries())
        {
            var result = new ClaimChecker().Check(entry.Instruction, await LookAsync(driver, entry), CheckContext.None);
            trueOnes += entry.Expect ? 1 : 0;
            if (!entry.Expect && result.Verdict == CheckVerdict.Held)
                wrong.Add($"{entry.Id} {entry.Instruction}");
            if (entry.Expect && result.Verdict != CheckVerdict.Held)
                missed.Add($"{entry.Id} {entry.Instruction}: {result.Explanation}");
        }

        wrong.ShouldBeEmpty();
        missed.Count.ShouldBeLessThan(trueOnes / 8, string.Join('\n', missed));
    }

    [Fact]
    public async Task Check_NumberOnThePageChanged_NoLongerHolds()
    {
        var stillHeld = new List<string>();
        var changed = 0;
        await using var driver = await fixture.OpenAsync();
        foreach (var entry in Entries().Where(e => e.Expect && Number().IsMatch(e.Instruction) && !Counted().IsMatch(e.Instruction)))
        {
            if (new ClaimChecker().Check(entry.Instruction, await LookAsync(driver, entry), CheckContext.None).Verdict != CheckVerdict.Held)
                continue;
            var number = Number().Match(entry.Instruction).Value;
            var count = await driver.Page.EvaluateAsync<int>("""
                number => {
                  let count = 0;
                  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                  while (walker.nextNode()) {
                    const node = walker.currentNode;
                    if (node.parentElement.closest('script, style') || !node.data.includes(number)) continue;
                    node.data = node.data.replaceAll(number, number.replace(/[0-9]/, d => d === '8' ? '3' : String(+d + 1)));
                    count++;
                  }
                  return count;
                }
                """, number);
            if (count == 0)
                continue;
            changed++;
            var after = await driver.Screen.ObserveAsync(ObserveOptions.Default, TestContext.Current.CancellationToken);
            if (new ClaimChecker().Check(entry.Instruction, after, CheckContext.None).Verdict == CheckVerdict.Held)
                stillHeld.Add($"{entry.Id} {entry.Instruction}");
        }

        changed.ShouldBeGreaterThan(10);
        stillHeld.ShouldBeEmpty();
    }

    private async Task<Observation> LookAsync(WebAppDriver driver, Entry entry)
    {
        var stop = TestContext.Current.CancellationToken;
        await driver.Navigation!.GoToAsync(fixture.Serve(await File.ReadAllTextAsync(Path.Combine(Folder, "pages", entry.Page), stop)), stop);
        await driver.Screen.MarkAsync(stop);
        foreach (var action in entry.Setup?.EnumerateArray() ?? default)
            await driver.Page.Locator(action.GetProperty("click").GetString()!).First.ClickAsync();
        return await driver.Screen.ObserveAsync(ObserveOptions.Default, stop);
    }

    private static List<Entry> Entries()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "assertions.json")));
        return [.. document.RootElement.EnumerateArray().Select(e => new Entry(e.GetProperty("id").GetString()!, e.GetProperty("page").GetString()!, e.GetProperty("instruction").GetString()!, e.GetProperty("expect").GetBoolean(), e.TryGetProperty("setup", out var setup) ? setup.Clone() : null))];
    }

    [GeneratedRegex(@"\d[\d.,]*\d|\d")]
    private static partial Regex Number();

    // How many entries there are, or wear a mark, is counted: no number on the page says it.
    [GeneratedRegex(@"^There are|^\d+ \w+ are marked")]
    private static partial Regex Counted();
}
