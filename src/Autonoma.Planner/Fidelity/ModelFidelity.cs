namespace Autonoma.Planner.Fidelity;

/// <summary>What became of the judge of a model.</summary>
public enum JudgeState
{
    /// <summary>It judged.</summary>
    Judged,
    /// <summary>None was asked, for a reason.</summary>
    Skipped,
    /// <summary>It was asked and gave no judgement.</summary>
    Failed,
}

/// <summary>How faithful the factory of one model is.</summary>
/// <param name="Model">Its name.</param>
/// <param name="BySymbols">What reading the code decides.</param>
/// <param name="ByJudge">What the judge says; empty when none judged.</param>
/// <param name="Judge">What became of the judge.</param>
/// <param name="Reason">Why it was skipped or failed; empty when it judged.</param>
/// <param name="FixHint">What to change; empty for nothing.</param>
public sealed record ModelFidelity(string Model, IReadOnlyList<FidelityFinding> BySymbols, IReadOnlyList<FidelityFinding> ByJudge, JudgeState Judge, string Reason, string FixHint)
{
    /// <summary>The criteria as they stand: what either found wrong is wrong; what symbols decide is decided; the rest is the judge's.</summary>
    public IReadOnlyList<FidelityFinding> Findings { get; } = [.. BySymbols.Select(own => own.Status == FidelityStatus.Fail ? own : ByJudge.FirstOrDefault(said => said.Criterion == own.Criterion) is { } said && (said.Status == FidelityStatus.Fail || own.Status == FidelityStatus.Error) ? said : own)];

    /// <summary>What they come to.</summary>
    public FidelityStatus Verdict => FidelityFinding.Verdict(Findings);

    internal static ModelFidelity Of(FactoryEvidence evidence, JudgeState state, string reason, FidelityReply? reply = null)
        => new(evidence.Before.Name, evidence.Findings, reply is null ? [] : [.. reply.Criteria.OrderBy(criterion => criterion.Id).Select(criterion => new FidelityFinding((FidelityCriterion)criterion.Id, criterion.Status, criterion.Reason))], state, reason, reply?.FixHint ?? "");
}
