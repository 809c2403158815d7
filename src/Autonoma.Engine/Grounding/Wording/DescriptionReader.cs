using Autonoma.Engine.Language;

namespace Autonoma.Engine.Grounding.Wording;

/// <summary>From a description to the ways it can be understood. Knows no page: the page decides between them.</summary>
internal static class DescriptionReader
{
    private const int MostCuts = 5;

    /// <summary>The words and every way to read them, the plainest first.</summary>
    public static (IReadOnlyList<Token> Tokens, IReadOnlyList<Reading> Readings) Read(string description, bool joinIcons) => Read(Tokenizer.Cut(description, joinIcons));

    /// <summary>Every way to read words that are cut already.</summary>
    public static (IReadOnlyList<Token> Tokens, IReadOnlyList<Reading> Readings) Read(IReadOnlyList<Token> tokens)
    {
        var readings = new List<Reading>();
        var cuts = RelationWords.Cuts(tokens);
        if (cuts.Count > MostCuts)
            cuts = cuts.Take(MostCuts).ToList();
        for (var chosen = 0; chosen < 1 << cuts.Count; chosen++)
        {
            var picked = cuts.Where((_, i) => (chosen >> i & 1) != 0).ToList();
            if (Overlap(picked) || Build(tokens, picked) is not { } reading)
                continue;
            var headEnd = picked.Count == 0 ? tokens.Count : picked[0].At;
            var uncut = cuts.Where((cut, i) => (chosen >> i & 1) == 0 && cut.At > 0 && cut.At < headEnd && !picked.Any(p => p.At < cut.At + cut.Length && cut.At < p.At + p.Length)).Select(cut => cut.Word).ToList();
            readings.Add(uncut.Count == 0 ? reading : reading with { Uncut = uncut });
        }

        AddPlain(readings);
        AddPlaces(tokens, readings);
        AddPossessives(tokens, readings);
        AddImplicit(readings);
        return (tokens, readings);
    }

    /// <summary>Reads the words from <paramref name="from"/> to <paramref name="to"/> as the name of one thing.</summary>
    public static Phrase Name(IReadOnlyList<Token> tokens, int from, int to)
    {
        var content = new List<int>();
        ulong mask = 0;
        for (var i = from; i < to; i++)
        {
            var token = tokens[i];
            var leading = content.Count == 0 && i + 1 < to && token.Text is "from" or "to" or "in" or "on" or "by" or "at" or "with" or "for" or "only" or "any" && (i == from || i == from + 1 && tokens[from].Text is "the") && !token.Separator;
            if (token.IsFiller && !leading || token.Separator && token.Text.Length == 0)
                continue;
            content.Add(i);
            mask |= 1UL << i;
        }

        if (content.Count == 0)
        {
            // Nothing but small words: then they are the name ("All", "To").
            for (var i = from; i < to; i++)
            {
                if (tokens[i].Text.Length == 0 || tokens[i].Text is "the" or "a" or "an")
                    continue;
                content.Add(i);
                mask |= 1UL << i;
            }
        }

        var (ordinal, ordinalMask) = Ordinal(tokens, content);
        var (kind, plural, kindMask) = Kind(tokens, content, ordinalMask);
        return new Phrase { Tokens = tokens, Content = content, Mask = mask, Ordinal = ordinal, OrdinalMask = ordinalMask, Kind = kind, Plural = plural, KindMask = kindMask };
    }

    private static bool Overlap(List<Cut> cuts)
    {
        for (var i = 1; i < cuts.Count; i++)
        {
            if (cuts[i].At < cuts[i - 1].At + cuts[i - 1].Length)
                return true;
        }

        return false;
    }

    private static Reading? Build(IReadOnlyList<Token> tokens, List<Cut> cuts)
    {
        var headEnd = cuts.Count == 0 ? tokens.Count : cuts[0].At;
        var head = Name(tokens, 0, headEnd);
        var relations = new List<Relation>();
        for (var i = 0; i < cuts.Count; i++)
        {
            var from = cuts[i].At + cuts[i].Length;
            var to = i + 1 < cuts.Count ? cuts[i + 1].At : tokens.Count;
            var target = Name(tokens, from, to);
            if (target.IsEmpty && cuts[i].Kind != RelationKind.Position)
                return null;
            relations.Add(new(cuts[i].Kind, target, cuts[i].Place, cuts[i].Word));
        }

        if (head.IsEmpty)
        {
            // "at the top: the Save button", "labelled X": the first thing with a name becomes the head.
            if (relations.Count == 0)
                return null;
            var first = relations.FindIndex(r => r.Kind == RelationKind.With);
            if (first < 0)
                return null;
            head = relations[first].Target;
            relations.RemoveAt(first);
        }

        return new(head, Merge(tokens, relations));
    }

