using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>"has", "shows", "contains", "costs", "belongs to": what a thing or its record holds.</summary>
internal sealed partial class Judge
{
    private Ruling Have(Clause clause)
    {
        var obj = clause.Object;
        var negated = clause.Negated;
        if (obj.Count > 0 && obj[0].Is("no"))
        {
            negated = !negated;
            obj = obj[1..];
        }

        while (obj.Count > 1 && obj[0].Is("a", "an", "the", "any"))
            obj = obj[1..];
        if (obj.Count == 0)
            return Ruling.Unknown(clause.Text, "it is not said what it has");
        if ((HasInColumn(clause.Subject, obj, clause.Text) ?? UnderUnit(clause.Subject, obj, clause.Text)) is { } column)
            return column.NotIf(negated);
        // "X has an enabled Report button": that button of X, which is enabled.
        if (obj.Count > 2 && !obj[0].IsQuoted && obj[0].Is("enabled", "disabled", "clickable", "active", "inactive", "greyed-out", "grayed-out", "checked", "unchecked", "ticked", "unticked", "selected") && Kinds.IsControlKind(Read(obj[1..]).Kind))
            return Be(new Clause { Subject = [.. obj[1..], ClaimToken.Word("of"), .. clause.Subject], Verb = ClaimVerb.Be, Object = [obj[0]] }).NotIf(negated);
        if (obj[0].Is("same", "identical", "equal") && obj.Count > 1)
            return SameValues(clause.Subject, obj[1..]).NotIf(negated);
        if (Superlative(clause.Subject, obj) is { } extreme)
            return extreme.NotIf(negated);
        var text = string.Join(' ', obj.Where(t => !t.IsQuoted).Select(t => t.Text));
        if (text is "focus" or "keyboard focus" or "input focus" && obj.All(t => !t.IsQuoted))
            return StateOf(Read(clause.Subject), ElementState.Focused, true).NotIf(negated);
        if (text is "value" or "content" or "text" && obj.Count == 1)
            return StateOf(Read(clause.Subject), ElementState.Empty, false).NotIf(negated);
        // "has 'Bluewave' selected", "has the option X selected"
        if (obj.Count > 1 && obj[^1].Is("selected", "chosen", "set", "entered", "typed", "preselected"))
            return Value(clause.Subject, [.. obj[..^1].Where(t => !t.Is("option", "value", "the"))], TextMode.Whole).NotIf(negated);
        var attribute = obj.FindIndex(t => t.Is("placeholder", "tooltip"));
        if (attribute >= 0 && attribute + 1 < obj.Count)
            return Value([ClaimToken.Word(obj[attribute].Text), .. clause.Subject], [.. obj.Skip(attribute + 1).Where(t => !t.Is("text", "of", "saying", "reading"))], TextMode.Whole).NotIf(negated);
        if (obj.Count > 2 && obj[^1].Is("placeholder", "tooltip") && obj[^2].Is("as", "a", "the") && obj.FindIndex(t => t.Is("as")) is > 0 and var role)
            return Value([ClaimToken.Word(obj[^1].Text), .. clause.Subject], obj[..role], TextMode.Whole).NotIf(negated);
        if (DrawnButton(clause.Subject, obj, clause.Text) is { } drawn)
            return drawn.NotIf(negated);
        if (PaintedMark(clause.Subject, obj, clause.Text) is { } mark)
            return mark.NotIf(negated);
        if (Painted(clause with { Object = obj, Negated = negated }) is { } painted)
            return painted;
        // "has 2 people and 16 person-hours": each of them.
        if (!negated && Items(obj) is { Count: > 1 } counts && counts.TrueForAll(i => i.Count is 2 or 3 && CountsOf(i) is not null))
            return Ruling.All(counts.Select(i => Have(clause with { Object = i })));
        if (CountsOf(clause.Object.Count > 0 && clause.Object[0].Is("no") ? obj : clause.Object) is { } amount)
        {
            if (WithoutTime(amount) is var timeless && timeless.Noun.Count < amount.Noun.Count)
            {
                obj = obj[..(obj.Count - amount.Noun.Count + timeless.Noun.Count)];
                amount = timeless;
            }

            // "three deals worth 75 k€": so many, and the part says that amount.
            if (amount.Noun.FindIndex(t => t.Is("worth", "totalling", "totaling")) is > 0 and var worth && worth + 1 < amount.Noun.Count && obj.FindIndex(t => t.Is("worth", "totalling", "totaling")) is > 0 and var from && RegionsOf(clause.Subject) is [var part])
                return Ruling.All([Have(clause with { Object = obj[..from] }), AmountIn(part, obj[(from + 1)..], clause.Text)]).Telling(amount.Noun[worth].Text).NotIf(negated);
            if (Labelled(clause.Subject, amount) is { } labelled)
                return labelled.NotIf(negated);
            if (Tally(clause.Subject, amount) is { IsUnknown: false } tally)
                return tally.NotIf(negated);
            var within = RegionsOf(clause.Subject);
            if (within.Count == 1 && Read(clause.Subject) is { Kind: ElementKind.Table or ElementKind.List } && HowMany(Read(amount.Noun), within) is not null)
                return Counted(amount, within).NotIf(negated);
            if (obj.Count > 2 && RecordHas(clause.Subject, obj) is { IsHeld: true } whole)
                return whole.NotIf(negated);
            var split = SplitValue(clause.Subject, obj);
            if (split.IsHeld || !split.IsUnknown)
                return split.NotIf(negated);
            if (within.Count == 1 && HowMany(Read(amount.Noun), within) is not null)
                return Counted(amount, within).NotIf(negated);
            var records = RecordsNaming(clause.Subject, amount.Noun);
            if (records is { } number)
                return Ruling.Of(amount.Fits(number), clause.Text, $"{number} are there").NotIf(negated);
            if (ToldOf(clause.Subject, amount) is { IsUnknown: false } told)
                return told.NotIf(negated);
            return Ruling.Unknown(clause.Text, $"it is not plain what '{amount}' are");
        }

        // Said of each of several: that the words stand somewhere is not enough.
        if (clause.Subject[0].Is("every", "each", "all", "both") && clause.Subject.Count > 1 && !_scene.HasPhrase([.. clause.Subject.SelectMany(t => Phrase.Tokens(t.Text))]))
            return obj.Any(t => t.IsQuoted || t.HasDigit) ? Ruling.Unknown(clause.Text, "whether each of them has it cannot be told") : EveryHas(obj, clause.Subject[1..]).NotIf(negated);
        // "VAT of invoice 903: € 1,240.00": the value where its row and its column meet.
        if (obj.Exists(t => t.HasDigit) && obj.TrueForAll(t => t.HasDigit || t.Is("€", "$", "£", "%", "-") || ValueText.IsUnit(t.Text)) && Value(clause.Subject, obj, TextMode.Whole, slotsOnly: true) is { IsUnknown: false } figure)
            return figure.NotIf(negated);
        // "B-305 has Tank 7": a text of its entry, whole.
        if (!negated && obj.Count is 2 or 3 && obj[0].IsCapital && !obj.Exists(t => t.IsMark) && RecordHas(clause.Subject, obj) is { IsHeld: true } named)
            return named;
        var value = SplitValue(clause.Subject, obj);
        if (!value.IsUnknown)
            return value.NotIf(negated);
        var has = RecordHas(clause.Subject, obj);
        if (!has.IsUnknown)
            return has.NotIf(negated);
        // "has a warning 'X'", "has a Pay link": in its record or part.
        var regions = RegionsOf(clause.Subject);
        if (regions.Count == 1)
        {
            var found = Look(Read(obj), obj, regions, listed: false, transient: false, out var near);
            if (found is not null)
                return Ruling.Held(clause.Text, $"'{Short(found.Text)}'", found.Node is null ? [] : [found.Node]).NotIf(negated);
            // A bar that is drawn has no words to be found by.
            if (near is null && !obj.Exists(t => !t.IsQuoted && !t.IsCapital && ColorWords.Canonical(t.Text) is not null))
                return Ruling.Failed(clause.Text, "it has none").NotIf(negated);
        }

        return has;
    }

