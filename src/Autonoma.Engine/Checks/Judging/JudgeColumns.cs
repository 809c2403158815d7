using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>What a column or a label says by its own name: "two objects are packed" under Packed, "7 tasks are open" beside Open tasks, "is due before X" under Due.</summary>
internal sealed partial class Judge
{
    private static readonly HashSet<string> Yes = new(StringComparer.Ordinal) { "yes", "y", "true", "✓", "✔", "☑", "✅" };
    private static readonly HashSet<string> No = new(StringComparer.Ordinal) { "no", "n", "false", "✗", "✘", "×", "☐", "❌", "not yet" };

    /// <summary>The one record of a table that words name: what follows the name of a column stands under it ("batch 312", "item 4"), the rest anywhere in the row.</summary>
    private UiNode? RecordIn(RecordGroup group, IReadOnlyList<ClaimToken> subject)
    {
        var tokens = subject.Where(t => !t.Is("the", "a", "an", "of", "for", "row", "entry", "record", "with", "in")).ToList();
        var fits = Shown(group);
        var named = false;
        for (var i = 0; i < tokens.Count && fits.Count > 0; i++)
        {
            var words = Phrase.Tokens(tokens[i].Raw);
            if (words.Length == 0)
                continue;
            if (!tokens[i].IsQuoted && words.Length == 1 && i + 1 < tokens.Count && HeadCalled(group, words) is { } head && Phrase.Tokens(tokens[i + 1].Raw) is { Length: > 0 } value)
            {
                var under = fits.Where(r => CellUnder(r, head) is { } cell && Phrase.Equal([.. _scene.Tokens(cell)], value)).ToList();
                if (under.Count > 0)
                {
                    (fits, named) = (under, true);
                    i++;
                    continue;
                }
            }

            // The name may go on: "Harbour at Dawn" stands together in the row, and so whole.
            var run = 1;
            var phrase = words.ToList();
            while (i + run < tokens.Count && !tokens[i].IsQuoted && !tokens[i + run].IsQuoted && !fits.Any(r => _scene.Find(phrase, r).Any(p => _scene.Exactly(p, phrase.Count) is not null)))
            {
                var longer = subject.SkipWhile(t => !ReferenceEquals(t, tokens[i])).TakeWhile(t => !ReferenceEquals(t, tokens[i + run])).Append(tokens[i + run]).SelectMany(t => Phrase.Tokens(t.Raw)).ToList();
                if (!fits.Any(r => _scene.Contains(r, longer)))
                    break;
                phrase = longer;
                run++;
            }

            var whole = fits.Where(r => _scene.Find(phrase, r).Any(p => _scene.Exactly(p, phrase.Count) is not null)).ToList();
            var holding = whole.Count > 0 ? whole : [.. fits.Where(r => _scene.Contains(r, phrase))];
            if (holding.Count > 0)
                (fits, named, i) = (holding, true, i + run - 1);
            else if (!(words.Length == 1 && !tokens[i].IsQuoted && (Coverage.IsClassifier(words[0]) || HeadCalled(group, words) is not null || GroupIsOf(group, words[0]))))
                return null;
        }

        return named && fits is [var only] ? only : null;
    }

    /// <summary>The one table with a column of just that name in which the words name one record.</summary>
    private (UiNode Record, UiNode Head, RecordGroup Group)? RecordUnder(IReadOnlyList<ClaimToken> subject, Func<RecordGroup, UiNode?> head)
    {
        var found = new List<(UiNode, UiNode, RecordGroup)>();
        foreach (var group in _scene.Records.Groups.Where(g => g.Heads.Count > 1 && Shown(g).Count > 0))
        {
            if (head(group) is { } column && RecordIn(group, subject) is { } record)
                found.Add((record, column, group));
        }

        return found is [var only] ? only : null;
    }

