using System.Text;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Suites.Body;

/// <summary>Splits prose into steps: by sentences, and by lines where the author ended a line on purpose.</summary>
internal static class Prose
{
    private const int WrappingWidth = 56; // lines shorter than this are not filled by an editor; their ends are the author's

    // A full stop after these ends no sentence.
    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "e.g", "i.e", "etc", "vs", "mr", "mrs", "ms", "dr", "prof", "st", "no", "nr", "approx", "inc", "ltd", "co", "corp", "dept", "fig", "min", "max", "incl", "excl", "resp",
        "a.m", "p.m", "u.s", "u.k", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "tel", "ext", "str", "ca", "cf", "z.b", "bzw",
    };

    /// <summary>The sentences of a paragraph, each with its place.</summary>
    public static IEnumerable<SourceLine> Sentences(IReadOnlyList<SourceLine> lines)
    {
        foreach (var run in Unwrap(lines))
        {
            foreach (var (start, end) in Split(run.Text))
                yield return new(run.Text[start..end], run.At(start).Line, run.At(start).Column);
        }
    }

    /// <summary>The text of a list item: wrapped lines are joined, lines ended on purpose stay lines.</summary>
    public static string Join(IReadOnlyList<SourceLine> lines) => string.Join('\n', Unwrap(lines).Select(run => run.Text));

    /// <summary>Whether the line break after the text was made by wrapping rather than on purpose.</summary>
    internal static bool IsWrap(string before, string rawBefore, string next, int widest)
    {
        if (rawBefore.EndsWith("  ", StringComparison.Ordinal) || before.EndsWith('\\') || before.EndsWith(':'))
            return false;
        if (next.Length == 0 || before.Length == 0)
            return false;
        if (char.IsLower(next[0]) || SentenceStarts.Hangs(before, next) || OpenQuote(before))
            return true;
        if (before[^1] is '.' or '!' or '?' || SentenceStarts.IsOpener(next))
            return false;
        var word = next.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? space : next.Length;
        return before.Length >= WrappingWidth && before.Length + 1 + word > widest;
    }

    private static List<Run> Unwrap(IReadOnlyList<SourceLine> lines)
    {
        var runs = new List<Run>();
        var widest = lines.Count == 0 ? 0 : lines.Max(line => line.Text.Length);
        for (var i = 0; i < lines.Count; i++)
        {
            var text = lines[i].Text.TrimEnd().TrimEnd('\\').TrimEnd();
            if (text.Length == 0)
                continue;
            if (runs.Count > 0 && i > 0 && IsWrap(lines[i - 1].Text.TrimEnd(), lines[i - 1].Text, text.TrimStart(), widest))
                runs[^1].Append(lines[i].From(0));
            else
                runs.Add(new Run(lines[i] with { Text = text }));
        }

        return runs;
    }

    private static bool OpenQuote(string text)
        => text.Count(c => c == '"') % 2 == 1 || text.Count(c => c == '`') % 2 == 1 || text.Count(c => c is '“' or '„') > text.Count(c => c == '”');

    private static IEnumerable<(int Start, int End)> Split(string text)
    {
        var quotes = Quotes.Find(text);
        var start = 0;
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (quotes.FirstOrDefault(quote => quote.Start == i) is { } quote)
            {
                i = quote.End - 1;
                // "Type "Done." Click Save": the stop inside the quotes ends the sentence only if an instruction follows.
                if (quote.Text.Length > 0 && quote.Text[^1] is '.' or '!' or '?' && Next(text, quote.End) is { } after && SentenceStarts.IsOpener(text[after..]) && char.IsUpper(text[after]))
                {
                    yield return Trimmed(text, start, quote.End);
                    start = after;
                    i = after - 1;
                }

                continue;
            }

            depth += text[i] switch { '(' or '[' => 1, ')' or ']' => -1, _ => 0 };
            depth = Math.Max(0, depth);
            if (depth > 0 || text[i] is not ('.' or '!' or '?' or '…') || Next(text, i + 1) is not { } next || !EndsSentence(text, i, next))
                continue;
            yield return Trimmed(text, start, i + 1);
            start = next;
            i = next - 1;
        }

        if (Trimmed(text, start, text.Length) is { } rest && rest.End > rest.Start)
            yield return rest;
    }

    // Index of the next text after at least one blank; null when something follows directly, or nothing at all.
    private static int? Next(string text, int from)
    {
        var i = from;
        while (i < text.Length && char.IsWhiteSpace(text[i]))
            i++;
        return i > from && i < text.Length ? i : null;
    }

    private static bool EndsSentence(string text, int stop, int next)
    {
        var opener = SentenceStarts.IsOpener(text[next..]) && !char.IsLower(text[next]);
        if (char.IsLower(text[next]))
            return false;
        if (text[stop] == '…' || (stop > 0 && text[stop - 1] == '.'))
            return opener;
        if (text[stop] != '.')
            return true;
        var word = stop;
        while (word > 0 && !char.IsWhiteSpace(text[word - 1]) && text[word - 1] is not ('(' or '[' or '"'))
            word--;
        var last = text[word..stop];
        if (Abbreviations.Contains(last))
            return opener;
        if (last.Length == 1 && char.IsUpper(last[0]))
            return opener; // an initial, unless an instruction follows ("Choose option A. Click Save")
        if (last.Length > 0 && last.All(char.IsDigit) && char.IsDigit(text[next]))
            return false; // "12. 5"
        return true;
    }

    private static (int Start, int End) Trimmed(string text, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        return (start, end);
    }

    /// <summary>Lines joined into one text that knows where each of its characters came from.</summary>
    private sealed class Run(SourceLine first)
    {
        private readonly StringBuilder _text = new(first.Text);
        private readonly List<(int Offset, SourceLine Line)> _parts = [(0, first)];

        public string Text => _text.ToString();

        public void Append(SourceLine line)
        {
            _text.Append(' ');
            _parts.Add((_text.Length, line));
            _text.Append(line.Text);
        }

        public (int Line, int Column) At(int offset)
        {
            var (start, line) = _parts.Last(part => part.Offset <= offset);
            return (line.Line, line.Column + offset - start);
        }
    }
}
