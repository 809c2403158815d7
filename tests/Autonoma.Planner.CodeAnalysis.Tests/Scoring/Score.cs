using Autonoma.Planner.CodeAnalysis.Results;

namespace Autonoma.Planner.CodeAnalysis.Tests.Scoring;

/// <summary>How much of a key was found, and how much of what was found is in the key.</summary>
internal sealed record Score(string Kind, IReadOnlyList<string> Missed, IReadOnlyList<string> Invented, int Right)
{
    public double Recall => Right + Missed.Count == 0 ? 1 : (double)Right / (Right + Missed.Count);

    public double Precision => Right + Invented.Count == 0 ? 1 : (double)Right / (Right + Invented.Count);

    public override string ToString() => $"{Kind}: {Right} right, precision {Precision:P1}, recall {Recall:P1}"
        + string.Concat(Missed.Select(m => $"\n  missed   {m}")) + string.Concat(Invented.Select(i => $"\n  invented {i}"));

    public static IReadOnlyList<Score> Of(CodebaseKey key, CodebaseReport report) =>
    [
        Compare("models", key.Models.Keys, report.Models.Select(m => m.Name)),
        Compare("creators", key.Models.Where(m => m.Value.Function is not null).Select(m => $"{m.Key}: {m.Value.Function} in {m.Value.File}{(m.Value.Extract ? ", to be extracted" : "")}"),
            report.Creations.Where(c => c.Creator is not null).Select(c => $"{c.Model}: {c.Creator!.Function} in {c.Creator.File}{(c.Creator.NeedsExtraction ? ", to be extracted" : "")}")),
        Compare("owners", key.Models.SelectMany(m => (m.Value.Owners ?? []).Select(o => $"{m.Key} by {o}")), report.Creations.SelectMany(c => c.CreatedBy.Select(o => $"{c.Model} by {o.Owner}"))),
        Compare("side effects", key.Models.SelectMany(m => (m.Value.Effects ?? []).Select(e => $"{m.Key}: {e}")), report.Creations.SelectMany(c => c.SideEffects.Select(e => $"{c.Model}: {Effect(e)}")).Distinct()),
        Compare("relations", key.Relations, report.Relations.Select(r => $"{r.Child} -> {r.Parent}").Distinct()),
    ];

    private static string Effect(SideEffect effect) => effect.Kind == "sibling" ? $"sibling {effect.Text.Split(' ')[^1]}" : effect.Kind;

    private static Score Compare(string kind, IEnumerable<string> expected, IEnumerable<string> found)
    {
        var wanted = expected.ToHashSet(StringComparer.Ordinal);
        var got = found.ToHashSet(StringComparer.Ordinal);
        return new Score(kind, [.. wanted.Except(got).Order(StringComparer.Ordinal)], [.. got.Except(wanted).Order(StringComparer.Ordinal)], wanted.Intersect(got).Count());
    }
}