    /// <summary>"two appointments this week": on a page that shows a week.</summary>
    private Amount WithoutTime(Amount amount)
    {
        var at = amount.Noun.FindIndex(t => t.Is("this", "today", "per"));
        return at > 0 && at + 2 >= amount.Noun.Count && _scene.SpeaksOf(amount.Noun[^1].Text) ? amount with { Noun = amount.Noun[..at] } : amount;
    }

    /// <summary>"Order 1 and order 2 have the same total": both values are found and compared.</summary>
    private Ruling SameValues(List<ClaimToken> subject, List<ClaimToken> attribute)
    {
        var expected = $"{ClaimToken.Join(subject)}: the same {ClaimToken.Join(attribute)}";
        var items = Items(subject);
        if (items.Count < 2)
            return Ruling.Unknown(expected, "it is not said of which");
        var texts = new List<string>();
        foreach (var item in items)
        {
            var slots = _resolver.Slots(Read([.. item, ClaimToken.Word("'s"), .. attribute]), true);
            if (slots.Select(TextOf).Distinct().ToList() is not [var text])
                return Ruling.Unknown(expected, $"the {ClaimToken.Join(attribute)} of '{ClaimToken.Join(item)}' is not found once");
            texts.Add(text);
        }

        return Ruling.Of(texts.All(t => ValueText.Equal(texts[0], t)), expected, string.Join(", ", texts));
    }

