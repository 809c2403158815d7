using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Finding;

/// <summary>How well the words of a description are accounted for by an element and what stands around it. Lower is better.</summary>
/// <param name="Weak">Words for which only the page as a whole speaks.</param>
/// <param name="Distance">How far from the element its words were found, all together.</param>
internal readonly record struct Cover(int Weak, int Distance) : IComparable<Cover>
{
    public int CompareTo(Cover other) => Weak != other.Weak ? Weak.CompareTo(other.Weak) : Distance.CompareTo(other.Distance);
}

/// <summary>Accounts for the words of a description by an element: its own name and label, its record, the heads that it stands under.</summary>
internal sealed class Coverage(Scene scene)
{
    // Words for things of which a page tells the kind by being what it is.
    private static readonly HashSet<string> Classifiers = new(
        ("order invoice account card plan ticket product item user employee message mail email task lesson patient customer contact deal project member event entry row record book recipe car vehicle "
        + "listing property room hotel flight trip booking reservation student teacher course class pupil build job pipeline run stage step branch commit article post comment file folder document page "
        + "review photo section panel area expense transaction appointment doctor nurse team company supplier variant question answer module chapter document request report subscription payment note person "
        + "seller buyer shipment package parcel device sensor server service host issue bug song track album playlist movie film game player match league tenant apartment house "
        + "field button link dropdown setting option preference toggle switch checkbox tile widget metric topic entry group column category role permission exam grade score dish ingredient meal shift line "
        + "offer quote coupon campaign lead opportunity wizard process cart basket inbox mailbox chapter unit lecture semester quarter trip leg session warehouse location city country region department office branch vendor policy claim case client guest visitor passenger driver rider seat").Split(' '), StringComparer.Ordinal);

    // Words for a number of which its label says the kind.
    private static readonly HashSet<string> ValueNouns = new(["amount", "value", "figure", "count", "sum", "price", "cost", "rate", "text", "content", "contents", "date", "field", "name", "status", "total", "balance", "size", "level", "selection"], StringComparer.Ordinal);

    /// <summary>Whether all required words are covered, and how. <paramref name="label"/> is what labels the element in this role, if anything.</summary>
    public Cover? Of(NounPhrase phrase, UiNode node, string[]? label, bool valueIsNumber = false)
    {
        var weak = 0;
        var distance = 0;
        var strong = 0;
        var used = 0;
        foreach (var term in phrase.Terms)
        {
            var at = Distance(term.Words, node, label, term.IsQuoted);
            if (at is null && term.Words.Length > 1 && !term.IsQuoted)
            {
                // Words that stand together elsewhere may be told apart here: "card 9032" is the card with that number.
                var worst = 0;
                var real = 0;
                foreach (var word in term.Words)
                {
                    var seen = Distance([word], node, label, false);
                    real += seen is null ? 0 : 1;
                    var d = seen ?? (Classifiers.Contains(Phrase.Stem(word)) && scene.SpeaksOf(word) ? 6 : null);
                    if (d is null)
                    {
                        worst = -1;
                        break;
                    }

                    worst = Math.Max(worst, d.Value);
                }

                at = worst >= 0 && real > 0 && term.Words.Where(w => !Classifiers.Contains(Phrase.Stem(w))).All(w => Distance([w], node, label, false) is not null) && (label is not null && term.Words.All(w => label.Any(l => Phrase.SameStem(l, w))) || term.Words.Any(w => Classifiers.Contains(Phrase.Stem(w))) || KindWordsOnly(term)) ? worst : null;
            }

            if (at is { } found)
            {
                strong++;
                distance += found;
                if (label is not null && found <= 1)
                    used += term.Words.Length;
                continue;
            }

            if (term.IsOptional)
                continue;
            if (term.Words.Length == 1 && !term.IsQuoted && Classifiers.Contains(Phrase.Stem(term.Words[0])) && scene.SpeaksOf(term.Words[0]))
                weak++;
            else if (term.Words.Length == 1 && !term.IsQuoted && ValueNouns.Contains(term.Words[0]))
                weak += valueIsNumber ? 3 : 4;
            else
                return null;
        }

        if (strong == 0 && phrase.Required.Any())
            return null;
        // A label with words of its own that the claim does not say is another label.
        if (label is not null)
            distance += used == 0 ? 20 : Math.Max(0, label.Count(l => l.Any(char.IsLetter) && !ValueText.IsUnit(l)) - used) * 3;
        return new(weak, distance);
    }

