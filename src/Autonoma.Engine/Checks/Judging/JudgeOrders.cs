using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>Order: sorting, first and last, above and below.</summary>
internal sealed partial class Judge
{
    private static bool IsSorting(List<ClaimToken> obj) => obj[0].Is("sorted", "ordered", "arranged") || obj.Skip(1).Any(t => t.Is("ascending", "descending", "alphabetically", "newest", "oldest", "highest", "lowest", "cheapest", "chronologically", "alphabetical", "chronological"));

    // What a sorting goes from and to, the lesser first.
    private static readonly (string Low, string High)[] Ends =
    [
        ("lowest", "highest"), ("low", "high"), ("smallest", "largest"), ("smallest", "biggest"), ("small", "large"), ("oldest", "newest"), ("old", "new"), ("earliest", "latest"), ("least", "most"), ("shortest", "longest"), ("cheapest", "dearest"), ("a", "z"), ("lowest", "greatest"), ("smallest", "greatest"),
    ];

    private static List<ClaimToken> OrderedTail(List<ClaimToken> tokens, out bool ordered)
    {
        ordered = tokens.Count > 2 && tokens[^3].Is("in") && tokens[^2].Is("that", "this") && tokens[^1].Is("order");
        return ordered ? tokens[..^3] : tokens;
    }