    /// <summary>"Anna has two appointments": her name stands on so many of them.</summary>
    private int? RecordsNaming(List<ClaimToken> subject, List<ClaimToken> noun)
    {
        var name = Read(subject).Required.SelectMany(t => t.Words).ToArray();
        var kind = Phrase.Tokens(noun[0].Text).FirstOrDefault();
        if (name.Length < 2 || kind is null || noun.Count > 3 || !_scene.SpeaksOf(kind) && !Timed.Contains(Phrase.Stem(kind)))
            return null;
        var places = _scene.Find(name).Select(p => _scene.OwnerAt(p)).ToList();
        if (places.Count == 0)
            return null;
        // Said of nobody else: the name begins its text.
        if (places.Any(p => !Phrase.Equal(_scene.Tokens(p).Take(name.Length).ToList(), name)))
            return null;
        // Each must lie in something that is of that kind, or all in a grid of them.
        if (!(places.All(p => Timed.Contains(Phrase.Stem(kind)) && p.Ancestors().Any(IsTimetable) || p.Ancestors().Any(a => a.Tag == "table" || a.Role == "grid" || Scene.ClassWords(a.ClassName + " " + a.ElementId).Any(c => Phrase.SameStem(c, kind))))))
            return null;
        _told.Add(kind);
        return places.Count;
    }

    // What stands in a timetable.
    private static readonly HashSet<string> Timed = new(StringComparer.Ordinal) { "appointment", "booking", "session", "event", "meeting", "slot", "shift", "clas", "class", "lesson", "visit", "reservation" };

    /// <summary>Days across, times down.</summary>
    private bool IsTimetable(UiNode node)
        => _scene.Records.Groups.FirstOrDefault(g => ReferenceEquals(g.Parent, node)) is { Heads.Count: > 3 } group
            && group.Heads.Count(h => Days.Any(d => _scene.Tokens(h).Any(t => t == d || t == d[..3]))) > 2
            && Shown(group).All(r => _scene.Length(r) > 0 && System.Text.RegularExpressions.Regex.IsMatch(_scene.TokenAt(_scene.Start(r)), @"^\d{1,2}([:.]\d\d)?$"));

