using System.Diagnostics;
using Autonoma.Engine.Checks;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Web;

namespace Autonoma.Accuracy;

/// <summary>Is a statement about the page true.</summary>
public static class AssertionsPart
{
    public static async Task<Score> RunAsync(string corpus, string? only, WebBrowser browser, WebSessionOptions options, Uri site)
    {
        var score = new Score("assertions");
        IClaimChecker checker = new ClaimChecker();
        // Claims on the same page after the same setup are judged on one look at it.
        var looks = new Dictionary<string, (Observation Now, Observation? Before)>(StringComparer.Ordinal);
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
                var page = entry.GetProperty("page").GetString()!;
                var key = page + (entry.TryGetProperty("setup", out var setup) ? setup.GetRawText() : "");
                var start = Stopwatch.GetTimestamp();
                if (!looks.TryGetValue(key, out var look))
                {
                    await using var stage = await PageStage.OpenAsync(browser, options, new Uri(site, page), SetupAction.Parse(entry));
                    start = Stopwatch.GetTimestamp();
                    looks[key] = look = (await stage.Driver.Screen.ObserveAsync(ObserveOptions.Default, CancellationToken.None), stage.Before);
                }

                var result = checker.Check(claim, look.Now, new CheckContext(GroundingContext.None, look.Before));
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
