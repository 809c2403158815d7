using System.Text.RegularExpressions;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Web;

namespace Autonoma.Accuracy;

/// <summary>
/// Descriptions that find an element, each with one word of content changed to a word that the page does not have: nothing may be found then. Words that say the kind, the place or how two
/// things are tied are left alone. What is still found is printed: each is a wrong choice that a renamed control would have led to.
/// </summary>
public static partial class GroundingMutantsPart
{
    private static readonly string[] Strangers = ["quillon", "Marvane", "tessel", "Ostrava", "brindle", "Fenwick", "gorse", "Lumeria"];

    private static readonly HashSet<string> Ties = new(StringComparer.Ordinal)
    {
        "the", "a", "an", "of", "in", "on", "at", "to", "for", "from", "by", "with", "and", "or", "under", "below", "above", "next", "beside", "near", "left", "right", "top", "bottom", "inside", "within", "between", "that", "which", "is",
        "first", "second", "third", "fourth", "fifth", "sixth", "last", "little", "small", "big", "its", "it", "one", "this", "upper", "lower", "main", "corner", "side", "side's", "says", "reads", "labelled", "called", "named", "front", "over",
    };

    public static async Task<Score> RunAsync(string corpus, string? only, WebBrowser browser, WebSessionOptions options, Uri site)
    {
        var score = new Score("grounding-mutants");
        IGrounder grounder = new Grounder();
        var entries = CorpusCases.Load(corpus, "grounding.json").Where(entry => entry.GetProperty("expect").ValueKind == System.Text.Json.JsonValueKind.String && (only is null || entry.GetProperty("id").GetString()!.Contains(only, StringComparison.Ordinal)));
        foreach (var screen in entries.GroupBy(entry => entry.GetProperty("page").GetString() + (entry.TryGetProperty("setup", out var setup) ? setup.GetRawText() : "")))
        {
            await using var stage = await PageStage.OpenAsync(browser, options, new Uri(site, screen.First().GetProperty("page").GetString()!), SetupAction.Parse(screen.First()));
            var observation = await stage.Driver.Screen.ObserveAsync(ObserveOptions.Default, CancellationToken.None);
            foreach (var entry in screen)
            {
                var description = entry.GetProperty("description").GetString()!;
                if (grounder.Ground(description, GroundingPurpose.Click, observation, GroundingContext.None).Outcome != GroundingOutcome.Found)
                    continue;
                foreach (var mutant in Of(description))
                {
                    var result = grounder.Ground(mutant, GroundingPurpose.Click, observation, GroundingContext.None);
                    var found = result.Outcome == GroundingOutcome.Found;
                    score.Add(found ? Mark.Wrong : Mark.Right, found, new Failure(entry.GetProperty("id").GetString()!, $"{mutant}  <=  {description}", $"{result.Node} {result.Confidence:0.00}: {result.Explanation}"), CorpusCases.Tags(entry));
                }
            }
        }

        return score;
    }

    /// <summary>The description with each word of content changed in turn.</summary>
    public static IEnumerable<string> Of(string description)
    {
        var words = Word().Matches(description);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i].Value;
            if (word.Length < 3 || Ties.Contains(word.ToLowerInvariant()) || KindWords.TryKind(word, out _))
                continue;
            var stranger = Strangers[(word.Length + i) % Strangers.Length];
            stranger = char.IsUpper(word[0]) ? char.ToUpperInvariant(stranger[0]) + stranger[1..] : stranger.ToLowerInvariant();
            yield return description[..words[i].Index] + stranger + description[(words[i].Index + word.Length)..];
        }
    }

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}'’-]*")]
    private static partial Regex Word();
}
