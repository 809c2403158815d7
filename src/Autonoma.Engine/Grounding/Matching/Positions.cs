using Autonoma.Engine.Grounding.Screens;
using Autonoma.Engine.Grounding.Wording;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Grounding.Matching;

/// <summary>"At the top right": of those that fit, the one that lies there.</summary>
internal static class Positions
{
    /// <summary>"The upper Apply button": of two that are equal but for their place; one alone must lie there; of more only the outermost can be meant by name.</summary>
    public static List<Candidate> AmongEquals(Query query, List<Candidate> candidates, Relation relation)
    {
        if (candidates.Count == 0)
            return candidates;
        var best = candidates.Max(c => c.Score);
        var equals = Sameness.Fold(query, [.. candidates.Where(c => c.Score >= best - 0.035)], keepOuter: false);
        var outermost = relation.Word is not ("upper" or "lower" or "left" or "right");
        if (equals.Count > 2 && !outermost)
            return [];
        if (equals.Count == 1)
        {
            var view = query.Screen.Observation.Viewport;
            var at = equals[0].Node.Bounds.Center;
            var lies = relation.Place switch { Place.Top => at.Y < view.Height / 2, Place.Bottom => at.Y > view.Height / 2, Place.Left => at.X < view.Width / 2, _ => at.X > view.Width / 2 };
            if (!lies)
                return [];
        }

        return Prefer(query, equals, relation);
    }

    public static List<Candidate> Prefer(Query query, List<Candidate> candidates, Relation relation, ElementKind kind = ElementKind.Any)
    {
        if (candidates.Count < 2)
            return candidates;
        // "The blue button at the bottom": a blue link may lie lower, but is none.
        var closest = kind == ElementKind.Any ? 0 : candidates.Max(c => KindFit.Of(c.Node, kind));
        var best = candidates.Max(c => c.Score);
        if (closest >= 0.9 && candidates.Where(c => KindFit.Of(c.Node, kind) > closest - 0.2).ToList() is { Count: > 0 } close && close.Max(c => c.Score) > best - 0.12)
            candidates = close;
        best = candidates.Max(c => c.Score);
        var rivals = candidates.Where(c => c.Score >= best * 0.8).ToList();
        double Distance(Candidate c)
        {
            var box = c.Node.Bounds;
            double sum = 0;
            if (relation.Place.HasFlag(Place.Top))
                sum += box.Center.Y;
            if (relation.Place.HasFlag(Place.Bottom))
                sum -= box.Center.Y;
            if (relation.Place.HasFlag(Place.Left))
                sum += box.Center.X;
            if (relation.Place.HasFlag(Place.Right))
                sum -= box.Center.X;
            return sum;
        }

        if (relation.Place.HasFlag(Place.Middle))
            return candidates;
        var nearest = rivals.Min(Distance);
        foreach (var candidate in candidates)
        {
            if (Distance(candidate) > nearest + 12)
                candidate.Score *= 0.75;
            else
                candidate.Why += ", lies there";
        }

        return candidates;
    }
}
