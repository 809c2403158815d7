using Autonoma.Planner.CodeAnalysis.Models;
using Microsoft.CodeAnalysis;

namespace Autonoma.Planner.CodeAnalysis.Creation;

/// <summary>Where a call arrives that names no function of its own: implementations of interfaces, overrides, handlers of messages.</summary>
internal sealed class Dispatching
{
    private readonly Dictionary<ISymbol, List<IMethodSymbol>> _implementations = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<IMethodSymbol>> _handlers = new(SymbolEqualityComparer.Default);

    public Dispatching(IReadOnlyList<INamedTypeSymbol> types)
    {
        foreach (var type in types.Where(t => t.TypeKind is TypeKind.Class or TypeKind.Struct).OrderBy(t => t.ToDisplayString(), StringComparer.Ordinal))
        {
            foreach (var contract in type.AllInterfaces)
            {
                foreach (var member in contract.GetMembers().OfType<IMethodSymbol>().Where(m => m.MethodKind == MethodKind.Ordinary))
                {
                    if (type.FindImplementationForInterfaceMember(member) is IMethodSymbol { IsAbstract: false } found)
                        Add(_implementations, member.OriginalDefinition, found.OriginalDefinition);
                }

                // Handler<Message> with a method that takes the message, whatever library or own interface it is.
                foreach (var message in contract.TypeArguments.OfType<INamedTypeSymbol>())
                {
                    foreach (var method in type.GetMembers().OfType<IMethodSymbol>().Where(m => m.MethodKind == MethodKind.Ordinary && m.Parameters.Length > 0 && (SymbolEqualityComparer.Default.Equals(m.Parameters[0].Type, message)
                        || m.Parameters[0].Type is INamedTypeSymbol { TypeArguments: [var wrapped] } && SymbolEqualityComparer.Default.Equals(wrapped, message))))
                    {
                        if (contract.Name.Contains("Handle", StringComparison.Ordinal) || contract.Name.Contains("Consumer", StringComparison.Ordinal) || contract.Name.Contains("UseCase", StringComparison.Ordinal))
                            Add(_handlers, message.OriginalDefinition, method.OriginalDefinition);
                    }
                }
            }

            foreach (var method in type.GetMembers().OfType<IMethodSymbol>().Where(m => m.OverriddenMethod is not null))
            {
                for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
                    Add(_implementations, overridden.OriginalDefinition, method.OriginalDefinition);
            }
        }
    }

    /// <summary>The functions that handle a message of this type.</summary>
    public IReadOnlyList<IMethodSymbol> Handlers(ITypeSymbol message) => _handlers.GetValueOrDefault(message.OriginalDefinition, []);

    /// <summary>What a call of this function may carry out.</summary>
    public IEnumerable<IMethodSymbol> Bodies(IMethodSymbol target)
    {
        var definition = (target.ReducedFrom ?? target).OriginalDefinition;
        definition = definition.PartialImplementationPart ?? definition;
        if (!definition.IsAbstract)
            yield return definition;
        foreach (var implementation in _implementations.GetValueOrDefault(definition, []))
            yield return implementation;
    }

    private static void Add(Dictionary<ISymbol, List<IMethodSymbol>> map, ISymbol key, IMethodSymbol method)
    {
        if (!map.TryGetValue(key, out var list))
            map[key] = list = [];
        if (!list.Contains(method, SymbolEqualityComparer.Default))
            list.Add(method);
    }
}
