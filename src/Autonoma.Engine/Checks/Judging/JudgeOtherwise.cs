using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>Claims said in other ways: turned into one that a rule reads, or judged when no rule decided.</summary>
internal sealed partial class Judge
{
    /// <summary>"mentions neither A nor B", "neither of the two is ticked", "comes last": said as the rules read it; null when it is nothing of that.</summary>
    private Ruling? Reworded(Clause clause)
    {
        var obj = clause.Object;
        if (obj.Count > 3 && obj[0].Is("neither") && !clause.Negated && clause.Subject.Count > 0)
        {
            var items = Items([.. obj[1..].Select(t => t.Is("nor") ? ClaimToken.Word("and") : t)]);
            return items.Count < 2 ? Ruling.Unknown(clause.Text, "'neither' needs two things") : Ruling.All(items.Select(i => Decide(clause with { Object = i, Negated = true })));
        }

        if (clause.Verb == ClaimVerb.Have && MoreThanOthers(obj, out _) is not null)
            return ExtremeOf(clause) ?? Ruling.Unknown(clause.Text, "the values to compare are not found");
        if (EitherColour(clause) is { } either)
            return either;
        if (BeyondRules(clause) is { } beyond)
            return Ruling.Unknown(clause.Text, beyond);
        // "Two doors are in the ordered list", while the tab Ordered is open: the tab is not the list.
        if (clause is { Verb: ClaimVerb.Be, Negated: false, Object: [{ } inside, _, ..] } && inside.Is("in", "on", "under") && CountsOf(clause.Subject) is not null && WithoutView(clause) is { } chosen && Decide(chosen) is { IsUnknown: false } listedThere)
            return listedThere;
        if (NamedByItsText(clause) is { } text)
            return Decide(text);
        if (DeniedInEntry(clause) is { } denied)
            return denied;

        // The reader took "neither" for a denial of what is said of the two.
        if (clause is { Negated: true, Verb: ClaimVerb.Be, Subject: [{ } of, _, ..] } && of.Is("of") && StatePhrases.TryState(obj, out var state, out var value) && state != ElementState.Visible)
            return AllAre(Read([ClaimToken.Word("both"), .. clause.Subject[1..]]), state, !value);
        if ((ChosenIn(clause) ?? NumberNextTo(clause) ?? OpenedWith(clause) ?? NoContainer(clause) ?? Excepting(clause) ?? Between(clause) ?? OnlyPainted(clause) ?? ExplainedIn(clause) ?? NothingAbout(clause) ?? FiltersSet(clause) ?? StateInEvery(clause) ?? MoreThanEach(clause)) is { } turned)
            return turned;
        if ((AmongThem(clause) ?? PaintedThere(clause) ?? SeveralRead(clause)) is { } both)
            return both;
        if (clause.Verb == ClaimVerb.Be && DropFirst(obj, "the") is [var rank, var to, { IsQuoted: false } done] && rank.Is("first", "last") && to.Is("to"))
            return FirstTo(clause, rank.Is("last"), done.Text).NotIf(clause.Negated);
        if (clause.Verb == ClaimVerb.Be && obj.Count > 1 && obj[0].Is(MarkedWords) && MarkOf(clause) is { IsUnknown: false } mark)
            return mark;
        if (AllSwitches(clause) is { } switches)
            return switches;
        // "focus is on the Vehicle list"
        if (clause.Verb == ClaimVerb.Be && clause.Subject.Count is 1 or 2 or 3 && clause.Subject[^1].Is("focus", "cursor") && clause.Subject.SkipLast(1).All(t => t.Is("the", "keyboard", "input", "text")) && obj.Count > 1 && obj[0].Is("on", "in"))
            return StateOf(Read(obj[1..]), ElementState.Focused, true).NotIf(clause.Negated);
        // "For LB-118 no driver is assigned": it has none.
        if (clause.Verb == ClaimVerb.Be && !clause.Negated && clause.Subject is [var leading, ..] && leading.Is("for") && clause.Subject.FindIndex(t => t.Is("no")) is > 1 and var none && none + 1 < clause.Subject.Count && obj is [{ IsQuoted: false } given] && given.Is("assigned", "set", "given", "entered", "recorded", "chosen", "selected", "planned", "known", "booked"))
            return HasInColumn([.. clause.Subject[1..none].Where(t => !t.IsMark)], clause.Subject[(none + 1)..], clause.Text) is { } has ? has.Not().Telling(given.Text) with { IsAbsence = true } : null;
        // "The filter shows only A and B": only they are listed.
        if (clause.Verb == ClaimVerb.Show && !clause.Negated && obj.Count > 1 && obj[0].Is("only", "just") && NounWords(clause.Subject) is [.., var view] && view is "filter" or "search" or "list" or "table" or "view" or "page" or "grid" && OnlyListed([ClaimToken.Word("only"), .. obj[1..]], null) is { IsUnknown: false } only)
            return only;
        if (clause.Verb == ClaimVerb.Belong && clause.VerbText is "comes" or "come" && obj.Count > 0 && TryOrdinalPlace(obj, out _, out _))
            return Decide(clause with { Verb = ClaimVerb.Be, VerbText = "is" });
        return null;
    }

