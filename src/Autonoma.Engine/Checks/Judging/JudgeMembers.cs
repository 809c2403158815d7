using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>What entries of a list or table say in a text of their own: "only X is full", "two articles come from Nordlab", "X is marked Delayed", "the chip of X reads Weak".</summary>
internal sealed partial class Judge
{
    private static readonly string[] MarkWords = ["badge", "chip", "tag", "pill", "label", "ribbon", "flag", "marker", "sticker"];
    private static readonly string[] MarkedWords = ["marked", "tagged", "flagged", "labelled", "labeled", "badged", "stamped"];

    private Ruling? OfMembers(Clause clause) => OnlyOne(clause) ?? CountOfMembers(clause) ?? MarkOf(clause);

    /// <summary>Whether one of the record's texts is just that; null when it says so among other words, so that it cannot be told.</summary>
    private bool? Says(UiNode record, IReadOnlyList<ClaimToken> words)
    {
        var tokens = Phrase.Tokens(RawText(words));
        if (tokens.Length == 0)
            return null;
        if (SwitchSays(record, tokens) is { } switched)
            return switched;
        // What is struck through may be what it does not have, or what is done.
        if (_scene.Find(tokens, record).ToList() is { Count: > 0 } places && places.TrueForAll(p => IsStruckAt(p)))
            return null;
        // What a button says is what it would do: it may be a mark that can be pressed, which cannot be told.
        if (Leads(record, tokens) && _scene.Find(tokens, record).Where(p => _scene.Exactly(p, tokens.Length) is not null).All(p => InButton(_scene.OwnerAt(p), record)))
            return null;
        if (Leads(record, tokens) || words.Any(t => t.HasDigit) && WholeNumbers(record, RawText(words)).Any())
            return true;
        // "by Noor Haddad, 11 Feb · for review": a part of a line, parted from the others.
        if (Texts(record).Concat(record.Descendants().Where(n => n.IsText && _scene.IsShown(n) && !InButton(n, record)).Select(n => n.OwnText)).SelectMany(t => t.Split(", ")).Any(part => Phrase.Tokens(part) is var said && (Phrase.Equal(said, tokens) || said.Length > 1 && said[0] is "by" or "with" or "from" or "at" or "in" && Phrase.Equal(said[1..], tokens))))
            return true;
        return _scene.Contains(record, tokens) && !OnlyInControls(record, tokens) ? null : false;
    }

    /// <summary>How the switch or box of just that name stands in the record: its caption alone says nothing; null when there is none.</summary>
    private bool? SwitchSays(UiNode record, IReadOnlyList<string> words)
        => _scene.Length(record) > words.Count && record.Descendants().FirstOrDefault(n => !n.IsText && _scene.IsPresent(n) && (n.Checked is not null || n.Pressed is not null) && n.Role is not ("radio" or "option") && Phrase.Equal(_scene.NameTokens(n), words)) is { } box ? (box.Checked ?? box.Pressed) == TriState.On : null;

    private static bool InButton(UiNode node, UiNode record) => node.Ancestors().Prepend(node).TakeWhile(a => !ReferenceEquals(a, record)).Any(a => a.Role is "button" or "menuitem");

    private bool OnlyInControls(UiNode record, string[] tokens) => _scene.Find(tokens, record).All(p => _scene.OwnerAt(p).Ancestors().TakeWhile(a => !ReferenceEquals(a, record)).Any(Scene.IsControl));

    /// <summary>The one list or table with entries of which some say just the end of what is claimed of them, the longest end that any says; null entries cannot be told.</summary>
    private (List<ClaimToken> Said, List<bool?> Which)? SaidBy(RecordGroup group, List<ClaimToken> predicate) => SaidBy(Shown(group), predicate);

