using Autonoma.Engine.Grounding.Screens;
using Autonoma.Engine.Grounding.Wording;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Grounding.Matching;

/// <summary>Side clauses: what an element is good for, told in a sentence of its own.</summary>
internal sealed partial class RelationMatcher
{
    // "that selects all rows": each word is met by the element, or by what it belongs to.
    private Tie Clause(ScreenNode node)
    {
        double sum = 0;
        var count = 0;
        var own = 0;
        var words = _relation.Target.Content.Select(i => _query.Tokens[i].Text).ToList();
        if (words.Any(w => w is "cannot" or "can't" or "not" or "cant" or "isn't" or "unable" or "never") && words.Any(w => w is "clicked" or "pressed" or "used" or "changed" or "selected" or "click" or "press" or "usable" or "available" or "enabled" or "active" or "edited" or "checked"))
            return node.Node.IsDisabled || node.Node.LooksDisabled ? new(0.95, null, null, "cannot be used") : default;
        if (words.Count is 1 or 2 && words[^1] is "on" or "off" || words is ["switched" or "turned" or "ticked", "on" or "off"])
            return node.Node.Checked is { } state ? (state == Observing.TriState.On) == (words[^1] == "on") ? new(0.95, null, null, $"is {words[^1]}") : default : default;
        // "where Type is Sick": a cell under that head says so of its row.
        if (_literal.Count > 0)
            return _literal.Select(anchor => Affinity(node, anchor)).Aggregate(default(Tie), Better);
        var first = true;
        int? previous = null;
        ScreenNode? meet = null;
        // "that closes the side panel": what it is in is told by its kind, which the page need not write.
        var inside = _relation.Target.KindMask != 0 && _relation.Target.NameMask != 0 && Kinds(node) is { Score: >= 0.7 } ? _relation.Target.KindMask : 0;
        foreach (var t in _query.Indexes(_relation.Target.Mask))
        {
            var token = _query.Tokens[t];
            var verb = first && !token.IsQuoted && !token.Raw.Any(char.IsUpper);
            first = false;
            if (FillerWords.IsFunction(token.Text) || IsEmptyInAClause(token.Text) && (_query.Own(node) >> t & 1) == 0 && !Deeds.IsDoneBy(node, token.Text) || previous is { } before && IsParticle(before, token.Text) && (_query.Own(node) >> t & 1) == 0 && (_query.Tokens[before].Text.StartsWith("look", StringComparison.Ordinal) || !IsKnownAround(t, node)))
            {
                previous = t;
                continue;
            }

            previous = t;
            count++;
            if ((inside >> t & 1) != 0)
            {
                sum += 0.85;
                continue;
            }

            // What leads on does not lead back, though the arrow beside it does.
            if (token.Text is "next" or "previous" or "first" or "last" or "back" or "forward" or "forwards" or "backwards" or "up" or "down" or "higher" or "lower" or "earlier" or "later" && (_query.Own(node) >> t & 1) == 0 && IsKnownAround(t, node))
                return default;
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
                    // What the heading of another part says is said of that part.
                    if (!verb && IsOnlyOverOthers(node, ancestor, t))
                        break;
                    best = ancestor.Children.Any(child => child.IsHeadingLike && (_query.Below(child) >> t & 1) != 0) ? 0.85 : 0.72;
                    if (meet is null || ancestor.Depth < meet.Depth)
                        meet = ancestor;
                    break;
                }
            }

            if (best < 0.9 && token.Concept is null && Deeds.IsDoneBy(node, token.Text))
            {
                best = 0.9;
                own++;
            }

            if (best == 0 && !verb && IsHeadedBy(node, t))
                best = 0.8;
            if (best == 0 && KindFit.Of(node, KindOf(t)) > 0.5)
                best = 0.75;
            if (best == 0 && _query.IsEntryNoun(t))
                best = 0.55;
            // What it does may be said in other words than the page's, if what it does it to is there.
            if (best == 0 && verb && Deeds.DoesOtherwise(_query, node, token.Text))
                return default;
            if (best == 0 && verb && words.Count > 1 && (_isVerb ??= EverydayWords.Contains(token.Text) || Deeds.IsVerb(token.Text)))
                best = 0.5;
            if (best == 0)
                return default;
            sum += best;
        }

        return count == 0 ? new(0.85, null, null, "") : new(sum / count * (own > 0 ? 1 : 0.85), _query.Screen.Root, meet ?? node, "is good for that");
    }

    // "The slider that sets the alarm" under the heading "Alarm".
    private bool IsHeadedBy(ScreenNode node, int token)
    {
        _headings ??= [.. _query.Screen.Nodes.Where(heading => heading.Role == "heading" && heading.Node.IsVisible && _query.Below(heading) != 0)];
        return _headings.Exists(heading => (_query.Below(heading) >> token & 1) != 0 && Heads(heading, node));
    }

    private bool Heads(ScreenNode heading, ScreenNode node) => heading.Index < node.Index && Affinity(node, new(heading, 1, false)).Score > 0.5;

    private bool IsOnlyOverOthers(ScreenNode node, ScreenNode around, int token)
    {
        var heads = false;
        for (var i = around.Index; i < around.End; i++)
        {
            var other = _query.Screen.Nodes[i];
            if ((_query.Own(other) >> token & 1) == 0 || other.Children.Any(child => (_query.Below(child) >> token & 1) != 0) || !other.Node.IsVisible)
                continue;
            if (other.IsText || other.SelfAndAncestors().TakeWhile(x => x != around).FirstOrDefault(x => x.Role == "heading") is not { } heading || Heads(heading, node))
                return false;
            heads = true;
        }

        return heads;
    }

    // Words that stand for anything: "what has been packed", "everything that is late".
    private static bool IsEmptyInAClause(string word) => word is "what" or "whatever" or "has" or "have" or "had" or "everything" or "anything" or "something" or "things" or "rid" or "still" or "already" or "now" or "currently" or "again" or "yet" or "someone" or "somebody";

    // "looks up", "switches off": the little word belongs to the verb before it.
    private bool IsParticle(int before, string word) => word is "up" or "out" or "off" or "away" or "in" && _query.Tokens[before] is { IsQuoted: false, IsSpecific: false } verb && verb.Raw.All(char.IsLower) && verb.Text is not ("move" or "moves" or "moving");

    // Whether another control near it is called by that word.
    private bool IsKnownAround(int token, ScreenNode node) => node.Ancestors().TakeWhile(a => a.Size < 80).LastOrDefault() is { } around
        && Enumerable.Range(around.Index, around.Size).Any(i => _query.Screen.Nodes[i] is var other && other != node && other.IsControl && !other.Contains(node) && (_query.Own(other) >> token & 1) != 0);

    private ElementKind KindOf(int token) => KindWords.TryKind(_query.Tokens[token].Text, out var kind) ? kind : ElementKind.BrowserTab;

    // "that selects item T-7", "which opens order 44": the verb is the control's, the rest says of which.
    private static Phrase WithoutVerb(Phrase clause) => clause.Content.Count < 3 || clause.Tokens[clause.Content[0]] is not { IsQuoted: false, IsSpecific: false, Raw: [>= 'a' and <= 'z', .., 's'] } ? clause : new Phrase { Tokens = clause.Tokens, Content = [.. clause.Content.Skip(1)], Mask = clause.Mask & ~(1UL << clause.Content[0]), Kind = clause.Kind, KindMask = clause.KindMask };
}
