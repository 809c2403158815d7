using Autonoma.Engine.Grounding.Screens;
using Autonoma.Engine.Grounding.Wording;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Grounding.Matching;

/// <summary>What belongs to what: a button to its row, a field to its label, a part of the page to its heading.</summary>
internal sealed partial class RelationMatcher
{
    /// <summary>How closely a candidate belongs to what the description points at.</summary>
    private Tie Affinity(ScreenNode node, Anchor anchor, bool kinds = true)
    {
        var a = anchor.Node;
        // A bar of a chart is named by itself; the caption of another one says nothing about it.
        if (a != node && HeadMatcher.IsMark(node) && node.Parent is { } drawing && drawing.Contains(a))
            return default;
        // "Entry at 16:00" is no click on the caption of the choices of which one is called so.
        if (a != node && _query.Purpose == GroundingPurpose.Click && node is { IsHeadingLike: true, Controls: 0, Tag: "legend" } && node.Parent is { } captioned && captioned.Contains(a) && a.SelfAndAncestors().TakeWhile(x => x != captioned).Any(x => x.Controls > 0))
            return default;
        // "range in miles": the unit that its own placeholder says.
        if (a == node && node.IsField && !_implied && _relation.Kind == RelationKind.In && node.Node.Placeholder.Length is > 0 and < 20)
            return new(anchor.Quality * 0.9, a, a, $"says {Says(a)}");
        if (a == node)
            return _relation.Kind == RelationKind.Of && !_implied && (HeadMatcher.IsEntry(node) || _headKind is not (ElementKind.Any or ElementKind.Heading)) || _implied && _headKind is not ElementKind.Any && HeadMatcher.IsEntry(node) ? new(anchor.Quality * 0.9, a, a, Says(a)) : default;
        if (a.Contains(node))
        {
            if (_implied && !anchor.Holds && !HeadMatcher.IsEntry(a))
                return default;
            return InKind(node, a, kinds, new(anchor.Quality * (anchor.Holds ? 0.97 : 0.9), a, a, $"is inside {Says(a)}"));
        }

        // "The button with the plus icon" has it inside, not beside it.
        if (_relation is { Kind: RelationKind.Of, Word: "with" } && _kind is ElementKind.Icon or ElementKind.Image or ElementKind.Badge && node.IsControl)
            return node.Contains(a) && node.Size < 30 ? new(anchor.Quality * 0.97, a, node, $"holds {Says(a)}") : default;
        if (node.Contains(a))
        {
            var holds = node.Size <= 200 && (_relation.Kind is RelationKind.Of or RelationKind.With) && (HeadMatcher.IsEntry(node) || _headKind is ElementKind.Row or ElementKind.Card or ElementKind.ListItem or ElementKind.Section or ElementKind.Column or ElementKind.Dialog or ElementKind.Table or ElementKind.Cell or ElementKind.Message or ElementKind.Badge or ElementKind.List or ElementKind.Menu);
            return holds ? new(anchor.Quality * 0.95 * (1 - Math.Min(0.1, node.Size / 2000.0)), a, node, $"holds {Says(a)}") : default;
        }

        var (meet, mine, theirs) = Meet(node, a);
        if (mine.Group >= 0 && mine.Group == theirs.Group && !Roles.IsRow(meet) && !AreLinesOfACard(a, meet, mine, theirs) && !(mine.Controls <= 1 && theirs.Controls == 0 && mine.Size <= 3 && theirs.Size <= 3))
            return default;
        // What stands in a row speaks for that row only.
        foreach (var entry in a.SelfAndAncestors())
        {
            if (entry == meet)
                break;
            if (entry.Group >= 0 && entry.Size > 3 && entry.Controls - (a.IsControl ? 1 : 0) > 0 && !(entry == theirs && AreLinesOfACard(a, meet, mine, theirs)))
                return default;
            if (entry == theirs && IsTitleRow(a, meet, mine, theirs))
                continue;
            if (entry.Group >= 0 && (Roles.IsRow(entry) || entry.Tag == "li" && !a.IsHeadingLike && _kind is ElementKind.Row or ElementKind.ListItem) && !Roles.IsRow(meet))
                return default;
        }

        if (Roles.IsDialog(meet) is false && a.SelfAndAncestors().TakeWhile(x => x != meet).Any(Roles.IsDialog))
            return default;
        double score;
        var total = _query.Screen.Root.Size;
        if (a.Index < node.Index)
        {
            if (!IsTitleRow(a, meet, mine, theirs) && EndsBefore(a, node, meet, theirs))
                return default;
            score = a.IsHeadingLike || a.Role == "heading" ? 0.94 : 0.88;
        }
        else
        {
            // A label governs what follows it: with a field of its own behind it, it does not speak for the one before.
            score = GovernsWhatFollows(node, meet, mine, theirs) ? 0.55 : meet.Size <= 24 || meet.Group >= 0 && meet.Size <= 120 ? 0.87 : Roles.IsContainer(meet.Role) && meet.Size < 80 ? 0.7 : 0;
        }

        var apart = meet.RankOf(mine) - meet.RankOf(theirs);
        if (apart is > 0 and <= 4 && theirs.Size <= 6 && theirs.Controls == 0 && (mine == node || mine.Controls <= 2) && !meet.Children.Skip(meet.RankOf(theirs) + 1).Take(apart - 1).Any(c => c.Shape == mine.Shape && c.Controls > 0))
            score = Math.Max(score, 0.92);
        else if (apart == 1 && theirs.Size <= 6 && theirs.Controls == 0 && mine.Children.Count(c => c.Controls == 1) is > 1 and var choices && choices == mine.Controls)
            score = Math.Max(score, 0.92);
        else if (apart is > 0 and <= 3 && (a.IsHeadingLike || theirs.IsHeadingLike) && theirs.Size <= 6 && theirs.Controls == 0 && mine.Tag is "iframe" or "table" or "form" or "ul" or "ol" or "fieldset" && meet.Children.Skip(meet.RankOf(theirs) + 1).Take(apart - 1).All(c => c.Size == 1 && !c.Node.InnerText.Any(char.IsLetterOrDigit)))
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

    // The title of a card and its buttons may stand in lines that are built alike: they are parts of one card, not entries of a list.
    private bool AreLinesOfACard(ScreenNode title, ScreenNode meet, ScreenNode mine, ScreenNode theirs)
        => IsTitleRow(title, meet, mine, theirs) || (meet.Group >= 0 || meet.Tag is "article" or "fieldset" || KindFit.AuthorAny(meet, "card", "panel", "tile", "box")) && title.IsHeadingLike && (theirs.Controls == 0 || theirs.Controls <= 3 && theirs.Size < 20 && meet.Children.FirstOrDefault(child => child.Node.InnerText.Length > 0) == theirs && !Roles.IsRow(theirs)) && theirs.Index < mine.Index
            && meet.Children.Where(child => child != theirs).All(child => !Enumerable.Range(child.Index, child.Size).Any(i => _query.Screen.Nodes[i] is { IsHeadingLike: true, Node.IsVisible: true }));

    // "New article" in a row of its own over the rows of a form that is laid out by a table: it heads what follows, up to the next of its sort.
    private static bool IsTitleRow(ScreenNode title, ScreenNode meet, ScreenNode mine, ScreenNode theirs)
    {
        if (theirs.Tag != "tr" || theirs.Controls > 0 || theirs.Texts is 0 or > 2 || theirs.Index > mine.Index || theirs.Children.Count(c => !c.IsText) != 1 || !(title.IsHeadingLike || title.SelfAndAncestors().TakeWhile(x => x != theirs).Any(x => x.IsHeadingLike || x.Node.Style is { FontWeight: >= 600 })))
            return false;
        var (from, to) = (meet.RankOf(theirs), meet.RankOf(mine));
        return meet.Children.Skip(from + 1).Take(to - from).All(row => row.Children.Count(c => !c.IsText) > 1 || row.Controls > 0);
    }

    private static bool GovernsWhatFollows(ScreenNode node, ScreenNode meet, ScreenNode mine, ScreenNode theirs)
    {
        if (Roles.IsChoice(node.Node) || theirs.Controls > 0 || mine.Controls == 0)
            return false;
        var at = meet.RankOf(theirs);
        return meet.Children.Skip(at + 1).Take(2).TakeWhile(c => !c.IsText || !c.Node.OwnText.Any(char.IsLetter)).FirstOrDefault(c => c.Controls > 0) is { } next && next.Controls == mine.Controls && meet.Children.Take(meet.RankOf(mine)).Any(c => c.Controls == 0 && c.Node.InnerText.Any(char.IsLetter) && c.Tag == theirs.Tag);
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
