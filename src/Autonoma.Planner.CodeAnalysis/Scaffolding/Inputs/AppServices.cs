using Autonoma.Planner.CodeAnalysis.Models;
using Autonoma.Planner.CodeAnalysis.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autonoma.Planner.CodeAnalysis.Scaffolding.Inputs;

/// <summary>What the app registers with its container, as far as its code says, and what any app has.</summary>
internal sealed class AppServices
{
    private static readonly HashSet<string> Adding = new(StringComparer.Ordinal)
    {
        "AddScoped", "AddSingleton", "AddTransient", "TryAddScoped", "TryAddSingleton", "TryAddTransient", "AddDbContext", "AddDbContextPool", "AddDbContextFactory", "AddPooledDbContextFactory", "AddHttpClient", "AddKeyedScoped", "AddHostedService",
    };

    private readonly HashSet<ISymbol> _registered = new(SymbolEqualityComparer.Default);

    public AppServices(LoadedCode code)
    {
        foreach (var call in code.Trees.SelectMany(t => t.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()))
        {
            if (call.Expression is not MemberAccessExpressionSyntax { Name: var name } || !Adding.Contains(name.Identifier.ValueText))
                continue;
            var model = code.Model(call);
            // The first type is what is asked for: the contract, or the class itself.
            if (name is GenericNameSyntax generic)
                Add(model.GetTypeInfo(generic.TypeArgumentList.Arguments[0]).Type);
            else if (call.ArgumentList.Arguments.FirstOrDefault()?.Expression is TypeOfExpressionSyntax type)
                Add(model.GetTypeInfo(type.Type).Type ?? model.GetSymbolInfo(type.Type).Symbol as ITypeSymbol);
            else if (call.ArgumentList.Arguments.FirstOrDefault()?.Expression is LambdaExpressionSyntax { ExpressionBody: { } made })
                Add(model.GetTypeInfo(made).Type);
            else if (call.ArgumentList.Arguments.FirstOrDefault()?.Expression is { } instance)
                Add(model.GetTypeInfo(instance).Type);
        }
    }

    public bool Has(ITypeSymbol type) => _registered.Contains(type.OriginalDefinition);

    /// <summary>Whether a parameter of this type is filled in by the container and not by a test.</summary>
    public bool IsService(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol named || TypeNames.IsScalar(type) || named.TypeKind == TypeKind.Delegate)
            return false;
        if (Has(named) || EntityModels.IsContext(named) || named.Name.EndsWith("DbContext", StringComparison.Ordinal))
            return true;
        var space = named.ContainingNamespace?.ToDisplayString() ?? "";
        if (named.TypeKind == TypeKind.Interface)
            return TypeNames.Element(named) is null && !space.StartsWith("System.Collections", StringComparison.Ordinal) && named.Name is not ("IFormFile" or "IFormFileCollection");
        return named.Name is "TimeProvider" or "UserManager" or "RoleManager" or "SignInManager" or "HttpClient" or "LinkGenerator" || (space.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) && named.Name is not "StringValues");
    }

    private void Add(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol named)
            _registered.Add(named.OriginalDefinition);
    }
}
