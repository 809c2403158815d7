using Microsoft.CodeAnalysis;

namespace Autonoma.Planner.CodeAnalysis.Models;

/// <summary>Types as the report calls them.</summary>
internal static class TypeNames
{
    /// <summary>Whether a value of the type is one column, as far as the type tells.</summary>
    public static bool IsScalar(ITypeSymbol type)
    {
        type = NotNull(type);
        if (type.SpecialType is not SpecialType.None and not SpecialType.System_Object || type.TypeKind == TypeKind.Enum)
            return true;
        if (type is IArrayTypeSymbol array)
            return IsScalar(array.ElementType);
        if (Element(type) is { } element)
            return IsScalar(element);
        return type.IsValueType || type.ToDisplayString() is "System.Uri" or "System.Version" or "System.Text.Json.JsonDocument" or "System.Net.IPAddress" or "System.Type";
    }

    /// <summary>What a collection holds; null when it is none. A text is no collection of characters here.</summary>
    public static ITypeSymbol? Element(ITypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_String)
            return null;
        if (type is IArrayTypeSymbol array)
            return array.ElementType;
        if (type is not INamedTypeSymbol named)
            return null;
        if (IsEnumerable(named))
            return named.TypeArguments[0];
        var found = named.AllInterfaces.FirstOrDefault(IsEnumerable)?.TypeArguments[0];
        // A collection class of the application's own (class Lines : List<Line>) counts; a dictionary is no list of rows.
        return found is INamedTypeSymbol { Name: "KeyValuePair" } ? null : found;
    }

    public static string Short(ITypeSymbol type)
    {
        type = NotNull(type);
        if (type.TypeKind == TypeKind.Enum)
            return $"enum({string.Join(',', type.GetMembers().OfType<IFieldSymbol>().Where(f => f.HasConstantValue).Select(f => f.Name))})";
        if (type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte })
            return "bytes";
        if (Element(type) is { } element)
            return Short(element) + "[]";
        return type.SpecialType switch
        {
            SpecialType.System_String => "string",
            SpecialType.System_Boolean => "bool",
            SpecialType.System_Int32 => "int",
            SpecialType.System_Int64 => "long",
            SpecialType.System_Int16 => "short",
            SpecialType.System_Byte => "byte",
            SpecialType.System_Decimal => "decimal",
            SpecialType.System_Double => "double",
            SpecialType.System_Single => "float",
            SpecialType.System_DateTime => "datetime",
            SpecialType.System_Char => "char",
            _ => type.Name switch { "Guid" => "guid", "DateTimeOffset" => "datetimeoffset", "DateOnly" => "date", "TimeOnly" => "time", "TimeSpan" => "timespan", "" => "unknown", var name => name },
        };
    }

    /// <summary>Without <c>?</c>.</summary>
    public static ITypeSymbol NotNull(ITypeSymbol type)
        => type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    /// <summary>What a task, an array, a list or a tuple is about.</summary>
    public static IEnumerable<ITypeSymbol> Inner(ITypeSymbol? type)
    {
        if (type is null)
            yield break;
        yield return type;
        if (type is IArrayTypeSymbol array)
        {
            foreach (var inner in Inner(array.ElementType))
                yield return inner;
        }
        else if (type is INamedTypeSymbol named)
        {
            foreach (var argument in named.TypeArguments)
            {
                foreach (var inner in Inner(argument))
                    yield return inner;
            }
        }
    }

    /// <summary>The type and those it derives from.</summary>
    public static IEnumerable<INamedTypeSymbol> WithBases(ITypeSymbol type)
    {
        for (var t = type as INamedTypeSymbol; t is not null && t.SpecialType != SpecialType.System_Object; t = t.BaseType)
            yield return t;
    }

    public static bool Derives(ITypeSymbol type, params string[] names) => WithBases(type).Skip(1).Any(t => names.Contains(t.Name));

    public static bool Implements(ITypeSymbol type, params string[] names) => type.AllInterfaces.Any(t => names.Contains(t.Name));

    private static bool IsEnumerable(INamedTypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T;
}
