using Autonoma.Engine.Observing;

namespace Autonoma.Planner.Exploring.Reading;

/// <summary>What a screen is made of: what belongs to every page, what floats above it, and what is the page itself.</summary>
internal static class ScreenParts
{
    /// <summary>The part of the screen that can be used now: the topmost modal dialog, or the page.</summary>
    public static UiNode Usable(Observation screen) => Dialog(screen) ?? screen.Tree.Root;

    /// <summary>The dialog on top, or null.</summary>
    public static UiNode? Dialog(Observation screen)
        => screen.Tree.Nodes.LastOrDefault(node => node.IsVisible && !node.IsTransparent && !node.VisibleBounds.IsEmpty && (node.IsModal || node.Role is "dialog" or "alertdialog")) ?? screen.Tree.Nodes.LastOrDefault(node => IsVeil(node, screen));

    // A block that nobody called a dialog, and that lies on top of the whole page with something to use in it, is one.
    private static bool IsVeil(UiNode node, Observation screen)
        => node is { IsVisible: true, IsText: false, Layer: > 0, Role: "generic" } && screen.Viewport.Width > 0 && node.VisibleBounds.Width >= screen.Viewport.Width * 0.9 && node.VisibleBounds.Height >= screen.Viewport.Height * 0.9
            && node.InnerText.Length > 0 && node.Descendants().Any(below => below.IsInteractive);

    /// <summary>Whether it is a block without a role that reacts to a click and says what it does: a button to people.</summary>
    public static bool IsBareButton(UiNode node)
        => node is { Role: "generic", IsInteractive: true, IsText: false, IsVisible: true } && Naming.Label(node).Length is > 0 and <= 30 && !node.Descendants().Any(below => below.IsInteractive || FormReader.IsField(below)) && !node.Ancestors().Any(above => above.Role is "button" or "link" || above.Tag == "label");

    /// <summary>Whether it is a part of every page rather than of this one.</summary>
    public static bool IsAround(UiNode node) => node.Ancestors().Any(above => above.Role is "navigation" or "banner" or "contentinfo" || above.Tag == "footer");

    /// <summary>The first heading of the page's content.</summary>
    public static string Heading(Observation screen)
        => Headings(screen).OrderBy(node => node.Level == 0 ? 9 : node.Level).ThenBy(node => node.Index).FirstOrDefault()?.InnerText ?? "";

    /// <summary>Headings of the page's content, in reading order.</summary>
    public static IEnumerable<UiNode> Headings(Observation screen)
        => screen.Tree.Nodes.Where(node => node is { Role: "heading", IsVisible: true, InnerText.Length: > 0 and < 120 } && !IsAround(node));

    /// <summary>The texts of a screen, and how often each is there.</summary>
    public static Dictionary<string, int> Texts(Observation screen)
    {
        var texts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var node in screen.Tree.Nodes.Where(IsWhole))
            texts[node.InnerText] = texts.GetValueOrDefault(node.InnerText) + 1;
        return texts;
    }

    /// <summary>The outermost elements whose text a reader takes in as one: a paragraph with a bold word in it is one text.</summary>
    public static bool IsWhole(UiNode node)
        => !node.IsText && node.IsVisible && !node.IsTransparent && node.InnerText.Length is > 1 and <= 200
            && node.Children.Any(child => child.IsText) && node.Parent?.Children.Any(child => child.IsText && child.OwnText.Trim().Length > 0) != true;

    /// <summary>The name of the nearest heading or section above an element; empty when there is none.</summary>
    public static string Above(UiNode node)
    {
        foreach (var around in node.Ancestors())
        {
            if (around.Role is "dialog" or "alertdialog" or "region" or "form" or "group" && around.Name.Length is > 0 and <= 60)
                return around.Name;
            if (around.Descendants().TakeWhile(below => below.Index < node.Index).LastOrDefault(below => below.Role == "heading" && below.IsVisible) is { InnerText.Length: > 0 and <= 60 } heading)
                return heading.InnerText;
        }

        return "";
    }
}
