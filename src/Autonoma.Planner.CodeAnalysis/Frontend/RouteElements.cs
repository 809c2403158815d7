using System.Text.RegularExpressions;

namespace Autonoma.Planner.CodeAnalysis.Frontend;

/// <summary>Reads <c>&lt;Route path="orders"&gt;...&lt;/Route&gt;</c>.</summary>
internal static partial class RouteElements
{
    public static IEnumerable<(string Route, int Index)> Of(string source)
    {
        var open = new Stack<string>([""]);
        for (var match = Tag().Match(source); match.Success;)
        {
            var next = match.Index + match.Length;
            if (match.Value.StartsWith("</", StringComparison.Ordinal))
            {
                if (open.Count > 1)
                    open.Pop();
            }
            else
            {
                var end = End(source, match.Index + match.Length);
                var tag = source[match.Index..end];
                var path = PathAttribute().Match(tag);
                var isIndex = IndexAttribute().IsMatch(tag);
                var route = path.Success ? path.Groups[1].Value.StartsWith('/') ? Routes.Clean(path.Groups[1].Value) : Routes.Clean(open.Peek() + "/" + path.Groups[1].Value) : open.Peek();
                var closes = tag.EndsWith("/>", StringComparison.Ordinal);
                if ((path.Success || isIndex) && !tag.Contains("<Navigate", StringComparison.Ordinal) && !route.Contains("{*rest}", StringComparison.Ordinal) && (closes || tag.Contains("component=", StringComparison.Ordinal) || path.Success && !HasIndex(source, end)))
                    yield return (route.Length == 0 ? "/" : route, match.Index);
                if (!closes)
                    open.Push(route);
                next = end;
            }

            match = Tag().Match(source, Math.Min(next, source.Length));
        }
    }

    // The end of a tag; what stands in braces (element={<Page />}) belongs to it.
    private static int End(string source, int from)
    {
        var depth = 0;
        for (var i = from; i < source.Length; i++)
        {
            if (source[i] == '{')
                depth++;
            else if (source[i] == '}')
                depth--;
            else if (source[i] == '>' && depth == 0)
                return i + 1;
        }

        return source.Length;
    }

    private static bool HasIndex(string source, int from)
    {
        var close = source.IndexOf("</Route>", from, StringComparison.Ordinal);
        return close > 0 && IndexAttribute().IsMatch(source[from..close]);
    }

    [GeneratedRegex(@"</Route\s*>|<(?:Private|Protected|Public)?Route\b(?!s)")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\bpath\s*=\s*\{?\s*['""`]([^'""`]*)['""`]")]
    private static partial Regex PathAttribute();

    [GeneratedRegex(@"<?\bindex\b(?=[\s/>=])")]
    private static partial Regex IndexAttribute();
}
