using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>"costs", "adds up to", "rises to", "belongs to", "may": amounts, changes, and what a record or matrix says.</summary>
internal sealed partial class Judge
{
    private Ruling Cost(Clause clause)
    {
        var obj = DropFirst(clause.Object, "to", "up");
        obj = DropFirst(obj, "to");
        if (clause.VerbText is "adds" or "add" or "sums")
            return AddUp(clause.Subject, obj).NotIf(clause.Negated);
        var value = Value(clause.Subject, obj, TextMode.Whole, slotsOnly: true);
        if (!value.IsUnknown)
            return value.NotIf(clause.Negated);
        foreach (var noun in clause.VerbText is "costs" or "cost" ? new[] { "price", "cost", "rate", "fee" } : new[] { "amount", "total", "sum", "value" })
        {
            value = Value([.. clause.Subject, ClaimToken.Word("'s"), ClaimToken.Word(noun)], obj, TextMode.Whole, slotsOnly: true);
            // One of several amounts is not what they come to: only a figure that is called so refutes a total.
            if (value.IsHeld || !value.IsUnknown && _scene.Slots.Slots.Any(s => s.Label.Contains(noun) && (clause.VerbText is not ("total" or "totals") || noun is "total" or "sum" && value.Evidence.Contains(s.Value))))
                return value.NotIf(clause.Negated);
        }

        if (clause.VerbText is "costs" or "cost" && obj.Any(t => t.HasDigit) && PriceIn(clause.Subject) is { } price)
            return Ruling.Of(ValueText.Equal(RawText(obj), _scene.ShownText(price.Node)), clause.Text, $"its price is '{Says(price.Node)}'", price.Node).NotIf(clause.Negated);
        var has = RecordHas(clause.Subject, obj);
        return has.IsUnknown ? Value(clause.Subject, obj, TextMode.Whole).NotIf(clause.Negated) : has.NotIf(clause.Negated);
    }

    /// <summary>What the one entry of that name costs: its only amount of money, struck ones left out.</summary>
    private (decimal Number, List<string> Units, UiNode Node)? PriceIn(List<ClaimToken> subject)
    {
        if (EntryOf(Read(subject)) is not { } record)
            return null;
        // The name may lead a part of its entry: the entry is as far out as it is one of several that begin so.
        while (record.Parent is { } outer && _scene.Start(outer) == _scene.Start(record) && _scene.Length(outer) <= 40 && _scene.Records.GroupOf(outer) is { IsStructured: true, Records.Count: > 1 })
            record = outer;
        var prices = new List<(decimal Number, List<string> Units, UiNode Node)>();
        foreach (var node in record.Descendants().Where(n => !n.IsText && _scene.IsShown(n) && _scene.Length(n) is > 0 and <= 4 && Kinds.Paint(n) is not { LineThrough: true }))
        {
            if (ValueText.TryQuantity([.. _scene.Tokens(node)], out var number, out var units) && units.Any(u => u is "eur" or "usd" or "gbp" or "chf" or "pln" or "sek") && !prices.Any(p => p.Node.IsSelfOrAncestorOf(node)))
                prices.Add((number, units, node));
        }

        return prices is [var only] ? only : null;
    }

    /// <summary>"The products add up to the deal value of 48,000": the column is summed.</summary>
    private Ruling AddUp(List<ClaimToken> subject, List<ClaimToken> obj)
    {
        var expected = $"{ClaimToken.Join(subject)} add up to {ClaimToken.Join(obj)}";
        var group = GroupFor(Read(subject), null);
        var at = obj.FindIndex(t => t.HasDigit || t.Is("€", "$", "£"));
        if (group is null || at < 0 || !ValueText.TryQuantity(Phrase.Tokens(RawText(obj[at..])), out var claimed, out _))
            return Ruling.Unknown(expected, "what is to be summed is not plain");
        var records = Shown(group);
        var columns = group.Heads.Count > 0 ? group.Heads : [];
        var sums = new List<decimal>();
        foreach (var head in columns)
        {
            decimal sum = 0;
            var all = true;
            foreach (var record in records)
            {
                var cell = record.Children.FirstOrDefault(c => !c.IsText && ReferenceEquals(_scene.Records.HeadOf(c), head));
                all &= cell is not null && ValueText.TryQuantity(Phrase.Tokens(_scene.ShownText(cell)), out var number, out _) && (sum += number) == sum;
            }

            if (all)
                sums.Add(sum);
        }

        if (columns.Count == 0)
        {
            // Of entries without columns: the one amount that each of them shows.
            var amounts = records.Select(r => r.Descendants().Where(n => !n.IsText && _scene.IsShown(n) && _scene.Length(n) is > 0 and < 5 && n.Children.All(c => c.IsText)).Select(n => (decimal?)(ValueText.TryQuantity([.. _scene.Tokens(n)], out var q, out var units) && units.Count == 1 ? q : null)).OfType<decimal>().ToList()).ToList();
            if (amounts.Count > 1 && amounts.All(a => a.Count == 1))
                sums.Add(amounts.Sum(a => a[0]));
        }

        var named = at > 0 ? Value([.. obj[..at].Where(t => !t.Is("of"))], obj[at..], TextMode.Whole) : null;
        if (!sums.Contains(claimed))
            return Ruling.Unknown(expected, "no column sums up to that");
        return named is null ? Ruling.Held(expected, $"the sum is {claimed}", [.. records]) : named.IsHeld ? Ruling.Held(expected, $"the sum is {claimed}", [.. records]) : named;
    }

