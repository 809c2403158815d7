using Autonoma.Engine.Grounding.Wording;

namespace Autonoma.Engine.Grounding.Matching;

/// <summary>"At the top right": of those that fit, the one that lies there.</summary>
internal static class Positions
{
    public static List<Candidate> Prefer(Query query, List<Candidate> candidates, Relation relation)
    {
        if (candidates.Count < 2)
            return candidates;
        var best = candidates.Max(c => c.Score);
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
