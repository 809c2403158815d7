using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>What stops a claim from being called false: to say that a working app is broken is as wrong as to pass a broken one. Such a claim is undecidable, and the report says what was found.</summary>
internal sealed partial class Judge
{
    /// <summary>A claim called false by what is not what it speaks of; null when it is, or when it is not called false.</summary>
    private Ruling? Doubt(Clause clause, Ruling ruling)
    {
        if (ruling.Verdict != CheckVerdict.Failed || clause.Subject.Count == 0)
            return null;
        // "Two plans show an old price": that none is found in one place says nothing of how many do.
        if (clause.Verb is ClaimVerb.Show or ClaimVerb.Contain or ClaimVerb.Have && !clause.Negated && CountsOf(clause.Subject) is { Noun.Count: > 0 } && CountsOf(clause.Object) is null)
            return HavingCount(clause) ?? Ruling.Unknown(clause.Text, "how many do cannot be told");
        // "lists A and B and nothing else": that "nothing else" is found nowhere is no word on it.
        if (clause.Object is [.., { } last] && last.Is("else", "others"))
            return Ruling.Unknown(clause.Text, ruling.Found);
        // "The line stays open" is not about whatever else can be opened.
        if (clause.Object is [{ } state] && state.Is("open", "opened", "closed", "shut", "expanded", "collapsed") && ruling.Evidence is [var one] && NounWords(clause.Subject) is { Length: > 0 } words
            && !words.Any(w => _scene.NameTokens(one).Concat(_scene.Tokens(one)).Any(n => Phrase.SameStem(n, w)) || HeadWords(one).Any(n => Phrase.SameStem(n, w))))
            return Ruling.Unknown(clause.Text, ruling.Found);
        // "Two rows still lack a room": how many do is more than whether one does.
        if (clause.Negated && clause.Verb is ClaimVerb.Show or ClaimVerb.Contain or ClaimVerb.Have && CountsOf(clause.Subject) is { Number: > 0, Noun.Count: > 0 })
            return Ruling.Unknown(clause.Text, ruling.Found);
        // "The label of a free bed is green": of any one of them, and which was looked at is not said.
        if (!clause.Negated && clause.Subject.FindIndex(t => t.Is("of", "in", "on", "for")) is > 0 and var of && of + 2 < clause.Subject.Count && clause.Subject[of + 1] is { IsQuoted: false } article && article.Is("a", "an", "any") && !clause.Subject[of + 2].IsCapital && Painted(clause) is { Verdict: CheckVerdict.Failed })
            return Ruling.Unknown(clause.Text, ruling.Found);
        // "The button on the Sirup card is disabled": one that lies elsewhere is not it, though it is called after Sirup.
        if (clause.Subject.FindIndex(1, t => !t.IsQuoted && t.Is("in", "on")) is > 0 and var where && where + 2 < clause.Subject.Count && clause.Subject[^1] is { IsQuoted: false } block && block.Is("card", "tile", "row", "panel", "section", "box", "column", "dialog") && ruling.Evidence.Count > 0 && (PartNamed(clause.Subject[(where + 1)..]) is { } there ? !ruling.Evidence.Any(there.Contains) : DropFirst(clause.Subject[..where], "the", "a") is [{ IsQuoted: false } bare] && Language.KindWords.TryKind(bare.Text, out _)))
            return Ruling.Unknown(clause.Text, ruling.Found);
        // "A time is missing", where it says "Choose a time.": who asks for it does not show it.
        if (clause.Object is [{ IsQuoted: false } gone] && gone.Is("missing", "absent") && ruling.Evidence.SelectMany(n => n.Descendants().Prepend(n)).Any(n => n.IsText && _scene.IsShown(n) && _scene.Tokens(n) is [{ } asked, _, ..] && asked is "choose" or "enter" or "select" or "pick" or "please" or "give" or "add" or "provide" or "fill" or "type" or "specify"))
            return Ruling.Unknown(clause.Text, ruling.Found);
        // What would not hold the claim does not refute its denial either.
        if (clause.Negated && ruling.Evidence.Count > 0 && (Proviso(clause with { Negated = false }, ruling with { Verdict = CheckVerdict.Held }) ?? Overstated(clause with { Negated = false }, ruling with { Verdict = CheckVerdict.Held })) is not null)
            return Ruling.Unknown(clause.Text, ruling.Found);
        return BesideThePoint(clause, ruling) || IsUnlike(clause, ruling) ? Ruling.Unknown(clause.Text, ruling.Found) : null;
    }

    /// <summary>Whether what was found cannot speak against the claim: it is of another kind, or the words are there after all.</summary>
    private bool BesideThePoint(Clause clause, Ruling ruling)
    {
        if (clause.Negated)
            return false;
        var said = clause.Object;
        // A field is neither selected nor not: what it holds may be.
        if (clause.Verb == ClaimVerb.Be && ruling.Evidence is [var field] && Scene.IsField(field) && said.Exists(t => t.Is("selected", "chosen", "picked", "preselected")))
            return true;
        // What is told in words of one's own may be told in others.
        if (!said.Exists(t => t.IsQuoted) && (clause.Verb == ClaimVerb.Tell || said.Count > 1 && said[0].Is("that")))
            return true;
        // "A notice at the bottom right says 'X'": X is displayed, whatever it is called there.
        if (clause.Verb is ClaimVerb.Tell or ClaimVerb.Read && ruling.Evidence.Count == 0 && said is [{ IsQuoted: true } text] && Seen([text], [], true).IsHeld)
            return true;
        // "The list holds Ann Lee": the words are in that list, in another order or further apart.
        return clause.Verb is ClaimVerb.Contain or ClaimVerb.Show or ClaimVerb.Have && !said.Exists(t => t.IsQuoted && !t.IsName || t.IsMark || t.HasDigit) && NounWords(said) is { Length: > 1 } words && RegionsOf(clause.Subject) is [var region]
            && words.All(w => region.Parts.Any(p => _scene.HasStem(p, w))) && !region.Parts.Any(p => _scene.Contains(p, words));
    }
}
