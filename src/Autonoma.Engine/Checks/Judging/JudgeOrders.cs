using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>Order: sorting, first and last, above and below.</summary>
internal sealed partial class Judge
{
    private static bool IsSorting(List<ClaimToken> obj) => obj[0].Is("sorted", "ordered", "arranged") || obj.Skip(1).Any(t => t.Is("ascending", "descending", "alphabetically", "newest", "oldest", "highest", "lowest", "cheapest", "chronologically", "alphabetical"));

    private static List<ClaimToken> OrderedTail(List<ClaimToken> tokens, out bool ordered)
    {
        ordered = tokens.Count > 2 && tokens[^3].Is("in") && tokens[^2].Is("that", "this") && tokens[^1].Is("order");
        return ordered ? tokens[..^3] : tokens;
    }

    private Ruling Sorted(List<ClaimToken> subject, List<ClaimToken> obj)
    {
        var text = string.Join(' ', obj.Select(t => t.Text));
        var expected = $"{ClaimToken.Join(subject)} {text}";
        var up = obj.Any(t => t.Is("ascending", "lowest", "alphabetically", "alphabetical", "cheapest", "smallest", "oldest", "earliest", "a-z", "chronologically", "least", "shortest")) || text.Contains("a to z", StringComparison.Ordinal) || text.Contains("low to high", StringComparison.Ordinal) || text.Contains("oldest to newest", StringComparison.Ordinal) || text.Contains("lowest to highest", StringComparison.Ordinal) || text.Contains("smallest to largest", StringComparison.Ordinal);
        var down = obj.Any(t => t.Is("descending", "highest", "newest", "largest", "latest", "z-a", "biggest", "most", "greatest", "longest")) || text.Contains("z to a", StringComparison.Ordinal) || text.Contains("high to low", StringComparison.Ordinal) || text.Contains("newest to oldest", StringComparison.Ordinal) || text.Contains("highest to lowest", StringComparison.Ordinal);
        foreach (var (both, isUp) in new[] { ("newest to oldest", false), ("oldest to newest", true), ("highest to lowest", false), ("lowest to highest", true), ("largest to smallest", false), ("smallest to largest", true), ("latest to earliest", false), ("earliest to latest", true), ("most to least", false), ("oldest at the bottom", false), ("newest at the bottom", true), ("oldest last", false), ("newest last", true), ("high to low", false), ("low to high", true), ("reverse alphabetical", false) })
        {
            if (text.Contains(both, StringComparison.Ordinal))
                (up, down) = (isUp, !isUp);
        }

        if (up == down)
            return Ruling.Unknown(expected, "the direction is not told plainly");
        var byDate = obj.Any(t => t.Is("newest", "oldest", "latest", "earliest", "chronologically"));
        var byText = obj.Any(t => t.Is("alphabetically", "alphabetical", "a", "z", "a-z", "z-a"));
        var by = obj.FindIndex(t => t.Is("by"));
        List<ClaimToken> key = by >= 0 ? [.. obj[(by + 1)..].TakeWhile(t => !t.Is(",", "in", "from", "with", "ascending", "descending", "alphabetically", "highest", "lowest", "newest", "oldest", "latest", "cheapest", "first", "largest", "smallest", "("))] : [];
        key = [.. key.Where(t => !t.Is("number", "of", "the", "their", "its") || key.Count == 1)];
        var phrase = Read(subject);
        RecordGroup? group = null;
        if (phrase.Kind == ElementKind.Column)
        {
            key = [.. phrase.Required.SelectMany(t => t.Words).Select(w => new ClaimToken(w, w))];
            group = _scene.Records.Groups.FirstOrDefault(g => g.Heads.Any(h => HeadIs(h, key)));
        }

        if (group is null && phrase.Required.Any() && phrase.Kind is ElementKind.ListItem or ElementKind.Row or ElementKind.Card && _regions.Find(NounPhrase.Read([.. phrase.Required.SelectMany(t => t.Words).Select(w => new ClaimToken(w, w))], _scene)) is [var region])
            group = MainGroup(region.Contains, phrase.Kind, true);
        group ??= GroupFor(phrase, null) ?? GroupFor(NounPhrase.Read([.. phrase.Required.SelectMany(t => t.Words).Select(w => new ClaimToken(w, w)).TakeLast(1)], null), null);
        group ??= phrase.Kind is ElementKind.Table or ElementKind.List or ElementKind.Row or ElementKind.ListItem or ElementKind.Card ? MainGroup(_ => true, phrase.Kind == ElementKind.Table ? ElementKind.Row : phrase.Kind, false) : null;
        if (group is null && _scene.Records.Groups.Where(g => g.IsTable && Shown(g).Count > 1).ToList() is [var only] && phrase.Required.All(t => t.Words.All(_scene.SpeaksOf)))
            group = only;
        if (group is null)
            return Ruling.Unknown(expected, $"it is not plain which records '{phrase}' are");
        var records = Shown(group);
        var values = KeyValues(group, records, key, byDate, byText);
        if (values is null || records.Count < 2)
            return Ruling.Unknown(expected, "the values to be sorted by are not found");
        if (values.Any(v => v is null))
            return Ruling.Unknown(expected, "some records have no value to be sorted by");
        for (var i = 0; i + 1 < values.Count; i++)
        {
            var order = values[i]!.CompareTo(values[i + 1]!);
            if (up ? order > 0 : order < 0)
                return Ruling.Failed(expected, $"'{values[i]}' stands before '{values[i + 1]}'", records[i], records[i + 1]);
        }

        if (values.All(v => v!.CompareTo(values[0]!) == 0))
            return Ruling.Unknown(expected, "all values are the same");
        return Ruling.Held(expected, $"from '{values[0]}' to '{values[^1]}'", [.. records]);
    }

