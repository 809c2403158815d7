using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>
/// What an entry tells, said in a sentence of one's own: "HX-04 delivered 2,350 kg of paper", "the second course is taught by Ann", "the ferry to Port Lorne takes 30 minutes". Every part of what is
/// said is a text of the entry, whole, or a word of its labels; a verb that tells an outcome, a figure without its unit and one of two figures of a kind are not enough.
/// </summary>
internal sealed partial class Judge
{
    /// <summary>One thing that the entry says.</summary>
    /// <param name="Node">Where.</param>
    /// <param name="Labels">Words of its column or label.</param>
    /// <param name="Before">The word that leads it in the claim: by, from, at.</param>
    /// <param name="Text">As the claim has it.</param>
    private sealed record Fact(UiNode Node, IReadOnlyList<string> Labels, string Before, string Text);

    private static readonly HashSet<string> FactWords = new(StringComparer.Ordinal) { "the", "a", "an", "of", "in", "on", "at", "for", "to", "from", "with", "by", "and", "its", "their", "his", "her", "as", "per", "each", "has", "is", "are", "was", "were", "been", "it", ",", ":", "'s" };

    private static readonly string[] BeginWords = ["start", "begin", "depart", "leav", "open", "join", "from", "since", "board", "dep", "check-in", "member"];

    private static readonly string[] EndWords = ["end", "finish", "arriv", "clos", "expir", "stop", "until", "till", "due", "deadline", "return", "back", "arr", "valid", "land", "check-out"];

    /// <summary>The claim as a sentence about one entry; null when it is none or the entry does not say all of it.</summary>
    private Ruling? EntryTells(Clause clause)
    {
        if (clause.Negated || clause.IsExistential || clause.IsNoLonger || clause.Subject.Count == 0)
            return null;
        if (clause.Quantifier == "bare")
        {
            for (var i = 1; i + 1 < clause.Subject.Count; i++)
            {
                if (!clause.Subject[i].IsCapital && TieVerbs.TryKind(clause.Subject[i], out var kind) && EntrySays(clause.Subject[..i], clause.Subject[i], kind, clause.Subject[(i + 1)..], clause.Text) is { } told)
                    return told;
            }

            return null;
        }

        if (clause.Verb is ClaimVerb.Be or ClaimVerb.Have && clause.Object.Count > 1 && TieVerbs.TryKind(clause.Object[0], out var deed))
            return EntrySays(clause.Subject, clause.Object[0], deed, clause.Object[1..], clause.Text);
        // "may be kept until 3 July"
        if (clause.Verb is ClaimVerb.Can && clause.Object is [{ } be, { } done, _, ..] && be.Is("be") && TieVerbs.TryKind(done, out var may))
            return EntrySays(clause.Subject, done, may, clause.Object[2..], clause.Text);
        // "Pepper is a cat": one of the things that its entry says of it.
        if (clause.Verb is ClaimVerb.Be && clause.Object.Count is 2 or 3 && clause.Object[0].Is("a", "an") && !clause.Object.Exists(t => t.IsQuoted || t.HasDigit))
            return EntrySays(clause.Subject, ClaimToken.Word("is"), TieKind.Plain, clause.Object, clause.Text);
        if (clause.Verb is ClaimVerb.Be && EntryIs(clause) is { } stands)
            return stands;
        // "is 25.5 °C", "reads 396": of which of its values a rule of its own must be sure.
        if (clause.Verb is ClaimVerb.Be or ClaimVerb.Read or ClaimVerb.Show)
            return null;
        var verb = ClaimToken.Word(clause.VerbText);
        var isTie = TieVerbs.TryKind(verb, out var tie);
        if (clause.Verb is ClaimVerb.Can or ClaimVerb.Vanish or ClaimVerb.Appear or ClaimVerb.Do or ClaimVerb.Change || !isTie && clause.Verb is ClaimVerb.Tell or ClaimVerb.Rank or ClaimVerb.Yield)
            return null;
        return EntrySays(clause.Subject, verb, tie, clause.Object, clause.Text);
    }

