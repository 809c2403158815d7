using System.Text.RegularExpressions;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>"The cheapest course is X", "X is the heaviest hive", "the guest with the highest balance is X", "X has the most plays": what each entry of a list or table says of it is compared.</summary>
internal sealed partial class Judge
{
    private enum Measure
    {
        Money,
        Time,
        Duration,
        Weight,
        Named,
    }

    /// <summary>What is compared, in which direction, and what is said beside it.</summary>
    private sealed record Extreme(Measure Measure, bool Up, List<ClaimToken> Attribute, List<ClaimToken> Noun);

    [GeneratedRegex(@"\b(?:\d{4}-\d\d-\d\d|\d{1,2}\.? [a-z]{3,9} \d{4}|[a-z]{3,9} \d{1,2}, \d{4}|\d{1,2}\.\d{1,2}\.\d{4})\b", RegexOptions.IgnoreCase)]
    private static partial Regex CalendarDay();

    private Ruling? ExtremeOf(Clause clause)
    {
        var subject = DropFirst(clause.Subject, "the");
        var obj = DropFirst(clause.Object, "the");
        if (subject.Count == 0 || obj.Count == 0)
            return null;
        Extreme? extreme;
        List<ClaimToken> named;
        List<ClaimToken> value = [];
        if (clause.Verb == ClaimVerb.Have)
        {
            var said = WithoutRange(obj, out value, out var range);
            (extreme, named) = ((TakeExtreme(said) ?? MoreThanOthers(obj, out range)) is { Measure: Measure.Named } of ? of with { Attribute = of.Noun, Noun = range } : null, subject);
        }
        else if (clause.Verb is not (ClaimVerb.Be or ClaimVerb.Cost))
            return null;
        else if (subject.FindIndex(t => t.Is("with", "having")) is > 0 and var with && TakeExtreme(DropFirst(subject[(with + 1)..], "the")) is { Measure: Measure.Named } attribute)
            (extreme, named) = (attribute with { Attribute = attribute.Noun, Noun = subject[..with] }, obj);
        else if (TakeExtreme(subject) is { Measure: not Measure.Named } first)
            (extreme, named) = (first, obj);
        else
            (extreme, named) = (TakeExtreme(obj) is { Measure: not Measure.Named } second ? second : null, subject);
        // "the longest absence in the list", "is the one of X"
        if (extreme is not null && extreme.Noun.FindIndex(t => t.Is("in", "on", "among")) is > 0 and var placed && extreme.Noun[(placed + 1)..].TrueForAll(t => t.Is("the", "this", "list", "table", "page", "grid", "board", "screen")))
            extreme = extreme with { Noun = extreme.Noun[..placed] };
        if (named.Count > 2 && named[0].Is("one", "that") && named[1].Is("of", "from", "by"))
            named = named[2..];
        // A second word before the noun says which of them are compared ("the cheapest vegan dish"): the others would have to be left out.
        if (extreme is null || extreme.Noun.Count > 1 || extreme.Noun.Concat(extreme.Attribute).Any(t => t.IsQuoted || t.IsMark || t.HasDigit))
            return null;
        var told = clause.Subject.Concat(clause.Object).Where(t => ExtremeWord(t) is not null || t.Is("recently", "expensive", "recent")).Select(t => t.Text).ToList();
        var ruling = Compare(extreme, named, [], clause.Text, value);
        // "X with 19.8 kg": and the entry says that as well.
        if (ruling is null && named.FindIndex(t => t.Is("with")) is > 0 and var at && at + 1 < named.Count)
            ruling = Compare(extreme, named[..at], named[(at + 1)..], clause.Text);
        return ruling?.Telling(told).NotIf(clause.Negated);
    }

