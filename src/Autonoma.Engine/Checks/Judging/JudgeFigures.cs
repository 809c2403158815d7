using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>Figures told in a sentence: "68 % of the budget is used", "the highest temperature is 37.9", "the badge next to Inbox reads 3", "a red 'lost' badge", "the status of Ann is Approved".</summary>
internal sealed partial class Judge
{
    private static readonly string[] StatusNouns = ["status", "state", "stage", "phase"];

    /// <summary>Nouns that only say that something is counted.</summary>
    private static readonly HashSet<string> Counters = new(StringComparer.Ordinal) { "people", "persons", "person", "items", "item", "units", "unit", "pieces", "piece", "pcs", "entries", "entry", "ones", "times", "records", "pieces", "heads", "copies" };

    /// <summary>Said in a sentence what the page tells as a label with its figure; null when it is nothing of that.</summary>
    private Ruling? Figure(Clause clause) => clause.Subject.Count == 0 || clause.Object.Count == 0 ? null
        : ShareOf(clause) ?? PiecesOf(clause) ?? MostOf(clause) ?? BadgeBeside(clause) ?? StatusOf(clause) ?? FiguresUnder(clause);

    /// <summary>Whether a condition tells what goes on ("while the slots are searched") rather than how something stands that the page shows: that must be seen to be so.</summary>
    public bool IsStory(Clause condition) => !condition.Negated && !condition.Subject.Concat(condition.Object).Any(t => t.IsQuoted || t.HasDigit) && condition.Object.Exists(t => !_scene.HasWord(t.Text) && !Accounting.IsOfLanguage(t.Text));

    /// <summary>"68% of the repair budget is used": the figure "Repair budget used" reads 68 %.</summary>
    private Ruling? ShareOf(Clause clause)
    {
        var subject = clause.Subject;
        if (clause.Verb != ClaimVerb.Be || subject.Count < 3 || !subject[0].HasDigit || subject[0].IsQuoted)
            return null;
        var of = subject[0].Text.EndsWith('%') ? 1 : subject[1].Is("%", "percent") ? 2 : -1;
        if (of < 0 || of + 1 >= subject.Count || !subject[of].Is("of") || !ValueText.TryQuantity(Phrase.Tokens(subject[0].Text.TrimEnd('%')), out var share, out _))
            return null;
        var words = NounWords(subject[(of + 1)..]).Concat(NounWords(clause.Object)).Where(w => w is not "up").ToList();
        var slots = _scene.Slots.Slots.Where(s => s.Strength > 1 && s.Label.Length == words.Count && words.TrueForAll(w => s.Label.Any(l => Phrase.SameStem(l, w)))).ToList();
        var figures = slots.Select(s => (Text: TextOf(s), s.Value)).Where(f => f.Text.Contains('%', StringComparison.Ordinal) || f.Value.Role is "progressbar" or "meter").Select(f => (Number: ValueText.TryQuantity(Phrase.Tokens(f.Text.Replace("%", "", StringComparison.Ordinal)), out var number, out _) ? number : (decimal?)null, f.Value)).ToList();
        return figures.Count > 0 && figures.Select(f => f.Number).Distinct().ToList() is [{ } told] ? Ruling.Of(told == share, clause.Text, $"it is {told} %", figures[0].Value).NotIf(clause.Negated) : null;
    }