    private Ruling? EntrySays(List<ClaimToken> subject, ClaimToken verb, TieKind tie, List<ClaimToken> said, string text)
    {
        // "the line below X", "X's comment": something at the entry, not the entry.
        if (said.Count == 0 || NotOneEntry(subject) || OneEntry(subject) is not { } entry)
            return null;
        var (record, own) = entry;
        var facts = new List<Fact>();
        var rest = new List<string>();
        var before = "";
        for (var i = 0; i < said.Count;)
        {
            if (FactAt(record, own, said, i, before) is var (fact, width))
            {
                facts.Add(fact);
                i += width;
                continue;
            }

            var token = said[i++];
            if (token.IsQuoted || token.HasDigit || NumberWords.TryCardinal(token.Text, out _) && !token.Is("a", "an", "one"))
                return null;
            before = token.Text;
            if (token.Is("until", "till", "since"))
            {
                tie = token.Is("since") ? TieKind.Begin : TieKind.End;
                continue;
            }

            if (!FactWords.Contains(token.Text))
                rest.AddRange(Phrase.Tokens(token.Text));
        }

        // Whom a Manager manages is the entry, not what stands under Manager in it.
        if (facts.Count == 0 || facts.Exists(f => f.Before != "by" && f.Labels.Any(l => IsDoerOf(l, verb.Text) || f.Before.Length == 0 && FormOf(f.Text).Length == 0 && tie == TieKind.Plain && l is "supervisor" or "manager" or "boss" or "leader" or "owner" or "mentor" or "tutor" or "reviewer" or "approver")))
            return null;
        var labels = facts.SelectMany(f => f.Labels).ToList();
        // What is left over are words of the labels of what was found, or what the entry is called.
        if (rest.Exists(w => !labels.Exists(l => SameWord(l, w)) && !facts.Exists(f => IsMeasure(w, f.Text)) && !(_scene.Records.GroupOf(record) is { } group && Coverage.IsClassifier(w) && GroupIsOf(group, w))))
            return null;
        // "trial ends 3 May" says when the trial does.
        if (tie != TieKind.Plain && facts.Exists(f => ToldOfElse(f, verb, [.. own, .. rest, .. Phrase.Tokens(RawText(subject))])))
            return null;
        if (!TieFits(verb, tie, record, facts) || facts.Exists(f => !IsSure(f, record, own, [.. rest, .. Phrase.Tokens(verb.Text)])))
            return null;
        return Ruling.Held(text, $"it says {string.Join(", ", facts.Select(f => $"'{Says(f.Node)}'"))}", [.. facts.Select(f => f.Node)]).Telling([verb.Text, .. said.Where(t => !t.IsQuoted).SelectMany(t => Phrase.Tokens(t.Text))]);
    }

    /// <summary>The one entry that the subject names, and the words it is named by.</summary>
    private (UiNode Record, HashSet<string> Own)? OneEntry(List<ClaimToken> subject)
    {
        var phrase = Read(subject);
        var own = phrase.Terms.SelectMany(t => t.Words).ToHashSet(StringComparer.Ordinal);
        if (phrase.Ordinal != 0)
            return Nth(phrase) is { } nth && _scene.Length(nth) <= 40 ? (nth, own) : null;
        if (!phrase.Required.Any() || phrase.Color is not null)
            return null;
        var fits = _resolver.RecordsOf(phrase, rowsOnly: true);
        // "The debit card", though another entry says "Direct debit" and "Card payment".
        if ((fits.Count != 1 || !_scene.Contains(fits[0].Record, Phrase.Tokens(RawText(DropFirst(subject, "the"))))) && BegunWith(subject) is { } begun)
            return (begun, own);
        if (fits is [var only] && _scene.Length(only.Record) <= 40 && only.Group.Records.Count > 1)
            return (only.Record, own);
        if (_resolver.LedBy(phrase) is { } led && _scene.Length(led) <= 40)
            return (led, own);
        // "Invoice RX-905", "the ferry to Port Lorne": what kind of thing it is the list says, not the entry.
        var bare = subject.Where(t => t.IsQuoted || t.IsCapital || t.HasDigit).ToList();
        for (var from = 0; from < Math.Min(2, bare.Count); from++)
        {
            var named = bare[from..];
            if (named.Count == 0 || _resolver.RecordsOf(Read(named), rowsOnly: true) is not [var record] || _scene.Length(record.Record) > 40 || record.Group.Records.Count < 2)
                continue;
            var called = subject.Except(named).SelectMany(t => Phrase.Tokens(t.Text)).Where(w => !FactWords.Contains(w) && !GroupIsOf(record.Group, w) && !_scene.HasStem(record.Record, w)).ToList();
            // A word that the page has for something else is none for this.
            if (called.Count > 1 || called.Exists(w => !EntryNouns.Contains(w) || _scene.SpeaksOf(w)))
                continue;
            _told.UnionWith(called);
            return (record.Record, own);
        }

        return null;
    }

