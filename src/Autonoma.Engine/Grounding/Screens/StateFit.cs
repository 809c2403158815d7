using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Grounding.Screens;

/// <summary>Whether a word of a description says how an element looks or what state it is in, and whether that is so.</summary>
internal static class StateFit
{
    /// <summary>Null when the word is no state or colour; else whether the element has it.</summary>
    public static bool? Has(ScreenNode node, string word)
    {
        var ui = node.Node;
        if (ColorWords.Canonical(word) is { } color)
            return HasColor(node, color);
        return word switch
        {
            "disabled" or "inactive" or "greyed" or "grayed" or "greyed-out" or "grayed-out" or "greyedout" or "grayedout" or "unclickable" or "unavailable" => ui.IsDisabled || ui.LooksDisabled,
            "enabled" when ui.Role == "switch" && ui.Checked is { } on => on == TriState.On,
            "switched-on" or "turned-on" or "switchedon" or "turnedon" => AnyState(node, n => n.Checked == TriState.On || n.Pressed == TriState.On),
            "switched-off" or "turned-off" or "switchedoff" or "turnedoff" => AnyState(node, n => n.Checked == TriState.Off || n.Pressed == TriState.Off),
            "enabled" or "clickable" => !ui.IsDisabled && !ui.LooksDisabled,
            "checked" or "ticked" => AnyState(node, n => n.Checked == TriState.On),
            "unchecked" or "unticked" => AnyState(node, n => n.Checked == TriState.Off),
            "selected" or "active" or "highlighted" or "chosen" or "current" => AnyState(node, n => n.Selected == true || n.IsCurrent || n.Pressed == TriState.On || n.Checked == TriState.On) || KindFit.AuthorAny(node, "selected", "active", "current", "highlighted", "sel", "on"),
            "pressed" => ui.Pressed == TriState.On,
            "expanded" => ui.Expanded == true,
            "collapsed" => ui.Expanded == false,
            "focused" => ui.IsFocused,
            "empty" or "blank" => node.IsField ? string.IsNullOrEmpty(ui.Value) : ui.InnerText.Length == 0,
            "filled" or "solid" or "full" => node.IsField && !string.IsNullOrEmpty(ui.Value) || ui.InnerText is "♥" or "❤" or "★" or "⭐" or "●" or "■" or "◆",
            "hollow" or "outlined" or "unfilled" => ui.InnerText is "♡" or "☆" or "○" or "□" or "◇",
            "free" or "vacant" => Roles.IsCell(node) && ui.InnerText.Length == 0 || KindFit.AuthorAny(node, "free", "available", "vacant"),
            "required" or "mandatory" => ui.IsRequired,
            "invalid" => ui.IsInvalid,
            "readonly" or "read-only" => ui.IsReadOnly,
            "locked" => KindFit.HasConcept(node, "lock") || node.Texts <= 3 && ui.InnerText.Contains("🔒", StringComparison.Ordinal) || KindFit.AuthorAny(node, "locked", "lock"),
            "dark" => ui.Style is { } dark && ColorWords.ToHsl(dark.Background.Alpha > 0.3 ? dark.Background : dark.Backdrop).Lightness < 0.4,
            "light" or "bright" => ui.Style is { } light && ColorWords.ToHsl(light.Background.Alpha > 0.3 ? light.Background : light.Backdrop).Lightness > 0.6,
            "truncated" or "shortened" or "cut" => true,
            "round" or "circular" => ui.Bounds.Width is > 8 and < 260 && Math.Abs(ui.Bounds.Width - ui.Bounds.Height) < 4,
            "bold" => ui.Style is { FontWeight: >= 600 },
            "italic" => ui.Style is { Italic: true },
            "underlined" => ui.Style is { Underline: true },
            "struck" or "crossedout" or "struckthrough" => ui.Style is { LineThrough: true },
            _ => null,
        };
    }

    /// <summary>Whether the word can be one of state or colour at all.</summary>
    public static bool IsState(string word) => ColorWords.Canonical(word) is not null || word is "disabled" or "inactive" or "greyed" or "grayed" or "greyed-out" or "grayed-out" or "unclickable" or "unavailable" or "enabled" or "clickable"
        or "checked" or "ticked" or "unchecked" or "unticked" or "selected" or "active" or "highlighted" or "chosen" or "current" or "pressed" or "expanded" or "collapsed" or "focused" or "empty" or "blank" or "filled" or "solid" or "hollow" or "outlined" or "unfilled" or "crossedout" or "struckthrough" or "greyedout" or "grayedout" or "free" or "vacant"
        or "required" or "mandatory" or "invalid" or "readonly" or "read-only" or "locked" or "round" or "circular" or "switched-on" or "turned-on" or "switchedon" or "turnedon" or "switched-off" or "turned-off" or "switchedoff" or "turnedoff" or "bold" or "italic" or "underlined" or "struck" or "dark" or "light" or "bright" or "truncated" or "shortened";

    private static bool AnyState(ScreenNode node, Func<UiNode, bool> state) => state(node.Node) || (node.Size < 12 && node.Node.Descendants().Any(state));

    private static bool HasColor(ScreenNode node, string color)
    {
        var ui = node.Node;
        if (ui.Style is not { } style)
            return node.Parent?.Node.Style is { } inherited && ColorWords.Matches(inherited.Color, color);
        if (style.Background.Alpha > 0.15 && ColorWords.Matches(style.Background, color))
            return true;
        if (style.Fill is { } fill && ColorWords.Matches(fill, color))
            return true;
        // A plain white or black says nothing unless it is the box itself.
        if (color is "white" or "black" or "gray")
            return style.Background.Alpha <= 0.15 && ColorWords.Matches(style.Color, color) && color != "black";
        if (style.Background.Alpha <= 0.4 && style.Border is { } border && ColorWords.Matches(border, color))
            return true;
        if (ColorWords.Matches(style.Color, color) && (style.Background.Alpha <= 0.4 || ColorWords.Matches(style.Background, "white") || ColorWords.Matches(style.Background, "gray")))
            return true;
        return HasSwatch(node, color);
    }

    /// <summary>Whether only a small box inside has the colour, as in a legend.</summary>
    public static bool IsSwatchOnly(ScreenNode node, string word)
    {
        if (ColorWords.Canonical(word) is not { } color || !HasSwatch(node, color) || node.Node.Style is not { } style)
            return false;
        return !(style.Background.Alpha > 0.15 && ColorWords.Matches(style.Background, color)) && !ColorWords.Matches(style.Color, color) && !(style.Border is { } border && ColorWords.Matches(border, color)) && !(style.Fill is { } fill && ColorWords.Matches(fill, color));
    }

    // A legend entry or a swatch carries its colour in a small box inside.
    private static bool HasSwatch(ScreenNode node, string color)
    {
        var ui = node.Node;
        return node.Size <= 8 && ui.Descendants().Any(d => d.Style is { } inner && inner.Background.Alpha > 0.15 && ColorWords.Matches(inner.Background, color) || d.Style is { Fill: { } f } && ColorWords.Matches(f, color));
    }
}
