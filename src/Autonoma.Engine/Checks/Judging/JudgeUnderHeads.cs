using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>What a row says under a head: "Ann was absent in Quiz 2", "two guests have not paid", "Bo was checked in at 14:05".</summary>
internal sealed partial class Judge
{
    private static readonly string[] Affirmed = ["yes", "true", "✓", "✔"];

    private static readonly string[] Refused = ["no", "false", "✗", "✘", "✕"];

    /// <summary>"Ann was absent in Quiz 2", "Ann has 45 in Quiz 1": the cell of that row under that head reads just so.</summary>
    private Ruling? IsUnderHead(Clause clause)
    {
        if (clause.Negated || clause.IsExistential || clause.Verb is not (ClaimVerb.Be or ClaimVerb.Have) || NotOneEntry(clause.Subject))
            return null;
        var at = clause.Object.FindLastIndex(t => t.Is("in", "for", "under"));
        if (at < 1 || at + 1 >= clause.Object.Count || clause.Object[..at].Exists(t => t.IsMark || t.Is("and", "or", "not", "no")))
            return null;
        var words = Phrase.Tokens(RawText(DropFirst(clause.Object[(at + 1)..], "the")));
        if (words.Length == 0 || RecordUnder(clause.Subject, g => g.Heads.Where(h => Phrase.Equal([.. _scene.Tokens(h)], words)).ToList() is [var one] ? one : null) is not var (record, head, _) || CellUnder(record, head) is not { } cell)
            return null;
        // The first cell tells whose row it is.
        return _scene.Start(cell) > _scene.Start(record) && _scene.Length(cell) > 0 && ValueText.Equal(RawText(DropFirst(clause.Object[..at], "a", "an", "the")), _scene.ShownText(cell)) ? Ruling.Held(clause.Text, $"it says '{Says(cell)}'", cell) : null;
    }

    /// <summary>"Two guests have not paid", "Ann has not paid": the cells under "Paid" say yes or no.</summary>
    private Ruling? CountYes(Clause clause)
    {
        if (clause.IsExistential || clause.IsNoLonger || clause.Verb is not (ClaimVerb.Have or ClaimVerb.Be) || clause.Object is not [{ IsQuoted: false, HasDigit: false } deed] || deed.Text.Length < 3)
            return null;
        UiNode? Told(RecordGroup group) => HeadCalled(group, [deed.Text]) is { } head && Shown(group) is { Count: > 0 } rows && rows.TrueForAll(r => CellUnder(r, head) is { } cell && (Says(cell, Affirmed) || Says(cell, Refused))) ? head : null;
        if (CountsOf(clause.Subject) is { Noun: [{ IsQuoted: false } noun] } amount)
        {
            var groups = _scene.Records.Groups.Where(g => g.Heads.Count > 1 && Told(g) is not null).ToList();
            if (groups is not [var group] || GroupRank(group, noun.Text) > 1 && !IsFree([noun]) || GoesOn(Shown(group)) || amount.Fits(0))
                return null;
            var head = Told(group)!;
            var which = Shown(group).FindAll(r => Says(CellUnder(r, head)!, clause.Negated ? Refused : Affirmed));
            return amount.Fits(which.Count) ? Ruling.Held(clause.Text, $"{which.Count} of {Shown(group).Count} have", [.. which.Take(12)]) : null;
        }

        if (NotOneEntry(clause.Subject) || !clause.Negated || RecordUnder(clause.Subject, Told) is not { } found || CellUnder(found.Record, found.Head) is not { } own)
            return null;
        return Says(own, Refused) ? Ruling.Held(clause.Text, $"under '{Says(found.Head)}' it says '{Says(own)}'", own) : null;
    }

    private bool Says(UiNode cell, string[] words) => Array.Exists(words, _scene.ShownText(cell).Trim().ToLowerInvariant().Equals);

    /// <summary>"Bo was checked in at 14:05", "order 12 was delivered on 3 May": a text of its entry that says just that, under no head or one for how it stands.</summary>
    private Ruling? DoneAsTold(Clause clause)
    {
        if (clause.Negated || clause.IsNoLonger || clause.IsStill || clause.Verb != ClaimVerb.Be || clause.Object is not [{ IsQuoted: false, IsCapital: false } deed, _, ..] || !deed.Text.EndsWith("ed", StringComparison.Ordinal) && !deed.Is("sent", "paid", "sold", "lost", "out") || NotOneEntry(clause.Subject) || clause.Object.Exists(t => t.IsMark || t.Is("and", "or")))
            return null;
        if (OneEntry(clause.Subject) is not { } entry)
            return null;
        var words = Phrase.Tokens(RawText(clause.Object));
        if (words.Length is < 2 or > 8)
            return null;
        foreach (var position in _scene.Find(words, entry.Record))
        {
            if (_scene.Exactly(position, words.Length) is not { } text || !_scene.IsShown(text) || !IsStatement(text) || _scene.Length(_scene.Line(text)) != words.Length || text.Ancestors().Prepend(text).Any(a => a.IsText && IsStruck(a)))
                continue;
            var cell = text.Ancestors().Prepend(text).First(n => n.Parent is { } p && (ReferenceEquals(p, entry.Record) || ReferenceEquals(n, entry.Record)));
            if (_scene.Records.HeadOf(cell) is { } head && _scene.Length(head) > 0 && !_scene.Tokens(head).Any(StatusNouns.Contains) || LabelsOf(text, entry.Record).Any(l => !StatusNouns.Contains(l)))
                continue;
            return Ruling.Held(clause.Text, $"it says '{Says(text)}'", text);
        }

        return null;
    }

    /// <summary>"by last name", where every entry is called "Last, First": what stands before the comma, or after it.</summary>
    private List<SortKey?>? ByPartOfName(List<UiNode> records, List<ClaimToken> key)
    {
        if (key is not [{ IsQuoted: false } part, ..] || key.Count > 2 || !(key is [_, { } name] && name.Is("name", "names") && part.Is("last", "family", "first", "given") || key.Count == 1 && part.Is("surname", "surnames")))
            return null;
        var names = records.ConvertAll(r => r.Descendants().FirstOrDefault(n => n.IsText && _scene.IsShown(n) && n.OwnText.Any(char.IsLetter))?.OwnText.Split(',') ?? []);
        return names.TrueForAll(n => n is [{ Length: > 1 }, { Length: > 1 }]) ? names.ConvertAll<SortKey?>(n => SortKey.Letters(n[part.Is("first", "given") ? 1 : 0].Trim())) : null;
    }
}