    /// <summary>What the entry says of the words from there on, the longest first.</summary>
    private (Fact Fact, int Width)? FactAt(UiNode record, HashSet<string> own, List<ClaimToken> said, int at, string before)
    {
        for (var n = Math.Min(8, said.Count - at); n >= 1; n--)
        {
            var tokens = said[at..(at + n)];
            if (tokens[0].IsMark || tokens[^1].IsMark || FactWords.Contains(tokens[0].Text) || FactWords.Contains(tokens[^1].Text))
                continue;
            var figures = tokens.ConvertAll(t => !t.IsQuoted && !t.HasDigit && NumberWords.TryCardinal(t.Text, out var number) && !t.Is("a", "an") ? ClaimToken.Word(number.ToString(System.Globalization.CultureInfo.InvariantCulture)) : t);
            var text = RawText(figures.Where(t => !t.Is("to", "until", "from") || t.IsQuoted));
            var words = Phrase.Tokens(text);
            if (words.Length == 0 || words.All(own.Contains))
                continue;
            if (Saying(record, words, text) is { } node)
                return (new(node, LabelsOf(node, record), before, text), n);
            // "3 people" where the column is called People and holds a 3.
            if (n is 2 or 3 && words.Length == n && words[0].All(char.IsDigit) && LabelledFigure(record, words) is { } figure)
                return (new(figure, LabelsOf(figure, record), before, text), n);
        }

        return null;
    }

    private UiNode? Saying(UiNode record, string[] words, string text)
    {
        foreach (var position in _scene.Find(words, record))
        {
            if (_scene.Exactly(position, words.Length) is { } node && IsSaid(node, position))
                return node;
        }

        foreach (var run in record.Descendants().Where(n => n.IsText && _scene.IsShown(n) && _scene.Length(n) is > 0 and < 16))
        {
            if (!IsSaid(run, _scene.Start(run)))
                continue;
            // "Mon 18:00 · with Ewa" says two things; "with", "by" lead what is said.
            foreach (var part in run.OwnText.Split('·', '|', ';', '•', ',', '(', ')', '→'))
            {
                var tokens = Phrase.Tokens(part).SkipWhile(FactWords.Contains).ToArray();
                if (tokens.Length > 0 && !tokens.Any(DenialWords.Contains) && (Phrase.Equal(tokens, words) || words.Any(w => w.Any(char.IsDigit)) && ValueText.Equal(text, string.Join(' ', tokens))))
                    return run;
            }
        }

        return words.Any(w => w.Any(char.IsDigit)) ? WholeNumbers(record, text).FirstOrDefault(n => IsSaid(n, _scene.Start(n))) : null;
    }

    private bool IsSaid(UiNode node, int position) => _scene.IsShown(node) && !IsDenied(position) && !IsUnchosen(node) && !node.Ancestors().Prepend(node).Take(4).Any(IsDeed);

    private UiNode? LabelledFigure(UiNode record, string[] words)
        => _scene.Slots.Slots.Where(s => s.Strength >= 2 && record.IsSelfOrAncestorOf(s.Value) && !s.IsPart && words[1..].All(w => s.Label.Any(l => Phrase.SameStem(l, w))) && s.Label.Length <= words.Length && Phrase.Tokens(TextOf(s)) is [var number] && number == words[0]).DistinctBy(s => s.Value).ToList() is [var only] ? only.Value : null;

    private List<string> LabelsOf(UiNode node, UiNode record)
        => [.. _scene.Slots.Slots.Where(s => s.Strength >= 2 && record.IsSelfOrAncestorOf(s.Value) && (s.Value.IsSelfOrAncestorOf(node) || node.IsSelfOrAncestorOf(s.Value)) && _scene.Length(s.Value) <= _scene.Length(node) + 6).SelectMany(s => s.Label)];

    private static bool IsMeasure(string word, string figure) => ValueText.TryQuantity(Phrase.Tokens(figure), out _, out var units) && Measures.Fits(word, string.Concat(units));

    /// <summary>The verb says nothing that another column is called by, and of a beginning or an end its column or the page speaks.</summary>
    private bool TieFits(ClaimToken verb, TieKind tie, UiNode record, List<Fact> facts)
    {
        var root = verb.Text.Length > 5 ? verb.Text[..5] : verb.Text.Length > 3 ? verb.Text[..^1] : "\0";
        var others = _scene.Slots.Slots.Where(s => s.Strength >= 3 && record.IsSelfOrAncestorOf(s.Value) && !facts.Exists(f => s.Value.IsSelfOrAncestorOf(f.Node) || f.Node.IsSelfOrAncestorOf(s.Value))).SelectMany(s => s.Label);
        // A column of that name may be empty in this entry.
        var heads = _scene.Records.GroupOf(record)?.Heads.Where(h => !facts.Exists(f => f.Node.Ancestors().Prepend(f.Node).Any(a => ReferenceEquals(_scene.Records.HeadOf(a), h)))).SelectMany(h => _scene.Tokens(h)) ?? [];
        if (others.Concat(heads).Any(l => l.StartsWith(root, StringComparison.Ordinal)))
            return false;
        if (tie == TieKind.Plain)
            return true;
        var words = tie == TieKind.Begin ? BeginWords : EndWords;
        bool Speaks(IEnumerable<string> said) => said.Any(l => words.Any(w => l.StartsWith(w, StringComparison.Ordinal)));
        return facts.Exists(f => Speaks(f.Labels.Concat(Phrase.Tokens(_scene.ShownText(_scene.Line(f.Node)))))) || Speaks(HeadWords(record))
            || _scene.Records.GroupOf(record) is { } group && Speaks(group.Heads.SelectMany(h => _scene.Tokens(h)));
    }

