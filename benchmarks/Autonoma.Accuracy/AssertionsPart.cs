using System.Diagnostics;
using Autonoma.Engine.Checks;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Web;

namespace Autonoma.Accuracy;

/// <summary>Is a statement about the page true.</summary>
public static class AssertionsPart
{
    public static async Task<Score> RunAsync(string corpus, string? only, WebBrowser browser, WebSessionOptions options, Uri site)
    {
        var score = new Score("assertions");
        IClaimChecker checker = new ClaimChecker();
        foreach (var entry in CorpusCases.Load(corpus, "assertions.json"))
        {
            var id = entry.GetProperty("id").GetString()!;
            if (only is not null && !id.Contains(only, StringComparison.Ordinal))
                continue;
            var claim = entry.GetProperty("instruction").GetString()!;
            var expected = entry.GetProperty("expect").GetBoolean();
            var tags = CorpusCases.Tags(entry);
            var failure = new Failure(id, $"{claim}  =>  {(expected ? "true" : "false")}", "");
            try
            {
                await using var stage = await PageStage.OpenAsync(browser, options, new Uri(site, entry.GetProperty("page").GetString()!), SetupAction.Parse(entry));
                var start = Stopwatch.GetTimestamp();
                var observation = await stage.Driver.Screen.ObserveAsync(ObserveOptions.Default, CancellationToken.None);
                var result = checker.Check(claim, observation, new CheckContext(GroundingContext.None, stage.Before));
                score.Milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                var got = $"{result.Verdict}: {result.Explanation}";
                var mark = (expected, result.Verdict) switch
                {
                    (true, CheckVerdict.Held) => Mark.Right,
                    (true, CheckVerdict.Undecidable) => Mark.Refused,
                    (true, _) => Mark.Wrong,
                    (false, CheckVerdict.Held) => Mark.Wrong,
                    (false, _) => Mark.Right,
                };
                if (mark == Mark.Right && result.Verdict == CheckVerdict.Undecidable)
                    score.RightByRefusal++;
                score.Add(mark, !expected && result.Verdict == CheckVerdict.Held, failure with { Got = got }, tags);
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                score.Add(Mark.Refused, false, failure with { Got = "exception: " + error.Message }, tags);
            }
        }

        return score;
    }
}
