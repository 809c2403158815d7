using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>Two claims in one breath: how many and which among them, a text and the colour it stands on, two buttons and what each of them says.</summary>
internal sealed partial class Judge
{
    /// <summary>"contains 3 parcels, among them X", "lists 4 files including X and Y": the count, and each of those named.</summary>
    private Ruling? AmongThem(Clause clause)
    {
        var at = clause.Object.FindIndex(t => t.Is("among", "including"));
        if (at < 0 || clause.Object[at].Is("among") && (at + 2 >= clause.Object.Count || !clause.Object[at + 1].Is("them", "these", "those", "which")))
            return null;
        var named = Items([.. clause.Object[(at + (clause.Object[at].Is("among") ? 2 : 1))..].Where(t => !t.Is(":"))]);
        var counted = clause.Object[..at];
        while (counted.Count > 0 && counted[^1].Is(",", "and", "with"))
            counted.RemoveAt(counted.Count - 1);
        if (named.Count == 0 || counted.Count == 0 || !clause.IsExistential && clause.Subject.Count == 0)
            return null;
        if (clause.Negated || CountsOf(clause.Subject) is null && CountsOf(counted) is null)
            return Ruling.Unknown(clause.Text, "how many there are is not told plainly");
        var number = Decide(clause with { Object = counted });
        // What is said to be among them is one of those that were counted.
        Ruling Of(List<ClaimToken> item)
        {
            var words = Phrase.Tokens(RawText(item));
            var entry = words.Length == 0 ? null : number.Evidence.FirstOrDefault(n => _scene.Find(words, n).Any(p => !IsDenied(p) && (_scene.Exactly(p, words.Length) is not null || _scene.IsTogether(p, words.Length) && words.Length > 1)));
            return entry is not null ? Ruling.Held(RawText(item), $"'{Says(entry)}' is one of them", entry) : number.Evidence.Count > 0 && number.Evidence.Count < 10 ? Ruling.Failed(RawText(item), "it is none of them") : Ruling.Unknown(RawText(item), "whether it is one of them cannot be told");
        }

        return number.IsHeld ? Ruling.All([number, .. named.Select(Of)]) : number;
    }

    /// <summary>"contains 'X' on a yellow background", "shows 'X' in red": that it is there, and how it is painted.</summary>
    private Ruling? PaintedThere(Clause clause)
    {
        if (clause.Verb is not (ClaimVerb.Contain or ClaimVerb.Show or ClaimVerb.Have or ClaimVerb.Read) || clause.Negated)
            return null;
        var at = clause.Object.FindLastIndex(t => t.Is("on", "in", "with") && !t.IsQuoted);
        if (at < 1)
            return null;
        var look = clause.Object[(at + 1)..].Where(t => !t.Is("a", "an", "the", "bright", "light", "pale")).ToList();
        if (look.Count is 0 or > 2 || look.Any(t => t.IsQuoted || t.IsCapital) || ColorWords.Canonical(look[0].Text) is not { } color || look.Count == 2 && !look[1].Is("background", "ground", "text", "letters", "font", "border", "frame", "type", "colour", "color"))
            return null;
        var part = look.Count == 1 ? PaintPart.Any : look[1].Text switch { "background" or "ground" => PaintPart.Background, "border" or "frame" => PaintPart.Border, "text" or "letters" or "font" or "type" => PaintPart.Text, _ => PaintPart.Any };
        var there = Decide(clause with { Object = clause.Object[..at] });
        if (!there.IsHeld)
            return there;
        if (there.Evidence.Count == 0)
            return Ruling.Unknown(clause.Text, "where it stands is not known");
        var odd = there.Evidence.FirstOrDefault(n => !n.Ancestors().Prepend(n).TakeWhile(a => _scene.Length(a) <= _scene.Length(n) + 8).Any(a => Kinds.Paint(a) is not null && Wears(a, color, part)));
        return Ruling.All([there, Ruling.Of(odd is null, $"it is {color}", $"its colours are {Colours(odd ?? there.Evidence[0])}", odd ?? there.Evidence[0])]);
    }

