using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>"X is ...": a state, a place, a rank, a colour, an order, a value.</summary>
internal sealed partial class Judge
{
    private static readonly string[] Prepositions = ["in", "inside", "within", "on", "under", "among", "amongst", "below", "beneath", "above", "over", "beside", "next", "near", "at", "for", "with", "by", "of", "to", "as", "directly", "immediately", "left", "right", "from", "between", "underneath", "before", "after"];

    private Ruling Be(Clause clause)
    {
        var obj = clause.Object;
        while (obj.Count > 1 && obj[0].Is("now", "still", "also", "currently", "already", "again"))
            obj = obj[1..];
        while (obj.Count > 1 && obj[^1].Is("again", "now", "afterwards", "thereafter"))
            obj = obj[..^1];
        if (clause.VerbText.StartsWith("remain", StringComparison.Ordinal) && (obj.Count == 0 || obj[0].Is(Prepositions)))
            return State(clause, ElementState.Visible, true, obj);
        if (obj.Count == 0)
            return Ruling.Unknown(clause.Text, "it is not said what it is");
        var colon = obj.FindIndex(t => t.Is(":"));
        if (colon > 0 && colon + 1 < obj.Count)
            return Ruling.All([Be(clause with { Object = obj[..colon] }), clause.Subject.Count > 1 && clause.Subject[0].Is("only") ? OnlyThese(obj[(colon + 1)..], null) : Ruling.All(Items(obj[(colon + 1)..]).Select(i => Seen(i, [], true)))]);
        if (obj.Count > 2 && obj[0].Is("the") && obj[1].Is("only"))
            return IsTheOnly(clause.Subject, obj[2..]).NotIf(clause.Negated);
        if (obj[0].Is("planned", "counted", "recorded", "found", "available", "added", "scheduled", "offered") && (CountsOf(clause.Subject) is not null || clause.Subject.Count > 0 && clause.Subject[0].Is("no")) && (obj.Count == 1 || obj[1].Is(Prepositions)))
        {
            var seen = Visibility(clause, !clause.Negated, obj[1..]);
            if (!seen.IsUnknown)
                return seen;
        }

        // "Only the tags A and B are set on the ticket"
        if (clause.Subject.Count > 1 && clause.Subject[0].Is("only") && obj[0].Is("set", "assigned", "attached", "applied", "added", "available", "offered", "planned", "left", "remaining", "included", "kept") && (obj.Count == 1 || obj[1].Is("in", "on", "to")))
        {
            var where = obj.Count > 1 ? Places(obj[1..], out _) : null;
            // The page as a whole is of the thing that the place names.
            if (where is not null || Read(obj[1..]).Required.All(t => t.Words.All(w => Coverage.IsClassifier(w) && _scene.SpeaksOf(w))))
                return OnlyListed(clause.Subject, where).NotIf(clause.Negated);
        }

        if (CountsOf(clause.Subject) is { } amount && !StatePhrases.IsState(obj[..1]) && !IsSorting(obj) && !obj[0].Is(Prepositions))
        {
            var counted = obj.Count > 2 && obj[0].Is("counted") ? Badge(amount, obj[1..]) : obj is [{ IsQuoted: false } mark] ? Ruling.FirstKnown(CountMarked(amount, mark.Text), () => CountedAs(amount, obj)) : CountedAs(amount, obj);
            return clause.Negated ? obj is [{ IsQuoted: false } off] ? CountMarked(amount, off.Text, false) : Ruling.Unknown(clause.Text, "how many are not so cannot be told") : counted;
        }
        else if (CountsOf(clause.Subject) is not null && obj.Count > 1 && obj[0].Is("in", "on", "inside", "within") && Visibility(clause, true, obj) is { IsUnknown: false } within)
        {
            return within.NotIf(clause.Negated);
        }
        else if (CountsOf(clause.Subject) is { } onHold && obj.Count <= 3 && obj[0].Is("on", "in"))
        {
            return CountedAs(onHold, obj).NotIf(clause.Negated);
        }

        if (obj.Count > 2 && obj[0].Is("displayed", "shown", "listed", "visible") && obj[1].Is("at") && obj.Any(t => t.Is("top", "bottom")))
            return Visibility(clause, !clause.Negated, obj[1..]);
        if (obj[0].Is("set", "equal", "called", "named", "labelled", "labeled", "titled", "answered", "marked", "changed", "updated", "filled", "prefilled", "pre-filled", "reported", "rated", "valued", "priced", "listed", "shown", "displayed") && obj.Count > 2 && obj[1].Is("to", "with", "as", "at"))
        {
            var value = obj[2..];
            if (obj[1].Is("with", "at") && obj[0].Is("listed", "shown", "displayed", "marked"))
                return Items(value).Select(v => RecordHas(clause.Subject, v)).ToList() is { Count: > 0 } parts ? Ruling.All(parts).NotIf(clause.Negated) : Ruling.Unknown(clause.Text, "nothing to compare");
            if (obj[0].Is("rated", "marked", "listed", "shown", "displayed", "reported") && obj[1].Is("as") && RecordHas(clause.Subject, value) is { IsHeld: true } listed)
                return listed.Telling(obj[0].Text).NotIf(clause.Negated);
            if (obj[0].Is("marked", "flagged", "shown", "displayed") && obj[1].Is("as") && StatePhrases.TryState(value, out var flaggedAs, out _) && flaggedAs is ElementState.Invalid or ElementState.Required or ElementState.Selected or ElementState.Current)
                return Be(clause with { Object = value });
            if (!(obj[1].Is("as") && value.Any(t => t.Is("error", "warning", "alert"))))
                return AsValue(clause.Subject, value).NotIf(clause.Negated);
        }

        if (obj is [var flagged, var with, { IsQuoted: true }] && flagged.Is("flagged", "marked", "annotated", "rejected", "highlighted") && with.Is("with", "by"))
            return Seen(obj[2..], [ClaimToken.Word("for"), .. clause.Subject], !clause.Negated);
        if (CountsOf(clause.Subject) is { } so && obj.Count > 2 && obj[0].Is("marked", "tagged", "labelled", "labeled", "flagged", "shown", "displayed") && obj[1].Is("as") && !clause.Negated)
            return CountedAs(so, obj[2..]);
        if (obj[0].Is("called", "named", "labelled", "labeled", "titled") && obj.Count > 1)
            return Value(clause.Subject, obj[1..], TextMode.Whole).NotIf(clause.Negated);
        if (obj[0].Is("sorted", "ordered", "arranged", "listed", "shown", "displayed", "ranked") && IsSorting(obj))
            return Sorted(clause.Subject, obj).NotIf(clause.Negated);
        if (TryOrdinalPlace(obj, out var place, out var of))
            return AtPlace(clause.Subject, place, of).NotIf(clause.Negated);
        if (Painted(clause) is { } painted)
            return painted;
        // "is the active entry in the sidebar", "is the selected tab"
        if (obj.Count > 2 && obj[0].Is("the", "a", "an") && StatePhrases.TryState(obj[1..2], out var noted, out var isSo) && noted is ElementState.Selected or ElementState.Current && KindWords.TryKind(obj[2].Text, out var thing) && (obj.Count == 3 || obj[3].Is(Prepositions)) && !obj[2].IsQuoted
            && (Kinds.IsControlKind(thing) || thing is ElementKind.ListItem or ElementKind.Page))
            return State(clause, noted, isSo, obj[3..]);
        var state = LongestState(obj, out var found, out var value2);
        if (state > 0)
        {
            var rest = obj[state..];
            // "is shown, status Open": and the record says so.
            if (found == ElementState.Visible && value2 && !clause.Negated && (rest.Count == 0 || rest[0].Is(",")) && DetailBlock(clause.Subject) is { } block)
                return Ruling.All([Ruling.Held(clause.Text, $"'{Says(block)}' is expanded", block), .. Items(rest).Select(i => RegionHas(new([block], null), i))]);
            if (found == ElementState.Visible && rest.Count > 1 && rest[0].Is(",") && !clause.Negated)
                return Ruling.All([State(clause, found, value2, []), .. Items(rest[1..]).Select(i => RegionsOf(clause.Subject) is [var told] ? RegionHas(told, i) : RecordHas(clause.Subject, i))]);
            // "Bruno is paused": what does not play is called so.
            if (found == ElementState.Playing && rest.Count == 0 && Read(clause.Subject).Kind != ElementKind.Media && AsValue(clause.Subject, obj) is { IsUnknown: false } called)
                return called.NotIf(clause.Negated);
            // "the status is open": a word that the status reads, not a thing that opens.
            if (rest.Count == 0 && clause.Subject.Any(t => !t.IsQuoted && t.Is("status", "state", "stage", "phase", "mode", "condition")) && Value(clause.Subject, obj, TextMode.Whole) is { IsHeld: true } reads)
                return reads.NotIf(clause.Negated);
            if (rest.Count == 0 || rest[0].Is(Prepositions))
                return State(clause, found, value2, rest);
        }

        if (StageIs(clause.Subject, obj) is { } stage)
            return stage.NotIf(clause.Negated);
        if (obj[0].Is("in", "inside", "within", "under", "among", "on", "part", "amongst", "one"))
        {
            if (obj[0].Is("one", "part"))
                obj = DropFirst(DropFirst(DropFirst(obj, "one"), "part"), "of");
            else
                obj = obj[1..];
            return Within(clause.Subject, obj).NotIf(clause.Negated);
        }

        if (obj.Count > 3 && obj[0].Is("to", "on") && obj.FindIndex(t => t.Is("left", "right")) is var flank && flank is 1 or 2 && obj.Skip(flank + 1).Any(t => t.Is("of")))
            obj = obj[flank..];
        if (obj[0].Is("above", "below", "under", "beneath", "directly", "immediately", "next", "left", "right", "beside", "before", "after", "followed"))
            return Relative(clause.Subject, obj).NotIf(clause.Negated);
        if (obj.Count > 2 && obj.Any(t => t.Is("than")))
            return Compare(clause.Subject, obj).NotIf(clause.Negated);
        // What is said to be one of a kind cannot be denied by a value that merely reads otherwise.
        if (clause.Negated && obj.Any(t => t.Is("only", "sole", "single", "one", "first", "last")))
            return Ruling.Unknown(clause.Text, "its opposite cannot be judged here");
        return AsValue(clause.Subject, obj).NotIf(clause.Negated);
    }

