using Autonoma.Planner.Folders;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Planner.Validation;

/// <summary>What came of one file.</summary>
/// <param name="File">Full path.</param>
/// <param name="Kind">What it was read as.</param>
/// <param name="Problems">Everything that is wrong with it, in the order of its lines; codes are those of <see cref="Rules.RuleCatalogue"/>.</param>
/// <param name="Repair">What was put right; null when nothing was.</param>
public sealed record ArtifactValidation(string File, ArtifactKind Kind, IReadOnlyList<Problem> Problems, Repair? Repair)
{
    /// <summary>Whether no rule is broken; warnings leave it valid.</summary>
    public bool IsValid => Problems.All(problem => problem.Severity != ProblemSeverity.Error);
}
