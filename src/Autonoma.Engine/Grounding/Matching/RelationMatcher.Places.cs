using Autonoma.Engine.Grounding.Screens;
using Autonoma.Engine.Grounding.Wording;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Grounding.Matching;

/// <summary>Relations of place: beside, below, at the end of.</summary>
internal sealed partial class RelationMatcher
{
    private Tie Beside(ScreenNode node)
    {
        var anchors = _anchors;
        if (anchors.Count == 0 && _relation.Target.NameMask == 0 && _kind != ElementKind.Any)
            anchors = _query.Screen.Nodes.Where(n => n.Node.IsVisible && !n.IsText && KindFit.Of(n, _kind) > 0.8).Take(40).Select(n => new Anchor(n, 0.9, false)).ToList();
        // "next to the title": the page's own, where it has one.
        if (_kind == ElementKind.Heading && _relation.Target.NameMask == 0 && anchors.Where(a => a.Node is { Role: "heading", Node.Level: 1 }).ToList() is { Count: > 0 } titles)
            anchors = titles;
        else if (_kind is ElementKind.Table or ElementKind.List or ElementKind.Card or ElementKind.Section or ElementKind.Field or ElementKind.Button or ElementKind.Dropdown or ElementKind.Canvas or ElementKind.TextArea or ElementKind.Image or ElementKind.Message or ElementKind.Row or ElementKind.Heading)
            anchors = Things(anchors);
        // "under the picture": no icon, and a drawing is a picture.
        if (_kind == ElementKind.Image && _relation.Target.NameMask == 0 && _relation.Target.Words(_relation.Target.KindMask).ToLowerInvariant() is "picture" or "photo" or "image" or "illustration")
        {
            var large = anchors.Where(a => a.Node.Bounds is { Width: >= 48, Height: >= 48 }).ToList();
            anchors = large.Count > 0 ? large : _query.Screen.Nodes.Where(n => n.Tag == "canvas" && n.Node.IsVisible).Select(n => new Anchor(n, 0.85, false)).ToList();
        }
        Tie best = default;
        foreach (var anchor in anchors)
        {
            var a = anchor.Node;
            if (a == node || node.Contains(a))
                continue;
            var quality = anchor.Quality * (_kind == ElementKind.Any || _relation.Target.NameMask == 0 || KindFit.Of(a, _kind) > 0.5 || a.Ancestors().Take(4).Any(x => KindFit.Of(x, _kind) > 0.5) ? 1 : 0.9);
            var tie = Geometry(node, a, quality);
            if (_relation.Kind == RelationKind.Below && tie.Score > 0 && (a.IsHeadingLike || a.Tag == "label") && Meet(node, a) is var (around, _, heading) && EndsBefore(a, node, around, heading))
                tie = tie with { Score = tie.Score * 0.8 };
            // What labels another control is beside this one as well, but does not belong to it.
            if (_relation.Kind == RelationKind.NextTo && tie.Score > 0 && Labels(a, node))
                tie = tie with { Score = tie.Score * 0.88 };
            if (_relation.Kind is RelationKind.NextTo or RelationKind.Below)
                tie = Better(tie, Affinity(node, anchor) is { Score: > 0 } near ? near with { Score = near.Score * (_relation.Kind == RelationKind.NextTo && near.Meet?.Group < 0 && near.Meet.Size > 30 ? 0.85 : 1) } : default);
            // The text between two boxes is next to both, and belongs to one.
            if (_relation.Kind == RelationKind.NextTo && a.IsText && Roles.IsChoice(node.Node) && !node.Names.Any(n => n.Origin is NameOrigin.Beside or NameOrigin.Accessible && NameScore.Of(_query, _relation.Target.NameMask, n.Text) > 0.8))
                tie = tie with { Score = tie.Score * 0.85 };
            if (_relation.Kind == RelationKind.NextTo && a.Index > node.Index && Meet(node, a) is var (shared, own, label) && GovernsWhatFollows(node, shared, own, label))
                tie = tie with { Score = tie.Score * 0.8 };
            // "In front of" a text is on its left, in its line.
            if (tie.Score > 0 && _relation.Word is "in front of" or "right in front of" && !(node.Bounds.Y < a.Bounds.Bottom && node.Bounds.Bottom > a.Bounds.Y && node.Bounds.Center.X < a.Bounds.X + 2))
                tie = tie with { Score = tie.Score * 0.85 };
            if (tie.Score > best.Score)
                best = tie;
        }

        if (best.Score < 0.8 && _relation.Kind is RelationKind.NextTo or RelationKind.Below && Facets(node, _relation.Target.NameMask) is { Score: > 0.8 } facet)
            return facet;
        return best;
    }