    // "in the row of Ana", "in the dialog titled Rename": a bare kind takes the name that follows it.
    private static List<Relation> Merge(IReadOnlyList<Token> tokens, List<Relation> relations)
    {
        for (var i = 0; i + 1 < relations.Count; i++)
        {
            var (first, second) = (relations[i], relations[i + 1]);
            var bare = first.Target.NameMask == 0 && first.Target.Kind != ElementKind.Any && first.Kind is RelationKind.In or RelationKind.Of or RelationKind.Below or RelationKind.Above or RelationKind.NextTo
                && first.Target.Ordinal == 0 && first.Target.Kind != ElementKind.Page;
            if (bare && second.Kind == RelationKind.Of && second.Target is { NameMask: 0, Ordinal: 0, Plural: true })
            {
                relations.RemoveAt(i + 1);
                continue;
            }

            if (!bare || second.Kind is not (RelationKind.Of or RelationKind.With) || second.Target.Kind is not ElementKind.Any && second.Target.Ordinal == 0)
                continue;
            var merged = new Phrase
            {
                Tokens = tokens,
                Content = [.. first.Target.Content, .. second.Target.Content],
                Mask = first.Target.Mask | second.Target.Mask,
                Kind = first.Target.Kind,
                KindMask = first.Target.KindMask | second.Target.KindMask,
                Ordinal = second.Target.Ordinal,
                OrdinalMask = second.Target.OrdinalMask,
            };
            relations[i] = first with { Target = merged };
            relations.RemoveAt(i + 1);
        }

        return relations;
    }

    // "category filter", "page size": what stands first may be a kind or simply a word of the name.
    private static void AddPlain(List<Reading> readings)
    {
        foreach (var reading in readings.ToList())
        {
            // A box may be one to tick, a header one over a column.
            var kindWord = System.Numerics.BitOperations.PopCount(reading.Head.KindMask) == 1 ? reading.Head.Tokens[System.Numerics.BitOperations.TrailingZeroCount(reading.Head.KindMask)].Text : "";
            var other = kindWord switch { "box" or "boxes" => ElementKind.Checkbox, "header" or "headers" => ElementKind.ColumnHeader, _ => ElementKind.Any };
            if (other != ElementKind.Any && (reading.Head.NameMask != 0 || reading.Relations.Count > 0))
                readings.Add(reading with { Head = new Phrase { Tokens = reading.Head.Tokens, Content = reading.Head.Content, Mask = reading.Head.Mask, Ordinal = reading.Head.Ordinal, OrdinalMask = reading.Head.OrdinalMask, Kind = other, Plural = reading.Head.Plural, KindMask = reading.Head.KindMask } });
        }

        foreach (var reading in readings.ToList())
        {
            var head = reading.Head;
            if (head.KindMask != 0 && head.NameMask != 0 && head.Content.Count > 1 && (head.KindMask >> head.Content[0] & 1) != 0 && (head.KindMask >> head.Content[^1] & 1) == 0)
                readings.Add(reading with { Head = new Phrase { Tokens = head.Tokens, Content = head.Content, Mask = head.Mask, Ordinal = head.Ordinal, OrdinalMask = head.OrdinalMask } });
        }
    }

    // "the upper Apply button", "the left arrow button": a place among equals, where it is no part of the name.
    private static void AddPlaces(IReadOnlyList<Token> tokens, List<Reading> readings)
    {
        foreach (var reading in readings.ToList())
        {
            if (reading.Uncut is not null || reading.Head.Content.Count < 2)
                continue;
            var first = reading.Head.Content[0];
            if (tokens[first].IsQuoted || RelationWords.PlaceOf(tokens[first].Text) is not (var place and not Place.None))
                continue;
            var from = reading.Head.Content[1];
            var head = Name(tokens, from, reading.Head.Content[^1] + 1);
            if (!head.IsEmpty && head.Ordinal == 0)
                readings.Add(new(head, [.. reading.Relations, new(RelationKind.Position, Name(tokens, 0, 0), place, tokens[first].Text)], AmongEquals: true));
        }
    }

