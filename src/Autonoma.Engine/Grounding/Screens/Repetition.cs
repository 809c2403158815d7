namespace Autonoma.Engine.Grounding.Screens;

/// <summary>Finds what repeats: rows, list entries, cards, columns, sections. What belongs to one of them does not belong to its neighbour.</summary>
internal static class Repetition
{
    private static readonly HashSet<string> StateWords = new(StringComparer.Ordinal)
    {
        "active", "selected", "current", "cur", "sel", "here", "disabled", "enabled", "open", "opened", "closed", "expanded", "collapsed", "odd", "even", "first", "last", "new", "on", "off", "hover", "focus",
        "checked", "done", "is", "has", "highlight", "highlighted", "unread", "read", "hidden", "show", "overdue", "paid", "draft", "error", "warn", "warning", "success", "danger", "primary", "low", "high", "out", "in", "lock", "locked", "un",
    };

    public static void Fill(ScreenModel screen)
    {
        var byShape = new Dictionary<string, List<ScreenNode>>(StringComparer.Ordinal);
        foreach (var parent in screen.Nodes)
        {
            if (parent.Children.Count == 0)
                continue;
            byShape.Clear();
            foreach (var child in parent.Children)
            {
                child.Shape = ShapeOf(child);
                if (child.IsText || child.Tag is "br" or "hr" or "thead" or "tbody" or "tfoot" or "colgroup" or "col" or "path" or "g" or "script" or "style")
                    continue;
                if (!byShape.TryGetValue(child.Shape, out var list))
                    byShape[child.Shape] = list = [];
                list.Add(child);
            }

            foreach (var list in byShape.Values)
            {
                if (list.Count < 2 && !IsAlwaysEntry(list[0]) || AreUnlike(list))
                    continue;
                var group = screen.Groups.Count;
                screen.Groups.Add(list);
                for (var i = 0; i < list.Count; i++)
                {
                    list[i].Group = group;
                    list[i].Place = i;
                }
            }
        }
    }

    // Two or three boxes with the same utility class ("flex") and nothing else in common are lines of one thing, not entries of a list.
    private static bool AreUnlike(List<ScreenNode> list)
    {
        if (list.Count is < 2 or > 3 || list[0].Tag is not ("div" or "span" or "section") || list[0].Role != "generic")
            return false;
        var inner = list.Select(entry => entry.Children.Where(c => !c.IsText).Select(c => c.Tag + "|" + c.Role + "|" + FirstClass(c)).ToHashSet(StringComparer.Ordinal)).ToList();
        if (inner.Any(shapes => shapes.Count == 0) || inner.Sum(shapes => shapes.Count) < 4)
            return false;
        for (var i = 0; i < inner.Count; i++)
        {
            for (var j = i + 1; j < inner.Count; j++)
            {
                if (inner[i].Overlaps(inner[j]))
                    return false;
            }
        }

        return list.Any(entry => entry.Controls == 0 || entry.Texts == 0 || entry.Controls == entry.Texts && entry.Children.All(c => c.IsControl));
    }

    private static string FirstClass(ScreenNode node) => node.Node.ClassName.Split(' ', 2)[0];

    private static bool IsAlwaysEntry(ScreenNode node) => node.Tag is "li" or "tr" && node.Shape != "tr:head" || node.Role is "row" or "listitem" or "option" or "treeitem" or "article";

    private static string ShapeOf(ScreenNode node)
    {
        if (node.IsText)
            return "#text";
        if (node.Tag == "tr" || node.Role == "row")
            return node.Children.Count > 0 && node.Children.All(c => c.Tag == "th" || c.Role == "columnheader") ? "tr:head" : "tr";
        if (node.Tag == "li" || node.Role is "listitem" or "option" or "treeitem")
            return "li|" + (node.Role is "separator" ? "separator" : "");
        var classes = string.Join(' ', node.Node.ClassName.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !word.Split('-', '_').Any(StateWords.Contains)).Order(StringComparer.Ordinal));
        var shape = node.Tag + "|" + node.Role + "|" + classes;
        if (classes.Length > 0)
            return shape;
        var inner = string.Join(',', node.Children.Where(c => c.Tag is not "br").Select(c => c.IsText ? "#" : c.Tag).Distinct().Order(StringComparer.Ordinal).Take(6));
        return shape + inner;
    }
}
