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

    public RelationMatcher(Query query, Relation relation, ElementKind headKind)
    {
        _query = query;
        _relation = relation;
        _headKind = headKind;
        _implied = relation.Word == "implied";
        _kind = relation.Target.Kind;
        _anchors = relation.Kind is RelationKind.Clause ? [] : relation.Kind == RelationKind.Position && relation.Target.IsEmpty ? [] : Anchors.Find(query, relation.Target, _implied);
        // The words of the kind may be part of a name: "rows per page", "Payment method".
        if (relation.Target.KindMask != 0 && relation.Kind is RelationKind.In or RelationKind.Of or RelationKind.Below or RelationKind.NextTo && System.Numerics.BitOperations.PopCount(relation.Target.Mask) > 1 && relation.Target.Ordinal == 0)
            _literal = Anchors.Literal(query, relation.Target);
    }

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
            case RelationKind.Position:
                return target.NameMask == 0 ? Better(Contained(node), new(0.72, null, null, "")) : Contained(node);
            case RelationKind.In or RelationKind.Of:
            default:
                return Contained(node);
        }
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

    // "that selects all rows": each word is met by the element, or by what it belongs to.
    private Tie Clause(ScreenNode node)
    {
        double sum = 0;
        var count = 0;
        var own = 0;
        var words = _relation.Target.Content.Select(i => _query.Tokens[i].Text).ToList();
        if (words.Any(w => w is "cannot" or "can't" or "not" or "cant" or "isn't" or "unable" or "never") && words.Any(w => w is "clicked" or "pressed" or "used" or "changed" or "selected" or "click" or "press" or "usable" or "available" or "enabled" or "active" or "edited" or "checked"))
            return node.Node.IsDisabled || node.Node.LooksDisabled ? new(0.95, null, null, "cannot be used") : default;
        var first = true;
        ScreenNode? meet = null;
        foreach (var t in _query.Indexes(_relation.Target.Mask))
        {
            var token = _query.Tokens[t];
            var verb = first && !token.IsQuoted && !token.Raw.Any(char.IsUpper);
            first = false;
            if (FillerWords.IsFunction(token.Text))
                continue;
            count++;
            var best = StateFit.Has(node, token.Text) == true || _relation.Target.Tokens[t].Text is "clicked" or "pressed" && (node.Node.IsDisabled || node.Node.LooksDisabled) ? 0.9 : 0;
            if ((_query.Own(node) >> t & 1) != 0 || (node.Size < 20 && (_query.Below(node) >> t & 1) != 0))
            {
                best = Math.Max(best, 0.9);
                own++;
            }
            else if (best == 0)
            {
                foreach (var ancestor in node.Ancestors().Where(a => a.Size < 80).Take(6))
                {
                    if ((_query.Below(ancestor) >> t & 1) == 0)
                        continue;
                    best = 0.72;
                    if (meet is null || ancestor.Depth < meet.Depth)
                        meet = ancestor;
                    break;
                }
            }

            if (best == 0 && KindFit.Of(node, KindOf(t)) > 0.5)
                best = 0.75;
            if (best == 0 && _query.IsEntryNoun(t))
                best = 0.55;
            // What it does may be said in other words than the page's, if what it does it to is there.
            if (best == 0 && verb && words.Count > 1)
                best = 0.5;
            if (best == 0)
                return default;
            sum += best;
        }

        return count == 0 ? new(0.85, null, null, "") : new(sum / count * (own > 0 ? 1 : 0.85), _query.Screen.Root, meet ?? node, "is good for that");
    }

    private ElementKind KindOf(int token) => KindWords.TryKind(_query.Tokens[token].Text, out var kind) ? kind : ElementKind.BrowserTab;

    private Tie Contained(ScreenNode node)
    {
        var target = _relation.Target;
        if (target.Ordinal != 0)
            return InNth(node, target);
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

        if (target.NameMask == 0)
            return _implied ? default : Kinds(node);
        // "the locked lesson" is a lesson that is locked, not one in something locked.
        if (_implied && _query.Indexes(target.NameMask).All(t => StateFit.IsState(_query.Tokens[t].Text) && !_query.Tokens[t].IsQuoted))
            return default;
        if (_kind == ElementKind.Page && _query.EntryNouns(target.NameMask) == target.NameMask)
            return new(0.9, null, null, "");
        var best = Facets(node, target.NameMask);
        foreach (var anchor in _anchors)
        {
            var tie = Affinity(node, anchor);
            if (tie.Score > best.Score)
                best = tie;
        }

        if (best.Score >= 0.5)
            return best;
        // "in the dark navigation bar", "of the green notice": told by its looks.
        var states = _query.Indexes(target.NameMask).Where(t => StateFit.IsState(_query.Tokens[t].Text)).Aggregate(0UL, (m, t) => m | 1UL << t);
        if (states != 0 && (target.NameMask & ~states) == 0)
        {
            foreach (var ancestor in node.Ancestors().Where(a => a.Index > 0 && a.Size < 200).Take(6))
            {
                if (_query.Indexes(states).All(t => StateFit.Has(ancestor, _query.Tokens[t].Text) == true) && (_kind == ElementKind.Any || KindFit.Of(ancestor, _kind) * WordFit(ancestor) >= 0.5))
                    return new(0.88, ancestor, ancestor, $"is in a {target}");
            }
        }

        // "in the intro text", "in the video player": the page need not know the adjective where the kind is plain.
        if (_kind is ElementKind.Text or ElementKind.Landmark or ElementKind.Canvas or ElementKind.Media or ElementKind.List or ElementKind.Message or ElementKind.Pagination or ElementKind.Breadcrumb or ElementKind.Section or ElementKind.Tree or ElementKind.Image
            && !_implied && _query.Indexes(target.NameMask).All(t => !_query.Tokens[t].IsSpecific && !_query.IsKnown(t) && !char.IsUpper(_query.Tokens[t].Raw[0])))
            return Kinds(node) is { Score: > 0 } kinds ? kinds with { Score = kinds.Score * 0.85 } : default;
        // "the confirmation dialog", "the card menu": one is open, and the word only says what it is for.
        if (_kind is ElementKind.Dialog or ElementKind.Menu && !_implied && _query.Indexes(target.NameMask).All(t => !_query.Tokens[t].IsSpecific && !char.IsUpper(_query.Tokens[t].Raw[0])
            && (_query.IsEntryNoun(t) || _query.Tokens[t].Text is "confirmation" or "confirm" or "opened" or "modal" or "warning" or "details" or "context" or "actions" or "action" or "options" or "more" or "popup" or "overflow")))
            return Kinds(node) is { Score: > 0.7 } open ? open with { Score = open.Score * 0.85 } : default;
        if (_kind is ElementKind.List or ElementKind.Dropdown && !_implied && _query.Indexes(target.NameMask).All(t => _query.Tokens[t].Text is "opened" or "open" or "expanded" or "dropped"))
            return Kinds(node) is { Score: > 0.7 } list ? list with { Score = list.Score * 0.9 } : default;
        // "in the legend", "in the navigator": a word of testers that the page does not use.
        if (_kind is ElementKind.Any && !_implied && _query.Indexes(target.NameMask).All(t => !_query.IsKnown(t) && _query.Tokens[t].Text is "legend" or "navigator" or "intro" or "introduction" or "body" or "content" or "wizard" or "stepper" or "carousel" or "axis" or "inbox" or "results" or "overview" or "suggestions" or "autocomplete" or "calendar" or "top" or "page"))
            return new(0.62, null, null, "");
        return best;
    }

    // The kind alone says where: the smallest thing of that kind around it.
    private Tie Kinds(ScreenNode node)
    {
        if (_kind is ElementKind.Any)
            return default;
        if (_kind == ElementKind.Page)
            return new(0.95, null, null, "");
        if (_relation.Target.Plural && KindFit.Of(node, _kind) >= 0.85)
            return new(0.9, null, null, $"is one of the {_relation.Target}");
        Tie best = default;
        foreach (var ancestor in node.Ancestors())
        {
            if (ancestor.Index == 0 || ancestor.Tag is "body" or "html")
                break;
            var fit = KindFit.Of(ancestor, _kind);
            if (_kind == ElementKind.Landmark)
                fit = Math.Max(fit, ancestor.Size > 3 ? 0.85 : 0) * WordFit(ancestor);
            if (ancestor.IsControl && ancestor.Size < 12 && _kind is not (ElementKind.List or ElementKind.Menu or ElementKind.Dropdown or ElementKind.Tab or ElementKind.Button or ElementKind.Field or ElementKind.Badge or ElementKind.Media))
                fit *= 0.6;
            if (fit > best.Score)
                best = new(fit, ancestor, ancestor, $"is in a {_relation.Target}");
        }

        // Canvas text hangs under its canvas; a field may hold its button beside it.
        if (best.Score < 0.6 && _kind is ElementKind.Field or ElementKind.TextArea or ElementKind.SearchField && node.Parent is { } parent && parent.Children.Any(c => c != node && KindFit.Of(c, _kind) > 0.8) && parent.Size < 16)
            return new(0.9, parent, parent, "is in the same box as the field");
        if (best.Score < 0.55 && _kind == ElementKind.Media)
            return new(0.6, null, null, "");
        return best.Score >= 0.55 ? best : Region(node);
    }

    // Which of the words for parts of a page was said: a header is no footer.
    private double WordFit(ScreenNode ancestor)
    {
        if (_kind != ElementKind.Landmark)
            return 1;
        var word = _relation.Target.Words(_relation.Target.KindMask).ToLowerInvariant();
        bool Is(params ReadOnlySpan<string> words) => KindFit.AuthorAny(ancestor, words);
        var box = ancestor.Bounds;
        var view = _query.Screen.Observation.Viewport;
        if (word.Contains("footer", StringComparison.Ordinal) || word.Contains("bottom", StringComparison.Ordinal))
            return ancestor.Role == "contentinfo" || ancestor.Tag == "footer" || Is("footer", "foot", "bottom", "fb") ? 1 : 0;
        if (word.Contains("side", StringComparison.Ordinal) || word.Contains("rail", StringComparison.Ordinal))
            return ancestor.Role == "complementary" || ancestor.Tag == "aside" || Is("sidebar", "side", "rail", "aside", "sd", "left", "drawer", "menu") || (box.Height > box.Width * 1.2 && box.Width < view.Width * 0.35) ? 1 : 0;
        if (word.Contains("tool", StringComparison.Ordinal) || word.Contains("action", StringComparison.Ordinal) || word.Contains("status", StringComparison.Ordinal))
            return ancestor.Role == "toolbar" || Is("toolbar", "tools", "tool", "actions", "bar", "bulk", "tb", "status") ? 1 : ancestor.Controls >= 3 && box.Height < 90 && ancestor.Concepts.Count == 0 && ancestor.Children.Count(c => c.Controls > 0 && c.Bounds.Height < 60) >= 3 ? 0.9 : 0;
        // The header of a page may be the block around its title as well as the bar at its top.
        if (word.Contains("page header", StringComparison.Ordinal) && ancestor.Size < 40 && ancestor.Tag != "main" && Enumerable.Range(ancestor.Index, ancestor.Size).Any(i => _query.Screen.Nodes[i] is { Role: "heading", Node.Level: 1 }))
            return 1;
        if (word.Contains("header", StringComparison.Ordinal) || word.Contains("top", StringComparison.Ordinal) || word.Contains("app bar", StringComparison.Ordinal))
            return ancestor.Role == "banner" || ancestor.Tag is "header" or "thead" || Is("header", "head", "hd", "top", "topbar", "navbar", "appbar", "masthead") || (box.Y < 20 && box.Height < 120 && box.Width > view.Width * 0.6) ? 1 : 0;
        if (!word.Contains("nav", StringComparison.Ordinal))
            return KindFit.Of(ancestor, _kind) > 0 ? 1 : 0;
        else
            return ancestor.Role is "navigation" or "banner" or "menubar" || ancestor.Tag is "nav" or "header" || Is("nav", "navbar", "navigation", "menu", "top", "topbar", "sidebar") ? 1 : 0;
    }

    private Tie Region(ScreenNode node)
    {
        if (_kind != ElementKind.Landmark)
            return default;
        var word = _relation.Target.Words(_relation.Target.KindMask).ToLowerInvariant();
        var view = _query.Screen.Observation.Viewport;
        var box = node.Bounds;
        var fits = word.Contains("header", StringComparison.Ordinal) || word.Contains("top", StringComparison.Ordinal) || word.Contains("nav", StringComparison.Ordinal) && !word.Contains("side", StringComparison.Ordinal) ? box.Bottom < 110
            : word.Contains("side", StringComparison.Ordinal) || word.Contains("rail", StringComparison.Ordinal) ? box.Right < view.Width * 0.28 || box.X > view.Width * 0.72
            : word.Contains("footer", StringComparison.Ordinal) || word.Contains("bottom", StringComparison.Ordinal) ? box.Y > Math.Max(view.Height, _query.Screen.Observation.PageSize.Height) - 140
            : false;
        return fits ? new(0.62, null, null, "lies there") : default;
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
            if (target.NameMask != 0)
            {
                var nouns = _query.EntryNouns(target.NameMask);
                var hard = group.Where(e => (_query.Below(e) & target.NameMask) == target.NameMask).ToList();
                group = hard.Count > 0 ? hard : group.Where(e => (_query.Below(e) & target.NameMask & ~nouns) == (target.NameMask & ~nouns)).ToList();
                if (nouns != target.NameMask && hard.Count == 0 && (target.NameMask & ~nouns) == 0)
                    group = [];
            }

            if (_kind == ElementKind.Any && group.Count < 2)
                continue;
            var index = target.Ordinal > 0 ? target.Ordinal - 1 : group.Count + target.Ordinal;
            if (index >= 0 && index < group.Count && group[index] == entry)
                return new(0.95 * (0.8 + (0.2 * kindFit)) * (target.NameMask != 0 && !entry.SelfAndAncestors().Take(3).Any(a => (_query.Own(a) & target.NameMask) != 0) ? 0.88 : 1), entry, entry, $"is in number {index + 1} of {group.Count}");
            if (group.Contains(entry))
                return default;
        }

        return default;
    }

    /// <summary>How closely a candidate belongs to what the description points at.</summary>
    private Tie Affinity(ScreenNode node, Anchor anchor, bool kinds = true)
    {
        var a = anchor.Node;
        if (a == node)
            return _relation.Kind == RelationKind.Of && !_implied && (HeadMatcher.IsEntry(node) || _headKind is not (ElementKind.Any or ElementKind.Heading)) || _implied && _headKind is not ElementKind.Any && HeadMatcher.IsEntry(node) ? new(anchor.Quality * 0.9, a, a, Says(a)) : default;
        if (a.Contains(node))
        {
            if (_implied && !anchor.Holds && !HeadMatcher.IsEntry(a))
                return default;
            return InKind(node, a, kinds, new(anchor.Quality * (anchor.Holds ? 0.97 : 0.9), a, a, $"is inside {Says(a)}"));
        }

        if (node.Contains(a))
        {
            var holds = node.Size <= 200 && (_relation.Kind is RelationKind.Of or RelationKind.With) && (HeadMatcher.IsEntry(node) || _headKind is ElementKind.Row or ElementKind.Card or ElementKind.ListItem or ElementKind.Section or ElementKind.Column or ElementKind.Dialog or ElementKind.Table or ElementKind.Cell or ElementKind.Message or ElementKind.Badge or ElementKind.List or ElementKind.Menu);
            return holds ? new(anchor.Quality * 0.95 * (1 - Math.Min(0.1, node.Size / 2000.0)), a, node, $"holds {Says(a)}") : default;
        }

        var (meet, mine, theirs) = Meet(node, a);
        if (mine.Group >= 0 && mine.Group == theirs.Group && !Roles.IsRow(meet) && !(mine.Controls <= 1 && theirs.Controls == 0 && mine.Size <= 3 && theirs.Size <= 3))
            return default;
        // What stands in a row speaks for that row only.
        foreach (var entry in a.SelfAndAncestors())
        {
            if (entry == meet)
                break;
            if (entry.Group >= 0 && entry.Size > 3 && entry.Controls - (a.IsControl ? 1 : 0) > 0)
                return default;
            if (entry.Group >= 0 && (Roles.IsRow(entry) || entry.Tag == "li" && !a.IsHeadingLike && _kind is ElementKind.Row or ElementKind.ListItem) && !Roles.IsRow(meet))
                return default;
        }

        if (Roles.IsDialog(meet) is false && a.SelfAndAncestors().TakeWhile(x => x != meet).Any(Roles.IsDialog))
            return default;
        double score;
        var total = _query.Screen.Root.Size;
        if (a.Index < node.Index)
        {
            if (EndsBefore(a, node, meet, theirs))
                return default;
            score = a.IsHeadingLike || a.Role == "heading" ? 0.94 : 0.88;
        }
        else
        {
            // A label governs what follows it: with a field of its own behind it, it does not speak for the one before.
            score = GovernsWhatFollows(node, meet, mine, theirs) ? 0.55 : meet.Size <= 24 || meet.Group >= 0 && meet.Size <= 120 ? 0.87 : Roles.IsContainer(meet.Role) && meet.Size < 80 ? 0.7 : 0;
        }

        var apart = meet.Children.IndexOf(mine) - meet.Children.IndexOf(theirs);
        if (apart is > 0 and <= 4 && theirs.Size <= 6 && theirs.Controls == 0 && (mine == node || mine.Controls <= 2) && !meet.Children.Skip(meet.Children.IndexOf(theirs) + 1).Take(apart - 1).Any(c => c.Shape == mine.Shape && c.Controls > 0))
            score = Math.Max(score, 0.92);
        else if (meet.Group >= 0 && meet.Size <= 160)
            score = Math.Max(score, score > 0 ? 0.93 : 0);
        else if (meet.Size > 40 && !(a.IsHeadingLike || a.Role == "heading") && !Roles.IsDialog(meet))
            score *= meet.Size > total * 0.5 && total > 60 ? 0 : 0.6;
        else if (meet.Size > total * 0.7 && total > 60 && a.Node.Level is 0 or 1 && !Roles.IsDialog(meet))
            score *= 0.6;
        if (score <= 0 || _implied && (score < 0.85 || anchor.Quality < (a.IsHeadingLike ? 0.915 : 0.96) && !HeadMatcher.IsEntry(meet)))
            return default;
        return InKind(node, meet, kinds, new(anchor.Quality * score, a, meet, a.IsHeadingLike ? $"stands under {Says(a)}" : $"belongs to {Says(a)}"));
    }

    private static bool GovernsWhatFollows(ScreenNode node, ScreenNode meet, ScreenNode mine, ScreenNode theirs)
    {
        if (Roles.IsChoice(node.Node) || theirs.Controls > 0 || mine.Controls == 0)
            return false;
        var at = meet.Children.IndexOf(theirs);
        return meet.Children.ElementAtOrDefault(at + 1) is { Controls: > 0 } next && next.Controls == mine.Controls && meet.Children.Take(meet.Children.IndexOf(mine)).Any(c => c.Controls == 0 && c.Node.InnerText.Any(char.IsLetter) && c.Tag == theirs.Tag);
    }

    // A kind that was said must be there: no dialog, no "in the dialog".
    private Tie InKind(ScreenNode node, ScreenNode meet, bool kinds, Tie tie)
    {
        if (!kinds || _kind is ElementKind.Any or ElementKind.Section or ElementKind.Text or ElementKind.Heading or ElementKind.Label or ElementKind.Option or ElementKind.Field or ElementKind.Button or ElementKind.Link or ElementKind.Icon)
            return tie;
        double best = 0;
        for (var at = meet; at is not null && at.Tag is not "html"; at = at.Parent)
            best = Math.Max(best, KindFit.Of(at, _kind));
        for (var at = node; at != meet && at is not null; at = at.Parent)
            best = Math.Max(best, KindFit.Of(at, _kind) * 0.95);
        var strict = _kind is ElementKind.Dialog or ElementKind.Menu or ElementKind.Message or ElementKind.Table or ElementKind.Tab;
        if (_kind == ElementKind.Tab && tie.Anchor is { } tab && KindFit.Of(tab, ElementKind.Tab) > 0.6)
            best = 0.9;
        return best >= 0.5 ? tie : strict ? tie with { Score = tie.Score * 0.62 } : tie with { Score = tie.Score * 0.9 };
    }

    // A heading governs what follows until the next one of its sort; a label until the next label.
    private bool EndsBefore(ScreenNode anchor, ScreenNode node, ScreenNode meet, ScreenNode theirs)
    {
        var after = false;
        if (Roles.IsRow(meet) || (meet.Group >= 0 && meet.Size < 60 && !anchor.IsHeadingLike))
            return false;
        foreach (var child in meet.Children)
        {
            if (child == theirs)
            {
                after = true;
                continue;
            }

            if (!after || child.Index > node.Index)
                continue;
            if (child.Shape == theirs.Shape && child.Node.InnerText.Any(char.IsLetterOrDigit) && (!child.Contains(node) || child.IsHeadingLike) && (!theirs.IsText || child.Node.OwnText.Any(char.IsLetter)) && (theirs.Controls == 0 || theirs.IsHeadingLike))
                return true;
            if (child.Contains(node))
                break;
        }

        if (anchor.Role == "heading")
        {
            for (var i = anchor.End; i < node.Index && i < anchor.End + 3000; i++)
            {
                var between = _query.Screen.Nodes[i];
                if (between.Role == "heading" && between.Node.Level <= anchor.Node.Level && between.Node.IsVisible)
                    return true;
            }
        }

        return false;
    }
}
