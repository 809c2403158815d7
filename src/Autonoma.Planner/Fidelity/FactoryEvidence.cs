using Autonoma.Planner.Artifacts;
using Autonoma.Planner.Folders;

namespace Autonoma.Planner.Fidelity;

/// <summary>A piece of code, to be shown.</summary>
/// <param name="File">Relative to the repository.</param>
/// <param name="Text">The code.</param>
public sealed record CodeExcerpt(string File, string Text);

/// <summary>What there is to know about the factory of one model.</summary>
/// <param name="Before">The model as it was acknowledged.</param>
/// <param name="Now">As the audit has it now; null when it is not in it any more.</param>
public sealed record FactoryEvidence(AuditedModel Before, AuditedModel? Now)
{
    /// <summary>Why there is nothing to judge; null when there is.</summary>
    public string? NotJudged { get; init; }

    /// <summary>What reading the code decides: all four criteria, each perhaps undecided.</summary>
    public IReadOnlyList<FidelityFinding> Findings { get; init; } = [];

    /// <summary>The factory and its registration.</summary>
    public IReadOnlyList<CodeExcerpt> Factory { get; init; } = [];

    /// <summary>What was written for factories only, and is called by this one.</summary>
    public IReadOnlyList<CodeExcerpt> Helpers { get; init; } = [];

    /// <summary>The audited function, and what was lifted out of it.</summary>
    public IReadOnlyList<CodeExcerpt> Original { get; init; } = [];
}

/// <summary>Reads the code of factories.</summary>
public interface IFactoryReader
{
    /// <summary>Every model that the acknowledged audit calls independently created, in its order.</summary>
    /// <param name="folder">The plan.</param>
    /// <param name="handler">Full path of the handler; it is there.</param>
    IReadOnlyList<FactoryEvidence> Read(PlanFolder folder, string handler);
}
