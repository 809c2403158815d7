using System.Globalization;
using System.Text.RegularExpressions;

namespace Autonoma.Engine.Suites.FrontMatter;

/// <summary>Durations as people write them: <c>90s</c>, <c>2m</c>, <c>1m30s</c>, <c>500ms</c>, <c>1h</c>, or a bare number of seconds.</summary>
public static partial class Duration
{
    /// <summary>Reads a duration; false when it is none, is zero, or is longer than a day.</summary>
    public static bool TryParse(string text, out TimeSpan value)
    {
        value = TimeSpan.Zero;
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim();
        if (double.TryParse(trimmed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
            value = TimeSpan.FromSeconds(Math.Min(seconds, 1e6));
        else if (Form().Match(trimmed) is { Success: true } match && match.Length > 0)
        {
            value = Part(match, "h", TimeSpan.FromHours(1)) + Part(match, "m", TimeSpan.FromMinutes(1))
                + Part(match, "s", TimeSpan.FromSeconds(1)) + Part(match, "ms", TimeSpan.FromMilliseconds(1));
        }

        return value > TimeSpan.Zero && value <= TimeSpan.FromDays(1);
    }

    private static TimeSpan Part(Match match, string group, TimeSpan unit)
        => match.Groups[group] is { Success: true } found && double.TryParse(found.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? unit * Math.Min(number, 1e6)
            : TimeSpan.Zero;

    [GeneratedRegex(@"^(?:(?<h>\d+(?:\.\d+)?)\s*h(?:ours?)?\s*)?(?:(?<m>\d+(?:\.\d+)?)\s*m(?:in(?:utes?)?)?\s*)?(?:(?<s>\d+(?:\.\d+)?)\s*s(?:ec(?:onds?)?)?\s*)?(?:(?<ms>\d+)\s*ms)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Form();
}
