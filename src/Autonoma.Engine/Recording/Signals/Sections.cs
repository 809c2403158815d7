using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Recording.Signals;

/// <summary>The parts of a page: landmarks, dialogs, forms and regions with a name.</summary>
internal static class Sections
{
    /// <summary>The parts that a node lies in, outermost first, in words.</summary>
    public static IReadOnlyList<string> Of(UiNode node)
    {
        var parts = new List<string>();
        foreach (var above in node.Ancestors())
        {
            if (above.Role is "banner" or "navigation" or "main" or "complementary" or "contentinfo" or "search" or "dialog" or "alertdialog")
                parts.Add(Words(above));
            else if (above.Role is "form" or "region" or "tabpanel" or "group" or "toolbar" && SignalText.Of(above.Name) is not null)
                parts.Add(Words(above));
        }

        parts.Reverse();
        return parts;
    }

    /// <summary>What kind of place that is: <c>dialog</c>, <c>footer</c>, <c>aside</c>, <c>header</c> or <c>content</c>. Wrappers and names do not count.</summary>
    public static string KindOf(IReadOnlyList<string>? parts)
    {
        for (var i = (parts?.Count ?? 0) - 1; i >= 0; i--)
        {
            switch (RoleOf(parts![i]))
            {
                case "dialog" or "alertdialog":
                    return "dialog";
                case "contentinfo":
                    return "footer";
                case "complementary":
                    return "aside";
                // Navigation within the footer is the footer's; on its own it belongs to the head of the page.
                case "navigation" when !parts.Any(part => RoleOf(part) is "contentinfo" or "complementary"):
                case "banner":
                    return "header";
                case "main":
                    return "content";
            }
        }

        return "content";
    }

    /// <summary>In words for a message.</summary>
    public static string Describe(IReadOnlyList<string>? parts) => parts is null or { Count: 0 } ? "" : " in " + string.Join(", ", parts);

    private static string Words(UiNode node) => SignalText.Of(node.Name) is { } name ? $"{node.Role} \"{name}\"" : node.Role;

    private static string RoleOf(string part) => part.Split(' ', 2)[0];
}
