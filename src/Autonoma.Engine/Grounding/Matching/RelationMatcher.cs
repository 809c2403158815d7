using Autonoma.Engine.Grounding.Screens;
using Autonoma.Engine.Grounding.Wording;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Grounding.Matching;

/// <summary>How well one tie of a description holds for each candidate.</summary>
internal sealed partial class RelationMatcher
{
    private readonly Query _query;
    private readonly Relation _relation;
    private readonly IReadOnlyList<Anchor> _anchors;
    private readonly IReadOnlyList<Anchor> _literal = [];
    private readonly bool _implied;
    private readonly ElementKind _kind;
    private readonly ElementKind _headKind;
    private bool? _hasTree;
    private bool? _isVerb;
    private List<ScreenNode>? _headings;
    private readonly Lazy<(ScreenNode List, Anchor Anchor)?> _dropped;

    public RelationMatcher(Query query, Relation relation, ElementKind headKind)
    {
        _query = query;
        _relation = relation;
        _headKind = headKind;
        _implied = relation.Word == "implied";
        _dropped = new(FindDropped);
        _kind = relation.Target.Kind;
        _anchors = relation.Kind is RelationKind.Clause ? [] : relation.Kind == RelationKind.Position && relation.Target.IsEmpty ? [] : Anchors.Find(query, relation.Target, _implied);
        // "the box next to it": what the step before acted on.
        if (relation.Target is { Kind: ElementKind.Any, Content: [var only] } && query.Tokens[only] is { IsQuoted: false, Text: "it" or "that" or "this" or "them" } && query.Context.LastTarget is { } last && query.Screen.Observation.Tree.Find(last) is { IsVisible: true } pointed)
            _anchors = [new(query.Screen[pointed], 1, false)];
        // The words of the kind may be part of a name: "rows per page", "Payment method".
        if (relation.Target.KindMask != 0 && relation.Kind is RelationKind.In or RelationKind.Of or RelationKind.Below or RelationKind.NextTo && (System.Numerics.BitOperations.PopCount(relation.Target.Mask) > 1 || relation.Target.NameMask == 0) && relation.Target.Ordinal == 0)
            _literal = Anchors.Literal(query, relation.Target);
        else if (relation.Kind == RelationKind.Clause)
            _literal = Anchors.Headed(query, WithoutVerb(relation.Target)) is { Count: > 0 } headed ? headed : Anchors.Headed(query, relation.Target);
    }

    /// <summary>Whether the words name a list that is open in front of the page.</summary>
    public bool IsOpenList => _kind is ElementKind.List or ElementKind.Dropdown or ElementKind.Menu && _dropped.Value is not null;

    /// <summary>How well the tie holds, where the candidate and what it is tied to meet, and how to say it.</summary>
    public readonly record struct Tie(double Score, ScreenNode? Anchor, ScreenNode? Meet, string Why);

    public Tie Of(ScreenNode node)
    {
        var target = _relation.Target;
        switch (_relation.Kind)
        {
            case RelationKind.Clause:
                return Clause(node);
            case RelationKind.Position when target.IsEmpty:
                return new(1, null, null, "");
            case RelationKind.With:
                return Better(With(node), Contained(node));
            case RelationKind.NextTo or RelationKind.LeftOf or RelationKind.RightOf or RelationKind.Above or RelationKind.Below or RelationKind.Between:
                return Beside(node);
            // "In the right panel": what lies in the other half is not in it.
            case RelationKind.Position when target.NameMask == 0 && _kind is ElementKind.Card or ElementKind.Landmark or ElementKind.Section or ElementKind.Column or ElementKind.Dialog or ElementKind.List && LiesElsewhere(node):
                return default;
            case RelationKind.Position:
                return target.NameMask == 0 ? Better(Contained(node), new(0.72, null, null, "")) : Contained(node);
            case RelationKind.In or RelationKind.Of:
            default:
                return Contained(node);
        }
    }

    private bool LiesElsewhere(ScreenNode node)
    {
        var (at, view) = (node.Bounds.Center, _query.Screen.Observation.Viewport);
        return _relation.Place.HasFlag(Place.Left) && at.X > view.Width * 0.5 || _relation.Place.HasFlag(Place.Right) && at.X < view.Width * 0.5
            || _relation.Place.HasFlag(Place.Top) && at.Y > view.Height * 0.5 || _relation.Place.HasFlag(Place.Bottom) && at.Y < view.Height * 0.5;
    }

