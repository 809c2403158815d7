using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>Above, below and beside, as the eye sees it: right there, with nothing of another kind in between.</summary>
internal sealed partial class Judge
{
    /// <summary>How far a text may stand from what it is said to be above or below of, CSS pixels: further away something else lies in between.</summary>
    private const double NearInSpace = 160;

    /// <summary>Smaller pictures go with the text that they stand in front of, CSS pixels.</summary>
    private const double SmallestPicture = 28;

    private static readonly string[] Sides = ["below", "under", "beneath", "underneath", "above", "beside", "next", "near"];

    /// <summary>What something is said to stand beside.</summary>
    /// <param name="Boxes">Where it lies; a label and its field are two boxes.</param>
    /// <param name="Own">What belongs to it and may stand in between: the label of a field, the field of a label.</param>
    private sealed record Anchor(IReadOnlyList<UiRect> Boxes, IReadOnlyList<UiNode> Own);

    /// <summary>A quoted text above or below one element that the grounder is sure of; null when that cannot be told.</summary>
    private bool? StandsBeside(List<ClaimToken> thing, List<ClaimToken> place)
    {
        if (_grounder is null || thing is not [{ IsQuoted: true } quoted] || place.Count < 2 || !place[0].Is("above", "below", "under", "beneath", "underneath"))
            return null;
        var words = Phrase.Tokens(quoted.Text);
        if (words.Length == 0)
            return null;
        var found = _grounder.Ground(ClaimToken.Join(place.Skip(1)), GroundingPurpose.Look, _scene.Observation, _scene.Grounding);
        if (found is not { Outcome: GroundingOutcome.Found, Node: { } node, Region: null } || found.Confidence < 0.6 || node.Bounds.IsEmpty)
            return null;
        // What stands under a caption is what belongs to it, up to the next caption: that is no matter of space.
        if (!Scene.IsControl(node) && !IsPicture(node))
            return null;
        var texts = _scene.Find(words).Select(p => _scene.Exactly(p, words.Length)).OfType<UiNode>().Where(n => !n.Bounds.IsEmpty && !node.IsSelfOrAncestorOf(n)).Distinct().ToList();
        if (texts.Count == 0)
            return null;
        var anchor = new Anchor([node.Bounds], [node, .. LabelsOf(node)]);
        return texts.Any(text => StandsAt(text, anchor, place[0].Text));
    }

    /// <summary>Whether it stands right there: near, on that side, and nothing that is no part of the anchor stands between the two.</summary>
    private bool StandsAt(UiNode thing, Anchor anchor, string side)
    {
        var at = Inked(thing);
        return !at.IsEmpty && anchor.Own.All(o => LayerOf(o) == LayerOf(thing)) && anchor.Boxes.Any(box => !box.IsEmpty && Gap(at, box, side) is < NearInSpace && !IsBetween(thing, at, box, anchor.Own));
    }

    // A line of text lies where it is written, though its block goes on to the edge of the page.
    private UiRect Inked(UiNode node)
    {
        if (node.IsText || Scene.IsControl(node) || _scene.Length(node) == 0)
            return node.Bounds;
        var runs = node.Descendants().Where(d => d.IsText && _scene.IsShown(d) && !d.Bounds.IsEmpty).Select(d => d.Bounds).ToList();
        if (runs.Count == 0)
            return node.Bounds;
        var (x, y) = (runs.Min(r => r.X), runs.Min(r => r.Y));
        return new(x, y, runs.Max(r => r.Right) - x, runs.Max(r => r.Bottom) - y);
    }

    /// <summary>The free space between the two on that side; null when it does not lie on that side, in line with it.</summary>
    private static double? Gap(UiRect thing, UiRect anchor, string side)
    {
        var inColumn = Math.Min(thing.Right, anchor.Right) > Math.Max(thing.X, anchor.X);
        var inRow = Math.Min(thing.Bottom, anchor.Bottom) > Math.Max(thing.Y, anchor.Y);
        double? above = inColumn && anchor.Y - thing.Bottom is > -4 and var up ? up : null;
        double? below = inColumn && thing.Y - anchor.Bottom is > -4 and var down ? down : null;
        double? left = inRow && anchor.X - thing.Right is > -4 and var before ? before : null;
        double? right = inRow && thing.X - anchor.Right is > -4 and var after ? after : null;
        return side switch
        {
            "above" or "over" => above,
            "left" => left,
            "right" => right,
            "beside" or "next" => left ?? right,
            "near" => above ?? below ?? left ?? right,
            _ => below,
        };
    }

