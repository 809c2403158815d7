namespace Autonoma.Planner.Fidelity;

/// <summary>What a factory that calls the app's own code keeps to; a factory that breaks one of these makes data that the app would never make.</summary>
public enum FidelityCriterion
{
    /// <summary>It goes the way that the app goes: to the audited function, and past no object-relational mapper.</summary>
    CreationPath = 1,
    /// <summary>Everything that the audit says happens beside happens.</summary>
    SideEffects = 2,
    /// <summary>The audit still names the file that it named when it was acknowledged.</summary>
    CreationFile = 3,
    /// <summary>What was written for the factory only hands on, or is the app's code that was lifted out; it writes no rows.</summary>
    Helpers = 4,
}

/// <summary>How a criterion is met.</summary>
public enum FidelityStatus
{
    /// <summary>Met.</summary>
    Pass,
    /// <summary>Not met.</summary>
    Fail,
    /// <summary>It cannot be told from what there is to see.</summary>
    Error,
}

/// <summary>One criterion of one model.</summary>
/// <param name="Criterion">Which.</param>
/// <param name="Status">How it is met.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record FidelityFinding(FidelityCriterion Criterion, FidelityStatus Status, string Reason)
{
    /// <summary>What some findings come to: a failure counts, however much else passes.</summary>
    public static FidelityStatus Verdict(IReadOnlyCollection<FidelityFinding> findings)
        => findings.Any(finding => finding.Status == FidelityStatus.Fail) ? FidelityStatus.Fail : findings.Any(finding => finding.Status == FidelityStatus.Error) ? FidelityStatus.Error : FidelityStatus.Pass;
}
