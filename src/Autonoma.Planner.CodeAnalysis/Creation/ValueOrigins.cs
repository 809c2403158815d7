using Autonoma.Planner.CodeAnalysis.Models;
using Autonoma.Planner.CodeAnalysis.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autonoma.Planner.CodeAnalysis.Creation;

/// <summary>Where a value comes from.</summary>
/// <param name="Type">What it is, as exactly as the code tells.</param>
/// <param name="IsNew">Made by this code.</param>
/// <param name="Parameter">Handed in by this parameter of the function.</param>
internal readonly record struct ValueOrigin(ITypeSymbol? Type, bool IsNew, int? Parameter = null);

/// <summary>Follows values back to where they are made: through variables, conditions, queries over lists, and functions that return them.</summary>
internal sealed class ValueOrigins(LoadedCode code)
{
    private const int Deepest = 12;

    private static readonly HashSet<string> Passing = new(StringComparer.Ordinal)
    {
        "ToList", "ToArray", "Where", "OrderBy", "OrderByDescending", "ThenBy", "Reverse", "AsReadOnly", "First", "FirstOrDefault", "Single", "SingleOrDefault", "Last", "LastOrDefault", "Take", "Skip", "Distinct",
        "DistinctBy", "Concat", "Append", "Prepend", "Union", "FromResult", "ToHashSet", "AsEnumerable", "Cast", "OfType", "ToImmutableList", "ToImmutableArray",
    };

    private static readonly HashSet<string> Mapping = new(StringComparer.Ordinal) { "Map", "Adapt", "MapTo", "To", "Deserialize", "DeserializeObject", "Generate", "Clone" };

    private readonly Dictionary<ISymbol, IReadOnlyList<ValueOrigin>> _returns = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IReadOnlyList<ValueOrigin>> _locals = new(SymbolEqualityComparer.Default);

