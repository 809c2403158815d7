using Autonoma.Planner.CodeAnalysis.Models;
using Microsoft.CodeAnalysis;

namespace Autonoma.Planner.CodeAnalysis.Creation;

/// <summary>What the type parameters of a function stand for at a call: <c>IRepository&lt;Order&gt;.Add</c> makes <c>T</c> of <c>Repository&lt;T&gt;</c> an order.</summary>
internal static class TypeBinding
{
    public static Dictionary<ITypeParameterSymbol, ITypeSymbol> Of(IMethodSymbol call, IMethodSymbol body)
    {
        var map = new Dictionary<ITypeParameterSymbol, ITypeSymbol>(SymbolEqualityComparer.Default);
        var target = call;
        for (var i = 0; i < body.TypeParameters.Length && i < target.TypeArguments.Length; i++)
            map[body.TypeParameters[i]] = target.TypeArguments[i];
        var on = target.ContainingType;
        if (on is null || body.ContainingType is not { } holder)
            return map;
        if (SymbolEqualityComparer.Default.Equals(on.OriginalDefinition, holder.OriginalDefinition))
            Unify(holder, on, map);
        else
        {
            // The body's class sees the contract with its own parameters; those are what the call's contract fills in.
            foreach (var seen in holder.AllInterfaces.Concat(TypeNames.WithBases(holder).Skip(1)).Where(i => SymbolEqualityComparer.Default.Equals(i.OriginalDefinition, on.OriginalDefinition)))
                Unify(seen, on, map);
        }

        return map;
    }

    public static void Unify(ITypeSymbol pattern, ITypeSymbol actual, Dictionary<ITypeParameterSymbol, ITypeSymbol> map)
    {
        if (pattern is ITypeParameterSymbol parameter)
            map.TryAdd(parameter, actual);
        else if (pattern is INamedTypeSymbol p && actual is INamedTypeSymbol a)
        {
            for (var i = 0; i < p.TypeArguments.Length && i < a.TypeArguments.Length; i++)
                Unify(p.TypeArguments[i], a.TypeArguments[i], map);
        }
    }
}
