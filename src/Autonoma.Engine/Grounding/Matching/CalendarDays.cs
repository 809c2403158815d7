using System.Globalization;
using System.Text.RegularExpressions;
using Autonoma.Engine.Grounding.Screens;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Grounding.Matching;

/// <summary>"The day 15 May", "Monday the 17th", "18th in the calendar": a day of the month that a calendar on the page shows. What was said of month, year and day of the week must be so.</summary>
internal static partial class CalendarDays
{
    private const int FewestDays = 28;
    private const int WidestMonth = 420;

    private sealed record Asked(int Day, string Month, string Year, string Weekday);

    private sealed record Month(ScreenNode Holder, List<(int Day, ScreenNode Cell)> Days);

    public static GroundingResult? Find(string description, ScreenModel screen, Func<ScreenModel, Query> query)
    {
        if (Read(description) is not { } asked)
            return null;
        var fitting = new List<ScreenNode>();
        var months = Months(screen);
        foreach (var month in months)
        {
            if (asked.Month.Length > 0 && !IsCalled(screen, month, months, asked))
                continue;
            fitting.AddRange(month.Days.Where(day => day.Day == asked.Day && (asked.Weekday.Length == 0 || IsUnder(day.Cell, asked.Weekday))).Select(day => day.Cell));
        }

        if (fitting is not [var only])
            return null;
        var target = Decision.Target(query(screen), only);
        return new()
        {
            Outcome = GroundingOutcome.Found,
            Node = target.Node,
            Confidence = 0.9,
            Candidates = [new(target.Node, 0.9, "is that day of the month shown")],
            Explanation = $"{target.Node}: is that day of the month shown.",
        };
    }

    private static Asked? Read(string description)
    {
        foreach (var pattern in new[] { DayThenMonth(), MonthThenDay(), WeekdayThenDay(), DayInCalendar() })
        {
            if (pattern.Match(description) is { Success: true } match)
                return new(int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture), match.Groups["month"].Value, match.Groups["year"].Value, match.Groups["weekday"].Value);
        }

        return null;
    }

    // The smallest parts of the page that hold the numbers of a month, each day once, in order.
    private static List<Month> Months(ScreenModel screen)
    {
        var found = new List<Month>();
        foreach (var node in screen.Nodes)
        {
            if (node.Size is < FewestDays or > WidestMonth || !node.Node.IsVisible || node.IsText || Days(screen, node) is not { } days)
                continue;
            found.RemoveAll(outer => outer.Holder.Contains(node));
            found.Add(new(node, days));
        }

        return found;
    }

    private static List<(int Day, ScreenNode Cell)>? Days(ScreenModel screen, ScreenNode holder)
    {
        var numbers = new List<(int Day, ScreenNode Cell)>();
        for (var i = holder.Index + 1; i < holder.End; i++)
        {
            var node = screen.Nodes[i];
            if (node.IsText || !node.Node.IsVisible || node.Bounds.Width is 0 or > 260 || !IsDay(node, out var day) || node.Children.Any(child => !child.IsText && IsDay(child, out _)))
                continue;
            numbers.Add((day, node));
        }

        // Days of the months before and after may stand around it: the month is the run from the first 1 on.
        var first = numbers.FindIndex(number => number.Day == 1);
        if (first < 0)
            return null;
        var run = new List<(int Day, ScreenNode Cell)>();
        for (var i = first; i < numbers.Count && numbers[i].Day == run.Count + 1; i++)
            run.Add(numbers[i]);
        return run.Count is < FewestDays or > 31 || numbers.Count - run.Count > 14 || run.Select(day => Math.Round(day.Cell.Bounds.Y / 4)).Distinct().Count() < 3 ? null : run;
    }

    // The number alone, or before what else a day says ("15 € 40").
    private static bool IsDay(ScreenNode node, out int day)
    {
        day = 0;
        var text = node.Node.InnerText;
        var end = 0;
        while (end < text.Length && end < 3 && char.IsAsciiDigit(text[end]))
            end++;
        return end is 1 or 2 && text.Length < 24 && node.Texts <= 3 && (end == text.Length || char.IsWhiteSpace(text[end])) && int.TryParse(text[..end], NumberStyles.None, CultureInfo.InvariantCulture, out day) && day is > 0 and < 32;
    }

    // The month stands over its days, or in what each day is called.
    private static bool IsCalled(ScreenModel screen, Month month, List<Month> months, Asked asked)
    {
        bool Says(string text) => TextFold.Words(text) is var words && words.Any(word => IsSameName(word, asked.Month)) && (asked.Year.Length == 0 || words.Contains(asked.Year));
        if (Says(month.Days[0].Cell.Node.Name) || Says(month.Days[0].Cell.Node.Title))
            return true;
        foreach (var around in month.Holder.SelfAndAncestors().Take(4))
        {
            if (around.Index == 0 || months.Any(other => other != month && around.Contains(other.Holder)))
                return false;
            if (screen.Nodes.AsSpan(around.Index, around.Size).ToArray().Any(inner => inner.IsText && inner.Node.IsVisible && inner.Node.OwnText.Length < 30 && Says(inner.Node.OwnText)) || around.Node.Name.Length < 60 && Says(around.Node.Name)
                || around.Children.Any(child => child.Size < 12 && child.Node.InnerText.Length < 40 && Says(child.Node.InnerText)))
                return true;
        }

        return false;
    }

    private static bool IsUnder(ScreenNode day, string weekday) => day.SelfAndAncestors().Take(3).Any(node => node.Names.Any(name => name.Origin == NameOrigin.Column && TextFold.Words(name.Text.Folded) is [var head] && IsSameName(head, weekday)))
        || TextFold.Words(day.Node.Name).Any(word => IsSameName(word, weekday));

    private static bool IsSameName(string seen, string said) => TextFold.Fold(seen) is var left && TextFold.Fold(said) is var right && (left == right || left.Length > 1 && Wording.WordForms.AreRelated(left, right) || left.Length is 2 or 3 && right.StartsWith(left, StringComparison.Ordinal));

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const string Start = @"^\s*(the\s+)?((day|date|cell|field|button)\s+(of\s+)?)?(the\s+)?";
    private const string End = @"(\s+(day|date|button|cell))?(\s+(in|on|of|from)\s+the\s+(calendar|date\s?picker|month|month\s+view))?\s*$";
    private const string Day = @"(?<day>[12]?[0-9]|3[01])(st|nd|rd|th)?";
    private const string MonthName = @"(?<month>January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?";
    private const string WeekdayName = @"(?<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
    private const string Year = @"(,?\s+(?<year>\d{4}))?";

    [GeneratedRegex(Start + "(" + WeekdayName + @",?\s+(the\s+)?)?" + Day + @"\s+(of\s+)?" + MonthName + Year + End, Options)]
    private static partial Regex DayThenMonth();

    [GeneratedRegex(Start + "(" + WeekdayName + @",?\s+)?" + MonthName + @"\s+(the\s+)?" + Day + Year + End, Options)]
    private static partial Regex MonthThenDay();

    [GeneratedRegex(Start + WeekdayName + @",?\s+(the\s+)?" + Day + End, Options)]
    private static partial Regex WeekdayThenDay();

    [GeneratedRegex(@"^\s*((the\s+)?(day|date)\s+(the\s+)?(?<day>[12]?[0-9]|3[01])(st|nd|rd|th)?|(the\s+)?(?<day>[12]?[0-9]|3[01])(st|nd|rd|th))" + End, Options)]
    private static partial Regex DayInCalendar();
}
