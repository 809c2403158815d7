using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>How many of a set say something: "three values are too high", "two patients on the waiting list come from Emergency", "page 2 has four open lines and one that is picked", "Ewa teaches two classes".</summary>
internal sealed partial class Judge
{
    private Ruling? CountSaid(Clause clause)
    {
        if (clause.Verb is not (ClaimVerb.Be or ClaimVerb.Have or ClaimVerb.Belong) || clause.Object.Count == 0 || CountsOf(clause.Subject) is not { } amount)
            return null;
        var said = DropFirst(clause.Object, "too", "been");
        if (said.Count == 0 || StatePhrases.IsState(said))
            return null;
        if (CountSaidOfOnlyList(clause, amount, said) is { } onlyList)
            return onlyList;
        var entries = amount.Noun is [{ IsQuoted: false } any] && any.Is(AnyEntries) ? EntriesThatSay(said) : amount.Noun.Count > 1 ? EntriesOf(amount.Noun) : null;
        if (entries is not { Count: > 1 } || GoesOn(entries) || WhichSay(entries, said) is not { } which)
            return null;
        var count = which.Count(w => w);
        return Ruling.Of(amount.Fits(count), clause.Text, $"{count} of {entries.Count} are", [.. entries.Where((_, i) => which[i]).Take(12)]).Telling("too");
    }

    // "values": those of the one list of which some say it, with all lists like it.
    private List<UiNode>? EntriesThatSay(List<ClaimToken> said)
    {
        var groups = _scene.Records.Groups.Where(g => g.IsStructured && Shown(g).Count > 1 && !OnlyControls(g)).ToList();
        var sayers = groups.FindAll(g => SaidBy(g, said) is not null);
        // A block around a table says what its rows say; the parts of an entry are no entries.
        sayers = sayers.FindAll(g => !sayers.Exists(o => !ReferenceEquals(o, g) && o.Heads.Count > 1 && g.Records.Any(r => r.IsSelfOrAncestorOf(o.Parent))));
        sayers = sayers.FindAll(g => !sayers.Exists(o => !ReferenceEquals(o, g) && o.Records.Any(r => r.IsSelfOrAncestorOf(g.Parent))));
        if (sayers.Count == 0 || !sayers.TrueForAll(g => Kindred(g, sayers[0])))
            return null;
        return [.. groups.FindAll(g => Kindred(g, sayers[0])).SelectMany(Shown).OrderBy(r => r.Index)];
    }

    /// <summary>"Page 2 has four open lines and one that is picked": each of the counts is of the same things.</summary>
    private Ruling? CountsTogether(Clause clause)
    {
        if (clause.Verb is not (ClaimVerb.Have or ClaimVerb.Contain or ClaimVerb.Show) || Items(clause.Object) is not { Count: > 1 } parts || parts.Exists(p => p.Count < 2 || Cardinal(p[0]) is null || p.Exists(t => t.IsQuoted || t.IsMark)))
            return null;
        if (CountsOf(parts[0]) is not { Compare: "=", Noun: { Count: > 1 } first } || ListNamed(clause.Subject, first[^1]) is not { } entries)
            return null;
        var rulings = new List<Ruling>();
        foreach (var part in parts)
        {
            var said = part[1..];
            if (said[0].Is("that", "which", "who"))
                said = said.Count > 2 && said[1].Is("is", "are", "was", "were") ? said[2..] : [];
            else if (Phrase.SameStem(said[^1].Text, first[^1].Text))
                said = said[..^1];
            else
                return null;
            if (WhichSay(entries, said) is not { } which)
                return null;
            rulings.Add(Ruling.Of(which.Count(w => w) == Cardinal(part[0]), clause.Text, $"{which.Count(w => w)} of {entries.Count} are", [.. entries.Where((_, i) => which[i]).Take(6)]));
        }

        return Ruling.All(rulings).Telling("that", "which");
    }

    // The entries in the part of that name; of the whole list where the name is the page that a pager stands at.
    private List<UiNode>? ListNamed(List<ClaimToken> place, ClaimToken noun)
    {
        if (DropFirst(place, "the") is [{ } page, { HasDigit: true } number] && page.Is("page"))
            return int.TryParse(number.Text, out var at) && Pages() is { } pages && pages.Current == at ? EntriesOf([noun]) : null;
        return EntriesOf([noun, ClaimToken.Word("in"), .. place]) is { } entries && !GoesOn(entries) ? entries : null;
    }

    // Under a head or label that makes no helper, stand-in or customer of the name.
    private bool IsNamedAs(UiNode record, string[] name)
    {
        var labels = _scene.Find(name, record).Select(p => _scene.Records.HeadOf(_scene.OwnerAt(p))).OfType<UiNode>().Select(h => _scene.Tokens(h)).Concat(_scene.Slots.Slots.Where(s => s.Strength >= 2 && record.IsSelfOrAncestorOf(s.Value) && Phrase.Equal(Phrase.Tokens(TextOf(s)), name)).Select(s => (IReadOnlyList<string>)s.Label)).ToList();
        return labels.Count > 0 && labels.TrueForAll(l => l.Count > 0 && !l.Any(w => OtherParts.Contains(w)));
    }

    private static readonly HashSet<string> OtherParts = new("assistant deputy substitute backup second former previous guest student customer client patient borrower member participant applicant requester reporter buyer recipient tenant passenger claimant".Split(' '), StringComparer.Ordinal);

    /// <summary>"Ewa teaches two classes", "Rune Holm looks after two turbines": so many entries bear the name, and the verb only ties them to it.</summary>
    private Ruling? CountOfName(Clause clause)
    {
        var said = clause.Quantifier == "bare" ? clause.Subject : [.. clause.Subject, new ClaimToken(clause.VerbText, clause.VerbText), .. clause.Object];
        var tie = said.FindIndex(t => TieVerbs.TryKind(t, out var kind) && kind == TieKind.Plain);
        if (tie < 1 || said[..tie].Exists(t => t.IsMark || !t.IsCapital && !t.IsQuoted))
            return null;
        var counted = DropFirst(said[(tie + 1)..], "after", "over", "for", "at", "on", "to");
        if (CountsOf(counted) is not { Compare: "=" } amount || amount.Noun.Exists(t => t.IsMark || t.IsQuoted) || EntriesOf(amount.Noun) is not { Count: > 1 } entries || GoesOn(entries))
            return null;
        var name = said[..tie];
        var which = entries.ConvertAll(r => Says(r, name));
        if (which.Contains(null) || !which.Contains(true) || UnderSeveralHeads(entries, name) || entries.Where((_, i) => which[i] == true).Any(r => !IsNamedAs(r, Phrase.Tokens(RawText(name)))))
            return null;
        var count = which.Count(w => w == true);
        return Ruling.Of(count == amount.Number, clause.Text, $"{count} of {entries.Count} name '{RawText(name)}'", [.. entries.Where((_, i) => which[i] == true).Take(12)]).Telling(said[tie].Text, "after", "over");
    }
}
