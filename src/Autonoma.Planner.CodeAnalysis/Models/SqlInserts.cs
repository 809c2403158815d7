using System.Text.RegularExpressions;
using Autonoma.Planner.CodeAnalysis.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autonoma.Planner.CodeAnalysis.Models;

/// <summary>One <c>INSERT INTO</c> in a text.</summary>
internal sealed record SqlInsert(string Table, IReadOnlyList<string> Columns);

/// <summary>Finds inserts in the texts of a program.</summary>
internal static partial class SqlInserts
{
    /// <summary>The inserts of a text; a sentence that only speaks of inserting is none.</summary>
    public static IEnumerable<SqlInsert> Of(string text) => Insert().Matches(text).Select(m => new SqlInsert(
        ModelCatalogue.Plain(m.Groups["table"].Value), [.. m.Groups["columns"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(c => c.Trim('"', '`', '[', ']'))]));

    /// <summary>The text that an expression stands for, as far as the code shows it: literals, constants, interpolations, sums. Null for any other.</summary>
    public static string? Text(LoadedCode code, ExpressionSyntax expression)
    {
        switch (expression)
        {
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal:
                return literal.Token.ValueText;
            case InterpolatedStringExpressionSyntax interpolated:
                return string.Concat(interpolated.Contents.Select(c => c is InterpolatedStringTextSyntax text ? text.TextToken.ValueText : c is InterpolationSyntax { Expression: var inner } ? Text(code, inner) ?? "@p" : "@p"));
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum:
                return (Text(code, sum.Left) ?? "@p") + (Text(code, sum.Right) ?? "@p");
            case IdentifierNameSyntax or MemberAccessExpressionSyntax:
                var symbol = code.Model(expression).GetSymbolInfo(expression).Symbol;
                if (symbol is not IFieldSymbol { Type.SpecialType: SpecialType.System_String } and not IPropertySymbol { Type.SpecialType: SpecialType.System_String })
                    return null;
                var declared = symbol.DeclaringSyntaxReferences.FirstOrDefault(r => code.Knows(r.SyntaxTree))?.GetSyntax();
                var value = declared switch { VariableDeclaratorSyntax d => d.Initializer?.Value, PropertyDeclarationSyntax p => p.ExpressionBody?.Expression ?? p.Initializer?.Value, _ => null };
                return value is null or IdentifierNameSyntax ? null : Text(code, value);
            default:
                return null;
        }
    }

    [GeneratedRegex(@"\b(?:INSERT\s+(?:IGNORE\s+|OR\s+\w+\s+)?INTO|MERGE\s+INTO)\s+(?<table>[\w\.\[\]""`]+)\s*(?:AS\s+\w+\s*)?(?:\((?<columns>[^()]*)\)|(?=VALUES\b|SELECT\b|DEFAULT\b|USING\b|SET\b))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Insert();
}
