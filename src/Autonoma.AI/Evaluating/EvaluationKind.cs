namespace Autonoma.AI.Evaluating;

/// <summary>All cases of one kind of question. Everything but the cases is counted from them.</summary>
/// <param name="Name">Which kind: <c>assert-condition</c>.</param>
/// <param name="Cases">Those that were put to the model.</param>
/// <param name="Skipped">Those that could not be; they count nowhere.</param>
public sealed record EvaluationKind(string Name, IReadOnlyList<EvaluationCase> Cases, IReadOnlyList<SkippedCase> Skipped)
{
    /// <summary>How many cases.</summary>
    public int Total => Cases.Count;

    /// <summary>How many came out right.</summary>
    public int Right => Cases.Count(one => one.Mark == EvaluationMark.Right);

    /// <summary>How many came out wrong.</summary>
    public int Wrong => Cases.Count(one => one.Mark == EvaluationMark.Wrong);

    /// <summary>How many were not answered.</summary>
    public int Refused => Cases.Count(one => one.Mark == EvaluationMark.Refused);

    /// <summary>Of the wrong ones, how many took what is not so for so.</summary>
    public int FalseAccepted => Cases.Count(one => one.FalseAccepted);

    /// <summary>Share of the right ones, 0 to 1; 0 when there is no case.</summary>
    public double PassRate => Total == 0 ? 0 : Math.Round((double)Right / Total, 4);

    /// <summary>Tokens of all.</summary>
    public long Tokens => Cases.Sum(one => one.Tokens);

    /// <summary>Dollars of all; null when a price is not known.</summary>
    public decimal? Cost => EvaluationResult.CostOf(Cases);

    /// <summary>Which cases are not right.</summary>
    public IReadOnlyList<string> Failures => [.. Cases.Where(one => one.Mark != EvaluationMark.Right).Select(one => one.Id)];
}