    /// <summary>"7 articles are in storage", "11 articles have been handed out": the figure that is called just so.</summary>
    private Ruling? CountLabelledSo(Clause clause)
    {
        if (clause.Verb != ClaimVerb.Be || clause.Negated || clause.Object.Count is 0 or > 3 || clause.Object.Exists(t => t.IsQuoted || t.HasDigit) || CountsOf(clause.Subject) is not { Noun: [{ IsQuoted: false } noun] } amount || !_scene.SpeaksOf(noun.Text))
            return null;
        var words = clause.Object.SelectMany(t => Phrase.Tokens(t.Text)).ToArray();
        string[] whole = [.. Phrase.Tokens(noun.Text), .. words];
        var slots = _scene.Slots.Slots.Where(s => s.Strength > 1 && !Scene.IsField(s.Value) && (Phrase.Equal(s.Label, words) || Phrase.Equal(s.Label, whole))).Select(s => (Text: TextOf(s), s.Value, s.Label)).Where(s => s.Text.Length > 0 && s.Text.All(char.IsDigit)).DistinctBy(s => s.Text).ToList();
        slots = slots.FindAll(s => Phrase.Equal(s.Label, whole) || IsAbout(s.Value, noun.Text));
        return slots is [var slot] && int.TryParse(slot.Text, out var number) ? Ruling.Of(amount.Fits(number), clause.Text, $"{string.Join(' ', words)}: {number}", slot.Value) : null;
    }

    /// <summary>Whether a figure can be one of these things: what stands over it names them, or no other things ("Tickets"; "Job 17" is what they are of).</summary>
    private bool IsAbout(UiNode figure, string noun)
    {
        var heads = HeadWords(figure).ToList();
        return heads.Exists(w => Phrase.SameStem(w, noun)) || !heads.Exists(w => w.EndsWith('s') && Phrase.Stem(w) != w && EntryNouns.Contains(w));
    }

    private IEnumerable<string> HeadWords(UiNode node) => _scene.Heads.Over(node).SelectMany(h => h.Head is null ? _scene.NameTokens(h.Scope) : _scene.Length(h.Head) <= 8 ? [.. _scene.Tokens(h.Head)] : []);

    /// <summary>"54 pieces of GL-3101 are available": what stands under Available in its entry.</summary>
    private Ruling? PiecesOf(Clause clause)
    {
        var subject = clause.Subject;
        if (clause.Verb != ClaimVerb.Be || subject.Count < 4 || !subject[0].HasDigit || subject[0].IsQuoted || !subject[0].Text.All(char.IsDigit) || !Counters.Contains(subject[1].Text) || !subject[2].Is("of") || _resolver.RecordsOf(Read(subject[3..]), rowsOnly: true) is not [var match])
            return null;
        var words = NounWords(clause.Object);
        var slots = words.Length == 0 ? [] : _scene.Slots.Slots.Where(s => s.Strength >= 3 && match.Record.IsSelfOrAncestorOf(s.Value) && s.Label.Length == words.Length && s.Label.Zip(words).All(p => Phrase.SameStem(p.First, p.Second))).DistinctBy(s => s.Value).ToList();
        return slots is [var slot] && int.TryParse(TextOf(slot), out var number) ? Ruling.Of(subject[0].Text == number.ToString(System.Globalization.CultureInfo.InvariantCulture), clause.Text, $"{string.Join(' ', slot.Label)}: {number}", slot.Value).Telling(subject[1].Text).NotIf(clause.Negated) : null;
    }

    /// <summary>"shows '2 · 210 k€' in its header": said in that part of the page, but not in one of its entries.</summary>
    private Ruling? InItsHead(Clause clause)
    {
        if (clause.Negated || clause.Verb is not (ClaimVerb.Show or ClaimVerb.Contain or ClaimVerb.Have or ClaimVerb.Read) || clause.Object is not [{ IsQuoted: true } text, { } preposition, { } its, { } head] || !preposition.Is("in", "on") || !its.Is("its", "the", "their") || !head.Is("header", "head", "heading", "title", "caption") || RegionsOf(clause.Subject) is not [var region])
            return null;
        var words = Phrase.Tokens(text.Raw);
        var said = words.Length == 0 ? null : region.Parts.SelectMany(p => _scene.Find(words, p)).Select(p => _scene.Exactly(p, words.Length)).FirstOrDefault(n => n is not null && !_scene.Records.Around(n).Any(r => r.Group.IsStructured && region.Parts.Any(p => !ReferenceEquals(p, r.Record) && p.IsSelfOrAncestorOf(r.Record))));
        return said is null ? null : Ruling.Held(clause.Text, $"it says '{Says(said)}'", said);
    }

