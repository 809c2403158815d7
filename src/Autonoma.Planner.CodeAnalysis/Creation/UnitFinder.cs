using Autonoma.Planner.CodeAnalysis.Models;
using Autonoma.Planner.CodeAnalysis.Pages;
using Autonoma.Planner.CodeAnalysis.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autonoma.Planner.CodeAnalysis.Creation;

/// <summary>Cuts the code into functions and lambdas of routes.</summary>
internal sealed class UnitFinder(LoadedCode code, ModelCatalogue catalogue, IReadOnlyList<Endpoint> endpoints)
{
    private readonly Dictionary<SyntaxNode, Endpoint> _lambdas = endpoints.Where(e => e.Lambda is not null).GroupBy(e => (SyntaxNode)e.Lambda!).ToDictionary(g => g.Key, g => g.First());
    private readonly Dictionary<ISymbol, Endpoint> _handlers = endpoints.Where(e => e.Handler is not null).GroupBy(e => (ISymbol)e.Handler!, SymbolEqualityComparer.Default).ToDictionary(g => g.Key!, g => g.First(), SymbolEqualityComparer.Default);

    public List<CodeUnit> Find()
    {
        var units = new List<CodeUnit>();
        foreach (var tree in code.Trees)
        {
            var root = tree.GetRoot();
            foreach (var declaration in root.DescendantNodes().OfType<TypeDeclarationSyntax>())
            {
                if (code.Model(declaration).GetDeclaredSymbol(declaration) is INamedTypeSymbol type)
                    units.AddRange(OfType(type, declaration));
            }

            if (root is CompilationUnitSyntax unit && unit.Members.OfType<GlobalStatementSyntax>().Any())
            {
                var main = new CodeUnit(null, null, unit, UnitRole.Excluded, "Program");
                main.Bodies.AddRange(unit.Members.OfType<GlobalStatementSyntax>());
                units.Add(main);
            }
        }

        foreach (var endpoint in endpoints.Where(e => e.Lambda is not null))
            units.Add(OfLambda(endpoint));
        return units;
    }

    /// <summary>Whether a node begins something that is carried out elsewhere: a lambda of a route, a definition for tests.</summary>
    public bool IsApart(SyntaxNode node) => _lambdas.ContainsKey(node)
        || node is ArgumentListSyntax { Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "DefineFactory" or "AddEntityFactory" or "HasData" or "UseSeeding" or "UseAsyncSeeding" } } };

    private IEnumerable<CodeUnit> OfType(INamedTypeSymbol type, TypeDeclarationSyntax declaration)
    {
        var role = UnitRoles.OfType(type, catalogue);
        var initializers = Initializers(declaration).ToList();
        var constructors = declaration.Members.OfType<ConstructorDeclarationSyntax>().ToList();
        foreach (var member in declaration.Members.OfType<BaseMethodDeclarationSyntax>())
        {
            if (code.Model(member).GetDeclaredSymbol(member) is not IMethodSymbol method)
                continue;
            var unit = Unit(method.PartialImplementationPart ?? method, type, member, role);
            unit.Bodies.AddRange(new SyntaxNode?[] { member.Body, member.ExpressionBody, (member as ConstructorDeclarationSyntax)?.Initializer }.OfType<SyntaxNode>());
            if (member is ConstructorDeclarationSyntax { Initializer: not { ThisOrBaseKeyword.ValueText: "this" } })
                unit.Bodies.AddRange(initializers);
            yield return unit;
        }

        if (type.TypeKind is TypeKind.Class or TypeKind.Struct && (declaration.ParameterList is not null || constructors.Count == 0) && initializers.Count > 0 && !type.IsStatic)
        {
            // Its constructor is written nowhere, or in the head of the class: the initializers are its body.
            var constructor = type.InstanceConstructors.FirstOrDefault(c => c.IsImplicitlyDeclared && c.Parameters.IsEmpty || c.DeclaringSyntaxReferences.Any(r => r.GetSyntax() == declaration));
            if (constructor is not null)
            {
                var unit = Unit(constructor, type, declaration, role);
                unit.Bodies.AddRange(initializers);
                yield return unit;
            }
        }
    }

    private CodeUnit Unit(IMethodSymbol method, INamedTypeSymbol type, SyntaxNode node, UnitRole role)
    {
        var own = UnitRoles.OfMethod(method, role);
        var endpoint = _handlers.GetValueOrDefault(method.OriginalDefinition);
        if (endpoint is not null && own is UnitRole.Service or UnitRole.Excluded)
            own = UnitRole.Route;
        return new CodeUnit(method, type, node, own, $"{Outer(type)}.{method.Name}")
        {
            Route = endpoint is null ? null : $"{string.Join(',', endpoint.Methods)} {endpoint.Route}",
            IsAccessible = method.MethodKind == MethodKind.Ordinary && method.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal
                || method.MethodKind == MethodKind.ExplicitInterfaceImplementation,
        };
    }

    private CodeUnit OfLambda(Endpoint endpoint)
    {
        var member = endpoint.Call.Ancestors().OfType<MethodDeclarationSyntax>().FirstOrDefault();
        var method = member is null ? null : code.Model(member).GetDeclaredSymbol(member);
        var route = $"{string.Join(',', endpoint.Methods)} {endpoint.Route}";
        var unit = new CodeUnit(null, method?.ContainingType, endpoint.Lambda!, UnitRole.Inline, $"{(method is null ? "Program" : $"{Outer(method.ContainingType)}.{method.Name}")} ({route})") { Route = route, IsAccessible = true };
        unit.Bodies.Add(endpoint.Lambda!.Body);
        return unit;
    }

    private static IEnumerable<SyntaxNode> Initializers(TypeDeclarationSyntax declaration)
    {
        foreach (var member in declaration.Members)
        {
            if (member is PropertyDeclarationSyntax { Initializer: { } property } p && !p.Modifiers.Any(m => m.ValueText == "static"))
                yield return property;
            else if (member is FieldDeclarationSyntax field && !field.Modifiers.Any(m => m.ValueText is "static" or "const"))
            {
                foreach (var variable in field.Declaration.Variables.Where(v => v.Initializer is not null))
                    yield return variable.Initializer!;
            }
        }

        if (declaration.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault() is { } primary)
            yield return primary;
    }

    public static string Outer(INamedTypeSymbol type) => type.ContainingType is null ? type.Name : $"{Outer(type.ContainingType)}.{type.Name}";
}