    private static readonly string[] Days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    private Ruling Show(Clause clause)
    {
        var obj = clause.Object;
        if (obj.Count == 0)
            return Ruling.Unknown(clause.Text, "it is not said what it shows");
        // "Saving without a name shows 'X'": the story before, then what is seen.
        if (clause.Subject[0] is { IsQuoted: false } gerund && gerund.Text.EndsWith("ing", StringComparison.Ordinal) && gerund.Text.Length > 5 && clause.Subject.Count > 2 && obj is [{ IsQuoted: true }])
            return Seen(obj, [], !clause.Negated);
        if (Read(clause.Subject) is { Kind: ElementKind.Message } && Message(clause) is { } message && !message.IsUnknown)
            return message;
        if ((TileShows(clause.Subject, obj) ?? TileFigure(clause.Subject, obj)) is { } tile)
            return tile.NotIf(clause.Negated);
        if (CellFor(clause.Subject, obj) is { } crossed)
            return crossed.NotIf(clause.Negated);
        if (CountsOf(obj) is not null && Read(clause.Subject).Kind is ElementKind.Dropdown or ElementKind.List or ElementKind.Menu && Contain(clause with { Verb = ClaimVerb.Contain }) is { IsUnknown: false } listed)
            return listed;
        if (CountsOf(obj) is { } amount && obj[^1].IsQuoted is false && RegionsOf(clause.Subject) is { Count: 1 } counted && HowMany(Read([.. amount.Noun.TakeWhile(t => !t.Is(":", "with", "in", "for"))]), counted) is not null)
            return Counted(amount, counted).NotIf(clause.Negated);
        var role = obj.FindIndex(t => t.Is("as"));
        if (role > 0 && role + 2 < obj.Count && obj[role + 1].Is("the", "its", "a") && !clause.Negated && clause.Subject.All(t => t.Is("the", "summary", "overview", "page", "screen", "details", "review", "form", "panel") || Phrase.Tokens(t.Text).All(_scene.SpeaksOf)))
            return AsValue([ClaimToken.Word("the"), .. obj[(role + 2)..]], obj[..role]);
        var period = DropFirst(obj, "the");
        if (period.Count > 2 && period[0].Is("week", "month", "day", "year", "quarter") && period[1].Is("of", "from") && !clause.Negated && Paged([period[0]], RawText(period[2..]), false, clause.Text) is { } turned)
            return turned;
        var value = Value(clause.Subject, obj, TextMode.Whole);
        if (!value.IsUnknown)
        {
            if (value.IsHeld || _resolver.Slots(Read(clause.Subject), obj.Any(t => t.HasDigit)) is { Count: > 0 } slots && slots.Any(s => Scene.IsField(s.Value) || s.Strength >= 3 && _scene.Length(s.Value) <= 6))
                return value.NotIf(clause.Negated);
        }

        if (Described(clause.Subject, obj) is { } described)
            return described.NotIf(clause.Negated);
        var contained = Contain(clause);
        // "The Exceptions tile shows 3", where it shows 2 and a list of that name has "Belt 3" in it.
        if (contained.IsHeld && value is { IsHeld: false, IsUnknown: false } && obj is [{ HasDigit: true, IsQuoted: false }] && !clause.Negated && !contained.Evidence.Any(n => ValueText.Equal(RawText(obj), _scene.ShownText(n))))
            return value;
        return contained.IsUnknown && !value.IsUnknown ? value.NotIf(clause.Negated) : contained;
    }

    // Words that say no more than that it is a text, and what for.
    private static readonly HashSet<string> TextNouns = new(StringComparer.Ordinal) { "counter", "result", "results", "score", "progress", "player", "status", "summary", "info", "information", "line", "indicator", "display", "readout", "pager", "pagination", "statistic", "statistics", "overview" };