    /// <summary>"The highest temperature in the table is 37.9": the most that the column of that name holds.</summary>
    private Ruling? MostOf(Clause clause)
    {
        var subject = DropFirst(clause.Subject, "the");
        if (clause.Verb is not (ClaimVerb.Be or ClaimVerb.Read) || !clause.Object.Exists(t => t.HasDigit) || TakeExtreme(subject) is not { Measure: Measure.Named } extreme || extreme.Noun.Count == 0)
            return null;
        var cut = extreme.Noun.FindIndex(t => t.Is("in", "of", "on", "among"));
        var attribute = cut > 0 ? extreme.Noun[..cut] : extreme.Noun;
        var place = cut > 0 ? extreme.Noun[(cut + 1)..] : [];
        if (attribute.Exists(t => t.IsQuoted || t.IsMark) || !NounWords(place).All(w => Coverage.IsClassifier(w) || KindWords.TryKind(w, out _) || _scene.SpeaksOf(w)))
            return null;
        var columns = _scene.Records.Groups.Where(g => Shown(g).Count > 1 && g.Heads.Count(h => HeadIs(h, attribute)) == 1).Select(g => (Group: g, Values: Values(g, extreme with { Attribute = attribute, Noun = [] }))).ToList();
        if (columns is not [{ Values: { } values, Group: var group }])
            return null;
        var at = 0;
        for (var i = 1; i < values.Count; i++)
        {
            if (extreme.Up ? values[i].CompareTo(values[at]) > 0 : values[i].CompareTo(values[at]) < 0)
                at = i;
        }

        return Ruling.Of(ValueText.Equal(RawText(clause.Object), values[at].Text) || SortKey.Read(RawText(clause.Object)) is { Number: { } claimed, Unit: "" } && claimed == values[at].Number, clause.Text, $"it is '{values[at].Text}'", Shown(group)[at])
            .Telling([subject[0].Text, .. NounWords(attribute)]).NotIf(clause.Negated);
    }

    /// <summary>"The badge next to Approvals reads 3": the one number in or right beside the link, button or tab of that name.</summary>
    private Ruling? BadgeBeside(Clause clause)
    {
        var subject = DropFirst(clause.Subject, "the", "a");
        if (clause.Verb is not (ClaimVerb.Be or ClaimVerb.Read or ClaimVerb.Show) || clause.Object is not [{ HasDigit: true, IsQuoted: var isQuoted } digits] || isQuoted && !digits.Text.All(char.IsDigit) || !digits.Text.All(char.IsDigit))
            return null;
        var beside = subject.FindIndex(t => t.Is("next", "beside", "at", "on", "behind", "after", "near"));
        if (beside < 1 || !subject[..beside].Exists(t => t.Is("badge", "bubble", "counter", "pill", "number", "count")) || subject[..beside].Exists(t => t.IsQuoted || !t.Is("badge", "bubble", "counter", "pill", "number", "count", "small", "red", "notification")))
            return null;
        var name = NounWords(subject[(beside + 1)..].Where(t => !t.Is("to", "entry", "item", "link", "menu", "tab", "button", "heading", "title") || t.IsQuoted));
        if (name.Length == 0)
            return null;
        var anchors = _scene.Find(name).Select(p => _scene.OwnerAt(p)).Distinct().ToList();
        var found = new List<(UiNode Node, string Text)>();
        foreach (var anchor in anchors)
        {
            // As far out as nothing else has come in than the name and one number.
            for (var block = anchor.IsText ? anchor.Parent : anchor; block is not null && _scene.Length(block) <= name.Length + 1; block = block.Parent)
            {
                if (_scene.Length(block) == name.Length + 1 && block.Descendants().LastOrDefault(n => !n.IsText && _scene.IsShown(n) && _scene.Length(n) == 1 && _scene.TokenAt(_scene.Start(n)).All(char.IsDigit)) is { } badge)
                    found.Add((badge, _scene.TokenAt(_scene.Start(badge))));
            }
        }

        return found.Count > 0 && found.Select(f => f.Text).Distinct().Count() == 1 ? Ruling.Of(found[0].Text == digits.Text, clause.Text, $"it reads '{found[0].Text}'", found[0].Node).Telling(subject[..beside].Select(t => t.Text)).NotIf(clause.Negated) : null;
    }

