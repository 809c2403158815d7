using Autonoma.Planner.CodeAnalysis.Models;
using Autonoma.Planner.CodeAnalysis.Scaffolding.Inputs;
using Microsoft.CodeAnalysis;

namespace Autonoma.Planner.CodeAnalysis.Scaffolding.Designs;

/// <summary>How the key of a new record is got at: from what the function returns, from the object it was given, or from the context that stored it.</summary>
internal sealed class KeyReader(AppCode app, FactoryDesign design)
{
    private static readonly string[] Carrying = ["Value", "Data", "Entity", "Result", "Object", "Item"];
    private static readonly string[] NoSecret = ["password", "hash", "token", "secret", "key", "salt", "stamp", "code"];

    /// <summary>Expressions for the parts of the key, from a value; null when the value does not have it.</summary>
    /// <param name="value">The expression of the value.</param>
    /// <param name="type">Its type.</param>
    /// <param name="depth">How many wrappers were opened.</param>
    public IReadOnlyList<string>? From(string value, ITypeSymbol? type, int depth = 0)
    {
        if (type is null || depth > 2)
            return null;
        var model = design.Model;
        if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, model.Type))
            return OfModel(value);
        if (type is INamedTypeSymbol { IsTupleType: true } tuple)
            return tuple.TupleElements.Select(e => IsKey(e.Type) && e.Name is "Key" or "Id" or "Item1" ? (IReadOnlyList<string>)[$"{value}.{e.Name}"] : null).FirstOrDefault(k => k is not null)
                ?? tuple.TupleElements.Select(e => From($"{value}.{e.Name}", e.Type, depth + 1)).FirstOrDefault(k => k is not null);
        if (IsKey(type))
            return [value];
        if (type is not INamedTypeSymbol named || type.SpecialType != SpecialType.None)
            return null;
        var properties = PlainTypes.Properties(named, settable: false).Where(app.IsVisible).ToList();
        if (properties.Find(p => IsKey(p.Type) && (p.Name == "Id" || p.Name == model.Name + "Id" || (model.Key is [var key] && p.Name == key))) is { } id)
            return [$"{value}.{id.Name}"];
        // A result that wraps what was made.
        return Carrying.Select(name => properties.Find(p => p.Name == name)).OfType<IPropertySymbol>().Select(p => From($"{value}.{p.Name}{(p.Type.NullableAnnotation == NullableAnnotation.Annotated ? "!" : "")}", p.Type, depth + 1)).FirstOrDefault(k => k is not null);
    }

    /// <summary>What of an object of the model is worth remembering: what tells it from others and is no secret.</summary>
    public void Remember(string value, ITypeSymbol? type)
    {
        var carrier = type is INamedTypeSymbol { IsTupleType: true } tuple ? tuple.TupleElements.FirstOrDefault(e => SymbolEqualityComparer.Default.Equals(e.Type.OriginalDefinition, design.Model.Type)) : null;
        if (carrier is null && !SymbolEqualityComparer.Default.Equals(type?.OriginalDefinition, design.Model.Type))
            return;
        var from = carrier is null ? value : $"{value}.{carrier.Name}";
        foreach (var field in design.Model.Unique.SelectMany(u => u).Append("Email").Append("Name").Append("Slug").Distinct(StringComparer.Ordinal))
        {
            if (design.Model.Field(field) is not { Type: "string" or "int" or "long" } || Projects.Names.Words(field).Any(NoSecret.Contains) || design.Model.Key.Contains(field) || AppCode.Property(design.Model, field) is not { } property || !app.IsVisible(property))
                continue;
            var name = field == "Id" ? "Number" : field;
            if (design.Remembered.All(r => r.Name != name) && property.GetMethod is { } getter && app.IsVisible(getter))
                design.Remembered.Add((name, design.Types.Of(property.Type), $"{from}.{property.Name}"));
        }
    }

    private List<string>? OfModel(string value)
    {
        var parts = new List<string>();
        foreach (var key in design.Model.Key)
        {
            if (AppCode.Property(design.Model, key) is { GetMethod: { } getter } && app.IsVisible(getter))
                parts.Add($"{value}.{key}");
            else if (app.ContextOf(design.Model) is { } context && app.FieldType(design.Model, key, design.Types) is { } type)
                parts.Add($"{design.Need(design.Types.Bare(context), "database")}.Entry({value}).Property<{type}>(\"{key}\").CurrentValue");
            else
                return null;
        }

        return parts.Count > 0 ? parts : null;
    }

    private bool IsKey(ITypeSymbol type)
    {
        if (design.Model.Key is not [var key])
            return false;
        var wanted = AppCode.Property(design.Model, key)?.Type;
        return wanted is not null ? SymbolEqualityComparer.Default.Equals(TypeNames.NotNull(type), TypeNames.NotNull(wanted)) : design.Model.Field(key)?.Type == TypeNames.Short(type);
    }
}
