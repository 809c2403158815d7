using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>"13 people" beside a column People with a number in each row: the rows are not people, and the column adds up to how many there are.</summary>
internal sealed partial class Judge
{
    private readonly Dictionary<int, bool> _countsThings = [];

    /// <summary>Whether a column tells how many of something each entry has: its name is a plural, it does not lead the entry, and each of its cells holds a whole number.</summary>
    private bool CountsThings(RecordGroup group, UiNode head)
    {
        if (_countsThings.TryGetValue(head.Index, out var counts))
            return counts;
        var words = _scene.Tokens(head).Where(t => t.Any(char.IsLetter)).ToList();
        counts = group.Heads.Count > 1 && !ReferenceEquals(group.Heads[0], head) && words.Count == 1 && (words[0] is "people" or "persons" or "staff" || words[0].EndsWith('s') && Phrase.Stem(words[0]) != words[0])
            && Shown(group) is { Count: > 1 } records && records.TrueForAll(r => CellUnder(r, head) is { } cell && NumberIn(cell) is not null);
        return _countsThings[head.Index] = counts;
    }

    // The one number in a cell, beside the buttons that step it up and down.
    private decimal? NumberIn(UiNode cell)
    {
        var texts = cell.Descendants().Where(n => n.IsText && _scene.IsShown(n) && _scene.Length(n) > 0 && !n.Ancestors().TakeWhile(a => !ReferenceEquals(a, cell)).Any(a => a.Role == "button")).ToList();
        return texts is [var only] && ValueText.TryNumber(only.OwnText.Trim(), out var number) && number == decimal.Truncate(number) && number >= 0 ? number : null;
    }

    private (RecordGroup Group, UiNode Head)? ColumnOf(List<ClaimToken> noun)
    {
        var words = NounWords(noun);
        if (words.Length != 1 || noun.Exists(t => t.IsQuoted))
            return null;
        return _scene.Records.Groups.Where(g => g.Heads.Count > 1).Select(g => (Group: g, Head: HeadCalled(g, words))).Where(c => c.Head is not null && CountsThings(c.Group, c.Head)).ToList() is [var only] ? (only.Group, only.Head!) : null;
    }

    private Ruling TotalOf(RecordGroup group, UiNode head, Amount amount, string expected)
    {
        var records = Shown(group);
        var total = records.Sum(r => NumberIn(CellUnder(r, head)!) ?? 0);
        return !amount.Fits((int)total) ? Ruling.Unknown(expected, $"the column {_scene.ShownText(head)} adds up to {total}") : GoesOn(records) ? Ruling.Unknown(expected, "the list goes on on other pages") : Ruling.Held(expected, $"the column {_scene.ShownText(head)} adds up to {total}", [.. records.Take(12)]);
    }
}
