using Autonoma.Planner.CodeAnalysis.Projects;
using Autonoma.Planner.CodeAnalysis.Results;
using Microsoft.CodeAnalysis;

namespace Autonoma.Planner.CodeAnalysis.Models;

/// <summary>How entities hang together: as configured, by navigation, by the name of a key.</summary>
internal sealed class EntityRelations(LoadedCode code, ModelCatalogue catalogue, IReadOnlyDictionary<ITypeSymbol, EntityFacts> facts, EntityModels entities)
{
    private readonly HashSet<(string, string, string)> _done = [];

    public void Read()
    {
        foreach (var relation in facts.Values.SelectMany(f => f.Relations).OrderBy(r => r.Place.File, StringComparer.Ordinal).ThenBy(r => r.Place.Line))
            Configured(relation);
        foreach (var model in catalogue.Models.Where(m => m.Store == "ef").ToList())
        {
            foreach (var (property, target, isMany) in entities.Navigations(model.Type!))
                Conventional(model, property, target, isMany);
        }

        KeyRelations.Read(catalogue);
        Joins();
    }

    private void Configured(RelationFacts relation)
    {
        if (relation is { FromMany: true, ToMany: true })
        {
            foreach (var (left, right) in Pairs(relation.From, relation.To))
                Add(left, right, null, "many-to-many", false, relation.Place);
            return;
        }

        // The many end refers to the one; between two ones the key's place decides, else the class that has a property for it.
        var childIsFrom = relation.FromMany ? false : relation.ToMany is true || (relation.ToMany is false && (relation.ForeignKeyOn is { } on
            ? TypeNames.WithBases(relation.From).Contains(on, SymbolEqualityComparer.Default) : KeyProperty(relation.From, relation.FromNavigation, relation.To) is not null));
        var (child, parent) = childIsFrom ? (relation.From, relation.To) : (relation.To, relation.From);
        var navigation = childIsFrom ? relation.FromNavigation : relation.ToNavigation;
        foreach (var (c, p) in Pairs(child, parent))
        {
            var key = relation.ForeignKey ?? KeyProperty(child, navigation, parent) ?? (navigation ?? p.Name) + "Id";
            Add(c, p, key, relation.ToMany is false && !relation.FromMany ? "one-to-one" : "one-to-many", relation.IsRequired, relation.Place);
        }
    }

    private void Conventional(KnownModel model, IPropertySymbol property, INamedTypeSymbol target, bool isMany)
    {
        if (facts.Any(f => f.Value.Relations.Any(r => (Same(r.From, model.Type!) && r.FromNavigation == property.Name) || (Same(r.To, model.Type!) && r.ToNavigation == property.Name))))
            return;
        var place = code.Place(property) ?? model.Source;
        foreach (var other in catalogue.AllOf(target))
        {
            var backs = entities.Navigations(target).Where(n => Same(n.Target, model.Type!)).ToList();
            if (isMany && backs.Any(b => b.IsMany) && !Same(target, model.Type!))
                Add(model, other, null, "many-to-many", false, place);
            else if (isMany)
            {
                var inverse = backs.FirstOrDefault(b => !b.IsMany).Property?.Name;
                Add(other, model, KeyProperty(target, inverse, model.Type!) ?? (inverse ?? model.Name) + "Id", "one-to-many", null, place);
            }
            else if (KeyProperty(model.Type!, property.Name, target) is { } key || !backs.Any(b => !b.IsMany) || KeyProperty(target, backs.First(b => !b.IsMany).Property.Name, model.Type!) is null)
                Add(model, other, KeyProperty(model.Type!, property.Name, target) ?? property.Name + "Id", backs.Any(b => !b.IsMany) ? "one-to-one" : "one-to-many", property.NullableAnnotation == NullableAnnotation.Annotated ? false : null, place);
        }
    }

    private void Add(KnownModel child, KnownModel parent, string? key, string kind, bool? required, SourcePlace place)
    {
        var pair = kind == "many-to-many" && string.CompareOrdinal(child.Name, parent.Name) > 0 ? (parent.Name, child.Name, "") : (child.Name, parent.Name, key ?? "");
        if (!_done.Add(pair))
            return;
        if (kind == "many-to-many")
        {
            catalogue.Relations.Add(new ModelRelation(pair.Item1, pair.Item2, null, kind, false, place));
            return;
        }

        var field = key is null ? null : child.Field(key);
        if (field is null && key is not null)
        {
            // Only the database has the column.
            var type = parent.Key.Count == 1 ? parent.Field(parent.Key[0])?.Type ?? "int" : "int";
            child.Fields.Add(field = new ModelField(key, type, required ?? false, child.Key.Contains(key), false));
        }

        catalogue.Relations.Add(new ModelRelation(child.Name, parent.Name, key, kind, required ?? field?.IsRequired ?? false, place));
    }

    // A class between two others that consists of their keys stands for the link.
    private void Joins()
    {
        foreach (var model in catalogue.Models.Where(m => m.Kind == ModelKind.Entity && m.Key.Count == 2))
        {
            var parents = catalogue.Relations.Where(r => r.Child == model.Name && r.Field is not null && model.Key.Contains(r.Field)).Select(r => r.Field).Distinct().Count();
            if (parents == 2)
                model.Kind = ModelKind.Join;
        }
    }

    private IEnumerable<(KnownModel, KnownModel)> Pairs(ITypeSymbol left, ITypeSymbol right) => catalogue.AllOf(left).SelectMany(l => catalogue.AllOf(right).Select(r => (l, r)));

    private static bool Same(ITypeSymbol one, ITypeSymbol other) => SymbolEqualityComparer.Default.Equals(one, other) || TypeNames.WithBases(other).Contains(one, SymbolEqualityComparer.Default);

    private string? KeyProperty(ITypeSymbol child, string? navigation, ITypeSymbol parent)
    {
        if (child is not INamedTypeSymbol named)
            return null;
        var properties = entities.Properties(named).ToList();
        var marked = navigation is null ? null : properties.Where(p => p.Name == navigation).Select(p => EntityModels.Attribute(p, "ForeignKey")?.ConstructorArguments.FirstOrDefault().Value as string).FirstOrDefault(n => n is not null)
            ?? properties.FirstOrDefault(p => TypeNames.IsScalar(p.Type) && EntityModels.Attribute(p, "ForeignKey")?.ConstructorArguments.FirstOrDefault().Value as string == navigation)?.Name;
        if (marked is not null && properties.Any(p => p.Name == marked && TypeNames.IsScalar(p.Type)))
            return marked;
        var names = navigation is null ? [parent.Name + "Id"] : new[] { navigation + "Id", parent.Name + "Id" };
        return names.FirstOrDefault(n => properties.Any(p => p.Name.Equals(n, StringComparison.OrdinalIgnoreCase) && TypeNames.IsScalar(p.Type)));
    }
}