    /// <summary>A word for a kind of thing: order, card, ticket.</summary>
    public static bool IsClassifier(string word) => Classifiers.Contains(Phrase.Stem(word));

    private static bool KindWordsOnly(Term term) => term.Words.Length == 2 && Language.KindWords.TryKind(term.Words[0], out _);

    /// <summary>How far from the element the words are found: 0 its label, 1 its own text, 2 its record, more for what encloses that; null nowhere.</summary>
    private int? Distance(string[] words, UiNode node, string[]? label, bool exact)
    {
        if (label is not null && Has(label, words, exact))
            return 0;
        if (label is null && OwnHas(node, words, exact))
            return 1;
        var inner = new List<(UiNode Record, RecordGroup Group)>();
        var step = 2;
        foreach (var (record, group) in scene.Records.Around(node))
        {
            if (!ReferenceEquals(record, node) && InRecord(record, words, inner, exact))
                return step;
            inner.Add((record, group));
            step++;
        }

        step = 3;
        foreach (var (head, scope) in scene.Heads.Over(node))
        {
            if (head is not null ? HasIn(head, words, exact) || !exact && words is [{ Length: > 4 } root] && scene.Length(head) < 12 && scene.Tokens(head).Any(t => Judging.Judge.SameWord(t, root)) : Has(scene.NameTokens(scope), words, exact))
                return step;
            if (step < 9)
                step++;
        }

        return null;
    }

    public bool OwnHas(UiNode node, string[] words, bool exact = false)
        => Has(scene.NameTokens(node), words, exact) || HasIn(node, words, exact) || (node.Placeholder.Length > 0 && Has(Phrase.Tokens(node.Placeholder), words, exact))
        || (node.Title.Length > 0 && Has(Phrase.Tokens(node.Title), words, exact)) || (node.Alt.Length > 0 && Has(Phrase.Tokens(node.Alt), words, exact))
        || (words.Length == 1 && node.IconHint.Length > 0 && node.IconHint.Split(' ').Any(h => Phrase.SameStem(h, words[0])));

    public bool HasIn(UiNode scope, string[] words, bool exact)
    {
        if (scene.Contains(scope, words))
            return true;
        return !exact && words.Length == 1 && scene.Length(scope) < 200 && scene.HasStem(scope, words[0]);
    }

    private static bool Has(string[] tokens, string[] words, bool exact)
        => Phrase.IndexOf(tokens, words) >= 0 || (!exact && words.Length == 1 && tokens.Any(t => Phrase.SameStem(t, words[0])));

    // In the record, but not within another record beside the one that the element stands in.
    private bool InRecord(UiNode record, string[] words, List<(UiNode Record, RecordGroup Group)> inner, bool exact)
    {
        foreach (var position in scene.Find(words, record))
        {
            if (!IsInSibling(scene.OwnerAt(position), record, inner))
                return true;
        }

        if (!exact && words.Length == 1 && scene.Length(record) < 120)
        {
            for (var p = scene.Start(record); p < scene.End(record); p++)
            {
                if (Phrase.SameStem(scene.TokenAt(p), words[0]) && !IsInSibling(scene.OwnerAt(p), record, inner))
                    return true;
            }
        }

        return Has(scene.NameTokens(record), words, exact) && record.NameSource is not NameSource.Content;
    }

    private static bool IsInSibling(UiNode owner, UiNode scope, List<(UiNode Record, RecordGroup Group)> inner)
    {
        for (var node = owner; !ReferenceEquals(node, scope) && node is not null; node = node.Parent)
        {
            foreach (var (record, group) in inner)
            {
                if (!ReferenceEquals(node, record) && ReferenceEquals(node.Parent, record.Parent) && group.IsStructured && group.Holds(node))
                    return true;
                if (group.IsTable && !ReferenceEquals(node, record) && node.Tag == "tr" && group.Holds(node))
                    return true;
            }
        }

        return false;
    }
}
