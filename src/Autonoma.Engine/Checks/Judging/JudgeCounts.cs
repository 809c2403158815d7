using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>How many: "5 rows", "no contacts", "at least three errors", "only one invoice is listed".</summary>
internal sealed partial class Judge
{
    private sealed record Amount(string Compare, int Number, List<ClaimToken> Noun)
    {
        public bool Fits(int count) => Compare switch { ">=" => count >= Number, "<=" => count <= Number, ">" => count > Number, "<" => count < Number, _ => count == Number };

        public override string ToString() => $"{(Compare == "=" ? "" : Compare + " ")}{Number} {ClaimToken.Join(Noun)}";
    }

    /// <summary>The number at the head of a description, with what is counted.</summary>
    private Amount? CountsOf(List<ClaimToken> tokens)
    {
        if (AmountIn(tokens) is not { } amount)
            return null;
        // "3 m 40 s", "1 h 5 min" is one amount of time.
        if (amount.Noun is [{ IsQuoted: false } unit, { HasDigit: true }, ..] && unit.Text.Length <= 4)
            return null;
        // "250 g of lentils", "30 Quay Street": a number that is part of a name.
        if (ValueText.IsUnit(amount.Noun[0].Text) && amount.Noun[0].Text.Length <= 3 || amount.Noun[0].IsCapital && _scene.HasPhrase([amount.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), .. Phrase.Tokens(amount.Noun[0].Text)]))
            return null;
        return amount;
    }

    private static Amount? AmountIn(List<ClaimToken> tokens)
    {
        var i = 0;
        var compare = "=";
        while (i < tokens.Count && tokens[i].Is("the", "exactly", "only", "just", "all", "a", "total", "of", "precisely", "about") && !(i == 0 && tokens[i].Is("of")) && !(tokens[i].Is("a") && i + 1 < tokens.Count && !tokens[i + 1].Is("total", "single", "dozen", "couple")))
            i++;
        if (i + 1 < tokens.Count && tokens[i].Is("at") && tokens[i + 1].Is("least", "most"))
        {
            compare = tokens[i + 1].Is("least") ? ">=" : "<=";
            i += 2;
        }
        else if (i + 1 < tokens.Count && tokens[i].Is("more", "fewer", "less", "over") && tokens[i + 1].Is("than"))
        {
            compare = tokens[i].Is("more") ? ">" : "<";
            i += 2;
        }

        if (i >= tokens.Count || tokens[i].IsQuoted || tokens[i].Is("a", "an", "both", "no", "none", "nothing") && !(tokens[i].Is("no")) || !NumberWords.TryCardinal(tokens[i].Text, out var number))
            return null;
        var noun = tokens[(i + 1)..];
        if (noun.Count == 0 || noun[0].Is("%", "€", "$", "eur", "of", ":", ",", "/") || noun[0].IsQuoted || noun[0].HasDigit)
            return null;
        return new(compare, number, noun);
    }

    private Ruling Existential(Clause clause)
    {
        var obj = clause.Object;
        // "there is a variant called 'X' directly below 'Y'"
        if (NameCount(obj, clause.Text) is { } names)
            return names.NotIf(clause.Negated);
        // A heading is told by its words: none of them is looked for, not counted.
        if (obj.Count > 1 && obj[0].Is("no") && Read(obj[1..]) is { Kind: ElementKind.Heading, HasQuoted: true, IsPlural: false })
            return Seen(obj[1..], [], clause.Negated);
        var amount = CountsOf(obj);
        if (amount is not null)
            return Counted(amount, null).NotIf(clause.Negated);
        if (obj.Count > 0 && obj[0].Is("nothing"))
            return Ruling.Unknown(clause.Text, "'nothing' cannot be judged here");
        var thing = obj.Where((t, i) => !(i == 0 && t.Is("a", "an", "the", "any"))).ToList();
        var negated = clause.Negated;
        if (thing.Count > 0 && thing[0].Is("no"))
        {
            negated = !negated;
            thing = thing[1..];
        }

        var relation = thing.FindIndex(t => t.Is("directly", "immediately", "below", "above", "under"));
        var named = thing.FindIndex(t => t.Is("called", "named", "labelled", "labeled", "titled", "saying", "reading", "with"));
        if (relation > 0 && named > 0 && named + 1 < relation && thing[relation].Is("directly", "immediately", "below", "above"))
            return Relative(thing[(named + 1)..relation], thing[relation..]).NotIf(negated);
        return Seen([.. thing.Where(t => !t.Is("called", "named", "labelled", "labeled", "titled", "saying", "reading"))], [], !negated);
    }

    /// <summary>"there is only one Dash 8", "there are two 'Draft'": how often the name stands on the page as a text of its own.</summary>
    private Ruling? NameCount(List<ClaimToken> obj, string text)
    {
        var rest = obj.SkipWhile(t => t.Is("only", "exactly", "just", "the")).ToList();
        if (rest.Count < 2 || rest[0].IsQuoted || !NumberWords.TryCardinal(rest[0].Text, out var number) || rest[0].Is("a", "an", "no") || !rest[1].IsCapital && !rest[1].IsQuoted || rest.Skip(1).Any(t => t.IsMark || t.Is("in", "on", "with", "of", "and")) || !rest[^1].IsQuoted && KindWords.TryKind(rest[^1].Text, out _))
            return null;
        var words = rest.Skip(1).SelectMany(t => Phrase.Tokens(t.Raw)).ToArray();
        var places = words.Length == 0 ? [] : _scene.Find(words).Select(p => _scene.Exactly(p, words.Length)).OfType<UiNode>().Where(n => !n.Ancestors().Prepend(n).Any(Scene.IsControl)).Distinct().ToList();
        return places.Count == 0 ? null : Ruling.Of(places.Count == number, text, $"{places.Count} are there", [.. places.Take(8)]);
    }

    /// <summary>Compares a number with what is counted in a part of the page (null: anywhere).</summary>
    private Ruling Counted(Amount amount, IReadOnlyList<Region>? within)
    {
        var expected = amount.ToString();
        var noun = amount.Noun;
        // A count with a list of names: "two positions, Insulin crate and Vaccine crate, and no more".
        if (noun.FindIndex(1, t => t.Is(",")) is > 0 and var comma && comma + 1 < noun.Count && !noun.Exists(t => t.Is(":")) && Items(WithoutRest(noun[(comma + 1)..])).TrueForAll(i => i.Count > 0 && (i[0].IsQuoted || i[0].IsCapital || i[0].HasDigit && (i.Count == 1 || i[1].IsCapital || i[1].HasDigit))))
            noun = [.. noun[..comma], new(":", ":"), .. WithoutRest(noun[(comma + 1)..])];
        // "two rows left: A and B"
        if (noun.FindIndex(t => t.Is(":")) is > 1 and var colon && noun[colon - 1].Is("left", "remaining", "listed", "shown", "displayed"))
            noun = [.. noun[..(colon - 1)], .. noun[colon..]];
        // "13 people on site": the figure that is called so.
        if (within is null && NounWords(noun) is { Length: > 1 } called && !noun.Exists(t => t.IsQuoted || t.IsMark) && _scene.Slots.Slots.Where(s => s.Strength > 1 && !Scene.IsField(s.Value) && Phrase.Equal(s.Label, called)).Select(s => TextOf(s)).Distinct().ToList() is [var figure] && int.TryParse(figure, out var told0))
            return Ruling.Of(amount.Fits(told0), expected, $"{string.Join(' ', called)}: {told0}", [.. _scene.Slots.Slots.Where(s => Phrase.Equal(s.Label, called)).Select(s => s.Value).Take(1)]);
        if (within is null && CountBeside(amount, [], expected) is { } beside)
            return beside;
        var cut = noun.FindIndex(1, t => t.Is("in", "on", "inside", "within", "with", "under", "per", "for", "among", "at", "this", "per", ":", "below", "left", "on", "that", "to"));
        if (within is null && (cut < 0 || noun[cut].Is("in", "on", "at") && !noun[cut..].Exists(t => t.IsMark)) && ColumnOf(cut > 0 ? noun[..cut] : noun) is { } column)
            return TotalOf(column.Group, column.Head, amount, expected);
        List<ClaimToken> rest = cut > 0 ? noun[cut..] : [];
        if (cut > 0)
            noun = noun[..cut];
        List<Ruling> also = [];
        List<List<ClaimToken>> listed = [];
        var inOrder = false;
        if (rest.Count > 0 && rest[0].Is(":"))
        {
            listed = Items(OrderedTail(rest[1..], out inOrder));
            also = [.. listed.Select(i => Seen(i, [], true))];
            rest = [];
        }

        var withAt = rest.FindIndex(t => t.Is("with"));
        var with = withAt >= 0 ? rest[(withAt + 1)..] : null;
        if (withAt >= 0)
            rest = rest[..withAt];
        if (rest.Count > 0 && string.Join(' ', rest.Select(t => t.Text)) is "on this page" or "on the page" or "in total" or "on the screen" or "in the list" or "in total on the page" or "this week" or "left" or "per page" or "to be shown")
            rest = rest[0].Is("in") && rest[^1].Is("list") ? rest : rest.Count == 2 && rest[0].Is("this") && !_scene.SpeaksOf(rest[1].Text) ? rest : [];
        // "one document in the print queue", where it says "Print queue: 1 document".
        if (rest.Count > 1 && rest[0].Is("in", "on") && with is null && also.Count == 0 && within is null && NounWords(rest[1..]) is { Length: > 0 } where && !rest.Any(t => t.IsQuoted) && Phrase.Tokens(RawText(noun)) is { Length: > 0 } what && ToldOnce(what[^1], [.. what.SkipLast(1), .. where]) is { } said)
            return Ruling.Of(amount.Fits(said.Number), expected, $"it says '{Says(said.Line)}'", said.Line);
        // "on page 1 of 2"
        if (rest is [{ } onPage, { } pageWord, { HasDigit: true } number, ..] && onPage.Is("on") && pageWord.Is("page") && rest.Count is 3 or 5 && int.TryParse(number.Text, out var here))
        {
            if (!IsAtPage(here) || rest.Count == 5 && !_scene.HasPhrase([number.Text, "of", rest[4].Text]) && !_scene.HasPhrase([number.Text, "/", rest[4].Text]))
                return Ruling.Unknown(expected, "which page it is cannot be told");
            rest = [];
        }

        // "on the first page": where the pager says so.
        if (rest.Count > 2 && rest[0].Is("on") && rest[^1].Is("page") && NumberWords.TryOrdinal(rest[^2].Text, out var turned))
        {
            if (!IsAtPage(turned))
                return Ruling.Unknown(expected, "which page it is cannot be told");
            rest = [];
        }

        if (rest.Count > 0)
        {
            var places = Places(rest, out var unknown);
            if (places is null)
                return Ruling.Unknown(expected, unknown ?? "the place is not found");
            var both = within is null ? [] : places.Where(p => within.Any(w => p.Parts.All(w.Contains))).ToList();
            within = both.Count > 0 ? both : places;
        }

        // "three invoices of I. Sommer": those of them that say so.
        if (noun.FindIndex(1, t => t.Is("of", "by", "from")) is > 0 and var whose && whose + 1 < noun.Count && also.Count == 0 && with is null && noun[(whose + 1)..].Exists(t => t.IsCapital || t.IsQuoted) && GroupFor(Read(noun[..whose]), within) is { } owned)
        {
            var owner = Phrase.Tokens(RawText(noun[(whose + 1)..]));
            var theirs = Shown(owned).Where(r => _scene.Find(owner, r).Any(p => _scene.Exactly(p, owner.Length) is not null && !IsDenied(p))).ToList();
            if (theirs.Count > 0)
                return Ruling.Of(amount.Fits(theirs.Count), expected, $"{theirs.Count} are there", [.. theirs.Take(12)]);
        }

        var phrase = Read(noun);
        var counted = HowMany(phrase, within);
        if (counted is null && within is null && also.Count == 0 && with is null && phrase.Required.SelectMany(t => t.Words).ToList() is { Count: > 0 } told && ToldOnce(told[^1], told[..^1]) is { } text)
            return Ruling.Of(amount.Fits(text.Number), expected, $"it says '{Says(text.Line)}'", text.Line);
        if (counted is null && within is null && also.Count == 0 && with is null && amount.Fits(0) && !amount.Fits(1) && NoSuchControl(phrase))
            return Ruling.Held(expected, "none is displayed") with { IsAbsence = true };
        // "There is no Remove button in the row of X": others have one.
        if (counted is null && within is [{ } only] && also.Count == 0 && with is null && amount.Fits(0) && !amount.Fits(1) && phrase.Kind is ElementKind.Button or ElementKind.Link && phrase.Required.Any() && only.Parts.All(p => _scene.Records.GroupOf(p) is not null) && HowMany(phrase, null) is { Count: > 0 })
            return Ruling.Held(expected, "none is there") with { IsAbsence = true };
        if (counted is null && also.Count == 0 && with is null && listed.Count == 0 && CountOfOnlyList(amount, noun, within, expected) is { } onlyList)
            return onlyList;
        if (counted is not { } c)
            return Ruling.Unknown(expected, $"it is not plain what '{ClaimToken.Join(noun)}' are on this screen");
        // "No changes." is not one of them.
        if (c.Nodes is [var none] && c.Count == 1 && _scene.Tokens(none) is [var denial, var denied, ..] && denial is "no" or "none" or "nothing" && (noun.Exists(t => Phrase.SameStem(t.Text, denied)) || EntryNouns.Contains(denied) || denied is "to" or "here" or "yet" or "found") && ReferenceEquals(_scene.Line(_scene.OwnerAt(_scene.Start(none))), _scene.Line(_scene.OwnerAt(_scene.End(none) - 1))) && !none.Descendants().Any(Scene.IsControl))
            c = (0, c.Nodes, true);
        if (phrase.Kind is ElementKind.Message && MayBeOne(phrase, c.Nodes, amount, n => within is null || within.Any(w => w.Contains(n))) is { } further)
            return Ruling.Unknown(expected, $"'{Says(further)}' may be one");
        if (amount.Fits(c.Count) && IsColumnOf(noun[^1].Text, c.Nodes))
            return Ruling.Unknown(expected, $"'{noun[^1]}' is a column of theirs");
        // "Five deals", where a sixth card only offers to add one.
        if (c.Nodes.Count == c.Count && phrase.Kind == ElementKind.Any && also.Count == 0 && with is null && WithoutOffer(c.Nodes) is { } real && real.Count < c.Count)
            return amount.Fits(real.Count) ? Ruling.Held(expected, $"{real.Count} are there{Examples(real)}", [.. real.Take(12)]) : Ruling.Unknown(expected, $"{real.Count} or {c.Count} are there");
        if (c.Sure == false && !amount.Fits(c.Count))
            return Ruling.Unknown(expected, $"{c.Count} by one way of counting");
        // Two or three blocks that lists stand in lay the page out; and what only the title of the page is called after may be another list.
        if (!amount.Fits(c.Count) && c.Nodes.Count is > 0 and <= 3 && phrase.Kind == ElementKind.Any && IsLayout(c.Nodes))
            return Ruling.Unknown(expected, $"{c.Count} by one way of counting");
        // What is the only list of a place need not be of that noun.
        if (within is not null && !amount.Fits(c.Count) && phrase.Kind == ElementKind.Any && c.Nodes.Count > 0 && _scene.Records.GroupOf(c.Nodes[0]) is { } listing && NounWords(noun) is [.., var counting] && !GroupIsOf(listing, counting))
            return Ruling.Unknown(expected, $"{c.Count} by one way of counting");
        // Six of the eight are on this page.
        if (c.Nodes.Count > 0 && !amount.Fits(c.Count) && GoesOn(c.Nodes))
            return Ruling.Unknown(expected, $"{c.Count} are on this page, and there are more pages");
        // "four columns: A, B, C and D": each of those that were counted, in that order if it is said.
        if (listed.Count > 0 && c.Nodes.Count == c.Count)
        {
            var places = listed.Select(i => Phrase.Tokens(RawText(i))).Select(n => c.Nodes.ToList().FindIndex(x => n.Length > 0 && _scene.Find(n, x).Any(p => _scene.Start(x) == p || _scene.Exactly(p, n.Length) is not null && _scene.Length(x) < 12))).ToList();
            var fits = places.All(p => p >= 0) && places.Distinct().Count() == c.Count && (!inOrder || places.Zip(places.Skip(1)).All(p => p.First < p.Second));
            if (!fits && amount.Fits(c.Count) && FirstWords(listed, c.Nodes) is { } named)
                fits = named.Distinct().Count() == c.Count && (!inOrder || named.Zip(named.Skip(1)).All(p => p.First < p.Second));
            return Ruling.Of(fits && amount.Fits(c.Count), expected, fits ? $"{c.Count} are there" : $"they are {Short(string.Join(", ", c.Nodes.Take(8).Select(n => Short(_scene.ShownText(n)))))}", [.. c.Nodes.Take(12)]);
        }

        // "6 questions", where the page says just that of what was not found: other things were counted.
        if ((within is null || within.All(w => w.Contains(_scene.Root))) && !amount.Fits(c.Count) && amount.Compare == "=" && _scene.Find([amount.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), .. NounWords(noun)]).Any(p => !IsDenied(p)))
            return Ruling.Unknown(expected, $"{c.Count} are found, though it says {amount.Number}");
        var ruling = Ruling.Of(amount.Fits(c.Count), expected, $"{c.Count} {(c.Count == 1 ? "is" : "are")} there{Examples(c.Nodes)}", [.. c.Nodes.Take(12)]) with { IsAbsence = amount.Number == 0 && amount.Compare == "=" };
        if (with is not null && within is { Count: 1 })
            also.Add(RegionHas(within[0], with));
        else if (with is not null)
            also.Add(Ruling.Unknown(ClaimToken.Join(with), $"'with {ClaimToken.Join(with)}' is not understood"));
        return also.Count == 0 ? ruling : Ruling.All([ruling, .. also]);
    }

    // "two rows: Hedda and Ole", who are Hedda Brandt and Ole Brandt there: the text of one entry alone begins so.
    private List<int>? FirstWords(List<List<ClaimToken>> listed, IReadOnlyList<UiNode> entries)
    {
        var places = new List<int>();
        foreach (var item in listed)
        {
            var words = Phrase.Tokens(RawText(item));
            var at = Enumerable.Range(0, entries.Count).Where(i => words.Length > 0 && _scene.Find(words, entries[i]).Any(p => entries[i].Descendants().Any(n => n.IsText && _scene.Start(n) == p))).ToList();
            if (at is not [var one])
                return null;
            places.Add(one);
        }

        return places;
    }

    // What was counted: the first and the last of them, so that a wrong list is seen at once.
    private string Examples(IReadOnlyList<UiNode> nodes)
    {
        static string Cut(string text) => text.Length <= 40 ? text : text[..37] + "...";
        return nodes.Count == 0 ? "" : nodes.Count == 1 ? $": '{Cut(_scene.ShownText(nodes[0]))}'" : $": '{Cut(_scene.ShownText(nodes[0]))}' to '{Cut(_scene.ShownText(nodes[^1]))}'";
    }

    // "and no more", "nothing else": the count says so already.
    private static List<ClaimToken> WithoutRest(List<ClaimToken> listed)
    {
        for (var n = 3; n >= 2; n--)
        {
            if (listed.Count > n && string.Join(' ', listed.TakeLast(n).Select(t => t.Text)) is "and no more" or "and no others" or "and nothing else" or "nothing else" or "no more" or "no others")
                listed = listed[..^n];
        }

        return listed.Count > 0 && listed[^1].Is(",") ? listed[..^1] : listed;
    }

    private static readonly HashSet<string> Homonyms = new(StringComparer.Ordinal) { "segment", "tool", "choice", "selection", "range", "editor", "player", "clip", "anchor", "sign", "selector", "picker", "chooser", "loader" };

    private (int Count, IReadOnlyList<UiNode> Nodes, bool Sure)? HowMany(NounPhrase phrase, IReadOnlyList<Region>? within)
    {
        bool Inside(UiNode n) => within is null || within.Any(r => r.Contains(n));
        var required = phrase.Required.ToList();
        if (phrase.Kind is ElementKind.Message && !(phrase.KindText is "message" or "messages" or "notifications" && GroupFor(NounPhrase.Read([new ClaimToken("message", "message")], null), within) is not null))
        {
            var messages = Messages(phrase).Where(m => m.Node is not null && Inside(m.Node)).Select(m => m.Node!).ToList();
            // That none is known as one is no proof, unless it is errors that were asked for and no text tells of one either.
            var isOfErrors = phrase.KindText.StartsWith("error", StringComparison.Ordinal) || phrase.KindText.StartsWith("validation", StringComparison.Ordinal);
            if (messages.Count == 0 && isOfErrors && FailureTold(Inside) is not null)
                return null;
            return (messages.Count, messages, messages.Count > 0 || isOfErrors);
        }

        if (phrase.Kind is ElementKind.Column && required.Count == 0)
        {
            var heads = _scene.Records.Groups.Where(g => g.Heads.Count > 0 && Inside(g.Parent)).Select(g => g.Heads).FirstOrDefault();
            if (heads is not null)
                return (heads.Count, heads, false);
            var lanes = _scene.Records.Groups.Where(g => Inside(g.Parent) && g.Records.Count > 1 && g.Records.Count(r => r.Descendants().Any(d => _scene.Records.GroupOf(d) is { IsStructured: true })) > 1).OrderBy(g => g.Parent.Index).FirstOrDefault();
            return lanes is null ? null : (lanes.Records.Count, lanes.Records, true);
        }

        if (phrase.Kind is ElementKind.Row or ElementKind.ListItem or ElementKind.Card or ElementKind.Option or ElementKind.MenuItem && required.Count > 0)
        {
            // "history entries", "contacts rows": in the part of that name.
            var named = _regions.Find(NounPhrase.Read([.. required.SelectMany(t => t.Words).Select(w => new ClaimToken(w, w))], _scene)).Where(r => within is null || within.Any(w => r.Parts.All(w.Contains))).ToList();
            if (named.Count == 1 && MainGroup(named[0].Contains, phrase.Kind, true) is { } part)
                return (Shown(part).Count, Shown(part), true);
            if (required.Count == 1 && GroupFor(NounPhrase.Read([.. required[0].Words.Select(w => new ClaimToken(w, w))], null), within) is { } of)
                return (Shown(of).Count, Shown(of), true);
            return null;
        }

        if (phrase.Kind is ElementKind.Row or ElementKind.ListItem or ElementKind.Card or ElementKind.Option or ElementKind.MenuItem)
        {
            if (MainGroup(Inside, phrase.Kind, within is not null) is { } group)
                return (Shown(group).Count, Shown(group), true);
            // A link or title alone is not the list that it names.
            return within is [{ Parts: var parts } place] && (place.Head is null || parts.Sum(_scene.Length) > _scene.Length(place.Head)) && !parts.All(Scene.IsControl) && _scene.Records.Groups.All(g => !Inside(g.Parent) || Shown(g).Count == 0)
                // It is sure only where it says so itself: the name may stand in a paragraph, and the entries elsewhere or be of a kind that is not known as such.
                ? (0, [], parts.Any(p => _scene.Tokens(p).Any(t => t is "no" or "none" or "nothing" or "empty" or "yet"))) : null;
        }

        // "four segments" of a text, "three players": words for kinds of controls and for much else.
        if (Homonyms.Contains(Phrase.Stem(phrase.KindText)))
            return GroupFor(phrase, within) is { } others ? (Shown(others).Count, Shown(others), true) : null;
        if (Kinds.IsControlKind(phrase.Kind) || phrase.Kind is ElementKind.Heading or ElementKind.Image)
        {
            var nodes = _scene.Nodes.Where(n => !n.IsText && _scene.IsShown(n) && Inside(n) && StrictKind(n, phrase.Kind) && required.All(t => _resolver.Coverage.OwnHas(n, t.Words, t.IsQuoted))).ToList();
            nodes = [.. nodes.Where(n => !nodes.Any(o => !ReferenceEquals(o, n) && o.IsSelfOrAncestorOf(n)))];
            return nodes.Count == 0 ? null : (nodes.Count, nodes, true);
        }

        if (required.Count == 0)
            return null;
        // "low stock products": the last word is what is counted, the others say which.
        var all = required.SelectMany(t => t.Words).ToList();
        var head = all[^1];
        var adjectives = required.Take(required.Count - 1).ToList();
        if (required[^1].Words.Length > 1)
        {
            var words = required[^1].Words[..^1];
            adjectives.Add(new(words, false, false));
        }

        if (required.Count == 1 && required[0].Words.Length == 1 || adjectives.Count == 0)
            adjectives = [];
        var singular = NounPhrase.Read([new ClaimToken(head, head)], null);
        if (within is [{ Head: not null } captioned] && adjectives.Count == 0 && IsListed(captioned) && GroupIsOf(_scene.Records.GroupOf(captioned.Parts[0])!, head))
            return (captioned.Parts.Count, captioned.Parts, true);
        if ((GroupFor(singular, within) ?? (within is null ? MailGroup(head) : null)) is { } records)
        {
            var shown = Shown(records);
            // A column called so, behind the one that names the entries, counts something in each: they themselves are something else.
            var isSure = !records.Heads.Skip(1).Any(h => _scene.Tokens(h) is [var one] && Phrase.SameStem(one, head) && shown.All(r => CellUnder(r, h) is not { } cell || _scene.Length(cell) == 0 || NumberIn(cell) is not null));
            // The filter that is on says which they are.
            if (adjectives.Count == 0 || IsFilteredBy([.. adjectives.SelectMany(a => a.Words)]) && AreOfView([.. adjectives.SelectMany(a => a.Words)], shown))
                return (shown.Count, shown, isSure);
            if (adjectives is [{ Words: [var state] }] && shown.Select(r => HasMark(r, state)).ToList() is var marks && marks.Any(m => m is not null))
                return (marks.Count(m => m == true), [.. shown.Where((_, i) => marks[i] == true)], true);
            var fit = shown.Where(r => adjectives.All(a => Describes(r, a))).ToList();
            if (fit.Count > 0 || adjectives.All(a => shown.Any(r => _scene.HasStem(r, a.Words[0]))))
                return (fit.Count, fit, true);
            if (adjectives.All(a => _resolver.Coverage.OwnHas(records.Parent, a.Words) || _scene.Heads.Over(records.Parent).Take(2).Concat(_scene.Heads.Over(shown.FirstOrDefault() ?? records.Parent).Take(2)).Any(h => h.Head is not null && _resolver.Coverage.HasIn(h.Head, a.Words, false))))
                return (shown.Count, shown, true);
        }

        if (within is not null && adjectives.Count == 0 && head is "people" or "persons" or "entries" or "items" or "results" or "options" or "records" or "matches" or "hits" or "suggestions" or "values" or "names" && within is not null && MainGroup(Inside, ElementKind.ListItem, true) is { } any)
            return (Shown(any).Count, Shown(any), true);
        return null;
    }

    /// <summary>"3 orders are completed", "2 questions are answered": the records that say so, or the text that counts them.</summary>
    private Ruling CountedAs(Amount amount, List<ClaimToken> quality)
    {
        var expected = $"{amount} {ClaimToken.Join(quality)}";
        if (!quality.Any(t => t.Is("not", "no")) && CountBeside(amount, quality, expected) is { } beside)
            return beside;
        var according = quality.FindIndex(t => t.Is("according", "in", "on", "of"));
        if (according > 0 && quality[according].Is("according"))
            quality = quality[..according];
        var words = quality.SelectMany(t => Phrase.Tokens(t.Text)).ToArray();
        if (words.Length is 0 or > 3 || words.Any(DenialWords.Contains))
            return Ruling.Unknown(expected, "it is not plain what is counted");
        var told = new List<(int Number, UiNode Line)>();
        var group = GroupFor(Read(amount.Noun), null);
        for (var p = 0; p + words.Length <= _scene.TokenCount; p++)
        {
            var from = p;
            if (!words.Select((w, i) => SameWord(_scene.TokenAt(from + i), w)).All(x => x) || IsDenied(p))
                continue;
            var line = _scene.Line(_scene.OwnerAt(p));
            var tokens = _scene.Tokens(line);
            // "Revoked 3 Jan", "3 h 15 m, non-stop": what an entry says of itself counts no entries, and a day is no number of them.
            if (group?.Records.Any(r => r.IsSelfOrAncestorOf(line)) == true || tokens.Zip(tokens.Skip(1)).Any(t => t.First.All(char.IsDigit) && (IsMonthName(t.Second) || t.Second is "h" or "m" or "min")))
                continue;
            // "Packed 50 %" is a share, not a count.
            if (tokens.Count <= words.Length + 5 && !tokens.Contains("%") && tokens.FirstOrDefault(t => t.All(char.IsDigit)) is { } number && int.TryParse(number, out var n))
                told.Add((n, line));
        }

        int? counted = group is null || group.Records.Count < 2 ? null : Shown(group).Count(r => SwitchSays(r, words) ?? _scene.Find(words, r).Any(p => _scene.Exactly(p, words.Length) is not null && !IsDenied(p))
            || r.Descendants().Any(d => !d.IsText && _scene.IsPresent(d) && d.Role is "img" or "generic" && d.NameSource is NameSource.Title or NameSource.AriaLabel or NameSource.Alt or NameSource.SvgTitle && Phrase.Equal(_scene.NameTokens(d), words)));
        if (counted == 0)
            counted = null;
        var numbers = told.Select(t => t.Number).Concat(counted is { } c ? [c] : []).Distinct().ToList();
        if (numbers.Count == 0 && quality is [{ } deed] && deed.Is("counted", "reported", "recorded", "registered", "included", "listed", "processed") && CountLabelled(amount) is { } labelled)
            return labelled.Telling(deed.Text);
        if (numbers.Count != 1)
            return Ruling.Unknown(expected, numbers.Count == 0 ? "no text counts them" : $"counts differ: {string.Join(", ", numbers)}");
        return Ruling.Of(amount.Fits(numbers[0]), expected, $"{numbers[0]} are", [.. told.Select(t => t.Line)]);
    }

    private bool Describes(UiNode record, Term adjective) => _scene.Find(adjective.Words, record).Any(p => !IsDenied(p))
        || adjective.Words.Length > 1 && !adjective.IsQuoted && record.Descendants().Any(n => n.IsText && _scene.IsShown(n) && adjective.Words.All(w => _scene.Contains(n, [w])) && !_scene.Tokens(n).Any(DenialWords.Contains));

    private static bool StrictKind(UiNode n, ElementKind kind) => kind switch
    {
        ElementKind.Button => n.Role == "button",
        ElementKind.Link => n.Role == "link",
        ElementKind.Tab => n.Role == "tab" || Scene.ClassWords(n.ClassName).Contains("tab"),
        ElementKind.Checkbox => n.Role is "checkbox" or "switch",
        ElementKind.Radio => n.Role == "radio",
        ElementKind.Field => Scene.IsField(n),
        ElementKind.Dropdown => n.Tag == "select" || n.Role == "combobox",
        ElementKind.Option or ElementKind.MenuItem => n.Role is "option" or "menuitem",
        ElementKind.Icon => n.Role == "img",
        _ => Kinds.Fits(n, kind),
    };

    /// <summary>"3 invoices are listed", "only paid orders are listed", "no contacts are listed".</summary>
    private Ruling CountSeen(Clause clause, List<ClaimToken> subject, List<ClaimToken> rest, bool positive)
    {
        var amount = CountsOf(subject);
        IReadOnlyList<Region>? within = null;
        // "8 problems found is displayed": a text of just these words, which is what the user reads.
        if (amount is { Compare: "=" } && positive && rest.All(t => !t.IsQuoted) && TextOfCount(amount) is { } text && (rest.Count == 0 || IsAt(text, rest)))
            return Ruling.Held(clause.Text, $"it says '{Says(text)}'", text);
        if (rest.Count > 0)
        {
            within = Places(rest, out var unknown);
            if (within is null && unknown is not null)
                return Ruling.Unknown(clause.Text, unknown);
        }

        if (amount is not null && !positive)
            return amount is { Compare: "=" } && TextOfCount(amount) is { } there && within is null ? Ruling.Failed(clause.Text, $"it says '{Says(there)}'", there) : Ruling.Unknown(clause.Text, "how many are not there cannot be told");
        if (amount is not null)
            return Counted(amount, within);
        var phrase = Read(subject);
        if (phrase.Quantifier == "no")
        {
            var counted = HowMany(Read(subject.Where(t => !t.Is("no")).ToList()), within);
            if (counted is null && _scene.Records.Groups.All(g => !g.IsTable || Shown(g).Count == 0))
                return Ruling.Unknown(clause.Text, "it is not plain what is counted");
            return counted is { } c ? Ruling.Of(c.Count == 0 == positive, $"no {phrase}", $"{c.Count} there", [.. c.Nodes.Take(5)]) with { IsAbsence = true } : Ruling.Unknown(clause.Text, "it is not plain what is counted");
        }

        if (phrase.Quantifier == "only" && positive)
            return OnlyListed(subject, within);
        return Ruling.Unknown(clause.Text, "it is not plain what is counted");
    }

    /// <summary>The text that reads just as the count is claimed, outside of controls.</summary>
    private UiNode? TextOfCount(Amount amount)
    {
        string[] words = [amount.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), .. amount.Noun.SelectMany(t => Phrase.Tokens(t.Text))];
        return words.Length < 2 ? null : _scene.Find(words).Select(p => _scene.Exactly(p, words.Length)).OfType<UiNode>().FirstOrDefault(n => !n.Ancestors().Prepend(n).Any(a => Scene.IsControl(a) || a.Role is "columnheader"));
    }

    /// <summary>Whether a text stands at the top or bottom of the page or form, as far as its place tells.</summary>
    private bool IsAt(UiNode node, List<ClaimToken> place)
    {
        var box = node.IsText ? node.Parent! : node;
        var top = place.Any(t => t.Is("top"));
        if (!place[0].Is("at", "on") || !top && !place.Any(t => t.Is("bottom")) || box.Bounds.IsEmpty || place.Any(t => !t.Is("at", "on", "the", "top", "bottom", "of", "page", "form", "screen")))
            return false;
        var fields = _scene.Nodes.Where(n => Scene.IsField(n) && _scene.IsShown(n) && !n.Bounds.IsEmpty && n.Role is not ("progressbar" or "meter")).ToList();
        var height = Math.Max(_scene.Observation.PageSize.Height, _scene.Observation.Viewport.Height);
        return fields.Count > 2 ? top ? box.Bounds.Y <= fields.Min(f => f.Bounds.Y) : box.Bounds.Y >= fields.Max(f => f.Bounds.Y) : top ? box.Bounds.Y < height / 3 : box.Bounds.Y > height * 2 / 3;
    }

    /// <summary>"at the top", "at the bottom of the page", "in the top right corner".</summary>
    private static bool IsEdge(List<ClaimToken> place)
        => place.Count > 1 && place[0].Is("at", "on", "in") && place.Any(t => t.Is("top", "bottom")) && place.All(t => t.Is("at", "on", "in", "the", "top", "bottom", "left", "right", "of", "page", "screen", "window", "corner", "very", "side", "-"));

    /// <summary>Whether something lies in that half of what is seen, or of the page.</summary>
    private bool AtEdge(UiNode node, List<ClaimToken> place)
    {
        var box = node.IsText ? node.Parent! : node;
        if (box.Bounds.IsEmpty)
            return false;
        var height = box.Layer > 0 ? _scene.Observation.Viewport.Height : Math.Max(_scene.Observation.PageSize.Height, _scene.Observation.Viewport.Height);
        var (x, y) = (box.Bounds.X + box.Bounds.Width / 2, box.Bounds.Y + box.Bounds.Height / 2);
        return (place.Any(t => t.Is("top")) ? y < height * 0.4 : y > height * 0.6) && (!place.Any(t => t.Is("left")) || x < _scene.Observation.Viewport.Width * 0.5) && (!place.Any(t => t.Is("right")) || x > _scene.Observation.Viewport.Width * 0.5);
    }

    /// <summary>"No tasks are planned in Sprint 15": the text of that part says so: "No tasks planned", "No tasks".</summary>
    private Ruling? NoneTold(Clause clause, List<ClaimToken> subject, List<ClaimToken> rest)
    {
        var words = subject.Where(t => !t.Is("no", "the", "any", "there")).Concat(clause.Object.Take(1).Where(t => t.Is("planned", "scheduled", "found", "added", "recorded", "available", "selected"))).SelectMany(t => Phrase.Tokens(t.Text)).ToList();
        var regions = rest.Count > 0 ? Places(rest, out _) : null;
        if (words.Count == 0 || rest.Count > 0 && regions is null)
            return null;
        foreach (var position in _scene.Find(["no"]))
        {
            var line = _scene.Line(_scene.OwnerAt(position));
            var tokens = _scene.Tokens(line).Where(t => !Fillers.Contains(t) && t is not ("yet" or "here" or "found")).ToList();
            if (_scene.Start(line) == position && tokens.Count <= words.Count + 1 && tokens.Skip(1).All(t => words.Any(w => SameWord(w, t))) && words.All(w => tokens.Any(t => SameWord(w, t)) || w is "found" or "available" or "planned" or "recorded") && (regions is null || regions.Any(r => r.Contains(line))) && !line.Ancestors().Any(Scene.IsControl))
                return Ruling.Held(clause.Text, $"it says '{Says(line)}'", line) with { IsAbsence = true };
        }

        return null;
    }
}
