using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>Sentences whose words are a text of the page as they stand, or would be with the verb that notes and statuses leave out.</summary>
internal sealed partial class Judge
{
    /// <summary>"2 parcels selected is displayed next to the Load button": a text that begins with a number and is one, as its verb tells; it is not counted.</summary>
    private Clause? NamedByItsText(Clause clause)
    {
        if (clause is not { Verb: ClaimVerb.Be, VerbText: "is" or "was", IsExistential: false, Object: [var shown, ..], Subject.Count: > 1 } || !shown.Is("displayed", "shown", "visible", "written", "seen") || clause.Subject.Exists(t => t.IsQuoted || t.IsMark && !t.Is(".")) || !NumberWords.TryCardinal(clause.Subject[0].Text, out var number) || number == 1 || clause.Subject[0].Is("a", "an", "one", "no"))
            return null;
        var text = ClaimToken.Join(clause.Subject);
        var words = Phrase.Tokens(text);
        return _scene.Find(words).Any(p => _scene.Exactly(p, words.Length) is not null) ? clause with { Subject = [new(TextFold.Fold(text), text, IsQuoted: true, IsName: true)] } : null;
    }

    /// <summary>"All changes are saved", where it says "All changes saved"; "the order has been placed", where it says "Order placed".</summary>
    private Ruling? SaidWithoutVerb(Clause clause)
    {
        if (clause.Negated || clause.IsExistential || clause.IsNoLonger || clause.Verb != ClaimVerb.Be || clause.Object.Count is 0 or > 4 || clause.Object[0].IsQuoted || clause.Object[0].IsCapital || clause.Object.Exists(t => t.IsMark))
            return null;
        // What was done, not where it is or what it is like.
        if (!(clause.Object[0].Text.EndsWith("ed", StringComparison.Ordinal) || clause.Object[0].Is("sent", "paid", "kept", "made", "found", "done", "put", "set", "built", "sold", "lost", "met")))
            return null;
        static List<string> Bare(IEnumerable<string> words) => [.. words.Where(w => w is not ("the" or "a" or "an"))];
        var said = Bare(Phrase.Tokens(RawText([.. clause.Subject, .. clause.Object])));
        if (said.Count < 2)
            return null;
        // A step, an answer or an entry names what can be so, not what is.
        var line = Notable().FirstOrDefault(l => !l.Ancestors().Prepend(l).Any(n => Scene.IsControl(n) || n.Tag is "label" or "legend") && !IsOneOfSeveral(l) && Sentences(_scene.ShownText(l)).Any(s => Bare(Phrase.Tokens(s)) is var shown && shown.Count == said.Count && shown.Zip(said).All(p => Phrase.Same(p.First, p.Second))));
        return line is null ? null : Ruling.Held(clause.Text, $"it says '{Says(line)}'", line) with { IsAccounted = true };
    }

    /// <summary>"KT-4410 has not been scanned", where its entry says "Not scanned"; refuted where it says "Scanned".</summary>
    private Ruling? DeniedInEntry(Clause clause)
    {
        if (!clause.Negated || clause.Verb != ClaimVerb.Be || clause.Object is not [{ IsQuoted: false, IsCapital: false } done] || done.Text.Length < 4 || _resolver.RecordsOf(Read(clause.Subject), rowsOnly: true) is not [var match])
            return null;
        var denied = Sayings(match.Record, ["not", done.Text]);
        var said = Sayings(match.Record, [done.Text]);
        return (denied, said) switch
        {
            ({ } not, null) => Ruling.Held(clause.Text, $"it says '{Says(not)}'", not) with { IsAbsence = true },
            (null, { } so) => Ruling.Failed(clause.Text, $"it says '{Says(so)}'", so),
            _ => null,
        };
    }

    // A text of the entry that is just these words.
    private UiNode? Sayings(UiNode record, string[] words) => _scene.Find(words, record).Select(p => _scene.Exactly(p, words.Length)).FirstOrDefault(n => n is not null && !n.Ancestors().Prepend(n).Any(a => Scene.IsControl(a) && record.IsSelfOrAncestorOf(a)));

    /// <summary>"The printer has low paper", where it says "Printer: paper low": the same words in another order.</summary>
    private Ruling? HasInOtherOrder(Clause clause)
    {
        if (clause.Negated || clause.Verb is not (ClaimVerb.Have or ClaimVerb.Show) || DropFirst(clause.Object, "a", "an", "the") is not { Count: 2 } said || said.Exists(t => t.IsQuoted || t.IsMark || t.HasDigit) || NounWords(clause.Subject) is not { Length: > 0 } label)
            return null;
        var words = Phrase.Tokens(RawText(said)).Order(StringComparer.Ordinal).ToList();
        var slots = _scene.Slots.Slots.Where(s => s.Strength > 1 && Phrase.Equal(s.Label, label)).DistinctBy(s => (s.Value.Index, s.From)).ToList();
        return slots is [var slot] && Phrase.Tokens(TextOf(slot)).Order(StringComparer.Ordinal).SequenceEqual(words, StringComparer.Ordinal) ? Ruling.Held(clause.Text, $"it reads '{Short(TextOf(slot))}'", slot.Value) with { IsAccounted = true } : null;
    }