    private Ruling Change(Clause clause)
    {
        var obj = clause.Object;
        if (obj.Count > 1 && obj[0].Is("on", "off"))
            return Ruling.Unknown(clause.Text, "what changed is not plain");
        var to = obj.FindIndex(t => t.Is("to"));
        if (to < 0 || to > 0 && obj[0].Is("by"))
        {
            return Ruling.Unknown(clause.Text, "a change cannot be judged without its result");
        }

        if (to > 0 && obj[0].Is("from") && _before is not null)
        {
            var was = new Judge(_before, null, null).Value(clause.Subject, obj[1..to], TextMode.Whole);
            return Ruling.All([was, AsValue(clause.Subject, obj[(to + 1)..])]).NotIf(clause.Negated);
        }

        // "went down to 2": two is what it is now, and it was more before.
        if (to == 1 && obj[0].Is("up", "down") && !clause.Negated && _before is not null && Figure(this) is { } now && Figure(new(_before, null, null)) is { } then)
            return (obj[0].Is("up") ? now > then : now < then) ? AsValue(clause.Subject, obj[2..]) : Ruling.Failed(clause.Text, $"it was {then} and is {now}");
        if (to > 0)
            return Ruling.Unknown(clause.Text, "what was before is not known");
        return AsValue(clause.Subject, obj[1..]).NotIf(clause.Negated);

        decimal? Figure(Judge judge) => judge._resolver.Slots(judge.Read(clause.Subject), true).Select(s => ValueText.TryQuantity(Phrase.Tokens(judge.TextOf(s)), out var number, out _) ? number : (decimal?)null).Distinct().ToList() is [{ } only] ? only : null;
    }

    private Ruling Belong(Clause clause) => RecordHasPart(clause.Subject, DropFirst(DropFirst(clause.Object, "to", "from", "by"), "the")).NotIf(clause.Negated);

    private Ruling RecordHasPart(List<ClaimToken> subject, List<ClaimToken> obj)
    {
        var regions = RegionsOf(subject);
        // "belongs to Lena", where its entry says "Owner: Lena".
        if (_resolver.RecordsOf(Read(subject), rowsOnly: true) is [var match] && _scene.Slots.Slots.Where(s => match.Record.IsSelfOrAncestorOf(s.Value) && (s.IsPart || s.Strength >= 3) && ValueText.Equal(RawText(obj), TextOf(s))).DistinctBy(s => s.Value.Index).ToList() is [var own])
            return Ruling.Held(ClaimToken.Join(subject), $"{string.Join(' ', own.Label)}: {Short(TextOf(own))}", own.Value);
        // "belongs to the vehicle with plate X": that no word says what X is denies nothing where X is.
        var called = obj.SkipWhile(t => !t.IsQuoted && !t.IsCapital && !t.HasDigit).ToList();
        if (called.Count > 0 && called.Count < obj.Count && regions.Count == 1 && RegionHas(regions[0], obj) is { Verdict: CheckVerdict.Failed } other && RegionHas(regions[0], called).IsHeld)
            return Ruling.Unknown(other.Expected, other.Found);
        return regions.Count == 1 ? RegionHas(regions[0], obj) is { Verdict: CheckVerdict.Failed } failed && _scene.Length(regions[0].Parts[0]) < 4 ? Ruling.Unknown(failed.Expected, failed.Found) : RegionHas(regions[0], obj) : Ruling.Unknown(ClaimToken.Join(subject), "it is not found once");
    }

