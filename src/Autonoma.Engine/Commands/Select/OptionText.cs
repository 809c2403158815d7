using System.Text.RegularExpressions;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Commands;

/// <summary>Which of several entries a text means. Better ways to fit come first; two that fit equally well are none.</summary>
internal static partial class OptionText
{
    /// <param name="entries">The entries.</param>
    /// <param name="label">What an entry shows.</param>
    /// <param name="value">What it submits, or empty.</param>
    /// <param name="option">The text as written.</param>
    /// <returns>The entries that fit best: one when it is clear, several when not, none when none fits.</returns>
    public static IReadOnlyList<T> Match<T>(IReadOnlyList<T> entries, Func<T, string> label, Func<T, string> value, string option)
    {
        var wanted = TextFold.Fold(option);
        if (wanted.Length == 0)
            return [];
        if (At(wanted, entries.Count) is { } index && !entries.Any(entry => TextFold.Fold(label(entry)) == wanted))
            return [entries[index]];
        var bareKind = Kind().Replace(wanted, "");
        foreach (var text in new[] { wanted, bareKind }.Distinct().Where(text => text.Length > 0))
        {
            var bare = Bare(text);
            foreach (var fits in new Func<T, bool>[]
            {
                entry => TextFold.Fold(label(entry)) == text,
                entry => bare.Length > 0 && Bare(label(entry)) == bare,
                entry => TextFold.Fold(value(entry)) == text,
                entry => StartsWith(TextFold.Fold(label(entry)), text),
                entry => Segments(TextFold.Fold(label(entry))).Any(segment => segment == text || StartsWith(segment, text)),
            })
            {
                var found = entries.Where(fits).ToList();
                if (found.Count > 0)
                    return found;
            }
        }

        return [];
    }

    /// <summary>Whether a text shown by a control is, or begins with, the option.</summary>
    public static bool Shows(string shown, string option)
    {
        var wanted = TextFold.Fold(option);
        var text = TextFold.Fold(shown);
        return wanted.Length > 0 && (text == wanted || Bare(text) == Bare(wanted) || ContainsWord(text, wanted) || ContainsWord(text, Kind().Replace(wanted, "")));
    }

    private static bool ContainsWord(string text, string word)
    {
        for (var at = word.Length == 0 ? -1 : text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + word.Length == text.Length || !char.IsLetterOrDigit(text[at + word.Length])))
                return true;
        }

        return false;
    }

    // "Germany" means "Germany (+49)" and "Joel" means "Joel Tan", but "Light" does not mean "Lightning".
    private static bool StartsWith(string label, string text)
        => label.StartsWith(text, StringComparison.Ordinal) && (label.Length == text.Length || !char.IsLetterOrDigit(label[text.Length]));

    // "DE – Germany", "(UTC+1) Berlin", "● Open": what a sign sets apart stands for itself. Words in front ("Light Blue") do not.
    private static IEnumerable<string> Segments(string label)
        => Separator().Split(label).Select(part => part.Trim()).Where(part => part.Length > 0 && part != label);

    private static string Bare(string text)
        => string.Concat(TextFold.Plain(text).Where(c => char.IsLetterOrDigit(c) || c is '+' or '%' or '-' or '.' or ',')).Trim('.', ',');

    private static int? At(string wanted, int count)
    {
        if (Position().Match(wanted) is not { Success: true } match || count == 0)
            return null;
        var word = match.Groups["n"].Value;
        if (word == "last")
            return count - 1;
        return NumberWords.TryOrdinal(word, out var number) && number >= 1 && number <= count ? number - 1 : null;
    }

    [GeneratedRegex(@"^(?:the\s+)?(?<n>\w+)\s+(?:option|entry|item|choice|suggestion|result|value)$")]
    private static partial Regex Position();

    [GeneratedRegex(@"^(?:the\s+|an?\s+)|\s+(?:option|entry|item|choice|suggestion|radio button|radio|button|chip)$")]
    private static partial Regex Kind();

    [GeneratedRegex(@"\s+[-–—|/:·•>›]\s+|[()\[\],|·•›]|^[^\p{L}\p{N}]+|:\s+|\.\s+")]
    private static partial Regex Separator();
}
