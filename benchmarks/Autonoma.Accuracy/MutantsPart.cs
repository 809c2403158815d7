using Autonoma.Engine.Checks;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Web;

namespace Autonoma.Accuracy;

/// <summary>
/// True claims, each made false in one place (<see cref="ClaimMutants"/>) and judged again on the same screen; those that are not held are denied only. Those that are still held are printed: some are true by chance,
/// every other one is a false claim accepted. The claims that are false in the corpus were written by people; these look where nobody looked.
/// </summary>
public static class MutantsPart
{
    public static async Task<Score> RunAsync(string corpus, string? only, WebBrowser browser, WebSessionOptions options, Uri site)
    {
        var score = new Score("mutants");
        IClaimChecker checker = new ClaimChecker();
        foreach (var entry in CorpusCases.Load(corpus, "assertions.json"))
        {
            var id = entry.GetProperty("id").GetString()!;
            if (!entry.GetProperty("expect").GetBoolean() || only is not null && !id.Contains(only, StringComparison.Ordinal))
                continue;
            var claim = entry.GetProperty("instruction").GetString()!;
            await using var stage = await PageStage.OpenAsync(browser, options, new Uri(site, entry.GetProperty("page").GetString()!), SetupAction.Parse(entry));
            var observation = await stage.Driver.Screen.ObserveAsync(ObserveOptions.Default, CancellationToken.None);
            var context = new CheckContext(GroundingContext.None, stage.Before);
            // A true claim that is called false by a rule which looked elsewhere is a nuisance; its denial, held by the same rule, would be a false pass.
            var isHeld = checker.Check(claim, observation, context).Verdict == CheckVerdict.Held;
            foreach (var (way, mutant) in isHeld ? ClaimMutants.Of(claim) : ClaimMutants.Denials(claim))
            {
                var result = checker.Check(mutant, observation, context);
                var held = result.Verdict == CheckVerdict.Held;
                score.Add(held ? Mark.Wrong : Mark.Right, held, new Failure(id, $"{mutant}  <=  {claim}", $"{result.Verdict}: {result.Explanation}"), [way]);
            }
        }

        return score;
    }
}