    private static int LongestState(List<ClaimToken> obj, out ElementState state, out bool value)
    {
        for (var n = Math.Min(6, obj.Count); n >= 1; n--)
        {
            if (StatePhrases.TryState(obj[..n], out state, out value))
                return n;
        }

        (state, value) = (default, true);
        return 0;
    }

    /// <summary>"is Draft", "is 42.00", "is connected": the value of what is named, or a word that its record says of it.</summary>
    private Ruling AsValue(List<ClaimToken> subject, List<ClaimToken> obj)
    {
        if (Outcome(subject, obj) is { } outcome)
            return outcome;
        var bare = obj.Count > 1 && obj[0].Is("the", "a", "an") ? obj[1..] : obj;
        if (bare.Count > 1 && bare[0].Is("selected", "chosen", "current", "preselected", "pre-selected", "default") && SelectedOption(subject, bare) is { IsUnknown: false } choice)
            return choice;
        if (Items(bare) is { Count: > 1 } several && several.All(i => i.Count <= 3) && ListEquals(subject, several) is { IsHeld: true } same)
            return same;
        if (subject.Any(t => t.Is("answer", "question")) && subject.Any(t => t.IsQuoted) && ChosenIs([.. subject.Where(t => t.IsQuoted)], obj) is { IsUnknown: false } answered)
            return answered;
        if (Signed(subject, obj) is { } signed)
            return signed with { IsAccounted = true };
        if (CurrentStep(subject, obj) is { } step)
            return step;
        var kept = DropFirst(subject, "the");
        if (kept.Count > 1 && kept[0].Is("selected", "chosen", "active", "current", "highlighted") && kept.Count > 3 && ChosenRecord(obj, kept[1..]) is { } entry)
            return entry;
        if (kept.Count > 1 && kept[0].Is("selected", "chosen", "active", "current", "preselected") && kept.Count <= 3 && !obj.Any(t => t.Is("the")) && SelectedOption(obj, kept) is { IsUnknown: false } picked)
            return picked;
        var value = Value(subject, obj, TextMode.Whole);
        // "The article was updated on ...": what happened to a thing is no value of a label that only names it.
        var deed = obj[0] is { IsQuoted: false } verb && verb.Text.Length > 4 && verb.Text.EndsWith("ed", StringComparison.Ordinal) && !subject.Any(t => t.Is("'s", "of", "status", "state"));
        // A neighbour of the record's name is but one of its texts.
        var beside = value.Verdict == CheckVerdict.Failed && _resolver.Slots(Read(subject), false).All(s => s.Strength < 3);
        if (!value.IsUnknown && !(value.Verdict == CheckVerdict.Failed && (deed || beside)))
            return value;
        // "Peter is the buyer", "the price is 5 with a discount"
        var articled = obj.Count > 1 && obj[0].Is("the", "a", "an") ? obj[1..] : obj;
        var with = articled.FindIndex(t => t.Is("with"));
        if (with > 0 && with + 1 < articled.Count)
            return Ruling.All([AsValue(subject, articled[..with]), RecordHas(subject, articled[(with + 1)..])]);
        var option = SelectedOption(subject, articled);
        if (!option.IsUnknown)
            return option;
        if (Items(articled) is { Count: > 1 } items && ListEquals(subject, items) is { IsUnknown: false } list)
            return list;
        var chosen = ChosenIs(subject, articled);
        if (!chosen.IsUnknown)
            return chosen;
        var has = RecordHas(subject, articled);
        if (!has.IsUnknown)
            return has;
        if (value.Verdict == CheckVerdict.Failed && !deed)
            return value;
        if (Uttered(subject, articled) is { } uttered)
            return uttered;
        var said = SaysSo(subject, articled);
        return said.IsUnknown ? has with { Expected = value.Expected, Found = value.Found } : said;
    }

