using System.Globalization;
using System.Text.RegularExpressions;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Commands.Values;

/// <summary>A day as people write it; the year or month may be left to the calendar that is open.</summary>
/// <param name="Year">Null when not written.</param>
/// <param name="Month">1 to 12; null when not written.</param>
/// <param name="Day">1 to 31.</param>
internal sealed partial record HumanDate(int? Year, int? Month, int Day)
{
    private static readonly string[] Cultures = ["en", "de", "fr", "es", "it", "nl", "pt", "sv", "nb", "da", "fi", "pl"];
    private static readonly Lazy<Dictionary<string, int>> Months = new(() =>
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var format in Cultures.Select(name => CultureInfo.GetCultureInfo(name).DateTimeFormat))
        {
            foreach (var list in new[] { format.MonthNames, format.MonthGenitiveNames, format.AbbreviatedMonthNames, format.AbbreviatedMonthGenitiveNames })
            {
                for (var month = 0; month < 12; month++)
                {
                    var name = TextFold.Fold(list[month]).TrimEnd('.');
                    if (name.Length > 2)
                        names.TryAdd(name, month + 1);
                }
            }
        }

        names.TryAdd("sept", 9);
        return names;
    });

    /// <summary>The whole day, or null when a part is missing or there is no such day.</summary>
    public DateOnly? Date => Year is { } year && Month is { } month && year is > 0 and < 10_000 && month is > 0 and < 13 && Day > 0 && Day <= DateTime.DaysInMonth(year, month)
        ? new DateOnly(year, month, Day) : null;

    /// <summary>Reads a day. <paramref name="locale"/> decides the order of an all-digit date; <paramref name="today"/> what "tomorrow" is.</summary>
    public static HumanDate? Parse(string text, CultureInfo locale, DateOnly today)
    {
        var words = TextFold.Fold(text);
        switch (words)
        {
            case "today":
                return Of(today);
            case "tomorrow":
                return Of(today.AddDays(1));
            case "yesterday":
                return Of(today.AddDays(-1));
            default:
                break;
        }

        if (Iso().Match(words) is { Success: true } iso)
            return Checked(Int(iso, "y"), Int(iso, "m"), Int(iso, "d"));
        if (Ideographic().Match(words) is { Success: true } cjk)
            return Checked(Int(cjk, "y"), Int(cjk, "m"), Int(cjk, "d"));
        if (Digits().Match(words) is { Success: true } digits)
        {
            var (a, b, year) = (Int(digits, "a"), Int(digits, "b"), Int(digits, "y"));
            if (digits.Groups["y"].Length == 2)
                year += 2000;
            var dayFirst = digits.Groups["s"].Value == "." || a > 12 || (b <= 12 && DayComesFirst(locale));
            return dayFirst ? Checked(year, b, a) : Checked(year, a, b);
        }

        return Written(words);
    }

    /// <summary>Reads a month and year such as the heading of a calendar: <c>March 2031</c>, <c>2031年3月</c>, <c>03/2031</c>.</summary>
    public static (int Year, int Month)? ParseMonth(string text)
    {
        var words = TextFold.Fold(text);
        if (IdeographicMonth().Match(words) is { Success: true } cjk)
            return (Int(cjk, "y"), Int(cjk, "m"));
        if (NumericMonth().Match(words) is { Success: true } numeric && Int(numeric, "m") is > 0 and < 13)
            return (Int(numeric, "y"), Int(numeric, "m"));
        var parts = Word().Matches(words).Select(match => match.Value).ToList();
        var months = parts.Where(part => Months.Value.ContainsKey(part)).ToList();
        var years = parts.Where(part => part.Length == 4 && part.All(char.IsAsciiDigit)).ToList();
        return months.Count == 1 && years.Count == 1 && parts.Count <= 4 ? (int.Parse(years[0], CultureInfo.InvariantCulture), Months.Value[months[0]]) : null;
    }

    /// <summary>The month that a word names, or null.</summary>
    public static int? MonthOf(string word) => Months.Value.TryGetValue(TextFold.Fold(word).TrimEnd('.'), out var month) ? month : null;

    public static bool DayComesFirst(CultureInfo locale)
    {
        var pattern = locale.DateTimeFormat.ShortDatePattern;
        return pattern.IndexOf('d', StringComparison.OrdinalIgnoreCase) < pattern.IndexOf('M', StringComparison.Ordinal);
    }

    private static HumanDate Of(DateOnly day) => new(day.Year, day.Month, day.Day);

    private static HumanDate? Written(string words)
    {
        int? year = null, month = null, day = null;
        foreach (var part in Word().Matches(words).Select(match => match.Value))
        {
            if (Months.Value.TryGetValue(part, out var named))
            {
                if (month is not null)
                    return null;
                month = named;
            }
            else if (DayNumber().Match(part) is { Success: true } number)
            {
                if (day is not null)
                    return null;
                day = Int(number, "d");
            }
            else if (part.Length == 4 && part.All(char.IsAsciiDigit) && year is null)
            {
                year = int.Parse(part, CultureInfo.InvariantCulture);
            }
            else if (!IsFiller(part))
            {
                return null;
            }
        }

        return day is { } d and > 0 and < 32 && (month is not null || year is null) ? Checked(year, month, d) : null;
    }

    private static bool IsFiller(string word)
        => word is "the" or "of" or "day" or "on" or "de" or "del" or "den" or "le" or "am"
            || Cultures.Any(name => CultureInfo.GetCultureInfo(name).DateTimeFormat is var format
                && (format.DayNames.Any(day => TextFold.Fold(day) == word) || format.AbbreviatedDayNames.Any(day => TextFold.Fold(day).TrimEnd('.') == word)));

    private static HumanDate? Checked(int? year, int? month, int day)
        => month is < 1 or > 12 || day is < 1 or > 31 || (year is { } y && month is { } m && (y is < 1 or > 9999 || day > DateTime.DaysInMonth(y, m))) ? null : new(year, month, day);

    private static int Int(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<y>\d{4})[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})(?:t.*)?$")]
    private static partial Regex Iso();

    [GeneratedRegex(@"(?<y>\d{4})\s*[年년]\s*(?<m>\d{1,2})\s*[月월]\s*(?<d>\d{1,2})\s*[日일]")]
    private static partial Regex Ideographic();

    [GeneratedRegex(@"^(?<y>\d{4})\s*[年년]\s*(?<m>\d{1,2})\s*[月월]$")]
    private static partial Regex IdeographicMonth();

    [GeneratedRegex(@"^(?<m>\d{1,2})\s*[/.-]\s*(?<y>\d{4})$")]
    private static partial Regex NumericMonth();

    [GeneratedRegex(@"^(?<a>\d{1,2})(?<s>[-/.])\s*(?<b>\d{1,2})[-/.]\s*(?<y>\d{4}|\d{2})$")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^(?<d>\d{1,2})(?:st|nd|rd|th|er|º|ª)?$")]
    private static partial Regex DayNumber();

    [GeneratedRegex(@"[\p{L}\p{M}\d]+")]
    private static partial Regex Word();
}
