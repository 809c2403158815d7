using System.Text.RegularExpressions;

namespace Autonoma.Engine.Memory;

/// <summary>References to variables in the words of a test: <c>{{name}}</c>, and the planner's <c>({{name}} variable)</c>.</summary>
public static partial class Templates
{
    /// <summary>Names referred to, in order, each once.</summary>
    public static IReadOnlyList<string> Names(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. Reference().Matches(text).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Replaces each reference. The second argument of <paramref name="value"/> is what stands before the reference.</summary>
    internal static string Replace(string text, Func<string, string, string> value)
        => Reference().Replace(text, match => value(match.Groups["name"].Value, text[..match.Index]));

    [GeneratedRegex(@"\(\s*(?:the\s+)?\{\{\s*(?<name>[^{}]+?)\s*\}\}\s+variable\s*\)|\{\{\s*(?<name>[^{}]+?)\s*\}\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();
}
