using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>What it takes to call a claim false: the value found must be that of the thing and attribute named, and the claim must be one about a value. Else a working app would be called broken.</summary>
internal sealed partial class Judge
{
    /// <summary>Whether other values than the claimed one refute the claim.</summary>
    private bool ReadsSoBesideIt(List<ClaimToken> owner, string claimed, IReadOnlyList<Slot> slots)
    {
        if (slots.Select(s => s.Label).DistinctBy(l => string.Join(' ', l)).ToList() is not [var label] || OwnValue(owner, l => l.SequenceEqual(label, StringComparer.Ordinal)) is not { } own)
            return false;
        return !slots.Any(s => ReferenceEquals(s.Value, own)) && ValueText.Equal(claimed, _scene.ShownText(own));
    }

    private bool Refutes(List<ClaimToken> subject, List<ClaimToken> obj, NounPhrase phrase, IReadOnlyList<Slot> slots)
    {
        // "The length of Selkie": one that stands beside Selkie reads just so, the other stands elsewhere.
        if (Attribution(subject) is { Owner.Count: > 0 } told && ReadsSoBesideIt(told.Owner, RawText(obj), slots))
            return false;
        // What is told in so many words may be told in others.
        if (!obj.Exists(t => t.IsQuoted || t.HasDigit) && obj.Count > 3 || obj.Exists(t => !t.IsQuoted && t.Is("that", "which", "who", "whose", "neither", ",", ";")))
            return false;
        // "negative" beside "-3.10", "fasting" beside "81 y": words and figures are not each other's alternatives.
        if (!obj.Exists(t => t.IsQuoted || t.HasDigit || t.IsCapital) && slots.All(s => IsFigure(TextOf(s))))
            return false;
        // "stays for 4 nights", "the most expensive": where, how long and how it compares is no value; nor is what repeats the name of the thing.
        if (obj[0].Is(Prepositions) && !slots.Any(s => Phrase.Tokens(TextOf(s)).FirstOrDefault() == obj[0].Text) || obj.Exists(t => !t.IsQuoted && !t.IsCapital && (t.Is("most", "least") || t.Text.Length > 5 && t.Text.EndsWith("est", StringComparison.Ordinal) && !t.Is("request", "interest", "latest", "forest", "harvest", "invest", "honest", "modest"))))
            return false;
        if (!obj.Exists(t => t.IsQuoted || t.HasDigit) && AttributeOf(subject).Length == 0 && slots.All(s => !Scene.IsField(s.Value) || s.Value.Tag == "select") && slots.Any(s => Phrase.Tokens(TextOf(s)) is { Length: > 1 } text && text.Any(w => w.Length > 2 && phrase.Terms.Exists(t => t.Words.Contains(w, StringComparer.Ordinal)))))
            return false;
        // "Three guests carry a badge": of how many, not of one.
        if (CountsOf(subject) is { Noun.Count: > 0 })
            return false;
        // "idle for 21 days", where it says "idle 21 d" among other things.
        var figures = Phrase.Tokens(RawText(obj)).Where(w => w.Any(char.IsDigit)).ToList();
        if (obj.Count > 2 && !obj.Exists(t => t.IsQuoted) && figures.Count > 0 && slots.Any(s => Phrase.Tokens(TextOf(s)) is var text && text.Length > obj.Count && figures.TrueForAll(text.Contains)))
            return false;
        // "all amounts are given in lb" is no value; nor does "SK-33" deny "SK-33 for one adult", which only says more.
        if (obj is [{ IsQuoted: false } given, { IsQuoted: false } how, _, ..] && given.Is("given", "stated", "expressed", "written", "shown", "displayed", "quoted") && how.Is("in", "as", "with"))
            return false;
        if (Phrase.Tokens(RawText(obj)) is { Length: > 1 } claimed && slots.Any(s => Phrase.Tokens(TextOf(s)) is { Length: > 0 } text && text.Length < claimed.Length && claimed.Take(text.Length).SequenceEqual(text)))
            return false;
        // "sent to X" beside "X", which is but what it is sent to.
        if (obj is [{ IsQuoted: false, IsCapital: false, HasDigit: false } deed, { IsQuoted: false } to, _, ..] && to.Is(Prepositions) && (deed.Text.EndsWith("ed", StringComparison.Ordinal) || deed.Is(IrregularDeeds)) && slots.Any(s => ValueText.Equal(RawText(obj[2..]), TextOf(s))))
            return false;
        // "down to 1 of 9 granted permissions" is not what a mark in a cell denies.
        if (obj.Count > 3 && figures.Count > 0 && (slots.All(s => !TextOf(s).Any(char.IsLetterOrDigit)) || slots.Select(TextOf).Distinct(StringComparer.Ordinal).Count() > 1))
            return false;
        // "82 %" beside "8,200 of 10,000", which is as much.
        if (figures.Count > 0 && RawText(obj).Contains('%', StringComparison.Ordinal) && slots.Any(s => IsPortion(TextOf(s))))
            return false;
        // A date is not denied by what is none.
        if (figures.Count > 0 && obj.Exists(t => !t.IsQuoted && IsMonthName(t.Text)) && !slots.Any(s => TextOf(s) is { Length: > 4 } text && (Phrase.Tokens(text).Any(IsMonthName) || text.Count(char.IsDigit) > 3)))
            return false;
        // "Line 3 is short", where what was found is the 3 that it is called by.
        var named = phrase.Terms.SelectMany(t => t.Words).Concat(Phrase.Tokens(RawText(subject))).ToList();
        if (slots.Any(s => Phrase.Tokens(TextOf(s)) is { Length: > 0 } text && text.All(w => named.Contains(w, StringComparer.Ordinal) && !s.Label.Contains(w, StringComparer.Ordinal))) || slots.All(s => Phrase.Tokens(TextOf(s)) is { Length: > 0 } text && text.All(w => named.Contains(w, StringComparer.Ordinal))))
            return false;
        // "X has an enabled Report button" is not about the value under "Reports".
        if (Kinds.IsControlKind(phrase.Kind) && !slots.Any(s => Kinds.Fits(s.Value, phrase.Kind)) || obj is [{ IsQuoted: false } kind] && Language.KindWords.TryKind(kind.Text, out _))
            return false;
        return AttributeOf(subject) is not { Length: > 0 } attribute || slots.Any(s => attribute.Any(w => s.Label.Any(l => Phrase.SameStem(l, w))) || !_scene.Slots.Slots.Any(o => o.Strength >= 3 && attribute.All(w => o.Label.Any(l => Phrase.SameStem(l, w)))));
    }

