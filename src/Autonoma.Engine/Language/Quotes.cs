namespace Autonoma.Engine.Language;

/// <summary>A quoted piece of a sentence.</summary>
/// <param name="Start">Index of the opening mark.</param>
/// <param name="End">Index after the closing mark.</param>
/// <param name="Text">What stands between, escapes resolved.</param>
public sealed record QuotedSpan(int Start, int End, string Text);

/// <summary>Finds quoted text: straight and typographic double quotes, single quotes that are no apostrophes, back ticks, guillemets.</summary>
public static class Quotes
{
    /// <summary>The quoted pieces in order; an opening mark without its partner is no quote.</summary>
    public static IReadOnlyList<QuotedSpan> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var spans = new List<QuotedSpan>();
        for (var i = 0; i < text.Length; i++)
        {
            if (Closer(text, i) is not { } closers)
                continue;
            var end = FindEnd(text, i + 1, closers);
            if (end < 0)
                continue;
            var inner = text[(i + 1)..end].Replace("\\" + text[end], text[end].ToString(), StringComparison.Ordinal);
            spans.Add(new(i, end + 1, inner));
            i = end;
        }

        return spans;
    }

    /// <summary>Removes one pair of quotes around the whole text, if there is one.</summary>
    public static string Unquote(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim();
        return Find(trimmed) is [{ Start: 0 } only] && only.End == trimmed.Length ? only.Text : trimmed;
    }

    private static string? Closer(string text, int i) => text[i] switch
    {
        '"' => "\"",
        '“' => "”\"",
        '„' => "“”\"",
        '”' => "”",
        '«' => "»",
        '»' => "«",
        '`' => "`",
        '‘' when Opens(text, i) => "’'",
        '‚' => "‘’",
        '\'' when Opens(text, i) => "'’",
        _ => null,
    };

    // A single quote opens only at the start of a word: not in it's, not in users'.
    private static bool Opens(string text, int i) => (i == 0 || char.IsWhiteSpace(text[i - 1]) || text[i - 1] is '(' or '[' or '/' or ':' or '=' or '-' or '–' or '—')
        && i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1]);

    private static int FindEnd(string text, int from, string closers)
    {
        var single = closers.Contains('\'', StringComparison.Ordinal) || closers.Contains('’', StringComparison.Ordinal);
        for (var i = from; i < text.Length; i++)
        {
            if (text[i] == '\n' && closers.Contains('`', StringComparison.Ordinal))
                return -1;
            if (!closers.Contains(text[i], StringComparison.Ordinal))
                continue;
            if (i > 0 && text[i - 1] == '\\')
                continue;
            // A closing single quote ends a word: 'Liam O'Brien' closes at the second mark that does.
            if (single && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]))
                continue;
            return i;
        }

        return -1;
    }
}
