using Autonoma.Engine.Grounding.Screens;
using Autonoma.Engine.Grounding.Wording;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Grounding.Matching;

/// <summary>Something on the screen that a description points at to say where the element is.</summary>
internal sealed record Anchor(ScreenNode Node, double Quality, bool Holds);

/// <summary>Finds what a phrase points at.</summary>
internal static class Anchors
{
    private const int Most = 80;

    public static IReadOnlyList<Anchor> Find(Query query, Phrase target, bool strict)
    {
        var full = target.NameMask;
        if (full == 0)
            return [];
        var found = Search(query, full, target, strict);
        // "Segment 6" is what is numbered so, not "2 of 6 confirmed".
        if (target.KindMask != 0 && IsShortNumber(query, full))
            found.RemoveAll(a => !IsNumbered(a.Node));
        // "order 5003", "the overdue invoice": the noun says what sort of entry is meant.
        ulong soft = 0;
        foreach (var t in query.Indexes(full))
        {
            if (query.IsEntryNoun(t) || FillerWords.IsFunction(query.Tokens[t].Text) || query.IsHeaderNoun(t))
                soft |= 1UL << t;
        }

        // "the hotel expense": of two nouns the last says what sort it is.
        if (soft == full && System.Numerics.BitOperations.PopCount(full) > 1)
            soft = 1UL << (63 - System.Numerics.BitOperations.LeadingZeroCount(full));
        if (soft != 0 && (full & ~soft) != 0)
        {
            var loose = Search(query, full & ~soft, target, strict).Where(a => !IsShortNumber(query, full & ~soft) || IsNumbered(a.Node)).Select(a => a with { Quality = a.Quality * 0.94 }).ToList();
            // "the Ear drops treatment" with "Treatment" over the column: the row, not the table that has all of these words.
            found = [.. found.Where(outer => outer.Node.Size < 30 || outer.Node.IsControl || !loose.Any(inner => inner.Node != outer.Node && outer.Node.Contains(inner.Node))), .. loose];
        }

        if (!strict || found.Count == 0)
        {
            var states = query.Indexes(full).Where(t => StateFit.IsState(query.Tokens[t].Text) && !query.Tokens[t].IsQuoted).Aggregate(0UL, (m, t) => m | 1UL << t);
            if (states != 0)
                found = [.. found, .. ByState(query, full & ~states & ~soft, states, target)];
        }

        return found.OrderByDescending(a => a.Quality).ThenBy(a => a.Node.Index).Take(Most).ToList();
    }

    /// <summary>Whether the words are one number of a few digits.</summary>
    public static bool IsShortNumber(Query query, ulong need) => System.Numerics.BitOperations.PopCount(need) == 1 && query.Tokens[System.Numerics.BitOperations.TrailingZeroCount(need)] is { IsQuoted: false, Text.Length: <= 3 } token && token.Text.All(char.IsDigit);

    private static bool IsNumbered(ScreenNode node)
    {
        var text = Language.TextFold.Words(node.IsText ? node.Node.OwnText : node.Node.InnerText);
        return text.Count(word => word.Any(char.IsDigit)) <= 1 || text.Count > 6;
    }

    /// <summary>Things whose whole name the phrase is, the words of its kind included.</summary>
    public static IReadOnlyList<Anchor> Literal(Query query, Phrase target)
    {
        var bare = new Phrase { Tokens = target.Tokens, Content = target.Content, Mask = target.Mask };
        return Search(query, target.Mask, bare, strict: true).Where(a => a.Quality > 0.88).ToList();
    }

