namespace Autonoma.AI.Evaluating;

/// <summary>A case before and after.</summary>
/// <param name="Before">As it was.</param>
/// <param name="After">As it is; null when it was not measured again, or now expects something else.</param>
public sealed record CaseChange(EvaluationCase Before, EvaluationCase? After)
{
    /// <summary>Whether it came out right and does no longer, or what is not so is now taken for so.</summary>
    public bool IsWorse => (Before.Mark == EvaluationMark.Right && After?.Mark != EvaluationMark.Right) || (After is { FalseAccepted: true } && !Before.FalseAccepted);

    /// <summary>Whether it comes out right and did not.</summary>
    public bool IsBetter => Before.Mark != EvaluationMark.Right && After?.Mark == EvaluationMark.Right;
}

/// <summary>
/// Two evaluations of one kind, by the cases of the first. A case that the second did not measure counts as lost there: a page that no longer
/// loads must not hide that something got worse. Cases that only the second has are counted and not compared.
/// </summary>
public sealed class KindComparison
{
    private readonly List<CaseChange> _changes;

    private KindComparison(string name, List<CaseChange> changes, int added)
    {
        Name = name;
        _changes = changes;
        Added = added;
    }

    /// <summary>Which kind.</summary>
    public string Name { get; }

    /// <summary>Cases of the first.</summary>
    public int Total => _changes.Count;

    /// <summary>Cases that only the second has.</summary>
    public int Added { get; }

    /// <summary>Cases that both measured.</summary>
    public int Common => _changes.Count(change => change.After is not null);

    /// <summary>Right in the first.</summary>
    public int RightBefore => _changes.Count(change => change.Before.Mark == EvaluationMark.Right);

    /// <summary>Of the same cases, right in the second.</summary>
    public int RightAfter => _changes.Count(change => change.After?.Mark == EvaluationMark.Right);

    /// <summary>Falsely accepted in the first.</summary>
    public int FalseAcceptedBefore => _changes.Count(change => change.Before.FalseAccepted);

    /// <summary>Of the same cases, falsely accepted in the second.</summary>
    public int FalseAcceptedAfter => _changes.Count(change => change.After is { FalseAccepted: true });

    /// <summary>How many percentage points more come out right; negative when fewer do.</summary>
    public double Points => Total == 0 ? 0 : 100.0 * (RightAfter - RightBefore) / Total;

    /// <summary>Cases that got better.</summary>
    public IReadOnlyList<CaseChange> Better => [.. _changes.Where(change => change.IsBetter)];

    /// <summary>Cases that got worse.</summary>
    public IReadOnlyList<CaseChange> Worse => [.. _changes.Where(change => change.IsWorse)];

    /// <summary>Tokens of the cases that both measured.</summary>
    public (long Before, long After) Tokens => (Both.Sum(change => change.Before.Tokens), Both.Sum(change => change.After!.Tokens));

    /// <summary>Dollars of the cases that both measured; null where a price is not known.</summary>
    public (decimal? Before, decimal? After) Cost => (EvaluationResult.CostOf(Both.Select(change => change.Before)), EvaluationResult.CostOf(Both.Select(change => change.After!)));

    private IEnumerable<CaseChange> Both => _changes.Where(change => change.After is not null);

    /// <summary>Compares every kind of the first.</summary>
    public static IReadOnlyList<KindComparison> Of(EvaluationResult before, EvaluationResult after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var comparisons = new List<KindComparison>();
        foreach (var kind in before.Kinds)
        {
            var cases = (after.Kinds.FirstOrDefault(other => other.Name == kind.Name)?.Cases ?? []).ToDictionary(one => one.Id, StringComparer.Ordinal);
            // The same name for another question is another case.
            var changes = kind.Cases.Select(one => new CaseChange(one, cases.TryGetValue(one.Id, out var other) && other.Expected == one.Expected ? other : null)).ToList();
            comparisons.Add(new(kind.Name, changes, cases.Count - changes.Count(change => change.After is not null)));
        }

        return comparisons;
    }

    /// <summary>Whether it got worse: more is falsely accepted, or fewer come out right by more than so many percentage points.</summary>
    public bool IsWorse(double threshold) => FalseAcceptedAfter > FalseAcceptedBefore || -Points > threshold + 1e-9;
}