    // "Ana's row", "the last contact's name link": what stands before the mark owns what follows.
    private static void AddPossessives(IReadOnlyList<Token> tokens, List<Reading> readings)
    {
        foreach (var reading in readings.ToList())
        {
            var at = -1;
            foreach (var i in reading.Head.Content)
            {
                if (tokens[i].Possessive)
                    at = i;
            }

            if (at < 0 || at == reading.Head.Content[^1])
                continue;
            var owner = Name(tokens, reading.Head.Content[0], at + 1);
            var head = Name(tokens, at + 1, reading.Head.Content[^1] + 1);
            if (!head.IsEmpty && !owner.IsEmpty)
                readings.Add(new(head, [new(RelationKind.Of, owner), .. reading.Relations]));
        }
    }

    // "Remove Joel Tan", "Emergency contact phone": the words may name both the element and where it is. Tried last, trusted least.
    private static void AddImplicit(List<Reading> readings)
    {
        foreach (var reading in readings.ToList())
        {
            var content = reading.Head.Content.Where(i => (reading.Head.OrdinalMask >> i & 1) == 0).ToList();
            if (content.Count is < 2 or > 9 || reading.Uncut is not null)
                continue;
            var tokens = reading.Head.Tokens;
            for (var cut = 1; cut < content.Count; cut++)
            {
                if (tokens[content[cut - 1]].IsQuoted && tokens[content[cut - 1]].Quote == tokens[content[cut]].Quote)
                    continue;
                // "Number 15" is one thing, not a number that has to do with 15.
                if (tokens[content[cut - 1]] is { IsQuoted: false, Text: "number" or "no" or "nr" } && tokens[content[cut]].Text.All(char.IsDigit))
                    continue;
                var first = Name(tokens, content[0], content[cut - 1] + 1);
                var last = Name(tokens, content[cut], content[^1] + 1);
                if (first.IsEmpty || last.IsEmpty)
                    continue;
                if (last.NameMask == 0 && first.NameMask != 0)
                {
                    // "Cordless drill card": a lone kind after the cut belongs to the head as a whole, unless it is a thing to be found inside.
                    if (reading.Head.Ordinal != 0)
                        last = new Phrase { Tokens = last.Tokens, Content = last.Content, Mask = last.Mask | reading.Head.OrdinalMask, Kind = last.Kind, KindMask = last.KindMask, Ordinal = reading.Head.Ordinal, OrdinalMask = reading.Head.OrdinalMask };
                    if (last.Ordinal != 0 || last.Kind is not (ElementKind.Button or ElementKind.Link or ElementKind.Tab or ElementKind.MenuItem or ElementKind.Heading or ElementKind.Option or ElementKind.Page or ElementKind.Text or ElementKind.Icon or ElementKind.Message or ElementKind.Dialog))
                        readings.Add(new(last, [new(RelationKind.Of, first, Word: "implied"), .. reading.Relations], true));
                    continue;
                }

                readings.Add(new(last, [new(RelationKind.Of, first, Word: "implied"), .. reading.Relations], true));
                // Of two kinds the last is what it is: a header checkbox is a checkbox.
                if (last.NameMask == 0)
                    continue;
                var head = WithKind(first, last);
                readings.Add(new(head, [new(RelationKind.Of, last.KindMask != 0 && head.Kind != first.Kind ? Without(last) : last, Word: "implied"), .. reading.Relations], true));
            }
        }
    }

    // "Reset card 4471 button": the kind at the end is the head's.
    private static Phrase WithKind(Phrase first, Phrase last) => first.Kind != ElementKind.Any || last.Kind == ElementKind.Any || last.NameMask == 0
        ? first
        : new Phrase
        {
            Tokens = first.Tokens,
            Content = [.. first.Content, .. last.Content.Where(i => (last.KindMask >> i & 1) != 0)],
            Mask = first.Mask | last.KindMask,
            Kind = last.Kind,
            KindMask = last.KindMask,
            Ordinal = first.Ordinal,
            OrdinalMask = first.OrdinalMask,
        };

    private static Phrase Without(Phrase phrase) => new()
    {
        Tokens = phrase.Tokens,
        Content = [.. phrase.Content.Where(i => (phrase.KindMask >> i & 1) == 0)],
        Mask = phrase.Mask & ~phrase.KindMask,
        Ordinal = phrase.Ordinal,
        OrdinalMask = phrase.OrdinalMask,
    };

