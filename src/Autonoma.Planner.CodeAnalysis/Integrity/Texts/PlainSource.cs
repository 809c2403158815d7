using System.Text;

namespace Autonoma.Planner.CodeAnalysis.Integrity.Texts;

/// <summary>Source of a language whose names are not bound: what is written in it, without what is only said.</summary>
internal static class PlainSource
{
    /// <summary>The text with comments and the insides of texts blanked out, every character in its place. Texts are kept where they are asked for.</summary>
    public static string Code(string text, bool isPython, bool keepTexts = false)
    {
        var code = new StringBuilder(text);
        for (var i = 0; i < text.Length;)
        {
            var end = i;
            var isText = false;
            if (!isPython && At("//", i))
                end = LineEnd(i);
            else if (isPython && text[i] == '#')
                end = LineEnd(i);
            else if (!isPython && At("/*", i))
                end = text.IndexOf("*/", i + 2, StringComparison.Ordinal) is var close and >= 0 ? close + 2 : text.Length;
            else if (text[i] is '"' or '\'' or '`')
            {
                isText = true;
                var mark = isPython && (At("\"\"\"", i) || At("'''", i)) ? text.Substring(i, 3) : text[i].ToString();
                end = i + mark.Length;
                while (end < text.Length && !At(mark, end) && !(mark.Length == 1 && mark != "`" && text[end] == '\n'))
                    end += text[end] == '\\' ? 2 : 1;
                end = Math.Min(text.Length, end + mark.Length);
            }

            if (end == i)
            {
                i++;
                continue;
            }

            for (var j = i; j < end && (!isText || !keepTexts); j++)
            {
                if (text[j] is not ('\n' or '\r') && !(isText && (j == i || j == end - 1)))
                    code[j] = ' ';
            }

            i = end;
        }

        return code.ToString();

        bool At(string what, int at) => string.CompareOrdinal(text, at, what, 0, what.Length) == 0;
        int LineEnd(int at) => text.IndexOf('\n', at) is var found and >= 0 ? found : text.Length;
    }

    /// <summary>Where a bracket closes; the end of the text when it does not.</summary>
    public static int Close(string code, int open)
    {
        var depth = 0;
        for (var i = open; i < code.Length; i++)
        {
            if (code[i] is '(' or '{' or '[')
                depth++;
            else if (code[i] is ')' or '}' or ']' && --depth == 0)
                return i;
        }

        return code.Length - 1;
    }

    public static int Line(string text, int at) => text.AsSpan(0, Math.Min(at, text.Length)).Count('\n') + 1;
}
