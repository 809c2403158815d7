using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>Among which entries one has the most of something: "of all deals", "than any other book", and what is said beside it: "the highest rate (41.2%)".</summary>
internal sealed partial class Judge
{
    /// <summary>"the highest rate of all routes", "the highest rate (41.2%)", "the largest amount, $ 120": without that, and what was said there.</summary>
    private static List<ClaimToken> WithoutRange(List<ClaimToken> said, out List<ClaimToken> value, out List<ClaimToken> range)
    {
        (value, range) = ([], []);
        if (said is [.., { IsQuoted: false, HasDigit: true } aside] && aside.Raw.StartsWith('(') && aside.Raw.EndsWith(')'))
            said = [.. said[..^1], ClaimToken.Word("("), ClaimToken.Word(aside.Raw[1..^1])];
        var open = said.FindIndex(t => t.Is("(", ",", "with", "at"));
        if (open > 1 && open + 1 < said.Count)
        {
            value = [.. said[(open + 1)..].Where(t => !t.Is(")", "namely", "with", "at"))];
            if (!value.Exists(t => t.HasDigit) || value.Count > 4 || value.Exists(t => t.IsMark || t.IsQuoted))
                value = [];
            else
                said = said[..open];
        }

        var of = said.Count < 3 ? -1 : said.FindIndex(2, t => t.Is("of", "among", "in"));
        if (of < 0 || of + 1 >= said.Count)
            return said;
        var all = said[(of + 1)..].SkipWhile(t => t.Is("all", "the", "these", "this", "listed")).ToList();
        if (all.Count > 1 || all is [{ IsQuoted: true } or { HasDigit: true } or { IsCapital: true }] || all.Count == 0 && !said[of].Is("of", "among"))
            return said;
        range = all is [{ } place] && place.Is("list", "table", "page", "grid", "board", "screen", "overview") ? [] : all;
        return said[..of];
    }

    /// <summary>"more pages than any other book", "fewer errors than all the others": the most and the fewest of them.</summary>
    private static Extreme? MoreThanOthers(List<ClaimToken> said, out List<ClaimToken> range)
    {
        range = [];
        var than = said.FindIndex(t => t.Is("than"));
        if (than is not (> 1 and < 5) || said[0].IsQuoted || !said[0].Is("more", "fewer", "less") || than + 2 >= said.Count || said[1..than].Exists(t => t.IsQuoted || t.IsMark || t.HasDigit))
            return null;
        var others = said[(than + 1)..].SkipWhile(t => t.Is("all", "any", "the", "every", "of")).ToList();
        if (others.Count == 0 || !others[0].Is("other", "others", "rest") || others[0].Is("other") && others.Count < 2)
            return null;
        range = [.. others.Skip(1).TakeWhile(t => !t.Is("in", "on", "of"))];
        var place = others.Skip(1 + range.Count).ToList();
        return range.Count > 1 || range.Exists(t => t.IsQuoted || t.IsMark || t.HasDigit) || !place.TrueForAll(t => t.Is("in", "on", "of", "the", "this", "list", "table", "page", "grid", "board", "screen", "overview", "them")) ? null : new(Measure.Named, said[0].Is("more"), [], said[1..than]);
    }

    /// <summary>The entries that can be compared: a card that only offers to add one is none.</summary>
    private List<UiNode> Ranked(Scenes.RecordGroup group) => [.. WithoutOffer(Shown(group))];

    /// <summary>An entry with nothing in the cell, or a dash, cannot have the most; it is below all others.</summary>
    private List<SortKey?> WithoutBlanks(List<UiNode> records, UiNode head, List<SortKey?> keys)
    {
        var known = keys.OfType<SortKey>().Where(k => k.Number is not null).ToList();
        if (known.Count < 2 || known.Count == keys.Count)
            return keys;
        var least = new SortKey(known.Min(k => k.Number!.Value) - 1, known[0].Unit, null, "");
        return [.. keys.Select((key, i) => key?.Number is null && CellUnder(records[i], head) is { } cell && _scene.ShownText(cell).Trim() is "" or "-" or "–" or "—" && IsBlank(cell, []) == true ? least : key)];
    }
}
