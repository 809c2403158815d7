using Autonoma.Engine.Grounding.Screens;

namespace Autonoma.Engine.Grounding.Matching;

/// <summary>"Open claim 7", "choose the 09:30 sailing": where the row of it takes no clicks and has a button of its own that does this, that button.</summary>
internal static class EntryDeeds
{
    private static readonly string[] Opening = ["open", "view", "show", "details", "see"], Choosing = ["choose", "select", "pick", "take"];

    /// <summary>Whether an entry that takes no clicks itself may be meant by the button in it.</summary>
    public static bool AreMeant(GroundingPurpose purpose) => purpose is GroundingPurpose.Open or GroundingPurpose.Choose;

    public static GroundingResult Of(GroundingResult result, GroundingPurpose purpose, ScreenModel screen)
    {
        var verbs = purpose == GroundingPurpose.Open ? Opening : Choosing;
        if (result is not { Outcome: GroundingOutcome.Found, Node: { } found, Region: null } || screen[found] is not { IsControl: false } named || named.Ancestors().TakeWhile(a => a.Tag is not ("body" or "main")).Any(a => a.IsControl)
            || named.SelfAndAncestors().FirstOrDefault(a => Roles.IsRow(a) || HeadMatcher.IsEntry(a) && a.Controls > 0) is not { } entry)
            return result;
        var doers = Enumerable.Range(entry.Index + 1, entry.Size - 1).Select(i => screen.Nodes[i]).Where(node => node.IsControl && node.Node.IsVisible && node.Role is "button" or "link" && FirstWord(screen, node) is { } verb && verbs.Contains(verb)).ToList();
        return doers is [var doer] ? result with { Node = doer.Node, Explanation = $"{doer.Node}: does this to {found}." } : result;
    }

    // "Open", "Open details": what it does is said first.
    private static string? FirstWord(ScreenModel screen, ScreenNode node)
        => node.Names.FirstOrDefault(name => name.Origin is NameOrigin.Accessible or NameOrigin.Title).Text is { Words: [var first, ..] } ? screen.Words.Word(first) : null;
}
