using System.Globalization;
using System.Text.RegularExpressions;
using Autonoma.Engine.Commands.Values;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Commands;

/// <summary>A calendar on the screen: its months with their days, and the buttons that turn its pages.</summary>
internal sealed partial class Calendar
{
    private const int FewestDays = 28;
    private readonly List<MonthPage> _pages;

    private Calendar(List<MonthPage> pages, UiNode? previous, UiNode? next)
    {
        _pages = pages;
        Previous = previous;
        Next = next;
    }

    /// <summary>First month shown.</summary>
    public (int Year, int Month) First => (_pages[0].Year, _pages[0].Month);

    /// <summary>Last month shown.</summary>
    public (int Year, int Month) Last => (_pages[^1].Year, _pages[^1].Month);

    public UiNode? Previous { get; }

    public UiNode? Next { get; }

    /// <summary>The calendar inside some elements, or null when there is none.</summary>
    public static Calendar? Find(IEnumerable<UiNode> containers)
    {
        foreach (var container in containers)
        {
            // The step may have opened one of several layers of wrapping: the days tell where the calendar is.
            for (UiNode? node = container; node is not null; node = node.Parent)
            {
                var nodes = node.Descendants().Where(below => below.IsVisible).ToList();
                if (nodes.Count > 2000)
                    break;
                var pages = Pages(nodes);
                if (pages.Count > 0)
                    return new(pages, Turner(nodes, pages, forward: false), Turner(nodes, pages, forward: true));
                if (node.Role is "dialog" or "main" or "document" or "form")
                    break;
            }
        }

        return null;
    }

    /// <summary>The cell of a day, also when it cannot be chosen; null when the calendar shows another month.</summary>
    public UiNode? DayCell(HumanDate day)
    {
        foreach (var page in _pages)
        {
            if ((day.Month ?? page.Month) == page.Month && (day.Year ?? page.Year) == page.Year && page.Days.TryGetValue(day.Day, out var cell))
                return cell;
        }

        return null;
    }

    private static List<MonthPage> Pages(List<UiNode> nodes)
    {
        var headings = Headings(nodes);
        var days = DayCells(nodes);
        var pages = new List<MonthPage>();
        for (var i = 0; i < headings.Count; i++)
        {
            var (heading, year, month) = headings[i];
            // Days belong to the heading before them; when all headings come first, to the one above them.
            var until = i + 1 < headings.Count ? headings[i + 1].Node.Index : int.MaxValue;
            var own = days.Where(day => day.Cell.Index > heading.Index && day.Cell.Index < until).ToList();
            if (own.Count < FewestDays && headings.Count > 1)
                own = [.. days.Where(day => headings.OrderBy(other => Math.Abs(other.Node.Bounds.Center.X - day.Cell.Bounds.Center.X)).First().Node.Index == heading.Index)];
            if (OfMonth(own, year, month) is { } found)
                pages.Add(new(year, month, found));
        }

        return [.. pages.OrderBy(page => (page.Year * 12) + page.Month)];
    }

    /// <summary>The run 1, 2, 3 ... of the month itself, without the tail of the month before and the head of the one after.</summary>
    private static Dictionary<int, UiNode>? OfMonth(List<(UiNode Cell, int Day)> cells, int year, int month)
    {
        var length = DateTime.DaysInMonth(year, month);
        var found = new Dictionary<int, UiNode>();
        foreach (var (cell, day) in cells)
        {
            if (day == found.Count + 1 && found.Count < length)
                found.Add(day, cell);
        }

        return found.Count == length ? found : null;
    }

    private static List<(UiNode Node, int Year, int Month)> Headings(List<UiNode> nodes)
    {
        var found = new List<(UiNode Node, int Year, int Month)>();
        foreach (var node in nodes)
        {
            var text = node.IsText ? node.OwnText : node.InnerText;
            if (text.Length is > 30 or < 5)
            {
                // Month and year in two selects, the year in a field of its own.
                continue;
            }

            if (HumanDate.ParseMonth(text) is { } month && !found.Any(other => other.Node.IsSelfOrAncestorOf(node)))
                found.Add((node, month.Year, month.Month));
        }

        if (found.Count == 0 && FromSelects(nodes) is { } chosen)
            found.Add(chosen);
        return found;
    }

