using Autonoma.Planner.CodeAnalysis.Models;
using Autonoma.Planner.CodeAnalysis.Projects;
using Autonoma.Planner.CodeAnalysis.Results;
using Autonoma.Planner.CodeAnalysis.Scaffolding.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autonoma.Planner.CodeAnalysis.Scaffolding.Inputs;

/// <summary>The app that factories are written for, seen from the project that will hold them.</summary>
internal sealed class AppCode
{
    private readonly CSharpCompilation _compilation;
    private readonly List<INamedTypeSymbol> _contexts;

    public AppCode(AnalyzedCode analyzed, ProjectFile web)
    {
        Analyzed = analyzed;
        Web = web;
        _compilation = analyzed.Code.Compilations[web];
        Services = new AppServices(analyzed.Code);
        _contexts = [.. analyzed.Entities.Types.Where(EntityModels.IsContext).Where(c => !c.IsAbstract).OrderByDescending(c => Services.Has(c)).ThenBy(c => c.ToDisplayString(), StringComparer.Ordinal)];
        Text = _compilation.GetSpecialType(SpecialType.System_String).WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        Roles = [.. FindRoles()];
    }

    public AnalyzedCode Analyzed { get; }

    public LoadedCode Code => Analyzed.Code;

    public ModelCatalogue Catalogue => Analyzed.Catalogue;

    public IReadOnlyList<ModelRelation> Relations => Catalogue.Relations;

    public AppServices Services { get; }

    /// <summary>The project that answers requests.</summary>
    public ProjectFile Web { get; }

    public ITypeSymbol Text { get; }

    /// <summary>Names of roles that the app asks for, in the order of the code.</summary>
    public IReadOnlyList<string> Roles { get; }

    public IReadOnlyList<INamedTypeSymbol> Contexts => _contexts;

    /// <summary>Whether code of the web project may name a type or member.</summary>
    public bool IsVisible(ISymbol symbol) => symbol switch
    {
        IArrayTypeSymbol array => IsVisible(array.ElementType),
        ITypeParameterSymbol => true,
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.All(e => IsVisible(e.Type)),
        INamedTypeSymbol named => _compilation.IsSymbolAccessibleWithin(named.OriginalDefinition, _compilation.Assembly) && named.TypeArguments.All(IsVisible),
        _ => _compilation.IsSymbolAccessibleWithin(symbol.OriginalDefinition, _compilation.Assembly),
    };

    public bool IsOwn(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, _compilation.Assembly);

    /// <summary>The context that keeps a model; null for one that no context keeps.</summary>
    public INamedTypeSymbol? ContextOf(KnownModel model)
    {
        var visible = _contexts.Where(IsVisible).ToList();
        return model.Store != "ef" ? null : visible.FirstOrDefault(c => c.GetMembers().OfType<IPropertySymbol>().Any(p => p.Type is INamedTypeSymbol { Name: "DbSet" or "IDbSet", TypeArguments: [var entity] } && SymbolEqualityComparer.Default.Equals(entity, model.Type)))
            ?? visible.FirstOrDefault();
    }

    /// <summary>Type of a model's key as written; null when it has several parts or is not known.</summary>
    public string? KeyType(KnownModel model, TypeText types) => model.Key is [var key] ? FieldType(model, key, types) : null;

    /// <summary>Type of a column as written, also of one that only the database has.</summary>
    public string? FieldType(KnownModel model, string field, TypeText types)
    {
        if (Property(model, field) is { } property)
            return types.Of(TypeNames.NotNull(property.Type)).TrimEnd('?');
        var text = model.Field(field)?.Type;
        if (text is "guid" or "datetime" or "datetimeoffset" or "date" or "time" or "timespan")
            types.Usings.Add("System");
        return text switch
        {
            "guid" => "Guid", "datetime" => "DateTime", "datetimeoffset" => "DateTimeOffset", "date" => "DateOnly", "time" => "TimeOnly", "timespan" => "TimeSpan", "bytes" => "byte[]",
            "string" or "bool" or "int" or "long" or "short" or "byte" or "decimal" or "double" or "float" or "char" => text, _ => null,
        };
    }

    public static IPropertySymbol? Property(KnownModel model, string name) => model.Type is null ? null : TypeNames.WithBases(model.Type).SelectMany(t => t.GetMembers(name)).OfType<IPropertySymbol>().FirstOrDefault(p => !p.IsStatic);

    /// <summary>The field by which one model refers to another; null when it does not, or in several ways.</summary>
    public string? NameOfReference(KnownModel child, KnownModel parent)
        => Relations.Where(r => r.Child == child.Name && r.Parent == parent.Name && r.Field is not null).Select(r => r.Field!).Distinct(StringComparer.Ordinal).ToList() is [var only] ? only : null;

    // RequireRole(...), [Authorize(Roles = "...")], IsInRole(...)
    private IEnumerable<string> FindRoles()
    {
        var found = new List<string>();
        foreach (var node in Code.Trees.SelectMany(t => t.GetRoot().DescendantNodes()))
        {
            if (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "RequireRole" or "IsInRole" } } call)
                found.AddRange(call.ArgumentList.Arguments.Select(a => Code.Model(a).GetConstantValue(a.Expression)).Where(v => v.HasValue).Select(v => v.Value).OfType<string>());
            else if (node is AttributeSyntax { ArgumentList: { } list } attribute && attribute.Name.ToString().EndsWith("Authorize", StringComparison.Ordinal))
                found.AddRange(list.Arguments.Where(a => a.NameEquals?.Name.Identifier.ValueText == "Roles").Select(a => Code.Model(a).GetConstantValue(a.Expression)).Where(v => v.HasValue).Select(v => v.Value).OfType<string>().SelectMany(v => v.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));
        }

        return found.Distinct(StringComparer.Ordinal);
    }
}