    private static Tie Better(Tie left, Tie right) => right.Score > left.Score ? right : left;

    private Tie With(ScreenNode node)
    {
        var fit = HeadMatcher.Names(_query, node, _relation.Target.Mask & ~_relation.Target.OrdinalMask, ElementKind.Any);
        if (fit.Score > 0)
            return new(Math.Min(1, fit.Score + 0.02), null, null, fit.Why);
        if (node.Node.Value is { Length: > 0 } && node.Names.Any(n => n.Origin == NameOrigin.Value && NameScore.Of(_query, _relation.Target.Mask, n.Text) > 0.7))
            return new(0.9, null, null, "holds that value");
        return default;
    }

    private Tie Contained(ScreenNode node)
    {
        var target = _relation.Target;
        // "grid view toggle": no word says that the page is meant.
        if (_implied && _kind == ElementKind.Page)
            return default;
        if (target.Ordinal != 0)
            return InNth(node, target);
        // "in the notices": a kind, or what the page calls a part of itself.
        if (target.NameMask == 0 && !_implied && Kinds(node) is { Score: >= 0.55 } ofKind)
            return ofKind;
        if (_literal.Count > 0)
        {
            Tie literal = default;
            foreach (var anchor in _literal)
                literal = Better(literal, Affinity(node, anchor, false));
            if (literal.Score > 0.6)
                return literal;
            var facet = Facets(node, target.Mask);
            if (facet.Score > 0.6)
                return facet;
        }

        if (target.NameMask == 0 || IsOutsideTheTree(node))
            return default;
        // "the locked lesson" is a lesson that is locked, not one in something locked.
        if (_implied && _query.Indexes(target.NameMask).All(t => StateFit.IsState(_query.Tokens[t].Text) && !_query.Tokens[t].IsQuoted))
            return default;
        if (_kind == ElementKind.Page && _query.EntryNouns(target.NameMask) == target.NameMask)
            return new(0.9, null, null, "");
        // "Bolts in the Category list" while that list is open: what it holds, and nothing behind it that is headed so.
        if (!_implied && _kind is ElementKind.List or ElementKind.Dropdown or ElementKind.Menu && _dropped.Value is { } front)
            return front.List.Contains(node) && front.List != node ? new(front.Anchor.Quality * 0.97, front.Anchor.Node, front.List, $"is in the list of {Says(front.Anchor.Node)}") : default;
        var best = Facets(node, target.NameMask);
        foreach (var anchor in _anchors)
        {
            var tie = Better(Affinity(node, anchor), UnderTab(node, anchor));
            if (tie.Score > best.Score && !IsUnderOther(node, anchor.Node))
                best = tie;
        }

        if (best.Score < 0.8 && !_implied && _kind is ElementKind.List or ElementKind.Dropdown or ElementKind.Menu && DroppedFrom(node) is { Score: > 0 } dropped)
            return dropped;
        if (best.Score < 0.5 && _relation.Kind is RelationKind.In or RelationKind.Of or RelationKind.Below && UnderHeader(node) is { Score: > 0 } under)
            return under;
        if (best.Score >= 0.5)
            return best;
        // "in the dark navigation bar", "of the green notice": told by its looks.
        var states = _query.Indexes(target.NameMask).Where(t => StateFit.IsState(_query.Tokens[t].Text)).Aggregate(0UL, (m, t) => m | 1UL << t);
        if (states != 0 && (target.NameMask & ~states) == 0)
        {
            foreach (var ancestor in node.Ancestors().Where(a => a.Index > 0 && a.Size < 200).Take(6))
            {
                if (_query.Indexes(states).All(t => StateFit.Has(ancestor, _query.Tokens[t].Text) == true) && (_kind == ElementKind.Any || KindFit.Of(ancestor, _kind) * WordFit(ancestor) >= 0.5 || IsStrip(ancestor)))
                    return new(0.88, ancestor, ancestor, $"is in a {target}");
            }
        }

        // "in the folder tree", "in the storage tree": there is one tree.
        if (_kind == ElementKind.Tree && !_implied && _query.Indexes(target.NameMask).All(t => !_query.Tokens[t].IsSpecific && !char.IsUpper(_query.Tokens[t].Raw[0])) && Kinds(node) is { Score: >= 0.85 } tree)
            return tree with { Score = tree.Score * 0.85 };
        // "in the intro text", "in the video player": the page need not know the adjective where the kind is plain.
        if (_kind is ElementKind.Text or ElementKind.Landmark or ElementKind.Canvas or ElementKind.Media or ElementKind.List or ElementKind.Message or ElementKind.Pagination or ElementKind.Breadcrumb or ElementKind.Section or ElementKind.Tree or ElementKind.Image
            && !_implied && _query.Indexes(target.NameMask).All(t => !_query.Tokens[t].IsSpecific && !_query.IsKnown(t) && !char.IsUpper(_query.Tokens[t].Raw[0])))
            return Kinds(node) is { Score: > 0 } kinds ? kinds with { Score = kinds.Score * 0.85 } : default;
        // "in the channel header": the page knows the word from elsewhere; the part of the page is plain all the same.
        if (_kind == ElementKind.Landmark && !_implied && _query.Indexes(target.NameMask).All(t => !_query.Tokens[t].IsSpecific && !char.IsUpper(_query.Tokens[t].Raw[0]) && _query.Tokens[t].Text.Length > 2) && Kinds(node) is { Score: > 0.8, Meet.Size: < 60 } part)
            return part with { Score = part.Score * 0.72 };
        // "the confirmation dialog", "the card menu": one is open, and the word only says what it is for.
        if ((_kind is ElementKind.Dialog or ElementKind.Menu || _kind == ElementKind.Card && target.Words(target.KindMask).Contains("pan", StringComparison.OrdinalIgnoreCase) || _kind == ElementKind.Badge && target.Words(target.KindMask).Contains("bubble", StringComparison.OrdinalIgnoreCase)) && !_implied && _query.Indexes(target.NameMask).All(t => !_query.Tokens[t].IsSpecific && !char.IsUpper(_query.Tokens[t].Raw[0])
            && (_query.IsEntryNoun(t) || _query.Tokens[t].Text is "confirmation" or "confirm" or "opened" or "open" or "current" or "visible" or "displayed" or "modal" or "warning" or "details" or "context" or "actions" or "action" or "options" or "more" or "popup" or "overflow" or "compose" or "composer" or "composing" or "editing" or "edit" or "create" or "new")))
            return Kinds(node) is { Score: > 0.7 } open ? open with { Score = open.Score * 0.85 } : default;
        if (_kind is ElementKind.List or ElementKind.Dropdown && !_implied && _query.Indexes(target.NameMask).All(t => _query.Tokens[t].Text is "opened" or "open" or "expanded" or "dropped"))
            return Kinds(node) is { Score: > 0.7 } list ? list with { Score = list.Score * 0.9 } : default;
        // "in the editor toolbar", "in the table footer": the bar that belongs to a thing of that kind.
        if (_kind == ElementKind.Landmark && !_implied && _query.Indexes(target.NameMask).All(t => _query.IsEntryNoun(t)) && Kinds(node) is { Score: > 0.6, Meet: { } bar } inBar)
        {
            var of = _query.Indexes(target.NameMask).Select(t => KindOf(t)).FirstOrDefault(kind => kind != ElementKind.BrowserTab);
            if (of == ElementKind.Any || bar.Parent is { } around && Enumerable.Range(around.Index, Math.Min(around.Size, 200)).Any(i => KindFit.Of(_query.Screen.Nodes[i], of) >= 0.9))
                return inBar with { Score = inBar.Score * 0.85 };
        }

        // "in the row of owners", "in the line of sizes": a few alike things side by side, which the page need not call anything.
        if (_kind is ElementKind.Row or ElementKind.List or ElementKind.Section && !_implied && _query.Indexes(target.NameMask).All(t => _query.Tokens[t] is { IsSpecific: false, Text: [.., not 's', 's'] } && !char.IsUpper(_query.Tokens[t].Raw[0]) && !_query.IsKnown(t)) && IsInALine(node))
            return new(0.82, null, null, $"is one of the {target.Words(target.NameMask)}");
        if (best.Score < 0.5 && !_implied && Better(FormOf(node), PlaceByShape(node)) is { Score: > 0 } place)
            return place;
        // "in the legend", "in the navigator": a word of testers that the page does not use.
        if (_kind is ElementKind.Any && !_implied && _query.Indexes(target.NameMask).All(t => !_query.IsKnown(t) && _query.Tokens[t].Text is "legend" or "navigator" or "intro" or "introduction" or "body" or "content" or "wizard" or "stepper" or "carousel" or "axis" or "inbox" or "results" or "overview" or "suggestions" or "autocomplete" or "calendar" or "top" or "page"))
            return new(0.62, null, null, "");
        return best;
    }

