using Autonoma.Planner.CodeAnalysis.Models;
using Autonoma.Planner.CodeAnalysis.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autonoma.Planner.CodeAnalysis.Pages;

/// <summary>Finds <c>MapGet</c>, <c>MapPost</c> and the like, and puts the prefixes of groups before their routes.</summary>
internal static class EndpointReader
{
    private const int DeepestGroup = 6;

    public static IReadOnlyList<Endpoint> Read(LoadedCode code)
    {
        var found = new List<Endpoint>();
        foreach (var call in code.Trees.SelectMany(t => t.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()))
        {
            if (call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } member || Methods(code, call, name) is not { } methods || call.ArgumentList.Arguments.Count < 1)
                continue;
            var arguments = call.ArgumentList.Arguments;
            var handler = arguments.Select(a => a.Expression).FirstOrDefault(e => e is LambdaExpressionSyntax) ?? (arguments.Count > 1 ? arguments[^1].Expression : null);
            var route = SqlInserts.Text(code, arguments[0].Expression);
            if (handler is null || (route is null && handler == arguments[0].Expression))
            {
                // MapPost(CreateAsync): a group's own extension that takes the handler only.
                handler ??= arguments[0].Expression;
                route = "";
            }

            var lambda = handler as LambdaExpressionSyntax;
            var method = lambda is null ? Method(code, handler) : null;
            if (lambda is not null || method is not null)
                found.Add(new Endpoint(methods, Join(Prefix(code, member.Expression, 0), route ?? ""), lambda, method, call));
        }

        return found;
    }

    public static string Join(string prefix, string route)
    {
        var joined = string.Join('/', $"{prefix}/{route}".Split('/', StringSplitOptions.RemoveEmptyEntries).Where(p => p != "~"));
        return "/" + joined;
    }

    private static string[]? Methods(LoadedCode code, InvocationExpressionSyntax call, string name) => name switch
    {
        "MapGet" => ["GET"],
        "MapPost" => ["POST"],
        "MapPut" => ["PUT"],
        "MapDelete" => ["DELETE"],
        "MapPatch" => ["PATCH"],
        "MapMethods" when call.ArgumentList.Arguments.Count > 2 => [.. call.ArgumentList.Arguments[1].Expression.DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>().Select(l => l.Token.ValueText.ToUpperInvariant())],
        "Map" when call.ArgumentList.Arguments.Count == 2 && SqlInserts.Text(code, call.ArgumentList.Arguments[0].Expression) is not null => ["GET"],
        _ => null,
    };

    private static IMethodSymbol? Method(LoadedCode code, ExpressionSyntax handler)
    {
        var info = code.Model(handler).GetSymbolInfo(handler);
        return (info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) as IMethodSymbol is { } method && code.Place(method) is not null ? method.OriginalDefinition : null;
    }

    // From the receiver back to where the group is made: a variable, or the parameter of a function that is given one.
    private static string Prefix(LoadedCode code, ExpressionSyntax receiver, int depth)
    {
        if (depth > DeepestGroup)
            return "";
        switch (receiver)
        {
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "MapGroup" } group } call when call.ArgumentList.Arguments.Count > 0:
                return Join(Prefix(code, group.Expression, depth + 1), SqlInserts.Text(code, call.ArgumentList.Arguments[0].Expression) ?? "");
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax chained }:
                return Prefix(code, chained.Expression, depth + 1);
            case IdentifierNameSyntax name:
                var symbol = code.Model(name).GetSymbolInfo(name).Symbol;
                var declared = symbol?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
                if (declared is VariableDeclaratorSyntax { Initializer.Value: { } value })
                    return Prefix(code, value, depth + 1);
                return symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol method } parameter ? Given(code, method, parameter, depth) : "";
            default:
                return "";
        }
    }

    private static string Given(LoadedCode code, IMethodSymbol method, IParameterSymbol parameter, int depth)
    {
        foreach (var call in code.Trees.SelectMany(t => t.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()))
        {
            var name = call.Expression switch { MemberAccessExpressionSyntax m => m.Name.Identifier.ValueText, IdentifierNameSyntax i => i.Identifier.ValueText, _ => "" };
            if (name != method.Name || code.Model(call).GetSymbolInfo(call).Symbol is not IMethodSymbol target || !SymbolEqualityComparer.Default.Equals((target.ReducedFrom ?? target).OriginalDefinition, method.OriginalDefinition))
                continue;
            if (Creation.CallArguments.Of(target, call).TryGetValue(parameter.Ordinal, out var given))
                return Prefix(code, given, depth + 1);
        }

        return "";
    }
}