    private Ruling Sorted(List<ClaimToken> subject, List<ClaimToken> obj)
    {
        var text = string.Join(' ', obj.Select(t => t.Text));
        var expected = $"{ClaimToken.Join(subject)} {text}";
        var up = obj.Any(t => t.Is("ascending", "lowest", "alphabetically", "alphabetical", "cheapest", "smallest", "oldest", "earliest", "a-z", "chronologically", "chronological", "least", "shortest"));
        var down = obj.Any(t => t.Is("descending", "highest", "newest", "largest", "latest", "z-a", "biggest", "most", "greatest", "longest"));
        // "lowest last" is the other way round.
        if (obj.Count > 1 && obj[^1].Is("last") && up != down)
            (up, down) = (down, up);
        // "from the lowest to the highest": where it begins.
        var bare = text.Replace("the ", "", StringComparison.Ordinal).Replace("most expensive", "dearest", StringComparison.Ordinal);
        foreach (var (low, high) in Ends)
        {
            if (bare.Contains($"{low} to {high}", StringComparison.Ordinal))
                (up, down) = (true, false);
            else if (bare.Contains($"{high} to {low}", StringComparison.Ordinal))
                (up, down) = (false, true);
        }

        // "from the newest to the oldest year": what it is sorted by comes last.
        if (obj.Count > 3 && obj[^1] is { IsQuoted: false, HasDigit: false } last && (obj[^2].Is("oldest", "newest", "earliest", "latest", "lowest", "highest", "smallest", "largest")) && obj.FindIndex(t => t.Is("to")) is > 0 and var to && to >= obj.Count - 4 && !obj.Exists(t => t.Is("by")))
            obj = [.. obj, ClaimToken.Word("by"), last];
        foreach (var (both, isUp) in new[] { ("oldest at bottom", false), ("newest at bottom", true), ("oldest last", false), ("newest last", true), ("reverse alphabetical", false), ("reverse chronological", false), ("reverse-chronological", false) })
        {
            if (bare.Contains(both, StringComparison.Ordinal))
                (up, down) = (isUp, !isUp);
        }

        // "sorted by price" says by what, in either direction.
        var either = !up && !down && obj.Any(t => t.Is("by"));
        if (up == down && !either)
            return Ruling.Unknown(expected, "the direction is not told plainly");
        var byDate = obj.Any(t => t.Is("newest", "oldest", "latest", "earliest", "chronologically", "chronological"));
        var byText = obj.Any(t => t.Is("alphabetically", "alphabetical", "a", "z", "a-z", "z-a"));
        var by = obj.FindIndex(t => t.Is("by"));
        List<ClaimToken> key = by >= 0 ? [.. obj[(by + 1)..].TakeWhile(t => !t.Is(",", "in", "from", "with", "ascending", "descending", "alphabetically", "highest", "lowest", "newest", "oldest", "latest", "cheapest", "first", "largest", "smallest", "("))] : [];
        key = [.. key.Where(t => !t.Is("number", "of", "the", "their", "its") || key.Count == 1)];
        // "by first visit" names a column that begins so, or none.
        if (by >= 0 && by + 2 < obj.Count && obj[by + 1].Is("first"))
            return Ruling.Unknown(expected, $"it is not plain what it is sorted by");
        var phrase = Read(subject);
        if (phrase.Quantifier is "no" or "only")
            return Ruling.Unknown(expected, $"'{phrase.Quantifier}' cannot be judged here");
        RecordGroup? group = null;
        // "Mileage is sorted": the one column of that name.
        if (phrase.Kind == ElementKind.Column || by < 0 && !phrase.IsPlural && phrase.Kind == ElementKind.Any && NounWords(subject) is { Length: > 0 } head && _scene.Records.Groups.SelectMany(g => g.Heads).Count(h => Phrase.Equal([.. _scene.Tokens(h).Where(t => t.Any(char.IsLetterOrDigit))], head)) == 1)
        {
            key = [.. phrase.Required.SelectMany(t => t.Words).Select(w => new ClaimToken(w, w))];
            group = _scene.Records.Groups.FirstOrDefault(g => g.Heads.Any(h => HeadIs(h, key)));
        }

        if (group is null && phrase.Required.Any() && phrase.Kind is ElementKind.ListItem or ElementKind.Row or ElementKind.Card && _regions.Find(NounPhrase.Read([.. phrase.Required.SelectMany(t => t.Words).Select(w => new ClaimToken(w, w))], _scene)) is [var region])
            group = MainGroup(region.Contains, phrase.Kind, true);
        // "the Sown lane": what the part of that name lists.
        if (group is null && phrase.Required.Any() && !phrase.IsPlural && !phrase.HasQuoted && subject.Count(t => !t.Is("the")) > 1 && RegionsOf(subject) is [{ Parts: var parts } part] && !parts.Contains(_scene.Root))
            group = MainGroup(part.Contains, ElementKind.ListItem, true);
        group ??= GroupFor(phrase, null) ?? GroupFor(NounPhrase.Read([.. phrase.Required.SelectMany(t => t.Words).Select(w => new ClaimToken(w, w)).TakeLast(1)], null), null);
        group ??= phrase.Kind is ElementKind.Table or ElementKind.List or ElementKind.Row or ElementKind.ListItem or ElementKind.Card ? MainGroup(_ => true, phrase.Kind == ElementKind.Table ? ElementKind.Row : phrase.Kind, false) : null;
        if (group is null && _scene.Records.Groups.Where(g => g.IsTable && Shown(g).Count > 1).ToList() is [var only] && phrase.Required.All(t => t.Words.All(_scene.SpeaksOf)))
            group = only;
        group ??= phrase.Required.Count() == 1 ? OnlyTable(ClaimToken.Word(string.Join(' ', phrase.Required.First().Words))) : null;
        if (group is null)
            return Ruling.Unknown(expected, $"it is not plain which records '{phrase}' are");
        var records = Ranked(group);
        var values = byText && ByPartOfName(records, key) is { } byPart ? byPart : KeyValues(group, records, key, byDate, byText);
        if (values is null || records.Count < 2)
            return Ruling.Unknown(expected, "the values to be sorted by are not found");
        var keys = values.OfType<SortKey>().ToList();
        if (keys.Count < values.Count)
            return Ruling.Unknown(expected, "some records have no value to be sorted by");
        var isNumbered = keys.TrueForAll(k => k.Number is not null) && SortKey.AreComparable(keys);
        if (byText)
        {
            // "Item 10" comes before "Item 2" by its letters and after it by its number: either is called alphabetical.
            var letters = keys.ConvertAll(k => SortKey.Letters(k.Text));
            if (isNumbered && Enumerable.Range(0, keys.Count - 1).Any(i => Math.Sign(keys[i].CompareTo(keys[i + 1])) != Math.Sign(letters[i].CompareTo(letters[i + 1]))))
                return Ruling.Unknown(expected, "their letters and their numbers give two orders");
            keys = letters;
        }

        if (!SortKey.AreComparable(keys))
            return Ruling.Unknown(expected, $"'{keys[0]}' and the others are not told in one unit and form");
        var different = keys.Select((k, i) => keys.FindIndex(o => o.CompareTo(k) == 0) == i).Count(isFirst => isFirst);
        if (different == 1)
            return Ruling.Unknown(expected, "all values are the same");
        // Two values stand in some order always: that proves nothing where the direction is not told.
        if (either && different < 3)
            return Ruling.Unknown(expected, "two values are always in some order: say in which direction");
        if (either)
            up = keys.Zip(keys.Skip(1)).Select(p => p.First.CompareTo(p.Second)).FirstOrDefault(order => order != 0) <= 0;
        for (var i = 0; i + 1 < keys.Count; i++)
        {
            var order = keys[i].CompareTo(keys[i + 1]);
            if (up ? order > 0 : order < 0)
                return Ruling.Failed(expected, $"'{keys[i]}' stands before '{keys[i + 1]}'", records[i], records[i + 1]);
        }

        return Ruling.Held(expected, $"from '{keys[0]}' to '{keys[^1]}'", [.. records]);
    }

