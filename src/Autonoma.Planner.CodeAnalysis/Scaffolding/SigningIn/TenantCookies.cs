using Autonoma.Planner.CodeAnalysis.Creation;
using Autonoma.Planner.CodeAnalysis.Models;
using Autonoma.Planner.CodeAnalysis.Scaffolding.Inputs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autonoma.Planner.CodeAnalysis.Scaffolding.SigningIn;

/// <summary>A cookie whose value names a stored record: which tenant a browser is in.</summary>
/// <param name="Name">Name of the cookie as an expression.</param>
/// <param name="NameIn">The constant that holds the name; null when it is written out.</param>
/// <param name="Model">The record.</param>
/// <param name="Field">The column that the value is compared with.</param>
internal sealed record TenantCookie(string Name, IFieldSymbol? NameIn, KnownModel Model, string Field);

/// <summary>Follows the values of request cookies to the column that they are compared with.</summary>
internal sealed class TenantCookies(AppCode app)
{
    private const int Deepest = 8;

    public IReadOnlyList<TenantCookie> Find()
    {
        var found = new List<TenantCookie>();
        foreach (var node in app.Code.Trees.SelectMany(t => t.GetRoot().DescendantNodes()))
        {
            var (name, value) = node switch
            {
                InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TryGetValue", Expression: var cookies }, ArgumentList.Arguments: [var key, var into] } when IsCookies(cookies)
                    => (key.Expression, into.Expression is DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax variable } ? app.Code.Model(variable).GetDeclaredSymbol(variable) : app.Code.Model(into).GetSymbolInfo(into.Expression).Symbol),
                ElementAccessExpressionSyntax { Expression: var cookies, ArgumentList.Arguments: [var key] } element when IsCookies(cookies) => (key.Expression, Kept(element)),
                _ => ((ExpressionSyntax?)null, (ISymbol?)null),
            };
            if (name is null || value is null || app.Code.Model(name).GetConstantValue(name) is not { HasValue: true, Value: string text } || Trace(value, node, 0, []) is not { } column)
                continue;
            var constant = app.Code.Model(name).GetSymbolInfo(name).Symbol as IFieldSymbol;
            found.Add(new(SymbolDisplay.FormatLiteral(text, quote: true), constant is not null && app.IsVisible(constant) && app.IsVisible(constant.ContainingType) ? constant : null, column.Model, column.Field));
        }

        return [.. found.DistinctBy(f => f.Name)];
    }

    private bool IsCookies(ExpressionSyntax expression) => app.Code.Model(expression).GetTypeInfo(expression).Type?.Name == "IRequestCookieCollection";

    private ISymbol? Kept(ElementAccessExpressionSyntax element)
        => element.Ancestors().TakeWhile(a => a is not StatementSyntax).OfType<VariableDeclaratorSyntax>().FirstOrDefault() is { } variable ? app.Code.Model(variable).GetDeclaredSymbol(variable)
            : element.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } argument && app.Code.Model(call).GetSymbolInfo(call).Symbol is IMethodSymbol target ? Parameters(target, call, argument.Expression).FirstOrDefault() : null;

    private (KnownModel Model, string Field)? Trace(ISymbol value, SyntaxNode from, int depth, HashSet<ISymbol> seen)
    {
        if (depth > Deepest || !seen.Add(value))
            return null;
        var scope = value is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.AnonymousFunction } method } ? method.DeclaringSyntaxReferences.Where(r => app.Code.Knows(r.SyntaxTree)).Select(r => r.GetSyntax()).FirstOrDefault()
            : value.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax().AncestorsAndSelf().FirstOrDefault(a => a is BaseMethodDeclarationSyntax or LambdaExpressionSyntax or CompilationUnitSyntax) ?? from;
        foreach (var use in scope?.DescendantNodes().OfType<IdentifierNameSyntax>().Where(i => i.Identifier.ValueText == value.Name) ?? [])
        {
            if (!SymbolEqualityComparer.Default.Equals(app.Code.Model(use).GetSymbolInfo(use).Symbol, value))
                continue;
            if (use.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } comparison && Column(comparison.Left == use ? comparison.Right : comparison.Left) is { } column)
                return column;
            if (use.Parent is not ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } argument)
                continue;
            if (app.Code.Model(call).GetSymbolInfo(call).Symbol is IMethodSymbol target)
            {
                foreach (var parameter in Parameters(target, call, argument.Expression))
                {
                    if (Trace(parameter, call, depth + 1, seen) is { } deeper)
                        return deeper;
                }
            }

            // cache.GetOrAdd(key, k => ...): what goes in comes out in the lambda beside it.
            foreach (var lambda in call.ArgumentList.Arguments.Select(a => a.Expression).OfType<LambdaExpressionSyntax>())
            {
                if (app.Code.Model(lambda).GetSymbolInfo(lambda).Symbol is IMethodSymbol { Parameters: [{ Type.SpecialType: SpecialType.System_String } only] } && Trace(only, lambda, depth + 1, seen) is { } inner)
                    return inner;
            }
        }

        return null;
    }

    private IEnumerable<IParameterSymbol> Parameters(IMethodSymbol target, InvocationExpressionSyntax call, ExpressionSyntax argument)
        => CallArguments.Of(target, call).Where(a => a.Value == argument).SelectMany(a => app.Analyzed.Dispatching.Bodies(target).Where(b => b.Parameters.Length > a.Key).Select(b => b.Parameters[a.Key]));

    private (KnownModel, string)? Column(ExpressionSyntax side)
        => app.Code.Model(side).GetSymbolInfo(side).Symbol is IPropertySymbol property && app.Catalogue.Of(property.ContainingType) is { } model && model.Field(property.Name) is not null ? (model, property.Name) : null;
}
