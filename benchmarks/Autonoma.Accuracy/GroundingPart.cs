using System.Diagnostics;
using System.Text.Json;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Web;

namespace Autonoma.Accuracy;

/// <summary>Which element does a description mean.</summary>
public static class GroundingPart
{
    /// <param name="shared">Whether the descriptions of one state of a page share it: ten times as quick, for work on rules.</param>
    public static async Task<Score> RunAsync(string corpus, string? only, WebBrowser browser, WebSessionOptions options, Uri site, bool shared = false)
    {
        var score = new Score("grounding");
        IGrounder grounder = new Grounder();
        var state = "";
        PageStage? stage = null;
        Observation? seen = null;
        var entries = CorpusCases.Load(corpus, "grounding.json");
        foreach (var entry in shared ? entries.GroupBy(StateOf).SelectMany(group => group) : entries)
        {
            var id = entry.GetProperty("id").GetString()!;
            if (only is not null && !id.Contains(only, StringComparison.Ordinal))
                continue;
            var description = entry.GetProperty("description").GetString()!;
            var expected = entry.GetProperty("expect").ValueKind == JsonValueKind.Null ? null : entry.GetProperty("expect").GetString();
            var tags = CorpusCases.Tags(entry);
            var failure = new Failure(id, $"{description}  =>  {expected ?? "nothing"}", "");
            try
            {
                if (stage is null || !shared || state != StateOf(entry) || tags.Contains("transient"))
                {
                    if (stage is not null)
                        await stage.DisposeAsync();
                    stage = await PageStage.OpenAsync(browser, options, new Uri(site, entry.GetProperty("page").GetString()!), SetupAction.Parse(entry));
                    state = StateOf(entry);
                    seen = null;
                }

                var start = Stopwatch.GetTimestamp();
                var observation = seen ??= await stage.Driver.Screen.ObserveAsync(ObserveOptions.Default, CancellationToken.None);
                var result = grounder.Ground(description, GroundingPurpose.Click, observation, GroundingContext.None);
                score.Milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                var got = result.Node is { } node ? $"{node} <{node.Tag}#{node.ElementId}.{node.ClassName}> {result.Confidence:0.00}" : result.Outcome + ": " + result.Explanation;
                if (result.Outcome != GroundingOutcome.Found)
                {
                    if (expected is null)
                        score.RightByRefusal++;
                    score.Add(expected is null ? Mark.Right : Mark.Refused, false, failure with { Got = got }, tags);
                    continue;
                }

                UiPoint? offset = result.Region is { } region ? region.Center : null;
                var reach = await stage.Driver.Elements.ReachAsync(result.Node!.Ref, offset, CancellationToken.None);
                if (reach.Status != ReachStatus.Reachable)
                {
                    score.Add(expected is null ? Mark.Right : Mark.Refused, false, failure with { Got = $"{got}, not reachable: {reach.Status} {reach.CoveredBy}" }, tags);
                    continue;
                }

                if (expected is null)
                {
                    score.Add(Mark.Wrong, true, failure with { Got = got }, tags);
                    continue;
                }

                var hit = await HitsAsync(stage, entry, expected, reach.Point);
                score.Add(hit.Length == 0 ? Mark.Right : Mark.Wrong, false, failure with { Got = $"{got}; there: {hit}" }, tags);
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                score.Add(Mark.Refused, false, failure with { Got = "exception: " + error.Message }, tags);
            }
        }

        if (stage is not null)
            await stage.DisposeAsync();
        return score;
    }

    private static string StateOf(JsonElement entry) => entry.GetProperty("page").GetString() + (entry.TryGetProperty("setup", out var setup) ? setup.GetRawText() : "");

    /// <summary>Empty when the point hits what an entry expects, or what it takes as well; else what is there.</summary>
    internal static async Task<string> HitsAsync(PageStage stage, JsonElement entry, string expected, UiPoint point)
    {
        var last = "";
        foreach (var selector in new[] { expected }.Concat(CorpusCases.Strings(entry, "alsoAccept")))
        {
            last = await stage.HitAsync(point, selector);
            if (last.Length > 0)
                continue;
            if (!entry.TryGetProperty("region", out var region))
                return "";
            var box = await (await stage.LocateAsync(selector)).EvaluateAsync<double[]>("e => { const r = e.getBoundingClientRect(); return [r.x, r.y]; }");
            var area = new UiRect(box[0] + region[0].GetDouble(), box[1] + region[1].GetDouble(), region[2].GetDouble(), region[3].GetDouble());
            if (area.Contains(point))
                return "";
            last = $"a point outside of the region, at {point.X - box[0]:0},{point.Y - box[1]:0}";
        }

        return last;
    }
}
