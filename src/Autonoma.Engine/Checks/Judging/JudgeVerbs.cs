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
        if (obj[0].Is("same", "identical", "equal") && obj.Count > 1)
            return SameValues(clause.Subject, obj[1..]).NotIf(negated);
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
        if (DrawnButton(clause.Subject, obj, clause.Text) is { } drawn)
            return drawn.NotIf(negated);
        if (Painted(clause with { Object = obj, Negated = negated }) is { } painted)
            return painted;
        if (CountsOf(clause.Object.Count > 0 && clause.Object[0].Is("no") ? obj : clause.Object) is { } amount)
        {
            if (WithoutTime(amount) is var timeless && timeless.Noun.Count < amount.Noun.Count)
            {
                obj = obj[..(obj.Count - amount.Noun.Count + timeless.Noun.Count)];
                amount = timeless;
            }

            if (Tally(clause.Subject, amount) is { IsUnknown: false } tally)
                return tally.NotIf(negated);
            var within = RegionsOf(clause.Subject);
            if (within.Count == 1 && Read(clause.Subject) is { Kind: ElementKind.Table or ElementKind.List } && HowMany(Read(amount.Noun), within) is not null)
                return Counted(amount, within).NotIf(negated);
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
            if (near is null)
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
        return places.All(p => Timed.Contains(Phrase.Stem(kind)) && p.Ancestors().Any(IsTimetable) || p.Ancestors().Any(a => a.Tag == "table" || a.Role == "grid" || Scene.ClassWords(a.ClassName + " " + a.ElementId).Any(c => Phrase.SameStem(c, kind)))) ? places.Count : null;
    }

    // What stands in a timetable.
    private static readonly HashSet<string> Timed = new(StringComparer.Ordinal) { "appointment", "booking", "session", "event", "meeting", "slot", "shift", "clas", "class", "lesson", "visit", "reservation" };

    /// <summary>Days across, times down.</summary>
    private bool IsTimetable(UiNode node)
        => _scene.Records.Groups.FirstOrDefault(g => ReferenceEquals(g.Parent, node)) is { Heads.Count: > 3 } group
            && group.Heads.Count(h => Days.Any(d => _scene.Tokens(h).Any(t => t == d || t == d[..3]))) > 2
            && Shown(group).All(r => _scene.Length(r) > 0 && System.Text.RegularExpressions.Regex.IsMatch(_scene.TokenAt(_scene.Start(r)), @"^\d{1,2}([:.]\d\d)?$"));

    private static readonly string[] Days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>The record or part of the page that a subject names.</summary>
    private IReadOnlyList<Region> RegionsOf(List<ClaimToken> subject)
    {
        var phrase = Read(subject);
        if (phrase.IsEmpty)
            return [];
        if (PageNamed(phrase) is { } page)
            return [page];
        if (phrase.KindText == "folder")
            return ViewOf(phrase) is { } folder ? [folder] : [];
        var regions = _regions.Find(phrase);
        if (regions.Count == 1)
            return regions;
        if (phrase.Ordinal != 0 && Nth(phrase) is { } nth)
            return [new([nth], null)];
        var records = _resolver.RecordsOf(phrase, rowsOnly: true);
        if (records.Count == 1 && phrase.Required.Any())
            return [new([records[0].Record], null)];
        if (regions.Count == 0 && phrase.Required.ToList() is [{ Words: [var whole], IsQuoted: false }] && whole is "board" or "calendar" or "schedule" or "app" or "planner" or "dashboard" or "timetable" && _scene.SpeaksOf(whole))
            return [new([_scene.Root], null)];
        if (regions.Count == 0 && phrase.Required.ToList() is [{ Words: ["legend"] }] && Legend() is { } legend)
            return [legend];
        if (regions.Count == 0 && ViewOf(phrase) is { } view)
            return [view];
        // "Monday 08:00": where a row and a column meet.
        return Crossing(phrase) is { } cell ? [new([cell], null)] : regions.Count > 1 ? regions : [];
    }

    /// <summary>"the first row", "the last item of the list", "the second order".</summary>
    private UiNode? Nth(NounPhrase phrase)
    {
        var tokens = phrase.Source.Where(t => !NumberWords.TryOrdinal(t.Text, out _) && !t.Is("the")).ToList();
        var cut = tokens.FindIndex(t => t.Is("of", "in", "on"));
        IReadOnlyList<Region>? within = null;
        if (cut > 0)
        {
            within = Places(tokens[cut..], out _);
            if (within is null)
                return null;
            tokens = tokens[..cut];
        }

        var noun = Read(tokens);
        var group = noun.Required.Any() ? GroupFor(noun, within) : MainGroup(n => within is null || within.Any(r => r.Contains(n)), noun.Kind, within is not null);
        if (group is null)
            return null;
        var shown = Shown(group);
        var at = phrase.Ordinal > 0 ? phrase.Ordinal - 1 : shown.Count + phrase.Ordinal;
        return at >= 0 && at < shown.Count ? shown[at] : null;
    }

    /// <summary>The cell of the row and the column that the words name.</summary>
    private UiNode? Crossing(NounPhrase phrase)
    {
        var required = phrase.Required.ToList();
        // "the fourth quarter" is headed Q4.
        if (phrase.Ordinal is > 0 and < 5 && required.FindIndex(t => t.Words is ["quarter"]) is >= 0 and var quarter)
            required[quarter] = new([$"q{phrase.Ordinal}"], false, false);
        if (required.Count < 2)
            return null;
        UiNode? found = null;
        foreach (var group in _scene.Records.Groups.Where(g => g.Heads.Count > 1))
        {
            foreach (var head in group.Heads.Where(h => _scene.Length(h) > 0))
            {
                var inHead = required.Where(t => HeadSays(head, t)).ToList();
                if (inHead.Count == 0 || inHead.Count == required.Count)
                    continue;
                var others = required.Except(inHead).ToList();
                foreach (var record in group.Records)
                {
                    var title = record.Children.FirstOrDefault(c => !c.IsText && _scene.IsShown(c) && _scene.Length(c) > 0);
                    if (title is null || !others.All(t => _resolver.Coverage.HasIn(title, t.Words, t.IsQuoted)))
                        continue;
                    var cell = record.Children.FirstOrDefault(c => !c.IsText && !ReferenceEquals(c, title) && ReferenceEquals(_scene.Records.HeadOf(c), head));
                    if (cell is null)
                        continue;
                    if (found is not null)
                        return null;
                    found = cell;
                }
            }
        }

        return found;
    }

    /// <summary>"The table shows 24 for Online in Q4": what stands where the row and the column meet.</summary>
    private Ruling? CellFor(List<ClaimToken> subject, List<ClaimToken> obj)
    {
        var at = obj.FindIndex(t => t.Is("for"));
        if (at < 1 || !obj[..at].All(t => t.HasDigit || t.IsQuoted || ValueText.IsUnit(t.Text) || t.Is("€", "$", "£")) || Read(subject) is not { Kind: ElementKind.Table or ElementKind.Page or ElementKind.Section or ElementKind.Canvas } phrase || !phrase.Required.All(t => t.Words.All(_scene.SpeaksOf)))
            return null;
        return Crossing(Read(obj[(at + 1)..])) is { } cell ? Ruling.Of(ValueText.Equal(RawText(obj[..at]), _scene.ShownText(cell)), $"{ClaimToken.Join(obj)}", $"it shows '{Says(cell)}'", cell) : null;
    }

    // "Monday" is written "Mon", "fourth quarter" Q4.
    private bool HeadSays(UiNode head, Term term)
    {
        if (_resolver.Coverage.HasIn(head, term.Words, term.IsQuoted))
            return true;
        return term.Words is [var word] && word is "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday" && term.Words is [var day] && _scene.Tokens(head).Any(t => t == day[..3] || t == day[..2]);
    }

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
        if (TileShows(clause.Subject, obj) is { } tile)
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
        return contained.IsUnknown && !value.IsUnknown ? value.NotIf(clause.Negated) : contained;
    }

    /// <summary>
    /// "The counter reads 'X'", "the pagination text says 'X'": the words of the subject only say what kind of text it is, none of them is on
    /// the page, and just one whole text reads so.
    /// </summary>
    private Ruling? Described(List<ClaimToken> subject, List<ClaimToken> obj)
    {
        var phrase = Read(subject);
        if (phrase.Ordinal != 0 || phrase.Quantifier.Length > 0 || phrase.Places.Count > 0 || phrase.HasQuoted || phrase.Kind is ElementKind.Message or ElementKind.Dialog || Kinds.IsControlKind(phrase.Kind) && phrase.Kind is not ElementKind.Button || Kinds.IsRecordKind(phrase.Kind))
            return null;
        if (phrase.Required.Any(t => t.Words.Length > 1 || !Coverage.IsClassifier(t.Words[0]) && _scene.HasStem(_scene.Root, t.Words[0])) || subject.Any(t => t.IsCapital && t != subject[0]))
            return null;
        if (phrase.Kind == ElementKind.Any && !phrase.Required.All(t => t.Words[0] is "counter" or "result" or "score" or "progress" or "player" or "status" || _scene.SpeaksOf(t.Words[0])))
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
        return places.Count == 1 && (words.Length > 1 || phrase.Kind is ElementKind.Button or ElementKind.Heading) ? Ruling.Held($"{ClaimToken.Join(subject)} reads '{text}'", $"it reads '{Says(places[0])}'", places[0]) : null;
    }

    private Ruling Contain(Clause clause)
    {
        var obj = OrderedTail(clause.Object, out var ordered);
        obj = DropFirst(obj, "of", "exactly", "both", "only");
        if (obj.Count == 0)
            return Ruling.Unknown(clause.Text, "it is not said what it contains");
        if (obj[0].Is("no") && obj.Count > 1)
        {
            var none = RegionsOf(clause.Subject);
            return none.Count == 1 && HowMany(Read(obj[1..]), none) is { } c ? Ruling.Of(c.Count == 0, clause.Text, $"{c.Count} there", [.. c.Nodes]) with { IsAbsence = true } : Ruling.Unknown(clause.Text, "what is not there cannot be told");
        }

        if (obj[0].Is("following") || obj.Count > 1 && obj[1].Is("following"))
            obj = [.. obj.SkipWhile(t => !t.Is(":")).Skip(1)];
        if (Read(clause.Subject) is { Kind: ElementKind.Message } && !obj.Any(t => t.Is(":")))
            return Message(clause) ?? Ruling.Unknown(clause.Text, "");
        if (CountsOf(clause.Object) is { } offered && Read(clause.Subject) is { Kind: ElementKind.Dropdown or ElementKind.List or ElementKind.Menu } holder && Read(offered.Noun) is { Kind: ElementKind.Option or ElementKind.ListItem or ElementKind.Any } && holder.Ordinal == 0)
        {
            if (Options(clause.Subject) is { } native)
                return Ruling.Of(offered.Fits(native.Count), clause.Text, $"{native.Count} are offered").NotIf(clause.Negated);
            if (holder.Kind == ElementKind.Dropdown && OpenOptions(holder) is { } floating)
                return Ruling.Of(offered.Fits(Shown(floating).Count), clause.Text, $"{Shown(floating).Count} are offered", [.. Shown(floating)]).NotIf(clause.Negated);
            // The one list that is open now, of which each word is spoken on the page.
            if (_scene.Records.Groups.Where(g => Shown(g).Count > 0 && g.Records[0].Role is "option").ToList() is [var open] && holder.Required.All(t => t.Words.All(w => _scene.SpeaksOf(w) || w is "suggestion" or "suggestions")))
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
        if (slots.Count > 0 && clause.Verb == ClaimVerb.Contain && slots.All(s => Scene.IsField(s.Value) && s.Value.Tag != "select"))
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

    /// <summary>Whether a part of the page holds an item: whole, or as a label with its value.</summary>
    private Ruling RegionHas(Region region, List<ClaimToken> item)
    {
        while (item.Count > 1 && item[0].Is("the", "a", "an", "text", "entry", "also"))
            item = item[1..];
        if (item.Count > 2 && item[^2].Is("in") && item[^1].Is("total"))
            item = item[..^2];
        var expected = $"'{ClaimToken.Join(item)}' in {Short(region.Head is null ? region.Parts[0].ToString() : _scene.ShownText(region.Head))}";
        var split = item.FindIndex(t => t.Is("with", "for", "going", "labelled", "named", "called"));
        if (split < 0)
            split = item.FindIndex(t => t.Is("by", "of"));
        // "an amount of 250.00 EUR": the label with its value decides.
        if (split > 0 && item[split].Is("of") && item.Skip(split + 1).Any(t => t.HasDigit) && LabelledIn(region, item[..split], RawText(item[(split + 1)..]), expected) is { } labelled)
            return labelled;
        if (split > 0 && split + 1 < item.Count)
        {
            if (item[split].Is("for"))
            {
                var phrase = Read(item[(split + 1)..]);
                return Value(item[(split + 1)..], item[..split], TextMode.Whole, slotsOnly: true) is { IsUnknown: false } cell ? cell : Crossing(phrase) is { } crossing && region.Contains(crossing) ? Ruling.Of(ValueText.Equal(RawText(item[..split]), _scene.ShownText(crossing)), expected, $"it shows '{Says(crossing)}'", crossing) : Ruling.Unknown(expected, "not found");
            }

            Ruling Both() => Together(Ruling.All([RegionHas(region, item[..split]), RegionHas(region, [.. item[(split + 1)..].SkipWhile(t => t.Is("to", "an", "a"))])]), region);
            if (item[split].Is("of", "by") && _scene.HasPhrase(Phrase.Tokens(RawText(item))) is false || !item[split].Is("of", "by"))
                return Both();
        }

        // "the error 'X'", "a button 'X'": the kind that is named counts too.
        if (item.Count > 1 && item[^1] is { IsQuoted: true, IsName: false } && item[..^1].All(t => !t.IsQuoted))
            return Look(Read(item), item, [region], listed: false, transient: false, out var nearest) is { } seen ? Ruling.Held(expected, $"'{Short(seen.Text)}'", seen.Node is null ? [] : [seen.Node]) : nearest is null ? Ruling.Failed(expected, "it is not there", region.Parts[0]) : Ruling.Unknown(expected, nearest);
        var tokens = Phrase.Tokens(RawText(item));
        if (tokens.Length == 0)
            return Ruling.Unknown(expected, "nothing to look for");
        foreach (var part in region.Parts)
        {
            foreach (var position in _scene.Find(tokens, part))
            {
                if (!IsDenied(position) && (_scene.Exactly(position, tokens.Length) is not null || _scene.IsTogether(position, tokens.Length) && (item is [{ IsQuoted: true }] || tokens.Length > 1 || tokens[0].Any(char.IsDigit) || Starts(position, part))))
                    return Ruling.Held(expected, $"it says '{Says(_scene.Holder(position, tokens.Length))}'", _scene.Holder(position, tokens.Length));
            }

            // A cell without a text of its own says by its title what it is.
            if (_scene.Length(part) == 0 && part.Name.Length > 0 && Phrase.Equal(_scene.NameTokens(part), tokens) && !Scene.IsControl(part))
                return Ruling.Held(expected, $"it is named '{Short(part.Name)}'", part);
            foreach (var node in part.Descendants().Prepend(part))
            {
                if (!node.IsText && _scene.IsPresent(node) && (node.Name.Length > 0 && Phrase.Equal(_scene.NameTokens(node), tokens) && Scene.IsControl(node)))
                    return Ruling.Held(expected, $"it has '{Short(node.Name)}'", node);
            }

            foreach (var node in WholeNumbers(part, RawText(item)))
                return Ruling.Held(expected, $"it says '{Says(node)}'", node);
        }

        // "the customer Bluewave Foods", "an amount of 250.00 EUR"
        for (var i = 1; i < item.Count; i++)
        {
            foreach (var (label, value) in new[] { (item[..i], item[i..]), (item[i..], item[..i]) })
            {
                var words = label.Where(t => !t.Is("of", "the", "a", "an")).SelectMany(t => Phrase.Tokens(t.Text)).ToArray();
                var text = RawText(DropFirst(value, "of"));
                if (words.Length == 0)
                    continue;
                var slots = _scene.Slots.Slots.Where(s => region.Contains(s.Value) && words.All(w => s.Label.Any(l => Phrase.SameStem(l, w))) && s.Label.Length <= words.Length + 1).ToList();
                if (slots.Count > 0 && slots.All(s => Holds(s, text, TextMode.Whole, false)))
                    return Ruling.Held(expected, $"{string.Join(' ', slots[0].Label)}: {Short(TextOf(slots[0]))}", slots[0].Value);
                if (slots.Count == 1)
                    return Ruling.Failed(expected, $"{string.Join(' ', slots[0].Label)}: {Short(TextOf(slots[0]))}", slots[0].Value);
            }
        }

        var absent = item is [{ IsQuoted: true }] || item.Count <= 4 && !region.Parts.Any(p => tokens.Any(t => _scene.HasStem(p, t) && t.Length > 2));
        return absent ? Ruling.Failed(expected, "it is not there", region.Parts[0]) : Ruling.Unknown(expected, "it is not there in these words");
    }

    // What is said of one thing stands in one place: not here the name and far from it the number.
    private Ruling Together(Ruling both, Region region)
    {
        if (!both.IsHeld || both.Evidence.Count < 2 || region.Parts.Sum(_scene.Length) <= 45)
            return both;
        var common = both.Evidence[0].Ancestors().Prepend(both.Evidence[0]).FirstOrDefault(a => both.Evidence.All(a.IsSelfOrAncestorOf));
        return common is not null && _scene.Length(common) <= 45 ? both : Ruling.Unknown(both.Expected, "its parts stand far from each other");
    }

    private Ruling? LabelledIn(Region region, List<ClaimToken> label, string value, string expected)
    {
        var words = label.Where(t => !t.Is("the", "a", "an")).SelectMany(t => Phrase.Tokens(t.Text)).ToArray();
        var slots = words.Length == 0 ? [] : _scene.Slots.Slots.Where(s => region.Contains(s.Value) && Phrase.Equal(s.Label, words) && (s.Strength >= 3 || s.IsPart)).DistinctBy(s => s.Value.Index).ToList();
        if (slots.Count > 1 && slots.Any(s => s.Strength == 4))
            slots = [.. slots.Where(s => s.Strength == 4)];
        return slots is [var slot] ? Ruling.Of(Holds(slot, value, TextMode.Whole, false), expected, $"{string.Join(' ', slot.Label)}: {Short(TextOf(slot))}", slot.Value) : null;
    }

    // A short word counts only where it begins what is said: "Sales" in "Sales, Support", not "paid" in "not yet paid".
    private bool Starts(int position, UiNode scope) => _scene.Start(_scene.Line(_scene.OwnerAt(position))) == position || _scene.Start(scope) == position || TextFold.Fold(_scene.OwnerAt(position).InnerText.Length > 0 ? _scene.OwnerAt(position).InnerText : _scene.OwnerAt(position).OwnText) is var text && text.Split(',', '·', '|', '(', ')').Any(p => Phrase.Equal(Phrase.Tokens(p), [_scene.TokenAt(position)]));

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
        var tokens = Phrase.Tokens(RawText(thing));
        return shown.Count < place || tokens.Length == 0 ? Ruling.Failed(expected, $"only {shown.Count} are there") : Ruling.Of(_scene.Contains(shown[place - 1], tokens), expected, $"there is '{Says(shown[place - 1])}'", shown[place - 1]);
    }
}
