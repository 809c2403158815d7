using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>"T-07 has no technician", "no courier is assigned", "every order has an address", "the licence of item 4 is missing": whether a cell or labelled value is blank.</summary>
internal sealed partial class Judge
{
    // Said of what is there or not: adds nothing to "has a technician".
    private static readonly string[] Givens = ["assigned", "given", "set", "entered", "recorded", "specified", "provided", "stored", "filled", "known", "noted"];

    /// <summary>The column that is called just so; null when none or several are.</summary>
    private UiNode? HeadCalled(RecordGroup group, IReadOnlyList<string> words)
    {
        var heads = group.Heads.Where(h => _scene.Tokens(h).Where(t => t.Any(char.IsLetter)).ToList() is { Count: > 0 } own && (own.Count == words.Count && own.Zip(words).All(p => Phrase.SameStem(p.First, p.Second)))).ToList();
        return heads is [var only] ? only : null;
    }

    private UiNode? CellUnder(UiNode record, UiNode head) => record.Children.Where(c => !c.IsText && _scene.IsPresent(c)).FirstOrDefault(c => ReferenceEquals(_scene.Records.HeadOf(c), head));

    /// <summary>Whether nothing is in the cell; null when it holds what has no words.</summary>
    private bool? IsBlank(UiNode cell, IReadOnlyList<string> label)
    {
        var text = _scene.ShownText(cell);
        if (text.Trim().Length > 0)
            return DenialText.IsNothing(text, label);
        return cell.Descendants().Any(d => !d.IsText && (Scene.IsControl(d) || d.Role == "img" || d.Tag is "svg" or "img" or "canvas" || d.Name.Length > 0 || d.PseudoText.Length > 0)) ? null : true;
    }

    private static string[] NounWords(IEnumerable<ClaimToken> noun) => [.. noun.Where(t => !t.Is("the", "a", "an", "any", "its", "their", "own")).SelectMany(t => Phrase.Tokens(t.Text))];

    /// <summary>"X has no Y", "every X has a Y": by the column Y; null when there is no such column.</summary>
    private Ruling? HasInColumn(List<ClaimToken> subject, List<ClaimToken> obj, string text)
    {
        while (obj.Count > 1 && !obj[^1].IsCapital && (obj[^1].Is(Givens) || obj[^1].Is("yet")))
            obj = obj[..^1];
        if (obj.Count is 0 or > 4 || obj.Any(t => t.IsQuoted || t.HasDigit))
            return null;
        var words = NounWords(obj);
        // A red bar is not what a column of that name tells.
        if (words.Length == 0 || obj.Exists(t => !t.IsCapital && ColorWords.Canonical(t.Text) is not null))
            return null;
        var said = obj.Select(t => t.Text);
        if (subject.Count > 1 && subject[0].Is("every", "each", "all", "both"))
        {
            if (GroupFor(Read(subject[1..]), null) is not { } group || HeadCalled(group, words) is not { } head || Shown(group) is not { Count: > 0 } records)
                return null;
            var cells = records.Select(r => (Record: r, Cell: CellUnder(r, head))).ToList();
            var blanks = cells.Select(c => c.Cell is null ? null : IsBlank(c.Cell, words)).ToList();
            if (blanks.FindIndex(b => b == true) is >= 0 and var odd)
                return Ruling.Failed(text, $"'{Short(_scene.ShownText(cells[odd].Record))}' has none", cells[odd].Record);
            return blanks.Any(b => b is null) ? Ruling.Unknown(text, "of some it cannot be told") : Ruling.Held(text, $"all {cells.Count} have one", [.. records.Take(12)]).Telling(said);
        }

        var phrase = Read(subject);
        if (phrase.Quantifier.Length > 0)
            return null;
        if (RecordUnder(subject, g => HeadCalled(g, words)) is not { } match || CellUnder(match.Record, match.Head) is not { } cell)
        {
            // "Driver: not assigned" within the entry.
            return _resolver.RecordsOf(phrase, rowsOnly: true) is [var entry] && LabelledIn(entry.Record, words) is { } slot && DenialText.IsNothing(TextOf(slot), slot.Label) is var none
                ? Ruling.Of(!none, text, none ? "it has none" : $"it is '{Short(TextOf(slot))}'", slot.Value).Telling([.. said, .. Givens]) : null;
        }

        return IsBlank(cell, words) is { } blank ? Ruling.Of(!blank, text, blank ? "it has none" : $"it is '{Says(cell)}'", cell).Telling([.. said, .. Givens]) : null;
    }

