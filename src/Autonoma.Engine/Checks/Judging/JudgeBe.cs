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
        // "Half of the sum is granted": a part of a thing is not the thing.
        if (clause.Subject.Count > 2 && clause.Subject[1].Is("of") && clause.Subject[0].Is("half", "most", "part", "parts", "much", "little", "twice", "some", "rest") && !_scene.HasPhrase([clause.Subject[0].Text, "of"]))
            return Ruling.Unknown(clause.Text, $"how much '{ClaimToken.Join(clause.Subject)}' is cannot be told");
        if ((NoneGiven(clause with { Object = obj }) ?? Answered(clause with { Object = obj }) ?? CountLabelledSo(clause with { Object = obj })) is { } told)
            return told;
        // "5 of 12 batches are displayed", "2 of 5 stations are declared": where the page says so itself.
        if (clause.Subject.Count > 4 && clause.Subject[0].Is("only", "just", "exactly") && clause.Subject[1].HasDigit && clause.Subject[2].Is("of"))
            clause = clause with { Subject = clause.Subject[1..] };
        if (clause.Subject.Count > 3 && clause.Subject[0].HasDigit && clause.Subject[1].Is("of") && clause.Subject[2].HasDigit && !clause.Subject[3].IsMark && PartOf(clause.Subject, obj) is { IsHeld: true } part)
            return part.NotIf(clause.Negated);
        if (!clause.Negated && CountsOf(clause.Subject) is { } several && obj is [{ IsQuoted: false } kept] && CountBeside(several, [kept], clause.Text) is { } counter)
            return counter;
        if ((UnderHead(clause.Subject, obj) ?? BestOf(clause.Subject, obj, clause.Text)) is { } headed)
            return headed.NotIf(clause.Negated);
        var colon = obj.FindIndex(t => t.Is(":"));
        if (colon > 0 && colon + 1 < obj.Count)
            return Ruling.All([Be(clause with { Object = obj[..colon] }), clause.Subject.Count > 1 && clause.Subject[0].Is("only") ? OnlyThese(obj[(colon + 1)..], null) : Ruling.All(Items(obj[(colon + 1)..]).Select(i => Seen(i, [], true)))]);
        if (obj.Count > 2 && obj[0].Is("the") && obj[1].Is("only"))
            return (Items(clause.Subject).Count > 1 ? AreTheOnly(clause) ?? Ruling.Unknown(clause.Text, "of some it cannot be told") : IsTheOnly(clause.Subject, obj[2..])).NotIf(clause.Negated);
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

        // "Three vehicles are left": they are what is listed; that some other number is left elsewhere cannot be ruled out.
        if (obj is [{ } left] && left.Is("left", "remaining") && !clause.Negated && CountsOf(clause.Subject) is { } kept2 && CountBeside(kept2, [left], clause.Text) is null && Counted(kept2, null) is { IsHeld: true } still)
            return still.Telling(left.Text);
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

        if (obj.Count > 2 && obj[0].Is("displayed", "shown", "listed", "visible", "added", "inserted", "placed") && obj[1].Is("at") && obj[^1].Is("list", "table", "grid", "board", "queue", "column") && TryOrdinalPlace(obj[1..], out var spot, out var among))
            return AtPlace(clause.Subject, spot, among).Telling(obj[0].Text).NotIf(clause.Negated);
        if (obj.Count > 2 && obj[0].Is("displayed", "shown", "listed", "visible") && obj[1].Is("at") && obj.Any(t => t.Is("top", "bottom")))
            return Visibility(clause, !clause.Negated, obj[1..]);
        if (obj[0].Is("set", "equal", "called", "named", "labelled", "labeled", "titled", "answered", "marked", "changed", "updated", "filled", "prefilled", "pre-filled", "preset", "prepopulated", "reported", "rated", "valued", "priced", "listed", "shown", "displayed") && obj.Count > 2 && obj[1].Is("to", "with", "as", "at"))
        {
            var value = obj[2..];
            if (obj[1].Is("with", "at") && obj[0].Is("listed", "shown", "displayed", "marked"))
                return Items(value).Select(v => RecordHas(clause.Subject, v)).ToList() is { Count: > 0 } parts ? Ruling.All(parts).NotIf(clause.Negated) : Ruling.Unknown(clause.Text, "nothing to compare");
            if (obj[0].Is("rated", "marked", "listed", "shown", "displayed", "reported") && obj[1].Is("as") && RecordHas(clause.Subject, value) is { IsHeld: true } listed)
                return listed.Telling(obj[0].Text).NotIf(clause.Negated);
            if (obj[0].Is("marked", "flagged", "shown", "displayed") && obj[1].Is("as") && StatePhrases.TryState(value, out var flaggedAs, out _) && flaggedAs is ElementState.Invalid or ElementState.Required or ElementState.Selected or ElementState.Current)
                return Be(clause with { Object = value });
            if (!(obj[1].Is("as") && value.Any(t => t.Is("error", "warning", "alert", "message", "notice", "toast", "notification", "banner", "hint", "snackbar"))))
                return AsValue(clause.Subject, value).NotIf(clause.Negated);
        }

        if (obj is [var flagged, var with, { IsQuoted: true }] && flagged.Is("flagged", "marked", "annotated", "rejected", "highlighted") && with.Is("with", "by"))
            return Seen(obj[2..], [ClaimToken.Word("for"), .. clause.Subject], !clause.Negated);
        if (CountsOf(clause.Subject) is { } so && obj.Count > 2 && obj[0].Is("marked", "tagged", "labelled", "labeled", "flagged", "shown", "displayed") && obj[1].Is("as") && !clause.Negated)
            return CountedAs(so, obj[2..]);
        if (obj[0].Is("called", "named", "labelled", "labeled", "titled") && obj.Count > 1)
        {
            var named = Value(clause.Subject, obj[1..], TextMode.Whole);
            return (named.IsUnknown ? DialogTitled(clause.Subject, obj[1..]) ?? named : named).NotIf(clause.Negated);
        }

        if (obj[0].Is("sorted", "ordered", "arranged", "listed", "shown", "displayed", "ranked", "in") && IsSorting(obj))
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
        if (obj[0].Is("about") && obj.Count > 1)
        {
            // What a text is about it may say in other words.
            var about = obj[1..];
            return about.Exists(t => t.IsQuoted) ? Contain(clause with { Verb = ClaimVerb.Contain, Object = about })
                : Contain(clause with { Verb = ClaimVerb.Contain, Object = [.. about.Where(t => !t.Is("the", "a", "an"))], Negated = false }) is { IsHeld: true } contained ? contained.NotIf(clause.Negated) : Ruling.Unknown(clause.Text, $"'{ClaimToken.Join(about)}' is not said in these words");
        }

        // "Next hearing is on 21 March at 10:30": a date and a time, not a place.
        if (obj.Count > 1 && obj[0].Is("on", "at") && obj[1].HasDigit && Value(clause.Subject, [.. obj[1..].Where(t => !t.Is("at", ","))], TextMode.Whole) is { IsHeld: true } dated)
            return dated.NotIf(clause.Negated);
        // Where "we" are is no text of the page.
        if (clause.Subject is [{ } pronoun] && pronoun.Is("we", "i", "you", "user") && obj[0].Is("in", "on", "at"))
            return Ruling.Unknown(clause.Text, "where one is cannot be told");
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
        if (obj[0].Is("above", "below", "under", "beneath", "directly", "immediately", "next", "left", "right", "beside", "before", "after", "followed") || obj.Count > 2 && obj[0].Is("just", "straight") && obj[1].Is("before", "after"))
            return Relative(clause.Subject, obj).NotIf(clause.Negated);
        if (obj.Count > 2 && obj.Any(t => t.Is("than")))
            return Compare(clause.Subject, obj).NotIf(clause.Negated);
        // What is said to be one of a kind cannot be denied by a value that merely reads otherwise.
        if (clause.Negated && obj.Any(t => t.Is("only", "sole", "single", "one", "first", "last")))
            return Ruling.Unknown(clause.Text, "its opposite cannot be judged here");
        // So long a text without quotes is no value: that it is not there says nothing.
        if (clause.Negated && obj.Count > (obj[0].IsCapital ? 4 : 2) && !obj.Any(t => t.IsQuoted || t.HasDigit) && AsValue(clause.Subject, obj) is { Verdict: CheckVerdict.Failed } other)
            return Ruling.Unknown(clause.Text, other.Found);
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
        if (RoleOf(subject, obj) is { } role)
            return role;
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
        if (ByAgent(subject, obj) is { } agent)
            return agent;
        // "is stored in bin B-11-3": the label and its value say where.
        if (obj.Count > 2 && obj[0].Is("stored", "located", "placed", "kept", "parked", "filed", "held", "housed", "put") && obj[1].Is("in", "on", "at", "under") && SplitValue(subject, obj[2..]) is { IsHeld: true } stored)
            return stored.Telling(obj[0].Text);
        var value = Value(subject, obj, TextMode.Whole);
        // "The article was updated on ...": what happened to a thing is no value of a label that only names it.
        var deed = obj[0] is { IsQuoted: false } verb && verb.Text.Length > 4 && verb.Text.EndsWith("ed", StringComparison.Ordinal) && !subject.Any(t => t.Is("'s", "of", "status", "state"));
        // A neighbour of the record's name is but one of its texts.
        var beside = value.Verdict == CheckVerdict.Failed && _resolver.Slots(Read(subject), false).All(s => s.Strength < 3);
        // A label of another table ("Room" on a bill) says nothing of the entry that all the words of the subject name.
        if (value.Verdict == CheckVerdict.Failed && !beside && RecordHas(subject, obj) is { IsHeld: true } entry2 && _scene.Records.Around(entry2.Evidence[0]).Any(r => r.Group.IsStructured && !value.Evidence.Any(n => r.Record.IsSelfOrAncestorOf(n))))
            return entry2;
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
        // What a button of the entry says is what it would do; how a thing stands its badge says.
        if (has.IsHeld && (has.Evidence.All(n => n.Ancestors().Prepend(n).Take(4).Any(IsDeed)) || StatusOwner(DropFirst(subject, "the")).Owner.Count > 0 && !has.Evidence.Any(IsBadge)))
            return Ruling.Unknown(has.Expected, "it does not say that it is so");
        if (!has.IsUnknown)
            return has;
        // "has been idle for 21 days", where a text of its own in the entry says "idle 21 d".
        if (value.Verdict == CheckVerdict.Failed && beside && EntryOf(Read(subject)) is { } own && SaysSo(subject, articled) is { IsHeld: true } says && says.Evidence.All(own.IsSelfOrAncestorOf))
            return says;
        if (value.Verdict == CheckVerdict.Failed && !deed)
            return value;
        if (Uttered(subject, articled) is { } uttered)
            return uttered;
        var said = SaysSo(subject, articled);
        return said.IsUnknown ? has with { Expected = value.Expected, Found = value.Found } : said;
    }

    /// <summary>"Pell is the defendant", where Defendant is a label: whom it names.</summary>
    private Ruling? RoleOf(List<ClaimToken> subject, List<ClaimToken> obj)
    {
        if (obj.Count is < 2 or > 4 || !obj[0].Is("the") || obj.Any(t => t.IsQuoted || t.HasDigit || t.IsMark))
            return null;
        var words = NounWords(obj[1..]);
        var slots = words.Length == 0 ? [] : _scene.Slots.Slots.Where(s => s.Strength >= 3 && !Scene.IsField(s.Value) && s.Label.Length == words.Length && s.Label.Zip(words).All(p => Phrase.SameStem(p.First, p.Second))).DistinctBy(s => (s.Value.Index, s.From)).ToList();
        return slots is [var slot] && Phrase.Tokens(RawText(subject)) is { Length: > 0 } name && !name.Any(w => slot.Label.Contains(w)) ? Ruling.Of(ValueText.Equal(RawText(DropFirst(subject, "the")), TextOf(slot)), $"{ClaimToken.Join(subject)} is {ClaimToken.Join(obj)}", $"it reads '{Short(TextOf(slot))}'", slot.Value) : null;
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
        var radios = _scene.Nodes.Where(n => !n.IsText && _scene.IsPresent(n) && n.Role is "radio" or "menuitemradio" && (Phrase.Equal(_scene.NameTokens(n), words) || n.Name.Length == 0 && _scene.Slots.Slots.Any(s => ReferenceEquals(s.Value, n) && Phrase.Equal(s.Label, words)))).ToList();
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
        if (words.Count < 2 || words.Any(DenialWords.Contains))
            return Ruling.Unknown(expected, "nothing on this screen accounts for it");
        // "The lesson title is 'X'": the one heading of the page.
        if (obj is [{ IsQuoted: true }] && subject[^1].Is("title", "heading", "headline") && _scene.Nodes.Where(n => n.Level == 1 && _scene.IsShown(n)).ToList() is [var top] && ValueText.Equal(obj[0].Raw, _scene.ShownText(top), strict: true))
            return Ruling.Held(expected, $"it says '{Says(top)}'", top).Telling([.. subject.Select(t => t.Text)]);
        var phrase = Read(subject);
        // A label of just that name has another value.
        if (words.Exists(w => w.Any(char.IsDigit)) && _resolver.Slots(phrase, numeric: true, out var isNamed) is { Count: > 0 } others && isNamed && others.All(s => !ValueText.Equal(RawText(obj), TextOf(s))))
            return Ruling.Unknown(expected, "its value is another");
        foreach (var node in _scene.Nodes.Where(n => n.IsText && _scene.IsShown(n) && _scene.Length(n) >= words.Count && _scene.Length(n) <= words.Count + 12))
        {
            foreach (var part in node.OwnText.Split('·', '|', ';', '•', '.', ','))
            {
                var tokens = Phrase.Tokens(part);
                if (OffersOnly(node, tokens, obj[0].Text) || tokens.Count(t => !Fillers.Contains(t)) > words.Count + 1 || !words.All(w => tokens.Any(t => SameWord(t, w) || ValueText.Unit(t) == ValueText.Unit(w))) || tokens.Any(DenialWords.Contains) || !ValueText.Equal(RawText(obj), node.OwnText) && SaysElseBefore(tokens, words, phrase, obj))
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
        if (words.Count == 0 || evidence.Any(DenialWords.Contains) != none || words.Any(DenialWords.Contains))
            return null;
        var shown = words.Where(w => !Coverage.IsClassifier(w)).ToList();
        return shown.Count > 0 && shown.All(w => evidence.Any(e => SameWord(e, w))) ? Ruling.Held(clause.Text, "what follows shows it", [.. details.SelectMany(d => d.Evidence)]) : null;
    }
}
