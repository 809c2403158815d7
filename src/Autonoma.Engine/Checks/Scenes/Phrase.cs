using System.Text.RegularExpressions;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Checks.Scenes;

/// <summary>Text as a row of tokens: words and numbers whole, signs and currency marks as tokens of their own, punctuation left out.</summary>
internal static partial class Phrase
{
    // A mark within a word or number ("3.4", "10:42") parts nothing.
    [GeneratedRegex(@"(?<=[.:;!?…])(?=\s|$)|(?<=\s[–—-])(?=\s)")]
    private static partial Regex ClauseEnd();

    private const string Marks = "€$£¥₹%/×★☆✓✔✗✕=<>°";

    public static string[] Tokens(string? text)
    {
        var folded = TextFold.Fold(text);
        if (folded.Length == 0)
            return [];
        var tokens = new List<string>();
        var i = 0;
        while (i < folded.Length)
        {
            var c = folded[i];
            if (char.IsLetterOrDigit(c) || char.IsNumber(c) || c is '#' or '_' or '@' or '&' || char.IsSurrogate(c) || IsCombining(c))
            {
                var start = i;
                while (i < folded.Length && IsInside(folded, i))
                    i++;
                if (i == start)
                    i++;
                var word = folded[start..i];
                if (start > 0 && folded[start - 1] is '-' or '+' && char.IsDigit(word[0]) && (start == 1 || !char.IsLetterOrDigit(folded[start - 2])))
                    word = folded[start - 1] + word;
                tokens.Add(word);
                continue;
            }

            if (Marks.Contains(c, StringComparison.Ordinal))
                tokens.Add(c.ToString());
            i++;
        }

        return [.. tokens];
    }

    public static bool Same(string left, string right) => left == right || (left.Length > 1 && left[0] == '#' && left.AsSpan(1).SequenceEqual(right)) || (right.Length > 1 && right[0] == '#' && right.AsSpan(1).SequenceEqual(left));

    /// <summary>The text cut where punctuation parts one saying from the next; the last one is empty when the text ends with such a mark.</summary>
    public static IReadOnlyList<string> Clauses(string text)
    {
        var clauses = new List<string>();
        foreach (var part in ClauseEnd().Split(text))
        {
            // "Not included: breakfast" is one saying; "The link is not whole: its token is missing" are two.
            if (clauses.Count > 0 && clauses[^1].EndsWith(':') && Tokens(clauses[^1]).Length < 4)
                clauses[^1] += part;
            else
                clauses.Add(part);
        }

        return clauses;
    }

    /// <summary>The same word but for the plural.</summary>
    public static bool SameStem(string left, string right) => Same(left, right) || Stem(left) == Stem(right);

    public static string Stem(string word)
    {
        if (word.Length < 4 || word.Any(char.IsDigit))
            return word;
        if (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4)
            return word[..^3] + "y";
        if (word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal) || word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal))
            return word[..^2];
        return word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && !word.EndsWith("us", StringComparison.Ordinal) ? word[..^1] : word;
    }

    /// <summary>Where a row of tokens stands within another, or -1.</summary>
    public static int IndexOf(IReadOnlyList<string> tokens, IReadOnlyList<string> part, int from = 0)
    {
        if (part.Count == 0)
            return -1;
        for (var i = from; i + part.Count <= tokens.Count; i++)
        {
            var j = 0;
            while (j < part.Count && Same(tokens[i + j], part[j]))
                j++;
            if (j == part.Count)
                return i;
        }

        return -1;
    }

    public static bool Equal(IReadOnlyList<string> left, IReadOnlyList<string> right) => left.Count == right.Count && IndexOf(left, right) == 0;

    private static bool IsCombining(char c) => char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private static bool IsInside(string text, int i)
    {
        var c = text[i];
        if (char.IsLetterOrDigit(c) || char.IsNumber(c) || c is '_' or '@' or '#' or '&' || char.IsSurrogate(c) || IsCombining(c))
            return true;
        if (i == 0 || i + 1 >= text.Length || !char.IsLetterOrDigit(text[i + 1]) || !char.IsLetterOrDigit(text[i - 1]))
            return false;
        return c is '-' or '\'' or '.' || (c is ',' or ':' && char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]));
    }
}