    private bool HeadIs(UiNode head, List<ClaimToken> key) => key.Count > 0 && key.All(k => Phrase.Tokens(k.Text).All(w => _scene.HasStem(head, w)));

    private List<SortKey?>? KeyValues(RecordGroup group, List<UiNode> records, List<ClaimToken> key, bool byDate, bool byText)
    {
        UiNode? head = null;
        if (group.Heads.Count > 0 && key.Count > 0)
        {
            var exact = group.Heads.Where(h => HeadIs(h, key)).OrderBy(_scene.Length).ToList();
            head = exact.FirstOrDefault();
            // "by order number": the column is called "Order".
            head ??= group.Heads.Where(h => _scene.Length(h) > 0 && _scene.Tokens(h).All(t => key.Any(k => Phrase.SameStem(k.Text, t)))).ToList() is [var part] ? part : null;
        }

        var result = new List<SortKey?>();
        foreach (var record in records)
        {
            string? text = null;
            if (head is not null)
            {
                text = record.Descendants().Where(n => !n.IsText && _scene.IsShown(n) && _scene.Length(n) > 0).FirstOrDefault(n => ReferenceEquals(_scene.Records.HeadOf(n), head)) is { } cell ? _scene.ShownText(cell) : null;
            }
            else if (key.Count > 0)
            {
                var words = key.SelectMany(k => Phrase.Tokens(k.Text)).ToArray();
                text = RecordValue(record, words, group);
            }
            else if (byDate)
            {
                text = record.Descendants().Where(n => _scene.IsShown(n) && _scene.Length(n) is > 0 and < 8).Select(n => _scene.ShownText(n)).FirstOrDefault(t => SortKey.Read(t) is { Date: not null });
            }
            else if (byText)
            {
                text = record.Descendants().FirstOrDefault(n => n.IsText && _scene.IsShown(n) && n.OwnText.Any(char.IsLetter))?.OwnText;
            }
            else
            {
                return null;
            }

            result.Add(text is null ? null : SortKey.Read(text));
        }

        var known = result.OfType<SortKey>().ToList();
        if (known.Count == result.Count && known.Any(k => k.Number is not null) && !known.All(k => k.Number is not null) && !known.All(k => k.Date is not null))
            return [.. known.Select(k => new SortKey(null, null, k.Text))];
        return result;
    }