    // Of the part of a text that holds the fact, a word that is neither the fact, a unit, a word for a beginning or an end, nor one of the claim.
    private bool ToldOfElse(Fact fact, ClaimToken verb, List<string> claimed)
    {
        var said = Phrase.Tokens(fact.Text);
        var part = _scene.ShownText(fact.Node).Split('·', '|', ';', '•', ',', '(', ')').Select(Phrase.Tokens).FirstOrDefault(t => said.All(w => t.Contains(w, StringComparer.Ordinal)));
        return part is not null && part.Any(w => w.All(char.IsLetter) && w.Length > 2 && !said.Contains(w) && !FactWords.Contains(w) && !ValueText.IsUnit(w) && !Accounting.IsMonth(w[..3]) && !DayNames.Contains(w[..3]) && !w.StartsWith(verb.Text[..Math.Min(4, verb.Text.Length)], StringComparison.Ordinal)
            && !BeginWords.Concat(EndWords).Any(t => w.StartsWith(t, StringComparison.Ordinal)) && !claimed.Exists(c => SameWord(c, w)) && !fact.Labels.Any(l => SameWord(l, w)));
    }

    private static readonly HashSet<string> DayNames = new(StringComparer.Ordinal) { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

    /// <summary>No other figure, time or name of the entry could be meant as well.</summary>
    private bool IsSure(Fact fact, UiNode record, HashSet<string> own, List<string> rest)
    {
        if (fact.Labels.Any(l => rest.Exists(w => SameWord(l, w)) || Phrase.Tokens(fact.Text).Contains(l) || l == fact.Before))
            return true;
        var kind = FormOf(fact.Text);
        if (kind == "#")
            return false;
        // By whom, from where: the entry itself must lead it so ("by Ann", "with Ann"); which part somebody played is not told by a name alone.
        if (kind.Length == 0)
            return fact.Before is not ("by" or "from" or "to" or "for") || IsLed(fact);
        // The old price, struck through, is no second one.
        var texts = record.Descendants().Where(n => n.IsText && _scene.IsShown(n) && !IsStruck(n) && _scene.Length(n) is > 0 and < 8 && !_scene.Tokens(n).All(own.Contains) && !n.Ancestors().Take(3).Any(IsDeed)).SelectMany(n => n.OwnText.Split('·', '|', ';', '•'));
        return texts.Where(t => FormOf(t.Trim()) == kind).Select(t => string.Join(' ', Phrase.Tokens(t))).Distinct().Count() <= 1;
    }

    private bool IsLed(Fact fact)
    {
        var line = _scene.Tokens(_scene.Line(fact.Node));
        var at = Phrase.IndexOf([.. line], Phrase.Tokens(fact.Text));
        return at > 0 && (line[at - 1] == fact.Before || fact.Before == "by" && line[at - 1] is "with" or "mit" or "von");
    }

    // "#" for a bare number, the unit of a figure, "date", "time"; nothing for words.
    private static string FormOf(string text)
    {
        var tokens = Phrase.Tokens(text);
        if (tokens.Length == 0 || !tokens.Any(t => t.Any(char.IsDigit)))
            return "";
        if (tokens.Any(t => t.Contains(':', StringComparison.Ordinal)) && tokens.All(t => t.Any(char.IsDigit) || t.Length <= 3))
            return "time";
        if (ValueText.TryDate(text, out _) || tokens.Length is 2 or 3 && tokens.Any(t => t.Length >= 3 && t.All(char.IsLetter) && Accounting.IsMonth(t[..3])))
            return "date";
        if (tokens is [var only])
            return only.All(c => char.IsDigit(c) || c is '.' or ',' or '+' or '-') ? "#" : "";
        return ValueText.TryQuantity(tokens, out _, out var units) && units.Count > 0 ? string.Join(' ', units) : "";
    }
}
