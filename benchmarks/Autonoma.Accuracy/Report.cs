using System.Globalization;

namespace Autonoma.Accuracy;

/// <summary>Prints a line per part, and its failures by tag.</summary>
public static class Report
{
    public static void Print(Score score, bool verbose)
    {
        var times = score.Milliseconds.Order().ToList();
        var timing = times.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"  p50 {times[times.Count / 2]:0.0} ms, p95 {times[(int)(times.Count * 0.95)]:0.0} ms");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{score.Name,-11} {100.0 * score.Right / score.Total,5:0.0} % right  {score.Right}/{score.Total}, refused {score.Refused}, wrong {score.Wrong}, false accepted {score.FalseAccepted}, right by refusal {score.RightByRefusal}{timing}"));
        if (score.Apart is { } apart)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"",-11} apart (translated, paraphrase): {apart.Right}/{apart.Total} right, refused {apart.Refused}, wrong {apart.Wrong}, false accepted {apart.FalseAccepted}"));
        var byTag = score.Failures.SelectMany(failure => failure.Tags).GroupBy(tag => tag).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Take(15)
            .Select(group => $"{group.Key} {group.Count()}").ToList();
        if (byTag.Count > 0)
            Console.WriteLine($"{"",-11} failures by tag: {string.Join(", ", byTag)}");
        if (!verbose)
            return;
        foreach (var failure in score.Failures)
            Console.WriteLine($"  [{failure.Mark}] {failure.Id}  {failure.Expected}\n      {failure.Got.ReplaceLineEndings(" ")}");
    }
}