    private (List<ClaimToken> Said, List<bool?> Which)? SaidBy(List<UiNode> records, List<ClaimToken> predicate)
    {
        for (var from = 0; from < predicate.Count; from++)
        {
            // What stands before it joins it to the subject, or is a word of the page ("at level A1"): anything else says more than the entry does ("at least Gold", "not Gold").
            if (from > 0 && !Joins(predicate[from - 1]))
                return null;
            if (from > 0 && predicate[from - 1].IsMark || predicate[from].Is("the", "a", "an", "of", "in", "on", "at", "by", "from", "to", "with", "for", "as") && from + 1 < predicate.Count)
                continue;
            var said = predicate[from..];
            var which = records.Select(r => Says(r, said)).ToList();
            if (which.Contains(true))
                return (said, which);
        }

        return null;
    }

    private static readonly string[] Limiting = ["least", "most", "almost", "nearly", "barely", "partly", "only", "just", "than", "off", "until", "since", "except", "but", "without"];

    private bool Joins(ClaimToken token)
        => !token.IsQuoted && (token.IsMark || token.Is("the", "a", "an", "of", "in", "on", "at", "by", "from", "to", "with", "for", "as") || token.Is(MarkWords) || token.Is(MarkedWords)
            || !token.Is(Limiting) && !token.Is(Prepositions) && Phrase.Tokens(token.Text).All(w => !DenialWords.Contains(w) && (_scene.SpeaksOf(w) || _scene.SpeaksOfFormOf(w))));

    /// <summary>"Only X is full", "only X is not done": X is, and no other entry of its list or table.</summary>
    private Ruling? OnlyOne(Clause clause)
    {
        if (clause.Subject.Count < 2 || !clause.Subject[0].Is("only") || clause.Verb is not (ClaimVerb.Be or ClaimVerb.Have or ClaimVerb.Contain) || clause.Object.Count == 0)
            return null;
        // "Only Ann and Bob have": one of several of whom it is said together.
        if (clause.VerbText is "have" or "are" or "were" or "contain" or "show")
            return null;
        var name = DropFirst(clause.Subject[1..], "the");
        if (name.Count == 0 || CountsOf(name) is not null || name.Any(t => t.Is("and", "or", "of", "with")) || RecordCalled(name) is not var (record, group))
            return null;
        var records = Shown(group);
        var expected = $"only {ClaimToken.Join(name)} is {(clause.Negated ? "not " : "")}{ClaimToken.Join(clause.Object)}";
        List<bool?> which;
        if (clause.Object is [{ IsQuoted: false } quality] && Answers(group, quality.Text) is { } answers)
            which = [.. answers.Select(a => (bool?)(a.Yes != clause.Negated))];
        else if (!clause.Negated && SaidBy(group, clause.Object) is { } said)
            which = said.Which;
        else
            return null;
        var at = records.IndexOf(record);
        if (at < 0)
            return null;
        if (which[at] == false)
            return Ruling.Failed(expected, $"'{Short(_scene.ShownText(record))}' does not say so", record);
        if (which.Where((w, i) => i != at).Any(w => w == true))
            return Ruling.Failed(expected, $"{which.Count(w => w == true)} say so", record);
        return which.TrueForAll(w => w is not null) ? Ruling.Held(expected, $"of {records.Count}, only '{Short(_scene.ShownText(record))}' says so", record) : Ruling.Unknown(expected, "others may say so in other words");
    }