    /// <summary>"Editors may delete invoices": the box where a row and a column of a matrix meet.</summary>
    private Ruling Permission(Clause clause)
    {
        var phrase = Read([.. clause.Subject, .. clause.Object]);
        if (Crossing(phrase) is not { } cell)
            return Ruling.Unknown(clause.Text, "no table says so");
        var box = cell.Descendants().Prepend(cell).FirstOrDefault(n => n.Checked is not null);
        return box is null ? Ruling.Unknown(clause.Text, $"it says '{Says(cell)}'") : Ruling.Of(box.Checked == TriState.On, clause.Text, box.Checked == TriState.On ? "it is ticked" : "it is not ticked", box).NotIf(clause.Negated);
    }

    /// <summary>"'X' is in the Review column", "is one of them".</summary>
    private Ruling Within(List<ClaimToken> subject, List<ClaimToken> place)
    {
        var expected = $"{ClaimToken.Join(subject)} is in {ClaimToken.Join(place)}";
        var regions = RegionsOf(place);
        if (regions.Count != 1)
            return Ruling.Unknown(expected, regions.Count == 0 ? $"'{ClaimToken.Join(place)}' is not found on this screen" : $"{regions.Count} places fit");
        // "on day 6 of 14": a text of just those words holds nothing else.
        if (Phrase.Tokens(RawText(place)) is var named && regions[0].Parts.All(p => _scene.Tokens(p).All(t => named.Contains(t, StringComparer.Ordinal))))
            return Ruling.Unknown(expected, $"'{ClaimToken.Join(place)}' is a text, not a part of the screen");
        var ruling = RegionHas(regions[0], subject);
        // It lies in another entry of that part than the words which name the place: "in tank T3" is the row that says T3.
        if (ruling.IsHeld && ruling.Evidence.Any(n => IsInOther(regions[0], n, Read(place))))
            return Ruling.Unknown(expected, "it stands in another entry");
        // "Blocked by Add export" does not put Add export there.
        if (ruling.IsHeld && ruling.Evidence is [var mention] && Read(subject) is { HasQuoted: false } thing && IsMereMention(thing, mention, regions))
            return Ruling.Unknown(expected, $"it is only mentioned there: '{Says(mention)}'");
        // "the ticket of Grace is in the list": the list is one of tickets, and one of them bears that name.
        if (!ruling.IsHeld && DropFirst(subject, "the") is [{ IsQuoted: false } kind, { } of, _, ..] bearer && of.Is("of", "for", "from", "by") && Coverage.IsClassifier(kind.Text) && GroupFor(Read([kind]), regions) is { } entries && IsAbout(kind.Text, entries))
        {
            var name = Phrase.Tokens(RawText(bearer[2..]));
            var bearing = Shown(entries).Where(r => _scene.Find(name, r).Any(p => !IsDenied(p))).ToList();
            if (name.Length > 1 || bearer[2].IsQuoted)
                return bearing.Count == 1 ? Ruling.Held(expected, $"'{Says(bearing[0])}' is there", bearing[0]) : Ruling.Unknown(expected, $"{bearing.Count} of them have that name");
        }

        if (ruling.IsUnknown && _scene.Find(Phrase.Tokens(RawText(subject))).Any())
            return Ruling.Failed(expected, "it is elsewhere");
        return ruling;
    }

    private bool IsInOther(Region region, UiNode node, NounPhrase place)
    {
        foreach (var (record, group) in _scene.Records.Around(node))
        {
            if (region.Parts.Any(p => record.IsSelfOrAncestorOf(p)))
                return false;
            if (group.IsStructured && group.Records.Count > 1 && place.Required.Any(t => !_scene.Contains(record, t.Words) && group.Records.Any(r => _scene.Contains(r, t.Words)) && !_scene.Find(t.Words, region.Parts[0]).Any(p => group.RecordOf(_scene.OwnerAt(p)) is null)))
                return true;
        }

        return false;
    }

    /// <summary>Whether the entries are things of that kind: their class or head says so, or what can be done on this page is done to such things.</summary>
    private bool IsAbout(string kind, RecordGroup entries)
        => Shown(entries).Any(r => Scene.ClassWords(r.ClassName).Any(w => Phrase.SameStem(w, kind))) || Phrase.Tokens(_scene.Observation.Title).Any(w => Phrase.SameStem(w, kind))
            || _scene.Nodes.Any(n => !n.IsText && _scene.IsShown(n) && _scene.Length(n) is > 0 and <= 4 && (n.Role is "heading" or "button") && _scene.HasStem(n, kind) && !_scene.Records.Around(n).Any(r => r.Group.IsStructured && r.Group.Records.Count > 1));
}
