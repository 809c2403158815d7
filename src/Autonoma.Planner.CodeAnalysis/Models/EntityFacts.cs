using Autonoma.Planner.CodeAnalysis.Results;
using Microsoft.CodeAnalysis;

namespace Autonoma.Planner.CodeAnalysis.Models;

/// <summary>What configuration code says about one entity.</summary>
internal sealed class EntityFacts
{
    public string? Table { get; set; }
    public SourcePlace? Place { get; set; }
    public bool IsKeyless { get; set; }
    public bool IsEntity { get; set; }
    public HashSet<string> Ignored { get; } = new(StringComparer.Ordinal);
    public List<string> Key { get; } = [];
    public List<IReadOnlyList<string>> Unique { get; } = [];
    public SortedDictionary<string, ColumnFacts> Columns { get; } = new(StringComparer.Ordinal);
    public SortedDictionary<string, OwnedFacts> Owned { get; } = new(StringComparer.Ordinal);
    public List<RelationFacts> Relations { get; } = [];

    public ColumnFacts Column(string name) => Columns.TryGetValue(name, out var found) ? found : Columns[name] = new ColumnFacts();

    /// <summary>Takes over what is said about a type parameter that stands for this entity.</summary>
    public void Take(EntityFacts other)
    {
        Table ??= other.Table;
        IsKeyless |= other.IsKeyless;
        IsEntity |= other.IsEntity;
        Ignored.UnionWith(other.Ignored);
        if (Key.Count == 0)
            Key.AddRange(other.Key);
        Unique.AddRange(other.Unique);
        foreach (var (name, column) in other.Columns)
            Columns.TryAdd(name, column);
        foreach (var (name, owned) in other.Owned)
            Owned.TryAdd(name, owned);
        Relations.AddRange(other.Relations);
    }
}

/// <summary>A property as configured.</summary>
internal sealed class ColumnFacts
{
    public bool? IsRequired { get; set; }
    public bool HasDefault { get; set; }
    public bool IsConverted { get; set; }
    public bool IsMapped { get; set; }
    public int? MaxLength { get; set; }
    public ITypeSymbol? Type { get; set; }
}

/// <summary>An owned part.</summary>
internal sealed class OwnedFacts
{
    public INamedTypeSymbol? Type { get; set; }
    public bool IsMany { get; set; }
    public string? Table { get; set; }
    public bool IsJson { get; set; }
    public SourcePlace? Place { get; set; }
}

/// <summary>A configured link: from one entity to another, with what the ends are called.</summary>
internal sealed record RelationFacts(ITypeSymbol From, ITypeSymbol To, string? FromNavigation, string? ToNavigation, bool FromMany, bool? ToMany, string? ForeignKey, ITypeSymbol? ForeignKeyOn, bool? IsRequired, SourcePlace Place);