    /// <summary>"was archived by Ngozi", "is due on 19 April": what begins as a column is called is said of that cell.</summary>
    private Ruling? UnderHead(List<ClaimToken> subject, List<ClaimToken> obj)
    {
        if (obj.Count < 2 || obj[0].IsQuoted || obj[0].HasDigit)
            return null;
        for (var n = Math.Min(3, obj.Count - 1); n >= 1; n--)
        {
            if (obj[..n].Any(t => t.IsQuoted || t.HasDigit || t.IsMark))
                continue;
            var words = obj[..n].SelectMany(t => Phrase.Tokens(t.Text)).ToArray();
            if (RecordUnder(subject, g => HeadCalled(g, words)) is not { } found || CellUnder(found.Record, found.Head) is not { } cell)
                continue;
            var value = DropFirst(obj[n..], "on", "at", "in", "by", "to", "for", "from", "of", "with");
            value = DropFirst(value, "the");
            if (value.Count == 0 || value[0].Is("before", "after", "earlier", "later", "than"))
                return null;
            var expected = $"{ClaimToken.Join(subject)} is {ClaimToken.Join(obj)}";
            return Ruling.Of(ValueText.Equal(RawText(value), _scene.ShownText(cell)), expected, $"{string.Join(' ', words)}: '{Says(cell)}'", cell);
        }

        return null;
    }

    private static readonly string[] Up = ["latest", "newest", "recent", "highest", "largest", "biggest", "greatest", "longest", "most"];
    private static readonly string[] Down = ["earliest", "oldest", "lowest", "smallest", "fewest", "least", "shortest", "cheapest"];

    /// <summary>"The most recent service was on T-02", "the highest output is that of T-04", "the lowest price is 12": the best of the column.</summary>
    private Ruling? BestOf(List<ClaimToken> subject, List<ClaimToken> obj, string text)
    {
        var words = subject.Where(t => !t.Is("the")).ToList();
        var at = words.FindIndex(t => !t.IsQuoted && (t.Is(Up) || t.Is(Down)));
        if (at != 0 || words.Count < 2 || obj.Count == 0 || words.Any(t => t.IsQuoted || t.HasDigit))
            return null;
        var up = words[0].Is(Up);
        var noun = words.Skip(1).SkipWhile(t => t.Is(Up)).SelectMany(t => Phrase.Tokens(t.Text)).ToList();
        var found = _scene.Records.Groups.Where(g => g.Heads.Count > 1 && Shown(g).Count > 1).SelectMany(g => g.Heads.Where(h => noun.Count > 0 && _scene.Length(h) <= noun.Count + 2 && noun.All(w => _scene.HasStem(h, w))).Select(h => (Group: g, Head: h))).ToList();
        if (found is not [var (group, head)])
            return null;
        var rows = Shown(group).Select(r => (Record: r, Cell: CellUnder(r, head))).Where(x => x.Cell is not null && IsBlank(x.Cell, noun) != true).Select(x => (x.Record, Cell: x.Cell!, Key: SortKey.Read(_scene.ShownText(x.Cell!)))).ToList();
        if (rows.Count < 2 || rows.Exists(r => r.Key.Number is null && r.Key.Date is null) || !SortKey.AreComparable([.. rows.Select(r => r.Key)]))
            return null;
        var best = rows.Aggregate((a, b) => (up ? b.Key.CompareTo(a.Key) > 0 : b.Key.CompareTo(a.Key) < 0) ? b : a);
        if (rows.Count(r => r.Key.CompareTo(best.Key) == 0) > 1)
            return Ruling.Unknown(text, "several have as much");
        var named = obj.SkipWhile(t => t.Is("on", "of", "in", "at", "by", "for", "that", "the", "with")).ToList();
        var told = subject.Select(t => t.Text);
        if (obj[0].Is("on", "of", "in", "at", "by", "for", "that", "with") || !obj.Any(t => t.HasDigit))
            return RecordIn(group, named) is { } record ? Ruling.Of(ReferenceEquals(record, best.Record), text, $"it is '{Says(best.Cell)}' of '{Short(_scene.ShownText(best.Record))}'", best.Cell).Telling(told) : null;
        return Ruling.Of(ValueText.Equal(RawText(named), _scene.ShownText(best.Cell)), text, $"it is '{Says(best.Cell)}'", best.Cell).Telling(told);
    }

