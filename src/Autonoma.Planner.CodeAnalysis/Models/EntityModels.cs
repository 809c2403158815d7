using Autonoma.Planner.CodeAnalysis.Projects;
using Autonoma.Planner.CodeAnalysis.Results;
using Microsoft.CodeAnalysis;

namespace Autonoma.Planner.CodeAnalysis.Models;

/// <summary>The models of EF Core contexts: sets, configuration, attributes, and what conventions reach from them.</summary>
internal sealed class EntityModels(LoadedCode code, ModelCatalogue catalogue)
{
    private readonly FluentReader _fluent = new(code);
    private readonly Dictionary<INamedTypeSymbol, string> _sets = new(SymbolEqualityComparer.Default);
    private readonly List<INamedTypeSymbol> _entities = [];
    private readonly HashSet<INamedTypeSymbol> _known = new(SymbolEqualityComparer.Default);
    private IReadOnlyDictionary<ITypeSymbol, EntityFacts> _facts = new Dictionary<ITypeSymbol, EntityFacts>(SymbolEqualityComparer.Default);

    public IReadOnlyList<INamedTypeSymbol> Types { get; private set; } = [];

    public void Read()
    {
        _facts = _fluent.Read();
        Types = [.. _fluent.Types()];
        var owned = OwnedTypes();
        foreach (var context in Types.Where(IsContext))
            ReadContext(context);
        foreach (var type in _facts.Where(f => f.Value.IsEntity).Select(f => f.Key).OfType<INamedTypeSymbol>().OrderBy(Order, StringComparer.Ordinal))
            Reach(type);
        for (var i = 0; i < _entities.Count; i++)
        {
            foreach (var target in Navigations(_entities[i]).Select(n => n.Target).Where(t => !owned.Contains(t)))
                Reach(target);
        }

        var entities = _entities.Where(e => !owned.Contains(e) && !(Facts(e)?.IsKeyless ?? false) && !Has(e, "Keyless", "NotMapped")).OrderBy(Order, StringComparer.Ordinal).ToList();
        foreach (var type in entities.Where(e => !e.IsAbstract))
            catalogue.Add(Make(type, ModelKind.Entity));
        foreach (var type in entities.Where(e => e.IsAbstract))
            catalogue.Abstract[type] = [.. entities.Where(e => !e.IsAbstract && TypeNames.WithBases(e).Skip(1).Contains(type, SymbolEqualityComparer.Default)).Select(e => catalogue.Of(e)!)];
        foreach (var model in catalogue.Models.ToList())
        {
            model.Base = TypeNames.WithBases(model.Type!).Skip(1).Select(catalogue.Of).FirstOrDefault(b => b is not null);
            ReadOwned(model);
        }

        new EntityRelations(code, catalogue, _facts, this).Read();
    }

    public EntityFacts? Facts(ITypeSymbol type) => _facts.GetValueOrDefault(type);

    /// <summary>Properties that lead to another class of the application which may be an entity.</summary>
    public IEnumerable<(IPropertySymbol Property, INamedTypeSymbol Target, bool IsMany)> Navigations(INamedTypeSymbol type)
    {
        foreach (var property in Properties(type))
        {
            var element = TypeNames.Element(property.Type);
            if ((element ?? property.Type) is not INamedTypeSymbol { TypeKind: TypeKind.Class } target || TypeNames.IsScalar(target) || code.Place(target) is null)
                continue;
            var facts = TypeNames.WithBases(type).Select(Facts).OfType<EntityFacts>().ToList();
            if (facts.Any(f => f.Ignored.Contains(property.Name) || f.Owned.ContainsKey(property.Name) || (f.Columns.TryGetValue(property.Name, out var column) && (column.IsConverted || column.IsMapped))))
                continue;
            if (element is null && property.SetMethod is null && !facts.Any(f => f.Relations.Any(r => r.FromNavigation == property.Name)) && !IsConfiguredInverse(target, property.Name))
                continue;
            if (!Has(property, "NotMapped", "BsonIgnore") && !Has(target, "ComplexType", "NotMapped"))
                yield return (property, target, element is not null);
        }
    }

    /// <summary>Instance properties of a class and of the bases that are no entities themselves, the bases first.</summary>
    public IEnumerable<IPropertySymbol> Properties(INamedTypeSymbol type)
        => TypeNames.WithBases(type).Reverse().Where(t => code.Place(t) is not null || t.Name.StartsWith("Identity", StringComparison.Ordinal))
            .SelectMany(t => t.GetMembers().OfType<IPropertySymbol>()).Where(p => !p.IsStatic && !p.IsIndexer && p.GetMethod is not null && p.ExplicitInterfaceImplementations.IsEmpty && p.Name != "EqualityContract")
            .GroupBy(p => p.Name).Select(g => g.Last());

    public static bool Has(ISymbol symbol, params string[] attributes) => symbol.GetAttributes().Any(a => a.AttributeClass is { } c && attributes.Contains(c.Name.EndsWith("Attribute", StringComparison.Ordinal) ? c.Name[..^9] : c.Name));

    public static AttributeData? Attribute(ISymbol symbol, string name) => symbol.GetAttributes().FirstOrDefault(a => a.AttributeClass?.Name is { } n && (n == name || n == name + "Attribute"));

