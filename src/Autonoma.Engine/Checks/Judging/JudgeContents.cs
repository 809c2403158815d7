using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>What a part of the page holds.</summary>
internal sealed partial class Judge
{
    /// <summary>Whether a part of the page holds an item: whole, or as a label with its value.</summary>
    private Ruling RegionHas(Region region, List<ClaimToken> item)
    {
        while (item.Count > 1 && item[0].Is("the", "a", "an", "text", "entry", "also"))
            item = item[1..];
        if (item.Count > 2 && item[^2].Is("in") && item[^1].Is("total"))
            item = item[..^2];
        var expected = $"'{ClaimToken.Join(item)}' in {Short(region.Head is null ? region.Parts[0].ToString() : _scene.ShownText(region.Head))}";
        var split = item.FindIndex(t => t.Is("with", "for", "going", "labelled", "named", "called"));
        if (split < 0)
            split = item.FindIndex(t => t.Is("by", "of"));
        // "an amount of 250.00 EUR": the label with its value decides.
        if (split > 0 && item[split].Is("of") && item.Skip(split + 1).Any(t => t.HasDigit) && LabelledIn(region, item[..split], RawText(item[(split + 1)..]), expected) is { } labelled)
            return labelled;
        if (split > 0 && split + 1 < item.Count)
        {
            if (item[split].Is("for"))
            {
                var phrase = Read(item[(split + 1)..]);
                return Value(item[(split + 1)..], item[..split], TextMode.Whole, slotsOnly: true) is { IsUnknown: false } cell ? cell : Crossing(phrase) is { } crossing && region.Contains(crossing) ? Ruling.Of(ValueText.Equal(RawText(item[..split]), _scene.ShownText(crossing)), expected, $"it shows '{Says(crossing)}'", crossing).Telling("quarter") : Ruling.Unknown(expected, "not found");
            }

            Ruling Both() => Together(Ruling.All([RegionHas(region, item[..split]), RegionHas(region, [.. item[(split + 1)..].SkipWhile(t => t.Is("to", "an", "a"))])]), region);
            if (item[split].Is("of", "by") && _scene.HasPhrase(Phrase.Tokens(RawText(item))) is false || !item[split].Is("of", "by"))
                return Both();
        }

        // "the status 'open'": the cell under that head.
        if (item.Count == 2 && item[^1] is { IsQuoted: true, IsName: false } && !item[0].IsQuoted && LabelledIn(region, item[..1], item[^1].Raw, expected) is { } headed)
            return headed;
        // "the error 'X'", "a button 'X'": the kind that is named counts too.
        if (item.Count > 1 && item[^1] is { IsQuoted: true, IsName: false } && item[..^1].All(t => !t.IsQuoted))
            return Look(Read(item), item, [region], listed: false, transient: false, out var nearest) is { } seen ? Ruling.Held(expected, $"'{Short(seen.Text)}'", seen.Node is null ? [] : [seen.Node]) : nearest is null ? Ruling.Failed(expected, "it is not there", region.Parts[0]) : Ruling.Unknown(expected, nearest);
        var tokens = Phrase.Tokens(RawText(item));
        if (tokens.Length == 0)
            return Ruling.Unknown(expected, "nothing to look for");
        foreach (var part in region.Parts)
        {
            foreach (var position in _scene.Find(tokens, part))
            {
                if (!IsDenied(position) && (_scene.Exactly(position, tokens.Length) is not null || _scene.IsTogether(position, tokens.Length) && (item is [{ IsQuoted: true }] || tokens.Length > 1 || tokens[0].Any(char.IsDigit) || Starts(position, part))))
                    return Ruling.Held(expected, $"it says '{Says(_scene.Holder(position, tokens.Length))}'", _scene.Holder(position, tokens.Length));
            }

            // A cell without a text of its own says by its title what it is.
            if (_scene.Length(part) == 0 && part.Name.Length > 0 && Phrase.Equal(_scene.NameTokens(part), tokens) && !Scene.IsControl(part))
                return Ruling.Held(expected, $"it is named '{Short(part.Name)}'", part);
            foreach (var node in part.Descendants().Prepend(part))
            {
                if (!node.IsText && _scene.IsPresent(node) && (node.Name.Length > 0 && Phrase.Equal(_scene.NameTokens(node), tokens) && Scene.IsControl(node)))
                    return Ruling.Held(expected, $"it has '{Short(node.Name)}'", node);
            }

            foreach (var node in WholeNumbers(part, RawText(item)))
                return Ruling.Held(expected, $"it says '{Says(node)}'", node);
            // "Boat: Heron" shows Heron.
            if (_scene.Slots.Slots.FirstOrDefault(s => s.IsPart && part.IsSelfOrAncestorOf(s.Value) && _scene.IsShown(s.Value) && ValueText.Equal(RawText(item), TextOf(s))) is { } told)
                return Ruling.Held(expected, $"it says '{Says(told.Value)}'", told.Value);
        }

        // How many there are, and how often, are no words of an entry.
        if (item.Count > 0 && !item[0].IsQuoted && item[0].Is("all", "every", "each", "both", "none", "neither", "any") || item.Count > 1 && !item[^1].IsQuoted && item[^1].Is("once", "twice", "thrice", "times"))
            return Ruling.Unknown(expected, "how many do, or how often, cannot be told");
        // "the customer Bluewave Foods", "an amount of 250.00 EUR"
        for (var i = 1; i < item.Count; i++)
        {
            foreach (var (label, value) in new[] { (item[..i], item[i..]), (item[i..], item[..i]) })
            {
                var words = label.Where(t => !t.Is("of", "the", "a", "an")).SelectMany(t => Phrase.Tokens(t.Text)).ToArray();
                var text = RawText(DropFirst(value, "of"));
                if (words.Length == 0)
                    continue;
                var slots = _scene.Slots.Slots.Where(s => region.Contains(s.Value) && words.All(w => s.Label.Any(l => Phrase.SameStem(l, w))) && s.Label.Length <= words.Length + 1).ToList();
                if (slots.Count > 0 && slots.All(s => Holds(s, text, TextMode.Whole, false)))
                    return Ruling.Held(expected, $"{string.Join(' ', slots[0].Label)}: {Short(TextOf(slots[0]))}", slots[0].Value);
                if (slots.Count == 1)
                    return Ruling.Failed(expected, $"{string.Join(' ', slots[0].Label)}: {Short(TextOf(slots[0]))}", slots[0].Value);
            }
        }

        // "lists Ann Lee", where it says "Ann Lee, 52": the name is there, with more.
        if (item.TrueForAll(t => t.IsCapital || t.IsName) && tokens.Length > 1 && region.Parts.Any(p => _scene.Find(tokens, p).Any(at => !IsDenied(at))))
            return Ruling.Unknown(expected, "it says more than that");
        var absent = item is [{ IsQuoted: true }] || item.Count <= 4 && !region.Parts.Any(p => tokens.Any(t => _scene.HasStem(p, t) && t.Length > 2));
        return absent ? Ruling.Failed(expected, "it is not there", region.Parts[0]) : Ruling.Unknown(expected, "it is not there in these words");
    }

