using Autonoma.Engine.Grounding.Screens;

namespace Autonoma.Engine.Grounding.Matching;

/// <summary>
/// "The Harbour card" where one card is called "Harbour View" and another "Harbour Gate and Lock": both are called more than was said, and how much more decides nothing.
/// </summary>
internal static class Siblings
{
    // Beyond this the lesser one was held back by something else: its kind, its place, what it is tied to.
    private const double Reach = 0.12;

    private const double Whole = 0.95;

    /// <summary>Whether the other one is built like the best, was found by the same words, and answers to them no less.</summary>
    public static bool AreEquallyCalled(Candidate best, Candidate other) =>
        best.Asked != 0 && best.By is { } query && other.By == query && other.Asked == best.Asked && other.Score >= best.Score - Reach && AreAlike(best.Node, other.Node)
        && best.Ties.Count == other.Ties.Count && best.Ties.Zip(other.Ties).All(pair => Math.Abs(pair.First.Score - pair.Second.Score) < 0.02)
        && Calling(query, best.Node, best.Asked) is > 0 and < Whole && Calling(query, other.Node, other.Asked) > 0;

    private static bool AreAlike(ScreenNode left, ScreenNode right) => left.Group >= 0 && right.Group >= 0 && left.Shape == right.Shape && left.Depth == right.Depth && !left.Contains(right) && !right.Contains(left);

    // How nearly the words are all that it, or a part of it, is called; 0 where no name holds all of them.
    private static double Calling(Query query, ScreenNode node, ulong asked)
    {
        double best = 0;
        for (var i = node.Index; i < Math.Min(node.End, node.Index + 60); i++)
        {
            var part = query.Screen.Nodes[i];
            if (!part.Node.IsVisible)
                continue;
            foreach (var name in part.Names)
            {
                if (name.IsOwn && name.Origin != NameOrigin.Column)
                    best = Math.Max(best, NameScore.Of(query, asked, name.Text));
            }
        }

        return best;
    }
}
