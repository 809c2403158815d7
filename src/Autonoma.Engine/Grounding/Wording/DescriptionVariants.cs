using Autonoma.Engine.Language;

namespace Autonoma.Engine.Grounding.Wording;

/// <summary>The same description in other words, the nearest to what was written first: brackets taken apart, set phrases shortened.</summary>
internal static partial class DescriptionVariants
{
    // What a label may leave out: "Phone" is asked for as "phone number", "E-mail" as "email address".
    private static readonly (string Phrase, string Short)[] SetPhrases =
    [
        ("phone number", "phone"), ("telephone number", "telephone"), ("mobile number", "mobile"), ("fax number", "fax"), ("e-mail address", "email"), ("email address", "email"),
        ("mail address", "email"), ("web address", "website"), ("zip code", "zip"), ("postal code", "postcode"), ("post code", "postcode"), ("number of ", ""), ("sign-in", "sign in"), ("log-in", "log in"),
    ];

    [System.Text.RegularExpressions.GeneratedRegex(@"^\s*(?:close|dismiss)\s+(?:the\s+)?(?<what>(?:[\p{L}-]+\s+){0,3}(?:dialog|dialogue|modal|popup|pop-up|panel|drawer|pane|sidebar|snackbar|toast|notification|banner|message|popover|tooltip|window))\s*$", System.Text.RegularExpressions.RegexOptions.IgnoreCase | System.Text.RegularExpressions.RegexOptions.CultureInvariant)]
    private static partial System.Text.RegularExpressions.Regex Dismissal();

    [System.Text.RegularExpressions.GeneratedRegex(@"\b(?<n>[1-9])[- ]stars?(?:\s+rating)?\b", System.Text.RegularExpressions.RegexOptions.IgnoreCase | System.Text.RegularExpressions.RegexOptions.CultureInvariant)]
    private static partial System.Text.RegularExpressions.Regex Stars();

    /// <summary>Other wordings, without the description itself.</summary>
    public static IReadOnlyList<string> Of(string description)
    {
        var others = new List<string>();
        var quotes = Quotes.Find(description);
        var open = description.IndexOf('(', StringComparison.Ordinal);
        var close = open < 0 ? -1 : description.IndexOf(')', open);
        if (open > 0 && close > open && quotes.All(q => open < q.Start || open > q.End))
        {
            // "help icon (question mark)", "actions menu (three dots) of INV-20": the brackets say the same again in other words.
            var (before, inside, after) = (description[..open].TrimEnd(), description[(open + 1)..close].Trim(), description[(close + 1)..]);
            others.Add($"{before} {inside}{after}");
            others.Add($"{before}{after}");
            others.Add($"{inside}{after}");
        }

        foreach (var (phrase, shorter) in SetPhrases)
        {
            var at = description.IndexOf(phrase, StringComparison.OrdinalIgnoreCase);
            if (at < 0 || quotes.Any(q => at >= q.Start && at < q.End) || at > 0 && char.IsLetterOrDigit(description[at - 1]) || phrase[^1] != ' ' && at + phrase.Length < description.Length && char.IsLetterOrDigit(description[at + phrase.Length]))
                continue;
            others.Add(description[..at] + shorter + description[(at + phrase.Length)..]);
        }

        // "The remove icon" may be a bin or a cross; "4-star" is the fourth star.
        foreach (var sign in new[] { "trash icon", "cross icon" })
        {
            if (description.Contains("remove icon", StringComparison.OrdinalIgnoreCase) && quotes.Count == 0)
                others.Add(description.Replace("remove icon", sign, StringComparison.OrdinalIgnoreCase));
        }

        if (Dismissal().Match(description) is { Success: true } closed)
            others.Add("cross icon in the " + closed.Groups["what"].Value);
        if (quotes.Count == 0 && Stars().IsMatch(description))
            others.Add(Stars().Replace(description, match => match.Groups["n"].Value switch { "1" => "first star", "2" => "second star", "3" => "third star", "4" => "fourth star", "5" => "fifth star", var n => n + "th star" }));
        return others;
    }
}
