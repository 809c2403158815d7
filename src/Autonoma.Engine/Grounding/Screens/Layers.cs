namespace Autonoma.Engine.Grounding.Screens;

/// <summary>What lies in front of what.</summary>
internal static class Layers
{
    /// <summary>The dialog that keeps the rest of the page out of reach, or null.</summary>
    public static ScreenNode? FindModal(ScreenModel screen)
    {
        ScreenNode? front = null;
        var viewport = screen.Observation.Viewport;
        foreach (var node in screen.Nodes)
        {
            if (!node.Node.IsVisible || node.IsText)
                continue;
            var modal = node.Node.IsModal || (Roles.IsDialog(node) && HasBackdrop(node, viewport)) || IsCurtain(node, viewport);
            if (modal && node.Controls > 0 && (front is null || node.Node.Layer >= front.Node.Layer || front.Contains(node)))
                front = node;
        }

        return front;
    }

    /// <summary>Whether an element can be reached while the modal is open: in it, or floating above it.</summary>
    public static bool IsReachable(ScreenModel screen, ScreenNode node)
    {
        if (screen.Front is not { } front || front.Contains(node) || node.Contains(front))
            return true;
        foreach (var at in node.SelfAndAncestors())
        {
            if (at.Contains(front))
                return false;
            if (at.Node.Live.Length > 0 || at.Role is "alert" or "status" or "log" || at.Node.Layer > front.Node.Layer || at.Role is "listbox" or "menu" && at.Node.Layer > 0)
                return true;
        }

        return false;
    }

    private static bool HasBackdrop(ScreenNode dialog, Observing.UiSize viewport)
    {
        foreach (var ancestor in dialog.Ancestors().Take(3))
        {
            if (ancestor.Node.Layer > 0 && Covers(ancestor, viewport))
                return true;
        }

        return dialog.Parent is { } parent && parent.Children.Any(c => c != dialog && c.Node.Layer > 0 && Covers(c, viewport) && c.Node.InnerText.Length == 0);
    }

    // A veil over the whole window with a box in its middle, without any role.
    private static bool IsCurtain(ScreenNode node, Observing.UiSize viewport) => node.Node.Layer > 0 && node.Node.Style is { } style && style.Background.Alpha is > 0.1 and < 1
        && Covers(node, viewport) && node.Controls > 0 && node.Controls < 60 && node.Parent?.Node.Layer <= node.Node.Layer;

    private static bool Covers(ScreenNode node, Observing.UiSize viewport) => viewport.Width > 0 && node.Bounds.Width >= viewport.Width * 0.95 && node.Bounds.Height >= viewport.Height * 0.9;
}