    /// <summary>"Permanent is the selected contract type", "2031 is the chosen year".</summary>
    private Ruling SelectedOption(List<ClaimToken> subject, List<ClaimToken> obj)
    {
        if (obj.Count < 2 || !obj[0].Is("selected", "chosen", "active", "current", "preselected", "pre-selected", "default"))
            return Ruling.Unknown("", "no choice");
        var attribute = obj[1..];
        if (attribute.Count > 2 && attribute[0].Is("way", "kind", "type", "form", "method") && attribute[1].Is("of"))
            attribute = attribute[2..];
        if (obj[0].Is("selected", "chosen", "active", "current") && ChosenRecord(subject, attribute) is { } among)
            return among;
        var direct = Value(attribute, subject, TextMode.Whole, slotsOnly: true);
        // A label over a whole list says what may be chosen, not what is.
        if (direct.IsHeld && direct.Evidence.All(n => ValueText.Equal(RawText(subject), _scene.ShownText(n)) || _scene.Length(n) <= Phrase.Tokens(RawText(subject)).Length + 2))
            return direct;
        if (direct.IsHeld)
            direct = Ruling.Unknown(direct.Expected, direct.Found);
        var state = StateOf(Read([.. subject, .. attribute]), ElementState.Selected, true);
        if (state.IsUnknown && attribute.SelectMany(t => Phrase.Tokens(t.Text)).All(_scene.SpeaksOf))
            state = StateOf(Read(subject), ElementState.Selected, true);
        return state.IsUnknown ? direct : state;
    }

