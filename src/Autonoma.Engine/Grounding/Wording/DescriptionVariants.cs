using Autonoma.Engine.Language;

namespace Autonoma.Engine.Grounding.Wording;

/// <summary>The same description in other words, the nearest to what was written first: brackets taken apart, set phrases shortened.</summary>
internal static class DescriptionVariants
{
    // What a label may leave out: "Phone" is asked for as "phone number", "E-mail" as "email address".
    private static readonly (string Phrase, string Short)[] SetPhrases =
    [
        ("phone number", "phone"), ("telephone number", "telephone"), ("mobile number", "mobile"), ("fax number", "fax"), ("e-mail address", "email"), ("email address", "email"),
        ("mail address", "email"), ("web address", "website"), ("zip code", "zip"), ("postal code", "postcode"), ("post code", "postcode"), ("number of ", ""), ("sign-in", "sign in"), ("log-in", "log in"),
    ];

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

        return others;
    }
}
