using Autonoma.Planner.CodeAnalysis.Audited;
using Autonoma.Planner.CodeAnalysis.Models;
using Autonoma.Planner.CodeAnalysis.Projects;
using Autonoma.Planner.CodeAnalysis.Scaffolding.Inputs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Autonoma.Planner.CodeAnalysis.Scaffolding.Extracting;

/// <summary>A function that was lifted out of a route.</summary>
/// <param name="Tree">The file.</param>
/// <param name="Changes">What changes in it.</param>
/// <param name="Function"><c>Class.Method</c>.</param>
internal sealed record Lifted(SyntaxTree Tree, IReadOnlyList<TextChange> Changes, string Function);

/// <summary>Lifts the statements that make a record into a function of the same class, and lets the route call it.</summary>
internal sealed class Lifting(AppCode app, AuditedFunction function, KnownModel model)
{
    private static readonly string[] Frameworks = ["ControllerBase", "Controller", "PageModel", "ComponentBase", "Hub"];

    private readonly List<(string Type, string Name, string Given)> _parameters = [];
    private readonly Dictionary<TextSpan, string> _replaced = [];
    private Region _region = null!;
    private bool _needsInstance;

    /// <summary>Why it could not be done; null when it could.</summary>
    public string? Problem { get; private set; }

    /// <summary>What stays in the route although it belongs to the making.</summary>
    public List<string> Left { get; } = [];

    public Lifted? Lift()
    {
        if (function.Unit is not { } unit || (function.Method is { } method && function.Type is { } type && !SymbolEqualityComparer.Default.Equals(method.ContainingType.OriginalDefinition, type.OriginalDefinition)))
            return Fail("it is inherited from a base class that other routes share");
        if (Region.Find(app.Analyzed, unit, model) is not { } region)
            return Fail("the statements that make it do not stand in a block of their own");
        _region = region;
        if (!Inputs())
            return null;
        foreach (var effect in unit.Effects.Where(e => e.Node.SyntaxTree == region.Block.SyntaxTree && !region.Contains(e.Node)).DistinctBy(e => e.Text))
            Left.Add($"It {effect.Text} in the route still, and not in what the factory calls.");
        return Outputs();
    }

    // What the statements need from outside becomes parameters; what only a web request has is asked for before.
    private bool Inputs()
    {
        for (var again = true; again;)
        {
            again = false;
            _parameters.Clear();
            _replaced.Clear();
            _needsInstance = false;
            foreach (var name in _region.Statements.SelectMany(s => s.DescendantNodesAndSelf()).OfType<SimpleNameSyntax>().ToList())
            {
                if (name.Parent is MemberAccessExpressionSyntax { Name: var right } && right == name && name.Parent is MemberAccessExpressionSyntax { Expression: not ThisExpressionSyntax } || name.Parent is MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax or QualifiedNameSyntax)
                    continue;
                if (name.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } named && named.Left == name || _replaced.Keys.Any(span => span.Contains(name.Span)))
                    continue;
                var symbol = app.Code.Model(name).GetSymbolInfo(name).Symbol;
                if (symbol is null || symbol.IsStatic || Input(name, symbol))
                    continue;
                Left.Add($"'{Short(_region.Block.Statements.First(s => s.Span.Contains(name.Span)))}' stays in the route: it needs the request.");
                if (!_region.CutBefore(name))
                {
                    Fail($"'{name}' belongs to the request");
                    return false;
                }

                again = true;
                break;
            }
        }