    /// <summary>"Two articles come from Nordlab", "three courses are at level A1": so many entries say just that.</summary>
    private Ruling? CountOfMembers(Clause clause)
    {
        if (clause.Negated || clause.Verb is not (ClaimVerb.Be or ClaimVerb.Have or ClaimVerb.Belong) || clause.Object.Count == 0 || clause.Subject.Count == 0)
            return null;
        var isAll = clause.Subject[0].Is("all", "every", "each");
        // "Two of the six claims are Motor": so many of them, and there are as many as it says.
        var whole = -1;
        if (clause.Subject is [{ IsQuoted: false } few, { } of, ..] && of.Is("of") && NumberWords.TryCardinal(few.Text, out _))
        {
            var among = clause.Subject.Skip(2).SkipWhile(t => t.Is("the", "these", "those", "all")).ToList();
            if (among.Count > 1 && NumberWords.TryCardinal(among[0].Text, out var all))
                (whole, among) = (all, among[1..]);
            var last = clause.Object[^1];
            var says = clause.Object.Count > 1 && among.Count == 1 && !last.IsQuoted && Phrase.SameStem(last.Text, among[0].Text) ? clause.Object[..^1] : clause.Object;
            clause = clause with { Subject = [few, .. among], Object = says };
        }

        var amount = isAll ? new Amount("=", -1, [.. clause.Subject.Skip(1).SkipWhile(t => t.Is("the", "of"))]) : CountsOf(clause.Subject);
        if (amount is null || amount.Noun.Count != 1 || amount.Noun[0].IsQuoted)
            return null;
        var group = OnlyListThatSays(amount.Noun[0], clause.Object) ?? GroupFor(Read(amount.Noun), null) ?? OnlyTable(amount.Noun[0]);
        if (group is not { IsStructured: true } || Shown(group).Count < 2 || SaidBy(group, clause.Object) is not { } said)
            return null;
        if (whole >= 0 && (whole != Shown(group).Count || GoesOn(Shown(group))))
            return Ruling.Unknown(clause.Text, $"{Shown(group).Count} are listed");
        if (said.Which.Exists(w => w is null))
            return Ruling.Unknown(clause.Text, "some may say so in other words");
        // The same words under two heads say two things.
        if (group.Heads.Count > 0 && Phrase.Tokens(RawText(said.Said)) is var tokens && Shown(group).SelectMany(r => _scene.Find(tokens, r).Where(p => _scene.Exactly(p, tokens.Length) is not null).Select(p => _scene.Records.HeadOf(_scene.OwnerAt(p)))).Distinct().Count() > 1)
            return Ruling.Unknown(clause.Text, "several columns say so");
        var count = said.Which.Count(w => w == true);
        return Ruling.Of(isAll ? count == said.Which.Count : amount.Fits(count), clause.Text, $"{count} of {said.Which.Count} are", [.. Shown(group).Where((_, i) => said.Which[i] == true).Take(12)]);
    }

    /// <summary>Whatever the page calls them: "entries" are those of the one list or table of which some say it.</summary>
    private RecordGroup? OnlyListThatSays(ClaimToken noun, List<ClaimToken> predicate)
        => noun.Is("entries", "items", "records", "rows") && _scene.Records.Groups.Where(g => g.IsStructured && Shown(g).Count > 1 && !OnlyControls(g) && SaidBy(g, predicate) is not null).ToList() is [var only] ? only : null;

    /// <summary>The one table with heads on the page, where the page itself has the word for what it lists.</summary>
    private RecordGroup? OnlyTable(ClaimToken noun)
        => !noun.IsQuoted && Phrase.Tokens(noun.Text).All(_scene.HasWord) && _scene.Records.Groups.Where(g => g.Heads.Count > 1 && Shown(g).Count > 1).ToList() is [var only] ? only : null;