    private Ruling? Compare(Extreme extreme, List<ClaimToken> named, List<ClaimToken> also, string text, List<ClaimToken>? said = null)
    {
        var groups = _scene.Records.Groups.Where(g => g.IsStructured && Shown(g).Count > 1 && !OnlyControls(g)).Select(g => (Group: g, Records: Ranked(g), Values: Values(g, extreme))).Where(x => x.Values is not null).ToList();
        // A block of the page with the one table in it that says so is no entry.
        groups = [.. groups.Where(g => g.Group.Heads.Count > 0 || !groups.Any(o => o.Group.Heads.Count > 1 && g.Records.Count(r => r.IsSelfOrAncestorOf(o.Group.Parent)) == 1))];
        // Cells and parts of entries are no entries.
        groups = [.. groups.Where(g => !groups.Any(o => !ReferenceEquals(o.Group, g.Group) && o.Records.Any(r => r.IsSelfOrAncestorOf(g.Group.Parent))))];
        if (Phrase.Tokens(RawText(named)).Length == 0)
            return null;
        var holders = groups.Select(g => (g.Group, g.Records, Values: g.Values!, At: g.Records.FindIndex(r => IsCalled(r, named)), Several: g.Records.Count(r => IsCalled(r, named)) > 1)).Where(g => g.At >= 0).ToList();
        // "the cheapest kayak" of canoes and kayaks: those that are none would have to be left out.
        if (holders.Exists(h => extreme.Noun.Exists(t => GroupRank(h.Group, t.Text) > 0 && h.Records.Count(r => Phrase.Tokens(t.Text).All(w => _scene.HasStem(r, w))) is var sayers && sayers > 0 && sayers < h.Records.Count)))
            return Ruling.Unknown(text, $"only some of the entries are called '{ClaimToken.Join(extreme.Noun)}'");
        var isSpoken = extreme.Noun.TrueForAll(t => t.Is("one") || Phrase.Tokens(t.Text).All(_scene.SpeaksOf));
        if (holders is [{ Several: false } holder] && (groups.Count == 1 || isSpoken))
        {
            var best = Best(holder.Values, extreme.Up);
            if (best is null)
                return Ruling.Unknown(text, "several have as much");
            var record = holder.Records[holder.At];
            var holds = best == holder.At;
            // "the highest rate (41.2%)": and it is that much.
            if (said is { Count: > 0 } && !ValueText.Equal(RawText(said), holder.Values[holder.At].Text))
                return Ruling.Unknown(text, $"it is '{holder.Values[holder.At].Text}'");
            var ruling = Ruling.Of(holds, text, $"it is '{Short(_scene.ShownText(holder.Records[best.Value]))}'", record, holder.Records[best.Value]).Telling(extreme.Noun.Select(t => t.Text));
            // "with 19.8 kg": what it was compared by may be meant.
            if (also.Count > 0 && SortKey.Read(RawText(also)) is { Number: not null } amount && extreme.Measure == Measure.Weight)
                return Ruling.Of(holds && IsAmount(amount, also, holder.Values[holder.At], holder.Group), text, $"it is '{holder.Values[holder.At].Text}'", record).Telling(extreme.Noun.Select(t => t.Text));
            return holds && also.Count > 0 ? Ruling.All([ruling, RegionHas(new([record], null), also)]) with { Tells = ruling.Tells } : ruling;
        }

        // "the cheapest crossing costs £ 5.90": the value itself.
        if (holders.Count == 0 && also.Count == 0 && groups is [var only] && named.Any(t => t.HasDigit) && named.TrueForAll(t => t.HasDigit || t.Is("€", "$", "£") || ValueText.IsUnit(t.Text) || ValueText.TryDate(RawText(named), out _)) && Best(only.Values!, extreme.Up) is { } most)
        {
            var value = only.Values![most];
            return SortKey.Read(RawText(named)) is { } claimed && (claimed.Number is not null || claimed.Date is not null) && claimed.Number is not null == (value.Number is not null)
                ? Ruling.Of(ValueText.Equal(RawText(named), value.Text), text, $"it is '{value.Text}'", only.Records[most]).Telling(extreme.Noun.Select(t => t.Text))
                : null;
        }

        return null;
    }