    public static bool IsContext(INamedTypeSymbol type) => TypeNames.WithBases(type).Skip(1).Any(t => t.Name.EndsWith("DbContext", StringComparison.Ordinal));

    private bool IsConfiguredInverse(INamedTypeSymbol target, string navigation) => Facts(target)?.Relations.Any(r => r.ToNavigation == navigation) ?? false;

    private static string Order(ITypeSymbol type) => type.ToDisplayString();

    private HashSet<INamedTypeSymbol> OwnedTypes()
    {
        var owned = new HashSet<INamedTypeSymbol>(_fluent.OwnedTypes, SymbolEqualityComparer.Default);
        owned.UnionWith(_facts.Values.SelectMany(f => f.Owned.Values).Select(o => o.Type).OfType<INamedTypeSymbol>());
        owned.UnionWith(Types.Where(t => Has(t, "Owned", "ComplexType")));
        return owned;
    }

    private void ReadContext(INamedTypeSymbol context)
    {
        foreach (var set in context.GetMembers().OfType<IPropertySymbol>().Where(p => p.Type is INamedTypeSymbol { Name: "DbSet" or "IDbSet", TypeArguments.Length: 1 }))
        {
            if (((INamedTypeSymbol)set.Type).TypeArguments[0] is INamedTypeSymbol entity)
            {
                _sets.TryAdd(entity, set.Name);
                Reach(entity);
            }
        }

        // A context of ASP.NET Core Identity stores the application's own classes of users and roles.
        foreach (var argument in TypeNames.WithBases(context).Skip(1).Where(t => t.Name.StartsWith("Identity", StringComparison.Ordinal)).SelectMany(t => t.TypeArguments).OfType<INamedTypeSymbol>().Where(t => t.TypeKind == TypeKind.Class && code.Place(t) is not null))
            Reach(argument);
    }

    private void Reach(INamedTypeSymbol type)
    {
        type = type.OriginalDefinition;
        if (type is IErrorTypeSymbol || code.Place(type) is null || type.TypeKind != TypeKind.Class || !_known.Add(type))
            return;
        _entities.Add(type);
    }

    private KnownModel Make(INamedTypeSymbol type, ModelKind kind)
    {
        var facts = TypeNames.WithBases(type).Select(Facts).OfType<EntityFacts>().ToList();
        var root = TypeNames.WithBases(type).LastOrDefault(t => _known.Contains(t)) ?? type;
        var table = facts.Select(f => f.Table).FirstOrDefault(t => t is not null)
            ?? TypeNames.WithBases(type).Select(t => Attribute(t, "Table")?.ConstructorArguments.FirstOrDefault().Value as string).FirstOrDefault(t => t is not null)
            ?? _sets.GetValueOrDefault(type) ?? _sets.GetValueOrDefault(root);
        var model = new KnownModel(type.Name, "ef", code.Place(type)!) { Type = type, Kind = kind, Table = table, SetName = _sets.GetValueOrDefault(type) };
        var navigations = Navigations(type).Select(n => n.Property.Name).ToHashSet(StringComparer.Ordinal);
        new ColumnReader(code, facts).Read(model, Properties(type).Where(p => !navigations.Contains(p.Name)), IsOwnedValue);
        foreach (var unique in facts.SelectMany(f => f.Unique))
            model.Unique.Add(unique);
        foreach (var index in TypeNames.WithBases(type).SelectMany(t => t.GetAttributes()).Where(a => a.AttributeClass?.Name == "IndexAttribute" && a.NamedArguments.Any(n => n.Key == "IsUnique" && n.Value.Value is true)))
            model.Unique.Add([.. index.ConstructorArguments.SelectMany(a => a.Kind == TypedConstantKind.Array ? a.Values.Select(v => v.Value) : [a.Value]).OfType<string>()]);
        return model;
    }

    private bool IsOwnedValue(ITypeSymbol type) => type is INamedTypeSymbol named && (catalogue.Values.Contains(named) || _facts.Values.SelectMany(f => f.Owned.Values).Any(o => SymbolEqualityComparer.Default.Equals(o.Type, named)));

    private void ReadOwned(KnownModel model)
    {
        foreach (var (name, owned) in TypeNames.WithBases(model.Type!).Select(Facts).OfType<EntityFacts>().SelectMany(f => f.Owned).DistinctBy(o => o.Key).OrderBy(o => o.Key, StringComparer.Ordinal))
        {
            if (owned.Type is null || code.Place(owned.Type) is not { } place)
                continue;
            var hasRows = !owned.IsJson && (owned.IsMany || (owned.Table is not null && owned.Table != model.Table));
            if (!hasRows)
            {
                catalogue.Values.Add(owned.Type);
                continue;
            }

            var part = catalogue.Of(owned.Type);
            if (part is null)
            {
                part = catalogue.Add(Make(owned.Type, ModelKind.Owned));
                part.Table = owned.Table ?? part.Table;
                part.Owner = model;
                ReadOwned(part);
            }

            catalogue.Relations.Add(new ModelRelation(part.Name, model.Name, null, "owned", true, owned.Place ?? place));
        }
    }
}
