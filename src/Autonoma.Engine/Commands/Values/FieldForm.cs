using System.Globalization;
using System.Text.RegularExpressions;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Commands.Values;

/// <summary>Turns what people write into the form that a date, time, colour or range input keeps its value in.</summary>
internal static partial class FieldForm
{
    private static readonly HashSet<string> Kinds = ["date", "time", "datetime-local", "month", "week", "color", "range"];

    /// <summary>Whether the input has no text form of its own.</summary>
    public static bool Applies(UiNode node) => node.Tag == "input" && Kinds.Contains(node.InputType);

    /// <summary>The value, or null when the text does not read as one.</summary>
    public static string? Of(UiNode node, string text, CultureInfo locale, DateOnly today)
    {
        if (text.Length == 0)
            return node.InputType is "color" or "range" ? null : "";
        return node.InputType switch
        {
            "date" => Date(text, locale, today)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "time" => Time(text)?.ToString("HH:mm", CultureInfo.InvariantCulture),
            "datetime-local" => DateAndTime(text, locale, today),
            "month" => Month(text),
            "week" => Week(text),
            "color" => Color(text),
            "range" => Position(node, text),
            _ => null,
        };
    }

    /// <summary>Reads 14:30, 2:30 pm, 9 am, 14h30, noon.</summary>
    public static TimeOnly? Time(string text)
    {
        var words = text.Trim().ToLowerInvariant();
        if (words is "noon" or "midday")
            return new TimeOnly(12, 0);
        if (words == "midnight")
            return TimeOnly.MinValue;
        if (Clock().Match(words) is not { Success: true } match)
            return null;
        var hour = int.Parse(match.Groups["h"].Value, CultureInfo.InvariantCulture);
        var minute = match.Groups["m"].Success ? int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture) : 0;
        var half = match.Groups["half"].Value;
        if (half.Length == 0 && !match.Groups["m"].Success)
            return null;
        if (half.Length > 0 && hour is < 1 or > 12)
            return null;
        hour = half.Length == 0 ? hour : (hour % 12) + (half[0] == 'p' ? 12 : 0);
        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    /// <summary>A number for a slider; a percentage of its range when the range is not itself one of percents.</summary>
    public static double? Number(double min, double max, string text)
    {
        if (text.Trim().ToLowerInvariant() is "max" or "maximum" or "the maximum")
            return max;
        if (text.Trim().ToLowerInvariant() is "min" or "minimum" or "the minimum")
            return min;
        if (!HumanNumber.TryParse(text, out var value, out var isPercent))
            return null;
        var number = isPercent && !(min == 0 && max == 100) ? min + ((max - min) * (double)value / 100) : (double)value;
        return number >= min && number <= max ? number : null;
    }

    private static DateOnly? Date(string text, CultureInfo locale, DateOnly today) => HumanDate.Parse(text, locale, today)?.Date;

    private static string? DateAndTime(string text, CultureInfo locale, DateOnly today)
    {
        var match = Both().Match(text.Trim());
        if (!match.Success || Date(match.Groups["d"].Value.Trim(' ', ','), locale, today) is not { } day || Time(match.Groups["t"].Value) is not { } time)
            return null;
        return string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}T{time:HH:mm}");
    }

    private static string? Month(string text)
        => YearMonth().IsMatch(text.Trim()) ? text.Trim()
            : HumanDate.ParseMonth(text) is { } month ? string.Create(CultureInfo.InvariantCulture, $"{month.Year:0000}-{month.Month:00}") : null;

    private static string? Week(string text)
    {
        var match = YearWeek().Match(text.Trim());
        if (!match.Success)
            return null;
        var year = match.Groups["y1"].Success ? match.Groups["y1"].Value : match.Groups["y2"].Value;
        var week = int.Parse(match.Groups["y1"].Success ? match.Groups["w1"].Value : match.Groups["w2"].Value, CultureInfo.InvariantCulture);
        return week is > 0 and < 54 ? string.Create(CultureInfo.InvariantCulture, $"{year}-W{week:00}") : null;
    }

    private static string? Color(string text)
    {
        var word = text.Trim().ToLowerInvariant();
        if (Hex().Match(word) is { Success: true } hex)
            return hex.Groups["short"].Success ? "#" + string.Concat(hex.Groups["short"].Value.Select(c => $"{c}{c}")) : "#" + hex.Groups["long"].Value;
        var named = System.Drawing.Color.FromName(word.Replace(" ", "", StringComparison.Ordinal));
        // System colours such as "window" are no colours that people mean.
        return named is { IsKnownColor: true, IsSystemColor: false } ? string.Create(CultureInfo.InvariantCulture, $"#{named.R:x2}{named.G:x2}{named.B:x2}") : null;
    }

    private static string? Position(UiNode node, string text)
        => node.Range is { } range && Number(range.Min, range.Max, text) is { } number ? number.ToString(CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^(?<h>\d{1,2})(?:(?:[:.]|\s?h\s?)(?<m>\d{2}))?(?::\d{2})?\s*(?<half>[ap])?\.?(?:m\.?)?(?:\s*(?:uhr|o'clock|h))?$")]
    private static partial Regex Clock();

    [GeneratedRegex(@"^(?<d>.+?)(?:\s*,\s*|\s+at\s+|\s+um\s+|t|\s+)(?<t>\d{1,2}(?:[:.]\d{2})?(?::\d{2})?\s*(?:[ap]\.?m\.?)?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Both();

    [GeneratedRegex(@"^\d{4}-\d{2}$")]
    private static partial Regex YearMonth();

    [GeneratedRegex(@"^(?:(?<y1>\d{4})-?w(?<w1>\d{1,2})|(?:week|kw|w)\s*(?<w2>\d{1,2})\s*(?:,|of|/|in)?\s*(?<y2>\d{4}))$", RegexOptions.IgnoreCase)]
    private static partial Regex YearWeek();

    [GeneratedRegex(@"^#?(?:(?<short>[0-9a-f]{3})|(?<long>[0-9a-f]{6}))$")]
    private static partial Regex Hex();
}
