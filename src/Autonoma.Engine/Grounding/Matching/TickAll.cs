using Autonoma.Engine.Grounding.Screens;
using Autonoma.Engine.Grounding.Wording;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Grounding.Matching;

/// <summary>"The checkbox that selects all letters": the box over a column of boxes, where it is plain that it stands over letters.</summary>
internal static class TickAll
{
    public static GroundingResult? Find(string description, ScreenModel screen, Func<string, GroundingResult> ground)
    {
        if (PurposeVariants.Ticked(description) is not { } what)
            return null;
        if (ground("select all checkbox") is not { Outcome: GroundingOutcome.Found, Node: { } found } result)
            return OverAList(screen, what);
        var box = screen[found];
        return Roles.IsChoice(found) && (what.Length == 0 || StandsOver(screen, box, what)) ? result : null;
    }

    // Rows of a list without a table, each with a box in one line below another box, whose own row has heads instead: that one, where the page speaks of such things at all.
    private static GroundingResult? OverAList(ScreenModel screen, string what)
    {
        var noun = what.Length == 0 || char.IsUpper(what[0]) ? "" : StemOf(what.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1]);
        if (what.Length > 0 && (noun.Length == 0 || !screen.Nodes.Any(node => node.IsText && node.Node.IsVisible && Says(screen, node.Node.OwnText, noun))))
            return null;
        var boxes = screen.Nodes.Where(node => node.Node.IsVisible && (Roles.IsChoice(node.Node) || KindFit.IsTickBox(node))).ToList();
        var heads = boxes.Where(box => boxes.Count(other => IsBelow(screen, box, other)) >= 2 && !boxes.Any(other => IsBelow(screen, other, box))).ToList();
        return heads is [var head] ? new() { Outcome = GroundingOutcome.Found, Node = head.Node, Confidence = 0.75, Explanation = $"{head.Node}: stands over a column of boxes." } : null;
    }

    private static bool IsBelow(ScreenModel screen, ScreenNode box, ScreenNode other) => other != box && other.Bounds.Y > box.Bounds.Bottom && Math.Abs(other.Bounds.X - box.Bounds.X) < 4 && other.Tag == box.Tag
        && other.Ancestors().Take(3).FirstOrDefault(a => a.Group >= 0) is { Texts: > 1 } row && screen.Groups[row.Group].Count > 1 && !row.Contains(box) && box.Ancestors().Take(3).Any(a => a.Texts > 1 && Math.Abs(a.Bounds.Width - row.Bounds.Width) < 8 && a.Bounds.Height < row.Bounds.Height * 2);

    /// <summary>Whether it ticks all of something else than what was said.</summary>
    public static bool TicksOthers(string description, ScreenModel screen, UiNode found) => PurposeVariants.Ticked(description) is { Length: > 0 } what && screen[found] is var box
        && (Roles.IsChoice(found) && IsOverATable(box) ? !StandsOver(screen, box, what) : KindFit.IsTickBox(box) && OverAList(screen, "")?.Node == found && OverAList(screen, what) is null);

    private static bool IsOverATable(ScreenNode box) => box.Ancestors().Take(3).Any(a => a.Tag is "th" or "thead" || a.Role == "columnheader" || a.Shape == "tr:head");

    // The table says the noun itself or under its heading; where it is the only table, any noun may be meant by it that no other part of the page is headed by.
    private static bool StandsOver(ScreenModel screen, ScreenNode box, string what)
    {
        // "Every Ida" are no things that a list is made of.
        if (char.IsUpper(what[0]))
            return false;
        var noun = StemOf(what.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1]);
        var table = box.Ancestors().FirstOrDefault(a => a.Tag == "table" || a.Role is "table" or "grid" or "treegrid");
        if (table is null)
            return false;
        if (Says(screen, table.Node.Name, noun) || Enumerable.Range(table.Index, table.Size).Select(i => screen.Nodes[i]).Any(node => node.Node.IsVisible && node.IsText && Says(screen, node.Node.OwnText, noun)))
            return true;
        var heading = screen.Nodes.Take(table.Index).LastOrDefault(node => node.IsHeadingLike && node.Node.IsVisible && node.Node.InnerText.Length > 0 && !node.Ancestors().Any(a => a.Tag == "table" && !a.Contains(table)));
        if (heading is not null && Says(screen, heading.Node.InnerText, noun))
            return true;
        var tables = screen.Nodes.Where(node => node.Node.IsVisible && node != table && !node.Contains(table) && !table.Contains(node) && (node.Tag == "table" || node.Role is "table" or "grid" or "treegrid") && node.Node.Descendants().Any(inner => inner.IsVisible && (inner.Tag == "th" || inner.Role == "columnheader")));
        return !tables.Any() && !screen.Nodes.Any(node => node != heading && node.IsHeadingLike && node.Node.IsVisible && !table.Contains(node) && Says(screen, node.Node.InnerText, noun));
    }

    private static bool Says(ScreenModel screen, string text, string noun) => text.Length is > 0 and < 200 && screen.Words.Text(text).Words.Any(word => StemOf(screen.Words.Word(word)) == noun);

    private static string StemOf(string word) => WordForms.Stem(WordForms.Canonical(word.ToLowerInvariant()));
}