    /// <summary>The one value in the entry that is labelled just so.</summary>
    private Slot? LabelledIn(UiNode record, IReadOnlyList<string> words)
        => _scene.Slots.Slots.Where(s => s.Strength >= 2 && record.IsSelfOrAncestorOf(s.Value) && !Scene.IsControl(s.Value) && s.Label.Length == words.Count && s.Label.Zip(words).All(p => Phrase.SameStem(p.First, p.Second))).DistinctBy(TextOf, StringComparer.Ordinal).ToList() is [var only] ? only : null;

    /// <summary>Whether nothing stands in the entry under that head or label; null when it has none such, or what has no words.</summary>
    private bool? IsWithout(UiNode record, string[] words)
    {
        if (_scene.Records.GroupOf(record) is { } group && HeadCalled(group, words) is { } head)
            return CellUnder(record, head) is { } cell ? IsBlank(cell, words) : null;
        return LabelledIn(record, words) is { } slot ? DenialText.IsNothing(TextOf(slot), slot.Label) : null;
    }

    /// <summary>"No courier is assigned", "no ABV is given for batch 312", "the licence of item 4 is missing": that the value is blank.</summary>
    private Ruling? NoneGiven(Clause clause)
    {
        if (clause.Verb != ClaimVerb.Be || clause.Object.Count == 0)
            return null;
        var obj = clause.Object;
        var missing = obj is [{ } lack] && lack.Is("missing", "absent", "lacking");
        var subject = clause.Subject;
        if (missing && subject.Count > 2 && !subject[0].Is("no"))
        {
            var of = subject.FindIndex(t => t.Is("of", "for"));
            var possessive = subject.FindIndex(t => t.Is("'s"));
            var (owner, noun) = possessive > 0 && possessive + 1 < subject.Count ? (subject[..possessive], subject[(possessive + 1)..]) : of > 0 && of + 1 < subject.Count ? (subject[(of + 1)..], subject[..of]) : ([], []);
            return owner.Count > 0 && HasInColumn(owner, noun, clause.Text) is { } has ? has.Not().Telling(obj[0].Text).NotIf(clause.Negated) : null;
        }

        if (subject.Count is < 2 or > 4 || !subject[0].Is("no") || clause.Negated || !obj[0].Is(Givens))
            return null;
        var words = NounWords(subject[1..]);
        if (obj.Count > 2 && obj[1].Is("for", "to", "of", "in", "with"))
            return HasInColumn(obj[2..], subject[1..], clause.Text) is { } given ? given.Not().Telling(obj[0].Text) with { IsAbsence = true } : null;
        if (obj.Count > 1 || words.Length == 0)
            return null;
        var slots = _scene.Slots.Slots.Where(s => s.Strength >= 2 && s.Label.Length == words.Length && s.Label.Zip(words).All(p => Phrase.SameStem(p.First, p.Second))).DistinctBy(s => (s.Value.Index, s.From)).ToList();
        return slots is [var slot] && !(Scene.IsField(slot.Value) && slot.Value.IsPassword) ? Ruling.Of(DenialText.IsNothing(TextOf(slot), words), clause.Text, $"it is '{Short(TextOf(slot))}'", slot.Value).Telling(obj[0].Text) : null;
    }
}
