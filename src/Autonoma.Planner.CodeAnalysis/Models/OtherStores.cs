using Autonoma.Planner.CodeAnalysis.Projects;
using Autonoma.Planner.CodeAnalysis.Results;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autonoma.Planner.CodeAnalysis.Models;

/// <summary>Models that no EF context knows: targets of SQL inserts, documents of Mongo collections, mapped classes of other mappers.</summary>
internal sealed class OtherStores(LoadedCode code, ModelCatalogue catalogue, IReadOnlyList<INamedTypeSymbol> types, Func<SyntaxNode, bool> isExcluded)
{
    public void Read()
    {
        Documents();
        Mapped();
        Tables();
        KeyRelations.Read(catalogue);
    }

    private void Documents()
    {
        var found = new SortedDictionary<string, (INamedTypeSymbol Type, string? Collection)>(StringComparer.Ordinal);
        var generic = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var name in code.Trees.SelectMany(t => t.GetRoot().DescendantNodes().OfType<GenericNameSyntax>()).Where(n => n.Identifier.ValueText is "IMongoCollection" or "GetCollection"))
        {
            if (name.TypeArgumentList.Arguments is not [var argument] || code.Model(argument).GetTypeInfo(argument).Type is not { } type)
                continue;
            if (type is ITypeParameterSymbol { DeclaringType: { } holder })
                generic.Add(holder);
            else if (type is INamedTypeSymbol { TypeKind: TypeKind.Class, IsAbstract: false } document && code.Place(document) is not null)
            {
                var collection = name.Parent?.Parent is InvocationExpressionSyntax { ArgumentList.Arguments: [var first, ..] } ? SqlInserts.Text(code, first.Expression) : null;
                var known = found.GetValueOrDefault(document.ToDisplayString());
                found[document.ToDisplayString()] = (document, collection ?? known.Collection);
            }
        }

        // A repository for documents of any kind stores those it is used with.
        foreach (var name in generic.Count == 0 ? [] : code.Trees.SelectMany(t => t.GetRoot().DescendantNodes().OfType<GenericNameSyntax>()))
        {
            if (code.Model(name).GetSymbolInfo(name).Symbol is INamedTypeSymbol constructed && (generic.Contains(constructed.OriginalDefinition) || generic.OfType<INamedTypeSymbol>().Any(g => g.AllInterfaces.Any(i => SymbolEqualityComparer.Default.Equals(i.OriginalDefinition, constructed.OriginalDefinition) && i.TypeArguments.Length == 1))))
            {
                foreach (var document in constructed.TypeArguments.OfType<INamedTypeSymbol>().Where(t => t is { TypeKind: TypeKind.Class, IsAbstract: false } && code.Place(t) is not null))
                    found.TryAdd(document.ToDisplayString(), (document, null));
            }
        }

        foreach (var (type, collection) in found.Values.Where(f => catalogue.Of(f.Type) is null))
            catalogue.Add(Make(type, "mongo", collection));
    }

    private void Mapped()
    {
        foreach (var type in types)
        {
            var map = TypeNames.WithBases(type).Skip(1).FirstOrDefault(t => t.Name is "ClassMap" or "ClassMapping" && t.TypeArguments.Length == 1);
            if (map?.TypeArguments[0] is INamedTypeSymbol mapped && code.Place(mapped) is not null && catalogue.Of(mapped) is null)
                catalogue.Add(Make(mapped, "nhibernate", null));
            if (type.GetAttributes().Any(a => a.AttributeClass?.ToDisplayString() == "Dapper.Contrib.Extensions.TableAttribute") && catalogue.Of(type) is null)
                catalogue.Add(Make(type, "sql", EntityModels.Attribute(type, "Table")?.ConstructorArguments.FirstOrDefault().Value as string));
        }
    }

    private void Tables()
    {
        foreach (var tree in code.Trees)
        {
            foreach (var text in tree.GetRoot().DescendantNodes().OfType<ExpressionSyntax>().Where(e => e is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax))
            {
                if (SqlInserts.Text(code, text) is not { } sql || !sql.Contains("INTO", StringComparison.OrdinalIgnoreCase) || isExcluded(text))
                    continue;
                foreach (var insert in SqlInserts.Of(sql).Where(i => i.Table.Length > 0 && i.Table[0] is not ('@' or '#') && catalogue.OfTable(i.Table) is null))
                    catalogue.Add(ForTable(insert, code.Place(text)));
            }
        }
    }

    private KnownModel ForTable(SqlInsert insert, SourcePlace place)
    {
        var name = Names.ClassOf(insert.Table.StartsWith("tbl", StringComparison.OrdinalIgnoreCase) ? insert.Table[3..] : insert.Table);
        var type = types.Where(t => t.TypeKind == TypeKind.Class && t.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && catalogue.Of(t) is null)
            .OrderByDescending(t => Overlap(t, insert.Columns)).ThenBy(t => t.ToDisplayString(), StringComparer.Ordinal).FirstOrDefault();
        if (type is not null)
            return Make(type, "sql", insert.Table);
        var model = new KnownModel(name, "sql", place) { Table = insert.Table };
        model.Fields.AddRange(insert.Columns.Select(c => new ModelField(c, "unknown", false, c.Equals("id", StringComparison.OrdinalIgnoreCase), false)));
        model.Key.AddRange(insert.Columns.Where(c => c.Equals("id", StringComparison.OrdinalIgnoreCase)));
        return model;
    }

    private static int Overlap(INamedTypeSymbol type, IReadOnlyList<string> columns)
        => type.GetMembers().OfType<IPropertySymbol>().Count(p => columns.Any(c => c.Replace("_", "", StringComparison.Ordinal).Equals(p.Name, StringComparison.OrdinalIgnoreCase)));

    private KnownModel Make(INamedTypeSymbol type, string store, string? table)
    {
        var model = new KnownModel(type.Name, store, code.Place(type)!) { Type = type, Table = table };
        var properties = TypeNames.WithBases(type).Reverse().SelectMany(t => t.GetMembers().OfType<IPropertySymbol>()).Where(p => !p.IsStatic && !p.IsIndexer && p.Name != "EqualityContract").GroupBy(p => p.Name).Select(g => g.Last());
        new ColumnReader(code, []).Read(model, properties, _ => false);
        return model;
    }
}
