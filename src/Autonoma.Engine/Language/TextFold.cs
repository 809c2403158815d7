using System.Globalization;
using System.Text;

namespace Autonoma.Engine.Language;

/// <summary>Brings text into the form in which texts are compared: case and runs of white space do not count; letters, digits and signs do.</summary>
public static class TextFold
{
    /// <summary>
    /// Lower case, white space runs (no-break spaces too) to one space, trimmed; typographic quotes, dashes and the ellipsis to their
    /// plain forms; invisible characters removed. Accents and umlauts are kept: they must match.
    /// </summary>
    public static string Fold(string? text) => FoldCore(text, lower: true);

    /// <summary>As <see cref="Fold"/>, with case kept.</summary>
    public static string FoldKeepCase(string? text) => FoldCore(text, lower: false);

    /// <summary>True when two texts are the same but for case and white space.</summary>
    public static bool Same(string? left, string? right) => Fold(left) == Fold(right);

    /// <summary>
    /// Folded, with accents and umlauts written out (ü to u, ß to ss, ø to o): how somebody without the key on the keyboard writes it.
    /// For finding elements, never for judging claims.
    /// </summary>
    public static string Plain(string? text)
    {
        var folded = Fold(text);
        var builder = new StringBuilder(folded.Length);
        foreach (var c in folded.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
                continue;
            builder.Append(c switch { 'ß' => "ss", 'ø' => "o", 'æ' => "ae", 'œ' => "oe", 'ł' => "l", 'đ' => "d", 'ð' => "d", 'þ' => "th", 'ı' => "i", _ => c.ToString() });
        }

        return builder.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Words of a folded text: letters and digits with the marks that hold a word together (<c>e-mail</c>, <c>o'brien</c>, <c>1,250.00</c>, <c>#5007</c>).</summary>
    public static IReadOnlyList<string> Words(string? text)
    {
        var folded = Fold(text);
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= folded.Length; i++)
        {
            var inside = i < folded.Length && IsWordChar(folded, i, start);
            if (inside && start < 0)
                start = i;
            if (!inside && start >= 0)
            {
                words.Add(folded[start..i]);
                start = -1;
            }
        }

        return words;
    }

    private static bool IsWordChar(string text, int i, int start)
    {
        var c = text[i];
        if (char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark || c is '#' or '_' or '@')
            return true;
        return start >= 0 && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]) && c is '-' or '\'' or '.' or ',' or ':' or '/' && start >= 0 && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1])
            && (c is '-' or '\'' or '.' || (char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1])));
    }

    private static string FoldCore(string? text, bool lower)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var builder = new StringBuilder(text.Length);
        var space = false;
        foreach (var raw in text.Normalize(NormalizationForm.FormC))
        {
            if (char.IsWhiteSpace(raw) || raw is '\u00a0' or '\u202f' or '\u2007')
            {
                space = builder.Length > 0;
                continue;
            }

            if (raw is '\u200b' or '\u200c' or '\u200d' or '\u2060' or '\ufeff' or '\u00ad' or '\u200e' or '\u200f' or '\u202a' or '\u202b' or '\u202c' or '\u2066' or '\u2067' or '\u2068' or '\u2069')
                continue;
            if (space)
            {
                builder.Append(' ');
                space = false;
            }

            switch (raw)
            {
                case '‘' or '’' or '‚' or '‛' or '′':
                    builder.Append('\'');
                    break;
                case '“' or '”' or '„' or '‟' or '″':
                    builder.Append('"');
                    break;
                case '‐' or '‑' or '‒' or '–' or '—' or '―' or '−':
                    builder.Append('-');
                    break;
                case '…':
                    builder.Append("...");
                    break;
                default:
                    builder.Append(lower ? char.ToLowerInvariant(raw) : raw);
                    break;
            }
        }

        return builder.ToString();
    }
}