    private static (ClaimToken Noun, List<ClaimToken> Owner) StatusOwner(List<ClaimToken> subject)
        => subject.Count < 3 ? (subject[0], []) : subject[0].Is(StatusNouns) && subject[1].Is("of") ? (subject[0], subject[2..]) : subject[^1].Is(StatusNouns) && subject[^2].Is("'s") ? (subject[^1], subject[..^2]) : (subject[0], []);

    /// <summary>"The status of Ann is Approved": nothing on the page is called status, and the entry of Ann says that in a badge or text of its own.</summary>
    private Ruling? StatusOf(Clause clause)
    {
        var subject = DropFirst(clause.Subject, "the");
        if (clause.Negated || clause.Verb is not (ClaimVerb.Be or ClaimVerb.Read or ClaimVerb.Show) || subject.Count < 3)
            return null;
        var (noun, owner) = StatusOwner(subject);
        if (owner.Count == 0 || _scene.Slots.Slots.Any(s => s.Label.Any(l => Phrase.SameStem(l, noun.Text))) || _scene.Records.Groups.Any(g => g.Heads.Exists(h => _scene.HasStem(h, noun.Text))))
            return null;
        // A badge in that entry, not what a button in it would do or what else it tells.
        var words = Phrase.Tokens(RawText(clause.Object));
        if (words.Length == 0 || EntryOf(Read(owner)) is not { } entry || _scene.Length(entry) > 40)
            return null;
        var says = _scene.Find(words, entry).Where(p => !IsDenied(p)).Select(p => _scene.Exactly(p, words.Length)).FirstOrDefault(n => n is not null && n.Ancestors().Prepend(n).TakeWhile(a => !ReferenceEquals(a, entry)).ToList() is var around && !around.Exists(Scene.IsControl) && IsBadge(n));
        return says is null ? null : Ruling.Held(clause.Text, $"it says '{Says(says)}'", says).Telling(noun.Text);
    }

    /// <summary>"The cards at the top show '3 of 6' on the road and 3 in the workshop": each figure stands under the label that follows it.</summary>
    private Ruling? FiguresUnder(Clause clause)
    {
        if (clause.Verb is not (ClaimVerb.Show or ClaimVerb.Read or ClaimVerb.Have) || clause.Negated || !clause.Subject.Exists(t => t.Is("cards", "tiles", "figures", "counters", "boxes", "numbers", "totals", "summary", "overview", "header", "dashboard", "statistics")) || clause.Subject.Exists(t => t.IsQuoted || t.HasDigit))
            return null;
        var items = Items(clause.Object);
        if (items.Count == 0 || items.Exists(i => i.Count < 2 || !(i[0].IsQuoted || i[0].HasDigit)))
            return null;
        var rulings = new List<Ruling>();
        foreach (var item in items)
        {
            var words = item[1..].SelectMany(t => Phrase.Tokens(t.Text)).ToArray();
            if (_scene.Slots.Slots.Where(s => s.Strength > 1 && Phrase.Equal(s.Label, words)).DistinctBy(s => s.Value).ToList() is not [var slot])
                return null;
            rulings.Add(Ruling.Of(Holds(slot, item[0].Raw, TextMode.Whole, item[0].IsQuoted), $"{ClaimToken.Join(item[1..])}: {item[0].Raw}", $"it reads '{Short(TextOf(slot))}'", slot.Value));
        }

        return Ruling.All(rulings);
    }