    private bool IsBetween(UiNode thing, UiRect at, UiRect anchor, IReadOnlyList<UiNode> own)
    {
        var upright = Math.Min(at.Right, anchor.Right) > Math.Max(at.X, anchor.X);
        var (from, to) = upright ? at.Y > anchor.Y ? (anchor.Bottom, at.Y) : (at.Bottom, anchor.Y) : at.X > anchor.X ? (anchor.Right, at.X) : (at.Right, anchor.X);
        return _scene.Nodes.Any(n => _scene.IsShown(n) && !n.Bounds.IsEmpty && Lies(n.Bounds) && Separates(n, !upright) && !n.IsSelfOrAncestorOf(thing) && !thing.IsSelfOrAncestorOf(n) && !own.Any(o => o.IsSelfOrAncestorOf(n) || n.IsSelfOrAncestorOf(o)));

        bool Lies(UiRect box) => upright
            ? box.Y >= from - 4 && box.Bottom <= to + 4 && (Math.Min(box.Right, anchor.Right) > Math.Max(box.X, anchor.X) || Math.Min(box.Right, at.Right) > Math.Max(box.X, at.X))
            : box.X >= from - 4 && box.Right <= to + 4 && Math.Min(box.Bottom, Math.Min(at.Bottom, anchor.Bottom)) > Math.Max(box.Y, Math.Max(at.Y, anchor.Y));
    }

    // What comes after a control, a heading or a label belongs to that; in a line, after another text.
    private bool Separates(UiNode node, bool inLine) => node.IsText ? inLine && _scene.Length(node) > 0 : Scene.IsControl(node) || IsPicture(node) || node.Role == "heading" || node.Tag is "label" or "legend" || IsLabel(node);

    private static bool IsPicture(UiNode node) => (node.Role == "img" || node.Tag is "img" or "svg" or "canvas" or "video") && node.Bounds is { Width: >= SmallestPicture, Height: >= SmallestPicture };

    private HashSet<NodeRef>? _labels;

    private bool IsLabel(UiNode node) => (_labels ??= [.. _scene.Nodes.Where(n => _scene.IsPresent(n)).SelectMany(n => n.Labels)]).Contains(node.Ref);

    private IEnumerable<UiNode> LabelsOf(UiNode field) => field.Labels.Select(l => _scene.Observation.Tree.Find(l)).OfType<UiNode>();

    private static int LayerOf(UiNode node) => node.Ancestors().Prepend(node).Max(n => n.Layer);

    /// <summary>The one thing of that name: a text, a control with its label, a list, the only editor.</summary>
    private Anchor? AnchorOf(List<ClaimToken> tokens)
    {
        var phrase = Read(tokens);
        if (Kinds.IsControlKind(phrase.Kind) && _resolver.Controls(phrase, n => Scene.IsControl(n) && _scene.IsShown(n) && Kinds.Fits(n, phrase.Kind)) is [var control])
            return new([control.Node.Bounds], [control.Node, .. LabelsOf(control.Node)]);
        if (One(tokens) is { } one)
            return WithField(one.IsText ? one.Parent! : one);
        if (tokens is [{ } word] && word.Is("editor", "textarea", "composer") && _scene.Nodes.Where(n => !n.IsText && _scene.IsShown(n) && n.IsEditable && (n.Tag == "textarea" || n.Tag is not ("input" or "select"))).ToList() is { Count: > 0 } editors)
            return editors.Where(e => !editors.Any(o => !ReferenceEquals(o, e) && o.IsSelfOrAncestorOf(e))).ToList() is [var editor] ? new([editor.Bounds], [editor, .. LabelsOf(editor)]) : null;
        if (RegionsOf(tokens) is [var region] && !region.Parts.Contains(_scene.Root))
            return new([region.Parts[^1].Bounds], region.Parts);
        return (GroupFor(phrase, null) ?? MailGroup(tokens[^1].Text)) is { } group && Shown(group) is { Count: > 1 } shown ? group.Parent.Bounds is { IsEmpty: false } parent ? new([parent], [group.Parent]) : new([shown[^1].Bounds], shown) : null;
    }

    /// <summary>What stands below the label of a field stands below the field.</summary>
    private Anchor WithField(UiNode named)
    {
        if (Scene.IsControl(named))
            return new([named.Bounds], [named, .. LabelsOf(named)]);
        var fields = _scene.Nodes.Where(n => _scene.IsPresent(n) && Scene.IsControl(n) && n.Labels.Count > 0 && LabelsOf(n).Any(l => l.IsSelfOrAncestorOf(named))).ToList();
        if (fields.Count == 0)
            fields = [.. _scene.Slots.Slots.Where(s => s.Strength >= 3 && Scene.IsField(s.Value) && s.Label.Length > 0 && Phrase.Equal(s.Label, [.. _scene.Tokens(named)])).Select(s => s.Value).Distinct()];
        return fields is [var field] ? new([named.Bounds, field.Bounds], [named, field, .. LabelsOf(field)]) : new([named.Bounds], [named]);
    }
}