    private static List<Anchor> Search(Query query, ulong need, Phrase target, bool strict)
    {
        var list = new List<Anchor>();
        foreach (var node in query.Screen.Nodes)
        {
            var below = query.Below(node) & need;
            if (!node.Node.IsVisible || node.Index == 0 || below != need && (below == 0 || !Roles.IsCell(node)) || !Layers.IsReachable(query.Screen, node))
                continue;
            if (strict && node.IsControl && node.Role is not ("link" or "textbox" or "combobox") && node.Size < 12 && !HeadMatcher.IsEntry(node))
                continue;
            double best = 0;
            var container = false;
            if ((query.Own(node) & need) == need)
            {
                foreach (var name in node.Names)
                {
                    if (name.Origin is NameOrigin.Column or NameOrigin.Row or NameOrigin.Choices or NameOrigin.Target or NameOrigin.Type or NameOrigin.Group)
                        continue;
                    if (name.Origin is NameOrigin.Author && (node.Size < 3 || strict))
                        continue;
                    var weight = name.Origin switch { NameOrigin.Author => 0.72, NameOrigin.Value => node.IsField ? 0.93 : 0.8, NameOrigin.Beside => 0.85, _ => name.Weight };
                    var score = NameScore.Of(query, need, name.Text, target.Kind) * weight;
                    if (score > best)
                    {
                        best = score;
                        container = name.Origin is NameOrigin.Author || (name.Origin is NameOrigin.Accessible or NameOrigin.Title && node.Node.NameSource is not Observing.NameSource.Content && node.Children.Count > 0);
                    }
                }
            }

            if (best <= 0)
                best = Headed(query, need, node, target.Kind);

            // Where several elements hold the same text the innermost counts, unless the outer one is named by more than its content.
            if (best > 0 && !container && node.Children.Any(c => (!c.IsText || c.Names.Count > 0) && (query.Below(c) & need) == need && !IsOnlyBeside(query, c, need)))
                best = 0;
            if (best <= 0 && below == need && !strict && HeadMatcher.IsEntry(node) && node.Role is not ("rowgroup" or "table" or "grid") && (node.Size <= 30 || Roles.IsRow(node) || node.Tag is "li" or "article" || KindFit.AuthorAny(node, "card", "item", "row", "tile")) && !node.Children.Any(c => !c.IsText && (query.Below(c) & need) == need))
                best = 0.68;
            if (best < 0.5)
                continue;
            if (node.IsHeadingLike)
                best = Math.Min(1, best + 0.02);
            list.Add(new(node, best, container));
        }

        return list.OrderByDescending(a => a.Quality).ThenBy(a => a.Node.Index).Take(Most).ToList();
    }

    // The cross at the end of a line is called by the line, but does not say it.
    private static bool IsOnlyBeside(Query query, ScreenNode node, ulong need)
        => node.Size <= 4 && node.Names.Any(name => name.Origin == NameOrigin.Beside) && !node.Names.Any(name => name.Origin != NameOrigin.Beside && query.Indexes(need).Any(t => name.Text.Words.Any(word => query.Match(t, word) > 0.5)));

    /// <summary>Cells of which the column's head says some of the words and the cell itself all others: "whose Type is Sick".</summary>
    public static IReadOnlyList<Anchor> Headed(Query query, Phrase target)
        => [.. query.Screen.Nodes.Where(node => node.Node.IsVisible && (query.Below(node) & target.Mask) != 0 && Layers.IsReachable(query.Screen, node)).Select(node => new Anchor(node, Headed(query, target.Mask, node, ElementKind.Any), false)).Where(anchor => anchor.Quality > 0.7).Take(Most)];

    // "The row with No. 5519": the head of the column says the one, the cell the other.
    private static double Headed(Query query, ulong need, ScreenNode node, ElementKind kind)
    {
        if (!Roles.IsCell(node) || System.Numerics.BitOperations.PopCount(need) < 2 || node.Names.FirstOrDefault(n => n.Origin == NameOrigin.Column).Text is not { } column)
            return 0;
        var headed = query.Indexes(need).Where(t => column.Words.Any(w => query.Match(t, w) > 0.8)).Aggregate(0UL, (m, t) => m | 1UL << t);
        if (headed == 0 || (need & ~headed) is not (var said and not 0))
            return 0;
        return node.Names.Where(name => name.Origin is NameOrigin.Text or NameOrigin.Accessible).Select(name => NameScore.Of(query, said, name.Text, kind) * 0.96).DefaultIfEmpty(0).Max();
    }

    // "of the green notice", "the disabled card": entries and boxes that look like that.
    private static IEnumerable<Anchor> ByState(Query query, ulong need, ulong states, Phrase target)
    {
        foreach (var node in query.Screen.Nodes)
        {
            if (!node.Node.IsVisible || node.IsText || node.Index == 0 || (query.Below(node) & need) != need || node.Size > 120)
                continue;
            if (need != 0 ? !HeadMatcher.IsEntry(node) && !node.IsHeadingLike : KindFit.Of(node, target.Kind) < 0.7 || target.Kind == ElementKind.Any)
                continue;
            if (query.Indexes(states).All(t => StateFit.Has(node, query.Tokens[t].Text) == true))
                yield return new(node, 0.8, true);
        }
    }
}
