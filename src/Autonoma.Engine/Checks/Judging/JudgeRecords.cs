using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>What a record says: one of its texts, or a label in it with its value.</summary>
internal sealed partial class Judge
{
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
        if (phrase.Required.SelectMany(t => t.Words).ToArray() is var label && _scene.Slots.Slots.Any(s => s.Strength >= 2 && s.Label.Length <= label.Length + 1 && Phrase.IndexOf(s.Label, label) >= 0 && !IsOfRow(s)) || phrase.Kind is ElementKind.Field or ElementKind.TextArea or ElementKind.SearchField or ElementKind.DatePicker)
            return SplitValue(subject, obj) is { IsHeld: true } own ? own : Ruling.Unknown(expected, $"'{phrase}' has another value");
        var value = ClaimToken.Join(obj.Select(t => t with { IsName = true }));
        var tokens = Phrase.Tokens(value);
        if (tokens.Length == 0)
            return Ruling.Unknown(expected, "nothing to compare");
        // "€ 500 has been paid out", where "Paid out: € 300" says so of another amount.
        if (subject.Exists(t => t.HasDigit) && subject.TrueForAll(t => t.HasDigit || t.IsMark || ValueText.IsUnit(t.Text) || t is { IsQuoted: false, IsCapital: false, Text.Length: <= 3 }) && _scene.Slots.Slots.Where(s => s.Strength > 1 && Phrase.Equal(s.Label, tokens)).DistinctBy(s => s.Value).ToList() is [var figure])
            return Ruling.Of(ValueText.Equal(RawText(subject), TextOf(figure)), expected, $"{value}: {Short(TextOf(figure))}", figure.Value);
        var records = _resolver.RecordsOf(phrase, rowsOnly: true);
        if (records.Count == 0 && Crossing(phrase) is { } cell)
        {
            // What stands in a cell of a timetable fills it, however that is called.
            var filled = obj.TakeWhile(t => t.Is("booked", "reserved", "planned", "scheduled", "taken", "occupied", "assigned", "for", "with", "by", "to", "a", "an", "the")).ToList();
            return RegionHas(new([cell], null), [.. obj.Skip(filled.Count)]).Telling(filled.Select(t => t.Text));
        }

        if (_resolver.LedBy(phrase) is { } led && _scene.Records.GroupOf(led) is { } among && (records.Count != 1 || records[0].Record.IsSelfOrAncestorOf(led)))
            records = [(led, among)];
        // "The delivery of 08:05", which its time alone tells apart.
        if (records.Count == 0 && OneEntry(subject) is { } named && _scene.Records.GroupOf(named.Record) is { } list)
            records = [(named.Record, list)];
        if (records.Count == 1)
        {
            var record = records[0].Record;
            if (SwitchSays(record, tokens) is { } switched)
                return Ruling.Of(switched, expected, switched ? $"its '{value}' is on" : $"its '{value}' is off", record);
            foreach (var position in _scene.Find(tokens, record))
            {
                if ((_scene.Exactly(position, tokens.Length) ?? (records[0].Group.Heads.Count > 1 ? InBrackets(position, tokens) : null)) is { } node && !IsDenied(position) && _scene.IsShown(node) && !IsUnchosen(node) && Adds(phrase, tokens) && SameEntry(record, node, phrase))
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

    /// <summary>"2 Apr (overdue)" says two things, of which the second is in brackets.</summary>
    private Observing.UiNode? InBrackets(int position, string[] tokens)
    {
        var owner = _scene.OwnerAt(position);
        var text = owner.OwnText;
        for (var open = text.IndexOf('(', StringComparison.Ordinal); open >= 0; open = text.IndexOf('(', open + 1))
        {
            var close = text.IndexOf(')', open);
            if (close > open && Phrase.Equal(Phrase.Tokens(text[(open + 1)..close]), tokens))
                return owner;
        }

        return null;
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
            if (obj[i - 1].HasDigit && ValueText.IsUnit(obj[i].Text.ToLowerInvariant()) || obj[i].HasDigit && obj[i - 1].Is("€", "$", "£") || obj[i - 1].HasDigit && i + 1 == obj.Count && obj[i] is { IsQuoted: false, IsCapital: false, HasDigit: false, Text.Length: 1 or 2 })
                continue;
            // "24 of 32" is one thing, too.
            if (i + 1 < obj.Count && obj[i].Is("of") && obj[i - 1].HasDigit && obj[i + 1].HasDigit || i > 1 && obj[i - 1].Is("of") && obj[i - 2].HasDigit && obj[i].HasDigit)
                continue;
            foreach (var (label, value) in new[] { (left, right), (right, left) })
            {
                if (value.All(IsSmall) || label.All(IsSmall))
                    continue;
                var ruling = Value([.. subject, ClaimToken.Word("'s"), .. label], value, TextMode.Whole, slotsOnly: true);
                if (ruling.IsHeld)
                    return ruling;
                // "Tank 7" is no word on what stands under "7": the label comes first, unless what is before it is plainly a value.
                // A figure is refuted by another figure alone.
                if (!ruling.IsUnknown && best.IsUnknown && (ruling.IsHeld || !value.Exists(t => t.HasDigit) || ruling.Found.Any(char.IsDigit)) && (ReferenceEquals(label, left) || value.Exists(t => t.IsQuoted || t.HasDigit)))
                    best = ruling;
            }
        }

        return best;
    }

    /// <summary>Whether a value is labelled so by the head of its row, where its column has a head of its own: that head names the entry, it does not label one of its values.</summary>
    private bool IsOfRow(Slot slot) => _scene.Records.HeadOf(slot.Value) is { } head && _scene.Length(head) > 0 && !Phrase.Equal(slot.Label, [.. _scene.Tokens(head)]) && slot.Value.Parent?.Children.FirstOrDefault(c => !c.IsText && _scene.IsPresent(c)) is { } first && Phrase.Equal(slot.Label, [.. _scene.Tokens(first)]);

    /// <summary>Whether the words before a text turn it into its opposite: "not connected" does not say "connected".</summary>
    private bool IsDenied(int position)
    {
        for (var back = 1; back <= 2 && position - back >= 0; back++)
        {
            var token = _scene.TokenAt(position - back);
            if (_scene.BeginsClause(position - back + 1) || !ReferenceEquals(_scene.Line(_scene.OwnerAt(position - back)), _scene.Line(_scene.OwnerAt(position))))
                return false;
            if (token is "not" or "no" or "never" or "non" or "isn't" or "cannot" or "can't" or "nicht" or "kein" or "keine" or "without" or "un" or "aren't" or "hasn't" or "wasn't")
                return true;
        }

        return false;
    }
}