    // "In the tree of shelves", where the page has a tree: what stands under the same heading, or in a column called so, is not in it.
    private bool IsOutsideTheTree(ScreenNode node) => _kind == ElementKind.Tree && !_implied && !node.SelfAndAncestors().Any(a => KindFit.Of(a, ElementKind.Tree) >= 0.85) && (_hasTree ??= _query.Screen.Nodes.Any(n => n.Node.IsVisible && KindFit.Of(n, ElementKind.Tree) >= 0.85));

    private bool IsInALine(ScreenNode node)
    {
        var at = node.Group >= 0 ? node : node.Parent is { Group: >= 0, Controls: <= 1 } holder ? holder : null;
        if (at is null || Roles.IsCell(at) || Roles.IsRow(at) || at.Size > 12)
            return false;
        var line = _query.Screen.Groups[at.Group];
        return line.Count >= 3 && line.All(other => Math.Abs(other.Bounds.Center.Y - at.Bounds.Center.Y) < 6);
    }

    // In a grid of days what lies under Tuesday's head is not Monday's, though it comes after both.
    private bool IsUnderOther(ScreenNode node, ScreenNode head)
    {
        if (head.IsText && head.Parent is { Texts: 1 } holder)
            head = holder;
        if (head.Group < 0 || head.Controls > 0 || head.Texts is 0 or > 4 || head.Bounds.IsEmpty || head.Contains(node))
            return false;
        var line = _query.Screen.Groups[head.Group];
        var (over, below) = (head.Bounds, node.Bounds);
        if (line.Count < 3 || below.Y < over.Bottom - 2 || below.Width > over.Width * 1.2 || below.Center.X >= over.X - 2 && below.Center.X <= over.Right + 2)
            return false;
        var beside = line.Where(other => Math.Abs(other.Bounds.Y - over.Y) <= 4).ToList();
        return beside.Count >= 3 && beside.All(other => Math.Abs(other.Bounds.Width - over.Width) < over.Width * 0.5) && beside.Any(other => other != head && below.Center.X >= other.Bounds.X && below.Center.X <= other.Bounds.Right);
    }

