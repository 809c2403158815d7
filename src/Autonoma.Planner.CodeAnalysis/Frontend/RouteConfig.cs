namespace Autonoma.Planner.CodeAnalysis.Frontend;

/// <summary>Reads <c>routes.ts</c> of React Router's framework mode: <c>route("orders", "orders.tsx", [...])</c>, <c>index</c>, <c>layout</c>, <c>prefix</c>.</summary>
internal static class RouteConfig
{
    public static IEnumerable<(string Route, int Index)> Of(string source)
    {
        var tokens = JsTokens.Of(source);
        var open = new Stack<(string Prefix, int Depth)>([("", -1)]);
        var depth = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Is('('))
                depth++;
            else if (tokens[i].Is(')'))
            {
                depth--;
                while (open.Peek().Depth >= depth + 1)
                    open.Pop();
            }
            else if (tokens[i].Kind == 'i' && i + 1 < tokens.Count && tokens[i + 1].Is('(') && tokens[i].Text is "route" or "index" or "layout" or "prefix")
            {
                var first = i + 2 < tokens.Count && tokens[i + 2].Kind == 's' ? tokens[i + 2].Text : "";
                var above = open.Peek().Prefix;
                var own = tokens[i].Text is "route" or "prefix" ? Routes.Clean(above + "/" + first) : above;
                if (tokens[i].Text is "route" or "index")
                    yield return (own.Length == 0 ? "/" : own, tokens[i].Index);
                if (tokens[i].Text != "index")
                    open.Push((own, depth + 1));
            }
        }
    }
}