    /// <summary>"The active channel is X": of the list in which X stands, the one entry that its class tells apart.</summary>
    private Ruling? ChosenRecord(List<ClaimToken> subject, List<ClaimToken> attribute)
    {
        var words = Phrase.Tokens(RawText(subject));
        if (words.Length == 0 || !attribute.SelectMany(t => Phrase.Tokens(t.Text)).All(w => Fillers.Contains(w) || Coverage.IsClassifier(w) || KindWords.TryKind(w, out _) || w is "bar" or "navigation" || _scene.SpeaksOf(w)))
            return null;
        bool IsOf(UiNode record) => Phrase.Equal([.. _scene.Tokens(record).Select(t => t.TrimStart('#')).Where(t => t.Any(char.IsLetter))], words);
        var lists = _scene.Records.Groups.Where(g => g.Records.Count > 2 && Shown(g).Count(IsOf) == 1 && Shown(g).Count(HasChosenWord) == 1 && Shown(g).All(r => _scene.Length(r) < 12)).ToList();
        return lists is [var list] && Shown(list).First(HasChosenWord) is var chosen ? Ruling.Of(IsOf(chosen), $"{ClaimToken.Join(subject)} is selected", $"'{Says(chosen)}' is", chosen) : null;
    }

    /// <summary>"The tags are A and B": those and no others.</summary>
    private Ruling ListEquals(List<ClaimToken> subject, List<List<ClaimToken>> items)
    {
        var expected = $"{ClaimToken.Join(subject)}: {string.Join(", ", items.Select(ClaimToken.Join))}";
        var phrase = Read(subject);
        var regions = RegionsOf(subject);
        var group = GroupFor(phrase, null) ?? (regions.Count == 1 ? _scene.Records.Groups.Where(g => regions[0].Contains(g.Parent) && Shown(g).Count > 0).ToList() is [var only] ? only : null : null);
        if (group is null)
            return Ruling.Unknown(expected, $"it is not plain what '{phrase}' are");
        var texts = Shown(group).Select(r => r.Descendants().Prepend(r).FirstOrDefault(n => n.IsText && _scene.IsShown(n) && n.OwnText.Any(char.IsLetterOrDigit))?.OwnText ?? "").ToList();
        var missing = items.FirstOrDefault(i => !texts.Any(t => ValueText.Equal(RawText(i), t)));
        return Ruling.Of(missing is null && texts.Count == items.Count, expected, $"they are {Short(string.Join(", ", texts))}", [.. Shown(group)]);
    }

