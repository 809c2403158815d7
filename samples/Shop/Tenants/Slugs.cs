namespace Shop.Tenants;

/// <summary>Names as they stand in addresses.</summary>
internal static class Slugs
{
    /// <summary>Letters and digits, lower case, with a dash between words.</summary>
    public static string Of(string name)
    {
        var words = new string([.. name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? "shop" : string.Join('-', words);
    }

    /// <summary>The slug, or the first with a number that is not taken.</summary>
    public static string Free(string slug, IReadOnlyCollection<string> taken) =>
        !taken.Contains(slug) ? slug : Enumerable.Range(2, taken.Count + 1).Select(n => $"{slug}-{n}").First(s => !taken.Contains(s));
}