    // The unit stands beside the number, or in a head: "Weight (kg)".
    private bool IsAmount(SortKey claimed, List<ClaimToken> said, SortKey own, RecordGroup group)
        => own.Unit.Length > 0 ? claimed == own with { Text = claimed.Text } : Phrase.Tokens(RawText(said)) is var tokens && ValueText.TryQuantity(tokens, out var number, out var units) && number == own.Number && units.TrueForAll(unit => group.Heads.Exists(h => _scene.Tokens(h).Contains(unit, StringComparer.Ordinal)));

    /// <summary>"X is the last to arrive": of the days or hours in the column that is called so, that of X is the last.</summary>
    private Ruling FirstTo(Clause clause, bool last, string verb)
    {
        if (RecordUnder(clause.Subject, g => g.Heads.Where(h => _scene.Tokens(h).Any(t => SameWord(t, verb))).ToList() is [var one] ? one : null) is not var (record, head, group))
            return Ruling.Unknown(clause.Text, $"it is not plain where it is told when they {verb}");
        var records = Shown(group);
        var values = records.Select(r => CellUnder(r, head) is { } cell ? Measured(_scene.ShownText(cell), Measure.Time) : null).OfType<SortKey>().ToList();
        return values.Count == records.Count && Best(values, last) is { } best ? Ruling.Of(ReferenceEquals(records[best], record), clause.Text, $"it is '{Short(_scene.ShownText(records[best]))}'", records[best]).Telling(verb) : Ruling.Unknown(clause.Text, "the times to compare are not found");
    }

    private static int? Best(List<SortKey> values, bool up)
    {
        var best = 0;
        for (var i = 1; i < values.Count; i++)
        {
            var order = values[i].CompareTo(values[best]);
            if (up ? order > 0 : order < 0)
                best = i;
        }

        return values.Count(v => v.CompareTo(values[best]) == 0) == 1 ? best : null;
    }

    /// <summary>What each record of the group says of it, exactly once; null when one of them does not, or says several.</summary>
    private List<SortKey>? Values(RecordGroup group, Extreme extreme)
    {
        var records = Ranked(group);
        var head = extreme.Measure switch
        {
            Measure.Named => group.Heads.Where(h => HeadIs(h, extreme.Attribute)).ToList() is [var one] ? one : null,
            Measure.Weight => group.Heads.Where(h => _scene.Tokens(h).Any(t => t is "weight" or "mass" or "kg")).ToList() is [var weight] ? weight : null,
            _ => null,
        };
        List<SortKey?> keys;
        if (head is not null)
            keys = [.. records.Select(r => CellUnder(r, head) is { } cell && _scene.Length(cell) > 0 ? IsNone(_scene.ShownText(cell), extreme.Attribute) ? new(0, "", null, _scene.ShownText(cell)) : SortKey.Read(_scene.ShownText(cell)) : null)];
        else if (extreme.Measure == Measure.Named)
            keys = extreme.Attribute.Count == 0 ? [null] : [.. records.Select(r => RecordValue(r, [.. extreme.Attribute.SelectMany(t => Phrase.Tokens(t.Text))], group) is { } own ? IsNone(own, extreme.Attribute) ? new(0, "", null, own) : SortKey.Read(own) : null)];
        else
            keys = [.. records.Select(r => Only(Texts(r).Select(t => Measured(t, extreme.Measure)).OfType<SortKey>()))];
        if (extreme is { Measure: Measure.Named, Up: true } && head is not null)
            keys = WithoutBlanks(records, head, keys);
        var found = keys.OfType<SortKey>().ToList();
        return found.Count == records.Count && !found.Exists(k => k.Number is null && k.Date is null) && SortKey.AreComparable(found) ? found : null;
    }

