using Microsoft.CodeAnalysis;

namespace Autonoma.Planner.CodeAnalysis.Scaffolding.Writing;

/// <summary>Writes types as a file of its own needs them, and remembers which namespaces it must use.</summary>
/// <param name="home">Namespace of the file.</param>
internal sealed class TypeText(string home)
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>Namespaces to use.</summary>
    public SortedSet<string> Usings { get; } = new(StringComparer.Ordinal);

    public string Of(ITypeSymbol type)
    {
        var text = Bare(type);
        return type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated } ? text + "?" : text;
    }

    /// <summary>Without the mark of a reference that may be null.</summary>
    public string Bare(ITypeSymbol type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array: return $"{Of(array.ElementType)}[{new string(',', array.Rank - 1)}]";
            case INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable: return Of(nullable.TypeArguments[0]) + "?";
            case INamedTypeSymbol { IsTupleType: true } tuple: return $"({string.Join(", ", tuple.TupleElements.Select(e => e.IsExplicitlyNamedTupleElement ? $"{Of(e.Type)} {e.Name}" : Of(e.Type)))})";
            case INamedTypeSymbol named when named.SpecialType is SpecialType.None or SpecialType.System_DateTime || named.IsGenericType: return Named(named);
            default: return type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString();
        }
    }

    private string Named(INamedTypeSymbol type)
    {
        var arguments = type.TypeArguments.Length == 0 ? "" : $"<{string.Join(", ", type.TypeArguments.Select(Of))}>";
        if (type.ContainingType is { } outer)
            return $"{Named(outer)}.{type.Name}{arguments}";
        var full = type.ContainingNamespace is { IsGlobalNamespace: false } space ? $"{space.ToDisplayString()}.{type.Name}" : type.Name;
        // Two classes of one name in one file: the second is written in full. So is one that is called like a namespace on the way here.
        if (!_names.TryAdd(type.Name, full) && _names[type.Name] != full || home.Split('.').Contains(type.Name))
            return $"global::{full}{arguments}";
        if (type.ContainingNamespace is { IsGlobalNamespace: false } used)
            Usings.Add(used.ToDisplayString());
        return type.Name + arguments;
    }
}
