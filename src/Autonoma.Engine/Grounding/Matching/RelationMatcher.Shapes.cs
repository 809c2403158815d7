using Autonoma.Engine.Grounding.Screens;
using Autonoma.Engine.Grounding.Wording;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Grounding.Matching;

/// <summary>Places that people name by what they are for or what they look like, and pages do not name at all.</summary>
internal sealed partial class RelationMatcher
{
    // "The owner's address" while the tab Owner is in front: what its panel shows is of the owner.
    private Tie UnderTab(ScreenNode node, Anchor anchor)
    {
        if (_implied || anchor.Node is not { Role: "tab", Node.Selected: true } tab || node.Ancestors().FirstOrDefault(a => a.Role == "tabpanel") is not { } panel || panel.Contains(tab)
            || _query.Screen.Nodes.Count(n => n.Role == "tabpanel" && n.Node.IsVisible) != 1 || _query.Screen.Nodes.Count(n => n.Role == "tablist" && n.Node.IsVisible) > 1)
            return default;
        return new(anchor.Quality * 0.88, tab, panel, $"is shown by {Says(tab)}");
    }

    // "In the search form": the fields around the button that searches.
    private Tie FormOf(ScreenNode node)
    {
        var target = _relation.Target;
        if (_kind != ElementKind.Section || target.NameMask == 0 || !target.Words(target.KindMask).Contains("form", StringComparison.OrdinalIgnoreCase))
            return default;
        foreach (var around in node.Ancestors().TakeWhile(a => a.Index > 0 && a.Tag is not "body" and not "main").Take(8))
        {
            if (around.Size > 160 || around.Controls < 2)
                continue;
            for (var i = around.Index; i < around.End; i++)
            {
                var button = _query.Screen.Nodes[i];
                if (button.IsControl && button.Node.IsVisible && button.Role == "button" && !IsInAnotherForm(button, node, around) && HeadMatcher.Names(_query, button, target.NameMask, ElementKind.Button).Score >= 0.8)
                    return new(0.82, button, around, $"is in the form of {Says(button)}");
            }

            // What a form holds, another form around it does not.
            if (around.Tag is "form" or "dialog" || Roles.IsDialog(around))
                return default;
        }

        return default;
    }

    // What a form beside it sends says nothing about a field that is not in that form.
    private static bool IsInAnotherForm(ScreenNode button, ScreenNode node, ScreenNode around) => button.Ancestors().TakeWhile(a => a != around).Any(a => (a.Tag is "form" or "dialog" || Roles.IsDialog(a)) && !a.Contains(node));

    // "Quote in the palette", "Open in the filter": a row or column of things to drag, or to choose between, that carries no such name.
    private Tie PlaceByShape(ScreenNode node)
    {
        if (_kind != ElementKind.Any || _relation.Target.Content is not [var only] || _query.Tokens[only] is not { IsQuoted: false } token || (_query.Below(_query.Screen.Root) >> only & 1) != 0)
            return default;
        var fits = token.Text switch
        {
            "palette" or "toolbox" or "toolkit" or "toolbar" or "library" => Line(node) is { } tools && tools.All(tool => tool.Node.IsDraggable),
            "filter" or "filters" or "segment" or "segments" or "switcher" => Line(node) is { } choices && choices.All(choice => choice.Controls <= 1 && choice.Texts == 1 && choice.Node.InnerText.Length < 30 && Math.Abs(choice.Bounds.Center.Y - choices[0].Bounds.Center.Y) < 6) && choices.Exists(Acts) && !node.Ancestors().Any(a => a.Role is "navigation" or "banner" or "menu"),
            _ => false,
        };
        return fits ? new(0.84, node.Parent, node.Parent, $"is one of the {token.Text}") : default;
    }

    private List<ScreenNode>? Line(ScreenNode node)
    {
        var at = node.Group >= 0 ? node : node.Parent is { Group: >= 0, Size: <= 4 } holder ? holder : null;
        if (at is null || Roles.IsRow(at) || Roles.IsCell(at))
            return null;
        var line = at.Parent!.Children.Where(child => !child.IsText && child.Texts > 0 && child.Tag == at.Tag).ToList();
        return line.Count >= 2 && line.TrueForAll(child => child.Size <= 6) ? line : null;
    }

    private static bool Acts(ScreenNode node) => node.Controls > 0 || node.Node.IsInteractive || node.Node.Style is { Cursor: "pointer" };

    // "The yellow bar": a low strip across the page, whatever it is for; "the yellow box": no field has anything in it.
    private bool IsStrip(ScreenNode node) => _kind == ElementKind.Landmark && _relation.Target.Words(_relation.Target.KindMask).ToLowerInvariant() is "bar" or "bars" && node.Bounds is { Height: < 120 } box && box.Width > _query.Screen.Observation.Viewport.Width * 0.35 && IsBoxed(node)
        || _kind == ElementKind.Field && _relation.Target.Words(_relation.Target.KindMask).ToLowerInvariant() is "box" && !node.IsControl && node.Size > 2 && IsBoxed(node);

    private static bool IsBoxed(ScreenNode node) => node.Texts > 0 && node.Node.Style is { } style && (style.Background.Alpha > 0.15 || style.Border is not null);
}
