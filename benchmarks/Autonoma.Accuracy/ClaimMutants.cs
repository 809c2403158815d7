using System.Globalization;
using System.Text.RegularExpressions;

namespace Autonoma.Accuracy;

/// <summary>
/// Makes a true claim false in one place: another number, another unit, another word, another name, the opposite. Some of what comes out may still be true (or mean nothing), so a mutant that
/// is accepted is a suspect to be looked at, not yet a fault; one that is refused or fails costs nothing.
/// </summary>
internal static partial class ClaimMutants
{
    // An amount that bounds is still true one further.
    private static readonly string[] Bounds = ["at least", "at most", "more than", "less than", "fewer than", "or more", "between", "not more", "up to", "over ", "under ", "exceed", "below", "above"];

    private static readonly (string From, string To)[] Opposites =
    [
        (" is not ", " is "), (" are not ", " are "), (" isn't ", " is "), (" aren't ", " are "), (" is ", " is not "), (" are ", " are not "), (" has ", " does not have "), (" shows ", " does not show "),
        (" contains ", " does not contain "), (" reads ", " does not read "), (" carries ", " does not carry "), (" costs ", " does not cost "), (" holds ", " does not hold "), (" have ", " do not have "), (" says ", " does not say "),
        (" lists ", " does not list "), (" starts ", " does not start "), (" comes ", " does not come "), (" takes ", " does not take "), ("enabled", "disabled"), ("disabled", "enabled"), ("checked", "unchecked"), ("expanded", "collapsed"), ("collapsed", "expanded"),
        ("ascending", "descending"), ("descending", "ascending"), ("first", "last"), ("last", "first"), ("above", "below"), ("below", "above"), ("left of", "right of"), ("right of", "left of"),
        ("starts with", "ends with"), ("ends with", "starts with"), ("visible", "hidden"), ("hidden", "visible"), ("empty", "filled"), (" on ", " off "), (" off ", " on "), ("open", "closed"), ("closed", "open"),
        ("every ", "no "), ("all ", "no "), ("No ", "Every "), ("red", "blue"), ("green", "red"), ("kB", "MB"), ("MB", "GB"), ("GB", "TB"), ("kg", "g"), ("€", "$"), ("$", "£"), ("EUR", "USD"), ("%", "kg"), ("minutes", "hours"), ("days", "weeks"), ("pm", "am"),
    ];

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();

    [GeneratedRegex(@"\b(one|two|three|four|five|six|seven|eight|nine|ten)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NumberWord();

    [GeneratedRegex("(?<=['\"“‘])[^'\"”’]{3,}(?=['\"”’])")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<=[a-z,] )[A-Z][a-z]{2,}\b")]
    private static partial Regex Name();

    private static readonly string[] Words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    /// <summary>The claim denied, where a verb is known that can be.</summary>
    public static IEnumerable<(string Way, string Claim)> Denials(string claim) => Opposites.Where(pair => pair.To.Contains(" not ", StringComparison.Ordinal))
        .Select(pair => (Pair: pair, At: claim.IndexOf(pair.From, StringComparison.Ordinal))).Where(found => found.At >= 0)
        .Select(found => ($"{found.Pair.From.Trim()} -> {found.Pair.To.Trim()}", claim[..found.At] + found.Pair.To + claim[(found.At + found.Pair.From.Length)..]));

    public static IEnumerable<(string Way, string Claim)> Of(string claim)
    {
        if (!Bounds.Any(bound => claim.Contains(bound, StringComparison.OrdinalIgnoreCase)))
        {
            foreach (Match number in Number().Matches(claim))
            {
                // The last digit, so that it stays a likely number: 48 becomes 49, 9 becomes 8.
                var digit = number.Value[^1] == '9' ? '8' : (char)(number.Value[^1] + 1);
                yield return ("number", claim[..(number.Index + number.Length - 1)] + digit + claim[(number.Index + number.Length)..]);
            }

            foreach (Match word in NumberWord().Matches(claim))
            {
                var at = Array.IndexOf(Words, word.Value.ToLower(CultureInfo.InvariantCulture));
                yield return ("number word", claim[..word.Index] + Words[at == 9 ? 8 : at + 1] + claim[(word.Index + word.Length)..]);
            }
        }

        foreach (Match quoted in Quoted().Matches(claim))
        {
            var words = quoted.Value.Split(' ');
            words[^1] = "zebra";
            yield return ("quoted", claim[..quoted.Index] + string.Join(' ', words) + claim[(quoted.Index + quoted.Length)..]);
            yield return ("longer quote", claim[..(quoted.Index + quoted.Length)] + " zebra" + claim[(quoted.Index + quoted.Length)..]);
        }

        foreach (Match name in Name().Matches(claim))
            yield return ("name", claim[..name.Index] + "Zebra" + claim[(name.Index + name.Length)..]);
        foreach (var (from, to) in Opposites)
        {
            var at = claim.IndexOf(from, StringComparison.Ordinal);
            if (at >= 0)
                yield return ($"{from.Trim()} -> {to.Trim()}", claim[..at] + to + claim[(at + from.Length)..]);
        }

        // A word that nothing on the page speaks of: whoever accepts it has not read it.
        yield return ("last word", claim.TrimEnd('.', ' ') + " for zebras");
        var space = claim.IndexOf(' ', StringComparison.Ordinal);
        if (space > 0 && claim[..space] is "The" or "the" or "A" or "An")
            yield return ("adjective", claim[..space] + " striped" + claim[space..]);
    }
}
