using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>"The three closed claims total $ 7,330.00", "together the two Renault Zoes have done 40,795 km", "seven shipments, 78.5 t altogether": what the entries say in one unit is added up.</summary>
internal sealed partial class Judge
{
    private static readonly string[] Whole = ["together", "altogether", "combined", "overall", "total", "all"];

    // By these an amount is but a part of what a thing costs or comes to: the claim must say so.
    private static readonly HashSet<string> PartAmounts = new(StringComparer.Ordinal) { "paid", "unpaid", "outstanding", "open", "balance", "due", "deposit", "discount", "fee", "fees", "tax", "vat", "deductible", "refund", "refunded", "remaining", "left", "old", "previous", "net", "tip", "surcharge", "shipping", "budget", "limit", "planned", "estimated", "max", "minimum", "maximum" };

    /// <summary>What is added up: the entries that a phrase means, the amount they make, and the words beside that must be accounted for.</summary>
    private sealed record Summing(List<ClaimToken> Things, List<ClaimToken> Quantity, List<ClaimToken> Beside);

    private Ruling? SumOf(Clause clause)
    {
        if (ReadSum(clause) is not { } sum || sum.Things.Exists(t => t.IsMark))
            return null;
        var noun = sum.Things.SkipWhile(t => t.Is("the", "these", "those", "all", "both")).ToList();
        int? count = noun.Count > 1 ? Cardinal(noun[0]) : null;
        if (count is not null)
            noun = noun[1..];
        var claimed = SortKey.Read(RawText(sum.Quantity));
        if (noun.Count == 0 || claimed is not { Number: { } amount } || EntriesOf(noun) is not { Count: > 1 } entries || count is { } many && many != entries.Count || GoesOn(entries))
            return null;
        var columns = Columns(entries, claimed, sum.Quantity);
        if (columns.Count > 1)
            columns = columns.FindAll(c => sum.Beside.Exists(t => Phrase.Tokens(t.Text).Any(w => Phrase.Tokens(c.Label).Any(l => SameWord(l, w)))));
        if (columns is not [var column] || column.Values.Sum(v => v.Number ?? 0) != amount || Phrase.Tokens(column.Label).Any(l => PartAmounts.Contains(l) && !sum.Beside.Exists(t => SameWord(l, t.Text))))
            return null;
        var told = sum.Beside.Where(t => !t.IsMark && !t.Is(Whole) && !t.Is("in", "between", "them", "to", "up", "have", "has", "been", "of", "an", "a", "and", "worth", "with", "done") && !TieVerbs.TryKind(t, out _)).ToList();
        if (told.Exists(t => !Phrase.Tokens(t.Text).All(w => Phrase.Tokens(column.Label).Any(l => SameWord(l, w)))))
            return null;
        return Ruling.Held(clause.Text, $"{entries.Count} make {RawText(sum.Quantity)}", [.. entries.Take(12)]).Telling(sum.Beside.Select(t => t.Text));
    }

    /// <summary>The forms in which sums are told; null when it is none of them.</summary>
    private static Summing? ReadSum(Clause clause)
    {
        var subject = clause.Subject;
        if (clause.Quantifier == "bare")
        {
            // "Seven shipments, 78.5 t altogether"
            var comma = subject.FindIndex(t => t.Is(","));
            if (comma < 1 || comma + 1 >= subject.Count || !EndsWhole(subject[(comma + 1)..], out var rest) || Cardinal(subject[0]) is null)
                return null;
            return QuantityAt(rest) is 0 ? new(subject[..comma], rest, subject[(comma + 1 + rest.Count)..]) : null;
        }

        var obj = clause.Object;
        if (obj.Count == 0)
            return null;
        // "two arrivals with € 590.00 open between them are listed", "the Lead column has three deals worth 75 k€"
        var isListed = clause.Verb == ClaimVerb.Be && obj is [{ } there] && there.Is("displayed", "shown", "listed", "visible", "left");
        if (isListed && Worth(subject) is { } worth)
            return worth;
        if (clause.Verb is ClaimVerb.Have or ClaimVerb.Contain && Worth(obj) is { } held)
            return held with { Things = [.. held.Things, ClaimToken.Word("in"), .. subject] };
        var isTotal = clause.Verb == ClaimVerb.Cost && clause.VerbText is "total" or "totals" or "amount" or "amounts" or "sums" or "adds" or "add";
        List<ClaimToken> beside = [];
        if (subject.Count > 1 && subject[0].Is("together", "altogether", "combined"))
        {
            beside.Add(subject[0]);
            subject = DropFirst(subject[1..], ",");
        }
        else if (subject.Count > 1 && subject[^1].Is("together", "combined"))
        {
            beside.Add(subject[^1]);
            subject = subject[..^1];
        }
        else if (EndsWhole(obj, out var before))
        {
            beside.AddRange(obj[before.Count..]);
            obj = before;
        }
        else if (!isTotal)
        {
            return null;
        }

        var at = QuantityAt(obj);
        if (at < 0 || clause.Verb is not (ClaimVerb.Cost or ClaimVerb.Have or ClaimVerb.Be or ClaimVerb.Contain or ClaimVerb.Show))
            return null;
        return new(subject, obj[at..], [.. beside, .. obj[..at]]);
    }