    /// <summary>Of a card: the number beside the word; of a name, its first text.</summary>
    private string? RecordValue(UiNode record, string[] words, RecordGroup group)
    {
        if (words is ["name"] or ["title"] or ["number"] or ["subject"])
            return record.Descendants().FirstOrDefault(n => n.IsText && _scene.IsShown(n) && n.OwnText.Any(char.IsLetterOrDigit))?.OwnText;
        var slot = _scene.Slots.Slots.FirstOrDefault(s => record.IsSelfOrAncestorOf(s.Value) && s.Label.Length == words.Length && words.All(w => s.Label.Any(l => Phrase.SameStem(l, w))));
        // A mark whose class says it: <span class="points">5</span>
        if (slot is null && words is [var key] && record.Descendants().Where(n => !n.IsText && _scene.IsShown(n) && _scene.Length(n) == 1 && Scene.ClassWords(n.ClassName).Any(c => Phrase.SameStem(c, key) || key is "points" or "point" && c is "pt" or "pts" or "sp")).ToList() is [var mark])
            return _scene.ShownText(mark);
        if (slot is not null)
            return TextOf(slot);
        for (var p = _scene.Start(record); p < _scene.End(record); p++)
        {
            if (!words.Any(w => SameWord(_scene.TokenAt(p), w) || Phrase.Stem(w) == "point" && _scene.TokenAt(p) is "pts" or "sp" or "p"))
                continue;
            foreach (var near in new[] { p - 1, p + 1 })
            {
                if (near >= _scene.Start(record) && near < _scene.End(record) && ValueText.TryNumber(_scene.TokenAt(near), out _) && ReferenceEquals(_scene.Line(_scene.OwnerAt(near)), _scene.Line(_scene.OwnerAt(p))))
                    return _scene.TokenAt(near);
            }

            if (p >= _scene.Start(record) + 2 && _scene.TokenAt(p - 1) is "in" or "of" && ValueText.TryNumber(_scene.TokenAt(p - 2), out _))
                return _scene.TokenAt(p - 2);
            // "Out of stock" is none in stock.
            if (p >= 2 && _scene.TokenAt(p - 1) == "of" && _scene.TokenAt(p - 2) == "out")
                return "0";
        }

        if (words.Any(w => w is "price" or "cost" or "amount" or "total" or "date"))
        {
            var texts = record.Descendants().Where(n => _scene.IsShown(n) && _scene.Length(n) is > 0 and < 6).Select(n => _scene.ShownText(n)).Where(t => words.Contains("date") ? SortKey.Read(t).Date is not null : t.Any(c => c is '€' or '$' or '£')).Distinct().ToList();
            return texts.Count >= 1 ? texts[0] : null;
        }

        return null;
    }

    /// <summary>"is first", "is the last item of the backlog", "is ranked third", "is in the fourth row", "is on top".</summary>
    private static bool TryOrdinalPlace(List<ClaimToken> obj, out int place, out List<ClaimToken> of)
    {
        place = 0;
        of = [];
        var rest = obj;
        while (rest.Count > 0 && rest[0].Is("the", "ranked", "listed", "shown", "displayed", "placed", "in", "at", "on", "positioned", "as", "located"))
        {
            if (rest.Count > 1 && rest[0].Is("on", "at") && rest[1].Is("top"))
                break;
            rest = rest[1..];
        }

        if (rest.Count == 0)
            return false;
        if (rest[0].Is("top", "bottom") && rest.Count <= 4 || rest.Count >= 2 && rest[0].Is("on", "at") && rest[1].Is("top", "bottom"))
        {
            place = rest.Any(t => t.Is("bottom")) ? -1 : 1;
            of = [.. rest.SkipWhile(t => t.Is("on", "at", "the", "top", "bottom"))];
            if (of.Count > 0 && of[0].Is("of") && of.Count > 1 && of[^1].Is("page", "form", "screen", "dialog"))
                return false;
            of = DropFirst(of, "of", "in");
            return obj[0].Is("on", "at", "listed", "the", "shown") && (of.Count == 0 || !of[0].Is("of"));
        }

        if (!NumberWords.TryOrdinal(rest[0].Text, out place) || rest[0].IsQuoted)
            return false;
        of = DropFirst(rest[1..], "place", "position");
        of = DropFirst(of, "in", "of", "among");
        return true;
    }

