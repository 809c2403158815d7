using Autonoma.Engine.Instructions.Clauses;
using Autonoma.Engine.Instructions.Words;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Instructions.Sentences;

/// <summary>Reads a list or table together with the sentence that introduces it.</summary>
internal static class ListReader
{
    private static readonly HashSet<string> FieldHeads = new(StringComparer.Ordinal) { "field", "fields", "label", "field name", "name of field", "input", "key", "property", "column", "element", "control", "form field" };

    private static readonly HashSet<string> ValueHeads = new(StringComparer.Ordinal) { "value", "values", "data", "text", "input", "content", "entry", "test data", "option" };

    public static UnresolvedReason? Read(ClauseReader reader, string lead, Block block)
    {
        var introduction = Fillers.StripFront(Tokenizer.Cut(lead)).Trim();
        var clauses = ClauseSplitter.Split(Tokenizer.Cut(lead));
        // Clauses before the introducing one stand for themselves: "Click New and fill in:".
        for (var i = 0; i < clauses.Count - 1; i++)
        {
            reader.HasMore = true;
            if (reader.Read(clauses[i]) is { } reason)
                return reason;
        }

        introduction = lead.Length == 0 ? introduction : Fillers.StripFront(clauses[^1]).Trim();
        var actor = Actor.Length(introduction, out _);
        introduction = introduction.From(actor);
        reader.HasMore = false;
        if (block.Kind == BlockKind.Table)
            return Pairs(reader, introduction, TablePairs(block.Rows));
        if (introduction.IsEmpty)
            return Steps(reader, block.Items);
        var verb = VerbTable.Find(introduction, 0, mend: true);
        return verb?.Kind switch
        {
            VerbKind.Enter or VerbKind.Fill or VerbKind.Set => Pairs(reader, introduction, ItemPairs(block.Items)),
            VerbKind.Assert or VerbKind.MakeSure or VerbKind.Expect or VerbKind.See or VerbKind.Confirm => Each(reader, "Verify that ", block.Items),
            VerbKind.CheckOrAssert when introduction.Has("that", "following:") || block.Items.All(item => Predicates.IsStatement(Tokenizer.Cut(item))) => Each(reader, "Verify that ", block.Items),
            VerbKind.CheckOrAssert or VerbKind.Check => Each(reader, "Tick ", block.Items),
            VerbKind.Uncheck => Each(reader, "Untick ", block.Items),
            VerbKind.Click or VerbKind.Press => Each(reader, "Click ", block.Items),
            VerbKind.Select => Options(reader, introduction, block.Items),
            VerbKind.Business when introduction.Any(0, "do", "perform", "execute", "follow", "carry", "take", "complete", "run") && introduction.Has("following", "steps", "this", "actions", "these") => Steps(reader, block.Items),
            null when Predicates.Find(introduction) > 0 || introduction.Any(0, "expected", "then", "result") => Each(reader, "Verify that ", block.Items),
            null when introduction.Count <= 2 => Steps(reader, block.Items),
            _ => Reasons.Knowledge(introduction.Raw),
        };
    }

    private static UnresolvedReason? Steps(ClauseReader reader, IReadOnlyList<string> items)
    {
        foreach (var item in items)
        {
            if (StepReader.ReadText(reader, item) is { } reason)
                return reason;
        }

        return null;
    }

    private static UnresolvedReason? Each(ClauseReader reader, string verb, IReadOnlyList<string> items)
    {
        foreach (var item in items)
        {
            var phrase = Tokenizer.Cut(item);
            var own = VerbTable.Find(phrase, 0) is { Form: VerbForm.Base } found && found.Kind is VerbKind.Assert or VerbKind.Click or VerbKind.CheckOrAssert or VerbKind.Check or VerbKind.Uncheck && !Predicates.IsStatement(phrase);
            if (StepReader.ReadText(reader, own ? item : verb + item) is { } reason)
                return reason;
        }

        return null;
    }

