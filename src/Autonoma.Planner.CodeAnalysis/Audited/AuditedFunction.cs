using Autonoma.Planner.CodeAnalysis.Creation;
using Microsoft.CodeAnalysis;

namespace Autonoma.Planner.CodeAnalysis.Audited;

/// <summary>The function that an audit names, as the code has it.</summary>
/// <param name="Method">The function; null for a lambda of a route.</param>
/// <param name="Node">Where it is written.</param>
/// <param name="Type">The class it belongs to, which may only inherit it; null for a lambda at the top of a program.</param>
/// <param name="Unit">What the analysis knows of it; null when it knows nothing.</param>
internal sealed record AuditedFunction(IMethodSymbol? Method, SyntaxNode Node, INamedTypeSymbol? Type, CodeUnit? Unit);
