namespace Autonoma.Scenarios.Language;

/// <summary>What somebody may have meant by a name that is not known.</summary>
public static class NearMatches
{
    /// <summary>The nearest known names, best first: those within a third of their length in typing mistakes, and those that agree in a part after a dot.</summary>
    public static IReadOnlyList<string> Of(string name, IEnumerable<string> known, int most = 3)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(known);
        var last = Last(name);
        return [.. known
            .Select(candidate => (candidate, distance: Distance(name, candidate), limit: Math.Max(1, candidate.Length / 3), samePart: name.Contains('.', StringComparison.Ordinal) && candidate.Contains('.', StringComparison.Ordinal) && Distance(Last(candidate), last) <= 1))
            .Where(match => match.distance <= match.limit || match.samePart)
            .OrderBy(match => match.distance).ThenBy(match => match.candidate, StringComparer.Ordinal)
            .Take(most).Select(match => match.candidate)];
    }

    /// <summary>The nearest of them; null when none is near.</summary>
    public static string? Nearest(string name, IEnumerable<string> known) => Of(name, known, 1) is [var nearest] ? nearest : null;

    /// <summary>A sentence that offers the nearest names; null when none is near.</summary>
    public static string? Hint(string name, IEnumerable<string> known, string quote = "'")
    {
        var near = Of(name, known);
        return near.Count == 0 ? null : $"Did you mean {string.Join(" or ", near.Select(match => $"{quote}{match}{quote}"))}?";
    }

    private static string Last(string name) => name[(name.LastIndexOf('.') + 1)..];

    // Edit distance, whatever the case; two neighbours swapped count as one mistake.
    private static int Distance(string left, string right)
    {
        left = left.ToLowerInvariant();
        right = right.ToLowerInvariant();
        var rows = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= right.Length; j++)
            rows[0, j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                var best = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    best = Math.Min(best, rows[i - 2, j - 2] + 1);
                rows[i, j] = best;
            }
        }

        return rows[left.Length, right.Length];
    }
}