    /// <summary>"The smoking question is answered with No", "Visibility is Team": the radio button of that name in that part.</summary>
    private Ruling ChosenIs(List<ClaimToken> subject, List<ClaimToken> obj)
    {
        var expected = $"{ClaimToken.Join(subject)} is {ClaimToken.Join(obj)}";
        var words = Phrase.Tokens(RawText(obj));
        var radios = _scene.Nodes.Where(n => !n.IsText && _scene.IsPresent(n) && n.Role is "radio" or "menuitemradio" && Phrase.Equal(_scene.NameTokens(n), words)).ToList();
        if (radios.Count == 0)
            return Ruling.Unknown(expected, "no radio button of that name");
        // Which question it is an answer to: the question itself does not say "question".
        var phrase = Read([.. subject.Where(t => !t.Is("question", "answer", "choice", "selection", "response"))]);
        if (!phrase.Required.Any())
            return Ruling.Unknown(expected, "it is not said which choice");
        var fits = radios.Where(r => _resolver.Coverage.Of(phrase, r, null) is not null).ToList();
        return fits.Count == 1 && fits[0].Checked is { } state ? Ruling.Of(state == TriState.On, expected, state == TriState.On ? "it is chosen" : "another one is chosen", fits[0]) with { IsAccounted = true } : Ruling.Unknown(expected, $"{fits.Count} radio buttons fit");
    }

    /// <summary>"The article was updated on 2 March": a line that says just that.</summary>
    private Ruling SaysSo(List<ClaimToken> subject, List<ClaimToken> obj)
    {
        var expected = $"{ClaimToken.Join(subject)} is {ClaimToken.Join(obj)}";
        var words = obj.SelectMany(t => Phrase.Tokens(t.Text)).Where(w => !Fillers.Contains(w)).ToList();
        if (words.Count < 2 || words.Any(Deniers.Contains))
            return Ruling.Unknown(expected, "nothing on this screen accounts for it");
        var phrase = Read(subject);
        foreach (var node in _scene.Nodes.Where(n => n.IsText && _scene.IsShown(n) && _scene.Length(n) >= words.Count && _scene.Length(n) <= words.Count + 12))
        {
            foreach (var part in node.OwnText.Split('·', '|', ';', '•', '.', ','))
            {
                var tokens = Phrase.Tokens(part);
                if (tokens.Count(t => !Fillers.Contains(t)) > words.Count + 1 || !words.All(w => tokens.Any(t => SameWord(t, w))) || tokens.Any(Deniers.Contains))
                    continue;
                if (phrase.Required.All(t => t.Words.All(w => tokens.Any(x => Phrase.SameStem(x, w)))) || _resolver.Coverage.Of(phrase, node, null) is not null || phrase.Required.All(t => t.Words.All(w => Coverage.IsClassifier(w))))
                    return Ruling.Held(expected, $"it says '{part.Trim()}'", node);
            }
        }

        return Ruling.Unknown(expected, "nothing on this screen accounts for it");
    }

