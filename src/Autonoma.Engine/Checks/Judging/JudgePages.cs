using System.Globalization;
using System.Text.RegularExpressions;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>Lists that are divided into pages: which page it is, and whether there are others.</summary>
internal sealed partial class Judge
{
    /// <summary>Whether a pager tells of more pages than this one: "Page 1 of 3", "1-5 of 14", or numbers 1, 2, ... to press of which one is current.</summary>
    private bool HasOtherPages() => Pager() is not null;

    /// <summary>Whether these entries may be one page of more: a pager stands on the page, and not plainly below another list.</summary>
    private bool GoesOn(IReadOnlyCollection<UiNode> entries)
    {
        if (Pager() is not { } pager)
            return false;
        var last = _scene.Records.Groups.Where(g => g.IsStructured && Shown(g).Count > 1 && g.Records[^1].Index < pager.Index && !pager.IsSelfOrAncestorOf(g.Parent) && !g.Parent.IsSelfOrAncestorOf(pager)).MaxBy(g => g.Records[^1].Index);
        return last is null || entries.Any(e => last.Holds(e) || e.IsSelfOrAncestorOf(last.Parent) || last.Records.Any(r => r.IsSelfOrAncestorOf(e)));
    }

    private UiNode? Pager() => ShortLines().FirstOrDefault(line => PageOf().Match(_scene.ShownText(line)) is { Success: true } page && page.Groups["word"].Success && page.Groups["all"].Value != "1"
        || RangeOf().Match(_scene.ShownText(line)) is { Success: true } range && Number(range, "to") - Number(range, "from") + 1 < Number(range, "all")
        || NumberRow(line) is [var first, var second, ..] && _scene.Tokens(first)[0] == "1" && _scene.Tokens(second)[0] == "2");

    /// <summary>The page that a row of page numbers marks as the current one, and the last of them; null when there is no such row.</summary>
    private (int Current, int Last)? Pages()
    {
        foreach (var numbers in ShortLines().Select(NumberRow).Where(n => n.Count > 1))
        {
            if (numbers.Where(IsMarkedCurrent).ToList() is [var one] && int.TryParse(_scene.Tokens(one)[0], CultureInfo.InvariantCulture, out var here) && int.TryParse(_scene.Tokens(numbers[^1])[0], CultureInfo.InvariantCulture, out var last))
                return (here, last);
        }

        return null;
    }

    /// <summary>Whether a pager stands at that page: "Page 1 of 2", "1 / 2", or the number marked as the current one; -1 is the last.</summary>
    private bool IsAtPage(int page)
    {
        foreach (var line in ShortLines().Where(n => _scene.Length(n) < 8))
        {
            if (PageOf().Match(_scene.ShownText(line)) is { Success: true } pager)
                return pager.Groups["page"].Value == (page > 0 ? page.ToString(CultureInfo.InvariantCulture) : pager.Groups["all"].Value);
        }

        return Pages() is { } pages && pages.Current == (page > 0 ? page : pages.Last);
    }

    // What may be a pager.
    private IEnumerable<UiNode> ShortLines() => _scene.Nodes.Where(n => !n.IsText && _scene.IsShown(n) && _scene.Length(n) is > 1 and < 16);

    /// <summary>The page numbers in a line of hardly anything else; empty where there are fewer than two.</summary>
    private List<UiNode> NumberRow(UiNode line)
    {
        var numbers = line.Children.Where(c => !c.IsText && _scene.IsShown(c) && _scene.Length(c) == 1 && _scene.Tokens(c)[0].All(char.IsDigit)).ToList();
        return numbers.Count > 1 && line.Children.Count(c => !c.IsText) <= numbers.Count + 4 ? numbers : [];
    }

    /// <summary>Whether it is marked as the one of several that is open: by its state, or by the class that authors give it.</summary>
    private static bool IsMarkedCurrent(UiNode node)
        => node.Descendants().Prepend(node).Any(n => n.IsCurrent || n.Selected == true || n.Pressed == TriState.On || n.Expanded == true || Scene.ClassWords(n.ClassName).Any(w => w is "active" or "act" or "current" or "cur" or "selected" or "sel" or "on" or "here"));

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<word>page\s+)?(?<page>\d+)\s*(?:of|/)\s*(?<all>\d+)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex PageOf();

    [GeneratedRegex(@"(?<from>\d{1,6})\s*[-–—]\s*(?<to>\d{1,6})\s+of\s+(?<all>\d{1,6})\b", RegexOptions.IgnoreCase)]
    private static partial Regex RangeOf();
}
