using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>In what state one element is: by what it declares, by its classes, by its paint.</summary>
internal sealed partial class Judge
{
    private static bool IsToggleLike(UiNode n) => Scene.IsSwitchByClass(n) || !n.IsText && n.IsInteractive && Scene.ClassWords(n.ClassName).Any(w => w is "switch" or "toggle" or "checkbox" or "check" or "star" or "fav" or "favorite" or "favourite" or "tgl");

    public static bool IsDisabled(UiNode node) => node.IsDisabled || node.LooksDisabled || IsDimmed(node);

    // Greyed out by paint alone: nothing to point at any more, and faded or of a class that says so. A look is no state of a switch, which is off without being out of use.
    private static bool IsDimmed(UiNode node)
        => node is { Style: { } style, Checked: null, Pressed: null, IsText: false } && style.Cursor is "default" or "auto"
            && (style.Opacity is > 0.05 and <= 0.65 && !node.IsInteractive || Scene.ClassWords(node.ClassName).Any(w => w is "off" or "inactive" or "greyed" or "grayed" or "dimmed" or "dim" or "unavailable"));

    /// <summary>An entry of a menu or list that is paint alone and half as strong as those beside it.</summary>
    private bool IsFaded(UiNode node)
        => node is { Checked: null, Pressed: null, Tag: "div" or "li" or "span" or "a", Style.Opacity: > 0.05 and <= 0.6 } && _scene.Records.GroupOf(node) is { } group && Shown(group) is { Count: > 2 } like
            && like.Count(r => r.Style is null or { Opacity: > 0.95 }) * 2 > like.Count;

    // A part with many controls of its own is hardly what is selected or not.
    private static bool IsForm(UiNode node) => !Scene.IsControl(node) && node.Descendants().Count(n => Scene.IsField(n) || n.Checked is not null) > 4;

    /// <summary>Whether a node is in a state; null when it cannot be told.</summary>
    private bool? Test(UiNode node, ElementState state, NounPhrase phrase)
    {
        switch (state)
        {
            case ElementState.Enabled:
                if (IsDisabled(node) || IsFaded(node))
                    return false;
                // An enabled switch is one that is on.
                if (node.Checked is { } sw && node.Role is not ("radio" or "option" or "menuitemradio") && phrase.Kind is not (ElementKind.Checkbox or ElementKind.Button))
                    return sw == TriState.On ? true : phrase.Kind == ElementKind.Switch || node.Role == "switch" ? false : null;
                return true;
            case ElementState.Checked or ElementState.On:
                if ((node.Checked ?? node.Pressed) is { } check)
                    return check == TriState.Mixed ? null : check == TriState.On;
                return node.Selected ?? Scene.SwitchedByShape(node) ?? SwitchedByClass(node) ?? ClassState(node, ["on", "active", "checked", "selected", "enabled", "starred", "fav"], ["off", "inactive", "unchecked"]);
            case ElementState.Selected or ElementState.Current:
                if (node.IsCurrent)
                    return true;
                if ((node.Checked ?? node.Pressed) is { } chosen)
                    return chosen == TriState.Mixed ? null : chosen == TriState.On;
                if (node.Selected is { } selected)
                    return selected;
                return LooksChosen(node);
            case ElementState.Expanded:
                return node.Expanded ?? node.Parent?.Expanded;
            case ElementState.Focused:
                return node.IsFocused || node.Descendants().Any(d => d.IsFocused);
            case ElementState.Empty:
                return Scene.IsField(node) ? string.IsNullOrWhiteSpace(node.Value ?? node.InnerText) : null;
            case ElementState.Required:
                return node.IsRequired;
            case ElementState.Invalid:
                return node.IsInvalid || Scene.ClassWords(node.ClassName).Any(w => w is "invalid" or "error" or "err" or "bad") ? true : false;
            case ElementState.ReadOnly:
                return node.IsReadOnly || IsDisabled(node);
            case ElementState.Masked:
                // Empty or not: what is typed will not be shown.
                return Scene.IsField(node) ? node.IsPassword : null;
            case ElementState.Editable:
                return !node.IsReadOnly && !IsDisabled(node);
            default:
                return null;
        }
    }

    private static readonly HashSet<string> OnWords = new(StringComparer.Ordinal) { "on", "active", "checked", "selected", "enabled", "true" };

    /// <summary>A switch drawn by classes is on when a class says so, and off when none does but on one of its like.</summary>
    private bool? SwitchedByClass(UiNode node)
    {
        if (!Scene.IsSwitchByClass(node))
            return null;
        static string Base(UiNode n) => string.Join(' ', n.ClassName.Split(' ').Where(c => !Scene.ClassWords(c).Any(w => OnWords.Contains(w) || w is "off" or "unchecked" or "disabled")));
        var words = Scene.ClassWords(node.ClassName).ToList();
        if (words.Any(w => w is "off" or "unchecked" or "inactive"))
            return false;
        if (words.Any(OnWords.Contains))
            return true;
        var kind = Base(node);
        return _scene.Nodes.Any(n => !ReferenceEquals(n, node) && Scene.IsSwitchByClass(n) && Base(n) == kind && Scene.ClassWords(n.ClassName).Any(OnWords.Contains)) ? false : null;
    }

    private static bool? ClassState(UiNode node, HashSet<string> on, HashSet<string> off)
    {
        var words = Scene.ClassWords(node.ClassName).ToList();
        if (words.Any(off.Contains))
            return false;
        return words.Any(on.Contains) ? true : null;
    }

    /// <summary>Chosen by its look: a class that says so, or the one of its siblings that is painted otherwise.</summary>
    private bool? LooksChosen(UiNode node)
    {
        for (UiNode? n = node; n is not null; n = n.Parent)
        {
            if (_scene.Records.GroupOf(n) is not { } group || group.Records.Count < 2)
            {
                if (ReferenceEquals(n, node) && HasChosenWord(n))
                    return true;
                if (!ReferenceEquals(n, node) && _scene.Length(n) > _scene.Length(node) + 3)
                    break;
                continue;
            }

            if (group.Records.Any(HasChosenWord))
                return HasChosenWord(n);
            if (group.Records.Any(r => r.Selected is not null || r.IsCurrent || r.Checked is not null))
                return n.Selected == true || n.IsCurrent || n.Checked == TriState.On;
            if (group.Records.Count < 3 || n.Style is null)
                return null;
            var others = group.Records.Where(r => !ReferenceEquals(r, n) && r.Style is not null).Select(r => (r.Style!.Background, r.Style.Border, r.Style.Color)).Distinct().ToList();
            var mine = (n.Style.Background, n.Style.Border, n.Style.Color);
            return others.Count == 1 ? others[0] != mine : others.Contains(mine) ? false : null;
        }

        return null;
    }

    private static bool HasChosenWord(UiNode node)
    {
        if (node.Selected == true || node.IsCurrent || node.Checked == TriState.On || node.Pressed == TriState.On)
            return true;
        var words = Scene.ClassWords(node.ClassName).ToList();
        return words.Any(w => w is "active" or "selected" or "current" or "chosen" or "sel" or "checked" or "pressed" or "on" or "act" or "cur") && !words.Any(w => w is "not" or "inactive");
    }
}
