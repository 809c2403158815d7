using Autonoma.Engine.Checks.Scenes;

namespace Autonoma.Engine.Checks.Reading;

/// <summary>What a message says, and what of it: "The message Tray 7 has been watered appears": what a message says may be a sentence of its own, also without quotes.</summary>
internal static class MessageWords
{
    private static readonly HashSet<string> Conditions = new(StringComparer.Ordinal) { "if", "when", "whenever", "unless", "until", "once", "whether" };
    private static readonly HashSet<string> Modals = new(StringComparer.Ordinal) { "can", "could", "may", "might", "will", "would", "shall", "should", "must", "to", "able" };

    /// <summary>The claim with the words of the message as one quoted text, where it is plain that they are.</summary>
    public static List<ClaimToken> Quoted(List<ClaimToken> tokens)
    {
        var first = tokens.FindIndex(t => t.Is("the", "a", "an")) + 1;
        if (first > 4)
            return tokens;
        if (first < tokens.Count && tokens[first].Is("success", "error", "warning", "toast", "confirmation", "info"))
            first = first + 1 < tokens.Count && tokens[first + 1].Is("message", "notification", "toast", "alert") ? first + 1 : first;
        if (first >= tokens.Count || !tokens[first].Is("message", "notification", "toast", "alert", "notice", "error", "warning"))
            return tokens;
        var end = tokens[^1].Is("appears", "appeared", "shows") ? tokens.Count - 1 : tokens[^1].Is("displayed", "shown", "visible", "seen") && tokens.Count > 2 && tokens[^2].Is("is", "was") ? tokens.Count - 2 : -1;
        var words = end < 0 ? [] : tokens[(first + 1)..end];
        // A text of its own begins with a capital; what says where it is, or of what, does not.
        if (words.Count < 3 || !words[0].IsCapital || words.Any(t => t.IsQuoted) || !words.Any(t => t.Is("is", "are", "was", "were", "has", "have", "had", "been", "cannot", "must") || VerbWords.TryStrong(t, out _)))
            return tokens;
        var text = ClaimToken.Join(words.Select(t => t with { IsName = true }));
        return [.. tokens[..(first + 1)], new ClaimToken(Language.TextFold.Fold(text), text, IsQuoted: true), .. tokens[end..]];
    }

    /// <summary>
    /// The words of a sentence that it states: "If the payment failed, try again" says nothing of a failed payment, and "the order can be cancelled" nothing of a cancelled one.
    /// A claim with such a word of its own (<paramref name="claimed"/>) speaks of the condition too.
    /// </summary>
    public static string[] Stated(string sentence, List<ClaimToken> claimed)
    {
        var said = claimed.SelectMany(t => Phrase.Tokens(t.Text)).ToHashSet(StringComparer.Ordinal);
        var isModal = said.Overlaps(Modals);
        return [.. sentence.Split([',', ';', '–', '—'], StringSplitOptions.RemoveEmptyEntries).SelectMany(part => Stated(Phrase.Tokens(part), said, isModal))];
    }

    private static IEnumerable<string> Stated(string[] words, HashSet<string> said, bool isModal)
        => words.TakeWhile((w, i) => said.Contains(w) || !Conditions.Contains(w) && (isModal || !Modals.Contains(w) || i + 1 >= words.Length || words[i + 1] != "be"));
}
