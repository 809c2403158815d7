using Autonoma.Planner.CodeAnalysis.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autonoma.Planner.CodeAnalysis.Integrity.Symbols;

/// <summary>What a factory carries out, as far as the audited function.</summary>
/// <param name="Reached">Whether it gets there.</param>
/// <param name="Own">Bodies that are the factory's, or only factories'.</param>
/// <param name="Visited">Functions on the way.</param>
/// <param name="OtherModel">Whether it gets there for another model only.</param>
internal sealed record WalkResult(bool Reached, IReadOnlyList<SyntaxNode> Own, IReadOnlyCollection<ISymbol> Visited, bool OtherModel);

/// <summary>Follows a factory over everything it calls. What the audited function does is its own business: it is followed no further.</summary>
internal sealed class FactoryWalk(AnalyzedCode analyzed, CallGraph graph, FactoryCode theirs)
{
    private const int MostBodies = 5_000;

    public WalkResult Follow(IReadOnlyList<SyntaxNode> roots, IReadOnlyCollection<ISymbol> audited, KnownModel? model)
    {
        var own = new List<SyntaxNode>();
        var visited = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var open = new Queue<(SyntaxNode Body, bool Theirs)>(roots.Select(r => (r, true)));
        var seen = new HashSet<SyntaxNode>(roots);
        var (reached, other) = (false, false);
        while (open.TryDequeue(out var next) && seen.Count < MostBodies)
        {
            if (next.Theirs)
                own.Add(next.Body);
            foreach (var target in graph.Targets(next.Body))
            {
                if (audited.Contains(target, SymbolEqualityComparer.Default))
                {
                    if (IsFor(next.Body, target, model))
                        reached = true;
                    else
                        other = true;
                    continue;
                }

                if (!visited.Add(target))
                    continue;
                var isTheirs = theirs.IsTheirs(target);
                foreach (var body in graph.Bodies(target).Where(seen.Add))
                    open.Enqueue((body, isTheirs));
            }
        }

        return new(reached, own, visited, other && !reached);
    }

    // A generic function makes what it is called for: IRepository<Patient>.AddAsync makes no referral.
    private bool IsFor(SyntaxNode body, ISymbol target, KnownModel? model)
    {
        if (model?.Type is null || target is not IMethodSymbol method || !IsGeneric(method))
            return true;
        foreach (var node in graph.Live(body).OfType<ExpressionSyntax>())
        {
            var info = analyzed.Code.Model(node).GetSymbolInfo(node);
            if ((info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is not IMethodSymbol call || !analyzed.Dispatching.Bodies(call).Append((call.ReducedFrom ?? call).OriginalDefinition).Contains(target, SymbolEqualityComparer.Default))
                continue;
            var receiver = node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } ? analyzed.Code.Model(member.Expression).GetTypeInfo(member.Expression).Type : null;
            var types = call.TypeArguments.Concat(call.ContainingType.TypeArguments).Concat(receiver is null ? [] : receiver.AllInterfaces.Concat(TypeNames.WithBases(receiver)).SelectMany(t => t.TypeArguments)).Concat(call.Parameters.Select(p => p.Type)).ToList();
            if (types.Exists(t => t is ITypeParameterSymbol) || types.SelectMany(TypeNames.Inner).Any(t => analyzed.Catalogue.AllOf(t).Contains(model)))
                return true;
        }

        return false;
    }

    private static bool IsGeneric(IMethodSymbol method) => method.IsGenericMethod || method.ContainingType.IsGenericType;
}