    // Of what can be counted ("the most faults"), "none" is a number; a dash may stand for what is not known.
    private static bool IsNone(string text, List<ClaimToken> counted)
        => counted is [.., { IsQuoted: false } noun] && Phrase.Stem(noun.Text) != noun.Text && Phrase.Tokens(text) is var said && (said is ["none" or "nil" or "zero" or "no"] || said is ["no", _] && Phrase.SameStem(said[1], noun.Text));

    private static SortKey? Only(IEnumerable<SortKey> keys) => keys.DistinctBy(k => (k.Number, k.Unit, k.Date)).ToList() is [var one] ? one : null;

    // Lines of text of a record, and what a separator parts in them: "45 min · 1,204 plays".
    private IEnumerable<string> Texts(UiNode record)
        => record.Descendants().Where(n => n.IsText && _scene.IsShown(n)).Select(n => _scene.Line(n)).Where(record.IsSelfOrAncestorOf).Distinct().SelectMany(line => ReferenceEquals(line, record) && Cells(record) is { Count: > 1 } cells ? cells : [line]).SelectMany(line => _scene.ShownText(line).Split(['·', '•', '|', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    // An entry that is nothing but elements side by side has them as its parts, though each of them could stand in a line.
    private List<UiNode> Cells(UiNode record) => record.Children.Any(c => c.IsText && _scene.Length(c) > 0) ? [] : [.. record.Children.Where(c => _scene.IsShown(c) && _scene.Length(c) > 0)];

    private static SortKey? Measured(string text, Measure measure)
    {
        switch (measure)
        {
            case Measure.Money:
                return text.IndexOfAny(['€', '$', '£', '¥']) >= 0 && SortKey.Read(text) is { Number: not null } price ? price : null;
            case Measure.Time:
                if (SortKey.Read(text) is { } time && (time.IsClock || time.Date is not null))
                    return time;
                // "by Noor, 11 Feb 2030, 03:12": the one day in it, and the time of that day.
                return CalendarDay().Matches(text) is [var day] && ValueText.TryDate(day.Value, out var on) ? new(null, "", on, text) : null;
            case Measure.Weight:
                return SortKey.Read(text) is { Number: not null, Unit: "g" or "lb" } weight ? weight : null;
            case Measure.Duration:
                return SortKey.Lasting(text) is { } seconds ? new(seconds, UnitScale.Time, null, text) : null;
            default:
                return null;
        }
    }

    private static (Measure Measure, bool Up)? ExtremeWord(ClaimToken token) => token.IsQuoted ? null : token.Text switch
    {
        "cheapest" => (Measure.Money, false),
        "dearest" or "priciest" or "costliest" => (Measure.Money, true),
        "newest" or "latest" => (Measure.Time, true),
        "oldest" or "earliest" => (Measure.Time, false),
        "longest" => (Measure.Duration, true),
        "shortest" => (Measure.Duration, false),
        "heaviest" => (Measure.Weight, true),
        "lightest" => (Measure.Weight, false),
        "highest" or "largest" or "biggest" or "greatest" or "most" => (Measure.Named, true),
        "lowest" or "smallest" or "fewest" or "least" => (Measure.Named, false),
        _ => null,
    };

    /// <summary>The superlative at the head of a description, with what follows it.</summary>
    private static Extreme? TakeExtreme(List<ClaimToken> tokens)
    {
        if (tokens.Count == 0 || ExtremeWord(tokens[0]) is not var (measure, up))
            return null;
        var rest = tokens[1..];
        if (rest.Count > 0 && tokens[0].Is("most", "least") && rest[0].Is("expensive", "recent", "recently"))
        {
            (measure, up) = rest[0].Is("expensive") ? (Measure.Money, tokens[0].Is("most")) : (Measure.Time, tokens[0].Is("most"));
            // "the most recently visited hive"
            rest = rest[0].Is("recently") && rest.Count > 2 ? rest[2..] : rest[1..];
        }

        return new(measure, up, [], rest);
    }
}
