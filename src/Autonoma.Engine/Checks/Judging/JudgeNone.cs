using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>"There are no webhooks", where the page says so itself: "No webhooks yet.", or "Nothing here yet" under the heading Webhooks.</summary>
internal sealed partial class Judge
{
    private static readonly HashSet<string> YetWords = new(StringComparer.Ordinal) { "yet", "found", "available", "here", "so", "far", "currently", "now", "right", "to", "show", "display", "at", "the", "moment", "present", "there", "are", "is" };

    private static readonly HashSet<string> EmptyWords = new(StringComparer.Ordinal) { "none", "nothing", "empty", "no", "entries", "items", "results", "records", "data", "0", "it", "this", "list" };

    private Ruling? SaidToBeNone(Clause clause)
    {
        if (!clause.IsExistential || clause.IsNoLonger || clause.Object.Count is 0 or > 5 || clause.Object.Exists(t => t.IsQuoted || t.IsMark || t.HasDigit || t.Is(Prepositions) || t.Is("other", "more", "further")))
            return null;
        var named = clause.Negated && !clause.Object[0].Is("no") ? DropFirst(clause.Object, "any", "a", "an") : !clause.Negated && clause.Object[0].Is("no") ? clause.Object[1..] : [];
        var noun = Phrase.Tokens(RawText(named));
        if (noun.Length == 0 || (NoneStated(noun) ?? NoneUnderHead(noun)) is not { } says || GroupFor(NounPhrase.Read(named, _scene), null) is { } list && Shown(list) is { Count: > 0 } entries && !entries.All(e => e.IsSelfOrAncestorOf(says)))
            return null;
        return Ruling.Held(clause.Text, $"it says '{Says(says)}'", says) with { IsAbsence = true };
    }

    // A sentence of its own, that says nothing of where or when there are none.
    private UiNode? NoneStated(string[] noun)
    {
        foreach (var position in _scene.Find(["no", .. noun]))
        {
            var line = _scene.Line(_scene.OwnerAt(position));
            if (_scene.Length(line) < noun.Length + 12 && IsStatement(line) && Sentences(_scene.ShownText(line)).Select(Phrase.Tokens).Any(s => Phrase.IndexOf(s, ["no", .. noun]) is >= 0 and var at && s.Where((_, i) => i < at || i > at + noun.Length).All(YetWords.Contains)))
                return line;
        }

        return null;
    }

    private UiNode? NoneUnderHead(string[] noun)
    {
        foreach (var head in _scene.Nodes.Where(n => n.Level > 0 && !n.IsText && _scene.IsShown(n) && Phrase.Equal([.. _scene.Tokens(n)], noun)))
        {
            var lines = _scene.Heads.Under(head)?.Where(p => !ReferenceEquals(p, head) && !head.IsSelfOrAncestorOf(p)).SelectMany(p => p.Descendants().Prepend(p)).Where(n => n.IsText && _scene.IsShown(n) && _scene.Length(n) > 0 && !head.IsSelfOrAncestorOf(n) && !n.Ancestors().Any(Scene.IsControl)).ToList();
            if (lines is [var only] && _scene.Tokens(only) is { Count: < 6 } words && words.Any(w => w is "none" or "nothing" or "empty" or "no") && words.All(w => EmptyWords.Contains(w) || YetWords.Contains(w)))
                return only;
        }

        return null;
    }
}
