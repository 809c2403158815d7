using Autonoma.Engine.Grounding.Screens;
using Autonoma.Engine.Grounding.Wording;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Grounding.Matching;

/// <summary>"Sort by weight": the head of that column, or the sign in it, where it can be clicked.</summary>
internal static class SortedColumns
{
    public static GroundingResult? Find(string description, ScreenModel screen, Func<string, GroundingResult> ground)
    {
        if (DescriptionVariants.SortedBy(description) is not { } sorting || ground(sorting) is not { Outcome: GroundingOutcome.Found, Node: { } found } result)
            return DescriptionVariants.SortKey(description) is { } key && ground(key) is { Outcome: GroundingOutcome.Found, Node: { } choice } chosen && IsSortChoice(screen[choice]) ? chosen : null;
        var head = screen[found].SelfAndAncestors().Take(4).FirstOrDefault(node => KindFit.Of(node, ElementKind.ColumnHeader) >= 0.9);
        if (head is null)
            return null;
        var controls = Enumerable.Range(head.Index, head.Size).Select(i => screen.Nodes[i]).Where(node => node.IsControl && node.Node.IsVisible && !Roles.IsChoice(node.Node)).ToList();
        var sorters = controls.Count > 1 ? controls.Where(node => Sorts(node) || node.Node.InnerText.Any(char.IsLetter)).ToList() : controls;
        if (sorters.Count == 1 || sorters.Count > 1 && sorters[0].Contains(sorters[^1]))
            return With(result, sorters[0].Node);
        return sorters.Count == 0 && (Sorts(head) || head.Node.Style is { Cursor: "pointer" }) ? With(result, head.Node) : null;
    }

    // "Sort by: Price · Distance": one of the links behind the caption.
    private static bool IsSortChoice(ScreenNode node) => node.IsControl && !node.IsField && node.Parent is { Size: < 40 } line && line.Node.InnerText is { Length: < 200 } text
        && (text.StartsWith("sort", StringComparison.OrdinalIgnoreCase) || text.StartsWith("order by", StringComparison.OrdinalIgnoreCase)) && line.Children.TakeWhile(child => child != node).Any(child => child.Controls == 0 && (child.IsText ? child.Node.OwnText : child.Node.InnerText).Contains("by", StringComparison.OrdinalIgnoreCase));

    private static bool Sorts(ScreenNode node) => node.Node.InnerText.Any(c => c is '▲' or '▼' or '▴' or '▾' or '↑' or '↓' or '⇅' or '↕' or '⇵') || node.Concepts.Contains("sort") || KindFit.AuthorAny(node, "sort", "sorter", "sortable", "sorting");

    private static GroundingResult With(GroundingResult result, UiNode node) => new() { Outcome = GroundingOutcome.Found, Node = node, Confidence = result.Confidence, Candidates = result.Candidates, Explanation = $"{node}: heads the column to sort by." };
}
