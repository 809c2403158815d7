using Autonoma.Engine.Commands.Execution;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Recording.Format;
using Autonoma.Engine.Recording.Signals;

namespace Autonoma.Engine.Recording.Drift;

/// <summary>
/// Decides whether the element that a recorded step is about to touch is the one that was recorded. The words of the step are a condition:
/// what they do not mean is never taken, however alike it looks. The signals are another: what the words mean now must still agree with them.
/// </summary>
internal static class DriftGuard
{
    /// <summary>Share of the signals, by weight, that must still hold.</summary>
    public const double Threshold = 0.6;

    // Above this nothing else on the page can agree so much better that it must be looked for.
    private const double Sure = 0.85;
    private const double Margin = 0.15;

    // For an element that the words alone never meant, the signals have to decide alone.
    private const double ThresholdAlone = 0.7;
    private const double MarginAlone = 0.1;

    /// <summary>The element to take, or the drift.</summary>
    /// <param name="recorded">As recorded, with values put in.</param>
    /// <param name="words">The words with values put in.</param>
    /// <param name="byWords">What the words mean now.</param>
    /// <param name="screen">The screen.</param>
    public static (UiNode? Node, Drifted? Drift) Judge(RecordedTarget recorded, string words, GroundingResult byWords, Observation screen)
    {
        if (!recorded.Words)
            return ByScore(recorded, words, screen);
        if (byWords is { Outcome: GroundingOutcome.Found, Node: { } node })
            return Differs(recorded, words, node, screen) is { } drift ? (null, drift) : (node, null);
        if (byWords.Outcome == GroundingOutcome.Ambiguous)
        {
            var rivals = byWords.Candidates.Take(4).Select(candidate => Describe(candidate.Node)).ToList();
            return (null, new($"\"{words}\" meant one element when it was recorded, and means {(rivals.Count > 1 ? $"{rivals.Count} now" : "several now")}.", Describe(recorded), string.Join("; ", rivals)));
        }

        return (null, Gone(recorded, words, screen));
    }

    /// <summary>Why an element is not the recorded one; null when it is.</summary>
    public static Drifted? Differs(RecordedTarget recorded, string words, UiNode node, Observation screen)
    {
        var now = SignalReader.Read(node, screen);
        var comparison = SignalComparison.Of(recorded, now);
        Drifted Drift(string headline) => new(headline, Describe(recorded), Describe(node), comparison.Moved);
        if (!Signals.Roles.Fit(recorded.Role, now.Role))
            return Drift($"\"{words}\" means an element of another role than was recorded.");
        if (IsElsewhere(recorded, now, comparison.Score))
            return Drift($"\"{words}\" means an element in another part of the page than was recorded.");
        if (OtherEntry(recorded, words, now))
            return Drift($"\"{words}\" was recorded in the entry \"{recorded.Entry}\", and this is another one.");
        if (!Identity.Holds(recorded, words, now))
            return Drift($"\"{words}\" means an element that is called otherwise than was recorded, and nothing else identifies it.");
        if (Identity.HasAnotherIcon(recorded, now))
            return Drift($"\"{words}\" means an element that shows another icon than was recorded, and no words.");
        // An icon that is not there may still be on its way.
        if (Identity.LostItsIcon(recorded, now))
            return Drift($"\"{words}\" means an element without the icon that alone identified the recorded one.") with { IsGone = now.Icon is null };
        if (comparison.Score < Threshold)
            return Drift($"\"{words}\" means another element than was recorded: {Percent(comparison.Score)} of what was known of it holds.");
        if (comparison.Score < Sure && Best(recorded, screen, node) is { } rival && rival.Comparison.Score > comparison.Score + (Identity.Changed(recorded, now, SignalReader.Read(rival.Node, screen)) ? 0 : Margin))
            return Drift($"\"{words}\" means another element than was recorded: {Describe(rival.Node)} agrees better with the recording.");
        return null;
    }

    /// <summary>The element that agrees best with a recorded one, of a role that may stand in its place; null when none does at all.</summary>
    public static (UiNode Node, SignalComparison Comparison)? Best(RecordedTarget recorded, Observation screen, UiNode? except = null)
    {
        (UiNode Node, SignalComparison Comparison)? best = null;
        foreach (var node in Candidates(recorded, screen))
        {
            if (ReferenceEquals(node, except))
                continue;
            var comparison = SignalComparison.Of(recorded, SignalReader.Read(node, screen));
            if (best is null || comparison.Score > best.Value.Comparison.Score)
                best = (node, comparison);
        }

        return best;
    }

