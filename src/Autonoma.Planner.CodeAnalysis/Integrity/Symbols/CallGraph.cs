using Autonoma.Planner.CodeAnalysis.Creation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autonoma.Planner.CodeAnalysis.Integrity.Symbols;

/// <summary>What a piece of code carries out, by what its names are bound to: functions, constructors, accessors, operators, what fields and properties hold.</summary>
internal sealed class CallGraph(AnalyzedCode analyzed)
{
    private static readonly HashSet<string> Handing = new(StringComparer.Ordinal) { "Send", "SendAsync", "Publish", "PublishAsync", "Dispatch", "DispatchAsync", "InvokeAsync", "Execute", "ExecuteAsync", "QueryAsync", "Handle" };

    private readonly LiveNodes _live = new(analyzed.Code);
    private readonly Dictionary<SyntaxNode, IReadOnlyList<ISymbol>> _targets = [];
    private Dictionary<ISymbol, List<SyntaxNode>>? _assigned;

    public IEnumerable<SyntaxNode> Live(SyntaxNode body) => _live.Of(body);

    /// <summary>What a body carries out directly. Contracts are resolved to what implements them, messages to what handles them.</summary>
    public IReadOnlyList<ISymbol> Targets(SyntaxNode body)
    {
        if (_targets.TryGetValue(body, out var known))
            return known;
        var found = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var node in Live(body))
        {
            foreach (var symbol in Symbols(node))
            {
                if (symbol is IMethodSymbol method)
                    found.UnionWith(analyzed.Dispatching.Bodies(method).Cast<ISymbol>().Append((method.ReducedFrom ?? method).OriginalDefinition));
                else
                    found.Add(symbol.OriginalDefinition);
            }

            if (node is InvocationExpressionSyntax call && Name(call) is { } name && Handing.Contains(name))
            {
                foreach (var message in call.ArgumentList.Arguments.Select(a => analyzed.Code.Model(a.Expression).GetTypeInfo(a.Expression).Type).OfType<ITypeSymbol>())
                    found.UnionWith(analyzed.Dispatching.Handlers(message));
            }
        }

        return _targets[body] = [.. found];
    }

    /// <summary>The bodies of a function, an accessor, or what a field or property is given.</summary>
    public IEnumerable<SyntaxNode> Bodies(ISymbol symbol)
    {
        foreach (var node in symbol.DeclaringSyntaxReferences.Where(r => analyzed.Code.Knows(r.SyntaxTree)).Select(r => r.GetSyntax()))
        {
            switch (node)
            {
                case BaseMethodDeclarationSyntax method:
                    foreach (var part in Parts(method.Body, method.ExpressionBody, (method as ConstructorDeclarationSyntax)?.Initializer))
                        yield return part;
                    break;
                case LocalFunctionStatementSyntax local:
                    foreach (var part in Parts(local.Body, local.ExpressionBody))
                        yield return part;
                    break;
                case AccessorDeclarationSyntax accessor:
                    foreach (var part in Parts(accessor.Body, accessor.ExpressionBody))
                        yield return part;
                    break;
                case PropertyDeclarationSyntax property:
                    foreach (var part in Parts(property.ExpressionBody, property.Initializer).Concat(property.AccessorList?.Accessors.SelectMany(a => Parts(a.Body, a.ExpressionBody)) ?? []))
                        yield return part;
                    break;
                case IndexerDeclarationSyntax indexer:
                    foreach (var part in Parts(indexer.ExpressionBody).Concat(indexer.AccessorList?.Accessors.SelectMany(a => Parts(a.Body, a.ExpressionBody)) ?? []))
                        yield return part;
                    break;
                case ArrowExpressionClauseSyntax arrow:
                    yield return arrow;
                    break;
                case VariableDeclaratorSyntax { Initializer: { } initializer }:
                    yield return initializer;
                    break;
                case TypeDeclarationSyntax type when symbol is IMethodSymbol { MethodKind: MethodKind.Constructor }:
                    foreach (var primary in type.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>() ?? [])
                        yield return primary;
                    break;
            }
        }

        // Making an object gives its fields and properties their first values.
        if (symbol is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor, ContainingType: { } made })
        {
            foreach (var member in made.GetMembers().Where(m => m is IFieldSymbol or IPropertySymbol && !m.IsImplicitlyDeclared).SelectMany(m => m.DeclaringSyntaxReferences).Where(r => analyzed.Code.Knows(r.SyntaxTree)).Select(r => r.GetSyntax()))
            {
                if (member is VariableDeclaratorSyntax { Initializer: { } field })
                    yield return field;
                else if (member is PropertyDeclarationSyntax { Initializer: { } property })
                    yield return property;
            }
        }

        if (symbol is IFieldSymbol or IPropertySymbol)
        {
            foreach (var value in Assigned().GetValueOrDefault(symbol.OriginalDefinition, []))
                yield return value;
        }
    }

    private IEnumerable<ISymbol> Symbols(SyntaxNode node)
    {
        if (node is not (ExpressionSyntax or ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax))
            yield break;
        var model = analyzed.Code.Model(node);
        var info = model.GetSymbolInfo(node);
        foreach (var symbol in info.Symbol is { } bound ? [bound] : info.CandidateSymbols.AsEnumerable())
        {
            switch (symbol)
            {
                case IMethodSymbol or IPropertySymbol: yield return symbol; break;
                // What a field holds is carried out where the field is used, when it holds something to carry out.
                case IFieldSymbol { Type: INamedTypeSymbol { TypeKind: TypeKind.Delegate } or INamedTypeSymbol { Name: "Lazy" } } field: yield return field; break;
                case IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor }, Type.TypeKind: TypeKind.Delegate }: break;
            }
        }

        if (node is ExpressionSyntax expression && model.GetConversion(expression) is { IsUserDefined: true, MethodSymbol: { } conversion })
            yield return conversion;
        if (node is BaseObjectCreationExpressionSyntax made && info.Symbol is null && model.GetTypeInfo(made).Type is INamedTypeSymbol { InstanceConstructors: [var only, ..] })
            yield return only;
        if (node is ForEachStatementSyntax each && model.GetForEachStatementInfo(each) is { GetEnumeratorMethod: { } enumerator })
            yield return enumerator;
    }

    private Dictionary<ISymbol, List<SyntaxNode>> Assigned()
    {
        if (_assigned is not null)
            return _assigned;
        _assigned = new(SymbolEqualityComparer.Default);
        foreach (var assignment in analyzed.Code.Trees.SelectMany(t => t.GetRoot().DescendantNodes().OfType<AssignmentExpressionSyntax>()))
        {
            var symbol = analyzed.Code.Model(assignment).GetSymbolInfo(assignment.Left).Symbol;
            var type = symbol switch { IFieldSymbol f => f.Type, IPropertySymbol p => p.Type, _ => null };
            if (type is not INamedTypeSymbol { TypeKind: TypeKind.Delegate })
                continue;
            if (!_assigned.TryGetValue(symbol!.OriginalDefinition, out var list))
                _assigned[symbol.OriginalDefinition] = list = [];
            list.Add(assignment.Right);
        }

        return _assigned;
    }

    private static string? Name(InvocationExpressionSyntax call) => call.Expression switch { MemberAccessExpressionSyntax m => m.Name.Identifier.ValueText, SimpleNameSyntax s => s.Identifier.ValueText, MemberBindingExpressionSyntax b => b.Name.Identifier.ValueText, _ => null };

    private static IEnumerable<SyntaxNode> Parts(params SyntaxNode?[] parts) => parts.OfType<SyntaxNode>();
}