    /// <summary>
    /// "The counter reads 'X'", "the pagination text says 'X'": the words of the subject only say what kind of text it is, none of them is on
    /// the page, and just one whole text reads so.
    /// </summary>
    private Ruling? Described(List<ClaimToken> subject, List<ClaimToken> obj)
    {
        var phrase = Read(subject);
        if (phrase.Ordinal != 0 || phrase.Quantifier.Length > 0 || phrase.Places.Count > 0 || phrase.HasQuoted || phrase.Kind is ElementKind.Message or ElementKind.Dialog || Kinds.IsControlKind(phrase.Kind) && phrase.Kind is not ElementKind.Button || Kinds.IsRecordKind(phrase.Kind))
            return null;
        if (phrase.Required.Any(t => t.Words.Length > 1 || (!Coverage.IsClassifier(t.Words[0]) || !TextNouns.Contains(t.Words[0])) && _scene.HasStem(_scene.Root, t.Words[0])) || subject.Any(t => t.IsCapital && t != subject[0]))
            return null;
        if (phrase.Kind == ElementKind.Any && !phrase.Required.All(t => TextNouns.Contains(t.Words[0]) || _scene.SpeaksOf(t.Words[0])))
            return null;
        var text = obj is [{ IsQuoted: true } only] ? only.Raw : RawText(obj);
        var words = Phrase.Tokens(text);
        if (words.Length == 0)
            return null;
        var places = _scene.Find(words).Select(p => (Position: p, Node: _scene.Exactly(p, words.Length))).Where(x => x.Node is not null && !IsDenied(x.Position) && ValueText.Equal(text, _scene.ShownText(x.Node), strict: true)).Select(x => x.Node!).ToList();
        if (phrase.Kind is ElementKind.Button)
            places = [.. places.Where(n => n.Ancestors().Prepend(n).Take(3).Any(a => a.Role == "button"))];
        if (phrase.Kind is ElementKind.Heading)
            places = [.. places.Where(n => n.Ancestors().Prepend(n).Take(3).Any(a => Kinds.Fits(a, ElementKind.Heading)))];
        return places.Count == 1 && (words.Length > 1 || phrase.Kind is ElementKind.Button or ElementKind.Heading) ? Ruling.Held($"{ClaimToken.Join(subject)} reads '{text}'", $"it reads '{Says(places[0])}'", places[0]).Telling(subject.SelectMany(t => Phrase.Tokens(t.Text)).Where(TextNouns.Contains)) : null;
    }

