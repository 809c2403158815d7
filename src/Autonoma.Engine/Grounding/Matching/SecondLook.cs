using Autonoma.Engine.Grounding.Screens;
using Autonoma.Engine.Grounding.Wording;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Grounding.Matching;

/// <summary>
/// For what no reading found: a control is meant whose own names say what was asked for and whose surroundings say the rest, word by word. Every word that the page has, and every name and number, must be
/// met; only a few words that testers use and pages do not may go unmet. What stands in another entry of the same list never counts.
/// </summary>
internal static class SecondLook
{
    private const int MostCandidates = 60;
    private const int WidestParent = 300;

    // Said of parts of a page that do not say so themselves.
    private static readonly HashSet<string> Jargon = new((
        "main top side primary global quick user status action actions context overflow option options popup open opened current page site app key digit letter number keypad screen header cookie cookies consent "
        + "dropdown drop-down menu sub nav navigation bar confirmation confirm stepper wizard player legend form range").Split(' '), StringComparer.Ordinal);

    private readonly record struct Seen(Candidate Candidate, ScreenNode Meet);

    public static GroundingResult? Of(string description, GroundingPurpose purpose, ScreenModel screen, GroundingContext context)
    {
        if (purpose is GroundingPurpose.Look or GroundingPurpose.Read or GroundingPurpose.Scroll or GroundingPurpose.Drop)
            return null;
        var tokens = PageNames.Join(screen, Tokenizer.Cut(description, join: true));
        if (tokens.Count is < 2 or > 14 || tokens.Any(token => token.Text is "not" or "without" or "no" or "except" or "other" or "another" or "second" or "last" or "first" or "third"))
            return null;
        var query = new Query(screen, tokens, purpose, context);
        if (Ask.Of(query) is not { } ask)
            return null;
        var heads = screen.Nodes.Where(node => node.IsControl && node.Index > 0 && node.Node.IsVisible && !node.IsText && (node.Size < 60 || node.IsField) && Layers.IsReachable(screen, node))
            .Select(node => (Node: node, Own: Own(query, node, ask))).Where(pair => pair.Own.Score > 0).Take(MostCandidates + 1).ToList();
        if (heads.Count is 0 or > MostCandidates)
            return null;
        var seen = new List<Seen>();
        foreach (var (node, own) in heads)
        {
            if (Surroundings(query, node, own.Met, ask) is not { } meet)
                continue;
            var near = 1 - (Math.Log(Math.Max(2, meet.Size)) / Math.Log(Math.Max(3, screen.Root.Size)));
            var score = (0.6 * own.Score) + (0.15 * own.Kind) + (0.25 * Math.Max(0, near));
            seen.Add(new(new(node, score, "its own words and those around it answer to all that was said"), meet));
        }

        if (seen.Count == 0)
            return null;
        var meets = seen.ToDictionary(s => s.Candidate.Node, s => s.Meet);
        var ranked = Sameness.Fold(query, [.. seen.Select(s => s.Candidate)], keepOuter: false).Where(c => meets.ContainsKey(c.Node)).OrderByDescending(c => c.Score).ThenBy(c => c.Node.Index).ToList();
        if (ranked.Count == 0 || ranked[0].Score < 0.5)
            return null;
        var best = ranked[0];
        // Nearer is better only where what is nearer does not hold the other as well.
        if (ranked.Skip(1).Any(other => other.Score > best.Score - 0.12 && (meets[best.Node].Contains(other.Node) || other.Score > best.Score - 0.03)))
            return null;
        var target = Decision.Target(query, best.Node);
        return new()
        {
            Outcome = GroundingOutcome.Found,
            Node = target.Node,
            Confidence = Math.Clamp(best.Score, 0, 0.79),
            Candidates = [.. ranked.Take(5).Select(c => new GroundingCandidate(c.Node.Node, Math.Clamp(c.Score, 0, 1), c.Why))],
            Explanation = $"{target.Node}: {best.Why}.",
        };
    }