    private bool Labels(ScreenNode text, ScreenNode other)
    {
        if (text.Controls > 0 || text.Node.InnerText.Length < 3 && text.Node.OwnText.Length < 3 || text.Parent is not { Size: < 40 } around || !Roles.IsField(other.Node) && !Roles.IsChoice(other.Node))
            return false;
        var said = Language.TextFold.Fold(text.IsText ? text.Node.OwnText : text.Node.InnerText);
        return Enumerable.Range(around.Index, around.Size).Select(i => _query.Screen.Nodes[i]).Any(node => node != other && !other.Contains(node) && node.IsControl && node.Names.Any(name => name.Origin == NameOrigin.Beside && name.Text.Folded == said))
            && !other.Names.Any(name => name.Origin == NameOrigin.Beside && name.Text.Folded == said);
    }

    // "below the orders table": the table itself, not what heads it.
    private IReadOnlyList<Anchor> Things(IReadOnlyList<Anchor> anchors)
    {
        var target = _relation.Target;
        // A table is a list to those who speak of the list.
        var all = _query.Screen.Nodes.Where(n => n.Node.IsVisible && !n.IsText && n.Index > 0 && KindFit.Of(n, _kind) >= (_kind == ElementKind.List && target.NameMask == 0 ? 0.84 : 0.9)).Take(60).ToList();
        if (all.Count == 0)
            return anchors;
        var named = new List<Anchor>();
        foreach (var thing in all)
        {
            var fit = HeadMatcher.Names(_query, thing, target.NameMask, _kind).Score;
            foreach (var anchor in anchors)
            {
                if (anchor.Node == thing || thing.Contains(anchor.Node) && thing.Size < 60 || anchor.Node.Contains(thing))
                    fit = Math.Max(fit, anchor.Quality * 0.95);
                else if (anchor.Node.IsHeadingLike && Affinity(thing, anchor) is { Score: > 0.6 } tie)
                    fit = Math.Max(fit, tie.Score * 0.95);
            }

            if (fit > 0.5)
                named.Add(new(thing, fit, false));
        }

        if (named.Count > 0)
            return named;
        if (_kind == ElementKind.Heading && _query.EntryNouns(target.NameMask) == target.NameMask && all.Where(n => n.Node.Level == 1).ToList() is [var only])
            return [new(only, 0.88, false)];
        return all.Count == 1 && _query.EntryNouns(target.NameMask) == target.NameMask ? [new(all[0], 0.85, false)] : anchors;
    }

    private Tie Geometry(ScreenNode node, ScreenNode a, double quality)
    {
        if (a.Contains(node) && _relation.Kind != RelationKind.NextTo)
            return default;
        var (n, b) = (node.Bounds, a.Bounds);
        if (n.IsEmpty || b.IsEmpty)
            return default;
        var dx = Math.Max(0, Math.Max(b.X - n.Right, n.X - b.Right));
        var dy = Math.Max(0, Math.Max(b.Y - n.Bottom, n.Y - b.Bottom));
        var overlapsX = n.X < b.Right && n.Right > b.X;
        var overlapsY = n.Y < b.Bottom - 2 && n.Bottom > b.Y + 2;
        var distance = Math.Sqrt((dx * dx) + (dy * dy));
        var holds = _relation.Kind switch
        {
            RelationKind.LeftOf => overlapsY && n.Center.X < b.X + 2,
            RelationKind.RightOf => overlapsY && n.Center.X > b.Right - 2,
            RelationKind.Above => n.Center.Y < b.Y + 2 && (overlapsX || dx < 160),
            RelationKind.Below => n.Center.Y > b.Bottom - 2 && (overlapsX || dx < 60),
            RelationKind.Between => distance < 200,
            _ => (overlapsY && dx < 700) || (overlapsX && dy < 60),
        };
        if (!holds)
            return default;
        var (meet, mine, theirs) = Meet(node, a);
        if (_relation.Kind == RelationKind.NextTo && mine.Group >= 0 && mine.Group == theirs.Group && (mine.Controls > 1 || theirs.Controls > 1 || mine.Texts > 1 || theirs.Texts > 1))
            return default;
        var reach = _relation.Kind is RelationKind.Above or RelationKind.Below ? 1600.0 : 500.0;
        return new(quality * Math.Max(0.62, 0.97 - (distance / reach * 0.4)), a, meet, $"is {_relation.Word} {Says(a)}");
    }

    private static (ScreenNode Meet, ScreenNode Mine, ScreenNode Theirs) Meet(ScreenNode left, ScreenNode right)
    {
        var mine = left;
        while (mine.Parent is { } up && !up.Contains(right))
            mine = up;
        var meet = mine.Parent ?? mine;
        var theirs = right;
        while (theirs.Parent is { } up && up != meet)
            theirs = up;
        return (meet, mine, theirs);
    }

    private static string Says(ScreenNode node)
    {
        var text = node.Node.Name.Length > 0 ? node.Node.Name : node.Node.InnerText.Length > 0 ? node.Node.InnerText : node.Node.Value ?? node.Author;
        return "\"" + (text.Length > 50 ? text[..50] + "..." : text) + "\"";
    }
}
