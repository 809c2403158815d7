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
    private static readonly string[] TextWords = ["text", "message", "error", "warning", "note", "notice", "line", "status", "hint", "counter", "caption", "label", "remark", "sentence", "one", "it", "indicator", "info", "information", "display", "number", "small", "grey", "gray", "helper", "help", "supporting", "explanation", "description"];

    private Ruling? TextAt(Clause clause)
    {
        if (clause.Verb is not (ClaimVerb.Read or ClaimVerb.Show or ClaimVerb.Be) || clause.Object is not ([{ IsQuoted: true, IsName: false }] or [{ HasDigit: true, IsQuoted: false }, ..]) || clause.Object.Skip(1).Any(t => t.IsQuoted || t.Is(",", "and", "or", ":")))
            return null;
        var text = clause.Object is [{ IsQuoted: true } quoted] ? quoted.Raw : RawText(clause.Object);
        var words = Phrase.Tokens(text);
        var nodes = words.Length < 2 ? [] : _scene.Find(words).Select(p => (Position: p, Node: _scene.Exactly(p, words.Length))).Where(x => x.Node is not null && !IsDenied(x.Position) && ValueText.Equal(text, _scene.ShownText(x.Node), strict: true) && !x.Node.Ancestors().Prepend(x.Node).Any(Scene.IsControl)).Select(x => x.Node!.IsText ? x.Node.Parent! : x.Node).Distinct().ToList();
        if (TextPlace(clause.Subject) is { } place)
            return nodes.FirstOrDefault(n => StandsAt(n, place)) is { } node ? Ruling.Held(clause.Text, $"it reads '{Says(node)}'", node).Telling("helper", "supporting", "explanation") : null;
        return nodes.Count == 0 || clause.Subject.FindIndex(t => t.Is(Sides) || t.Is("at", "in", "on", "inside")) >= 0 ? null : BoxSays(clause, text, nodes);
    }

    /// <summary>"the note below the Name field", "below the list it": where the text stands of which only that is said; null when more is said of it.</summary>
    private static List<ClaimToken>? TextPlace(List<ClaimToken> subject)
    {
        var at = subject.FindIndex(t => t.Is(Sides) || t.Is("at", "in", "on", "inside"));
        List<ClaimToken> thing;
        List<ClaimToken> place;
        if (at == 0 && subject[^1].Is(TextWords))
            (thing, place) = (subject[^1..], [.. subject[..^1].TakeWhile(t => !t.Is(","))]);
        else if (at > 0)
            (thing, place) = (subject[..at], subject[at..]);
        else
            return null;
        return place.Count < 2 || !thing.All(t => t.Is("the", "a", "an", "there") || t.Is(TextWords)) || place[^1].Is("the", "a", "an") ? null : place;
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
        return rest.Count > 0 && AnchorOf(rest) is { } anchor && StandsAt(node, anchor, place[0].Text);
    }

    private bool AtEdge(UiRect box, bool top)
    {
        var height = _scene.Observation.Viewport.Height;
        var page = Math.Max(_scene.Observation.PageSize.Height, height);
        return top ? box.Y < height / 4 : box.Y > page * 3 / 4 || box.Y > height * 3 / 4 && box.Bottom <= height && page <= height;
    }
}
