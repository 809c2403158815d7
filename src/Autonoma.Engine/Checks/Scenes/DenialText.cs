using Autonoma.Engine.Language;

namespace Autonoma.Engine.Checks.Scenes;

/// <summary>What a text of the page says to the effect that something is not there, not so, not yet, no longer, or only on terms.</summary>
internal static class DenialText
{
    /// <summary>The signs that stand for "no".</summary>
    private const string Marks = "✗✕✘×❌⛔✖🚫";

    // What in a text beside a word says that it is not so, not yet or no longer.
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "no", "not", "none", "nothing", "nobody", "without", "never", "0", "off", "false", "missing", "expired", "planned", "soon", "coming", "former", "formerly", "broken", "unavailable", "inactive", "disabled", "excluded", "removed", "left", "banned", "hidden", "empty", "yet", "isn't", "aren't",
        "cannot", "can't", "don't", "doesn't", "haven't", "hasn't", "wasn't", "weren't", "outside", "withdrew", "withdrawn", "cancelled", "canceled", "pending", "n/a", "longer", "waiting", "declined", "rejected", "denied", "revoked", "turned",
    };

    // What makes it a matter of terms.
    private static readonly HashSet<string> Terms = new(StringComparer.Ordinal) { "request", "optional", "extra", "add-on", "addon", "upcharge", "surcharge", "ask", "maybe", "enquire", "inquire" };

    // What stands where there is nothing: the words people write into an empty cell.
    private static readonly HashSet<string> Nothings = new(StringComparer.Ordinal)
    {
        "n/a", "na", "none", "nil", "null", "nobody", "no one", "nothing", "missing", "vacant", "empty", "blank", "unset", "unassigned", "unspecified", "undefined", "tbd", "tba", "tbc", "to be defined", "to be decided", "to be announced", "to be confirmed",
        "not set", "not assigned", "not given", "not available", "not specified", "not provided", "not entered", "not known", "not recorded", "not yet assigned", "not yet set", "unknown", "no data", "no value",
    };

    /// <summary>Whether the word denies what it stands beside.</summary>
    public static bool IsDenial(string word) => Words.Contains(word);

    /// <summary>Whether a sign for "no" stands in it; "2 × Espresso" and "30 × 40 cm" multiply.</summary>
    public static bool HasMark(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (Marks.Contains(text[i]) && !(text[i] == '×' && (text.AsSpan(0, i).TrimEnd() is [.., var before] && char.IsDigit(before) || text.AsSpan(i + 1).TrimStart() is [var after, ..] && char.IsDigit(after))))
                return true;
        }

        return false;
    }

    /// <summary>Whether the text denies something, by a word that is not of what is asked for, by a sign or by a blank at its end.</summary>
    public static bool Denies(string text, Func<string, bool> isAsked) => HasMark(text) || EndsBlank(text) || Phrase.Tokens(text).Any(t => Words.Contains(t) && !isAsked(t));

    /// <summary>Whether the text denies something, asks for it or makes terms: "Parking on request", "Cellar? Ask us".</summary>
    public static bool TakesBack(string text, Func<string, bool> isAsked) => Denies(text, isAsked) || text.Contains('?', StringComparison.Ordinal) || HasTerms(text, isAsked);

    /// <summary>Whether it says that something is to be had on terms.</summary>
    public static bool HasTerms(string text, Func<string, bool> isAsked) => Phrase.Tokens(text).Any(t => Terms.Contains(t) && !isAsked(t));

    /// <summary>Whether nothing stands behind the label: "Terrace: –".</summary>
    public static bool EndsBlank(string line) => line.TrimEnd() is { Length: > 2 } text && IsDash(text[^1]) && text[^2] is ' ' or ':' or '\u00a0';

    /// <summary>Whether the value of something is one that says that it is not so or not there.</summary>
    public static bool IsNoValue(string value) => value.Trim() is "" or "-" or "–" or "—" || HasMark(value) || Phrase.Tokens(value).Any(Words.Contains);

    /// <summary>Whether a text says that there is nothing; a number is nothing when it is zero.</summary>
    /// <param name="text">What stands where a value would.</param>
    /// <param name="label">What the value is of, which may be said again: "no technician".</param>
    public static bool IsNothing(string text, IReadOnlyList<string> label)
    {
        if (IsNothingWritten(text))
            return true;
        var words = Phrase.Tokens(Bare(text));
        if (words.Length > 1 && words[0] is "no" or "without" && words.Skip(1).All(w => label.Any(l => Phrase.SameStem(l, w)) || w is "yet" or "set" or "assigned"))
            return true;
        return ValueText.TryQuantity(words, out var number, out _) && number == 0;
    }

    /// <summary>The same, of what is written where there is nothing: a dash, "none", "not set".</summary>
    public static bool IsNothingWritten(string text) => Bare(text) is var said && (said.All(c => IsDash(c) || c is '…' or '.' or ' ' or '_' or '/') || Nothings.Contains(said));

    private static string Bare(string text) => TextFold.Fold(text).Trim(' ', '.', '(', ')', '[', ']');

    private static bool IsDash(char c) => c is '-' or '–' or '—';
}
