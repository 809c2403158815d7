using Autonoma.Planner.CodeAnalysis.Models;
using Microsoft.CodeAnalysis;

namespace Autonoma.Planner.CodeAnalysis.Scaffolding.Inputs;

/// <summary>Which types a test can write down as JSON.</summary>
internal static class PlainTypes
{
    private const int Deepest = 4;

    /// <summary>Whether JSON has it by itself: text, number, truth, moment, key, enum, and lists of those.</summary>
    public static bool IsPlain(ITypeSymbol type)
    {
        type = TypeNames.NotNull(type);
        if (type.TypeKind == TypeKind.Enum || type.SpecialType is SpecialType.System_String or SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_Decimal or SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_DateTime
            or (>= SpecialType.System_SByte and <= SpecialType.System_UInt64))
            return true;
        if (type is IArrayTypeSymbol array)
            return IsPlain(array.ElementType);
        var name = type.ToDisplayString();
        if (name is "System.Guid" or "System.DateTimeOffset" or "System.DateOnly" or "System.TimeOnly" or "System.TimeSpan" or "System.Uri" or "System.Text.Json.JsonElement")
            return true;
        return IsList(type) && TypeNames.Element(type) is { } element && IsPlain(element);
    }

    /// <summary>Whether JSON can be read into it: a class of plain members that can be made and filled in from outside.</summary>
    public static bool IsData(ITypeSymbol type, Func<ITypeSymbol, bool> isVisible, Func<ITypeSymbol, bool> isModel, int depth = 0)
    {
        if (IsPlain(type))
            return true;
        if (depth > Deepest)
            return false;
        if (IsList(type) && TypeNames.Element(type) is { } element)
            return IsData(element, isVisible, isModel, depth + 1);
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false, IsGenericType: false } named || named.DeclaringSyntaxReferences.IsEmpty || !isVisible(named) || isModel(named))
            return false;
        var constructors = named.InstanceConstructors.Where(c => c.DeclaredAccessibility == Accessibility.Public && !IsCopy(c)).ToList();
        if (constructors.Any(c => c.Parameters.IsEmpty))
            return Properties(named).Any() && Properties(named).All(p => IsData(p.Type, isVisible, isModel, depth + 1));
        return constructors is [var only] && only.Parameters.All(p => Properties(named, settable: false).Any(x => string.Equals(x.Name, p.Name, StringComparison.OrdinalIgnoreCase)) && IsData(p.Type, isVisible, isModel, depth + 1));
    }

    /// <summary>Properties that can be set from outside, those of bases first.</summary>
    public static IEnumerable<IPropertySymbol> Properties(INamedTypeSymbol type, bool settable = true, bool alsoInternal = false)
        => TypeNames.WithBases(type).Reverse().SelectMany(t => t.GetMembers().OfType<IPropertySymbol>())
            .Where(p => !p.IsStatic && !p.IsIndexer && p.DeclaredAccessibility == Accessibility.Public && p.Name != "EqualityContract" && (!settable || p.SetMethod is { DeclaredAccessibility: Accessibility.Public } || (alsoInternal && p.SetMethod is { DeclaredAccessibility: Accessibility.Internal or Accessibility.ProtectedOrInternal })))
            .GroupBy(p => p.Name, StringComparer.Ordinal).Select(g => g.Last());

    public static bool IsCopy(IMethodSymbol constructor) => constructor.Parameters is [var only] && SymbolEqualityComparer.Default.Equals(only.Type, constructor.ContainingType);

    private static bool IsList(ITypeSymbol type) => type is IArrayTypeSymbol || type is INamedTypeSymbol { Name: "List" or "IList" or "IReadOnlyList" or "IEnumerable" or "ICollection" or "IReadOnlyCollection" or "HashSet" or "ISet" or "ImmutableArray" or "ImmutableList" };
}
