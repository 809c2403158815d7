using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Commands;

/// <summary>
/// Whether what the last action brings has come, where a step does not say what it looks like ("until the result is there", "until the slots have been looked up"): the page is at rest and shows
/// something new that is no refusal. That a deed is done only a page can tell that told before that it was at it ("Looking up slots…").
/// </summary>
internal static class Arrival
{
    // What the forms of an irregular verb share: "sent" and "sending".
    private const int IrregularRoot = 3;

    /// <summary>What was seen of it; null when nothing was.</summary>
    /// <param name="before">The screen before the last action; null when nothing was done yet.</param>
    /// <param name="now">The screen at rest.</param>
    /// <param name="deed">What is to be done, as a folded participle; empty when anything new will do.</param>
    public static string? Seen(Observation? before, Observation now, string deed)
    {
        if (before is null || now.Fingerprint == before.Fingerprint)
            return null;
        var changes = now.Changes.Select(c => (c.Kind, Text: TextFold.Fold(c.Text))).ToList();
        if (changes.Exists(c => c.Kind == UiChangeKind.Appeared && IsRefusal(c.Text) && IsThere(now, c.Text)))
            return null;
        if (deed.Length == 0)
            return "the page was at rest and showed something new";
        var told = changes.Select(c => c.Text).Concat(before.Tree.Nodes.Where(n => n.IsText).Select(n => TextFold.Fold(n.OwnText)))
            .FirstOrDefault(t => TellsOf(t, deed) && !IsThere(now, t));
        return told is null ? null : $"the page no longer said \"{told}\"";
    }

    /// <summary>Why a wait without a claim ended in vain; empty when there is nothing to say.</summary>
    public static string Why(WaitCondition condition)
        => condition.Deed.Length > 0 ? $"undecidable: the page never said that it was at it and then no longer. Say what is shown when it has been {condition.Deed}."
            : condition.IsArrival ? "The page showed nothing new, or said that something went wrong." : "";

    private static bool IsRefusal(string text) => Words(text).Any(w => DenialWords.Contains(w) || DenialWords.IsFailure(w));

    private static bool IsThere(Observation now, string text) => now.Tree.Nodes.Any(n => n.IsText && !n.VisibleBounds.IsEmpty && text.Contains(TextFold.Fold(n.OwnText).Trim(), StringComparison.Ordinal) && n.OwnText.Trim().Length * 2 > text.Length);

    /// <summary>Begins with the -ing form of the verb, as a page says that it is at it: "looking up ...".</summary>
    private static bool TellsOf(string text, string deed)
    {
        if (Words(text).FirstOrDefault() is not { Length: > 5 } doing || !doing.EndsWith("ing", StringComparison.Ordinal))
            return false;
        var root = doing[..^3];
        return deed.EndsWith("ed", StringComparison.Ordinal) ? Bare(deed[..^2]) == Bare(root) : deed.Length >= IrregularRoot && root.StartsWith(deed[..IrregularRoot], StringComparison.Ordinal);
    }

    // "cancell-ing" and "cancel-ed", "copy-ing" and "copi-ed"
    private static string Bare(string root) => root.Length > 2 && root[^1] == root[^2] ? root[..^1] : root.EndsWith('i') ? root[..^1] + "y" : root;

    private static string[] Words(string text) => text.Split([' ', '\n', '.', ',', '!', '?', ':', ';', '…', '(', ')', '"'], StringSplitOptions.RemoveEmptyEntries);
}