    /// <summary>"the filter links read 'A' and 'B'": each of the texts is what one of them says.</summary>
    private Ruling? SeveralRead(Clause clause)
    {
        if (clause.Verb != ClaimVerb.Read || clause.Negated || Read(clause.Subject) is not { Kind: ElementKind.Button or ElementKind.Link or ElementKind.Tab or ElementKind.Heading } phrase || phrase.Ordinal != 0 || phrase.Places.Count > 0)
            return null;
        var items = Items(clause.Object);
        if (items.Count < 2 || items.Any(i => i is not [{ IsQuoted: true }]))
            return null;
        var nodes = _scene.Nodes.Where(n => !n.IsText && _scene.IsShown(n) && StrictKind(n, phrase.Kind)).ToList();
        var texts = items.Select(i => nodes.FirstOrDefault(n => ValueText.Equal(i[0].Raw, _scene.ShownText(n), strict: true))).ToList();
        if (texts.Any(t => t is null))
            return Ruling.Unknown(clause.Text, $"no {phrase.KindText} reads '{items[texts.IndexOf(null)][0].Raw}'");
        // Words such as "filter" tell where they stand: side by side, in one block.
        var holder = texts[0]!.Ancestors().First(a => texts.All(t => a.IsSelfOrAncestorOf(t!)));
        return texts.Distinct().Count() == texts.Count && _scene.Length(holder) <= 60 ? Ruling.Held(clause.Text, $"they read {string.Join(" and ", texts.Select(t => $"'{Says(t!)}'"))}", [.. texts.Select(t => t!)]).Telling(holder.Tag is "ul" or "nav" || holder.Role is "list" or "navigation" or "tablist" ? ["filter"] : []) : null;
    }

    /// <summary>"14 employees are counted" where it says "Employees: 14": the one number whose label is just that noun.</summary>
    private Ruling? CountLabelled(Amount amount)
    {
        var words = amount.Noun.SelectMany(t => Phrase.Tokens(t.Text)).ToArray();
        if (words.Length is 0 or > 3 || amount.Noun.Any(t => t.IsQuoted))
            return null;
        var slots = _scene.Slots.Slots.Where(s => s.Strength >= 2 && _scene.IsShown(s.Value) && !Scene.IsField(s.Value) && s.Label.Length == words.Length && s.Label.Zip(words).All(p => Phrase.SameStem(p.First, p.Second)) && !s.Value.Ancestors().Prepend(s.Value).Any(Scene.IsControl)).DistinctBy(s => s.Value.Index).ToList();
        return slots is [var slot] && TextOf(slot).All(char.IsDigit) && int.TryParse(TextOf(slot), out var number) ? Ruling.Of(amount.Fits(number), amount.ToString(), $"{string.Join(' ', slot.Label)}: {number}", slot.Value) : null;
    }

    /// <summary>"The result is 'Not passed'": the heading or the message in which the page tells how it went.</summary>
    private Ruling? Outcome(List<ClaimToken> subject, List<ClaimToken> obj)
    {
        if (subject.Where(t => !t.Is("the", "final", "overall")).ToList() is not [{ } noun] || !noun.Is("result", "outcome", "verdict", "decision", "conclusion") || obj is not [{ IsQuoted: true } text])
            return null;
        var told = _scene.Nodes.Where(n => !n.IsText && _scene.IsShown(n) && (n.Role is "heading" or "alert" or "status") && ValueText.Equal(text.Raw, _scene.ShownText(n), strict: true)).ToList();
        return told is [var only] ? Ruling.Held($"{noun.Text} is '{text.Raw}'", $"it reads '{Says(only)}'", only).Telling(noun.Text) : null;
    }
}
