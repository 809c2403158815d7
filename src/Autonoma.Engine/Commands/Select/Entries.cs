using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Commands;

/// <summary>The entries of lists, menus and groups that are on the screen.</summary>
internal static class Entries
{
    private static readonly HashSet<string> Roles = ["option", "menuitem", "menuitemradio", "menuitemcheckbox", "treeitem", "radio", "checkbox", "tab", "switch"];

    /// <summary>Whether the page itself says that this is an entry to choose.</summary>
    public static bool IsDeclared(UiNode node) => Roles.Contains(node.Role) && node.IsVisible;

    /// <summary>The entries inside some elements that a text means: one when it is clear.</summary>
    public static IReadOnlyList<UiNode> Find(IEnumerable<UiNode> containers, string option)
    {
        var pool = containers.SelectMany(node => node.Descendants().Prepend(node)).Where(node => node.IsVisible && !node.IsText).Distinct().ToList();
        var declared = pool.Where(node => Roles.Contains(node.Role)).ToList();
        var found = Outermost(OptionText.Match(declared, TextOf, ValueOf, option));
        if (found.Count > 0)
            return found;
        // Nothing is declared as an entry: whatever reacts to a click, then whatever has text of its own.
        found = Outermost(OptionText.Match([.. pool.Where(node => node.IsInteractive || node.Role is "listitem" or "row")], TextOf, ValueOf, option));
        return found.Count > 0 ? found : Innermost(OptionText.Match([.. pool.Where(HasOwnText)], TextOf, ValueOf, option));
    }

    /// <summary>Everything that reads as an entry, for messages.</summary>
    public static IReadOnlyList<string> Names(IEnumerable<UiNode> containers)
    {
        var pool = containers.SelectMany(node => node.Descendants().Prepend(node)).Where(node => node.IsVisible && !node.IsText).Distinct().ToList();
        var entries = pool.Where(node => Roles.Contains(node.Role)).ToList();
        if (entries.Count == 0)
            entries = [.. pool.Where(node => node.IsInteractive || node.Role == "listitem")];
        return [.. entries.Select(TextOf).Where(text => text.Length is > 0 and < 80).Distinct().Take(12)];
    }

    public static string TextOf(UiNode node) => node.InnerText.Length > 0 ? node.InnerText : node.Name.Length > 0 ? node.Name : node.Title;

    private static string ValueOf(UiNode node) => TextFold.Same(node.Name, node.InnerText) ? node.Title : node.Name;

    private static bool HasOwnText(UiNode node) => node.Children.Any(child => child.IsText && child.OwnText.Trim().Length > 0);

    private static List<UiNode> Outermost(IReadOnlyList<UiNode> nodes)
        => [.. nodes.Where(node => !nodes.Any(other => !ReferenceEquals(other, node) && other.IsSelfOrAncestorOf(node)))];

    private static List<UiNode> Innermost(IReadOnlyList<UiNode> nodes)
        => [.. nodes.Where(node => !nodes.Any(other => !ReferenceEquals(other, node) && node.IsSelfOrAncestorOf(other)))];
}
