using Autonoma.Planner.Artifacts;
using Autonoma.Planner.CodeAnalysis.Audited;
using Autonoma.Planner.CodeAnalysis.Models;
using Autonoma.Scenarios.Recipes;
using Microsoft.CodeAnalysis;

namespace Autonoma.Planner.CodeAnalysis.Integrity.Symbols;

/// <summary>What was found out about the factories of one model.</summary>
/// <param name="Before">As it was acknowledged.</param>
/// <param name="Now">As the audit has it now.</param>
/// <param name="Factories">Its factories.</param>
internal sealed record JudgedModel(AuditedModel Before, AuditedModel Now, IReadOnlyList<RegisteredFactory> Factories)
{
    /// <summary>The model in the code; null when it is not there.</summary>
    public KnownModel? Model { get; init; }

    /// <summary>The audited functions.</summary>
    public IReadOnlyList<AuditedFunction> Origins { get; init; } = [];

    /// <summary>What was lifted out of them.</summary>
    public IReadOnlyList<ISymbol> Lifted { get; init; } = [];

    /// <summary>Bodies that a factory carries out and that are factories' only.</summary>
    public IReadOnlyList<SyntaxNode> Own { get; init; } = [];

    /// <summary>What is wrong with them.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];
}