    private bool HeadIs(UiNode head, List<ClaimToken> key) => key.Count > 0 && key.All(k => Phrase.Tokens(k.Text).All(w => _scene.HasStem(head, w) || IsShortened(head, w)));

    // "Temp." over a column of temperatures.
    private bool IsShortened(UiNode head, string word) => _scene.ShownText(head).Split(' ').Any(t => t.Length is > 3 and < 8 && t[^1] == '.' && word.Length > t.Length && word.StartsWith(t[..^1], StringComparison.OrdinalIgnoreCase));

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

        var leads = byText && head is null && key.Count == 0 ? Names(records) : null;
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
                text = record.Descendants().Where(n => _scene.IsShown(n) && _scene.Length(n) is > 0 and < 8).Select(n => _scene.ShownText(n)).FirstOrDefault(t => SortKey.Read(t) is { Date: not null }) ?? Texts(record).FirstOrDefault(t => Measured(t, Measure.Time) is not null);
            }
            else if (byText)
            {
                text = leads is null ? record.Descendants().FirstOrDefault(n => n.IsText && _scene.IsShown(n) && n.OwnText.Any(char.IsLetter))?.OwnText : leads[record.Index];
            }
            else
            {
                return null;
            }

            result.Add(text is null ? null : SortKey.Read(text));
        }

        return result;
    }

    /// <summary>What each record is called: a text in a place that all of them have once, where no two say the same: a heading before others, words before codes. A badge that some of them wear is no name.</summary>
    private Dictionary<int, string>? Names(List<UiNode> records)
    {
        if (records.Count < 2)
            return null;
        string Place(UiNode text, UiNode record) => string.Join('/', text.Ancestors().TakeWhile(a => !ReferenceEquals(a, record)).Select(a => $"{a.Tag}.{a.ClassName}"));
        var places = records.ConvertAll(r => r.Descendants().Where(n => n.IsText && _scene.IsShown(n) && n.OwnText.Any(char.IsLetter)).GroupBy(n => Place(n, r)).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal));
        var common = places[0].Keys.Where(key => places.TrueForAll(p => p.ContainsKey(key)) && places.Select(p => p[key].OwnText).Distinct(StringComparer.Ordinal).Count() == places.Count).OrderByDescending(key => places[0][key].Ancestors().TakeWhile(a => !ReferenceEquals(a, records[0])).Any(a => a.Role == "heading")).ThenBy(key => places.Exists(p => p[key].OwnText.Any(char.IsDigit))).FirstOrDefault();
        return common is null ? null : records.Zip(places).ToDictionary(x => x.First.Index, x => x.Second[common].OwnText);
    }

    /// <summary>Of a card: the number beside the word; of a name, its first text.</summary>
    private string? RecordValue(UiNode record, string[] words, RecordGroup group)
    {
        // A number has a digit: a tile headed "Overdue" has none.
        if (words is ["number"])
            return record.Descendants().FirstOrDefault(n => n.IsText && _scene.IsShown(n) && n.OwnText.Any(char.IsLetterOrDigit)) is { } led && led.OwnText.Any(char.IsDigit) ? led.OwnText : null;
        if (words is ["year"] && Enumerable.Range(_scene.Start(record), _scene.Length(record)).Select(_scene.TokenAt).Where(t => t.Length == 4 && t.All(char.IsDigit) && t[0] is '1' or '2').Distinct().ToList() is [var year])
            return year;
        if (words is ["name"] or ["title"] or ["subject"])
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

}
