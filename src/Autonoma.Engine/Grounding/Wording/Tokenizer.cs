using Autonoma.Engine.Language;

namespace Autonoma.Engine.Grounding.Wording;

/// <summary>Cuts a description into words, quotations kept together, phrases for icons joined.</summary>
internal static class Tokenizer
{
    // Verbs written in one word or two.
    private static readonly HashSet<string> Joined = new(StringComparer.Ordinal) { "log in", "log out", "log off", "log on", "sign in", "sign out", "sign up", "sign off", "crossed out", "struck through", "greyed out", "grayed out" };

    public static IReadOnlyList<Token> Cut(string text, bool join)
    {
        var tokens = new List<Token>();
        var at = 0;
        var number = 0;
        foreach (var quote in Quotes.Find(text))
        {
            Outside(text[at..quote.Start], tokens);
            var words = TextFold.Words(quote.Text);
            if (words.Count == 0 && quote.Text.Trim().Length > 0)
                tokens.Add(new("", quote.Text.Trim(), number, GlyphConcept(quote.Text.Trim())));
            foreach (var word in words)
                tokens.Add(new(word, word, number));
            number++;
            at = quote.End;
            // 'Alpha's row' with the mark after the quotation.
            if (at + 1 < text.Length && text[at] is '\'' or '’' && text[at + 1] is 's' && tokens.Count > 0)
            {
                tokens[^1] = tokens[^1] with { Possessive = true };
                at += 2;
            }
        }

        Outside(text[at..], tokens);
        // "The claim over 310.50": of that amount, not above it.
        for (var i = tokens.Count - 2; i > 0; i--)
        {
            if (tokens[i] is { Text: "over" or "worth" or "totalling" or "totaling", IsQuoted: false } && tokens[i + 1].Text.Any(char.IsDigit))
                tokens.RemoveAt(i);
        }

        return JoinIcons(tokens, join).Take(60).ToList();
    }

    private static void Outside(string text, List<Token> tokens)
    {
        text = text.Replace("table of contents", "contents", StringComparison.OrdinalIgnoreCase);
        foreach (var chunk in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (chunk is "/" or ">" or "»" or "›" or "->" or "→" or "|" or "·" or "-" or "–" or "—" or "&" && tokens.Count > 0)
            {
                tokens.Add(new("", chunk, -1, GlyphConcept(chunk), Separator: true));
                continue;
            }

            var comma = chunk.EndsWith(',') || chunk.EndsWith(';');
            var core = chunk.Trim(',', ';', '(', ')', '[', ']', '!', ':');
            if (core.Length > 1)
                core = core.TrimEnd('.', '?') is { Length: > 0 } trimmed ? trimmed : core;
            var possessive = core.EndsWith("'s", StringComparison.Ordinal) || core.EndsWith("’s", StringComparison.Ordinal);
            var bare = possessive ? core[..^2] : core.EndsWith("s'", StringComparison.Ordinal) || core.EndsWith("s’", StringComparison.Ordinal) ? core[..^1] : core;
            possessive |= bare.Length != core.Length;
            var words = TextFold.Words(bare);
            if (words.Count == 0)
            {
                if (core.Length > 0 && GlyphConcept(core) is { } glyph)
                    tokens.Add(new("", core, -1, glyph));
            }
            else
            {
                for (var i = 0; i < words.Count; i++)
                    tokens.Add(new(words[i], words.Count == 1 ? bare : Cased(bare, words[i]), -1, Possessive: possessive && i == words.Count - 1));
            }

            // "House A" and "Plan A" have a letter for a name.
            if (bare is "A" && tokens.Count > 1 && tokens[^2] is { Separator: false, IsFiller: false, Text.Length: > 1 })
                tokens[^1] = tokens[^1] with { Kept = true };
            if (comma)
                tokens.Add(new("", ",", -1, Separator: true));
        }
    }

    private static string Cased(string chunk, string word)
    {
        var at = chunk.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? word : chunk.Substring(at, word.Length);
    }

    private static string? GlyphConcept(string text) => IconConcepts.OfGlyphs(text).OrderBy(c => c, StringComparer.Ordinal).FirstOrDefault() is { } first ? "glyph:" + first : null;

    // "three dots" and "log in" become one word; the words stay readable in Raw.
    private static List<Token> JoinIcons(List<Token> tokens, bool join)
    {
        var result = new List<Token>();
        for (var i = 0; i < tokens.Count;)
        {
            var joined = false;
            for (var length = join ? Math.Min(IconConcepts.Longest, tokens.Count - i) : 0; length >= 2 && !joined; length--)
            {
                var slice = tokens.GetRange(i, length);
                if (slice.Any(t => t.Separator || t.Quote != slice[0].Quote || t.Text.Length == 0 || t.Possessive))
                    continue;
                var phrase = string.Join(' ', slice.Select(t => t.Text));
                var icon = slice[0].Quote < 0 && IconConcepts.OfWords(phrase) is { Count: > 0 };
                if (!icon && !(length == 2 && Joined.Contains(phrase)))
                    continue;
                result.Add(new(phrase.Replace(" ", icon ? " " : "", StringComparison.Ordinal), string.Join(' ', slice.Select(t => t.Raw)), slice[0].Quote, icon ? "words:" + phrase : null));
                i += length;
                joined = true;
            }

            if (joined)
                continue;
            var token = tokens[i++];
            if (token.Concept is null && token.Text.Length > 0 && !token.IsQuoted && IconConcepts.OfWords(token.Text) is { Count: > 0 })
                token = token with { Concept = "words:" + token.Text };
            result.Add(token);
        }

        return result;
    }
}