    /// <summary>A headline that its details show: every word of it is in what proves them.</summary>
    public Ruling? Headline(Clause clause, List<Ruling> details, IEnumerable<Clause> said)
    {
        // "No colleague matches: 'No matching colleague' is shown": denied here and there alike.
        var none = clause.Subject is [var lead, _, ..] && lead.Is("no");
        if (clause.Negated || clause.Subject.Skip(none ? 1 : 0).Any(t => t.Is("no", "only", "all", "none", "not")))
            return null;
        var words = (none ? clause.Subject.Skip(1) : clause.Subject).Concat(clause.Quantifier == "bare" ? [] : clause.Object).SelectMany(t => Phrase.Tokens(t.Text)).Where(w => !Fillers.Contains(w) && w is not ("active" or "now" or "shown" or "successfully")).ToList();
        // "The list is filtered: only ..." is shown by what follows.
        if (said.Any(c => c.Subject.Count > 1 && c.Subject[0].Is("only")) && words.Contains("filtered"))
            words = [.. words.Where(w => w is not ("filtered" or "list" or "table" or "grid" or "board" or "results" or "page"))];
        if (words.Count == 0)
            return Ruling.Held(clause.Text, "what follows shows it", [.. details.SelectMany(d => d.Evidence)]);
        var evidence = details.SelectMany(d => d.Evidence).Where(n => _scene.Length(n) <= 30).SelectMany(n => Phrase.Tokens(_scene.ShownText(n)).Concat(_scene.Length(n) > 30 ? [] : Phrase.Tokens(n.Name))).Concat(said.SelectMany(c => c.Object).SelectMany(t => Phrase.Tokens(t.Text))).ToList();
        if (words.Count == 0 || evidence.Any(Deniers.Contains) != none || words.Any(Deniers.Contains))
            return null;
        var shown = words.Where(w => !Coverage.IsClassifier(w)).ToList();
        return shown.Count > 0 && shown.All(w => evidence.Any(e => SameWord(e, w))) ? Ruling.Held(clause.Text, "what follows shows it", [.. details.SelectMany(d => d.Evidence)]) : null;
    }

    /// <summary>One of the texts of the record of the subject is exactly that.</summary>
    private Ruling RecordHas(List<ClaimToken> subject, List<ClaimToken> obj)
    {
        var expected = $"{ClaimToken.Join(subject)}: {ClaimToken.Join(obj)}";
        var phrase = Read(subject);
        if (phrase.Required.Any() is false)
            return Ruling.Unknown(expected, $"'{phrase}' names nothing on this screen");
        if (phrase.Quantifier is "no" or "only")
            return Ruling.Unknown(expected, $"'{phrase.Quantifier}' cannot be judged here");
        // "the last entry of the history": which one it is decides, not just any that has the words.
        if (phrase.Ordinal != 0)
            return Nth(phrase) is { } nth ? RegionHas(new([nth], null), obj) : Ruling.Unknown(expected, $"which one '{phrase}' is cannot be told");
        // A label has its own value; what else its block says is not said of it.
        if (phrase.Required.SelectMany(t => t.Words).ToArray() is var label && _scene.Slots.Slots.Any(s => s.Strength >= 2 && s.Label.Length <= label.Length + 1 && Phrase.IndexOf(s.Label, label) >= 0) || phrase.Kind is ElementKind.Field or ElementKind.TextArea or ElementKind.SearchField or ElementKind.DatePicker)
            return SplitValue(subject, obj) is { IsHeld: true } own ? own : Ruling.Unknown(expected, $"'{phrase}' has another value");
        var value = ClaimToken.Join(obj.Select(t => t with { IsName = true }));
        var tokens = Phrase.Tokens(value);
        if (tokens.Length == 0)
            return Ruling.Unknown(expected, "nothing to compare");
        var records = _resolver.RecordsOf(phrase, rowsOnly: true);
        if (records.Count == 0 && Crossing(phrase) is { } cell)
        {
            // What stands in a cell of a timetable fills it, however that is called.
            var filled = obj.TakeWhile(t => t.Is("booked", "reserved", "planned", "scheduled", "taken", "occupied", "assigned", "for", "with", "by", "to", "a", "an", "the")).ToList();
            return RegionHas(new([cell], null), [.. obj.Skip(filled.Count)]).Telling(filled.Select(t => t.Text));
        }

        if (_resolver.LedBy(phrase) is { } led && _scene.Records.GroupOf(led) is { } among && (records.Count != 1 || records[0].Record.IsSelfOrAncestorOf(led)))
            records = [(led, among)];
        if (records.Count == 1)
        {
            var record = records[0].Record;
            foreach (var position in _scene.Find(tokens, record))
            {
                if (_scene.Exactly(position, tokens.Length) is { } node && !IsDenied(position, record) && _scene.IsShown(node) && Adds(phrase, tokens) && SameEntry(record, node, phrase))
                    return Ruling.Held(expected, $"it says '{Says(node)}'", node);
            }

            foreach (var node in WholeNumbers(record, value).Where(n => SameEntry(record, n, phrase)))
                return Ruling.Held(expected, $"it says '{Says(node)}'", node);
            // Said as a label with a value: "status Customer", "6 open deals".
            var slot = SplitValue(subject, obj);
            if (!slot.IsUnknown)
                return slot;
            return Ruling.Unknown(expected, $"'{Short(_scene.ShownText(record))}' does not say so");
        }

        return records.Count > 1
            ? Ruling.Unknown(expected, $"{records.Count} records fit '{phrase}'")
            : SplitValue(subject, obj) is { IsUnknown: false } split ? split : Ruling.Unknown(expected, $"no record on this screen fits '{phrase}'");
    }

