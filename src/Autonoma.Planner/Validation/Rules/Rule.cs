using Autonoma.Scenarios.Recipes;

namespace Autonoma.Planner.Validation.Rules;

/// <summary>A rule that files of a plan must keep.</summary>
/// <param name="Code">Stable: <c>KB003</c>.</param>
/// <param name="Group">What it is about, as a heading: <c>AUTONOMA.md</c>.</param>
/// <param name="Severity">Whether breaking it makes a file invalid.</param>
/// <param name="Demand">What it demands, in a sentence.</param>
/// <param name="Wrong">What to change in the example plan so that it is broken.</param>
/// <param name="Right">What to change so that it is kept; empty when the example plan itself shows it.</param>
public sealed record Rule(string Code, string Group, ProblemSeverity Severity, string Demand, IReadOnlyList<Edit> Wrong, IReadOnlyList<Edit> Right);

/// <summary>A change of a file.</summary>
/// <param name="File">Path relative to the repository.</param>
/// <param name="From">What is replaced, once; null for the whole file.</param>
/// <param name="To">By what; null to remove the file.</param>
public sealed record Edit(string File, string? From, string? To)
{
    /// <summary>Bytes that no text can say; they win over <see cref="To"/>.</summary>
    public IReadOnlyList<byte>? Bytes { get; init; }
}
