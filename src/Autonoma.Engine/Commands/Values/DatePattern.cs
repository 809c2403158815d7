using System.Globalization;
using System.Text.RegularExpressions;

namespace Autonoma.Engine.Commands.Values;

/// <summary>The form in which a text field wants a date, as its placeholder tells: <c>dd/mm/yyyy</c>, <c>TT.MM.JJJJ</c>.</summary>
internal static partial class DatePattern
{
    /// <summary>A .NET format, or null when the placeholder tells none.</summary>
    public static string? Of(string placeholder)
    {
        var text = placeholder.Trim();
        if (!Form().IsMatch(text))
            return null;
        // In German jjjj is the year, in French jj is the day.
        var format = text.ToLowerInvariant().Replace("jjjj", "yyyy", StringComparison.Ordinal).Replace("aaaa", "yyyy", StringComparison.Ordinal)
            .Replace('t', 'd').Replace('j', 'd').Replace('m', 'M');
        // A slash in a format means the separator of the culture; here it is the page's own.
        return format.Replace("/", "'/'", StringComparison.Ordinal);
    }

    public static bool Fits(string text, string pattern) => DateOnly.TryParseExact(text, pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    [GeneratedRegex(@"^(?:(?:dd?|tt?|jj)[-/. ](?:mm?)[-/. ](?:yyyy|jjjj|aaaa)|(?:mm?)[-/. ](?:dd?)[-/. ](?:yyyy|jjjj|aaaa)|(?:yyyy|jjjj|aaaa)[-/. ](?:mm?)[-/. ](?:dd?|tt?|jj))$", RegexOptions.IgnoreCase)]
    private static partial Regex Form();
}