    private Ruling Contain(Clause clause)
    {
        var obj = OrderedTail(clause.Object, out var ordered);
        obj = DropFirst(obj, "of", "exactly", "both", "only");
        if (obj.Count == 0)
            return Ruling.Unknown(clause.Text, "it is not said what it contains");
        if (UnderUnit(clause.Subject, obj, clause.Text) is { } under)
            return under.NotIf(clause.Negated);
        if (obj[0].Is("no") && obj.Count > 1)
        {
            var none = RegionsOf(clause.Subject);
            return none.Count == 1 && HowMany(Read(obj[1..]), none) is { } c ? Ruling.Of(c.Count == 0, clause.Text, $"{c.Count} there", [.. c.Nodes]) with { IsAbsence = true } : Ruling.Unknown(clause.Text, "what is not there cannot be told");
        }

        if (obj[0].Is("following") || obj.Count > 1 && obj[1].Is("following"))
            obj = [.. obj.SkipWhile(t => !t.Is(":")).Skip(1)];
        // "The snackbar offers Undo": a button in the box of the message.
        if (!clause.Negated && Read(clause.Subject) is { Kind: ElementKind.Message, Ordinal: 0 } notice && clause.VerbText is "offers" or "offer" or "contains" or "has" or "includes" && Messages(notice) is [{ Node: { } said }] && Phrase.Tokens(RawText(DropFirst(obj, "a", "an", "the"))) is { Length: > 0 } name && said.Ancestors().Prepend(said).TakeWhile(a => _scene.Length(a) <= _scene.Length(said) + 8).SelectMany(a => a.Descendants()).FirstOrDefault(n => !n.IsText && _scene.IsShown(n) && Scene.IsControl(n) && Phrase.Equal(_scene.NameTokens(n), [.. name.Where(w => w is not ("button" or "link"))])) is { } control)
            return Ruling.Held(clause.Text, $"it has '{Label(control)}'", control);
        if (Read(clause.Subject) is { Kind: ElementKind.Message } && !obj.Any(t => t.Is(":")))
            return Message(clause) ?? Ruling.Unknown(clause.Text, "");
        if (CountsOf(clause.Object) is { } offered && Read(clause.Subject) is { Kind: ElementKind.Dropdown or ElementKind.List or ElementKind.Menu } holder && Read(offered.Noun) is { Kind: ElementKind.Option or ElementKind.ListItem or ElementKind.Any } && holder.Ordinal == 0)
        {
            if (Options(clause.Subject) is { } native)
                return Ruling.Of(offered.Fits(native.Count), clause.Text, $"{native.Count} are offered").NotIf(clause.Negated);
            if (holder.Kind == ElementKind.Dropdown && OpenOptions(holder) is { } floating)
                return Ruling.Of(offered.Fits(Shown(floating).Count), clause.Text, $"{Shown(floating).Count} are offered", [.. Shown(floating)]).NotIf(clause.Negated);
            // The one list that is open now, of which each word is spoken on the page.
            if (_scene.Records.Groups.Where(g => Shown(g).Count > 0 && g.Records[0].Role is "option").ToList() is [var open] && IsOpenerOf(open.Parent, [.. holder.Required.SelectMany(t => t.Words).Where(w => w is not ("suggestion" or "suggestions"))]))
                return Ruling.Of(offered.Fits(Shown(open).Count), clause.Text, $"{Shown(open).Count} are offered", [.. Shown(open)]).NotIf(clause.Negated);
        }

        if (CountsOf(clause.Object) is { } amount && !amount.Noun[0].IsQuoted)
        {
            var within = RegionsOf(clause.Subject);
            if (within.Count == 1)
                return Ruling.FirstKnown(Counted(amount, within), () => ToldOf(clause.Subject, amount)).NotIf(clause.Negated);
            if (within.Count == 0 && ToldOf(clause.Subject, amount) is { IsUnknown: false } told)
                return told.NotIf(clause.Negated);
            return within.Count == 0 && Read(clause.Subject) is { Kind: ElementKind.List or ElementKind.Table or ElementKind.Page }
                ? Counted(amount, null).NotIf(clause.Negated)
                : Ruling.Unknown(clause.Text, $"'{ClaimToken.Join(clause.Subject)}' is not found once");
        }

        // A field or value contains a part of a text.
        var slots = _resolver.Slots(Read(clause.Subject), false);
        if (slots.Count > 0 && clause.Verb == ClaimVerb.Contain && RowTitled(Read(clause.Subject)) is null && slots.All(s => Scene.IsField(s.Value) && s.Value.Tag != "select"))
            return Value(clause.Subject, obj, TextMode.Part).NotIf(clause.Negated);
        if (Options(clause.Subject) is { } select)
        {
            var missing = Items(obj).Select(i => RawText(i)).FirstOrDefault(i => !select.Any(o => ValueText.Equal(i, o, strict: true)));
            return Ruling.Of(missing is null, clause.Text, missing is null ? "all are offered" : $"'{missing}' is not offered").NotIf(clause.Negated);
        }

        var regions = RegionsOf(clause.Subject);
        if (regions.Count == 0)
        {
            var value = slots.Count > 0 ? Value(clause.Subject, obj, TextMode.Part) : Named(Read(clause.Subject), RawText(obj), TextMode.Part, false, clause.Text) ?? Ruling.Unknown(clause.Text, $"'{ClaimToken.Join(clause.Subject)}' is not found on this screen");
            return value.NotIf(clause.Negated);
        }

        if (regions.Count > 1)
            return Ruling.Unknown(clause.Text, $"{regions.Count} places fit '{ClaimToken.Join(clause.Subject)}'");
        var items = Items(obj);
        var rulings = items.Select(i => RegionHas(regions[0], i)).ToList();
        if (clause.Negated)
            return rulings.Count == 1 ? rulings[0].Not() with { IsAbsence = true } : Ruling.All(rulings.Select(r => r.Not()));
        var all = Ruling.All(rulings);
        if (ordered && all.IsHeld)
        {
            var positions = items.Select(i => regions[0].Parts.SelectMany(p => _scene.Find(Phrase.Tokens(RawText(i)), p)).Cast<int?>().FirstOrDefault()).ToList();
            return positions.Any(p => p is null) ? Ruling.Unknown(clause.Text, "the order cannot be told") : Ruling.Of(positions.Zip(positions.Skip(1)).All(p => p.First < p.Second), clause.Text, "the order was compared");
        }

        return all;
    }