    // "on Monday", "in the Tue column": columns whose heads stand in a line of their own, told by what lies below them.
    private Tie UnderHeader(ScreenNode node)
    {
        if (_kind is not (ElementKind.Any or ElementKind.Column or ElementKind.Cell or ElementKind.ColumnHeader))
            return default;
        foreach (var anchor in _anchors)
        {
            var head = anchor.Node;
            if (head.Group < 0 || head.Controls > 1 || head.Texts is 0 or > 4 || head.Node.InnerText.Length > 40 || head.Bounds.IsEmpty || anchor.Quality < 0.75)
                continue;
            var line = _query.Screen.Groups[head.Group];
            var (over, below) = (head.Bounds, node.Bounds);
            if (line.Count < 3 || line.Any(other => Math.Abs(other.Bounds.Y - over.Y) > 4) || below.Y < over.Bottom - 2 || below.Width > over.Width * 1.2 || below.Center.X < over.X || below.Center.X > over.Right)
                continue;
            // The heads of one table and what stands under another one: something as wide lies between.
            return new(anchor.Quality * 0.9, head, null, $"stands under {Says(head)}");
        }

        return default;
    }

    // What the element itself says about where it belongs: its column, its row, its group.
    private Tie Facets(ScreenNode node, ulong mask)
    {
        double best = 0;
        foreach (var name in node.Names)
        {
            if (name.Origin is NameOrigin.Column or NameOrigin.Row or NameOrigin.Group or NameOrigin.Beside)
                best = Math.Max(best, NameScore.Of(_query, mask, name.Text) * (name.Origin == NameOrigin.Beside ? name.Weight * 0.97 : 0.94));
        }

        if (best == 0)
        {
            // Two headers that cross: "Tuesday 10:00", "Editor / Export data".
            var cell = node.SelfAndAncestors().Take(5).FirstOrDefault(a => a.Names.Any(n => n.Origin == NameOrigin.Column));
            ulong met = 0;
            foreach (var name in cell?.Names ?? [])
            {
                if (name.Origin is not (NameOrigin.Column or NameOrigin.Row))
                    continue;
                foreach (var t in _query.Indexes(mask))
                {
                    foreach (var word in name.Text.Words)
                        met |= _query.Match(t, word) >= 0.8 ? 1UL << t : 0;
                }
            }

            if (met != 0 && (mask & ~met & ~_query.EntryNouns(mask)) == 0)
                best = 0.9;
        }

        return best > 0.5 ? new(best, null, null, "its row or column says so") : default;
    }