    private Ruling AtPlace(List<ClaimToken> subject, int place, List<ClaimToken> of)
    {
        var expected = $"{ClaimToken.Join(subject)} is number {place} {ClaimToken.Join(of)}".Trim();
        var ordinalSubject = Read(subject);
        var noun = of.TakeWhile(t => !t.Is("of", "in", "on", "among", "to")).ToList();
        var place2 = of.Skip(noun.Count).ToList();
        var phrase = noun.Count > 0 ? Read(noun) : null;
        IReadOnlyList<Region>? within = null;
        if (place2.Count > 0 && !place2[0].Is("to"))
        {
            within = Places(place2, out var unknown);
            if (within is null && unknown is not null)
            {
                // "the last item of the backlog": the noun may be the place itself.
                if (GroupFor(Read(place2), null) is null)
                    return Ruling.Unknown(expected, unknown);
            }
        }

        var words = ordinalSubject.Required.ToList();
        if (words.Count == 0)
            return Ruling.Unknown(expected, $"'{ordinalSubject}' names nothing");
        var records = _resolver.RecordsOf(ordinalSubject).Where(r => within is null || within.Any(w => w.Contains(r.Record))).ToList();
        if (phrase is { Kind: ElementKind.Row } && records.Any(r => r.Group.IsTable || r.Group.Heads.Count > 0))
            records = [.. records.Where(r => r.Group.IsTable || r.Group.Heads.Count > 0)];
        if (records.Count == 0)
            return Ruling.Unknown(expected, $"no record fits '{ordinalSubject}'");
        var verdicts = records.Select(r => IsAt(Shown(r.Group), r.Record, place)).Distinct().ToList();
        if (verdicts.Count > 1)
            return Ruling.Unknown(expected, $"{records.Count} records fit '{ordinalSubject}'");
        return Ruling.Of(verdicts[0], expected, $"it is number {Shown(records[0].Group).IndexOf(records[0].Record) + 1} of {Shown(records[0].Group).Count}", records[0].Record);
    }

    private static bool IsAt(List<UiNode> shown, UiNode record, int place) => place > 0 ? shown.IndexOf(record) == place - 1 : shown.IndexOf(record) == shown.Count + place;

    private Ruling Rank(List<ClaimToken> subject, List<ClaimToken> obj)
    {
        var with = obj.FindIndex(t => t.Is("with"));
        var head = with > 0 ? obj[..with] : obj;
        if (!TryOrdinalPlace(head, out var place, out var of))
            return Ruling.Unknown(ClaimToken.Join(subject), "the rank is not told plainly");
        var ruling = AtPlace(subject, place, of.Count > 0 ? [ClaimToken.Word("of"), .. of] : []);
        return with > 0 ? Ruling.All([ruling, RecordHas(subject, obj[(with + 1)..])]) : ruling;
    }

    /// <summary>"is directly below 'Red'", "is above the footer", "comes before X".</summary>
    private Ruling Relative(List<ClaimToken> subject, List<ClaimToken> obj)
    {
        var expected = $"{ClaimToken.Join(subject)} is {ClaimToken.Join(obj)}";
        var directly = obj[0].Is("directly", "immediately", "right", "just");
        var words = directly ? obj[1..] : obj;
        if (words.Count < 2)
            return Ruling.Unknown(expected, "it is not said of what");
        var relation = words[0].Text;
        if (relation is "left" or "right" or "next" or "to")
            words = [words[0], .. words.Skip(1).SkipWhile(t => t.Is("of", "to", "the"))];
        if (relation == "followed")
            words = [words[0], .. words.Skip(1).SkipWhile(t => t.Is("by"))];
        var other = words[1..];
        var mine = One(subject);
        var theirs = One(other);
        if (mine is null || theirs is null)
            return Ruling.Unknown(expected, $"'{ClaimToken.Join(mine is null ? subject : other)}' is not found once");
        var records = _scene.Records.Around(mine).Select(r => r.Group).FirstOrDefault(g => g.Records.Any(r => r.IsSelfOrAncestorOf(theirs)) && !g.Records.First(r => r.IsSelfOrAncestorOf(theirs)).IsSelfOrAncestorOf(mine));
        if (records is not null && relation is "below" or "above" or "under" or "before" or "after" or "beneath" or "followed" && records is not null)
        {
            var shown = Shown(records);
            var a = shown.FindIndex(r => r.IsSelfOrAncestorOf(mine));
            var b = shown.FindIndex(r => r.IsSelfOrAncestorOf(theirs));
            var distance = relation is "above" or "before" or "followed" ? b - a : a - b;
            return Ruling.Of(directly || relation == "followed" ? distance == 1 : distance > 0, expected, $"they are numbers {a + 1} and {b + 1}", mine, theirs);
        }

        var (x, y) = (mine.Bounds, theirs.Bounds);
        if (x.IsEmpty || y.IsEmpty || directly)
            return Ruling.Unknown(expected, "where they lie cannot be told");
        return relation switch
        {
            "above" or "over" => Ruling.Of(x.Bottom <= y.Y + 3, expected, "judged by their places", mine, theirs),
            "below" or "under" or "beneath" or "underneath" => Ruling.Of(x.Y >= y.Bottom - 3, expected, "judged by their places", mine, theirs),
            "left" => Ruling.Of(x.Right <= y.X + 3, expected, "judged by their places", mine, theirs),
            "right" => Ruling.Of(x.X >= y.Right - 3, expected, "judged by their places", mine, theirs),
            _ => Ruling.Unknown(expected, $"'{relation}' cannot be judged here"),
        };
    }