    private static IEnumerable<UiNode> Candidates(RecordedTarget recorded, Observation screen)
        => screen.Tree.Nodes.Where(node => !node.IsText && node.IsVisible && Signals.Roles.Fit(recorded.Role, node.Role) && (node.Role != "generic" || node.IsInteractive));

    /// <summary><c>button "Save" in main, form "Details"</c>.</summary>
    public static string Describe(RecordedTarget recorded)
        => $"{(recorded.Role == "generic" ? "element" : recorded.Role)}{Quoted(recorded.Name ?? recorded.Label ?? recorded.Text ?? recorded.Attributes?.Placeholder)}{Sections.Describe(recorded.Section)}{(recorded.Entry is { } entry ? $", entry \"{Wording.Short(entry)}\"" : "")}";

    /// <summary>The same for an element of the screen.</summary>
    public static string Describe(UiNode node) => Wording.Of(node) + Sections.Describe(Sections.Of(node));

    /// <summary>The elements that agree with a recorded one as well as the best does, or nearly, in the order of the page.</summary>
    public static IReadOnlyList<UiNode> Alike(RecordedTarget recorded, Observation screen)
    {
        if (Best(recorded, screen) is not { } best)
            return [];
        return [.. Candidates(recorded, screen).Where(node => SignalComparison.Of(recorded, SignalReader.Read(node, screen)).Score > best.Comparison.Score - MarginAlone)];
    }

    /// <summary>The element that the signals alone tell, or the drift.</summary>
    public static (UiNode? Node, Drifted? Drift) ByScore(RecordedTarget recorded, string words, Observation screen)
    {
        if (Best(recorded, screen) is not { } best || best.Comparison.Score < ThresholdAlone)
            return (null, Gone(recorded, words, screen));
        var alike = Alike(recorded, screen);
        var (index, count) = recorded.Among is [var at, var many] ? (at, many) : (0, 1);
        if (alike.Count != count)
        {
            var now = string.Join("; ", alike.Take(3).Select(Describe));
            return (null, count == 1
                ? new($"Two elements agree equally well with what was recorded for \"{words}\".", Describe(recorded), now, best.Comparison.Moved)
                : new($"\"{words}\" was one of {count} alike when it was recorded, and there {(alike.Count == 1 ? "is 1" : $"are {alike.Count}")} now.", Describe(recorded), now, best.Comparison.Moved));
        }

        var node = alike[index];
        var present = SignalReader.Read(node, screen);
        if (!Identity.IsCalled(recorded) && !Identity.ByAttribute(recorded, present) && !SignalComparison.IsOfOneSize(recorded.Box, present.Box))
            return (null, new($"What was recorded for \"{words}\" is called nothing, and what stands there now is of another size.", Describe(recorded), Describe(node), best.Comparison.Moved));
        return Differs(recorded, words, node, screen) is { } drift ? (null, drift) : (node, null);
    }

    private static Drifted Gone(RecordedTarget recorded, string words, Observation screen)
    {
        var best = Best(recorded, screen);
        var near = best is { Comparison.Score: >= 0.4 } found ? found : ((UiNode Node, SignalComparison Comparison)?)null;
        var headline = recorded.Entry is { } entry && EntryText.NamedBy(words, entry).Count > 0
            ? $"\"{words}\" was recorded in the entry \"{entry}\", and means nothing on the page now."
            : $"\"{words}\" means nothing on the page now.";
        return new(headline, Describe(recorded), near is { } there ? "most like it: " + Describe(there.Node) : "", near?.Comparison.Moved, IsGone: true);
    }

    // A wrapper that became the header, or no longer is one, is no move as long as everything else holds.
    private static bool IsElsewhere(RecordedTarget recorded, RecordedTarget now, double score)
    {
        var (was, isNow) = (Sections.KindOf(recorded.Section), Sections.KindOf(now.Section));
        return was != isNow && !(was is "content" or "header" && isNow is "content" or "header" && score >= 0.8);
    }

    private static bool OtherEntry(RecordedTarget recorded, string words, RecordedTarget now)
    {
        if (recorded.Entry is not { } entry || recorded.ByPosition is true)
            return false;
        var named = EntryText.NamedBy(words, entry);
        if (named.Count > 0)
            return now.Entry is null || EntryText.NamedBy(words, now.Entry).Intersect(named, StringComparer.Ordinal).Count() < named.Count;
        return !recorded.Words && EntryText.Overlap(entry, now.Entry) < 0.5;
    }

    private static string Quoted(string? text) => text is null ? "" : $" \"{Wording.Short(text)}\"";

    private static string Percent(double share) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Math.Floor(share * 100):0} %");
}
