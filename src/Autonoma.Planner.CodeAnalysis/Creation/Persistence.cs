using Autonoma.Planner.CodeAnalysis.Models;
using Autonoma.Planner.CodeAnalysis.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autonoma.Planner.CodeAnalysis.Creation;

/// <summary>Calls that write a row, by the type they are made on.</summary>
internal sealed class Persistence(LoadedCode code, ModelCatalogue catalogue, ValueOrigins origins)
{
    private static readonly HashSet<string> Adding = new(StringComparer.Ordinal) { "Add", "AddAsync", "AddRange", "AddRangeAsync", "BulkInsert", "BulkInsertAsync" };
    private static readonly HashSet<string> Foreign = new(StringComparer.Ordinal) { "Add", "AddAsync", "Insert", "InsertAsync", "Create", "CreateAsync", "AddRange", "AddRangeAsync", "InsertAsync", "InsertManyAsync", "Save", "SaveAsync" };

    /// <summary>What a call stores; null when it is no such call.</summary>
    public IReadOnlyList<ModelRef>? Read(InvocationExpressionSyntax call, IMethodSymbol? target)
    {
        if (call.Expression is not MemberAccessExpressionSyntax member)
            return call.Expression is IdentifierNameSyntax or GenericNameSyntax && target is not null && Adding.Contains(target.Name) && target.ContainingType is { } own && EntityModels.IsContext(own) ? Arguments(call) : null;
        var name = member.Name.Identifier.ValueText;
        if (code.Model(member.Expression).GetTypeInfo(member.Expression).Type is not { } receiver)
            return null;
        var argument = (receiver as INamedTypeSymbol)?.TypeArguments.FirstOrDefault();
        switch (receiver.Name)
        {
            case "DbSet" or "IDbSet" when Adding.Contains(name):
            case "IMongoCollection" when name.StartsWith("Insert", StringComparison.Ordinal) || (name.StartsWith("ReplaceOne", StringComparison.Ordinal) && call.ArgumentList.ToString().Contains("IsUpsert = true", StringComparison.Ordinal)):
                return Arguments(call) is { Count: > 0 } found ? found : Reference(argument);
            case "UserManager" or "RoleManager" when name == "CreateAsync":
                return Arguments(call) is { Count: > 0 } users ? users : Reference(argument);
            case "ISession" or "IStatelessSession" when name is "Save" or "SaveAsync" or "Persist" or "PersistAsync" or "Insert" or "InsertAsync":
            case "IDocumentSession" or "IAsyncDocumentSession" or "IDocumentOperations" when name is "Store" or "StoreAsync" or "Insert":
                return Arguments(call);
        }

        if (Adding.Contains(name) && IsContext(receiver))
            return Arguments(call);
        if (target?.ContainingType is { Name: "SqlMapperExtensions" } && name.StartsWith("Insert", StringComparison.Ordinal))
            return Arguments(call) is { Count: > 0 } inserted ? inserted : Reference(target.TypeArguments.FirstOrDefault());

        // A repository of a library: nothing of it can be read, but its name and its argument say what it does.
        if (Foreign.Contains(name) && receiver.Name.Contains("Repository", StringComparison.Ordinal) && (target is null || code.Place(target.ReducedFrom ?? target) is null))
            return Arguments(call) is { Count: > 0 } given ? given : Reference(argument);
        return null;
    }

    public IEnumerable<ModelRef> OfValue(ExpressionSyntax expression)
    {
        var found = origins.Of(expression).SelectMany(o => TypeNames.Inner(o.Type)).SelectMany(Reference).Distinct().ToList();
        return found.Count > 0 ? found : TypeNames.Inner(code.Model(expression).GetTypeInfo(expression).Type).SelectMany(Reference).Distinct();
    }

    private bool IsContext(ITypeSymbol type) => type is INamedTypeSymbol named && (named.Name.EndsWith("DbContext", StringComparison.Ordinal) || EntityModels.IsContext(named));

    private List<ModelRef> Arguments(InvocationExpressionSyntax call) => [.. call.ArgumentList.Arguments.SelectMany(a => OfValue(a.Expression)).Distinct()];

    private IReadOnlyList<ModelRef> Reference(ITypeSymbol? type) => type switch
    {
        ITypeParameterSymbol parameter => [new ModelRef(null, parameter)],
        _ => [.. catalogue.AllOf(type).Select(m => new ModelRef(m, null))],
    };
}
