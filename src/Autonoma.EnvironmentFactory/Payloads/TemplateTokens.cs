using System.Globalization;
using System.Text.RegularExpressions;

namespace Autonoma.EnvironmentFactory.Payloads;

/// <summary>The tokens in texts: <c>{{testRunId}}</c>, <c>{{index}}</c>, <c>{{cycle(a,b,c)}}</c>.</summary>
internal static partial class TemplateTokens
{
    private const string RunId = "{{testRunId}}";

    /// <summary>The text with its tokens replaced; what nobody knows is added to the list and stays.</summary>
    /// <param name="text">The text.</param>
    /// <param name="testRunId">The run.</param>
    /// <param name="index">How many records of the model come before this one.</param>
    /// <param name="unresolved">Gets the unknown tokens.</param>
    public static string Resolve(string text, string testRunId, int index, ICollection<string>? unresolved)
    {
        // By far the most are this one token, once: no pattern is needed for that.
        var first = text.IndexOf("{{", StringComparison.Ordinal);
        if (first < 0)
            return text;
        if (text.AsSpan(first).StartsWith(RunId, StringComparison.Ordinal) && text.LastIndexOf("{{", StringComparison.Ordinal) == first)
            return string.Concat(text.AsSpan(0, first), testRunId, text.AsSpan(first + RunId.Length));
        return ResolveAll(text, testRunId, index, unresolved);
    }

    private static string ResolveAll(string text, string testRunId, int index, ICollection<string>? unresolved)
        => Token().Replace(text, match =>
        {
            var token = match.Groups[1].Value.Trim();
            if (token == "testRunId")
                return testRunId;
            if (token == "index")
                return index.ToString(CultureInfo.InvariantCulture);
            if (token == "cycle")
                return "";
            if (token.StartsWith("cycle(", StringComparison.Ordinal) && token.EndsWith(')'))
                return Cycle(token["cycle(".Length..^1], index);
            unresolved?.Add(token);
            return match.Value;
        });

    private static string Cycle(string list, int index)
    {
        var choices = list.Split(',');
        var choice = choices[index % choices.Length].Trim();
        if (choice.StartsWith('\'') || choice.StartsWith('"'))
            choice = choice[1..];
        return choice.EndsWith('\'') || choice.EndsWith('"') ? choice[..^1] : choice;
    }

    [GeneratedRegex(@"\{\{\s*([^{}]+?)\s*\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
