using Autonoma.Engine.Grounding.Screens;
using Autonoma.Engine.Grounding.Wording;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Grounding.Matching;

/// <summary>Words that need not stand in one name: states, nouns that only say what sort of thing it is, what an arrow steps through.</summary>
internal static partial class HeadMatcher
{
    // "next page", "previous month", "next track": the arrow does not say what it steps through. "Remove the vip tag": the cross on a chip.
    private static Fit Steps(Query query, ScreenNode node, ulong mask, ElementKind kind)
    {
        var leads = query.Indexes(mask).Any(t => query.Tokens[t].Text is "next" or "previous" or "prev" or "last" or "first");
        if (node.Concepts.Count == 0 && !leads || node.Node.InnerText.Any(char.IsLetter) && node.Size > 4)
            return default;
        if (node.Concepts.Contains("close") && System.Numerics.BitOperations.PopCount(mask) == 1 && query.Indexes(mask).All(t => query.Tokens[t].Text is "remove" or "delete" or "clear" or "dismiss") && (query.Tokens[System.Numerics.BitOperations.TrailingZeroCount(mask)].Text != "delete" || node.Node.Name.Length == 0)
            && node.Parent is { Size: < 10, Controls: <= 2 } chip && (chip.Group >= 0 || KindFit.AuthorAny(chip, "tag", "chip", "badge", "pill", "token", "filter")))
            return new(0.75, "is the cross on it");
        // "Decrease quantity": the sign does not say of what.
        if (node.Concepts.Contains("plus") || node.Concepts.Contains("minus"))
        {
            var counted = query.Indexes(mask).Where(t => query.Tokens[t].Text is "quantity" or "amount" or "number" or "count" or "qty" or "value").Aggregate(0UL, (m, t) => m | 1UL << t);
            if (counted != 0 && (mask & ~counted) is var sign and not 0 && Direct(query, node, sign, kind) is { Score: > 0.8 } signed)
                return new(signed.Score * 0.93, signed.Why);
        }

        if (!node.Concepts.Contains("next") && !node.Concepts.Contains("previous") && !leads)
            return default;
        ulong stepped = 0;
        foreach (var t in query.Indexes(mask))
            stepped |= query.Tokens[t].Text is "page" or "month" or "week" or "year" or "day" or "slide" or "image" or "photo" or "picture" or "track" or "song" or "step" or "item" or "question" or "record" or "results" or "arrow" or "entry" ? 1UL << t : 0;
        var rest = mask & ~stepped;
        if (stepped == 0 || rest == 0)
            return default;
        var fit = Direct(query, node, rest, kind);
        return new(fit.Score * 0.92 * StepContext.Factor(query, node, stepped), fit.Why);
    }

    // "the dark theme ticket", "lesson 1.3": the noun comes last, or before a name or number; else it is part of what is looked for.
    private static ulong Droppable(Query query, ulong all, ulong unmet)
    {
        // "Ida's sprint" is what stands for her in the column of that name, and no row.
        var nouns = query.Indexes(query.EntryNouns(unmet)).Where(t => !(t > 0 && query.Tokens[t - 1].Possessive && query.IsHeaderNoun(t))).Aggregate(0UL, (mask, t) => mask | 1UL << t);
        if (nouns == 0 || nouns == all)
            return nouns;
        var last = 63 - System.Numerics.BitOperations.LeadingZeroCount(all);
        // "The parcel Winter coats": a noun before a name that begins with a capital.
        var first = System.Numerics.BitOperations.TrailingZeroCount(all);
        if (nouns == 1UL << first && first + 1 < query.Tokens.Count && char.IsLower(query.Tokens[first].Raw.FirstOrDefault()) && char.IsUpper(query.Tokens[first + 1].Raw.FirstOrDefault()) && !FillerWords.IsAction(query.Tokens[first].Text))
            return nouns;
        return (nouns >> last & 1) != 0 || query.Indexes(all & ~nouns).All(t => query.Tokens[t].IsSpecific || char.IsUpper(query.Tokens[t].Raw[0])) ? nouns : 0;
    }

    // Every word answered by one name or another; at least one by a name of its own.
    private static Fit Union(Query query, ScreenNode node, ulong mask)
    {
        double sum = 0;
        var own = 0;
        var count = 0;
        foreach (var t in query.Indexes(mask))
        {
            double best = 0;
            var isOwn = false;
            foreach (var name in node.Names)
            {
                if (!Counts(node, name, ElementKind.Any))
                    continue;
                foreach (var word in name.Text.Words)
                {
                    var quality = query.Match(t, word) * name.Weight;
                    if (quality > best)
                    {
                        best = quality;
                        isOwn = name.IsOwn || name.Origin is NameOrigin.Type;
                    }
                }
            }

            count++;
            if (best <= 0)
            {
                if (FillerWords.IsFunction(query.Tokens[t].Text))
                    continue;
                return default;
            }

            if (query.Tokens[t].IsQuoted && !isOwn)
                return default;
            own += isOwn ? 1 : 0;
            sum += best;
        }

        if (count > 0 && own == 0 && node.Controls == 0 && node.Size <= 4 && node.Texts > 0 && !node.IsControl)
            return new(0.68, "is what the page's author calls so");
        return count == 0 ? default : own == 0 ? new(sum / count * 0.62, "only what the page's author calls it") : new(sum / count * (0.72 + (0.14 * own / count)), "its names together");
    }

    private static ulong States(Query query, ScreenNode node, ulong mask, out bool denied)
    {
        ulong found = 0;
        denied = false;
        foreach (var t in query.Indexes(mask))
        {
            var token = query.Tokens[t];
            if (token.IsQuoted || !StateFit.IsState(token.Text))
                continue;
            // The red entry of a legend is meant only where a legend is spoken of, or the entry by its name.
            var swatch = StateFit.IsSwatchOnly(node, token.Text) && node.Node.InnerText.Any(char.IsLetter) && query.EntryNouns(mask) != 0
                && !query.Tokens.Any(other => other.Text is "legend" or "entry" or "swatch" or "dot" or "key" or "series" or "label" or "item");
            if (StateFit.Has(node, token.Text) == true && !swatch)
                found |= 1UL << t;
            else
                denied = true;
        }

        return found;
    }

    private static string Says(Query query, NameFact fact) => fact.Origin switch
    {
        NameOrigin.Icon => $"its icon shows {query.Screen.Words.Word(fact.Text.Words[0])[1..]}",
        NameOrigin.Beside => $"stands beside \"{fact.Text.Folded}\"",
        NameOrigin.Column => $"is in the column \"{fact.Text.Folded}\"",
        NameOrigin.Placeholder => $"has the placeholder \"{fact.Text.Folded}\"",
        NameOrigin.Title => $"has the title \"{fact.Text.Folded}\"",
        _ => $"is called \"{(fact.Text.Folded.Length > 60 ? fact.Text.Folded[..60] + "..." : fact.Text.Folded)}\"",
    };
}
