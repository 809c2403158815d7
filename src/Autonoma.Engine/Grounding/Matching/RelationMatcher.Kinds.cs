using Autonoma.Engine.Grounding.Screens;
using Autonoma.Engine.Grounding.Wording;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Grounding.Matching;

/// <summary>Where the kind alone says where: in the dialog, in the header.</summary>
internal sealed partial class RelationMatcher
{
    // The kind alone says where: the smallest thing of that kind around it.
    private Tie Kinds(ScreenNode node)
    {
        if (_kind is ElementKind.Any)
            return default;
        if (_kind == ElementKind.Page)
            return new(0.95, null, null, "");
        if (_relation.Target.Plural && KindFit.Of(node, _kind) >= 0.85)
            return new(0.9, null, null, $"is one of the {_relation.Target}");
        Tie best = default;
        var inEntry = false;
        foreach (var ancestor in node.Ancestors())
        {
            if (ancestor.Index == 0 || ancestor.Tag is "body" or "html")
                break;
            var fit = KindFit.Of(ancestor, _kind);
            // A panel at the side that lies over the page is a drawer, whatever it is made of.
            if (_kind == ElementKind.Card && ancestor.Node.Layer > 0 && _relation.Target.Words(_relation.Target.KindMask).Contains("pan", StringComparison.OrdinalIgnoreCase))
                fit = Math.Max(fit, KindFit.Of(ancestor, ElementKind.Dialog) * 0.95);
            // A confirmation is a message, or the little dialog that asks for it.
            if (_kind == ElementKind.Message && _relation.Target.Words(_relation.Target.KindMask).Contains("confirm", StringComparison.OrdinalIgnoreCase))
                fit = Math.Max(fit, KindFit.Of(ancestor, ElementKind.Dialog) * 0.95);
            // What drops down is a menu or a list.
            if (_kind == ElementKind.Dropdown)
                fit = Math.Max(fit, ancestor.Node.Layer > 0 || ancestor.Role is "menu" or "listbox" ? Math.Max(KindFit.Of(ancestor, ElementKind.Menu), ancestor.Role == "listbox" ? 0.95 : 0) * 0.95 : 0);
            if (_kind == ElementKind.Badge && _relation.Target.Words(_relation.Target.KindMask).Contains("bubble", StringComparison.OrdinalIgnoreCase))
                fit = Math.Max(fit, KindFit.Of(ancestor, ElementKind.Dialog) * 0.95);
            if (_kind == ElementKind.Landmark)
                fit = Math.Max(fit, ancestor.Size > 3 ? 0.85 : 0) * WordFit(ancestor);
            if (ancestor.IsControl && ancestor.Size < 12 && _kind is not (ElementKind.List or ElementKind.Menu or ElementKind.Dropdown or ElementKind.Tab or ElementKind.Button or ElementKind.Field or ElementKind.Badge or ElementKind.Media))
                fit *= 0.6;
            // A panel is no entry of a list; and what stands in an entry belongs to that one first.
            if (_kind == ElementKind.Card && ancestor.Group >= 0 && _relation.Target.Words(_relation.Target.KindMask).Contains("pan", StringComparison.OrdinalIgnoreCase))
                fit *= 0.55;
            if (inEntry && _kind is ElementKind.Dialog or ElementKind.Card or ElementKind.Section or ElementKind.Landmark)
                fit *= 0.92;
            inEntry |= ancestor.Group >= 0 && ancestor.Texts > 0 && ancestor.Size is > 3 and < 40 && _query.Screen.Groups[ancestor.Group].Count > 1;
            if (fit > best.Score)
                best = new(fit, ancestor, ancestor, $"is in a {_relation.Target}");
        }

        // Canvas text hangs under its canvas; a field may hold its button beside it.
        if (best.Score < 0.6 && _kind is ElementKind.Field or ElementKind.TextArea or ElementKind.SearchField && node.Ancestors().TakeWhile(a => a.Size < 40).Take(3).FirstOrDefault(a => Enumerable.Range(a.Index, a.Size).Any(i => _query.Screen.Nodes[i] is { Node.IsVisible: true } field && field != node && KindFit.Of(field, _kind) > 0.8)) is { } frame)
            return new(frame.Size < 16 ? 0.9 : 0.8, frame, frame, "is in the same box as the field");
        if (best.Score < 0.55 && _kind == ElementKind.Media)
            return new(0.6, null, null, "");
        // The cross of a chip closes the chip, not the panel that it stands in.
        if (best.Score >= 0.55 && _kind is ElementKind.Dialog or ElementKind.Card or ElementKind.Section && node.Concepts.Contains("close") && IsOnAChip(node))
            best = best with { Score = best.Score * 0.8 };
        return best.Score >= 0.55 ? best : Region(node);
    }

