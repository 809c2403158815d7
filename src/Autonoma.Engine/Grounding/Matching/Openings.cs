using Autonoma.Engine.Grounding.Screens;

namespace Autonoma.Engine.Grounding.Matching;

/// <summary>"Open claim 7": where the row of the claim takes no clicks and has a button of its own that opens it, that button.</summary>
internal static class Openings
{
    public static GroundingResult Of(GroundingResult result, ScreenModel screen)
    {
        if (result is not { Outcome: GroundingOutcome.Found, Node: { } found, Region: null } || screen[found] is not { IsControl: false } named || named.Ancestors().TakeWhile(a => a.Tag is not ("body" or "main")).Any(a => a.IsControl)
            || named.SelfAndAncestors().FirstOrDefault(a => Roles.IsRow(a) || HeadMatcher.IsEntry(a) && a.Controls > 0) is not { } entry)
            return result;
        var openers = Enumerable.Range(entry.Index + 1, entry.Size - 1).Select(i => screen.Nodes[i]).Where(node => node.IsControl && node.Node.IsVisible && node.Role is "button" or "link" && Opens(screen, node)).ToList();
        return openers is [var opener] ? result with { Node = opener.Node, Explanation = $"{opener.Node}: opens {found}." } : result;
    }

    // "Open", "Open details": what it does is said first.
    private static bool Opens(ScreenModel screen, ScreenNode node)
        => node.Names.FirstOrDefault(name => name.Origin is NameOrigin.Accessible or NameOrigin.Title).Text is { Words: [var first, ..] } && screen.Words.Word(first) is "open" or "view" or "show" or "details" or "see";
}