    private List<string>? Options(List<ClaimToken> subject)
    {
        var phrase = Read(subject);
        if (phrase.Kind is not (ElementKind.Dropdown or ElementKind.Field or ElementKind.Any))
            return null;
        var selects = _resolver.Controls(phrase, n => n.Options.Count > 0 && n.Tag == "select");
        return selects.Count == 1 && phrase.Kind == ElementKind.Dropdown ? [.. selects[0].Node.Options.Select(o => o.Label)] : null;
    }

    private Ruling Starts(Clause clause)
    {
        var obj = DropFirst(clause.Object, "with");
        var followed = obj.FindIndex(t => t.Is("followed"));
        if (followed > 0)
        {
            var first = obj[..followed];
            var second = DropFirst(obj[(followed + 1)..], "by");
            var regions = RegionsOf(clause.Subject);
            return Ruling.All([AtPlaceIn(regions, first, 1), AtPlaceIn(regions, second, 2)]);
        }

        var text = Value(clause.Subject, obj, TextMode.Start);
        // "The register starts with the umbrella": of a list, its first entry, not the heading that is called so.
        var entry = text.IsHeld || obj.Exists(t => t.IsQuoted) ? null : AtPlaceIn(RegionsOf(clause.Subject), obj, 1);
        if (entry is { IsUnknown: false })
            return entry.NotIf(clause.Negated);
        if (text.Verdict == CheckVerdict.Failed && entry is not null && text.Evidence.Any(n => Kinds.Fits(n, ElementKind.Heading) || n.Ancestors().Prepend(n).Take(3).Any(a => Kinds.Fits(a, ElementKind.Heading) || a.Role == "link")))
            return Ruling.Unknown(clause.Text, entry.Found);
        if (!text.IsUnknown)
            return text.NotIf(clause.Negated);
        return AtPlaceIn(RegionsOf(clause.Subject), obj, 1).NotIf(clause.Negated);
    }

    private Ruling AtPlaceIn(IReadOnlyList<Region> regions, List<ClaimToken> thing, int place)
    {
        var expected = $"{ClaimToken.Join(thing)} is number {place}";
        if (regions.Count != 1 || MainGroup(regions[0].Contains, ElementKind.ListItem, true) is not { } group)
            return Ruling.Unknown(expected, "the list is not found once");
        var shown = Shown(group);
        var tokens = Phrase.Tokens(RawText([.. thing.SkipWhile(t => t.Is("the", "a", "an"))]));
        if (!thing.Exists(t => t.IsQuoted) && tokens.Any(t => !_scene.SpeaksOf(t)))
            return Ruling.Unknown(expected, "it is described in words that are not on this screen");
        return shown.Count < place || tokens.Length == 0 ? Ruling.Failed(expected, $"only {shown.Count} are there") : Ruling.Of(_scene.Contains(shown[place - 1], tokens), expected, $"there is '{Says(shown[place - 1])}'", shown[place - 1]);
    }
}
