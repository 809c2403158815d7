using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Commands;

/// <summary>Whether something is on, from what it tells and, where it tells nothing, from how it looks.</summary>
internal static class CheckState
{
    private static readonly HashSet<string> OnWords = ["on", "checked", "active", "selected", "enabled", "toggled", "pressed", "chosen", "ticked", "current"];
    private static readonly HashSet<string> OffWords = ["off", "unchecked", "inactive", "unselected", "deselected"];

    /// <summary>On, off, or null when it cannot be told.</summary>
    public static bool? Of(UiNode node)
    {
        if (node.Checked is { } isChecked)
            return isChecked == TriState.Mixed ? null : isChecked == TriState.On;
        if (node.Pressed is { } pressed)
            return pressed == TriState.Mixed ? null : pressed == TriState.On;
        if (node.Selected is { } selected)
            return selected;
        return Looks(node);
    }

    /// <summary>Whether the element itself exposes a state.</summary>
    public static bool IsExposed(UiNode node) => node.Checked is not null || node.Pressed is not null || node.Selected is not null;

    /// <summary>From class words and from a text that is nothing but On or Off.</summary>
    private static bool? Looks(UiNode node)
    {
        foreach (var part in node.Descendants().Where(below => !below.IsText).Take(8).Prepend(node))
        {
            foreach (var token in part.ClassName.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var word = token[(token.LastIndexOfAny(['-', '_']) + 1)..].ToLowerInvariant();
                if (OnWords.Contains(word))
                    return true;
                if (OffWords.Contains(word))
                    return false;
            }
        }

        return TextFold.Fold(node.InnerText) switch { "on" => true, "off" => false, _ => null };
    }

    /// <summary>How it looks, for elements that expose nothing: equal means that nothing about it changed.</summary>
    public static string Appearance(UiNode node)
        => string.Join('|', node.Descendants().Where(below => !below.IsText).Take(12).Prepend(node)
            .Select(part => $"{part.ClassName}·{part.Style?.Background}·{part.Style?.Border}·{part.Style?.Color}·{part.Style?.FontWeight}·{part.IconHint}·{part.PseudoText}·{part.Bounds.X - node.Bounds.X:0}·{part.IsVisible}"))
            + "#" + node.InnerText;
}
