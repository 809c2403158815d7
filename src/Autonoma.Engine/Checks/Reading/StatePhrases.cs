using Autonoma.Engine.Language;

namespace Autonoma.Engine.Checks.Reading;

/// <summary>A state that an element can be in.</summary>
internal enum ElementState
{
    Visible, Enabled, Checked, On, Selected, Expanded, Open, Focused, Empty, Required, Invalid, ReadOnly, Editable, Playing, Bold, Italic, Underlined, Struck, Current, Masked,
}

/// <summary>The words for states: "greyed out" is not enabled.</summary>
internal static class StatePhrases
{
    private static readonly Dictionary<string, (ElementState State, bool Value)> Phrases = Build(
        (ElementState.Visible, true, "visible|shown|displayed|present|on the screen|on screen|on the page|in view|rendered|there|listed|showing|seen|to be seen|appearing|available on the page|visible on the page|displayed on the page|shown on the page|present on the page|shown on screen|visible on screen|visible to the user|loaded"),
        (ElementState.Visible, false, "hidden|gone|absent|invisible|missing|removed|dismissed|not there|away|not shown|out of sight|removed from the list|removed from the page|gone from the list|gone from the page|gone from the table|unlisted"),
        (ElementState.Enabled, true, "enabled|clickable|usable|available|selectable|interactive|active and clickable|ready to use"),
        (ElementState.Enabled, false, "disabled|greyed out|grayed out|inactive|unavailable|not clickable|unclickable|grey out|greyed|grayed|dimmed"),
        (ElementState.Checked, true, "checked|ticked|preselected|pre-selected|marked as checked|prechecked|pre-checked|marked"),
        (ElementState.Checked, false, "unchecked|unticked|deselected|unselected|not ticked"),
        (ElementState.On, true, "on|switched on|turned on|toggled on|activated|set to on"),
        (ElementState.On, false, "off|switched off|turned off|toggled off|deactivated|set to off"),
        (ElementState.Selected, true, "selected|chosen|active|highlighted|pressed|picked|the selected one|the active one|the current one|marked as selected|selected by default|active by default"),
        (ElementState.Current, true, "current|the current page|marked as current|marked as the current page"),
        (ElementState.Expanded, true, "expanded|unfolded|uncollapsed|folded out"),
        (ElementState.Expanded, false, "collapsed|folded|folded up|folded in|not expanded"),
        (ElementState.Open, true, "open|opened"),
        (ElementState.Open, false, "closed|shut"),
        (ElementState.Focused, true, "focused|focussed|in focus|being edited|edited|the focused element"),
        (ElementState.Empty, true, "empty|blank|cleared|without a value|left empty|left blank"),
        (ElementState.Empty, false, "filled|filled in|not empty|filled out"),
        (ElementState.Required, true, "required|mandatory|marked as required|marked as mandatory"),
        (ElementState.Required, false, "optional|marked as optional"),
        (ElementState.Invalid, true, "invalid|marked as invalid|marked invalid|in error|flagged as invalid|marked as an error"),
        (ElementState.Invalid, false, "valid"),
        (ElementState.ReadOnly, true, "read-only|readonly|read only|not editable|write-protected"),
        (ElementState.Editable, true, "editable"),
        (ElementState.Playing, true, "playing"),
        (ElementState.Playing, false, "paused"),
        (ElementState.Bold, true, "bold|in bold|shown in bold|displayed in bold|bolded|bold type|printed in bold|set in bold|written in bold|in bold type"),
        (ElementState.Masked, true, "masked|obscured|obfuscated|concealed|masked out|shown as dots|displayed as dots|shown as bullets|displayed as bullets|shown as asterisks"),
        (ElementState.Masked, false, "in clear text|in cleartext|in plain text|shown in clear text|displayed in clear text|visible in clear text|readable in clear text|shown in plain text|displayed in plain text|visible in plain text|shown in cleartext|unmasked"),
        (ElementState.Italic, true, "italic|in italics|in italic|italicised|italicized|shown in italics"),
        (ElementState.Underlined, true, "underlined"),
        (ElementState.Struck, true, "struck through|crossed out|struck out|strikethrough|striked through|shown struck through|shown crossed out|strike-through"));

    private static readonly HashSet<string> Colours = ["red", "green", "blue", "yellow", "orange", "purple", "pink", "brown", "black", "white", "gray", "grey", "teal", "amber"];

    /// <summary>Every wording known here.</summary>
    public static IEnumerable<string> Wordings => Phrases.Keys;

    public static bool TryState(IReadOnlyList<ClaimToken> tokens, out ElementState state, out bool value)
    {
        (state, value) = (default, true);
        if (tokens.Count == 0 || tokens.Any(t => t.IsQuoted))
            return false;
        if (!Phrases.TryGetValue(string.Join(' ', tokens.Select(t => t.Text)), out var found))
            return false;
        (state, value) = found;
        return true;
    }

    /// <summary>Whether the words alone say a state, a look or a colour.</summary>
    public static bool IsState(IReadOnlyList<ClaimToken> tokens)
        => TryState(tokens, out _, out _) || (tokens.Count == 1 && !tokens[0].IsQuoted && Colours.Contains(tokens[0].Text) && ColorWords.Canonical(tokens[0].Text) is not null && !tokens[0].IsCapital);

    private static Dictionary<string, (ElementState, bool)> Build(params (ElementState State, bool Value, string Phrases)[] entries)
    {
        var result = new Dictionary<string, (ElementState, bool)>(StringComparer.Ordinal);
        foreach (var (state, value, phrases) in entries)
        {
            foreach (var phrase in phrases.Split('|'))
                result.Add(phrase, (state, value));
        }

        return result;
    }
}
