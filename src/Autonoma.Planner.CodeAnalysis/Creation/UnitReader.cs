using Autonoma.Planner.CodeAnalysis.Models;
using Autonoma.Planner.CodeAnalysis.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autonoma.Planner.CodeAnalysis.Creation;

/// <summary>Reads what one function does.</summary>
internal sealed class UnitReader(LoadedCode code, ModelCatalogue catalogue, UnitFinder finder, ValueOrigins origins, Dispatching dispatching)
{
    private static readonly HashSet<string> Appending = new(StringComparer.Ordinal) { "Add", "AddRange", "Insert", "InsertRange", "Push", "Enqueue", "TryAdd", "AddLast", "AddFirst" };
    private static readonly HashSet<string> Handing = new(StringComparer.Ordinal) { "Send", "SendAsync", "Publish", "PublishAsync", "Dispatch", "DispatchAsync", "InvokeAsync", "Execute", "ExecuteAsync", "Raise", "RaiseAsync", "QueryAsync", "Handle" };

    private readonly Persistence _persistence = new(code, catalogue, origins);
    private readonly EffectRules _effects = new(code);

    public void Read(CodeUnit unit)
    {
        foreach (var body in unit.Bodies)
        {
            if (body is EqualsValueClauseSyntax initializer)
                Initial(unit, initializer);
            foreach (var node in body.DescendantNodesAndSelf(n => n == body || !finder.IsApart(n)))
            {
                switch (node)
                {
                    case InvocationExpressionSyntax call: Invocation(unit, call); break;
                    case BaseObjectCreationExpressionSyntax made: Creation(unit, made); break;
                    case AssignmentExpressionSyntax assignment: Assignment(unit, assignment); break;
                    case ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax: Call(unit, node, code.Model(node).GetSymbolInfo(node).Symbol as IMethodSymbol, false); break;
                    case LiteralExpressionSyntax or InterpolatedStringExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax: Text(unit, (ExpressionSyntax)node); break;
                }
            }
        }
    }

