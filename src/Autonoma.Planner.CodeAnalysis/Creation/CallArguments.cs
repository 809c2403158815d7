using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autonoma.Planner.CodeAnalysis.Creation;

/// <summary>Which expression a call gives to which parameter.</summary>
internal static class CallArguments
{
    private static readonly Dictionary<int, ExpressionSyntax> None = [];

    public static IReadOnlyDictionary<int, ExpressionSyntax> Of(IMethodSymbol target, SyntaxNode call)
    {
        var list = call switch
        {
            InvocationExpressionSyntax i => i.ArgumentList,
            BaseObjectCreationExpressionSyntax o => o.ArgumentList,
            ConstructorInitializerSyntax c => c.ArgumentList,
            PrimaryConstructorBaseTypeSyntax p => p.ArgumentList,
            _ => null,
        };
        if (list is null && target.ReducedFrom is null)
            return None;
        var found = new Dictionary<int, ExpressionSyntax>();
        var definition = target.ReducedFrom ?? target;
        var offset = 0;
        if (target.ReducedFrom is not null && call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver } })
        {
            found[0] = receiver;
            offset = 1;
        }

        for (var i = 0; i < (list?.Arguments.Count ?? 0); i++)
        {
            var argument = list!.Arguments[i];
            var index = argument.NameColon is { } named ? definition.Parameters.FirstOrDefault(p => p.Name == named.Name.Identifier.ValueText)?.Ordinal ?? -1 : i + offset;
            if (index >= 0)
                found.TryAdd(Math.Min(index, Math.Max(0, definition.Parameters.Length - 1)), argument.Expression);
        }

        return found;
    }
}