    /// <summary>Whether a cell says yes or no; null when it says anything else.</summary>
    private bool? Answer(UiNode cell)
    {
        var text = TextFold.Fold(_scene.ShownText(cell)).Trim();
        if (Yes.Contains(text))
            return true;
        if (No.Contains(text))
            return false;
        return text.Length == 0 && cell.Descendants().Prepend(cell).Where(n => n.Checked is not null && _scene.IsPresent(n)).ToList() is [{ Checked: not TriState.Mixed } box] ? box.Checked == TriState.On : null;
    }

    /// <summary>The records of a group with what the column called by one word answers, yes or no; null when it is no such column.</summary>
    private List<(UiNode Record, bool Yes)>? Answers(RecordGroup group, string quality)
    {
        var heads = group.Heads.Where(h => _scene.Tokens(h) is [var only] && SameWord(only, quality)).ToList();
        if (heads is not [var head] || Shown(group) is not { Count: > 0 } records)
            return null;
        var answers = records.Select(r => (Record: r, Yes: CellUnder(r, head) is { } cell ? Answer(cell) : null)).ToList();
        return answers.All(a => a.Yes is not null) ? [.. answers.Select(a => (a.Record, a.Yes!.Value))] : null;
    }

    /// <summary>"Two objects are packed", "all objects are packed", "no object is packed", "X has been packed": by the column Packed with Yes and No in it.</summary>
    private Ruling? Answered(Clause clause)
    {
        if (clause.Verb != ClaimVerb.Be || clause.Object is not [{ IsQuoted: false, HasDigit: false } quality] || clause.Subject.Count == 0)
            return null;
        var groups = _scene.Records.Groups.Where(g => g.Heads.Count > 1 && Shown(g).Count > 0).ToList();
        if (groups.Select(g => (Group: g, All: Answers(g, quality.Text))).Where(x => x.All is not null).ToList() is not [var found])
            return null;
        var all = found.All!;
        var count = all.Count(a => a.Yes);
        var subject = clause.Subject;
        var quantifier = subject[0].Is("every", "each", "all", "both", "no", "none") ? subject[0].Text : clause.Quantifier;
        var amount = CountsOf(subject);
        if (amount is not null || quantifier is "every" or "each" or "all" or "both" or "no")
        {
            var noun = amount?.Noun ?? [.. subject.Where(t => !t.Is("every", "each", "all", "both", "no", "of", "the"))];
            if (noun.Count == 0 || !ReferenceEquals(GroupFor(Read(noun), null), found.Group))
                return null;
            if (quantifier is "all" or "both" && amount is null && subject.FirstOrDefault(t => NumberWords.TryCardinal(t.Text, out _) && !t.Is("both")) is not null)
                return null;
            // "All four objects are packed": of four, and all of them.
            var whole = subject[0].Is("all") && amount is not null;
            var holds = quantifier is "no" ? count == 0 : whole ? count == all.Count && amount!.Fits(count) : amount?.Fits(count) ?? (count == all.Count && (quantifier != "both" || count == 2));
            return Ruling.Of(holds, clause.Text, $"{count} of {all.Count} are", [.. all.Where(a => a.Yes).Select(a => a.Record).Take(12)]).NotIf(clause.Negated && quantifier is not "no" && amount is null);
        }

        if (Read(subject).Quantifier.Length > 0 || RecordIn(found.Group, subject) is not { } record)
            return null;
        var yes = all.First(a => ReferenceEquals(a.Record, record)).Yes;
        return Ruling.Of(yes, clause.Text, $"{quality.Text}: {(yes ? "yes" : "no")}", record).NotIf(clause.Negated);
    }

