using Autonoma.Engine.Grounding.Screens;

namespace Autonoma.Engine.Grounding.Matching;

/// <summary>Tells when two candidates are one and the same thing for a person: a label and its field, a button and the icon in it.</summary>
internal static class Sameness
{
    /// <summary>Nested candidates that mean the same are folded into one.</summary>
    public static List<Candidate> Fold(Query query, List<Candidate> candidates, bool keepOuter)
    {
        var kept = new List<Candidate>();
        foreach (var candidate in candidates.OrderByDescending(c => c.Score).ThenBy(c => keepOuter ? c.Node.Index : -c.Node.Index))
        {
            var same = kept.FirstOrDefault(k => AreSame(query, k.Node, candidate.Node));
            if (same is null)
            {
                kept.Add(candidate);
                continue;
            }

            if (same.Score - candidate.Score < 0.2 && Prefer(query, candidate.Node, same.Node))
                same.Node = candidate.Node;
        }

        return [.. kept.OrderBy(c => c.Node.Index)];
    }

    public static bool AreSame(Query query, ScreenNode left, ScreenNode right)
    {
        if (left == right)
            return true;
        if (!left.Contains(right) && !right.Contains(left))
            return left.Node.Labels.Contains(right.Node.Ref) || right.Node.Labels.Contains(left.Node.Ref) || ShareControl(left, right) || SameLink(left, right);
        var (outer, inner) = left.Contains(right) ? (left, right) : (right, left);
        if (IsOneOfSeveral(inner, outer))
            return outer.Node.InnerText == inner.Node.InnerText;
        // A wrapper with nothing else to act on, or with the same text.
        return outer.Controls <= 1 && (outer.Texts <= inner.Texts + 2 || !outer.IsControl) || outer.Node.InnerText == inner.Node.InnerText || inner.IsControl && outer.Controls - inner.Controls == 1 && outer.IsControl;
    }

    /// <summary>Whether the outer element holds a list of which the inner one is an entry: clicking the outer one would open the list, not take the entry.</summary>
    public static bool IsOneOfSeveral(ScreenNode inner, ScreenNode outer)
    {
        for (var at = inner; at is not null && at != outer; at = at.Parent)
        {
            if (at.Group >= 0 && at.Parent is { } list && list.Children.Count(c => c.Group == at.Group && c.Node.InnerText.Any(char.IsLetterOrDigit)) > 1)
                return true;
        }

        return false;
    }

    // The native box under its drawn twin, both in one label.
    private static bool ShareControl(ScreenNode left, ScreenNode right) => left.Parent is { } parent && parent == right.Parent && parent.Tag == "label" && (left.Controls == 0 || right.Controls == 0);

    // A picture and a title that lead to the same place from the same card.
    private static bool SameLink(ScreenNode left, ScreenNode right)
    {
        if (left.Role != "link" || right.Role != "link" || left.Node.Href.Length == 0 || left.Node.Href != right.Node.Href || left.Node.Href.EndsWith('#'))
            return false;
        var shared = left.Ancestors().First(a => a.Contains(right));
        return shared.Group >= 0 && shared.Size < 60;
    }

    private static bool Prefer(Query query, ScreenNode candidate, ScreenNode current)
    {
        if (query.Purpose is GroundingPurpose.Look or GroundingPurpose.Read)
            return false;
        // The cross on a chip, the arrow of a tree entry: the sign itself is what was asked for; a click on it reaches what it stands in as well.
        if (query.Purpose is GroundingPurpose.Click or GroundingPurpose.Hover)
        {
            if (IsSignIn(current, candidate))
                return false;
            if (IsSignIn(candidate, current) && HasConcept(query, candidate))
                return true;
        }

        return candidate.IsControl && !current.IsControl && current.Size < 30;
    }

    /// <summary>Whether the inner one is a sign without words in something that has words.</summary>
    public static bool IsSignIn(ScreenNode inner, ScreenNode outer) => outer != inner && outer.Contains(inner) && inner.Concepts.Count > 0 && inner.Size < 8 && !inner.Node.InnerText.Any(char.IsLetterOrDigit)
        && !inner.Bounds.IsEmpty && inner.Tag is not ("path" or "g") && outer.Node.InnerText.Any(char.IsLetterOrDigit);

    private static bool HasConcept(Query query, ScreenNode sign) => sign.Names.Any(name => name.Origin == NameOrigin.Icon && query.Tokens.Select((token, t) => (token, t)).Any(pair => pair.token.Concept is not null && query.Match(pair.t, name.Text.Words[0]) > 0));
}
