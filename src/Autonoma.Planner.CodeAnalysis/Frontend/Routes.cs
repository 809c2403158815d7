using System.Text.RegularExpressions;

namespace Autonoma.Planner.CodeAnalysis.Frontend;

/// <summary>Paths of frontend routers, written as the report writes them.</summary>
internal static partial class Routes
{
    /// <summary><c>/orders/:id?</c>, <c>/orders/$id</c> and <c>/orders/[id]</c> are <c>/orders/{id}</c>.</summary>
    public static string Clean(string route)
    {
        var parts = route.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Part).Where(p => p.Length > 0);
        return "/" + string.Join('/', parts);
    }

    private static string Part(string part)
    {
        // Groups, slots and layouts without a path of their own.
        if (part.StartsWith('(') && part.EndsWith(')') || part.StartsWith('@') || (part.StartsWith('_') && part.Length > 1))
            return "";
        if (Bracket().Match(part) is { Success: true } bracket)
            return bracket.Groups["rest"].Success ? $"{{*{bracket.Groups["name"].Value}}}" : $"{{{bracket.Groups["name"].Value}}}";
        if (part == "$")
            return "{*rest}";
        if (part is "*" or "**")
            return "{*rest}";
        return part.StartsWith(':') || part.StartsWith('$') ? $"{{{Name().Match(part[1..]).Value}}}" : part;
    }

    [GeneratedRegex(@"^\[{1,2}(?<rest>\.\.\.)?(?<name>\w+)(=\w+)?\]{1,2}$")]
    private static partial Regex Bracket();

    [GeneratedRegex(@"^\w+")]
    private static partial Regex Name();
}