    /// <summary>What was asked for, sorted by what must be met and by whom.</summary>
    private sealed record Ask(Phrase Head, ulong Needed, ulong Around, IReadOnlyList<ElementKind> Places, bool IsBeside)
    {
        public static Ask? Of(Query query)
        {
            var tokens = query.Tokens;
            var cuts = RelationWords.Cuts(tokens).Where(cut => cut.At > 0).ToList();
            if (cuts.Any(cut => cut.Kind is RelationKind.Position or RelationKind.LeftOf or RelationKind.RightOf or RelationKind.Above or RelationKind.Between or RelationKind.Clause))
                return null;
            // What something is named it says itself; what stands around it names others.
            if (cuts.Any(cut => cut.Word is "named" or "called" or "titled" or "entitled" or "labelled" or "labeled"))
                return null;
            var head = DescriptionReader.Name(tokens, 0, cuts.Count == 0 ? tokens.Count : cuts[0].At);
            if (head.NameMask == 0 || head.Ordinal != 0 || head.Plural)
                return null;
            ulong around = 0;
            var places = new List<ElementKind>();
            for (var i = 0; i < cuts.Count; i++)
            {
                var place = DescriptionReader.Name(tokens, cuts[i].At + cuts[i].Length, i + 1 < cuts.Count ? cuts[i + 1].At : tokens.Count);
                // "Assign to" ends with one of the words that tie.
                if (place.IsEmpty)
                    continue;
                // "Segment 6": a number that stands anywhere near proves nothing.
                if (Anchors.IsShortNumber(query, place.NameMask))
                    return null;
                // What an open list does not hold is not looked for behind it.
                if (place.Ordinal != 0 || new RelationMatcher(query, new(cuts[i].Kind, place, cuts[i].Place, cuts[i].Word), ElementKind.Any).IsOpenList)
                    return null;
                places.Add(place.Kind);
                foreach (var t in query.Indexes(place.NameMask))
                {
                    if (Must(query, t, place.Kind))
                        around |= 1UL << t;
                }
            }

            ulong needed = 0;
            foreach (var t in query.Indexes(head.NameMask))
            {
                if (Must(query, t, ElementKind.Any))
                    needed |= 1UL << t;
            }

            return needed == 0 || (needed | around) is var all && query.Indexes(all).Any(t => !query.IsKnown(t) && tokens[t].Concept is null) ? null : new(head, needed, around, places, cuts.Any(cut => cut.Kind is RelationKind.NextTo or RelationKind.Below));
        }

        private static bool Must(Query query, int t, ElementKind place)
        {
            var token = query.Tokens[t];
            if (token.IsSpecific || token.Text.Length == 0 || t > 0 && token.Raw.Length > 0 && char.IsUpper(token.Raw[0]) || query.IsKnown(t))
                return true;
            // "Confirm the lot" asks for a deed, "the confirm dialog" for a part of the page.
            if (t == 0 && FillerWords.IsAction(token.Text) && char.IsUpper(token.Raw.FirstOrDefault()))
                return true;
            // One menu is open; which one it is, a word may say that is not on the page.
            return !Jargon.Contains(token.Text) && !(place == ElementKind.Menu && token.Concept is null && query.Screen.Nodes.Count(IsOpenMenu) == 1);
        }
    }

    private static bool IsOpenMenu(ScreenNode node) => node.Node.IsVisible && !node.IsText && (node.Role is "menu" or "listbox" || KindFit.AuthorAny(node, "menu", "dropdown", "options")) && node.Node.Layer > 0 && node.Parent?.Node.Layer != node.Node.Layer && node.Controls > 1;

    // How well the element's own names answer: at least half of the words, every verb among them.
    private static (double Score, double Kind, ulong Met) Own(Query query, ScreenNode node, Ask ask)
    {
        if ((query.Own(node) & ask.Needed) == 0)
            return default;
        var kind = ask.Head.Kind == ElementKind.Any ? 0.9 : KindFit.Of(node, ask.Head.Kind);
        if (kind < 0.5 && ask.Head.Kind is ElementKind.Section or ElementKind.Card or ElementKind.Accordion or ElementKind.ListItem && node.Node.Expanded is not null)
            kind = 0.85;
        if (kind < 0.6)
            return default;
        // A plus sign is no arrow.
        if (query.Indexes(ask.Needed).Any(t => query.Tokens[t].Text is "arrow" or "chevron" or "caret" or "triangle") && (node.Concepts.Contains("plus") || node.Concepts.Contains("minus")))
            return default;
        ulong met = 0;
        double best = 0;
        foreach (var name in node.Names)
        {
            if (!name.IsOwn && name.Origin is not NameOrigin.Type || name.Origin == NameOrigin.Column || name.Text.Words.Length > 24)
                continue;
            ulong here = 0;
            double sum = 0;
            var words = 0;
            foreach (var word in name.Text.Words)
            {
                double quality = 0;
                foreach (var t in query.Indexes(ask.Needed))
                {
                    if (query.Match(t, word) is >= 0.8 and var q)
                    {
                        quality = Math.Max(quality, q);
                        here |= 1UL << t;
                    }
                }

                words += quality > 0 || !FillerWords.IsEmpty(query.Screen.Words.Word(word)) ? 1 : 0;
                sum += quality;
            }

            met |= here;
            if (here != 0)
                best = Math.Max(best, sum / Math.Max(1, words) * name.Weight);
        }

        var missing = ask.Needed & ~met;
        var count = System.Numerics.BitOperations.PopCount(ask.Needed);
        if (met == 0 || best < 0.5 || System.Numerics.BitOperations.PopCount(met) * 2 < count || query.Indexes(missing).Any(t => FillerWords.IsAction(query.Tokens[t].Text) || query.Tokens[t].IsQuoted))
            return default;
        return (best * (0.7 + (0.3 * System.Numerics.BitOperations.PopCount(met) / count)), kind, met);
    }