    /// <summary>Not in another entry within the record: what stands beside the subject's own entry says nothing of it.</summary>
    private bool SameEntry(Observing.UiNode record, Observing.UiNode node, NounPhrase phrase)
    {
        foreach (var (inner, group) in _scene.Records.Around(node))
        {
            if (ReferenceEquals(inner, record) || !record.IsSelfOrAncestorOf(inner))
                break;
            if (group.IsStructured && group.Records.Count > 1 && !phrase.Required.Any(t => _resolver.Coverage.HasIn(inner, t.Words, t.IsQuoted)))
                return false;
        }

        // The record must be one entry: not a block in which the subject's words and the value merely both occur.
        return _scene.Length(record) <= 80;
    }

    private static bool Adds(NounPhrase phrase, string[] tokens) => !phrase.Required.Any(t => Phrase.Equal(t.Words, tokens));

    /// <summary>Places where a number with its unit, or a date, stands whole.</summary>
    private IEnumerable<Observing.UiNode> WholeNumbers(Observing.UiNode scope, string value)
    {
        if (!value.Any(char.IsDigit))
            yield break;
        foreach (var node in scope.Descendants())
        {
            if (node.IsText || !_scene.IsShown(node) || _scene.Length(node) is 0 or > 8)
                continue;
            if (ValueText.Equal(value, _scene.ShownText(node)) && (!node.IsText || ReferenceEquals(_scene.Line(node), node)) && _scene.Length(_scene.Line(node)) <= _scene.Length(node) + 8)
                yield return node;
        }
    }

    private static bool IsSmall(ClaimToken token) => token.Is("the", "a", "an", "of", "in", "for", "to", "with", "at", "on", "by", "from", "up");

    /// <summary>"status Customer", "6 open deals", "high priority": a label and a value in either order.</summary>
    private Ruling SplitValue(List<ClaimToken> subject, List<ClaimToken> obj)
    {
        var expected = $"{ClaimToken.Join(subject)}: {ClaimToken.Join(obj)}";
        var best = Ruling.Unknown(expected, $"nothing on this screen accounts for '{ClaimToken.Join(obj)}'");
        for (var i = 1; i < obj.Count; i++)
        {
            var left = obj[..i];
            var right = obj[i..];
            while (right.Count > 1 && right[0].Is("of", ":", "is", "=", "set", "to", "as"))
                right = right[1..];
            // "48 MB" is one thing.
            if (obj[i - 1].HasDigit && ValueText.IsUnit(obj[i].Text.ToLowerInvariant()) || obj[i].HasDigit && obj[i - 1].Is("€", "$", "£"))
                continue;
            foreach (var (label, value) in new[] { (left, right), (right, left) })
            {
                if (value.All(IsSmall) || label.All(IsSmall))
                    continue;
                var ruling = Value([.. subject, ClaimToken.Word("'s"), .. label], value, TextMode.Whole, slotsOnly: true);
                if (ruling.IsHeld)
                    return ruling;
                if (!ruling.IsUnknown && best.IsUnknown)
                    best = ruling;
            }
        }

        return best;
    }

