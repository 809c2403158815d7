namespace Autonoma.Engine.Language;

/// <summary>Small typing mistakes: a letter swapped, doubled, missing or wrong.</summary>
public static class Spelling
{
    /// <summary>Edit distance where swapping two neighbours counts as one (optimal string alignment); stops at <paramref name="limit"/> + 1.</summary>
    public static int Distance(string left, string right, int limit = int.MaxValue - 1)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (Math.Abs(left.Length - right.Length) > limit)
            return limit + 1;
        var previous2 = new int[right.Length + 1];
        var previous = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
            previous[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            var best = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                var value = Math.Min(Math.Min(current[j - 1] + 1, previous[j] + 1), previous[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    value = Math.Min(value, previous2[j - 2] + 1);
                current[j] = value;
                best = Math.Min(best, value);
            }

            if (best > limit)
                return limit + 1;
            (previous2, previous, current) = (previous, current, previous2);
        }

        return previous[right.Length];
    }

    /// <summary>
    /// Whether a word is the other one with a typing mistake: one mistake from four letters on, two from eight; the first letter or the
    /// last must agree; digits must agree exactly (<c>INV-2031</c> is no typo of <c>INV-2034</c>).
    /// </summary>
    public static bool IsTypoOf(string word, string intended)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(intended);
        if (word == intended)
            return false;
        var length = Math.Min(word.Length, intended.Length);
        if (length < 3 || word.Any(char.IsDigit) || intended.Any(char.IsDigit))
            return false;
        var swapped = length == 3 && word.Length == 3 && intended.Length == 3 && word.Order().SequenceEqual(intended.Order()) && word[0] == intended[0];
        if (length == 3)
            return swapped;
        if (word[0] != intended[0] && word[^1] != intended[^1])
            return false;
        var limit = length >= 8 ? 2 : 1;
        return Distance(word, intended, limit) <= limit;
    }

    /// <summary>The nearest of the known words, or null when none is within a third of its length.</summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(known);
        return known
            .Select(candidate => (candidate, distance: Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant(), Math.Max(1, candidate.Length / 3))))
            .Where(pair => pair.distance <= Math.Max(1, pair.candidate.Length / 3))
            .OrderBy(pair => pair.distance).ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate).FirstOrDefault();
    }
}
