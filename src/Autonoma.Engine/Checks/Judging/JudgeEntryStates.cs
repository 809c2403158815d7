using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>
/// How an entry stands: "Atlas is at risk", "contract.pdf has been uploaded", "Sara Lind is the owner", where the card, the line or the row of it has a text of its own that says just that. A text
/// under a label tells the value of that label; a name is nobody's state; one of several steps, tags or choices is told by rules of their own.
/// </summary>
internal sealed partial class Judge
{
    private Ruling? EntryIs(Clause clause)
    {
        var said = clause.Object.Exists(t => t.IsQuoted) ? [] : clause.Object.SkipWhile(t => t.Is("the", "now", "currently", "been", "already")).ToList();
        if (said.Count is 0 or > 4 || said.Exists(t => t.HasDigit || t.IsMark) || said.Skip(1).Any(t => t.IsCapital) || said.Exists(t => DenialWords.Contains(t.Text)))
            return null;
        if (NotOneEntry(clause.Subject) || OneEntry(clause.Subject) is not { } entry)
            return null;
        var (record, own) = entry;
        var words = Phrase.Tokens(RawText(said));
        if (words.Length == 0 || words.All(own.Contains) || (Saying(record, words, RawText(said)) ?? DatedIn(record, words)) is not { } node)
            return null;
        // "Reviewer: none" tells who reviews.
        if (LabelsOf(node, record).Any(l => !StatusNouns.Contains(l) && !words.Contains(l)) || _scene.Records.HeadOf(node.Ancestors().Prepend(node).First(n => n.Parent is { } p && (ReferenceEquals(p, record) || ReferenceEquals(n, record)))) is { } head && !_scene.Tokens(head).Any(StatusNouns.Contains))
            return null;
        // "Packed" beside "Delivered": which step or tag it is must be told by more than that it is there.
        if (node.Ancestors().Prepend(node).TakeWhile(a => !ReferenceEquals(a, record)).Any(a => _scene.Records.GroupOf(a) is { Records.Count: > 1 } inner && (inner.IsTable || inner.Parent.Role == "list" || _scene.Length(inner.Parent) < _scene.Length(record))))
            return null;
        return Ruling.Held(clause.Text, $"it says '{Says(node)}'", node).Telling(words);
    }

    // "Finished 2 May": since when it is so.
    private UiNode? DatedIn(UiNode record, string[] words)
    {
        if (words is not [var done] || !done.EndsWith("ed", StringComparison.Ordinal))
            return null;
        foreach (var run in record.Descendants().Where(n => n.IsText && _scene.IsShown(n) && _scene.Length(n) is > 1 and < 16 && IsSaid(n, _scene.Start(n))))
        {
            if (run.OwnText.Split('·', '|', ';', '•', ',').Select(p => p.Trim()).Any(p => Phrase.Tokens(p) is [var first, _, ..] && first == done && FormOf(p[first.Length..].Trim()) is "date" or "time"))
                return run;
        }

        return null;
    }

    private bool NotOneEntry(List<ClaimToken> subject)
        => subject.Exists(t => t.Is("'s", "below", "above", "under", "beneath", "beside", "next", "near", "between", "left", "right", "no", "only", "just", "solely", "none", "neither", "every", "all", "each", "both", "any")) || CountsOf(subject) is not null;
}
