using Autonoma.Engine.Grounding.Screens;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Recording.Format;

namespace Autonoma.Engine.Recording.Signals;

/// <summary>Where an element that proved a claim stands, told so that code can look there.</summary>
internal static class ProofPlace
{
    private static readonly HashSet<string> Cells = new(StringComparer.Ordinal) { "cell", "gridcell", "rowheader", "columnheader" };

    /// <summary>The place; null when nothing can be said.</summary>
    public static RecordedPlace? Of(UiNode node, string role, Observation screen)
    {
        var element = node.IsText && node.Parent is { } parent ? parent : node;
        var entry = Entry(element, screen);
        var kind = entry is null ? null : KindOf(entry);
        var cell = element.Ancestors().Prepend(element).TakeWhile(above => above.Role != "row").FirstOrDefault(above => Cells.Contains(above.Role) && above.Parent?.Role == "row");
        var index = cell is null ? -1 : CellsOf(cell.Parent!).IndexOf(cell);
        var isRun = node.IsText && element.InnerText != node.OwnText.Trim();
        var place = new RecordedPlace
        {
            InCustomElement = Frames.InCustomElement(element),
            IsRun = isRun ? true : null,
            IsInner = role != "text" && element.Role != role ? true : null,
            Id = element.ElementId.Length > 0 && !SignalReader.IsGenerated(element.ElementId) && screen.Tree.Nodes.Count(other => other.ElementId == element.ElementId) == 1 ? element.ElementId : null,
            TestId = element.TestId.Length > 0 && screen.Tree.Nodes.Count(other => other.TestId == element.TestId) == 1 ? element.TestId : null,
            Level = element.Role == "heading" && element.Level > 0 ? element.Level : null,
            Beside = isRun ? null : Beside(element),
            Entry = kind,
            IsEntry = kind is not null && ReferenceEquals(entry, node) ? true : null,
            Nth = kind is null ? null : Nth(entry!, kind, screen),
            Cell = index < 0 ? null : index,
            Head = index < 0 ? null : Head(cell!.Parent!, index),
            State = element.Checked is not null ? "checked" : element.Pressed is not null ? "pressed" : element.Selected is not null ? "selected" : element.IsCurrent ? "current" : null,
        };
        return place == new RecordedPlace() ? null : place;
    }

    /// <summary>Whether an element is an entry of a kind, as a selector made of it finds them.</summary>
    private static bool Is(UiNode node, string kind)
    {
        if (!node.IsVisible || node.IsText)
            return false;
        if (kind.Split('.') is [var tag, var name])
            return node.Tag == tag && node.ClassName.Split(' ').Contains(name, StringComparer.Ordinal);
        return node.Role == kind && (kind != "row" || node.Children.Any(child => child.Role is "cell" or "gridcell"));
    }

    private static string? KindOf(UiNode entry)
    {
        if (entry.Role is "row" or "listitem" or "article" or "treeitem")
            return Is(entry, entry.Role) ? entry.Role : null;
        var name = entry.ClassName.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(word => !SignalReader.IsGenerated(word) && word.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'));
        return name is null ? null : $"{entry.Tag}.{name}";
    }

    private static UiNode? Entry(UiNode element, Observation screen)
    {
        var model = ScreenModel.Of(screen);
        foreach (var above in element.Ancestors().Prepend(element))
        {
            if (above.Role is "row" or "listitem" or "article" or "treeitem" || !above.IsText && above.Role is "generic" or "group" or "region" && above.Children.Count > 0 && model[above].Group >= 0)
                return above;
            if (above.Role is "table" or "grid" or "list" or "main" or "dialog" or "navigation" or "banner" or "contentinfo")
                return null;
        }

        return null;
    }

    private static IReadOnlyList<int>? Nth(UiNode entry, string kind, Observation screen)
    {
        var all = screen.Tree.Nodes.Where(node => node.Ref.Frame == entry.Ref.Frame && Is(node, kind)).ToList();
        var at = all.IndexOf(entry);
        return at < 0 ? null : [at, all.Count];
    }

    // A value alone in its box stands where the box does.
    private static string? Beside(UiNode element)
    {
        for (var at = element; at.Parent is { } parent; at = parent)
        {
            UiNode? before = null;
            foreach (var child in parent.Children.TakeWhile(child => !ReferenceEquals(child, at)))
            {
                if (child.IsVisible && (child.IsText ? child.OwnText : child.InnerText).Trim().Length > 0)
                    before = child;
            }

            if (before is not null)
                return SignalText.Of(before.IsText ? before.OwnText : before.InnerText);
            if (parent.InnerText != element.InnerText)
                return null;
        }

        return null;
    }

    private static List<UiNode> CellsOf(UiNode row) => [.. row.Children.Where(child => Cells.Contains(child.Role))];

    private static string? Head(UiNode row, int index)
    {
        var table = row.Ancestors().FirstOrDefault(above => above.Role is "table" or "grid" or "treegrid");
        var heads = table?.Descendants().FirstOrDefault(node => node.Role == "row" && node.Children.Any(child => child.Role == "columnheader"));
        return heads is not null && CellsOf(heads).ElementAtOrDefault(index) is { Role: "columnheader" } head ? SignalText.Of(head.InnerText) : null;
    }
}