    private static (int Ordinal, ulong Mask) Ordinal(IReadOnlyList<Token> tokens, List<int> content)
    {
        for (var k = 0; k < content.Count; k++)
        {
            var i = content[k];
            if (tokens[i].IsQuoted || tokens[i].Kept)
                continue;
            // First name and last name are names.
            if (k + 1 < content.Count && tokens[content[k + 1]].Text is "name" or "names" or "update" or "updated" or "login" or "modified" or "seen" or "visit" or "week" or "month" or "year" or "page" && tokens[i].Text is "first" or "last")
                continue;
            if (k + 1 < content.Count && NumberWords.TryOrdinal(tokens[i].Text + " " + tokens[content[k + 1]].Text, out var two))
                return (two, 1UL << i | 1UL << content[k + 1]);
            if (NumberWords.TryOrdinal(tokens[i].Text, out var value))
                return (value, 1UL << i);
            // "row 15", "line 1".
            if (k > 0 && IsNumber(tokens[i].Text, out value) && tokens[content[k - 1]].Text is "row" or "line" or "position" or "column" && !tokens[content[k - 1]].IsQuoted && content.Count == k + 1)
                return (value, 1UL << i);
        }

        return (0, 0);
    }

    private static bool IsNumber(string text, out int value) => int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out value) && value > 0;

    private static (ElementKind Kind, bool Plural, ulong Mask) Kind(IReadOnlyList<Token> tokens, List<int> content, ulong taken)
    {
        // At the end ("Save button"), else in front ("button Save", "option 'Jury duty'").
        for (var length = Math.Min(KindWords.LongestPhrase, content.Count); length >= 1; length--)
        {
            if (TryKind(tokens, content, content.Count - length, length, taken, out var found))
            {
                // "drawing canvas", "popup dialog": the same said twice.
                for (var k = content.Count - length - 1; k > 0 || k == 0 && content.Count - length == 1; k--)
                {
                    if (tokens[content[k]].IsQuoted || !char.IsLower(tokens[content[k]].Raw.FirstOrDefault()) || !KindWords.TryKind(tokens[content[k]].Text, out var same) || same != found.Item1 || same is not (ElementKind.Canvas or ElementKind.Dialog or ElementKind.Message or ElementKind.Dropdown or ElementKind.Landmark))
                        break;
                    found.Item3 |= 1UL << content[k];
                }

                return found;
            }
        }

        for (var length = Math.Min(KindWords.LongestPhrase, content.Count - 1); length >= 1; length--)
        {
            if (content.Count > length && (content[0] == 0 || !char.IsUpper(tokens[content[0]].Raw.FirstOrDefault())) && TryKind(tokens, content, 0, length, taken, out var found))
                return found;
        }

        // 'menu entry "Export"' is covered above; 'filter button "Overdue"', 'green link "More"' have a word before the kind.
        for (var k = 1; k + 1 < content.Count; k++)
        {
            if (tokens[content[k + 1]].IsQuoted && content.Skip(k + 1).All(i => tokens[i].Quote == tokens[content[k + 1]].Quote) && content.Take(k).All(i => !tokens[i].IsQuoted && char.IsLower(tokens[i].Raw.FirstOrDefault())) && TryKind(tokens, content, k, 1, taken, out var before))
                return before;
        }

        // After a number: "the third Pay link", "second tab" are covered above; "first card Alpha" is not.
        if (content.Count > 2 && (taken >> content[0] & 1) != 0 && TryKind(tokens, content, 1, 1, taken, out var second))
            return second;
        return (ElementKind.Any, false, 0);
    }

    private static bool TryKind(IReadOnlyList<Token> tokens, List<int> content, int at, int length, ulong taken, out (ElementKind, bool, ulong) found)
    {
        found = default;
        if (at < 0)
            return false;
        ulong mask = 0;
        for (var k = at; k < at + length; k++)
        {
            var token = tokens[content[k]];
            if (token.IsQuoted || token.Text.Length == 0 || (taken >> content[k] & 1) != 0 || (token.Concept is not null && token.Text.Contains(' ', StringComparison.Ordinal)))
                return false;
            mask |= 1UL << content[k];
        }

        var phrase = string.Join(' ', Enumerable.Range(at, length).Select(k => tokens[content[k]].Text));
        if (!KindWords.TryKind(phrase, out var kind, out var plural))
            return false;
        // "Email field", "error message", "sort icon": the first word says which, and must be met.
        if (length > 1 && kind is not (ElementKind.DatePicker or ElementKind.Landmark or ElementKind.Accordion) && tokens[content[at]].Text is "email" or "password" or "amount" or "number" or "date" or "time" or "comment" or "message" or "profile" or "error" or "success" or "warning" or "info" or "confirmation" or "validation" or "status"
            or "actions" or "category" or "results" or "result" or "section" or "page" or "banner" or "note" or "submit" or "attachment")
            mask &= ~(1UL << content[at]);
        found = (kind, plural, mask);
        return true;
    }
}