    // "8,200 of 10,000", "3 / 4".
    private static bool IsPortion(string text) => Phrase.Tokens(text) is var words && words.Count(w => w.All(c => char.IsDigit(c) || c is ',' or '.')) > 1 && words.Any(w => w is "of" or "/");

    // A number with its unit or sign.
    private static bool IsFigure(string text) => text.Any(char.IsDigit) && Phrase.Tokens(text).All(w => w.Any(char.IsDigit) || w.Length < 4);

    private static readonly string[] IrregularDeeds = ["sent", "kept", "held", "paid", "given", "made", "put", "taken", "left", "built", "brought", "sold", "bought", "set", "written", "driven", "led", "run", "lent", "spent", "cut", "shut"];

    /// <summary>Whether what is said of a control can be its value: no sentence, not what it is called by, not said of several.</summary>
    private bool IsValueOf(NounPhrase phrase, string expectedText, UiNode control)
    {
        var words = Phrase.Tokens(expectedText);
        var named = phrase.Terms.SelectMany(t => t.Words).ToList();
        // "sent to X" beside "X", and words beside a mere mark: no other value.
        var shown = Phrase.Tokens(_scene.ShownText(control));
        if (shown.Length > 0 && words.Length > shown.Length && words.TakeLast(shown.Length).SequenceEqual(shown) || words.Length > 3 && !_scene.ShownText(control).Any(char.IsLetterOrDigit))
            return false;
        return (phrase.Required.Any() || Kinds.IsControlKind(phrase.Kind)) && CountsOf([.. phrase.Source]) is not { Noun.Count: > 0 } && (words.Length <= 3 || words.Any(w => w.Any(char.IsDigit))) && !(_scene.Tokens(control) is { Count: > 0 } text && text.All(w => named.Exists(n => Phrase.SameStem(n, w))));
    }

    /// <summary>Whether a field is named by a word of the description, and not merely the only one around.</summary>
    private bool IsCalledSo(UiNode field, NounPhrase phrase)
    {
        var names = _scene.NameTokens(field).Concat(Phrase.Tokens(field.Placeholder)).Concat(_scene.Slots.Slots.Where(s => ReferenceEquals(s.Value, field)).SelectMany(s => s.Label)).ToList();
        return phrase.Required.Any(t => t.Words.Any(w => names.Exists(n => Phrase.SameStem(n, w))));
    }

    /// <summary>What of a thing is spoken of: "status" in "the claim's status" and "the status of the claim"; empty where nothing of it is.</summary>
    private static string[] AttributeOf(List<ClaimToken> subject)
    {
        var owner = subject.FindLastIndex(t => t.Is("'s"));
        var of = subject.FindIndex(t => t.Is("of"));
        return NounWords(owner > 0 ? subject[(owner + 1)..] : of > 0 ? subject[..of] : []);
    }
}
