using Autonoma.Planner.CodeAnalysis.Projects;
using Autonoma.Planner.CodeAnalysis.Results;
using Microsoft.CodeAnalysis;

namespace Autonoma.Planner.CodeAnalysis.Models;

/// <summary>All models of a codebase, found by class, by table, by word.</summary>
internal sealed class ModelCatalogue
{
    private readonly Dictionary<INamedTypeSymbol, KnownModel> _byType = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<string, KnownModel> _byTable = new(StringComparer.OrdinalIgnoreCase);

    public List<KnownModel> Models { get; } = [];

    public List<ModelRelation> Relations { get; } = [];

    /// <summary>Parts without rows of their own: their columns are the owner's.</summary>
    public HashSet<INamedTypeSymbol> Values { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Base classes of models that are stored but cannot be made themselves.</summary>
    public Dictionary<INamedTypeSymbol, List<KnownModel>> Abstract { get; } = new(SymbolEqualityComparer.Default);

    public KnownModel Add(KnownModel model)
    {
        Models.Add(model);
        if (model.Type is not null)
            _byType[model.Type] = model;
        if (model.Table is not null)
            _byTable.TryAdd(Plain(model.Table), model);
        return model;
    }

    public KnownModel? Of(ITypeSymbol? type) => type is INamedTypeSymbol named && _byType.TryGetValue(named.OriginalDefinition, out var found) ? found : null;

    /// <summary>The model of a class, or those that inherit from a class that is only a base.</summary>
    public IReadOnlyList<KnownModel> AllOf(ITypeSymbol? type) => Of(type) is { } one ? [one] : type is INamedTypeSymbol named && Abstract.TryGetValue(named.OriginalDefinition, out var derived) ? derived : [];

    public KnownModel? OfTable(string table)
    {
        var plain = Plain(table);
        if (_byTable.TryGetValue(plain, out var found))
            return found;
        var name = Names.ClassOf(plain);
        return Models.FirstOrDefault(m => string.Equals(m.SetName, plain, StringComparison.OrdinalIgnoreCase)) ?? Models.FirstOrDefault(m => string.Equals(m.Name, name, StringComparison.OrdinalIgnoreCase));
    }

    public static string Plain(string table) => table[(table.LastIndexOf('.') + 1)..].Trim('"', '`', '[', ']', ' ');
}