    // What is said of one thing stands in one place: not here the name and far from it the number.
    private Ruling Together(Ruling both, Region region)
    {
        if (!both.IsHeld || both.Evidence.Count < 2 || region.Parts.Sum(_scene.Length) <= 45)
            return both;
        var common = both.Evidence[0].Ancestors().Prepend(both.Evidence[0]).FirstOrDefault(a => both.Evidence.All(a.IsSelfOrAncestorOf));
        return common is not null && _scene.Length(common) <= 45 ? both : Ruling.Unknown(both.Expected, "its parts stand far from each other");
    }

    private Ruling? LabelledIn(Region region, List<ClaimToken> label, string value, string expected)
    {
        var words = label.Where(t => !t.Is("the", "a", "an")).SelectMany(t => Phrase.Tokens(t.Text)).ToArray();
        var slots = words.Length == 0 ? [] : _scene.Slots.Slots.Where(s => region.Contains(s.Value) && Phrase.Equal(s.Label, words) && (s.Strength >= 3 || s.IsPart)).DistinctBy(s => s.Value.Index).ToList();
        if (slots.Count > 1 && slots.Any(s => s.Strength == 4))
            slots = [.. slots.Where(s => s.Strength == 4)];
        return slots is [var slot] ? Ruling.Of(Holds(slot, value, TextMode.Whole, false), expected, $"{string.Join(' ', slot.Label)}: {Short(TextOf(slot))}", slot.Value) : null;
    }

    // A short word counts only where it begins what is said: "Sales" in "Sales, Support", not "paid" in "not yet paid".
    private bool Starts(int position, UiNode scope) => _scene.Start(_scene.Line(_scene.OwnerAt(position))) == position || _scene.Start(scope) == position || TextFold.Fold(_scene.OwnerAt(position).InnerText.Length > 0 ? _scene.OwnerAt(position).InnerText : _scene.OwnerAt(position).OwnText) is var text && text.Split(',', '·', '|', '(', ')').Any(p => Phrase.Equal(Phrase.Tokens(p), [_scene.TokenAt(position)]));
}