    /// <summary>"7 tasks are open", "there are 3 free seats": the number beside the label of just these words.</summary>
    private Ruling? CountBeside(Amount amount, List<ClaimToken> quality, string text)
    {
        if (amount.Noun.Concat(quality).Any(t => t.IsQuoted || t.HasDigit || t.IsMark))
            return null;
        var words = amount.Noun.Concat(quality).SelectMany(t => Phrase.Tokens(t.Text)).Where(w => w is not ("the" or "are" or "is" or "there" or "counted" or "listed" or "reported")).ToList();
        if (words.Count is < 2 or > 4)
            return null;
        var numbers = new List<(int Number, UiNode Node)>();
        foreach (var slot in _scene.Slots.Slots.Where(s => s.Label.Length == words.Count && words.All(w => s.Label.Any(l => Phrase.SameStem(l, w)))))
        {
            if (Scene.IsField(slot.Value) || _scene.Records.Around(slot.Value).Any(r => r.Group is { IsTable: true } or { Heads.Count: > 0 }))
                continue;
            if (int.TryParse(TextOf(slot).Trim().Replace(",", "", StringComparison.Ordinal), out var number))
                numbers.Add((number, slot.Value));
            else
                return null;
        }

        return numbers.Select(n => n.Number).Distinct().ToList() is [var told] ? Ruling.Of(amount.Fits(told), text, $"it says {told}", numbers[0].Node) : null;
    }

    /// <summary>"LN-KVB is due before LN-TRO", "A was opened later than B": the values of the column of that name are compared.</summary>
    private Ruling? BeforeByColumn(List<ClaimToken> subject, List<ClaimToken> obj)
    {
        var at = obj.FindIndex(t => t.Is("before", "after", "earlier", "later", "sooner"));
        if (at is < 1 or > 2 || at + 1 >= obj.Count || obj[..at].Any(t => t.IsQuoted || t.HasDigit))
            return null;
        var other = obj[(at + 1)..].Where((t, i) => !(i == 0 && t.Is("than"))).ToList();
        if (other.Count == 0 || obj[at].Is("earlier", "later", "sooner") && !obj[at + 1].Is("than"))
            return null;
        var words = NounWords(obj[..at]);
        var expected = $"{ClaimToken.Join(subject)} is {ClaimToken.Join(obj)}";
        if (words.Length == 0 || RecordUnder(subject, g => g.Heads.Where(h => _scene.Tokens(h) is { Count: > 0 } own && SameWord(own[0], words[0]) && own.Count <= words.Length + 2).ToList() is [var one] ? one : null) is not var (record, head, group) || CellUnder(record, head) is not { } cell)
            return null;
        DateOnly? Date(string text) => SortKey.Read(text.Split('(')[0].Trim()).Date;
        if (Date(_scene.ShownText(cell)) is not { } mine)
            return null;
        DateOnly theirs;
        UiNode? beside = null;
        if (Date(RawText(other)) is { } literal)
            theirs = literal;
        else if (RecordIn(group, other) is { } right && !ReferenceEquals(right, record) && CellUnder(right, head) is { } second && Date(_scene.ShownText(second)) is { } date)
            (theirs, beside) = (date, second);
        else
            return null;
        var before = obj[at].Is("before", "earlier", "sooner");
        return Ruling.Of(before ? mine < theirs : mine > theirs, expected, $"'{Says(cell)}' and '{(beside is null ? RawText(other) : Says(beside))}'", beside is null ? [cell] : [cell, beside]).Telling(obj[..at].Select(t => t.Text));
    }

    /// <summary>"T4 holds 2,400 litres of Pale Ale", "A has 12 seats": the number under the column called like its unit.</summary>
    private Ruling? UnderUnit(List<ClaimToken> subject, List<ClaimToken> obj, string text)
    {
        if (obj.Count < 2 || !obj[0].HasDigit || obj[0].IsQuoted || obj[1].IsQuoted || obj[1].HasDigit || !ValueText.TryNumber(obj[0].Text, out var claimed))
            return null;
        if (RecordUnder(subject, g => HeadCalled(g, Phrase.Tokens(obj[1].Text))) is not { } match || CellUnder(match.Record, match.Head) is not { } cell || !ValueText.TryQuantity([.. _scene.Tokens(cell)], out var actual, out _))
            return null;
        var number = Ruling.Of(actual == claimed, text, $"it is '{Says(cell)}'", cell);
        if (obj.Count == 2)
            return number;
        return obj[2].Is("of") && obj.Count > 3 ? Ruling.All([number, RegionHas(new([match.Record], null), obj[3..])]) : null;
    }
}
