using Autonoma.Planner.CodeAnalysis.Results;
using Microsoft.CodeAnalysis;

namespace Autonoma.Planner.CodeAnalysis.Models;

/// <summary>A model while the analysis puts it together.</summary>
internal sealed class KnownModel(string name, string store, SourcePlace source)
{
    public string Name { get; set; } = name;
    public string Store { get; } = store;
    public SourcePlace Source { get; } = source;
    public INamedTypeSymbol? Type { get; init; }
    public ModelKind Kind { get; set; }
    public string? Table { get; set; }
    public string? SetName { get; set; }
    public KnownModel? Base { get; set; }
    public KnownModel? Owner { get; set; }
    public List<ModelField> Fields { get; set; } = [];
    public List<IReadOnlyList<string>> Unique { get; } = [];
    public List<string> Key { get; } = [];

    public ModelField? Field(string field) => Fields.FirstOrDefault(f => f.Name == field);

    public DataModel ToResult() => new(Name, Kind, Store, Table, Source, Fields,
        [.. Unique.DistinctBy(u => string.Join(',', u)).OrderBy(u => string.Join(',', u), StringComparer.Ordinal)], Base?.Name);
}
