using Autonoma.Engine.Grounding.Screens;
using Autonoma.Engine.Grounding.Wording;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Grounding.Matching;

/// <summary>Carries one reading of a description through a screen.</summary>
internal static class Evaluator
{
    private const int MostCandidates = 6000;

    public static List<Candidate> Run(Query query, Reading reading)
    {
        var candidates = Heads(query, reading);
        if (candidates.Count == 0)
            return candidates;
        foreach (var relation in reading.Relations)
        {
            var matcher = new RelationMatcher(query, relation, reading.Head.Kind);
            var kept = new List<Candidate>(candidates.Count);
            foreach (var candidate in candidates)
            {
                var tie = matcher.Of(candidate.Node);
                if (tie.Score < 0.5)
                    continue;
                candidate.Ties.Add(tie);
                candidate.IsOwned |= relation.Kind == RelationKind.Of;
                kept.Add(candidate);
            }

            PreferCloser(kept);
            foreach (var candidate in kept)
            {
                var tie = candidate.Ties[^1];
                candidate.Score *= 0.35 + (0.65 * tie.Score);
                if (tie.Why.Length > 0)
                    candidate.Why += ", " + tie.Why;
            }

            candidates = kept;
        }

        foreach (var relation in reading.Relations.Where(r => r.Kind == RelationKind.Position))
            candidates = reading.AmongEquals && relation == reading.Relations[^1] ? Positions.AmongEquals(query, candidates, relation) : Positions.Prefer(query, candidates, relation, reading.Head.Kind);
        if (reading.Head.Ordinal != 0)
            candidates = Ordinals.Pick(query, candidates, reading.Head);
        // A noun for any entry finds one only together with what tells which.
        if (reading.Relations.Count == 0 && reading.Head.Ordinal == 0 && query.Purpose is not (GroundingPurpose.Look or GroundingPurpose.Read))
            candidates = [.. candidates.Where(candidate => candidate.Why != "is an entry")];
        if (reading.IsLoose)
        {
            foreach (var candidate in candidates)
                candidate.Score *= 0.93;
        }

        return candidates;
    }

    private static List<Candidate> Heads(Query query, Reading reading)
    {
        var head = reading.Head;
        var list = new List<Candidate>();
        // What the description ties the head to may carry all of its meaning: "the ticket from Ravi".
        var entryOnly = head.Kind == ElementKind.Any && head.NameMask != 0 && reading.Relations.Count > 0 && (head.NameMask & ~query.EntryNouns(head.NameMask)) == 0;
        foreach (var node in query.Screen.Nodes)
        {
            if (node.Index == 0 || node.IsText && node.Parent?.Tag != "canvas" || !node.Node.IsVisible || node.Tag is "html" or "body" or "br" or "path" or "option" && node.Bounds.IsEmpty)
                continue;
            if (!Layers.IsReachable(query.Screen, node))
                continue;
            var fit = HeadMatcher.Of(query, node, head);
            if (fit.Score > 0 && reading.Uncut is { } uncut && !Spells(query, node, head, uncut))
                continue;
            if (fit.Score > 0 && reading.IsLoose && node.Role == "heading" && query.Purpose == GroundingPurpose.Click)
                continue;
            // "The berth of Gull" is one of those under "Berths", not that heading.
            if (fit.Score > 0 && entryOnly && node is { IsHeadingLike: true, IsControl: false } && IsPluralOf(query, node, head.NameMask))
                continue;
            // "search input with the placeholder 'Order or name'": what it says is told apart; any field may be there to search by.
            if (fit.Score <= 0 && head is { Kind: ElementKind.SearchField, NameMask: 0 } && node.Tag == "input" && reading.Relations is [{ Kind: RelationKind.With }, ..])
                fit = new(KindFit.Of(node, ElementKind.Field) * 0.75, "is a field");
            // "The sort dropdown that shows Newest": what it shows tells which it is; that it sorts it need not say.
            if (fit.Score <= 0 && head.Kind is ElementKind.Dropdown or ElementKind.Button && head.NameMask != 0 && reading.Relations is [{ Kind: RelationKind.With }, ..] && query.Indexes(head.NameMask).All(t => query.Tokens[t] is { IsQuoted: false, Text: "sort" or "sorting" or "order" or "ordering" or "filter" or "view" }))
                fit = new(KindFit.Of(node, head.Kind) * 0.8, "is of that kind");
            if (fit.Score < 0.8)
                fit = Better(fit, Better(Unnamed.Field(query, node, reading), Unnamed.Cell(query, node, reading)));
            if (fit.Score <= 0 && entryOnly && reading.Uncut is null && HeadMatcher.IsEntry(node))
                fit = new(0.6, "is an entry");
            // "The ticket about the bent hook": what an entry is about it says in its own order.
            if (entryOnly && fit.Score is > 0 and < 0.7 && fit.Why == "is an entry" && reading.Relations[0] is { Kind: RelationKind.Of or RelationKind.With, Word: "about" or "regarding" or "concerning" })
                fit = fit with { Score = 0.7 };
            // "The flag named Night bell": its whole name tells all there is to tell; the beginning of a longer one would not be enough.
            if (entryOnly && fit.Score is > 0 and < 0.53 && fit.Why == "is an entry" && reading.Relations[0] is { Kind: RelationKind.With, Word: "named" or "called" or "titled" or "entitled" or "labelled" or "labeled" })
                fit = fit with { Score = 0.53 };
            if (fit.Score > 0.3)
                list.Add(new(node, fit.Score, fit.Why) { Asked = head.NameMask, By = query, IsLiteral = fit.Score > 0.85 && IsLiteral(node, head) });
        }

        return list.Count <= MostCandidates ? list : [.. list.OrderByDescending(c => c.Score).ThenBy(c => c.Node.Index).Take(MostCandidates).OrderBy(c => c.Node.Index)];
    }