    // Which of the words for parts of a page was said: a header is no footer.
    private double WordFit(ScreenNode ancestor)
    {
        if (_kind != ElementKind.Landmark)
            return 1;
        var word = _relation.Target.Words(_relation.Target.KindMask).ToLowerInvariant();
        bool Is(params ReadOnlySpan<string> words) => KindFit.AuthorAny(ancestor, words);
        var box = ancestor.Bounds;
        var view = _query.Screen.Observation.Viewport;
        if (word.Contains("footer", StringComparison.Ordinal) || word.Contains("bottom", StringComparison.Ordinal))
            return ancestor.Role == "contentinfo" || ancestor.Tag == "footer" || Is("footer", "foot", "bottom", "fb") ? 1 : 0;
        if (word.Contains("side", StringComparison.Ordinal) || word.Contains("rail", StringComparison.Ordinal))
            return ancestor.Role == "complementary" || ancestor.Tag == "aside" || Is("sidebar", "side", "rail", "aside", "sd", "left", "drawer", "menu") || (box.Height > box.Width * 1.2 && box.Width < view.Width * 0.35) ? 1 : 0;
        if (word.Contains("tool", StringComparison.Ordinal) || word.Contains("action", StringComparison.Ordinal) || word.Contains("status", StringComparison.Ordinal))
            return ancestor.Role == "toolbar" || Is("toolbar", "tools", "tool", "actions", "bar", "bulk", "tb", "status") ? 1 : ancestor.Controls >= 3 && box.Height < 90 && ancestor.Concepts.Count == 0 && ancestor.Children.Count(c => c.Controls > 0 && c.Bounds.Height < 60) >= 3 ? 0.9 : 0;
        // The header of a page may be the block around its title as well as the bar at its top.
        if (word.Contains("page header", StringComparison.Ordinal) && ancestor.Size < 40 && ancestor.Tag != "main" && Enumerable.Range(ancestor.Index, ancestor.Size).Any(i => _query.Screen.Nodes[i] is { Role: "heading", Node.Level: 1 }))
            return 1;
        if (word.Contains("header", StringComparison.Ordinal) || word.Contains("top", StringComparison.Ordinal) || word.Contains("app bar", StringComparison.Ordinal))
            return ancestor.Role == "banner" || ancestor.Tag is "header" or "thead" || Is("header", "head", "hd", "h", "hdr", "top", "topbar", "navbar", "appbar", "masthead") || (box.Y < 20 && box.Height < 120 && box.Width > view.Width * 0.6) ? 1 : 0;
        if (!word.Contains("nav", StringComparison.Ordinal))
            return KindFit.Of(ancestor, _kind) > 0 ? 1 : 0;
        else
            return ancestor.Role is "navigation" or "banner" or "menubar" || ancestor.Tag is "nav" or "header" || Is("nav", "navbar", "navigation", "menu", "top", "topbar", "sidebar") ? 1 : 0;
    }

    private Tie Region(ScreenNode node)
    {
        if (_kind != ElementKind.Landmark)
            return default;
        var word = _relation.Target.Words(_relation.Target.KindMask).ToLowerInvariant();
        var view = _query.Screen.Observation.Viewport;
        var box = node.Bounds;
        var fits = word.Contains("header", StringComparison.Ordinal) || word.Contains("top", StringComparison.Ordinal) || word.Contains("nav", StringComparison.Ordinal) && !word.Contains("side", StringComparison.Ordinal) ? box.Bottom < 110
            : word.Contains("side", StringComparison.Ordinal) || word.Contains("rail", StringComparison.Ordinal) ? box.Right < view.Width * 0.28 || box.X > view.Width * 0.72
            : word.Contains("footer", StringComparison.Ordinal) || word.Contains("bottom", StringComparison.Ordinal) ? box.Y > Math.Max(view.Height, _query.Screen.Observation.PageSize.Height) - 140
            : false;
        return fits ? new(0.62, null, null, "lies there") : default;
    }

