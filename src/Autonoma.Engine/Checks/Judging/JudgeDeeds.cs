using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>"can be clicked", "cannot be removed", "can be chosen in the menu": what can be done with a thing.</summary>
internal sealed partial class Judge
{
    private Ruling Can(Clause clause)
    {
        var obj = clause.Object;
        if (obj.Count < 2 || !obj[0].Is("be"))
            return TurnsPage(clause) ?? Permission(clause);
        var end = obj.FindIndex(1, t => t.Is(Prepositions));
        // "can be moved on", "can be handed over": the last word belongs to the verb.
        if (end == obj.Count - 1)
            end = -1;
        var deed = end < 0 ? obj[1..] : obj[1..end];
        var rest = end < 0 ? [] : obj[end..];
        if (deed.Count == 0)
            return Ruling.Unknown(clause.Text, "it is not said what can be done");
        var rulings = new List<Ruling>();
        foreach (var item in Items(deed))
        {
            var word = item[^1].Text;
            if (item.Count > 1 && item[^1].Is("on", "over", "in", "off", "out", "up", "down", "away", "back", "through"))
            {
                rulings.Add(DeedButton(clause.Subject, item));
                continue;
            }

            // "The row of X cannot be selected": its box cannot be ticked.
            if (word is "selected" or "ticked" or "checked" or "chosen" && rest.Count == 0 && RegionsOf(clause.Subject) is [{ Parts: [var row] }] && _scene.Records.GroupOf(row) is { IsStructured: true } && row.Descendants().Where(n => !n.IsText && _scene.IsPresent(n) && n.Role is "checkbox" or "radio").ToList() is [var box])
                rulings.Add(Ruling.Of(!IsDisabled(box), clause.Text, IsDisabled(box) ? "its box is disabled" : "its box is enabled", box));
            else if (word is "seen" or "found" or "read" && clause.Object.Count == 2)
                rulings.Add(State(clause with { Negated = false }, ElementState.Visible, true, rest));
            else if (word is "clicked" or "pressed" or "used" or "opened" or "ticked" or "checked" or "unchecked" or "unticked" or "toggled" or "switched" or "selected" or "chosen" or "picked" or "activated" or "submitted" or "tapped" or "moved" or "dragged" or "clickable")
                rulings.Add(OptionUsable(clause.Subject, rest, clause.Text) ?? OfSubject(State(clause with { Negated = false }, ElementState.Enabled, true, rest), clause.Subject, rest));
            else if (word is "edited" or "changed" or "modified" or "typed" or "filled" or "entered" or "altered")
                rulings.Add(State(clause with { Negated = false }, ElementState.Editable, true, rest));
            else
                rulings.Add(DeedButton(clause.Subject, item));
        }

        if (clause.Negated)
            return Ruling.All(rulings.Select(r => r.Not()));
        return Ruling.All(rulings);
    }

    /// <summary>"Sandbox can be chosen in the Environment menu": the entry of that name in the open list, whether it is in use.</summary>
    private Ruling? OptionUsable(List<ClaimToken> subject, List<ClaimToken> place, string text)
    {
        if (place.Count < 2 || !place[0].Is("in", "from", "on", "of"))
            return null;
        var name = Phrase.Tokens(RawText(DropFirst(subject, "the")));
        var words = place.Skip(1).Where(t => !t.Is("the", "a", "list", "menu", "dropdown", "select", "box", "options", "field", "open", "combobox", "suggestions")).SelectMany(t => Phrase.Tokens(t.Text)).ToList();
        var entries = _scene.Nodes.Where(n => !n.IsText && _scene.IsShown(n) && n.Role is "option" or "menuitem" or "menuitemradio" or "menuitemcheckbox" && (Phrase.Equal([.. _scene.Tokens(n)], name) || Phrase.Equal(_scene.NameTokens(n), name))).ToList();
        entries = [.. entries.Where(n => n.Ancestors().FirstOrDefault(a => a.Role is "menu" or "listbox" || Kinds.IsMenu(a)) is { } list && IsOpenerOf(list, words))];
        return entries is [var entry] ? Ruling.Of(!IsDisabled(entry) && !IsFaded(entry), text, IsDisabled(entry) ? "it is disabled" : "it is enabled", entry) : null;
    }

    /// <summary>A state of the place alone ("the Environment menu") says nothing of what is in it.</summary>
    private Ruling OfSubject(Ruling ruling, List<ClaimToken> subject, List<ClaimToken> place)
        => ruling.IsUnknown || place.Count == 0 || ruling.Evidence is not [var node] || Read(subject).Required.ToList() is not { Count: > 0 } required || required.Any(t => _resolver.Coverage.OwnHas(node, t.Words) || _scene.Slots.Slots.Any(s => ReferenceEquals(s.Value, node) && Phrase.IndexOf(s.Label, t.Words) >= 0))
            ? ruling
            : Ruling.Unknown(ruling.Expected, $"'{ClaimToken.Join(subject)}' is not found there");

    /// <summary>"Mira cannot be removed": the button of that deed in her record.</summary>
    private Ruling DeedButton(List<ClaimToken> subject, List<ClaimToken> deed)
    {
        var expected = $"{ClaimToken.Join(subject)} can be {ClaimToken.Join(deed)}";
        var phrase = Read(subject);
        var isParticle = deed.Count > 1 && deed[^1].Is("on", "over", "in", "off", "out", "up", "down", "away", "back", "through");
        var stems = DeedStems((isParticle ? deed[^2] : deed[^1]).Text);
        UiNode? ButtonIn(UiNode record) => record.Descendants().Where(n => Scene.IsControl(n) && !n.IsText && _scene.IsPresent(n) && _scene.NameTokens(n) is [var name, .. var rest] && stems.Contains(name) && (!isParticle || rest.Length == 0 || rest[0] == deed[^1].Text)).ToList() is [var only] ? only : null;
        // "Every batch can be moved on": the button of each.
        if (phrase.Quantifier is "all" or "no" && phrase.Number is null)
        {
            if (GroupFor(Read([.. subject.Where(t => !t.Is("all", "every", "each", "no", "none", "the", "of"))]), null) is not { } group || Shown(group).Select(ButtonIn).ToList() is not { Count: > 0 } all || all.Contains(null))
                return Ruling.Unknown(expected, "not each of them has a button for it");
            var odd = all.Find(b => IsDisabled(b!) != (phrase.Quantifier == "no"));
            return Ruling.Of(odd is null, expected, odd is null ? $"the buttons of all {all.Count} are" : $"{Label(odd)} of one is not", odd is null ? [] : [odd]);
        }

        var records = _resolver.RecordsOf(phrase, rowsOnly: true);
        if (records.Count != 1)
            return Ruling.Unknown(expected, $"no one record fits '{ClaimToken.Join(subject)}'");
        if (ButtonIn(records[0].Record) is not { } button)
            return Ruling.Unknown(expected, $"no button in that record does this");
        return Ruling.Of(!IsDisabled(button), expected, IsDisabled(button) ? "its button is disabled" : "its button is enabled", button);
    }

    private static HashSet<string> DeedStems(string participle)
    {
        var stems = new HashSet<string>(StringComparer.Ordinal) { participle };
        if (participle.EndsWith("ed", StringComparison.Ordinal))
        {
            stems.Add(participle[..^2]);
            stems.Add(participle[..^1]);
            if (participle.Length > 4 && participle[^3] == participle[^4])
                stems.Add(participle[..^3]);
            if (participle.EndsWith("ied", StringComparison.Ordinal))
                stems.Add(participle[..^3] + "y");
        }

        return stems;
    }
}