    private void Invocation(CodeUnit unit, InvocationExpressionSyntax call)
    {
        var info = code.Model(call).GetSymbolInfo(call);
        var target = (info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) as IMethodSymbol;
        unit.Effects.AddRange(_effects.Of(call, target));
        if (_persistence.Read(call, target) is { } stored)
        {
            unit.Stores.AddRange(stored.Select(s => new Stored(s, call)));
            return;
        }

        if (Appended(unit, call))
            return;
        if (target is not null)
        {
            var receiver = (call.Expression as MemberAccessExpressionSyntax)?.Expression;
            Call(unit, call, target, receiver is not null && !target.IsStatic && origins.IsNew(receiver));
            if (Handing.Contains(target.Name))
            {
                foreach (var argument in call.ArgumentList.Arguments)
                    Dispatch(unit, code.Model(argument.Expression).GetTypeInfo(argument.Expression).Type, call);
            }
        }

        // A function that is handed on is taken to be called, but for handlers of routes, which are functions of their own.
        if (call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } && name.StartsWith("Map", StringComparison.Ordinal))
            return;
        foreach (var argument in call.ArgumentList.Arguments.Where(a => a.Expression is IdentifierNameSyntax or MemberAccessExpressionSyntax))
        {
            if (code.Model(argument.Expression).GetSymbolInfo(argument.Expression).Symbol is IMethodSymbol handed)
                Call(unit, argument.Expression, handed, false);
        }
    }

    private void Creation(CodeUnit unit, BaseObjectCreationExpressionSyntax made)
    {
        unit.Effects.AddRange(_effects.Of(made));
        var info = code.Model(made).GetSymbolInfo(made);
        if ((info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is IMethodSymbol constructor && code.Place(constructor.ContainingType) is not null)
            Call(unit, made, constructor, true);
        if (code.Model(made).GetTypeInfo(made).Type is { } type && UnitRoles.IsEvent(type))
            Dispatch(unit, type, made);
    }

    private void Assignment(CodeUnit unit, AssignmentExpressionSyntax assignment)
    {
        // db.Entry(x).State = EntityState.Added
        if (assignment.Left is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "State", Expression: InvocationExpressionSyntax { ArgumentList.Arguments: [var entity] } entry }
            && entry.Expression.ToString().EndsWith("Entry", StringComparison.Ordinal) && assignment.Right.ToString().EndsWith("EntityState.Added", StringComparison.Ordinal))
        {
            unit.Stores.AddRange(_persistence.OfValue(entity.Expression).Select(m => new Stored(m, assignment)));
            return;
        }

        var symbol = code.Model(assignment.Left).GetSymbolInfo(assignment.Left).Symbol;
        if (symbol is not IPropertySymbol and not IFieldSymbol)
            return;
        var type = symbol is IPropertySymbol property ? property.Type : ((IFieldSymbol)symbol).Type;
        if (catalogue.AllOf(TypeNames.Element(type) ?? type).Count == 0)
            return;
        var isInitializer = assignment.Parent is InitializerExpressionSyntax;
        var (parents, fresh) = isInitializer ? Initialized(assignment) : Owner(unit, symbol, (assignment.Left as MemberAccessExpressionSyntax)?.Expression);
        Attach(unit, parents, assignment.Right, fresh, assignment);
    }

    // What a property or field begins with, as part of the constructor.
    private void Initial(CodeUnit unit, EqualsValueClauseSyntax initializer)
    {
        var parents = catalogue.AllOf(unit.Type);
        if (parents.Count > 0)
            Attach(unit, parents, initializer.Value, true, initializer);
    }

    private (IReadOnlyList<KnownModel>, bool) Initialized(AssignmentExpressionSyntax assignment)
    {
        var made = assignment.Ancestors().FirstOrDefault(a => a is BaseObjectCreationExpressionSyntax or WithExpressionSyntax);
        return (made is null ? [] : catalogue.AllOf(code.Model(made).GetTypeInfo(made).Type), true);
    }

    private (IReadOnlyList<KnownModel>, bool) Owner(CodeUnit unit, ISymbol member, ExpressionSyntax? receiver)
    {
        if (receiver is null or ThisExpressionSyntax)
            return (Own(unit.Type) is { Count: > 0 } own ? own : catalogue.AllOf(member.ContainingType), unit.IsConstructor);
        var found = origins.Of(receiver);
        var models = found.SelectMany(o => catalogue.AllOf(o.Type)).Distinct().ToList();
        return (models.Count > 0 ? models : catalogue.AllOf(member.ContainingType), found.Any(o => o.IsNew));
    }

    private IReadOnlyList<KnownModel> Own(INamedTypeSymbol? type) => type is null ? [] : catalogue.AllOf(type);

    // order.Lines.Add(new OrderLine()), _lines.Add(line)
    private bool Appended(CodeUnit unit, InvocationExpressionSyntax call)
    {
        if (call.Expression is not MemberAccessExpressionSyntax { Expression: var list } member || !Appending.Contains(member.Name.Identifier.ValueText))
            return false;
        var symbol = code.Model(list).GetSymbolInfo(list).Symbol;
        var type = symbol switch { IPropertySymbol p => p.Type, IFieldSymbol f => f.Type, _ => null };
        if (type is null || TypeNames.Element(type) is not { } element || catalogue.AllOf(element).Count == 0)
            return false;
        var (parents, fresh) = Owner(unit, symbol!, (list as MemberAccessExpressionSyntax)?.Expression);
        foreach (var argument in call.ArgumentList.Arguments)
            Attach(unit, parents, argument.Expression, fresh, call);
        return parents.Count > 0;
    }

    private void Attach(CodeUnit unit, IReadOnlyList<KnownModel> parents, ExpressionSyntax value, bool fresh, SyntaxNode node)
    {
        if (parents.Count == 0)
            return;
        foreach (var origin in origins.Of(value))
        {
            foreach (var child in TypeNames.Inner(origin.Type).SelectMany(catalogue.AllOf).Distinct().Where(c => origin.IsNew || origin.Parameter is not null))
                unit.Attaches.AddRange(parents.Where(p => p != child).Select(p => new Attached(p, child, fresh, origin.IsNew ? null : origin.Parameter, node)));
        }
    }

    private void Call(CodeUnit unit, SyntaxNode node, IMethodSymbol? target, bool isOnFresh)
    {
        if (target is null)
            return;
        var definition = target.ReducedFrom ?? target;
        if (code.Place(definition.ContainingType ?? (ISymbol)definition) is not null)
            unit.Calls.Add(new Called(target, CallArguments.Of(target, node), false, isOnFresh, node));
    }

    private void Dispatch(CodeUnit unit, ITypeSymbol? message, SyntaxNode node)
    {
        foreach (var handler in message is null ? [] : dispatching.Handlers(message))
        {
            if (!SymbolEqualityComparer.Default.Equals(handler, unit.Symbol))
                unit.Calls.Add(new Called(handler, new Dictionary<int, ExpressionSyntax>(), UnitRoles.IsEvent(message!), false, node));
        }
    }

    private void Text(CodeUnit unit, ExpressionSyntax expression)
    {
        if (expression.Parent is MemberAccessExpressionSyntax member && member.Name == expression || expression.Parent is InterpolationSyntax)
            return;
        if (SqlInserts.Text(code, expression) is { Length: > 11 } text && text.Contains("INTO", StringComparison.OrdinalIgnoreCase))
            unit.Stores.AddRange(SqlInserts.Of(text).Select(i => catalogue.OfTable(i.Table)).OfType<KnownModel>().Select(m => new Stored(new ModelRef(m, null), expression)));
    }
}