    // "two arrivals with € 590.00 open between them", "three deals worth 75 k€"
    private static Summing? Worth(List<ClaimToken> said)
    {
        var at = said.FindIndex(t => t.Is("with", "worth"));
        if (at < 2 || at + 1 >= said.Count || Cardinal(said[0]) is null || !said[at + 1].HasDigit && !said[at + 1].Is("€", "$", "£"))
            return null;
        var rest = said[(at + 1)..];
        if (!EndsWhole(rest, out var before) && said[at].Is("with"))
            return null;
        for (var n = Math.Min(4, before.Count); n > 0; n--)
        {
            if (before[..n].Count(t => t.HasDigit) == 1 && !before[..n].Exists(t => t.IsQuoted || t.IsMark) && ValueText.TryQuantity(Phrase.Tokens(string.Join(' ', before[..n].Select(t => t.Raw))), out _, out var units) && units.TrueForAll(u => UnitScale.Of(u) is not null || ValueText.IsUnit(u) || u == "k"))
                return new(said[..at], before[..n], [said[at], .. rest[n..]]);
        }

        return null;
    }

    private static bool EndsWhole(List<ClaimToken> said, out List<ClaimToken> before)
    {
        before = said;
        if (said.Count > 1 && said[^1].Is("altogether", "together", "combined", "overall"))
            before = said[..^1];
        else if (said.Count > 2 && said[^1].Is("total", "all") && said[^2].Is("in") || said.Count > 2 && said[^1].Is("them") && said[^2].Is("between"))
            before = said[..^2];
        return before.Count < said.Count;
    }

    // Where the amount begins, which ends the phrase: "€ 7,330.00", "40,795 km"; -1 when there is none.
    private static int QuantityAt(List<ClaimToken> said)
    {
        var at = said.FindIndex(t => t.HasDigit && !t.IsQuoted || t.Is("€", "$", "£"));
        return at >= 0 && said.Count - at <= 4 && !said[at..].Exists(t => t.IsQuoted || t.IsMark) && said[at..].Count(t => t.HasDigit) == 1 ? at : -1;
    }

    /// <summary>What all of the entries say in the unit of the claim: each of them once under one head or label, or, where nothing heads it, once in all.</summary>
    private List<(string Label, List<SortKey> Values)> Columns(List<UiNode> entries, SortKey claimed, List<ClaimToken> quantity)
    {
        var columns = new Dictionary<string, List<(UiNode Entry, SortKey Value)>>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var cells = entry.Children.Where(c => !c.IsText && _scene.IsPresent(c)).Select(c => (Head: _scene.Records.HeadOf(c), Cell: c)).Where(c => c.Head is not null).Select(c => (Label: string.Join(' ', _scene.Tokens(c.Head!)), Text: _scene.ShownText(c.Cell))).ToList();
            if (cells.Count == 0)
                cells = [.. _scene.Slots.Slots.Where(s => s.Strength >= 2 && entry.IsSelfOrAncestorOf(s.Value) && !Scene.IsControl(s.Value)).Select(s => (string.Join(' ', s.Label), TextOf(s))).Distinct()];
            foreach (var (label, text) in cells)
            {
                if (label.Length > 0 && InUnit(SortKey.Read(text), claimed, quantity, label) is { } value)
                    (columns.TryGetValue(label, out var list) ? list : columns[label] = []).Add((entry, value));
            }
        }

        var whole = columns.Where(c => c.Value.Count == entries.Count && c.Value.Select(v => v.Entry).Distinct().Count() == entries.Count && SortKey.AreComparable([.. c.Value.Select(v => v.Value)])).Select(c => (c.Key, c.Value.ConvertAll(v => v.Value))).ToList();
        if (whole.Count > 0)
            return whole;
        var texts = entries.ConvertAll(e => Texts(e).Select(t => InUnit(SortKey.Read(t), claimed, quantity, "")).OfType<SortKey>().ToList());
        return texts.TrueForAll(t => t.Count == 1) && texts.ConvertAll(t => t[0]) is var values && SortKey.AreComparable(values) ? [("", values)] : [];
    }

    // In the unit of the claim, which may stand in the head instead of beside each figure.
    private static SortKey? InUnit(SortKey value, SortKey claimed, List<ClaimToken> quantity, string label)
    {
        if (value.Number is null || value.IsClock)
            return null;
        if (value.Unit == claimed.Unit)
            return claimed.Unit.Length > 0 ? value : null;
        if (value.Unit.Length > 0 || !ValueText.TryQuantity(Phrase.Tokens(quantity.Aggregate("", (text, t) => $"{text} {t.Raw}")), out var plain, out var units) || units.Count != 1 || plain != claimed.Number)
            return null;
        return Phrase.Tokens(label).Any(l => Phrase.SameStem(l, units[0]) || ValueText.Unit(l) == units[0]) ? value with { Unit = claimed.Unit } : null;
    }
}
