using Autonoma.Engine.Grounding.Screens;
using Autonoma.Engine.Grounding.Wording;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Grounding.Matching;

/// <summary>"The third", "the last": counts those that fit in reading order.</summary>
internal static class Ordinals
{
    public static List<Candidate> Pick(Query query, List<Candidate> candidates, Phrase head)
    {
        if (candidates.Count == 0)
            return candidates;
        // "The second notice" counts notices; what is hardly one is not counted.
        if (head.Kind != Language.ElementKind.Any && head.NameMask == 0 && candidates.Max(c => KindFit.Of(c.Node, head.Kind)) < 0.65)
            return [];
        var best = candidates.Max(c => c.Score);
        var fitting = candidates.Where(c => c.Score >= best * 0.9 && c.Node.Shape != "tr:head").OrderBy(c => c.Node.Index).ToList();
        fitting = Sameness.Fold(query, fitting, keepOuter: head.Kind is ElementKind.Row or ElementKind.Card or ElementKind.ListItem or ElementKind.Section or ElementKind.Column);
        // Four of five stars in a row are counted there, not from the lone star elsewhere.
        var rows = fitting.Where(c => c.Node.Group >= 0).GroupBy(c => c.Node.Group).Where(g => g.Count() >= Math.Max(2, Math.Abs(head.Ordinal))).ToList();
        if (rows.Count == 1 && fitting.Count(c => c.Node.Group != rows[0].Key) is > 0 and <= 2 && rows[0].Count() > 2)
            fitting = [.. rows[0]];
        var index = head.Ordinal > 0 ? head.Ordinal - 1 : fitting.Count + head.Ordinal;
        if (index < 0 || index >= fitting.Count)
            return [];
        // Entries of two different lists are not counted through.
        var entries = head.Kind is ElementKind.Row or ElementKind.Card or ElementKind.ListItem or ElementKind.Option or ElementKind.Tab or ElementKind.Column or ElementKind.Any;
        var groups = fitting.Select(c => c.Node.Group >= 0 ? c.Node.Group : -2 - c.Node.Index).Distinct().ToList();
        if (entries && groups.Count > 1 && groups.All(g => g >= 0) && head.NameMask == 0)
        {
            var firsts = groups.Select(g => fitting.Where(c => c.Node.Group == g).ElementAtOrDefault(head.Ordinal > 0 ? head.Ordinal - 1 : fitting.Count(c => c.Node.Group == g) + head.Ordinal)).OfType<Candidate>().ToList();
            return firsts;
        }

        var picked = fitting[index];
        picked.Why += $", is number {index + 1} of {fitting.Count}";
        picked.Score = Math.Min(picked.Score, 0.96);
        return [picked];
    }
}