    private static UnresolvedReason? Options(ClauseReader reader, Phrase introduction, IReadOnlyList<string> items)
    {
        var from = introduction.Find(1, "from", "in", "for", "under");
        var place = from > 0 && from < introduction.Count - 1 ? " from " + introduction.From(from + 1).Trim().Raw : "";
        var boxes = introduction.Has("checkboxes", "boxes");
        if (!boxes && place.Length == 0)
        {
            var pairs = ItemPairs(items);
            if (pairs.TrueForAll(pair => pair is not null))
                return Each(reader, "Select ", [.. pairs.Select(pair => $"{Quoted(pair!.Value.Value)} from {pair.Value.Target}")]);
        }

        return Each(reader, boxes ? "Tick " : "Select ", [.. items.Select(item => (boxes ? item : Quoted(item)) + (boxes ? "" : place))]);
    }

    private static string Quoted(string text) => Quotes.Find(text).Count > 0 || text.Contains("{{", StringComparison.Ordinal) ? text : $"\"{text}\"";

    private static UnresolvedReason? Pairs(ClauseReader reader, Phrase introduction, List<(string Target, string Value)?> pairs)
    {
        var verb = introduction.IsEmpty ? null : VerbTable.Find(introduction, 0, mend: true);
        if (verb is { Kind: VerbKind.Assert or VerbKind.MakeSure or VerbKind.Expect or VerbKind.See or VerbKind.CheckOrAssert or VerbKind.Confirm })
            return Reasons.Unsupported("A table of expected values");
        if (verb is not { Kind: VerbKind.Enter or VerbKind.Fill or VerbKind.Set or VerbKind.Select or VerbKind.Use } && !introduction.IsEmpty && !introduction.Has("following", "values", "data", "details", "with", "fields", "form"))
            return Reasons.Knowledge(introduction.Raw);
        if (verb is { Kind: VerbKind.Business } && !introduction.Has("fill", "enter"))
            return Reasons.Knowledge(introduction.Raw);
        if (pairs.Count == 0)
            return Reasons.NoValue("fill in", "fields");
        foreach (var pair in pairs)
        {
            if (pair is not var (target, value))
                return Reasons.NoValue("fill in", "fields");
            if (reader.ReadPair(Tokenizer.Cut(target), value) is { } reason)
                return reason;
        }

        return null;
    }

    private static List<(string Target, string Value)?> ItemPairs(IReadOnlyList<string> items)
    {
        var pairs = new List<(string, string)?>();
        foreach (var item in items)
        {
            var phrase = Tokenizer.Cut(item);
            var mark = phrase.Find(1, ":", "=", "-", "→", "with", "is");
            if (mark > 0 && mark < phrase.Count - 1)
                pairs.Add((phrase.To(mark).Trim().Raw, phrase.From(mark + 1).Trim().Raw));
            else if (mark == phrase.Count - 1 && mark > 0)
                pairs.Add((phrase.To(mark).Trim().Raw, ""));
            else if (phrase.Count > 1 && phrase[phrase.Count - 1].Kind is TokenKind.Quoted or TokenKind.Template or TokenKind.Email)
                pairs.Add((phrase.To(phrase.Count - 1).Trim().Raw, phrase.From(phrase.Count - 1).Raw));
            else
                pairs.Add(null);
        }

        return pairs;
    }

    // Two columns are fields and values below each other; with more columns and two rows the first row names the fields.
    private static List<(string Target, string Value)?> TablePairs(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var pairs = new List<(string, string)?>();
        // Two by two: the first row names the fields when the second begins with data.
        var headed = rows.Count == 2 && rows[0].Count == 2 && rows[1].Count == 2 && Tokenizer.Cut(rows[1][0]).OnlyLiteral is not null && Tokenizer.Cut(rows[0][0]).OnlyLiteral is null && Tokenizer.Cut(rows[0][1]).OnlyLiteral is null;
        if (headed || rows.Count == 2 && rows[0].Count == rows[1].Count && (rows[0].Count > 2 || rows[0].Count == 1))
        {
            for (var i = 0; i < rows[0].Count; i++)
                pairs.Add((rows[0][i], rows[1][i]));
            return pairs;
        }

        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Count != 2)
            {
                pairs.Add(null);
                continue;
            }

            if (i == 0 && (FieldHeads.Contains(TextFold.Fold(rows[i][0])) || ValueHeads.Contains(TextFold.Fold(rows[i][1])) && rows.Count > 1))
                continue;
            pairs.Add((rows[i][0], rows[i][1]));
        }

        return pairs;
    }
}
