using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autonoma.Planner.CodeAnalysis.Integrity.Symbols;

/// <summary>A factory as it is registered.</summary>
/// <param name="Model">Name of the model; null when it is not a constant.</param>
/// <param name="Call">The registration.</param>
/// <param name="Roots">What is carried out to make a record: bodies.</param>
/// <param name="Types">Classes that belong to it.</param>
/// <param name="IsEntity">Whether the SDK writes the row as it is.</param>
internal sealed record RegisteredFactory(string? Model, InvocationExpressionSyntax Call, IReadOnlyList<SyntaxNode> Roots, IReadOnlyList<INamedTypeSymbol> Types, bool IsEntity);

/// <summary>Finds registrations: <c>AddFactory</c>, <c>DefineFactory</c>, <c>AddEntityFactory</c>, <c>AddModel</c>, by the builder they are called on.</summary>
internal sealed class RegisteredFactories(AnalyzedCode analyzed, CallGraph graph)
{
    private static readonly string[] Hooks = ["BeforeUp", "AfterUp", "BeforeDown", "DefineScenario"];

    public IReadOnlyList<RegisteredFactory> Find(IEnumerable<SyntaxNode> live)
        => [.. live.OfType<InvocationExpressionSyntax>().Select(Read).OfType<RegisteredFactory>()];

    /// <summary>What runs beside the factories when an environment is made.</summary>
    public IEnumerable<SyntaxNode> HooksOf(IEnumerable<SyntaxNode> live)
        => live.OfType<InvocationExpressionSyntax>().Where(c => IsBuilder(c) && c.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } && Hooks.Contains(name)).SelectMany(c => c.ArgumentList.Arguments.SelectMany(a => Carried(a.Expression)));

    private RegisteredFactory? Read(InvocationExpressionSyntax call)
    {
        if (call.Expression is not MemberAccessExpressionSyntax { Name: var name } || !IsBuilder(call))
            return null;
        var model = analyzed.Code.Model(call);
        var arguments = call.ArgumentList.Arguments;
        var types = name is GenericNameSyntax generic ? generic.TypeArgumentList.Arguments.Select(a => model.GetTypeInfo(a).Type).OfType<INamedTypeSymbol>().ToList() : [];
        switch (name.Identifier.ValueText)
        {
            case "AddFactory" when types is [var factory]:
                return new(arguments.Count > 0 ? Text(arguments[0].Expression) : Without(factory.Name, "Factory"), call, [.. Making(factory)], [factory], false);
            case "DefineFactory":
                var input = types.FirstOrDefault();
                var create = arguments.FirstOrDefault(a => a.NameColon?.Name.Identifier.ValueText == "create")?.Expression ?? arguments.Where(a => a.NameColon is null).Select(a => a.Expression).FirstOrDefault(e => model.GetTypeInfo(e).Type?.SpecialType != SpecialType.System_String);
                var named = arguments.FirstOrDefault(a => a.NameColon?.Name.Identifier.ValueText == "model" || model.GetTypeInfo(a.Expression).Type?.SpecialType == SpecialType.System_String)?.Expression;
                return new(named is not null ? Text(named) : input is null ? null : Without(input.Name, "Input"), call, create is null ? [] : [.. Carried(create)], [], false);
            case "AddEntityFactory":
                return new(arguments.Count > 0 ? Text(arguments[0].Expression) : types.FirstOrDefault()?.Name, call, [], [], true);
            case "AddModel" when arguments.Count > 1:
                var made = arguments[1].Expression.DescendantNodesAndSelf().OfType<BaseObjectCreationExpressionSyntax>().Select(o => model.GetTypeInfo(o).Type).OfType<INamedTypeSymbol>().Where(t => analyzed.Code.Place(t) is not null).ToList();
                return new(Text(arguments[0].Expression), call, [.. Carried(arguments[1].Expression), .. made.SelectMany(Making)], made, false);
            default:
                return null;
        }
    }

    // Everything of the class and its bases in the code, but what removes records.
    private IEnumerable<SyntaxNode> Making(INamedTypeSymbol factory)
    {
        foreach (var type in Models.TypeNames.WithBases(factory).Where(t => analyzed.Code.Place(t) is not null))
        {
            foreach (var method in type.GetMembers().OfType<IMethodSymbol>().Where(m => (m.Name.StartsWith("Create", StringComparison.Ordinal) && m.IsOverride) || m.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor))
            {
                foreach (var body in graph.Bodies(method.OriginalDefinition))
                    yield return body;
            }
        }
    }

    // A lambda as it stands, a function by its name, what a variable holds.
    private IEnumerable<SyntaxNode> Carried(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case AnonymousFunctionExpressionSyntax lambda:
                yield return lambda.Body;
                break;
            case CastExpressionSyntax cast:
                foreach (var body in Carried(cast.Expression))
                    yield return body;
                break;
            default:
                var info = analyzed.Code.Model(expression).GetSymbolInfo(expression);
                if ((info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is not { } symbol)
                {
                    yield return expression;
                    break;
                }

                var bodies = symbol is ILocalSymbol local ? local.DeclaringSyntaxReferences.Select(r => r.GetSyntax()).OfType<VariableDeclaratorSyntax>().Select(v => (SyntaxNode?)v.Initializer).OfType<SyntaxNode>() : graph.Bodies(symbol.OriginalDefinition);
                foreach (var body in bodies.Append(expression))
                    yield return body;
                break;
        }
    }

    private bool IsBuilder(InvocationExpressionSyntax call)
        => call.Expression is MemberAccessExpressionSyntax member && analyzed.Code.Model(call).GetTypeInfo(member.Expression).Type is { } type && type.Name is "EnvironmentFactoryBuilder";

    private string? Text(ExpressionSyntax expression) => analyzed.Code.Model(expression).GetConstantValue(expression) is { HasValue: true, Value: string text } ? text : null;

    private static string Without(string name, string ending) => name.Length > ending.Length && name.EndsWith(ending, StringComparison.Ordinal) ? name[..^ending.Length] : name;
}
