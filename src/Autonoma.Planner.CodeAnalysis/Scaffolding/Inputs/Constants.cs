using System.Globalization;
using Autonoma.Planner.CodeAnalysis.Models;
using Autonoma.Planner.CodeAnalysis.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autonoma.Planner.CodeAnalysis.Scaffolding.Inputs;

/// <summary>Values that stand in the code, written again as the default of a parameter.</summary>
internal static class Constants
{
    /// <summary>What a property begins with, where that is a constant: as C#. Null where it begins with nothing that can be written down.</summary>
    public static string? Initial(LoadedCode code, IPropertySymbol property, Func<ITypeSymbol, string> typeText)
    {
        foreach (var declaration in property.DeclaringSyntaxReferences.Where(r => code.Knows(r.SyntaxTree)).Select(r => r.GetSyntax()))
        {
            var value = declaration switch { PropertyDeclarationSyntax p => p.Initializer?.Value, ParameterSyntax p => p.Default?.Value, _ => null };
            if (value is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
                return null;
            if (value is not null && code.Model(value).GetConstantValue(value) is { HasValue: true, Value: { } constant })
                return Text(constant, property.Type, typeText);
            if (value is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty" } empty && property.Type.SpecialType == SpecialType.System_String && empty.Expression.ToString().EndsWith("tring", StringComparison.Ordinal))
                return "\"\"";
        }

        return null;
    }

    /// <summary>A constant of a type, as C#; null where there is no way to write it as a default.</summary>
    public static string? Text(object? value, ITypeSymbol type, Func<ITypeSymbol, string> typeText)
    {
        var bare = TypeNames.NotNull(type);
        if (value is null)
            return type.IsReferenceType || !SymbolEqualityComparer.Default.Equals(type, bare) ? "null" : "default";
        if (bare.TypeKind == TypeKind.Enum)
        {
            var member = bare.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => f.HasConstantValue && Equals(f.ConstantValue, value));
            return member is null ? $"({typeText(bare)}){Convert.ToString(value, CultureInfo.InvariantCulture)}" : $"{typeText(bare)}.{member.Name}";
        }

        return bare.SpecialType switch
        {
            SpecialType.System_String or SpecialType.System_Char => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false),
            SpecialType.System_Boolean => (bool)value ? "true" : "false",
            SpecialType.System_Decimal => Convert.ToString(value, CultureInfo.InvariantCulture) + "m",
            SpecialType.System_Double => Convert.ToString(value, CultureInfo.InvariantCulture) + "d",
            SpecialType.System_Single => Convert.ToString(value, CultureInfo.InvariantCulture) + "f",
            >= SpecialType.System_SByte and <= SpecialType.System_UInt64 => Convert.ToString(value, CultureInfo.InvariantCulture),
            _ => null,
        };
    }
}