    /// <summary>When the rules did not decide, or went by a weak neighbour: other ways in which the page itself tells it.</summary>
    private Ruling Otherwise(Clause clause, Ruling ruling)
    {
        if (clause.Subject.Count == 0 || clause.Object.Count == 0)
            return ruling;
        if ((clause.Negated || !ruling.IsHeld) && TextAt(clause with { Negated = false }) is { } text)
            return text.NotIf(clause.Negated);
        // What the field holds is not what the note below it says.
        if (ruling.Verdict == CheckVerdict.Failed && TextPlace(clause.Subject) is [{ } side, ..] && side.Is(Sides))
            return Ruling.Unknown(clause.Text, "no such text is found there");
        if (!ruling.IsHeld && (BadgeBeside(clause) ?? InItsHead(clause)) is { } beside)
            return beside;
        if (BadgeOf(clause) is { } badge)
            return badge.NotIf(clause.Negated);
        // "Two tickets carry X": that one does is not enough.
        if (ruling is { IsHeld: true, IsAccounted: false } && (clause.Verb is ClaimVerb.Have or ClaimVerb.Belong or ClaimVerb.Contain || clause.Verb == ClaimVerb.Be && clause.Object[0].Is("by", "from", "with")) && CountsOf(clause.Subject) is { } many && !_scene.HasPhrase([many.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), .. Phrase.Tokens(many.Noun[0].Text)]))
            return HavingCount(clause) ?? CountOfMembers(clause) ?? Ruling.Unknown(clause.Text, "how many do cannot be told");
        if (ruling.IsHeld && !clause.Negated)
            return ruling;
        if (CountTold(clause) is { } told)
            return told.NotIf(clause.Negated);
        if (!ruling.IsUnknown)
            return ruling;
        if ((ExtremeOf(clause) ?? OfMembers(clause) ?? Figure(clause)) is { IsUnknown: false } members)
            return members;
        return (HavingCount(clause) ?? Measured(clause) ?? MoreOrLess(clause) ?? Written(clause)) is { IsUnknown: false } other ? other : ruling;
    }

    /// <summary>"SO-773 has the highest total": of the column or label of that name, no other record has as much.</summary>
    private Ruling? Superlative(List<ClaimToken> subject, List<ClaimToken> obj)
    {
        if (obj.Count is < 2 or > 3 || obj.Any(t => t.IsQuoted) || !(obj[0].Is("highest", "largest", "biggest", "greatest", "longest", "most") is var up && up || obj[0].Is("lowest", "smallest", "fewest", "least", "shortest")))
            return null;
        var expected = $"{ClaimToken.Join(subject)} has the {ClaimToken.Join(obj)}";
        if (_resolver.RecordsOf(Read(subject), rowsOnly: true) is not [var match])
            return Ruling.Unknown(expected, $"no one record fits '{ClaimToken.Join(subject)}'");
        var shown = Shown(match.Group);
        var values = KeyValues(match.Group, shown, obj[1..], false, false);
        if (values is null || values.Count < 2 || values.Any(v => v?.Number is null))
            return Ruling.Unknown(expected, "the values to compare are not found");
        var numbers = values.Select(v => v!.Number!.Value).ToList();
        var best = up ? numbers.Max() : numbers.Min();
        var at = shown.IndexOf(match.Record);
        return at < 0 || numbers.Count(n => n == best) > 1 ? Ruling.Unknown(expected, "several have as much") : Ruling.Of(numbers[at] == best, expected, $"it has {numbers[at]} of at {(up ? "most" : "least")} {best}", match.Record);
    }

    /// <summary>"Brandt has 12 days left": a column or label of just these words holds the number.</summary>
    private Ruling? Labelled(List<ClaimToken> subject, Amount amount)
    {
        var words = amount.Noun.SelectMany(t => Phrase.Tokens(t.Text)).ToArray();
        if (amount.Noun.Any(t => t.IsQuoted) || _resolver.RecordsOf(Read(subject), rowsOnly: true) is not [var match])
            return null;
        var slots = _scene.Slots.Slots.Where(s => match.Record.IsSelfOrAncestorOf(s.Value) && s.Label.Length == words.Length && s.Label.Zip(words).All(p => Phrase.SameStem(p.First, p.Second))).DistinctBy(s => s.Value.Index).ToList();
        return slots is [var slot] && int.TryParse(TextOf(slot), out var number) ? Ruling.Of(amount.Fits(number), $"{ClaimToken.Join(subject)}: {amount}", $"{string.Join(' ', slot.Label)}: {number}", slot.Value) : null;
    }

    /// <summary>"The number of nights is 3" where the page says "3 nights"; "the thread counts 8 posts", "the footer shows 40 articles" where it says so.</summary>
    private Ruling? CountTold(Clause clause)
    {
        if (clause.Verb is ClaimVerb.Be or ClaimVerb.Read or ClaimVerb.Show && clause.Object is [{ HasDigit: true } or { IsQuoted: false }] && NumberWords.TryCardinal(clause.Object[0].Text, out var number))
        {
            var subject = DropFirst(clause.Subject, "the", "total");
            if (subject.Count < 3 || !subject[0].Is("number", "count", "amount") || !subject[1].Is("of") || subject.Skip(2).Any(t => t.IsQuoted))
                return null;
            var words = subject.Skip(2).SelectMany(t => Phrase.Tokens(t.Text)).Where(w => !Fillers.Contains(w)).ToList();
            return words.Count is 0 or > 3 || ToldOnce(words[^1], words[..^1]) is not { } once ? null : Ruling.Of(once.Number == number, clause.Text, $"it says '{Says(once.Line)}'", once.Line);
        }

        if (clause.Verb is not (ClaimVerb.Contain or ClaimVerb.Show) || CountsOf(clause.Object) is not { } amount || amount.Noun.Any(t => t.IsQuoted || t.IsMark) || amount.Noun.Count > 3)
            return null;
        var noun = amount.Noun.SelectMany(t => Phrase.Tokens(t.Text)).Where(w => !Fillers.Contains(w)).ToList();
        var place = Read(clause.Subject);
        // What stands at the edge of the page tells of the whole; what "counts" has a number of its own.
        var isTeller = place.Kind == ElementKind.Landmark || clause.VerbText is "counts" or "count" || clause.Subject[^1].Is("footer", "header", "summary", "counter", "pager", "pagination", "caption", "subtitle", "headline", "heading");
        if (!isTeller || noun.Count == 0)
            return null;
        Func<UiNode, bool>? inside = null;
        if (place.Kind == ElementKind.Landmark)
        {
            if (RegionsOf(clause.Subject) is not [var region])
                return null;
            inside = n => region.Contains(n);
        }

        var alone = _scene.Nodes.Where(n => !n.IsText && _scene.IsShown(n) && inside?.Invoke(n) != false && _scene.Length(n) == noun.Count + 1 && _scene.TokenAt(_scene.Start(n)).All(char.IsDigit) && noun.Select((w, i) => Phrase.SameStem(_scene.TokenAt(_scene.Start(n) + 1 + i), w)).All(x => x) && !n.Ancestors().Prepend(n).Any(Scene.IsControl)).ToList();
        if (inside is not null && alone.Select(n => _scene.TokenAt(_scene.Start(n))).Distinct().ToList() is [var digits] && int.TryParse(digits, out var shown))
            return Ruling.Of(amount.Fits(shown), clause.Text, $"it says '{Says(alone[0])}'", alone[0]);
        return ToldOnce(noun[^1], noun[..^1], inside) is { } line ? Ruling.Of(amount.Fits(line.Number), clause.Text, $"it says '{Says(line.Line)}'", line.Line) : null;
    }

    /// <summary>"The notification badge shows 3", "the badge of Inbox reads 7": the one number that the entry or button of that name holds.</summary>
    private Ruling? BadgeOf(Clause clause)
    {
        if (clause.Verb is not (ClaimVerb.Show or ClaimVerb.Read or ClaimVerb.Be) || clause.Object is not [{ HasDigit: true } digits] || !clause.Subject.Any(t => t.Is("badge", "bubble")) || !digits.Text.All(char.IsDigit))
            return null;
        var words = clause.Subject.Where(t => !t.Is("badge", "bubble", "counter", "'s", "tab", "entry", "icon", "button", "item", "channel", "folder", "link", "menu", "bell", "number", "red", "blue")).SelectMany(t => Phrase.Tokens(t.Text)).Where(w => !Fillers.Contains(w) && w != "of").ToList();
        if (words.Count == 0)
            return null;
        var found = new List<(string Number, UiNode Node)>();
        UiNode? without = null;
        foreach (var node in _scene.Nodes.Where(n => !n.IsText && _scene.IsShown(n) && (Scene.IsControl(n) || n.IsInteractive) && _scene.Length(n) <= words.Count + 3))
        {
            var tokens = _scene.Tokens(node);
            var numbers = tokens.Where(t => t.All(char.IsDigit)).ToList();
            var says = tokens.Where(t => t.Any(char.IsLetter)).ToList();
            var named = says.Count == words.Count && says.Zip(words).All(p => Phrase.SameStem(p.First, p.Second)) || says.Count == 0 && _scene.NameTokens(node).Where(t => t.Any(char.IsLetter)).ToList() is var name && name.Count == words.Count && name.Zip(words).All(p => Phrase.SameStem(p.First, p.Second));
            if (named && numbers is [var one])
                found.Add((one, node));
            else if (named && BesideNumber(node) is { } beside)
                found.Add(beside);
            else if (named)
                without = node;
        }

        if (found.Count == 0 && without is not null)
            return Ruling.Failed(clause.Text, "it has no number", without);
        return found.Select(f => f.Number).Distinct().ToList() is [var only] ? Ruling.Of(only == digits.Text, clause.Text, $"it shows {only}", found[^1].Node) : null;
    }

    /// <summary>The number in the box that wraps the control and nothing else: a badge laid over its corner.</summary>
    private (string Number, UiNode Node)? BesideNumber(UiNode control)
    {
        for (var box = control.Parent; box is not null && _scene.Length(box) <= _scene.Length(control) + 1; box = box.Parent)
        {
            if (_scene.Length(box) == _scene.Length(control) + 1 && box.Descendants().Count(n => !n.IsText && Scene.IsControl(n)) == 1
                && box.Descendants().FirstOrDefault(n => n.IsText && _scene.IsShown(n) && !control.IsSelfOrAncestorOf(n) && _scene.Length(n) == 1 && _scene.TokenAt(_scene.Start(n)).All(char.IsDigit)) is { } number)
                return (_scene.TokenAt(_scene.Start(number)), number);
        }

        return null;
    }

    /// <summary>"Two patients come from Emergency", "only one post carries the label 'New'": how many records say it.</summary>
    private Ruling? HavingCount(Clause clause)
    {
        if (clause.Negated || clause.Verb is not (ClaimVerb.Have or ClaimVerb.Belong or ClaimVerb.Show or ClaimVerb.Contain) || CountsOf(clause.Subject) is not { Noun.Count: > 0 } amount || CountsOf(clause.Object) is not null)
            return null;
        var noun = amount.Noun;
        var cut = noun.FindIndex(t => t.Is("in", "on", "of", "within", "inside"));
        IReadOnlyList<Region>? within = null;
        if (cut > 0)
        {
            within = Places(noun[cut..], out var unknown);
            if (unknown is not null && GroupFor(Read(noun[..cut]), null) is null)
                return null;
            noun = noun[..cut];
        }

        List<ClaimToken> said = clause.Object.Find(t => t.IsQuoted) is { } quote ? [quote] : [.. clause.Object.Where(t => !t.Is("from", "to", "the", "a", "an", "with", "in", "status", "label", "badge"))];
        var words = said.SelectMany(t => Phrase.Tokens(t.Raw)).ToArray();
        if (words.Length is 0 or > 4 || words.Any(DenialWords.Contains) || (GroupFor(Read(noun), within) ?? MailGroup(noun[^1].Text)) is not { } group || Shown(group).Count == 0)
            return null;
        var places = _scene.Find(words, group.Parent).Where(p => _scene.Exactly(p, words.Length) is not null && !IsDenied(p)).ToList();
        var with = Shown(group).Where(r => places.Any(p => r.IsSelfOrAncestorOf(_scene.OwnerAt(p)))).ToList();
        // Said twice in one record, or beside the records: what it is said of cannot be told.
        return places.Count == 0 || places.Count != with.Count ? null : Ruling.Of(amount.Fits(with.Count), clause.Text, $"{with.Count} do", [.. with.Take(10)]);
    }

    /// <summary>"All lights in the Kitchen are off": every switch of that part, where the part itself speaks of lights.</summary>
    private Ruling? AllSwitches(Clause clause)
    {
        if (clause.Negated || clause.Verb != ClaimVerb.Be || !StatePhrases.TryState(clause.Object, out var state, out var value) || state is not (ElementState.On or ElementState.Checked) || Read(clause.Subject) is not { Quantifier: "all", Kind: ElementKind.Any or ElementKind.Switch or ElementKind.Checkbox })
            return null;
        var at = clause.Subject.FindIndex(t => t.Is("in", "of", "under", "inside"));
        if (at < 2 || clause.Subject[^1].Is("column") || RegionsOf(clause.Subject[(at + 1)..]) is not [var region] || clause.Subject[..at].Where(t => !t.Is("all", "every", "each", "the")).ToList() is not [{ IsQuoted: false } noun])
            return null;
        var switches = region.Parts.SelectMany(p => p.Descendants()).Where(n => _scene.IsPresent(n) && n.Checked is not null && n.Role is "switch" or "checkbox").ToList();
        // "All blinds": those that are told to be blinds, by their own words or by what they stand under.
        if (!KindWords.TryKind(noun.Text, out _))
            switches = [.. switches.Where(n => _resolver.Coverage.Of(Read([noun]), n, null) is not null || region.Parts.Any(p => _scene.NameTokens(p).Any(t => Phrase.SameStem(t, noun.Text))))];
        if (switches.Count == 0)
            return null;
        var odd = switches.FirstOrDefault(s => s.Checked == TriState.On != value || s.Checked == TriState.Mixed);
        return Ruling.Of(odd is null, clause.Text, odd is null ? $"all {switches.Count} are" : $"{Label(odd)} is not", odd is null ? [.. switches.Take(10)] : [odd]);
    }

    /// <summary>"In the Bedroom card the temperature reads 18 °C": the one amount of that part in a unit of what is named, though no label names it.</summary>
    private Ruling? Measured(Clause clause)
    {
        if (clause.Verb is not (ClaimVerb.Be or ClaimVerb.Read or ClaimVerb.Show) || clause.Subject.Any(t => t.IsQuoted) || clause.Object.Any(t => t.IsQuoted))
            return null;
        var (placed, place) = TakePlace(clause);
        var subject = placed.Subject.Where(t => !t.Is("the", "a", "an", "'s", "current")).ToList();
        var of = subject.FindIndex(t => t.Is("in", "of"));
        if (place is null && of == 1)
            (place, subject) = ([ClaimToken.Word("in"), .. subject[2..]], subject[..1]);
        if (place is not [{ } first, _, ..] || !first.Is("in", "of", "inside", "within", "for") || subject is not [var noun])
            return null;
        var text = RawText(clause.Object);
        if (!ValueText.TryQuantity(Phrase.Tokens(text), out _, out var claimed) || !Measures.Fits(noun.Text, string.Concat(claimed)) || PartNamed(place[1..]) is not { } region)
            return null;
        var amounts = region.Parts.SelectMany(p => p.Descendants()).Where(n => !n.IsText && _scene.IsShown(n) && _scene.Length(n) is > 0 and < 5 && ValueText.TryQuantity([.. _scene.Tokens(n)], out _, out var own) && Measures.Fits(noun.Text, string.Concat(own))).ToList();
        amounts = [.. amounts.Where(n => !amounts.Any(o => !ReferenceEquals(o, n) && o.IsSelfOrAncestorOf(n)))];
        if (amounts is not [var amount])
            return null;
        return Ruling.Of(ValueText.Equal(text, _scene.ShownText(amount)), clause.Text, $"it reads '{Says(amount)}'", amount).Telling(noun.Text).NotIf(clause.Negated);
    }

    /// <summary>"Lighting used less energy than Heating", "A has more seats than B": two figures compared, of which the page says what they are.</summary>
    private Ruling? MoreOrLess(Clause clause)
    {
        List<ClaimToken> all = clause.Quantifier == "bare" ? clause.Subject : clause.Verb == ClaimVerb.Have ? [.. clause.Subject, ClaimToken.Word("has"), .. clause.Object] : [];
        var than = all.FindIndex(t => t.Is("than"));
        var more = all.FindIndex(t => t.Is("more", "less", "fewer"));
        if (clause.Negated || more < 2 || than <= more + 1 || than - more > 3 || than + 1 >= all.Count || all[(than + 1)..].Any(t => t.HasDigit || t.Is(",", "and", "or")))
            return null;
        var verb = all[more - 1];
        if (verb.IsQuoted || verb.IsCapital || !(verb.Text.EndsWith("ed", StringComparison.Ordinal) || verb.Text.EndsWith('s') || verb.Is("has", "have", "had", "sold", "won", "got", "cost", "drew", "spent", "took", "made", "brought")))
            return null;
        var noun = all[(more + 1)..than];
        if (!noun.SelectMany(t => Phrase.Tokens(t.Text)).All(_scene.SpeaksOf))
            return null;
        if (!verb.Is("has", "have", "had"))
            _told.Add(verb.Text);
        var ruling = Compare(all[..(more - 1)], [all[more], all[than], .. all[(than + 1)..]]);
        return ruling.IsUnknown ? Compare([.. all[..(more - 1)], ClaimToken.Word("'s"), .. noun], [all[more], all[than], .. all[(than + 1)..], ClaimToken.Word("'s"), .. noun]) : ruling;
    }
}