    /// <summary>"is driven by Ann", "is owned by B": whom the column or label names that is called after the deed ("Driver", "Owner"); null when there is none.</summary>
    private Ruling? ByAgent(List<ClaimToken> subject, List<ClaimToken> obj)
    {
        if (obj.Count < 3 || obj[0].IsQuoted || obj[0].Text.Length < 5 || !obj[1].Is("by", "to") || !obj[0].Text.EndsWith("ed", StringComparison.Ordinal) && !obj[0].Text.EndsWith("en", StringComparison.Ordinal) || _resolver.RecordsOf(Read(subject), rowsOnly: true) is not [var match])
            return null;
        var root = obj[0].Text[..^2].TrimEnd('i');
        bool IsCalledSo(string label) => label.Length >= root.Length + 1 && label.Length <= root.Length + 4 && label.StartsWith(root, StringComparison.Ordinal) && label[root.Length..].TrimStart(root[^1]) is "er" or "or" or "r" or "ee" or "ed" or "d" or "n" or "en";
        var slots = _scene.Slots.Slots.Where(s => s.Strength >= 3 && match.Record.IsSelfOrAncestorOf(s.Value) && s.Label is [var label] && IsCalledSo(label)).DistinctBy(s => s.Value).ToList();
        return slots is [var slot] ? Ruling.Of(ValueText.Equal(RawText(obj[2..]), TextOf(slot)), $"{ClaimToken.Join(subject)} is {ClaimToken.Join(obj)}", $"{slot.Label[0]}: {Short(TextOf(slot))}", slot.Value).Telling(obj[0].Text) : null;
    }

    /// <summary>"carries a red 'lost' badge": the mark of those words in the entry, in that colour; null when no mark is spoken of.</summary>
    private Ruling? PaintedMark(List<ClaimToken> subject, List<ClaimToken> obj, string text)
    {
        if (obj.Count is < 3 or > 5 || !obj[^1].Is("badge", "tag", "label", "chip", "pill", "marker", "lozenge") || obj[0].IsQuoted || obj[0].IsCapital || ColorWords.Canonical(obj[0].Text) is not { } color)
            return null;
        var words = Phrase.Tokens(RawText(obj[1..^1]));
        if (words.Length == 0 || EntryOf(Read(subject)) is not { } record)
            return null;
        var marks = _scene.Find(words, record).Select(p => _scene.Exactly(p, words.Length)).OfType<UiNode>().Select(n => n.IsText ? n.Parent! : n).Where(n => !Scene.IsControl(n)).Distinct().ToList();
        return marks is [var mark] ? Ruling.Of(Wears(mark, color, PaintPart.Any), text, $"its colours are {Colours(mark)}", mark) : null;
    }

    // The amount stands in that part, whole, but not in one of its entries.
    private Ruling AmountIn(Region part, List<ClaimToken> amount, string text)
    {
        var node = part.Parts.SelectMany(p => WholeNumbers(p, RawText(amount))).FirstOrDefault(n => !_scene.Records.Around(n).Any(r => r.Group.IsStructured && r.Group.Records.Count > 0 && part.Parts.Any(p => !ReferenceEquals(p, r.Record) && p.IsSelfOrAncestorOf(r.Record))));
        return node is null ? Ruling.Unknown(text, $"'{RawText(amount)}' is not said of it") : Ruling.Held(text, $"it says '{Says(node)}'", node);
    }

    /// <summary>"5 persons" beside a bare 5: the noun says only that something is counted.</summary>
    private bool IsSameCount(string text, string expected)
    {
        if (Phrase.Tokens(expected) is not [var number, var counter] || !Counters.Contains(counter) || !number.All(char.IsDigit) || text.Trim() != number)
            return false;
        _told.Add(counter);
        return true;
    }
}
