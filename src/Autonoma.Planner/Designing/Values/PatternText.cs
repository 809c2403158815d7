using System.Text;
using System.Text.RegularExpressions;

namespace Autonoma.Planner.Designing.Values;

/// <summary>Makes a text that matches a regular expression, for the expressions that applications check input with. The same number gives the same text, another one mostly another.</summary>
internal sealed class PatternText
{
    private const int MostRepeats = 3;
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(200);
    private readonly string _pattern;
    private int _at;
    private int _number;

    private PatternText(string pattern, int number) => (_pattern, _number) = (pattern, number);

    /// <summary>A text; null when the expression is of a kind that is not read here.</summary>
    /// <param name="pattern">.NET or JavaScript.</param>
    /// <param name="number">Which one.</param>
    public static string? Make(string pattern, int number)
    {
        try
        {
            var maker = new PatternText(pattern, number);
            var text = maker.Alternatives(write: true);
            return maker._at == pattern.Length && Fits(pattern, text) ? text : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Whether a text matches as a whole; one that cannot be decided in time does not.</summary>
    public static bool Fits(string pattern, string text)
    {
        try
        {
            return Regex.Match(text, pattern, RegexOptions.CultureInvariant, Limit) is { Success: true, Index: 0 } match && match.Length == text.Length;
        }
        catch (Exception e) when (e is ArgumentException or RegexMatchTimeoutException)
        {
            return false;
        }
    }

    // The first way that does not need anything special.
    private string Alternatives(bool write)
    {
        var text = Sequence(write);
        while (_at < _pattern.Length && _pattern[_at] == '|')
        {
            _at++;
            Sequence(write: false);
        }

        return text;
    }

    private string Sequence(bool write)
    {
        var text = new StringBuilder();
        while (_at < _pattern.Length && _pattern[_at] is not ('|' or ')'))
        {
            var start = _at;
            var one = Atom(write);
            var after = _at;
            var (least, most) = Quantifier();
            if (!write)
                continue;
            var times = Math.Min(most, Math.Max(least, least == 0 ? 1 : Math.Min(most, Math.Max(least, MostRepeats))));
            if (least == 0 && most == 1)
                times = 0;
            if (times > 0)
                text.Append(one);
            var behind = _at;
            for (var i = 1; i < times; i++)
            {
                _at = start;
                text.Append(Atom(write: true));
            }

            _at = Math.Max(after, behind);
        }

        return text.ToString();
    }

    private string Atom(bool write)
    {
        var c = _pattern[_at++];
        switch (c)
        {
            case '^' or '$':
                return "";
            case '.':
                return Choose("abcdefghij", write);
            case '[':
                return Choose(Class(), write);
            case '(':
                if (At("?:"))
                    _at += 2;
                else if (At("?<") && _at + 2 < _pattern.Length && char.IsLetter(_pattern[_at + 2]))
                    _at = _pattern.IndexOf('>', _at) + 1;
                else if (At("?"))
                    throw new FormatException("Looks around.");
                var inner = Alternatives(write);
                if (_at >= _pattern.Length || _pattern[_at++] != ')')
                    throw new FormatException("Not closed.");
                return inner;
            case '\\':
                return Escape(write);
            case '*' or '+' or '?' or '{' or ')':
                throw new FormatException("Nothing to repeat.");
            default:
                return c.ToString();
        }
    }

    private string Escape(bool write)
    {
        if (_at >= _pattern.Length)
            throw new FormatException("Ends in a backslash.");
        var c = _pattern[_at++];
        return c switch
        {
            'd' => Choose("0123456789", write),
            'w' => Choose("abcdefghijklmnopqrstuvwxyz", write),
            's' => " ",
            'b' or 'A' or 'z' or 'Z' => "",
            _ when char.IsLetterOrDigit(c) => throw new FormatException("An escape that is not known."),
            _ => c.ToString(),
        };
    }

    private string Class()
    {
        if (_at < _pattern.Length && _pattern[_at] == '^')
            throw new FormatException("What is not allowed does not say what is.");
        var set = new StringBuilder();
        while (_at < _pattern.Length && _pattern[_at] != ']')
        {
            var c = _pattern[_at++];
            if (c == '\\' && _at < _pattern.Length)
            {
                var escaped = _pattern[_at++];
                set.Append(escaped switch { 'd' => "0123456789", 'w' => "abcdefghijklmnopqrstuvwxyz0123456789_", 's' => " ", _ => escaped.ToString() });
            }
            else if (_at + 1 < _pattern.Length && _pattern[_at] == '-' && _pattern[_at + 1] != ']')
            {
                var last = _pattern[_at + 1];
                _at += 2;
                for (var next = c; next <= last; next++)
                    set.Append(next);
            }
            else
                set.Append(c);
        }

        if (_at++ >= _pattern.Length || set.Length == 0)
            throw new FormatException("A class that is not closed, or empty.");
        return set.ToString();
    }

    private (int Least, int Most) Quantifier()
    {
        if (_at >= _pattern.Length)
            return (1, 1);
        (int, int) found;
        switch (_pattern[_at])
        {
            case '*':
                (found, _at) = ((0, MostRepeats), _at + 1);
                break;
            case '+':
                (found, _at) = ((1, MostRepeats), _at + 1);
                break;
            case '?':
                (found, _at) = ((0, 1), _at + 1);
                break;
            case '{':
                var end = _pattern.IndexOf('}', _at);
                if (end < 0)
                    throw new FormatException("A count that is not closed.");
                var parts = _pattern[(_at + 1)..end].Split(',');
                if (!int.TryParse(parts[0], out var least) || least > 200)
                    throw new FormatException("A count that is none.");
                found = (least, parts.Length == 1 ? least : int.TryParse(parts[1], out var most) ? most : least + MostRepeats);
                _at = end + 1;
                break;
            default:
                return (1, 1);
        }

        if (_at < _pattern.Length && _pattern[_at] is '?' or '+')
            _at++;
        return found;
    }

    private bool At(string text) => string.CompareOrdinal(_pattern, _at, text, 0, text.Length) == 0;

    private string Choose(string set, bool write)
    {
        if (!write)
            return "";
        var chosen = set[_number % set.Length];
        _number /= set.Length;
        return chosen.ToString();
    }
}
