using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>"No shipment is heavier than X", "X has more faults than any other vehicle", "nobody claims more than X": the superlative, said by comparing with all the others.</summary>
internal sealed partial class Judge
{
    // What is compared was found: the word that compares needs no word of the page.
    private static readonly string[] Comparatives = ["heavier", "lighter", "cheaper", "dearer", "pricier", "costlier", "newer", "later", "older", "earlier", "longer", "shorter", "expensive", "any"];

    private Ruling? Rival(Clause clause)
    {
        var said = clause.Quantifier == "bare" ? clause.Subject : [.. clause.Subject, new ClaimToken(clause.VerbText, clause.VerbText), .. clause.Object];
        var than = said.FindIndex(t => t.Is("than"));
        if (than < 2 || than + 1 >= said.Count || clause.IsExistential)
            return null;
        var other = said[(than + 1)..];
        // "No shipment is heavier than X": X is the heaviest.
        if (said[0].Is("no", "nobody", "none", "nothing") && clause.Quantifier != "bare" && clause.Verb is ClaimVerb.Be or ClaimVerb.Have)
        {
            var noun = said[0].Is("no") ? clause.Subject[1..] : [];
            if (noun.Count > 0 && noun[0].Is("other", "single"))
                noun = noun[1..];
            return TakeComparative(clause.Object) is { } more ? Beats(more with { Noun = noun }, other, clause.Text) : null;
        }

        // "Nobody claims more than X": of the column that is called after the deed.
        if (said[0].Is("nobody", "none") && than == 3 && said[2].Is("more", "less", "fewer"))
            return Beats(new(Measure.Named, said[2].Is("more"), [said[1]], []), other, clause.Text, ofDeed: true);
        // "X has more faults than any other vehicle", "X is heavier than all the others"
        if (clause.Quantifier != "bare" && clause.Verb is ClaimVerb.Be or ClaimVerb.Have && other[0].Is("any", "every", "all", "each") && other.Count > 1)
        {
            var rest = DropFirst(other[1..], "of");
            rest = DropFirst(rest, "the");
            if (rest.Count == 0 || !rest[0].Is("other", "others"))
                return null;
            return TakeComparative(clause.Object) is { } beyond ? Beats(beyond with { Noun = rest[1..] }, clause.Subject, clause.Text) : null;
        }

        return null;
    }

    private Ruling? Beats(Extreme extreme, List<ClaimToken> named, string text, bool ofDeed = false)
    {
        named = DropFirst(named, "the");
        if (named.Count > 2 && named[0].Is("one", "that") && named[1].Is("of", "from"))
            named = DropFirst(named[2..], "the");
        if (extreme.Noun.Count > 1 || extreme.Noun.Concat(extreme.Attribute).Any(t => t.IsQuoted || t.IsMark || t.HasDigit) || named.Exists(t => t.IsMark) || HasOtherPages())
            return null;
        // What they are called is a word of the page, or one that people have for entries.
        if (!extreme.Noun.TrueForAll(t => EntryNouns.Contains(t.Text) || Accounting.IsOfLanguage(t.Text) || Phrase.Tokens(t.Text).All(w => _scene.SpeaksOf(w) || _scene.SpeaksOfFormOf(w))))
            return null;
        if (ofDeed)
        {
            // The one column whose name is a form of the verb: claims, Claimed.
            var heads = _scene.Records.Groups.Where(g => g.Heads.Count > 1 && Shown(g).Count > 1).SelectMany(g => g.Heads).Where(h => _scene.Tokens(h) is [var word] && SameWord(word, extreme.Attribute[0].Text) && IsPastForm(word)).ToList();
            if (heads is not [var head])
                return null;
            // Who stands there twice has the two together.
            var records = _scene.Records.Groups.Where(g => g.Heads.Contains(head)).SelectMany(Shown).ToList();
            var words = Phrase.Tokens(RawText(named));
            if (records.SelectMany(r => _scene.Find(words, r)).Select(p => _scene.Records.HeadOf(_scene.OwnerAt(p))).Distinct().ToList() is not [{ } names] || records.Select(r => CellUnder(r, names) is { } cell ? _scene.ShownText(cell) : "").Distinct(StringComparer.OrdinalIgnoreCase).Count() < records.Count)
                return null;
            extreme = extreme with { Attribute = [ClaimToken.Word(_scene.Tokens(head)[0])] };
        }

        return Compare(extreme, named, [], text) is { IsUnknown: false } ruling ? ruling.Telling([.. extreme.Attribute.Select(t => t.Text), .. Comparatives]) : null;
    }

    private static bool IsPastForm(string word) => word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("en", StringComparison.Ordinal) || word.EndsWith('t');

    /// <summary>The comparative at the head of what is said, before "than": what is measured, and whether more or less of it.</summary>
    private static Extreme? TakeComparative(List<ClaimToken> said)
    {
        var than = said.FindIndex(t => t.Is("than"));
        if (than < 1)
            return null;
        var words = said[..than];
        if (words.Exists(t => t.IsQuoted || t.HasDigit || t.IsMark))
            return null;
        if (words is [{ } only])
        {
            return only.Text switch
            {
                "heavier" => new(Measure.Weight, true, [], []),
                "lighter" => new(Measure.Weight, false, [], []),
                "cheaper" => new(Measure.Money, false, [], []),
                "dearer" or "pricier" or "costlier" => new(Measure.Money, true, [], []),
                "newer" or "later" => new(Measure.Time, true, [], []),
                "older" or "earlier" => new(Measure.Time, false, [], []),
                "longer" => new(Measure.Duration, true, [], []),
                "shorter" => new(Measure.Duration, false, [], []),
                _ => null,
            };
        }

        if (words is [{ } more, { } expensive] && more.Is("more", "less") && expensive.Is("expensive"))
            return new(Measure.Money, more.Is("more"), [], []);
        words = DropFirst(words, "a");
        return words.Count is 2 or 3 && words[0].Is("more", "fewer", "less", "higher", "greater", "larger", "bigger", "lower", "smaller") ? new(Measure.Named, words[0].Is("more", "higher", "greater", "larger", "bigger"), words[1..], []) : null;
    }
}