    /// <summary>Whether the words before a text turn it into its opposite: "not connected" does not say "connected".</summary>
    private bool IsDenied(int position, Observing.UiNode? scope = null)
    {
        for (var back = 1; back <= 2 && position - back >= 0; back++)
        {
            var token = _scene.TokenAt(position - back);
            if (!ReferenceEquals(_scene.Line(_scene.OwnerAt(position - back)), _scene.Line(_scene.OwnerAt(position))))
                return false;
            if (token is "not" or "no" or "never" or "non" or "isn't" or "cannot" or "can't" or "nicht" or "kein" or "keine" or "without" or "un" or "aren't" or "hasn't" or "wasn't")
                return scope is null || position - back >= _scene.Start(scope) || true;
        }

        return false;
    }

    private Ruling Can(Clause clause)
    {
        var obj = clause.Object;
        if (obj.Count < 2 || !obj[0].Is("be"))
            return Permission(clause);
        var end = obj.FindIndex(1, t => t.Is(Prepositions));
        var deed = end < 0 ? obj[1..] : obj[1..end];
        var rest = end < 0 ? [] : obj[end..];
        if (deed.Count == 0)
            return Ruling.Unknown(clause.Text, "it is not said what can be done");
        var rulings = new List<Ruling>();
        foreach (var item in Items(deed))
        {
            var word = item[^1].Text;
            if (word is "seen" or "found" or "read" && clause.Object.Count == 2)
                rulings.Add(State(clause with { Negated = false }, ElementState.Visible, true, rest));
            else if (word is "clicked" or "pressed" or "used" or "opened" or "ticked" or "checked" or "unchecked" or "unticked" or "toggled" or "switched" or "selected" or "chosen" or "picked" or "activated" or "submitted" or "tapped" or "moved" or "dragged" or "clickable")
                rulings.Add(State(clause with { Negated = false }, ElementState.Enabled, true, rest));
            else if (word is "edited" or "changed" or "modified" or "typed" or "filled" or "entered" or "altered")
                rulings.Add(State(clause with { Negated = false }, ElementState.Editable, true, rest));
            else
                rulings.Add(DeedButton(clause.Subject, item));
        }

        if (clause.Negated)
            return Ruling.All(rulings.Select(r => r.Not()));
        return Ruling.All(rulings);
    }

    /// <summary>"Mira cannot be removed": the button of that deed in her record.</summary>
    private Ruling DeedButton(List<ClaimToken> subject, List<ClaimToken> deed)
    {
        var word = deed[^1].Text;
        var expected = $"{ClaimToken.Join(subject)} can be {word}";
        var records = _resolver.RecordsOf(Read(subject), rowsOnly: true);
        if (records.Count != 1)
            return Ruling.Unknown(expected, $"no one record fits '{ClaimToken.Join(subject)}'");
        var stems = DeedStems(word);
        var buttons = records[0].Record.Descendants().Where(n => Scene.IsControl(n) && !n.IsText && _scene.IsPresent(n) && (_scene.NameTokens(n).FirstOrDefault() ?? "") is var name && stems.Contains(name)).ToList();
        if (buttons.Count != 1)
            return Ruling.Unknown(expected, $"no button in that record does this");
        return Ruling.Of(!IsDisabled(buttons[0]), expected, IsDisabled(buttons[0]) ? "its button is disabled" : "its button is enabled", buttons[0]);
    }

    private static HashSet<string> DeedStems(string participle)
    {
        var stems = new HashSet<string>(StringComparer.Ordinal) { participle };
        if (participle.EndsWith("ed", StringComparison.Ordinal))
        {
            stems.Add(participle[..^2]);
            stems.Add(participle[..^1]);
            if (participle.Length > 4 && participle[^3] == participle[^4])
                stems.Add(participle[..^3]);
            if (participle.EndsWith("ied", StringComparison.Ordinal))
                stems.Add(participle[..^3] + "y");
        }

        return stems;
    }
}
