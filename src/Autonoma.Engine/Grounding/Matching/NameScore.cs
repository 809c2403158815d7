using Autonoma.Engine.Grounding.Screens;
using Autonoma.Engine.Grounding.Wording;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Grounding.Matching;

/// <summary>How well words name a thing that goes by a text: whole, in part, in another order.</summary>
internal static class NameScore
{
    /// <summary>0 when a word is missing; 1 when they are the same.</summary>
    public static double Of(Query query, ulong mask, PageText text, ElementKind kind = ElementKind.Any)
    {
        var words = text.Words;
        if (mask == 0 || words.Length is 0 or > 60)
            return 0;
        Span<int> place = stackalloc int[64];
        ulong taken = 0;
        double sum = 0, lowest = 1;
        var count = 0;
        foreach (var t in query.Indexes(mask))
        {
            double best = 0;
            var at = -1;
            for (var w = 0; w < words.Length; w++)
            {
                if ((taken >> w & 1) != 0)
                    continue;
                var quality = query.Match(t, words[w]);
                // Of equal words the one that follows the word before is meant.
                if (quality > best || (quality == best && quality > 0 && count > 0 && w == place[count - 1] + 1))
                {
                    best = quality;
                    at = w;
                }
            }

            if (at < 0)
                return Joined(query, mask, text);
            taken |= 1UL << at;
            place[count++] = at;
            sum += best;
            lowest = Math.Min(lowest, best);
        }

        var inOrder = true;
        var gaps = 0;
        for (var i = 1; i < count; i++)
        {
            if (place[i] < place[i - 1])
                inOrder = false;
            for (var w = Math.Min(place[i], place[i - 1]) + 1; w < Math.Max(place[i], place[i - 1]); w++)
                gaps += (taken >> w & 1) == 0 && !IsSmall(query, words[w]) ? 1 : 0;
        }

        if ((!inOrder || gaps > 0) && query.Tokens[LowestIndex(mask)].IsQuoted && query.Indexes(mask).All(t => query.Tokens[t].Quote == query.Tokens[LowestIndex(mask)].Quote))
            return 0;
        double extra = 0;
        for (var w = 0; w < words.Length; w++)
        {
            if ((taken >> w & 1) != 0 || IsSmall(query, words[w]))
                continue;
            var word = query.Screen.Words.Word(words[w]);
            extra += w == words.Length - 1 && word.All(char.IsDigit) && w > 0 ? 0.25 : kind != ElementKind.Any && KindWords.TryKind(word, out var said) && said == kind ? 0.3 : 1;
        }

        var average = (sum / count * 0.6) + (lowest * 0.4);
        double shape;
        if (extra == 0)
            shape = inOrder ? 1 : 0.94;
        else if (inOrder && gaps == 0)
            shape = (place[0] == 0 ? 0.93 : 0.9) - (0.025 * Math.Min(extra, 8));
        else
            shape = 0.8 - (0.02 * Math.Min(extra, 8));
        return average * shape;
    }

    /// <summary>Letters of a name that is compared without its spaces.</summary>
    public const int LongestJoined = 40;

    // "log in" on the page, "login" in the description, and the other way round.
    private static double Joined(Query query, ulong mask, PageText text)
    {
        if (text.Folded.Length > LongestJoined)
            return 0;
        var said = query.Joined(mask);
        if (said.Length < 4)
            return 0;
        var seen = query.Screen.Words.Joined(text);
        return said.Length >= 4 && said == seen ? 0.96 : said.Length >= 5 && seen.StartsWith(said, StringComparison.Ordinal) && StartsAtWord(query, text, said.Length) ? 0.85 : 0;
    }

    private static bool StartsAtWord(Query query, PageText text, int length)
    {
        foreach (var word in text.Words)
        {
            length -= WordForms.Canonical(query.Screen.Words.Word(word)).Length;
            if (length == 0)
                return true;
        }

        return false;
    }

    private static bool IsSmall(Query query, int word) => FillerWords.IsEmpty(query.Screen.Words.Word(word));

    private static int LowestIndex(ulong mask) => System.Numerics.BitOperations.TrailingZeroCount(mask);
}