        return true;
    }

    private bool Input(SimpleNameSyntax name, ISymbol symbol)
    {
        switch (symbol)
        {
            case ILocalSymbol local when IsInside(local): return true;
            case ILocalSymbol local: return Value(name, Sure(name, local.Type), local.Name);
            case IParameterSymbol parameter when IsInside(parameter): return true;
            case IParameterSymbol parameter: return Value(name, parameter.Type, parameter.Name.TrimStart('_'));
            case IFieldSymbol field: return Value(name, field.Type, field.Name.TrimStart('_'));
            case IPropertySymbol property when IsOfFramework(property): return Hoist(name);
            case IPropertySymbol property: return PlainTypes.IsPlain(property.Type) || app.Services.IsService(property.Type) ? Value(name, property.Type, Names.Camel(property.Name)) : Hoist(name);
            case IMethodSymbol { MethodKind: MethodKind.Ordinary } method when !IsOfFramework(method):
                // A function of the class needs the class; what is private to it stays so.
                _needsInstance = true;
                return function.Method is { IsStatic: false } && function.Type is { IsAbstract: false, IsGenericType: false };
            case IMethodSymbol method: return !IsOfFramework(method);
            default: return true;
        }
    }

    // What the route has made sure of need not be asked again.
    private ITypeSymbol Sure(SimpleNameSyntax name, ITypeSymbol type)
        => type.IsReferenceType && app.Code.Model(name).GetTypeInfo(name).Nullability.FlowState == NullableFlowState.NotNull ? type.WithNullableAnnotation(NullableAnnotation.NotAnnotated) : type;

    private bool Value(SimpleNameSyntax name, ITypeSymbol type, string called)
    {
        var isUsable = type.Name is "IFormFile" or "Stream" || app.Catalogue.Of(type) is not null || app.Services.IsService(type) || PlainTypes.IsPlain(type) || type.TypeKind == TypeKind.Delegate
            || (PlainTypes.IsData(type, app.IsVisible, t => app.Catalogue.Of(t) is not null) && app.IsVisible(type)) || (app.Code.Place(type) is not null && app.IsVisible(type) && type is INamedTypeSymbol { TypeKind: TypeKind.Class } data && PlainTypes.Properties(data).Any());
        if (!isUsable || type.IsAnonymousType)
            return Hoist(name);
        var text = name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } member ? (ExpressionSyntax)member : name;
        Parameter(text, type, called);
        return true;
    }

    // context.User.Identity!.Name!.Split(' ')[0]: asked for by the route, handed over as a plain value.
    private bool Hoist(SimpleNameSyntax name)
    {
        ExpressionSyntax at = name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } own ? own : name;
        ExpressionSyntax? best = null;
        for (ExpressionSyntax? up = at; up is not null; up = Longer(up))
        {
            if (app.Code.Model(up).GetTypeInfo(up).Type is { } type && PlainTypes.IsPlain(type) && !up.DescendantNodesAndSelf().OfType<AwaitExpressionSyntax>().Any())
                best = up;
        }

        if (best is null || best.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(n => app.Code.Model(n).GetSymbolInfo(n).Symbol is { } inner and (ILocalSymbol or IParameterSymbol) && IsInside(inner)))
            return false;
        Parameter(best, app.Code.Model(best).GetTypeInfo(best).Type!, NameFor(best));
        return true;
    }

    private static ExpressionSyntax? Longer(ExpressionSyntax expression) => expression.Parent switch
    {
        MemberAccessExpressionSyntax member when member.Expression == expression => member,
        InvocationExpressionSyntax call when call.Expression == expression => call,
        ElementAccessExpressionSyntax element when element.Expression == expression => element,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure => sure,
        ConditionalAccessExpressionSyntax access when access.Expression == expression => access,
        _ => null,
    };

    private string NameFor(ExpressionSyntax expression)
    {
        if (expression.Parent is ArgumentSyntax { Parent.Parent: ExpressionSyntax call } argument && app.Code.Model(call).GetSymbolInfo(call).Symbol is IMethodSymbol target
            && Creation.CallArguments.Of(target, call).FirstOrDefault(a => a.Value == argument.Expression) is { Value: not null } at && at.Key < target.Parameters.Length && app.Code.Place(target.ContainingType) is not null)
            return target.Parameters[at.Key].Name;
        if (expression.Parent is AssignmentExpressionSyntax { Left: IdentifierNameSyntax left })
            return Names.Camel(left.Identifier.ValueText);
        return Names.Camel(expression.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Select(n => n.Identifier.ValueText).Where(n => n is not "Trim" and not "ToString" and not "Value").LastOrDefault() ?? "value");
    }

    private void Parameter(ExpressionSyntax expression, ITypeSymbol type, string called)
    {
        var given = expression.ToString();
        var known = _parameters.FirstOrDefault(p => p.Given == given);
        var name = known.Name;
        if (name is null)
        {
            name = called;
            for (var i = 2; _parameters.Any(p => p.Name == name) || (SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None); i++)
                name = $"{called}{i}";
            _parameters.Add((Minimal(type), name, given));
        }

        _replaced[expression.Span] = name;
    }

    private Lifted? Outputs()
    {
        var statements = _region.Statements.ToList();
        var semantic = app.Code.Model(_region.Block);
        var flow = semantic.AnalyzeDataFlow(statements[0], statements[^1]);
        if (flow is not { Succeeded: true })
            return Fail("the flow of its values could not be told");
        if (flow.WrittenInside.Any(w => !flow.VariablesDeclared.Contains(w, SymbolEqualityComparer.Default) && flow.ReadOutside.Contains(w, SymbolEqualityComparer.Default) && w is ILocalSymbol))
            return Fail("it sets variables that the rest of the route goes on with");
        // What is disposed of at the end of the block is read there by nobody who says so.
        var named = _region.Block.DescendantNodes().OfType<IdentifierNameSyntax>().Where(n => n.SpanStart > statements[^1].Span.End).Select(n => semantic.GetSymbolInfo(n).Symbol).OfType<ILocalSymbol>().ToHashSet<ISymbol>(SymbolEqualityComparer.Default);
        var after = flow.VariablesDeclared.OfType<ILocalSymbol>().Where(named.Contains).ToList();
        if (after.Any(v => v.IsUsing))
            return Fail("the rest of the route goes on with something that is disposed of at its end");
        if (after.Any(v => v.Type.IsAnonymousType))
            return Fail("the rest of the route goes on with a value without a name");

        var body = Body(statements);
        var made = flow.VariablesDeclared.OfType<ILocalSymbol>().LastOrDefault(v => SymbolEqualityComparer.Default.Equals(v.Type.OriginalDefinition, model.Type));
        string? returned = made?.Name;
        var returnType = made is null ? null : Minimal(made.Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated));
        if (made is null && model.Type is not null && Inline(statements) is { } inline)
        {
            returned = inline.Name;
            returnType = model.Type.ToMinimalDisplayString(semantic, statements[0].SpanStart);
            body = inline.Body;
        }

        var outputs = after.Where(v => v.Name != returned).ToList();
        if (returned is null && outputs.Count == 0 && flow.VariablesDeclared.OfType<ILocalSymbol>().FirstOrDefault(v => v.Name is "id" or "key" && PlainTypes.IsPlain(v.Type)) is { } key)
        {
            returned = key.Name;
            returnType = Minimal(key.Type);
        }

        var parts = new List<(string Type, string Name)>();
        if (returned is not null)
            parts.Add((returnType!, returned));
        parts.AddRange(outputs.Select(v => (Minimal(v.Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)), v.Name)));
        return Written(statements, body, parts, after);
    }

    private Lifted Written(List<StatementSyntax> statements, string body, List<(string Type, string Name)> parts, List<ILocalSymbol> after)
    {
        var tree = _region.Block.SyntaxTree;
        var text = tree.GetText();
        var end = text.ToString().Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var isAsync = statements.Any(s => s.DescendantNodesAndSelf(n => n is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax).Any(n => n is AwaitExpressionSyntax or ForEachStatementSyntax { AwaitKeyword.RawKind: not 0 } or LocalDeclarationStatementSyntax { AwaitKeyword.RawKind: not 0 } or UsingStatementSyntax { AwaitKeyword.RawKind: not 0 }));
        var holder = statements[0].Ancestors().OfType<MemberDeclarationSyntax>().FirstOrDefault(m => m is BaseMethodDeclarationSyntax && m.Parent is TypeDeclarationSyntax);
        var owner = holder?.Parent as TypeDeclarationSyntax;
        var className = owner?.Identifier.ValueText ?? $"{model.Name}Creation";
        var method = Free(owner, $"Create{model.Name}{(isAsync ? "Async" : "")}");
        var value = parts.Count switch { 0 => null, 1 => parts[0].Type, _ => $"({string.Join(", ", parts.Select(p => $"{p.Type} {p.Name}"))})" };
        var returns = isAsync ? value is null ? "Task" : $"Task<{value}>" : value ?? "void";
        var parameters = _needsInstance ? _parameters.Where(p => !IsMember(p.Given)).ToList() : _parameters;

        var indent = owner is null ? "    " : Indent(text, holder!);
        var code = new List<string>
        {
            $"/// <summary>Makes {Creation.CreationAudit.Article(model.Name)}: for {Place()}, and for test environments.</summary>",
            $"internal {(_needsInstance ? "" : "static ")}{(isAsync ? "async " : "")}{Task(returns, tree)} {method}({string.Join(", ", parameters.Select(p => $"{p.Type} {p.Name}"))})",
            "{",
        };
        code.AddRange(Reindented(body, Indent(text, statements[0]), "    "));
        if (parts.Count > 0)
            code.Add($"    return {(parts.Count == 1 ? parts[0].Name : $"({string.Join(", ", parts.Select(p => p.Name))})")};");
        code.Add("}");
        var function = string.Concat(code.Select(line => (line.Length > 0 ? indent + line : line) + end));

        // What the route goes on with keeps its name.
        var used = parts.Where(p => after.Any(a => a.Name == p.Name)).ToList();
        var call = $"{(isAsync ? "await " : "")}{(owner is null ? className + "." : "")}{method}({string.Join(", ", parameters.Select(p => p.Given))})";
        var calling = used.Count == 0 ? $"{call};" : parts.Count == 1 ? $"var {parts[0].Name} = {call};" : $"var ({string.Join(", ", parts.Select(p => used.Contains(p) ? p.Name : "_"))}) = {call};";
        var changes = new List<TextChange> { new(TextSpan.FromBounds(statements[0].SpanStart, statements[^1].Span.End), calling) };
        changes.Add(owner is null
            ? new(new(text.Length, 0), $"{(text.ToString().EndsWith('\n') ? "" : end)}{end}/// <summary>What routes do to make {Creation.CreationAudit.Article(model.Name)}.</summary>{end}internal static class {className}{end}{{{end}{function}}}{end}")
            : new(new(text.Lines.GetLineFromPosition(holder!.Span.End).EndIncludingLineBreak, 0), end + function));
        return new Lifted(tree, changes, $"{className}.{method}");
    }

    // new Coupon { ... } that is handed on at once gets a name, so that it can be returned.
    private (string Name, string Body)? Inline(List<StatementSyntax> statements)
    {
        var made = _region.Creation.DescendantNodesAndSelf().OfType<BaseObjectCreationExpressionSyntax>().FirstOrDefault(o => SymbolEqualityComparer.Default.Equals(app.Code.Model(o).GetTypeInfo(o).Type?.OriginalDefinition, model.Type))
            ?? _region.Creation.DescendantNodesAndSelf().OfType<BaseObjectCreationExpressionSyntax>().FirstOrDefault(o => app.Catalogue.Of(app.Code.Model(o).GetTypeInfo(o).Type) == model);
        if (made is null || made is ImplicitObjectCreationExpressionSyntax)
            return null;
        var statement = statements.Find(s => s.Span.Contains(made.Span));
        if (statement is null || statement.Parent != _region.Block)
            return null;
        var name = Names.Camel(model.Name);
        while (_parameters.Any(p => p.Name == name) || statements.SelectMany(s => s.DescendantNodes().OfType<IdentifierNameSyntax>()).Any(i => i.Identifier.ValueText == name))
            name = "new" + Names.Capital(name);
        var indent = Indent(made.SyntaxTree.GetText(), statement);
        var declared = $"var {name} = {Replaced(made)};{(made.SyntaxTree.ToString().Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n")}{indent}";
        return (name, Body(statements, made.Span, name, statement.SpanStart, declared));
    }

    private string Body(List<StatementSyntax> statements, TextSpan? named = null, string? name = null, int declareAt = -1, string declaration = "")
    {
        var start = statements[0].SpanStart;
        var text = _region.Block.SyntaxTree.GetText();
        var source = text.ToString(TextSpan.FromBounds(start, statements[^1].Span.End));
        var edits = Edits().Where(e => e.Span.Start >= start && e.Span.End <= statements[^1].Span.End && !(named is { } whole && whole.Contains(e.Span))).ToList();
        if (named is { } span)
        {
            edits.Add((span, name!));
            edits.Add((new(declareAt, 0), declaration));
        }

        foreach (var (at, by) in edits.OrderByDescending(e => e.Span.Start).ThenByDescending(e => e.Span.Length))
            source = string.Concat(source.AsSpan(0, at.Start - start), by, source.AsSpan(at.End - start));
        return source;
    }

    private string Replaced(SyntaxNode node)
    {
        var source = node.ToString();
        foreach (var (at, by) in Edits().Where(e => node.Span.Contains(e.Span)).OrderByDescending(e => e.Span.Start))
            source = string.Concat(source.AsSpan(0, at.Start - node.SpanStart), by, source.AsSpan(at.End - node.SpanStart));
        return source;
    }

    private IEnumerable<(TextSpan Span, string By)> Edits() => _replaced.Where(r => !_needsInstance || !IsMember(_parameters.First(p => p.Name == r.Value).Given)).Select(r => (r.Key, r.Value));

    // With an object of the class at hand its own members need not be handed over.
    private bool IsMember(string given) => function.Type is { } type && TypeNames.WithBases(type).SelectMany(t => t.GetMembers(given.StartsWith("this.", StringComparison.Ordinal) ? given[5..] : given)).Any(m => m is IFieldSymbol or IPropertySymbol)
        || (function.Type?.InstanceConstructors.Any(c => c.Parameters.Any(p => p.Name == given) && c.DeclaringSyntaxReferences.Any(r => r.GetSyntax() is TypeDeclarationSyntax)) ?? false);

    private bool IsInside(ISymbol symbol) => symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } declared && declared.SyntaxTree == _region.Block.SyntaxTree && _region.Contains(declared);

    private static bool IsOfFramework(ISymbol symbol) => Frameworks.Contains(symbol.ContainingType?.Name) && symbol.DeclaringSyntaxReferences.IsEmpty;

    private string Minimal(ITypeSymbol type) => type.ToMinimalDisplayString(app.Code.Model(_region.Block), _region.Block.SpanStart);

    private static string Task(string returns, SyntaxTree tree)
        => !returns.StartsWith("Task", StringComparison.Ordinal) || tree.GetRoot().DescendantNodes().OfType<UsingDirectiveSyntax>().Any(u => u.Name?.ToString() == "System.Threading.Tasks") || tree.GetRoot().DescendantNodes().OfType<UsingDirectiveSyntax>().All(u => u.Name?.ToString() != "System") ? returns : "System.Threading.Tasks." + returns;

    private string Place() => function.Unit?.Route is { } route ? route : function.Method is { } method ? $"{method.ContainingType.Name}.{method.Name}" : "its route";

    private static string Free(TypeDeclarationSyntax? owner, string name)
    {
        var free = name;
        for (var i = 2; owner?.Members.OfType<MethodDeclarationSyntax>().Any(m => m.Identifier.ValueText == free) == true; i++)
            free = $"{name}{i}";
        return free;
    }

    private static string Indent(SourceText text, SyntaxNode node)
    {
        var line = text.Lines.GetLineFromPosition(node.SpanStart).ToString();
        return line[..line.TakeWhile(char.IsWhiteSpace).Count()];
    }

    private static IEnumerable<string> Reindented(string body, string from, string to)
        => body.ReplaceLineEndings("\n").Split('\n').Select((line, i) => line.Trim().Length == 0 ? "" : i == 0 ? to + line : to + (line.StartsWith(from, StringComparison.Ordinal) ? line[from.Length..] : line.TrimStart()));

    private static string Short(SyntaxNode node) => node.ToString().ReplaceLineEndings(" ") is { Length: > 60 } text ? text[..57] + "..." : node.ToString().ReplaceLineEndings(" ");

    private Lifted? Fail(string why)
    {
        Problem = why;
        return null;
    }
}