    // A kind that was said must be there: no dialog, no "in the dialog".
    private static bool IsOnAChip(ScreenNode cross) => cross.Parent is { Size: < 10, Controls: <= 2 } chip && chip.Node.InnerText.Any(char.IsLetterOrDigit) && KindFit.Of(chip, ElementKind.Badge) >= 0.85;

    // A list that dropped from a field, a menu from its button: it lies at it, wherever it stands in the document.
    // The list that is open in front of the page and hangs at, or in, the control that the words name.
    private (ScreenNode List, Anchor Anchor)? FindDropped()
    {
        foreach (var anchor in _anchors)
        {
            var control = anchor.Node;
            if (control.Node.Expanded != true && control.Role != "combobox" || anchor.Quality < 0.75 || control.Bounds.IsEmpty)
                continue;
            var from = control.Bounds;
            foreach (var list in _query.Screen.Nodes)
            {
                if (!list.Node.IsVisible || list.Node.Layer <= control.Node.Layer || list.Texts < 2 || list.Size > 400 || list.Contains(control) || list.Parent is null || list.Parent.Node.Layer == list.Node.Layer || list.Bounds.IsEmpty)
                    continue;
                if (!control.Contains(list) && list.Role is not ("listbox" or "menu") && !KindFit.AuthorAny(list, "menu", "dropdown", "options", "autocomplete", "suggestions", "popover", "panel"))
                    continue;
                var across = list.Bounds.X < from.Right + 20 && list.Bounds.Right > from.X - 20;
                var gap = Math.Min(Math.Abs(list.Bounds.Y - from.Bottom), Math.Abs(from.Y - list.Bounds.Bottom));
                if (across && (gap < 48 || control.Contains(list)))
                    return (list, anchor);
            }
        }

        return null;
    }

    private Tie DroppedFrom(ScreenNode node)
    {
        var list = node.Ancestors().Take(6).FirstOrDefault(a => (a.Role is "listbox" or "menu" || a.Node.Layer > 0 && (a.Tag is "ul" || KindFit.AuthorAny(a, "menu", "dropdown", "options", "autocomplete", "suggestions", "popover", "panel"))) && a.Controls > 1);
        if (list is null || list.Bounds.IsEmpty)
            return default;
        foreach (var anchor in _anchors)
        {
            var from = anchor.Node.Bounds;
            if (from.IsEmpty || list.Contains(anchor.Node) || anchor.Node.Size > 20 || anchor.Quality < 0.75)
                continue;
            var across = list.Bounds.X < from.Right + 20 && list.Bounds.Right > from.X - 20;
            var gap = Math.Min(Math.Abs(list.Bounds.Y - from.Bottom), Math.Abs(from.Y - list.Bounds.Bottom));
            if (across && gap < 48)
                return new(anchor.Quality * 0.95, anchor.Node, list, $"is in the list of {Says(anchor.Node)}");
        }

        return default;
    }

    private Tie InKind(ScreenNode node, ScreenNode meet, bool kinds, Tie tie)
    {
        if (!kinds || _kind is ElementKind.Any or ElementKind.Section or ElementKind.Text or ElementKind.Heading or ElementKind.Label or ElementKind.Option or ElementKind.Field or ElementKind.Button or ElementKind.Link or ElementKind.Icon)
            return tie;
        double best = 0;
        for (var at = meet; at is not null && at.Tag is not "html"; at = at.Parent)
            best = Math.Max(best, KindFit.Of(at, _kind));
        for (var at = node; at != meet && at is not null; at = at.Parent)
            best = Math.Max(best, KindFit.Of(at, _kind) * 0.95);
        var strict = _kind is ElementKind.Dialog or ElementKind.Menu or ElementKind.Message or ElementKind.Table or ElementKind.Tab;
        if (_kind == ElementKind.Tab && tie.Anchor is { } tab && KindFit.Of(tab, ElementKind.Tab) > 0.6)
            best = 0.9;
        // "the Seed swap message": an entry of a list rather than a toast.
        if (best < 0.5 && _kind == ElementKind.Message && HeadMatcher.IsEntry(meet))
            return tie with { Score = tie.Score * 0.95 };
        return best >= 0.5 ? tie : strict ? tie with { Score = tie.Score * 0.62 } : tie with { Score = tie.Score * 0.9 };
    }
}
