namespace Autonoma.Planner.CodeAnalysis.Frontend;

/// <summary>Reads arrays of route objects: <c>{ path: 'orders', children: [...] }</c>, as React Router, Vue Router and Angular write them.</summary>
internal static class RouteObjects
{
    private static readonly HashSet<string> Marks = new(StringComparer.Ordinal)
    {
        "element", "Component", "component", "components", "children", "loadComponent", "loadChildren", "lazy", "loader", "redirect", "redirectTo", "name", "index", "action", "canActivate", "errorElement", "meta", "title", "handle",
    };

    /// <summary>Paths with the places where they are written.</summary>
    public static IEnumerable<(string Route, int Index)> Of(string source)
    {
        var tokens = JsTokens.Of(source);
        var found = new List<(string, int)>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Is('{') && IsRoute(tokens, i))
                i = Read(tokens, i, "", found);
        }

        return found.DistinctBy(f => f.Item1);
    }

    private static bool IsRoute(List<JsToken> tokens, int at)
    {
        var hasPath = false;
        var hasMark = false;
        var isIndex = false;
        foreach (var (key, value) in Entries(tokens, at))
        {
            hasPath |= key == "path" && tokens[value].Kind == 's';
            isIndex |= key == "index" && tokens[value].Text == "true";
            hasMark |= Marks.Contains(key);
        }

        return (hasPath || isIndex) && hasMark;
    }

    // Reads the object at a brace and answers where it ends.
    private static int Read(List<JsToken> tokens, int at, string parent, List<(string, int)> found)
    {
        string? path = null;
        var children = -1;
        var redirects = false;
        var isIndex = false;
        foreach (var (key, value) in Entries(tokens, at))
        {
            if (key == "path" && tokens[value].Kind == 's')
                path = tokens[value].Text;
            else if (key == "children" && tokens[value].Is('['))
                children = value;
            redirects |= key is "redirect" or "redirectTo";
            isIndex |= key == "index";
        }

        var route = path is null ? parent : path.StartsWith('/') ? Routes.Clean(path) : Routes.Clean(parent + "/" + path);
        if (!redirects && (path is not null || isIndex) && (children < 0 || HasScreen(tokens, at)))
            found.Add((route, tokens[at].Index));
        if (children >= 0)
        {
            var end = Close(tokens, children);
            for (var i = children + 1; i < end; i++)
            {
                if (tokens[i].Is('{'))
                    i = IsRoute(tokens, i) || HasChildren(tokens, i) ? Read(tokens, i, route, found) : Close(tokens, i);
            }
        }

        return Close(tokens, at);
    }

    // With children only, a route is a frame around them; with an index child the frame's own address is that child's.
    private static bool HasScreen(List<JsToken> tokens, int at) => Entries(tokens, at).Any(e => e.Key is "element" or "Component" or "component" or "loadComponent")
        && !Entries(tokens, at).Any(e => e.Key == "children" && Directly(tokens, e.Value).Any(c => Entries(tokens, c).Any(x => (x.Key == "path" && tokens[x.Value] is { Kind: 's', Text: "" }) || x.Key == "index")));

    private static IEnumerable<int> Directly(List<JsToken> tokens, int array)
    {
        if (!tokens[array].Is('['))
            yield break;
        var end = Close(tokens, array);
        for (var i = array + 1; i < end; i++)
        {
            if (tokens[i].Is('{'))
            {
                yield return i;
                i = Close(tokens, i);
            }
        }
    }

    private static bool HasChildren(List<JsToken> tokens, int at) => Entries(tokens, at).Any(e => e.Key == "children");

    // The keys of an object with the index of the token that their value begins with.
    private static IEnumerable<(string Key, int Value)> Entries(List<JsToken> tokens, int at)
    {
        var end = Close(tokens, at);
        for (var i = at + 1; i < end; i++)
        {
            if (tokens[i].Kind is 'i' or 's' && i + 2 <= end && tokens[i + 1].Is(':') && (tokens[i - 1].Is('{') || tokens[i - 1].Is(',')))
            {
                yield return (tokens[i].Text, i + 2);
                i++;
            }
            else if (tokens[i].Is('{') || tokens[i].Is('[') || tokens[i].Is('('))
                i = Close(tokens, i);
        }
    }

    private static int Close(List<JsToken> tokens, int at)
    {
        var depth = 0;
        for (var i = at; i < tokens.Count; i++)
        {
            if (tokens[i].Is('{') || tokens[i].Is('[') || tokens[i].Is('('))
                depth++;
            else if ((tokens[i].Is('}') || tokens[i].Is(']') || tokens[i].Is(')')) && --depth == 0)
                return i;
        }

        return tokens.Count - 1;
    }
}