    /// <summary>The one place where a thing is named whole.</summary>
    private UiNode? One(List<ClaimToken> tokens)
    {
        var phrase = Read(tokens);
        var words = phrase.Required.SelectMany(t => t.Words).ToArray();
        if (words.Length == 0)
            return null;
        var exact = _scene.Find(words).Select(p => _scene.Exactly(p, words.Length)).OfType<UiNode>().Distinct().ToList();
        if (exact.Count == 0)
            exact = [.. _scene.Nodes.Where(n => !n.IsText && _scene.IsShown(n) && n.Name.Length > 0 && Phrase.Equal(_scene.NameTokens(n), words))];
        if (exact.Count == 0)
        {
            var loose = _scene.Find(words).Where(p => _scene.IsTogether(p, words.Length)).Select(p => _scene.OwnerAt(p)).Distinct().ToList();
            if (loose.Count == 1)
                return loose[0];
        }

        if (exact.Count > 1 && phrase.Kind != ElementKind.Any)
            exact = [.. exact.Where(n => n.Ancestors().Prepend(n).Take(3).Any(a => !a.IsText && Kinds.Fits(a, phrase.Kind) && (Scene.IsControl(a) || phrase.Kind == ElementKind.Heading && a.Role == "heading")))];
        return exact.Count == 1 ? exact[0] : null;
    }
}

/// <summary>What a record is sorted by: a number, a date or a text.</summary>
internal sealed record SortKey(decimal? Number, DateOnly? Date, string Text)
{
    public static SortKey Read(string text)
    {
        var clean = ValueText.Clean(text);
        if (ValueText.TryDate(clean, out var date))
            return new(null, date, text);
        // "28.03.2031 10:15" begins with a date.
        var space = clean.IndexOf(' ', StringComparison.Ordinal);
        if (space > 6 && ValueText.TryDate(clean[..space], out date))
            return new(null, date, text);
        if (clean.Length > 10 && System.Text.RegularExpressions.Regex.Match(clean, @"\b(\d{4}-\d\d-\d\d|\d{1,2} [a-z]{3,9} \d{4}|\d{1,2}\.\d{1,2}\.\d{4})\b") is { Success: true } inner && clean.Length < 30 && ValueText.TryDate(inner.Value, out date))
            return new(null, date, text);
        if (ValueText.TryQuantity(Phrase.Tokens(clean), out var number, out _))
            return new(number, null, text);
        return new(null, null, text);
    }

    public int CompareTo(SortKey other)
    {
        if (Number is { } a && other.Number is { } b)
            return a.CompareTo(b);
        if (Date is { } c && other.Date is { } d)
        {
            var order = c.CompareTo(d);
            return order != 0 ? order : string.Compare(TimePart(Text), TimePart(other.Text), StringComparison.Ordinal);
        }

        return string.Compare(TextFold.Fold(Text), TextFold.Fold(other.Text), StringComparison.Ordinal);
    }

    private static string TimePart(string text) => System.Text.RegularExpressions.Regex.Match(text, @"\d\d:\d\d(:\d\d)?").Value;

    public override string ToString() => Text;
}
