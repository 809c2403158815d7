using Autonoma.Planner.CodeAnalysis.Projects;
using Autonoma.Planner.CodeAnalysis.Results;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autonoma.Planner.CodeAnalysis.Models;

/// <summary>The columns of a class: types, keys, what is required, what has a default.</summary>
internal sealed class ColumnReader(LoadedCode code, IReadOnlyList<EntityFacts> facts)
{
    public void Read(KnownModel model, IEnumerable<IPropertySymbol> properties, Func<ITypeSymbol, bool> isOwned)
    {
        var all = properties.ToList();
        model.Key.AddRange(Key(model, all));
        foreach (var property in all)
        {
            var column = facts.Select(f => f.Columns.GetValueOrDefault(property.Name)).FirstOrDefault(c => c is not null);
            if (facts.Any(f => f.Ignored.Contains(property.Name)) || EntityModels.Has(property, "NotMapped", "BsonIgnore", "Computed") || !IsStored(property, column))
                continue;
            var element = TypeNames.Element(property.Type) ?? property.Type;
            if (isOwned(element))
            {
                if (TypeNames.Element(property.Type) is null)
                    model.Fields.AddRange(Parts(property));
                continue;
            }

            if (!TypeNames.IsScalar(property.Type) && column is not { IsConverted: true } and not { IsMapped: true } && code.Place(element) is not null && element.TypeKind is TypeKind.Class or TypeKind.Interface)
                continue;
            var isId = model.Key.Contains(property.Name);
            model.Fields.Add(new ModelField(property.Name, TypeNames.Short(property.Type), column?.IsRequired ?? IsRequired(property), isId,
                column?.HasDefault ?? false || HasInitialValue(property) || (isId && model.Key.Count == 1 && TypeNames.Short(property.Type) is "int" or "long" or "guid"), column?.MaxLength ?? MaxLength(property)) { Limits = LimitReader.Of(property, column?.MaxLength) });
        }

        // Columns that only the configuration knows.
        foreach (var (name, column) in facts.SelectMany(f => f.Columns).Where(c => c.Value is { IsMapped: true, Type: not null } && all.All(p => p.Name != c.Key)).OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            if (model.Field(name) is null)
                model.Fields.Add(new ModelField(name, TypeNames.Short(column.Type!), column.IsRequired ?? column.Type!.IsValueType && SymbolEqualityComparer.Default.Equals(TypeNames.NotNull(column.Type), column.Type), model.Key.Contains(name), column.HasDefault || model.Key.Contains(name), column.MaxLength));
        }
    }

    private IEnumerable<string> Key(KnownModel model, List<IPropertySymbol> properties)
    {
        var configured = facts.Select(f => f.Key).FirstOrDefault(k => k.Count > 0);
        if (configured is not null)
            return configured;
        var attribute = EntityModels.Attribute(model.Type!, "PrimaryKey");
        if (attribute is not null)
            return attribute.ConstructorArguments.SelectMany(a => a.Kind == TypedConstantKind.Array ? a.Values.Select(v => v.Value) : [a.Value]).OfType<string>();
        var marked = properties.Where(p => EntityModels.Has(p, "Key", "ExplicitKey", "BsonId")).Select(p => p.Name).ToList();
        if (marked.Count > 0)
            return marked;
        return properties.Select(p => p.Name).Where(n => n.Equals("Id", StringComparison.OrdinalIgnoreCase) || n.Equals(model.Name + "Id", StringComparison.OrdinalIgnoreCase)).OrderBy(n => n.Length).Take(1);
    }

    private static bool IsStored(IPropertySymbol property, ColumnFacts? column)
        => property.SetMethod is not null || column is { IsMapped: true } || property.ContainingType.IsRecord && property.DeclaringSyntaxReferences.Any(r => r.GetSyntax() is ParameterSyntax);

    private static bool IsRequired(IPropertySymbol property)
    {
        if (EntityModels.Has(property, "Required", "BsonRequired") || property.IsRequired)
            return true;
        return property.Type.IsValueType ? SymbolEqualityComparer.Default.Equals(TypeNames.NotNull(property.Type), property.Type) : property.NullableAnnotation == NullableAnnotation.NotAnnotated;
    }

    private static bool HasInitialValue(IPropertySymbol property) => property.DeclaringSyntaxReferences.Select(r => r.GetSyntax()).OfType<PropertyDeclarationSyntax>()
        .Any(p => p.Initializer is { Value: var value } && value is not PostfixUnaryExpressionSyntax and not LiteralExpressionSyntax { RawKind: (int)SyntaxKind.DefaultLiteralExpression });

    private static int? MaxLength(IPropertySymbol property)
        => (EntityModels.Attribute(property, "MaxLength") ?? EntityModels.Attribute(property, "StringLength"))?.ConstructorArguments.FirstOrDefault().Value as int?;

    // Owned in the same row: its columns are the owner's.
    private static IEnumerable<ModelField> Parts(IPropertySymbol owned)
        => owned.Type.GetMembers().OfType<IPropertySymbol>().Where(p => !p.IsStatic && !p.IsIndexer && p.Name != "EqualityContract" && TypeNames.IsScalar(p.Type) && (p.SetMethod is not null || p.ContainingType.IsRecord))
            .Select(p => new ModelField($"{owned.Name}.{p.Name}", TypeNames.Short(p.Type), owned.NullableAnnotation != NullableAnnotation.Annotated && IsRequired(p), false, HasInitialValue(p), MaxLength(p)) { Limits = LimitReader.Of(p, null) });
}