    // The smallest part of the page around it that says the rest; null when there is none.
    private static ScreenNode? Surroundings(Query query, ScreenNode node, ulong met, Ask ask)
    {
        var rest = (ask.Needed & ~met) | ask.Around;
        foreach (var name in node.Names)
        {
            if (name.Origin is NameOrigin.Column or NameOrigin.Row or NameOrigin.Group or NameOrigin.Value)
                rest &= ~Met(query, name.Text, rest);
        }

        var places = ask.Places.Where(kind => kind is ElementKind.Dialog or ElementKind.Menu or ElementKind.Tab or ElementKind.Row or ElementKind.Table or ElementKind.Message).ToList();
        places.RemoveAll(kind => KindFit.Of(node, kind) >= 0.75 && kind is ElementKind.Row);
        var child = node;
        var budget = 1500;
        for (var around = node.Parent; around is { Index: > 0 }; child = around, around = around.Parent)
        {
            if (rest == 0 && places.Count == 0)
                return child;
            if (around.Children.Count > WidestParent || IsSaidOfAnother(query, child, rest))
                return null;
            foreach (var name in around.Names)
            {
                if (name.Origin is NameOrigin.Title or NameOrigin.Author || name.Origin == NameOrigin.Accessible && around.Node.NameSource is not Observing.NameSource.Content)
                    rest &= ~Met(query, name.Text, rest);
            }

            foreach (var other in around.Children)
            {
                if (other != child && !(child.Group >= 0 && other.Group == child.Group && (other.Controls > 0 || other.Texts > 1 || child.Controls > 1)))
                    rest &= ~(Spoken(query, other, controls: false, ref budget) | Spoken(query, other, controls: true, ref budget) & ask.Around);
            }

            places.RemoveAll(kind => Is(around, kind));
            if (rest == 0 && places.Count == 0)
                return ask.IsBeside && around.Size > 60 ? null : around;
        }

        return rest == 0 && places.Count == 0 ? child : null;
    }

    // "The padlock on the card of B-16": another card of the list says "B-16", so what this one holds is not meant, whatever the map beside them says as well.
    private static bool IsSaidOfAnother(Query query, ScreenNode entry, ulong rest)
    {
        if (rest == 0 || entry.Group < 0 || entry.Size <= 3)
            return false;
        foreach (var other in query.Screen.Groups[entry.Group])
        {
            if (other != entry && other.Size > 3 && (query.Below(other) & rest & ~query.Below(entry)) is var told and not 0 && query.Indexes(told).Any(t => query.Tokens[t].IsSpecific || query.Tokens[t].Raw.Length > 0 && char.IsUpper(query.Tokens[t].Raw[0])))
                return true;
        }

        return false;
    }

    // What an entry of a list says, it says of itself; another control's name says nothing about this one, unless it is pointed at.
    private static ulong Spoken(Query query, ScreenNode node, bool controls, ref int budget)
    {
        if (query.Below(node) == 0 || --budget < 0 || node.Group >= 0 && node.Size > 3 && (node.Controls > 0 || Roles.IsRow(node)) && query.Screen.Groups[node.Group].Count > 1)
            return 0;
        if (node.IsControl && !controls)
            return 0;
        if (node.Children.Count == 0 || node.IsControl)
            return query.Below(node);
        ulong said = 0;
        foreach (var child in node.Children)
            said |= child.IsText ? query.Below(child) | query.Below(node) & TextOf(query, node, child) : Spoken(query, child, controls, ref budget);
        return said;
    }

    private static ulong TextOf(Query query, ScreenNode node, ScreenNode text) => node.Children.Count == 1 ? query.Own(node) : Met(query, query.Screen.Words.Text(text.Node.OwnText), ~0UL);

    private static bool Is(ScreenNode around, ElementKind kind) => KindFit.Of(around, kind) >= 0.75 || kind is ElementKind.Menu && (around.Role is "navigation" or "banner" || around.Tag is "nav" or "header" || KindFit.AuthorAny(around, "nav", "navbar", "topbar", "menu", "top", "header"))
        || kind is ElementKind.Message && around.Node.Layer > 0 && around.Size < 40;

    private static ulong Met(Query query, PageText text, ulong mask)
    {
        ulong met = 0;
        foreach (var word in text.Words)
        {
            foreach (var t in query.Indexes(mask))
            {
                if (query.Match(t, word) >= 0.8)
                    met |= 1UL << t;
            }
        }

        return met;
    }
}