    /// <summary>"X is marked Delayed", "X carries the badge Stopped", "the chip of X reads Weak": a text of the entry of X is just that.</summary>
    private Ruling? MarkOf(Clause clause)
    {
        List<ClaimToken> name;
        List<ClaimToken> mark;
        var subject = DropFirst(clause.Subject, "the");
        var obj = DropFirst(clause.Object, "the", "a", "an");
        if (clause.Verb == ClaimVerb.Be && obj.Count > 1 && obj[0].Is(MarkedWords))
            (name, mark) = (subject, DropFirst(obj[1..], "as", "with"));
        else if (clause.Verb is ClaimVerb.Have or ClaimVerb.Contain or ClaimVerb.Show && obj.Count > 1 && obj[0].Is(MarkWords))
            (name, mark) = (subject, obj[1..]);
        // "carries the ops tag"
        else if (clause.Verb is ClaimVerb.Have or ClaimVerb.Contain or ClaimVerb.Show && obj.Count is 2 or 3 && obj[^1].Is(MarkWords) && !obj.Exists(t => t.Is("and", "or", "no", ",")))
            (name, mark) = (subject, obj[..^1]);
        else if (clause.Verb is ClaimVerb.Be or ClaimVerb.Read or ClaimVerb.Show && subject.Count > 2 && subject[0].Is(MarkWords) && subject[1].Is("of", "on", "for"))
            (name, mark) = (subject[2..], obj);
        // "Blue tang is in quarantine", where its card says so and no part of the page is called that.
        else if (clause.Verb == ClaimVerb.Be && obj.Count > 1 && obj[0].Is("in", "on", "under") && !obj.Exists(t => t.HasDigit) && RegionsOf(obj[1..]).Count == 0)
            (name, mark) = (subject, obj[1..]);
        else
            return null;
        name = DropFirst(name, "the");
        // A mark without words is told by what it looks like.
        if (name.Count == 0 || mark.Count == 0 || name[0].Is("only", "all", "every", "each", "both", "no", "none") || CountsOf(name) is not null || mark.TrueForAll(t => !t.IsQuoted && Language.ColorWords.Canonical(t.Text) is not null))
            return null;
        var marks = Items(mark);
        var names = Items(name);
        if (names.Select(RecordCalled).ToList() is not { Count: > 0 } records || records.Exists(r => r is null))
            return null;
        var expected = $"{ClaimToken.Join(name)}: {ClaimToken.Join(mark)}";
        var rulings = new List<Ruling>();
        foreach (var (record, group) in records.Select(r => r!.Value))
        {
            foreach (var one in marks)
            {
                var says = Says(record, one);
                if (says == true)
                    rulings.Add(Ruling.Held(expected, $"'{Short(_scene.ShownText(record))}' says so", record));
                else if (says == false && Shown(group).Exists(r => Says(r, one) == true))
                    rulings.Add(Ruling.Failed(expected, $"'{Short(_scene.ShownText(record))}' does not say so, others do", record));
                else
                    return null;
            }
        }

        return Ruling.All(rulings).NotIf(clause.Negated);
    }

    /// <summary>Whether a text of the record is just these words; "The lighthouse cook" may begin with an article.</summary>
    private bool IsCalled(UiNode record, List<ClaimToken> name)
        => Leads(record, Phrase.Tokens(RawText(name))) || (name[0].Is("the") ? name.Count > 1 && Leads(record, Phrase.Tokens(RawText(name[1..]))) : Leads(record, ["the", .. Phrase.Tokens(RawText(name))]));

    /// <summary>The one entry of a list or table that is called so: by a text of just these words, or by all of them together.</summary>
    private (UiNode Record, RecordGroup Group)? RecordCalled(List<ClaimToken> name)
    {
        var words = DropFirst(name, "the");
        var tokens = Phrase.Tokens(RawText(words));
        if (tokens.Length == 0)
            return null;
        var found = new List<(UiNode Record, RecordGroup Group)>();
        foreach (var group in _scene.Records.Groups.Where(g => g.IsStructured && Shown(g).Count > 1 && !OnlyControls(g)))
        {
            var led = Shown(group).Where(r => IsCalled(r, name)).ToList();
            if (led.Count > 1)
                return null;
            if (led is [var one])
                found.Add((one, group));
        }

        // "the 08:15 departure": its name, and what kind of thing it is.
        if (found.Count == 0 && words.Count > 1 && !words[^1].IsQuoted && !words[^1].IsCapital && words[^1].Text.All(char.IsLetter))
            return RecordCalled(words[..^1]);
        found = [.. found.Where(f => !found.Any(o => !ReferenceEquals(o.Record, f.Record) && f.Record.IsSelfOrAncestorOf(o.Record)))];
        if (found is [var only])
            return only;
        if (found.Count > 0 || words.Count < 2)
            return null;
        return _resolver.RecordsOf(Read(words), rowsOnly: true) is [var match] && Shown(match.Group).Count > 1 && words.Where(t => !t.Is(Prepositions) && !t.Is("the", "a", "an")).All(t => Phrase.Tokens(t.Text).All(w => _scene.HasStem(match.Record, w))) ? match : null;
    }
}
