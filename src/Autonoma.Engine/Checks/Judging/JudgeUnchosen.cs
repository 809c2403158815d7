using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>What may be chosen is not what is: of a row of radio buttons, chips or links beside a plain caption, the words of one that is not chosen are no value.</summary>
internal sealed partial class Judge
{
    private static readonly string[] OfferNouns = ["option", "options", "choice", "choices", "button", "buttons", "tab", "tabs", "link", "links", "label", "entry", "item", "radio", "checkbox", "chip", "box", "name", "heading", "title", "breadcrumb", "breadcrumbs", "trail", "first", "second", "third", "last"];

    private static readonly string[] Confirming = ["yes", "on", "enabled", "true", "active"];

    /// <summary>That all that bears the claim out is offered beside another that is chosen; null when it is not so.</summary>
    private string? OfAnotherChoice(Clause clause, Ruling ruling)
    {
        if (clause.Object.Count == 0 || clause.Verb is ClaimVerb.Contain or ClaimVerb.Have or ClaimVerb.Belong || CountsOf(clause.Subject) is not null || SaysPresence(clause) || clause.Subject.Exists(t => t.Is(OfferNouns)) || LongestState(clause.Object, out _, out _) > 0)
            return null;
        var isSet = clause.Object is [{ } set, ..] && set.Is("set", "changed", "switched", "limited");
        var words = Phrase.Tokens(RawText([.. clause.Object.SkipWhile(t => t.Is("set", "changed", "switched", "limited", "to", "as", "on", "at", "the", "a", "an"))]));
        if (words.Length is 0 or > 6)
            return null;
        var owners = ruling.Evidence.Where(n => !Scene.IsField(n) && _scene.Length(n) is > 0 and <= 40).SelectMany(n => _scene.Find(words, n)).Select(_scene.OwnerAt).Distinct().ToList();
        return owners.Count > 0 && owners.TrueForAll(o => IsOfferedOnly(o, words, isSet)) ? $"'{Says(owners[0])}' is not chosen" : null;
    }

    private bool IsOfferedOnly(UiNode owner, string[] words, bool isSet)
    {
        // The box in the same label, or right before the text.
        foreach (var around in owner.Ancestors().Prepend(owner).TakeWhile(a => _scene.Length(a) <= words.Length + 6))
        {
            var boxes = around.Descendants().Prepend(around).Where(d => !d.IsText && d.Checked is not null && _scene.IsPresent(d)).Take(2).ToList();
            if (boxes is [var box] && (around.Tag == "label" || box.IsSelfOrAncestorOf(owner) || _scene.Length(around) == _scene.Length(owner)))
                return box.Checked != TriState.On && (box.Role is "radio" or "menuitemradio" || isSet || words is [var only] && Confirming.Contains(only, StringComparer.Ordinal));
            if (boxes.Count > 0)
                break;
        }

        var one = owner.IsText && owner.Parent is { } parent ? parent : owner;
        while (one.Parent is { } outer && _scene.Length(outer) == _scene.Length(one))
            one = outer;
        if (IsUnchosen(one))
            return true;
        if (one.Parent is not { } row || _scene.Length(one) > words.Length + 2)
            return false;
        var parts = row.Children.Where(c => !c.IsText && _scene.IsShown(c) && _scene.Length(c) is > 0 and <= 6).ToList();
        var like = parts.FindAll(c => c.Tag == one.Tag);
        if (like.Count > 1 && like.Contains(one) && like.Count(HasChosenWord) == 1)
            return !HasChosenWord(one);
        // Among links the one that is none is where one is; a caption stands before them all.
        return one.Tag == "a" && parts.FindAll(c => c.Tag != "a") is [{ Tag: "b" or "strong" or "em" or "mark" or "span" } current] && parts.Count > 1 && row.Children.FirstOrDefault(c => _scene.Length(c) > 0) is { } caption && !ReferenceEquals(caption, current);
    }

    /// <summary>A caption before several to choose from has the one for its value that is chosen, and not the first.</summary>
    private Slot Chosen(Slot slot)
    {
        if (slot.IsPart || slot.Strength > 3 || Scene.IsField(slot.Value) || slot.Value.Parent is not { } row || _scene.Length(slot.Value) is 0 or > 6 || !IsOfferedOnly(slot.Value, [.. _scene.Tokens(slot.Value)], false))
            return slot;
        var others = row.Children.Where(c => !c.IsText && !ReferenceEquals(c, slot.Value) && _scene.IsShown(c) && _scene.Length(c) is > 0 and <= 6).ToList();
        return others.FindAll(HasChosenWord) is [var marked] ? slot with { Value = marked } : slot.Value.Tag == "a" && others.FindAll(c => c.Tag != "a") is [var current] ? slot with { Value = current } : slot;
    }
}