    /// <summary>"The list shows only Transport claims": each entry says Transport, as a text of its own.</summary>
    private Ruling? OnlyOfKind(Clause clause)
    {
        if (clause.Negated || clause.Verb is not (ClaimVerb.Show or ClaimVerb.Contain) || clause.Object is not [{ } only, .., { IsQuoted: false } noun] || !only.Is("only", "just") || clause.Object.Count is < 3 or > 5 || clause.Object.Exists(t => t.IsMark) || !noun.Text.EndsWith('s'))
            return null;
        var kind = Phrase.Tokens(RawText(clause.Object[1..^1]));
        var list = GroupFor(Read([noun]), null) ?? (IsFree([noun]) ? OnlyList(null) : null);
        if (list is null || kind.Length == 0 || Shown(list) is not { Count: > 0 } entries)
            return null;
        var other = entries.Find(e => !_scene.Find(kind, e).Any(p => _scene.Exactly(p, kind.Length) is not null && !IsDenied(p)));
        // Where none says so, the word may mean something that the entries do not show.
        if (other is not null && !entries.Exists(e => _scene.Find(kind, e).Any()))
            return null;
        return other is null ? Ruling.Held(clause.Text, $"each of {entries.Count} says so", [.. entries.Take(12)]).Telling([noun.Text, "only", "just"]) : Ruling.Failed(clause.Text, $"'{Says(other)}' is there, too", other);
    }

    // A text that a page has one of, and names nowhere.
    private static readonly string[] CounterNouns = ["counter", "count", "tally", "progress", "indicator", "summary"];

    /// <summary>"The counter reads '3 of 10 pieces'": a text with a number, which is there just so, is what people call so though the page does not.</summary>
    private Ruling? CounterReads(Clause clause)
    {
        if (clause.Negated || clause.Verb is not (ClaimVerb.Read or ClaimVerb.Be or ClaimVerb.Show) || clause.Object is not [{ IsQuoted: true, HasDigit: true } said])
            return null;
        var (thing, place) = SplitPlace(clause.Subject);
        if (DropFirst(thing, "the") is not { Count: 1 or 2 } noun || !noun[^1].Is(CounterNouns) || noun.Count == 2 && !noun[0].Is("progress", "result", "results", "text") || _scene.SpeaksOf(noun[^1].Text))
            return null;
        return Seen([said], place ?? [], true) is { IsHeld: true } seen ? seen.Telling([.. noun.Select(t => t.Text)]) : null;
    }

    /// <summary>"The customer sees a total of $153.60", "the panel shows a discount of 10 %": the total is that much.</summary>
    private Clause? AmountCalled(Clause clause)
    {
        var shown = clause is { Verb: ClaimVerb.Be, Object: [var seen, ..] } && seen.Is("displayed", "shown", "visible", "seen");
        var said = shown || clause.IsExistential ? (clause.IsExistential ? clause.Object : clause.Subject) : clause.Verb is ClaimVerb.Show or ClaimVerb.Have or ClaimVerb.Contain ? clause.Object : [];
        if (clause.Negated || said.Count < 4 || !said[0].Is("a", "an") || said.FindIndex(t => t.Is("of")) is not (> 1 and < 5) || said.Exists(t => t.IsMark))
            return null;
        var of = said.FindIndex(t => t.Is("of"));
        var value = said[(of + 1)..].TakeWhile(t => t.HasDigit || t.Is("€", "$", "£", "%", "eur", "usd", "gbp", "chf") || ValueText.IsUnit(t.Text)).ToList();
        if (!value.Exists(t => t.HasDigit) || said[1..of].Exists(t => t.IsQuoted || t.HasDigit))
            return null;
        var place = said[(of + 1 + value.Count)..];
        if (place.Count > 0 && !place[0].Is("in", "on", "at", "under", "below", "above"))
            return null;
        if (!shown && !clause.IsExistential)
            place = [ClaimToken.Word("in"), .. clause.Subject];
        return clause with { Subject = [ClaimToken.Word("the"), .. said[1..of], .. place], Verb = ClaimVerb.Be, VerbText = "is", IsExistential = false, Object = value };
    }

    /// <summary>"The sort order is 'Newest first'": the one list to choose from that stands at it, which a page seldom labels.</summary>
    private Ruling? SortReads(Clause clause)
    {
        if (clause.Negated || clause.Verb is not (ClaimVerb.Read or ClaimVerb.Be or ClaimVerb.Show) || DropFirst(clause.Subject, "the") is not [{ } sort, ..] subject || subject.Count > 2 || !sort.Is("sort", "sorting", "order") || subject.Count == 2 && !subject[1].Is("order", "dropdown", "selector", "field", "box", "control"))
            return null;
        var said = clause.Object.SkipWhile(t => t.Is("set", "to", "by")).ToList();
        if (said is not [{ IsQuoted: true } value])
            return null;
        var fields = _scene.Nodes.Where(n => !n.IsText && _scene.IsShown(n) && (n.Tag == "select" || n.Role == "combobox") && ValueText.Equal(value.Raw, _scene.ShownText(n))).ToList();
        return fields is [var field] ? Ruling.Held(clause.Text, $"it reads '{Says(field)}'", field).Telling("sort", "sorting", "order", "set") : null;
    }

    /// <summary>What no rule can judge and several would take for something else: "its own error", "unlike the others".</summary>
    private static string? BeyondRules(Clause clause)
    {
        var said = clause.Object;
        if (said.FindIndex(t => !t.IsQuoted && t.Is("own")) is > 0 and var own && said[own - 1].Is("its", "their", "his", "her"))
            return "whose it is cannot be told";
        return said.FindIndex(t => !t.IsQuoted && t.Is("unlike")) is > 0 and var other && said[other - 1].Is(",") ? "what is said of the others cannot be judged" : null;
    }
}