    private static bool IsPluralOf(Query query, ScreenNode heading, ulong nouns)
        => query.Indexes(nouns) is { Length: > 0 } said && heading.Node.InnerText.Trim().ToLowerInvariant() is var text && text.EndsWith('s') && !text.Contains(' ') && query.Tokens[said[^1]].Text is { Length: > 2 } noun && text != noun && WordForms.Stem(text) == WordForms.Stem(noun);

    private static HeadMatcher.Fit Better(HeadMatcher.Fit left, HeadMatcher.Fit right) => right.Score > left.Score ? right : left;

    // "My orders" is the link of that name, not "Orders" beside it.
    private static bool IsLiteral(ScreenNode node, Phrase head)
    {
        if (head.Content.Count == 0)
            return false;
        var words = Enumerable.Range(head.Content[0], head.Content[^1] - head.Content[0] + 1).Where(i => head.Tokens[i].Text.Length > 0).ToList();
        var whole = string.Join(' ', words.Select(i => head.Tokens[i].Text));
        var bare = string.Join(' ', words.Where(i => (head.KindMask >> i & 1) == 0).Select(i => head.Tokens[i].Text));
        return node.Names.Any(name => name.IsOwn && name.Text.Folded is { Length: > 0 } text && (text == whole || text == bare));
    }

    // "Save for later" may be a name only where the page writes "for", too.
    private static bool Spells(Query query, ScreenNode node, Phrase head, IReadOnlyList<string> uncut)
    {
        // "The At sea filter": a word for what it does need not be in the name; any other must, or "Add to playlist" is "Add to queue".
        var said = head.NameMask != 0 ? query.Indexes(head.NameMask).Where(t => (query.Own(node) >> t & 1) != 0 || query.Tokens[t] is not { IsQuoted: false, Text: "filter" or "filters" }).Aggregate(0UL, (mask, t) => mask | 1UL << t) : head.Mask;
        foreach (var name in node.Names)
        {
            if (!name.IsOwn || NameScore.Of(query, said, name.Text) < 0.6)
                continue;
            var padded = " " + name.Text.Folded + " ";
            if (uncut.All(word => word == "path" || padded.Contains(" " + word + " ", StringComparison.Ordinal)))
                return true;
        }

        return false;
    }

    // Of two that belong to the same thing, the one in the smaller part with it is meant.
    private static void PreferCloser(List<Candidate> candidates)
    {
        var deepest = new Dictionary<ScreenNode, int>();
        foreach (var candidate in candidates)
        {
            if (candidate.Ties[^1] is { Anchor: { } anchor, Meet: { } meet })
                deepest[anchor] = Math.Max(deepest.GetValueOrDefault(anchor), meet.Depth);
        }

        foreach (var candidate in candidates)
        {
            if (candidate.Ties[^1] is { Anchor: { } anchor, Meet: { } meet } tie && meet.Depth < deepest[anchor])
                candidate.Ties[^1] = tie with { Score = tie.Score * 0.84 };
        }
    }
}
