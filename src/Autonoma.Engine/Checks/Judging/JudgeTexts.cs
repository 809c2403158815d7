using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>"A note at the bottom says 'X'", "the counter below the editor shows 11 / 280", "the Message box reads 'X'": a whole text told by where it stands.</summary>
internal sealed partial class Judge
{
    // Words for a text that the page itself need not say.
    private static readonly string[] TextWords = ["text", "message", "note", "notice", "line", "status", "hint", "counter", "caption", "label", "remark", "sentence", "one", "it", "indicator", "info", "information", "display", "number", "small", "grey", "gray"];

    private static readonly string[] Sides = ["below", "under", "beneath", "underneath", "above", "beside", "next", "near"];

    private Ruling? TextAt(Clause clause)
    {
        if (clause.Verb is not (ClaimVerb.Read or ClaimVerb.Show or ClaimVerb.Be) || clause.Object is not [{ IsQuoted: true, IsName: false }] && !clause.Object.All(t => t.HasDigit && !t.IsQuoted || t.IsMark || t.Is("/", "of")))
            return null;
        var text = clause.Object is [{ IsQuoted: true } quoted] ? quoted.Raw : RawText(clause.Object);
        var words = Phrase.Tokens(text);
        var nodes = words.Length < 2 ? [] : _scene.Find(words).Select(p => (Position: p, Node: _scene.Exactly(p, words.Length))).Where(x => x.Node is not null && !IsDenied(x.Position) && ValueText.Equal(text, _scene.ShownText(x.Node), strict: true) && !x.Node.Ancestors().Prepend(x.Node).Any(Scene.IsControl)).Select(x => x.Node!.IsText ? x.Node.Parent! : x.Node).Distinct().ToList();
        if (nodes.Count == 0)
            return null;
        var subject = clause.Subject;
        var at = subject.FindIndex(t => t.Is(Sides) || t.Is("at", "in", "on", "inside"));
        List<ClaimToken> thing;
        List<ClaimToken> place;
        if (at == 0 && subject[^1].Is(TextWords))
            (thing, place) = (subject[^1..], [.. subject[..^1].TakeWhile(t => !t.Is(","))]);
        else if (at > 0)
            (thing, place) = (subject[..at], subject[at..]);
        else
            return BoxSays(clause, text, nodes);
        if (place.Count < 2 || !thing.All(t => t.Is("the", "a", "an", "there") || t.Is(TextWords)) || place.Count > 0 && place[^1].Is("the", "a", "an"))
            return null;
        return nodes.FirstOrDefault(n => StandsAt(n, place)) is { } node ? Ruling.Held(clause.Text, $"it reads '{Says(node)}'", node) : null;
    }

    /// <summary>"Message box reads 'X'": the part headed Message says nothing but that.</summary>
    private Ruling? BoxSays(Clause clause, string text, List<UiNode> nodes)
    {
        var subject = DropFirst(clause.Subject, "the");
        if (subject.Count < 2 || !subject[^1].Is("box", "area", "panel", "pane", "line", "bar", "section", "block", "card") || subject.Any(t => t.Is("of", "in", "'s")))
            return null;
        var words = subject[..^1].SelectMany(t => Phrase.Tokens(t.Text)).ToArray();
        foreach (var node in nodes)
        {
            // The innermost block that says more than the text: its head, and the text.
            var block = node.Ancestors().FirstOrDefault(a => _scene.Length(a) > _scene.Length(node));
            if (block is not null && Phrase.Equal([.. _scene.Tokens(block)], [.. words, .. Phrase.Tokens(text)]))
                return Ruling.Held(clause.Text, $"it reads '{Says(node)}'", node);
        }

        return null;
    }

    /// <summary>Whether a text stands at an edge of the page, or on the said side of what is named, near it.</summary>
    private bool StandsAt(UiNode node, List<ClaimToken> place)
    {
        var box = node.Bounds;
        if (box.IsEmpty)
            return false;
        if (place[0].Is("at", "on"))
            return place.All(t => t.Is("at", "on", "the", "very", "top", "bottom", "of", "page", "screen", "window", "end")) && place.Any(t => t.Is("top", "bottom")) && AtEdge(box, place.Any(t => t.Is("top")));
        if (place[0].Is("in", "inside"))
            return RegionsOf(place[1..]) is [var region] && !region.Parts.Contains(_scene.Root) && region.Contains(node);
        var rest = place.SkipWhile(t => t.Is(Sides) || t.Is("to", "the")).ToList();
        if (rest.Count == 0 || AnchorBox(rest) is not { } anchor || anchor.IsEmpty)
            return false;
        var across = Math.Min(box.Right, anchor.Right) - Math.Max(box.X, anchor.X) > 0;
        var along = Math.Min(box.Bottom, anchor.Bottom) - Math.Max(box.Y, anchor.Y) > 0;
        return place[0].Text switch
        {
            "above" => across && box.Bottom <= anchor.Y + 4 && anchor.Y - box.Bottom < 120,
            "beside" or "next" => along && !across && Math.Max(anchor.X - box.Right, box.X - anchor.Right) < 120,
            "near" => across && Math.Max(anchor.Y - box.Bottom, box.Y - anchor.Bottom) < 60 || along && Math.Max(anchor.X - box.Right, box.X - anchor.Right) < 60,
            _ => across && box.Y >= anchor.Bottom - 4 && box.Y - anchor.Bottom < 120,
        };
    }

    private bool AtEdge(UiRect box, bool top)
    {
        var height = _scene.Observation.Viewport.Height;
        var page = Math.Max(_scene.Observation.PageSize.Height, height);
        return top ? box.Y < height / 4 : box.Y > page * 3 / 4 || box.Y > height * 3 / 4 && box.Bottom <= height && page <= height;
    }

    /// <summary>Where the one thing of that name lies: a text, a control, a list, the only editor.</summary>
    private UiRect? AnchorBox(List<ClaimToken> tokens)
    {
        if (One(tokens) is { } one)
            return one.IsText ? one.Parent!.Bounds : one.Bounds;
        var phrase = Read(tokens);
        if (tokens is [{ } word] && word.Is("editor", "textarea", "composer") && _scene.Nodes.Where(n => !n.IsText && _scene.IsShown(n) && n.IsEditable && (n.Tag == "textarea" || n.Tag is not ("input" or "select"))).ToList() is { Count: > 0 } editors)
            return editors.Where(e => !editors.Any(o => !ReferenceEquals(o, e) && o.IsSelfOrAncestorOf(e))).ToList() is [var editor] ? editor.Bounds : null;
        if (Kinds.IsControlKind(phrase.Kind) && _resolver.Controls(phrase, n => Scene.IsControl(n) && _scene.IsShown(n) && Kinds.Fits(n, phrase.Kind)) is [var control])
            return control.Node.Bounds;
        if (RegionsOf(tokens) is [var region] && !region.Parts.Contains(_scene.Root))
            return region.Parts[^1].Bounds;
        return (GroupFor(phrase, null) ?? MailGroup(tokens[^1].Text)) is { } group && Shown(group) is { Count: > 1 } shown ? group.Parent.Bounds is { IsEmpty: false } parent ? parent : shown[^1].Bounds : null;
    }
}
