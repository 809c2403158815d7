using Autonoma.Planner.CodeAnalysis.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autonoma.Planner.CodeAnalysis.Models;

/// <summary>Reads one <c>HasOne(..).WithMany(..).HasForeignKey(..)</c>.</summary>
internal static class RelationReader
{
    public static RelationFacts? Read(LoadedCode code, InvocationExpressionSyntax call, ITypeSymbol from, string name)
    {
        var model = code.Model(call);
        var navigation = Name(code, call);
        var to = (model.GetSymbolInfo(call).Symbol as IMethodSymbol)?.TypeArguments.FirstOrDefault();
        if (to is null or IErrorTypeSymbol && navigation is not null)
            to = TypeNames.WithBases(from).SelectMany(t => t.GetMembers(navigation)).OfType<IPropertySymbol>().Select(p => TypeNames.Element(p.Type) ?? p.Type).FirstOrDefault();
        if (to is null or IErrorTypeSymbol)
            return null;

        string? inverse = null, key = null;
        bool? toMany = null, required = null;
        ITypeSymbol? keyOn = null;
        for (SyntaxNode at = call; at.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next } member; at = next)
        {
            switch (member.Name.Identifier.ValueText)
            {
                case "WithMany":
                    (toMany, inverse) = (true, Name(code, next));
                    break;
                case "WithOne":
                    (toMany, inverse) = (false, Name(code, next));
                    break;
                case "HasForeignKey":
                    key = Name(code, next);
                    if (member.Name is GenericNameSyntax { TypeArgumentList.Arguments: [var type] })
                        keyOn = code.Model(type).GetTypeInfo(type).Type;
                    break;
                case "IsRequired":
                    required = next.ArgumentList.Arguments is not [{ Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.FalseLiteralExpression } }];
                    break;
            }
        }

        return new RelationFacts(from, to, navigation, inverse, name == "HasMany", toMany, key, keyOn, required, code.Place(call));
    }

    private static string? Name(LoadedCode code, InvocationExpressionSyntax call)
    {
        if (call.ArgumentList.Arguments.Count == 0)
            return null;
        var argument = call.ArgumentList.Arguments[0].Expression;
        return FluentReader.PropertyNames(argument).FirstOrDefault() ?? (code.Model(argument).GetConstantValue(argument) is { HasValue: true, Value: string text } ? text : null);
    }
}