    private static (UiNode Node, int Year, int Month)? FromSelects(List<UiNode> nodes)
    {
        var fields = nodes.Where(node => node.Value is { Length: > 0 }).ToList();
        var month = fields.Select(node => (node, month: HumanDate.MonthOf(node.Value!))).FirstOrDefault(pair => pair.month is not null);
        var year = fields.Select(node => int.TryParse(node.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 1800 and < 2300 ? number : 0).FirstOrDefault(number => number > 0);
        return month.node is not null && year > 0 ? (month.node, year, month.month!.Value) : null;
    }

    // The outermost element that shows nothing but the number of a day.
    private static List<(UiNode Cell, int Day)> DayCells(List<UiNode> nodes)
    {
        var cells = new List<(UiNode Cell, int Day)>();
        foreach (var node in nodes.Where(node => !node.IsText))
        {
            if (DayNumber().Match(node.InnerText) is not { Success: true } match || cells.Count > 0 && cells[^1].Cell.IsSelfOrAncestorOf(node))
                continue;
            // The button in a cell takes the click; the cell around it is only its place.
            var target = node.Descendants().FirstOrDefault(below => below.Role is "button" or "link") ?? node;
            cells.Add((target, int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture)));
        }

        return [.. cells.Where(cell => cell.Day is > 0 and < 32)];
    }

    /// <summary>The button that turns one month back or forward.</summary>
    private static UiNode? Turner(List<UiNode> nodes, List<MonthPage> pages, bool forward)
    {
        var firstDay = pages.Min(page => page.Days.Values.Min(cell => cell.Index));
        var days = pages.SelectMany(page => page.Days.Values).ToHashSet();
        var buttons = nodes.Where(node => !node.IsText && !node.IsDisabled && !days.Contains(node) && (node.IsInteractive || node.Role == "button")
            && !days.Any(node.IsSelfOrAncestorOf)).ToList();
        buttons = [.. buttons.Where(node => !buttons.Any(other => !ReferenceEquals(other, node) && other.IsSelfOrAncestorOf(node)))];
        var words = forward ? ForwardWords() : BackWords();
        var named = buttons.Where(node => words.IsMatch(TextFold.Fold($"{node.Name} {node.Title} {node.IconHint} {node.InnerText} {node.PseudoText}")) || ClassWords(node, forward)).ToList();
        var byMonth = named.Where(node => !Year().IsMatch(TextFold.Fold($"{node.Name} {node.Title} {node.ClassName} {node.InnerText}"))).ToList();
        if (byMonth.Count > 0)
            return byMonth.Count == 1 ? byMonth[0] : byMonth.OrderBy(node => node.Bounds.X).ElementAt(forward ? byMonth.Count - 1 : 0);
        // No words at all: two arrows above the days, back on the left and forward on the right.
        var above = buttons.Where(node => node.Index < firstDay && node.InnerText.Length <= 2).OrderBy(node => node.Bounds.X).ToList();
        return above.Count == 2 ? above[forward ? 1 : 0] : null;
    }

    private static bool ClassWords(UiNode node, bool forward)
        => node.Descendants().Where(below => !below.IsText).Take(3).Prepend(node)
            .Any(part => (forward ? ForwardClass() : BackClass()).IsMatch(part.ClassName));

    private sealed record MonthPage(int Year, int Month, Dictionary<int, UiNode> Days);

    [GeneratedRegex(@"^(?<day>\d{1,2})\.?$")]
    private static partial Regex DayNumber();

    [GeneratedRegex(@"\b(?:next|forward|later|nächster?|weiter|suivant|siguiente|chevron-?right|arrow-?right|right)\b|^\W*[›>→▶▸❯⟩]\W*$|[›→▶▸❯⟩]")]
    private static partial Regex ForwardWords();

    [GeneratedRegex(@"\b(?:prev(?:ious)?|back|earlier|vorheriger?|zurück|précédent|anterior|chevron-?left|arrow-?left|left)\b|^\W*[‹<←◀◂❮⟨]\W*$|[‹←◀◂❮⟨]")]
    private static partial Regex BackWords();

    [GeneratedRegex(@"(?:^|[\s_-])(?:next|right|forward)(?:$|[\s_-])", RegexOptions.IgnoreCase)]
    private static partial Regex ForwardClass();

    [GeneratedRegex(@"(?:^|[\s_-])(?:prev|previous|left|back)(?:$|[\s_-])", RegexOptions.IgnoreCase)]
    private static partial Regex BackClass();

    [GeneratedRegex(@"\byear\b|jahr|»|«|>>|<<")]
    private static partial Regex Year();
}
