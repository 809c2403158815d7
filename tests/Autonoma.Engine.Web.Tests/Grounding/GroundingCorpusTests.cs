using System.Text.Json;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Observing;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Grounding;

/// <summary>Descriptions on pages built as component libraries, content systems and old intranets render them: what is chosen must be what was meant.</summary>
public sealed class GroundingCorpusTests(BrowserFixture fixture)
{
    // Steps through shadow roots and frames; empty when the topmost element at the point is the expected one, its label, or inside one of them.
    private const string Hit = """
        ([paths, x, y]) => {
          let hit = document.elementFromPoint(x, y), dx = x, dy = y;
          for (;;) {
            if (hit && hit.tagName === 'IFRAME' && hit.contentDocument) {
              const box = hit.getBoundingClientRect();
              dx -= box.x + hit.clientLeft; dy -= box.y + hit.clientTop;
              hit = hit.contentDocument.elementFromPoint(dx, dy);
            } else if (hit && hit.shadowRoot) {
              const inner = hit.shadowRoot.elementFromPoint(dx, dy);
              if (!inner || inner === hit) break;
              hit = inner;
            } else break;
          }
          for (const path of paths) {
            let wanted = null, scope = document;
            for (const part of path.split(' >>> ')) {
              wanted = scope.querySelector(part);
              if (!wanted) break;
              scope = wanted.shadowRoot || wanted.contentDocument || wanted;
            }
            const targets = wanted ? [wanted, ...(wanted.labels || [])] : [];
            for (let e = hit; e; e = e.parentNode || e.host) if (targets.includes(e)) return '';
          }
          return hit ? hit.outerHTML.slice(0, 80) : 'nothing';
        }
        """;

    [Theory]
    [InlineData("corpus-b", 0.95)]
    [InlineData("corpus-f", 0.97)]
    [InlineData("corpus-e", 0.92)]
    [InlineData("corpus-i", 0.95)]
    [InlineData("corpus-j", 0.95)]
    public async Task Ground_DescriptionsOnForeignMarkup_ChoosesNothingWrong(string corpus, double share)
    {
        var folder = Repository.Folder($"tests/assets/{corpus}");
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "grounding.json"), TestContext.Current.CancellationToken));
        var wrong = new List<string>();
        var refused = new List<string>();
        var total = 0;
        foreach (var group in document.RootElement.EnumerateArray().GroupBy(e => e.GetProperty("page").GetString()! + (e.TryGetProperty("setup", out var setup) ? setup.GetRawText() : "")))
        {
            await using var driver = await fixture.OpenAsync();
            var screen = await LookAsync(driver, folder, group.First());
            foreach (var (entry, result) in group.Select(e => (e, new Grounder().Ground(e.GetProperty("description").GetString()!, GroundingPurpose.Click, screen, GroundingContext.None))).ToList())
            {
                total++;
                var what = $"{entry.GetProperty("id").GetString()} {entry.GetProperty("description").GetString()}: {result.Explanation}";
                var impossible = entry.GetProperty("expect").ValueKind == JsonValueKind.Null;
                if (result.Outcome != GroundingOutcome.Found)
                {
                    if (!impossible)
                        refused.Add(what);
                }
                else if (impossible || await MissesAsync(driver, entry, result))
                {
                    wrong.Add(what);
                }
            }
        }

        wrong.ShouldBeEmpty();
        ((double)refused.Count / total).ShouldBeLessThan(1 - share, string.Join('\n', refused));
    }

    private static async Task<bool> MissesAsync(WebAppDriver driver, JsonElement entry, GroundingResult result)
    {
        var reach = await driver.Elements.ReachAsync(result.Node!.Ref, result.Region?.Center, TestContext.Current.CancellationToken);
        List<string> paths = [entry.GetProperty("expect").GetString()!, .. entry.TryGetProperty("alsoAccept", out var also) ? also.EnumerateArray().Select(e => e.GetString()!) : []];
        return reach.Status != ReachStatus.Reachable || (await driver.Page.EvaluateAsync<string>(Hit, new object[] { paths, reach.Point.X, reach.Point.Y })).Length > 0;
    }

    private async Task<Observation> LookAsync(WebAppDriver driver, string folder, JsonElement entry)
    {
        var stop = TestContext.Current.CancellationToken;
        await driver.Navigation!.GoToAsync(fixture.Serve(await File.ReadAllTextAsync(Path.Combine(folder, "pages", entry.GetProperty("page").GetString()!), stop)), stop);
        await driver.Screen.SettleAsync(TimeSpan.FromMilliseconds(500), stop);
        foreach (var action in entry.TryGetProperty("setup", out var setup) ? setup.EnumerateArray() : default)
        {
            if (action.TryGetProperty("fill", out var fill))
                await driver.Page.Locator(fill[0].GetString()!).First.FillAsync(fill[1].GetString()!);
            else
                await driver.Page.Locator(action.GetProperty("click").GetString()!).First.ClickAsync();
        }

        await driver.Screen.SettleAsync(TimeSpan.FromMilliseconds(150), stop);
        return await driver.Screen.ObserveAsync(ObserveOptions.Default, stop);
    }
}