    /// <summary>What an expression may be: one entry for each way it can come about; of a collection, what it holds.</summary>
    public IReadOnlyList<ValueOrigin> Of(ExpressionSyntax? expression, int depth = 0)
    {
        if (expression is null || depth > Deepest)
            return [];
        switch (expression)
        {
            case ParenthesizedExpressionSyntax e: return Of(e.Expression, depth);
            case AwaitExpressionSyntax e: return Of(e.Expression, depth);
            case PostfixUnaryExpressionSyntax e: return Of(e.Operand, depth);
            case CastExpressionSyntax e: return Of(e.Expression, depth);
            case AssignmentExpressionSyntax e: return Of(e.Right, depth);
            case ConditionalExpressionSyntax e: return [.. Of(e.WhenTrue, depth), .. Of(e.WhenFalse, depth)];
            case SwitchExpressionSyntax e: return [.. e.Arms.SelectMany(a => Of(a.Expression, depth))];
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } e: return [.. Of(e.Left, depth), .. Of(e.Right, depth)];
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AsExpression } e: return Of(e.Left, depth);
            case WithExpressionSyntax: return [new(Type(expression), true)];
            case TupleExpressionSyntax e: return [.. e.Arguments.SelectMany(a => Of(a.Expression, depth))];
            case CollectionExpressionSyntax e: return [.. e.Elements.SelectMany(x => x switch { ExpressionElementSyntax one => Of(one.Expression, depth), SpreadElementSyntax many => Of(many.Expression, depth), _ => [] })];
            case ArrayCreationExpressionSyntax e: return [.. e.Initializer?.Expressions.SelectMany(x => Of(x, depth)) ?? []];
            case ImplicitArrayCreationExpressionSyntax e: return [.. e.Initializer.Expressions.SelectMany(x => Of(x, depth))];
            case InitializerExpressionSyntax e: return [.. e.Expressions.SelectMany(x => Of(x, depth))];
            case BaseObjectCreationExpressionSyntax e: return Made(e, depth);
            case InvocationExpressionSyntax e: return Returned(e, depth);
            case LambdaExpressionSyntax e: return Body(e, depth);
            case QueryExpressionSyntax { Body.SelectOrGroup: SelectClauseSyntax select }: return Of(select.Expression, depth);
            case IdentifierNameSyntax or MemberAccessExpressionSyntax: return Named(expression, depth);
            default: return [new(Type(expression), false)];
        }
    }

    public bool IsNew(ExpressionSyntax expression) => Of(expression).Any(o => o.IsNew);

    private ITypeSymbol? Type(ExpressionSyntax expression)
    {
        var info = code.Model(expression).GetTypeInfo(expression);
        return info.Type ?? info.ConvertedType;
    }

    private IReadOnlyList<ValueOrigin> Made(BaseObjectCreationExpressionSyntax made, int depth)
    {
        var type = Type(made);
        if (type is null || TypeNames.Element(type) is null)
            return [new(type, true)];
        return [.. made.ArgumentList?.Arguments.SelectMany(a => Of(a.Expression, depth + 1)).Where(o => o.Type is { SpecialType: SpecialType.None }) ?? [],
            .. made.Initializer?.Expressions.SelectMany(x => Of(x, depth + 1)) ?? []];
    }

    private IReadOnlyList<ValueOrigin> Returned(InvocationExpressionSyntax call, int depth)
    {
        var member = call.Expression as MemberAccessExpressionSyntax;
        var name = (member?.Name ?? call.Expression as SimpleNameSyntax)?.Identifier.ValueText ?? "";
        var info = code.Model(call).GetSymbolInfo(call);
        var target = (info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) as IMethodSymbol;
        var inSource = target is not null && code.Place(target.ReducedFrom ?? target) is not null;
        if (!inSource)
        {
            if (name is "Select" or "SelectMany" or "ConvertAll" or "Generate" or "Aggregate" && call.ArgumentList.Arguments.Count > 0)
                return Of(call.ArgumentList.Arguments[^1].Expression, depth + 1);
            if (Passing.Contains(name) && member is not null)
                return [.. target is { IsStatic: true, ReducedFrom: null } ? [] : Of(member.Expression, depth + 1), .. call.ArgumentList.Arguments.Where(a => a.Expression is not LambdaExpressionSyntax).SelectMany(a => Of(a.Expression, depth + 1))];
            if (target is { MethodKind: MethodKind.DelegateInvoke })
                return [new(target.ReturnType, true)];
            return [new(Type(call), Mapping.Contains(name) || (member is not null && Type(member.Expression)?.Name.Contains("Mapper", StringComparison.Ordinal) == true))];
        }

        // Names of conversions count also where the code is the application's own but shows nothing (a mapper by reflection).
        var returns = Returns(target!.ReducedFrom ?? target, depth + 1);
        if (returns.Count == 0 || returns.All(r => !r.IsNew && r.Parameter is null))
            return [new(Type(call), Mapping.Contains(name))];
        var arguments = CallArguments.Of(target!, call);
        return [.. returns.SelectMany(r => r.Parameter is { } p ? arguments.TryGetValue(p, out var argument) ? Of(argument, depth + 1) : [] : [IsOpen(r.Type) ? new ValueOrigin(Type(call), r.IsNew) : r])];
    }

    private IReadOnlyList<ValueOrigin> Returns(IMethodSymbol method, int depth)
    {
        method = method.OriginalDefinition;
        if (_returns.TryGetValue(method, out var known))
            return known;
        _returns[method] = [];
        var found = new List<ValueOrigin>();
        foreach (var node in method.DeclaringSyntaxReferences.Where(r => code.Knows(r.SyntaxTree)).Select(r => r.GetSyntax()))
        {
            var expression = node switch { MethodDeclarationSyntax m => m.ExpressionBody, LocalFunctionStatementSyntax l => l.ExpressionBody, _ => null };
            if (expression is not null)
                found.AddRange(Of(expression.Expression, depth));
            foreach (var statement in node.DescendantNodes(n => n == node || n is not LambdaExpressionSyntax and not LocalFunctionStatementSyntax).OfType<ReturnStatementSyntax>())
                found.AddRange(Of(statement.Expression, depth));
            foreach (var statement in node.DescendantNodes().OfType<YieldStatementSyntax>())
                found.AddRange(Of(statement.Expression, depth));
        }

        // What a function returns is that of its return type; a result that wraps the value is looked into.
        return _returns[method] = [.. found.Where(o => o.Type is not null || o.Parameter is not null).Distinct()];
    }

    private IReadOnlyList<ValueOrigin> Body(LambdaExpressionSyntax lambda, int depth)
        => lambda.ExpressionBody is { } body ? Of(body, depth + 1) : [.. lambda.Block?.DescendantNodes(n => n is not LambdaExpressionSyntax).OfType<ReturnStatementSyntax>().SelectMany(r => Of(r.Expression, depth + 1)) ?? []];

    private IReadOnlyList<ValueOrigin> Named(ExpressionSyntax expression, int depth)
    {
        var symbol = code.Model(expression).GetSymbolInfo(expression).Symbol;
        switch (symbol)
        {
            case ILocalSymbol local:
                return Local(local, depth);
            case IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor or MethodKind.LocalFunction or MethodKind.ExplicitInterfaceImplementation } } parameter:
                return [new(parameter.Type, false, parameter.Ordinal)];
            case IMethodSymbol method:
                return Returns(method, depth + 1);
            // What a result carries is as new as the result.
            case IPropertySymbol { Name: "Value" or "Result" or "Data" or "Entity" or "Object" } when expression is MemberAccessExpressionSyntax { Expression: var carrier }:
                return [new(Type(expression), Of(carrier, depth + 1).Any(o => o.IsNew))];
            default:
                return [new(Type(expression), false)];
        }
    }

    private static bool IsOpen(ITypeSymbol? type) => type is ITypeParameterSymbol || type is INamedTypeSymbol { IsGenericType: true } named && named.TypeArguments.Any(a => a is ITypeParameterSymbol);

    private IReadOnlyList<ValueOrigin> Local(ILocalSymbol local, int depth)
    {
        if (_locals.TryGetValue(local, out var known))
            return known;
        _locals[local] = [];
        var found = new List<ValueOrigin>();
        var declaration = local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        switch (declaration)
        {
            case VariableDeclaratorSyntax { Initializer.Value: { } value }: found.AddRange(Of(value, depth + 1)); break;
            case ForEachStatementSyntax each: found.AddRange(Of(each.Expression, depth + 1)); break;
            case SingleVariableDesignationSyntax { Parent: ParenthesizedVariableDesignationSyntax { Parent: DeclarationExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } } }:
                found.AddRange(Of(assignment.Right, depth + 1).Where(o => SymbolEqualityComparer.Default.Equals(o.Type, local.Type)));
                break;
            case SingleVariableDesignationSyntax { Parent: PatternSyntax { Parent: IsPatternExpressionSyntax pattern } }: found.AddRange(Of(pattern.Expression, depth + 1)); break;
            default: break;
        }

        var scope = declaration?.AncestorsAndSelf().FirstOrDefault(n => n is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or CompilationUnitSyntax);
        foreach (var use in scope?.DescendantNodes().OfType<IdentifierNameSyntax>().Where(i => i.Identifier.ValueText == local.Name) ?? [])
        {
            if (use.Parent is AssignmentExpressionSyntax assignment && assignment.Left == use && IsOf(use, local))
                found.AddRange(Of(assignment.Right, depth + 1));
            else if (use.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "AddRange" or "Insert", Parent: InvocationExpressionSyntax add } && TypeNames.Element(local.Type) is not null && IsOf(use, local))
                found.AddRange(add.ArgumentList.Arguments.SelectMany(a => Of(a.Expression, depth + 1)));
        }

        if (found.Count == 0)
            found.Add(new(local.Type, false));
        return _locals[local] = [.. found.Distinct()];
    }

    private bool IsOf(IdentifierNameSyntax use, ILocalSymbol local) => SymbolEqualityComparer.Default.Equals(code.Model(use).GetSymbolInfo(use).Symbol, local);
}
