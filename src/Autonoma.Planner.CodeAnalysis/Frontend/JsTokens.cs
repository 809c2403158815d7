namespace Autonoma.Planner.CodeAnalysis.Frontend;

/// <summary>A piece of JavaScript or TypeScript.</summary>
/// <param name="Kind"><c>s</c> text, <c>i</c> identifier, <c>p</c> any other character.</param>
/// <param name="Text">Without quotes.</param>
/// <param name="Index">Where it begins.</param>
internal readonly record struct JsToken(char Kind, string Text, int Index)
{
    public bool Is(char character) => Kind == 'p' && Text[0] == character;
}

/// <summary>Cuts JavaScript into texts, identifiers and punctuation; comments are left out. Enough to read objects, not to understand programs.</summary>
internal static class JsTokens
{
    public static List<JsToken> Of(string source)
    {
        var tokens = new List<JsToken>();
        for (var i = 0; i < source.Length;)
        {
            var c = source[i];
            if (char.IsWhiteSpace(c))
                i++;
            else if (c == '/' && i + 1 < source.Length && source[i + 1] == '/')
                i = End(source, "\n", i);
            else if (c == '/' && i + 1 < source.Length && source[i + 1] == '*')
                i = End(source, "*/", i + 2);
            else if (c is '\'' or '"' or '`')
            {
                var end = i + 1;
                while (end < source.Length && source[end] != c && (c == '`' || source[end] != '\n'))
                    end += source[end] == '\\' ? 2 : 1;
                end = Math.Min(end, source.Length);
                // A quote without its partner on the line is an apostrophe in markup.
                if (end < source.Length && source[end] == c)
                {
                    tokens.Add(new JsToken('s', source[(i + 1)..end], i));
                    i = end + 1;
                }
                else
                    i++;
            }
            else if (char.IsLetter(c) || c is '_' or '$')
            {
                var end = i + 1;
                while (end < source.Length && (char.IsLetterOrDigit(source[end]) || source[end] is '_' or '$'))
                    end++;
                tokens.Add(new JsToken('i', source[i..end], i));
                i = end;
            }
            else
                tokens.Add(new JsToken('p', c.ToString(), i++));
        }

        return tokens;
    }

    private static int End(string source, string mark, int from)
    {
        var found = from >= source.Length ? -1 : source.IndexOf(mark, from, StringComparison.Ordinal);
        return found < 0 ? source.Length : found + mark.Length;
    }
}
