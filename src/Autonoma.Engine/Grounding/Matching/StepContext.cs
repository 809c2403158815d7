using System.Text.RegularExpressions;
using Autonoma.Engine.Grounding.Screens;

namespace Autonoma.Engine.Grounding.Matching;

/// <summary>What an arrow steps through is told by what stands beside it: a month's name, a range of days, the numbers of pages.</summary>
internal static partial class StepContext
{
    /// <summary>1 when what stands beside the arrow is, or may be, what the words name; less when it is something else.</summary>
    public static double Factor(Query query, ScreenNode arrow, ulong stepped)
    {
        string? beside = null;
        foreach (var ancestor in arrow.Ancestors().Take(3))
        {
            if (ancestor.Size > 80)
                break;
            if (!ancestor.Node.InnerText.Any(char.IsLetterOrDigit))
                continue;
            beside = ancestor.Node.InnerText.ToLowerInvariant();
            break;
        }

        if (beside is null)
            return 1;
        var range = Range().IsMatch(beside);
        var month = Month().IsMatch(beside);
        foreach (var t in query.Indexes(stepped))
        {
            var fits = query.Tokens[t].Text switch
            {
                "week" => range || !month,
                "month" => month && !range || !month && !range,
                "page" => !month,
                _ => true,
            };
            if (!fits)
                return 0.8;
        }

        return 1;
    }

    [GeneratedRegex(@"\b\d{1,2}\.?\s*(?:\p{L}{3,9}\s*)?[-–]\s*\d{1,2}\b|\bweek\b")]
    private static partial Regex Range();

    [GeneratedRegex(@"\b(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)\b")]
    private static partial Regex Month();
}