    private Tie InNth(ScreenNode node, Phrase target)
    {
        foreach (var entry in node.SelfAndAncestors())
        {
            if (entry.Group < 0 || Roles.IsCell(entry) || entry.Tag == "th" || (entry == node && _headKind is not (ElementKind.Any or ElementKind.Row or ElementKind.Card or ElementKind.ListItem or ElementKind.Cell)))
                continue;
            // Where there are rows, a chip is not one.
            if (_kind == ElementKind.Row && !Roles.IsRow(entry) && !KindFit.AuthorAny(entry, "row", "line", "item") && _query.Screen.Groups.Any(g => g.Count > 1 && Roles.IsRow(g[0])))
                continue;
            var kindFit = _kind == ElementKind.Any ? (entry.Size > 3 ? 1 : 0) : KindFit.Of(entry, _kind);
            if (kindFit < 0.6 || (entry.IsControl && entry.Size < 4 && entry == node))
                continue;
            var group = _query.Screen.Groups[entry.Group].Where(e => e.Shape != "tr:head" && (e.Texts > 0 || e.Controls > 0)).ToList();
            // The line of page numbers or sums under the rows is none of them.
            if (group.Count > 2 && group[^1].Tag == "tr" && group[^1].Children.Count == 1 && group[0].Children.Count > 2 && entry != group[^1])
                group.RemoveAt(group.Count - 1);
            if (target.NameMask != 0)
            {
                var nouns = _query.EntryNouns(target.NameMask);
                // "of the second plant": whatever the entries are called.
                if (nouns == 0 && _kind == ElementKind.Any && entry.Size > 6 && System.Numerics.BitOperations.PopCount(target.NameMask) == 1 && _query.Tokens[System.Numerics.BitOperations.TrailingZeroCount(target.NameMask)] is { IsSpecific: false, Text.Length: > 3 } noun && char.IsLower(noun.Raw[0]) && !StateFit.IsState(noun.Text) && noun.Concept is null)
                    nouns = target.NameMask;
                var hard = group.Where(e => (_query.Below(e) & target.NameMask) == target.NameMask).ToList();
                group = hard.Count > 0 ? hard : group.Where(e => (_query.Below(e) & target.NameMask & ~nouns) == (target.NameMask & ~nouns)).ToList();
                if (nouns != target.NameMask && hard.Count == 0 && (target.NameMask & ~nouns) == 0)
                    group = [];
            }

            if (_kind == ElementKind.Any && group.Count < 2)
                continue;
            var index = target.Ordinal > 0 ? target.Ordinal - 1 : group.Count + target.Ordinal;
            if (_query.Screen.Groups[entry.Group][^1] == entry && !group.Contains(entry))
                return default;
            if (index >= 0 && index < group.Count && group[index] == entry)
                return new(0.95 * (0.8 + (0.2 * kindFit)) * (target.NameMask != 0 && !entry.SelfAndAncestors().Take(3).Any(a => (_query.Own(a) & target.NameMask) != 0) ? 0.88 : 1), entry, entry, $"is in number {index + 1} of {group.Count}");
            if (group.Contains(entry))
                return default;
        }

        return default;
    }
}
