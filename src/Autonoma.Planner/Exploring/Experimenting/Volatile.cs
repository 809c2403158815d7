using System.Globalization;
using System.Text.RegularExpressions;

namespace Autonoma.Planner.Exploring.Experimenting;

/// <summary>Texts that will say something else tomorrow, or in the next run: no test may count on them.</summary>
internal static partial class Volatile
{
    /// <summary>Whether a text is bound to the moment it was read at.</summary>
    /// <param name="text">The text.</param>
    /// <param name="now">The moment.</param>
    public static bool Is(string text, DateTimeOffset now)
        => Moment().IsMatch(text) || Identity().IsMatch(text) || Dates().Matches(text).Any(match => DateTime.TryParse(match.Value, CultureInfo.InvariantCulture, out var day) && Math.Abs((day - now.DateTime).TotalDays) < 400);

    [GeneratedRegex(@"\b\d{1,2}:\d{2}(?::\d{2})?\b|\bago\b|\bjust now\b|\b(?:today|tomorrow|yesterday)\b|\b\d+ (?:seconds?|ms)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Moment();

    // A UUID, a long hexadecimal number: made anew each time.
    [GeneratedRegex(@"\b[0-9a-f]{8}-[0-9a-f]{4}-|\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{10,}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Identity();

    [GeneratedRegex(@"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b\d{1,2}\.? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?: \d{4})?|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:,? \d{4})?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dates();
}
