using Autonoma.Planner.Designing;

namespace Autonoma.Planner.CodeAnalysis.Results;

/// <summary>How a model is kept.</summary>
public enum ModelKind
{
    /// <summary>A table or collection of its own.</summary>
    Entity,

    /// <summary>Part of another model, with rows of its own.</summary>
    Owned,

    /// <summary>A class that stands for a link between two models.</summary>
    Join,
}

/// <summary>Something that is stored: a table, a collection.</summary>
/// <param name="Name">The class, or the name of the schema file; a table without a class gets its singular.</param>
/// <param name="Kind">How it is kept.</param>
/// <param name="Store">What keeps it: <c>ef</c>, <c>sql</c>, <c>mongo</c>, <c>prisma</c> and so on.</param>
/// <param name="Table">Its table or collection; null where nothing says it.</param>
/// <param name="Source">Where it is declared.</param>
/// <param name="Fields">Its columns, in the order of the declaration.</param>
/// <param name="Unique">Sets of fields that no two rows share, beside the key.</param>
/// <param name="Base">The model it inherits from; null for none.</param>
public sealed record DataModel(
    string Name, ModelKind Kind, string Store, string? Table, SourcePlace Source,
    IReadOnlyList<ModelField> Fields, IReadOnlyList<IReadOnlyList<string>> Unique, string? Base = null);

/// <summary>A column.</summary>
/// <param name="Name">As the code calls it.</param>
/// <param name="Type">A short name: <c>string</c>, <c>int</c>, <c>guid</c>, <c>enum(New,Paid)</c>; <c>[]</c> behind it for several.</param>
/// <param name="IsRequired">Whether it may not be null.</param>
/// <param name="IsId">Whether it belongs to the key.</param>
/// <param name="HasDefault">Whether a row may leave it out.</param>
/// <param name="MaxLength">Longest text; null for no limit that is known.</param>
public sealed record ModelField(string Name, string Type, bool IsRequired, bool IsId, bool HasDefault, int? MaxLength = null)
{
    /// <summary>What annotations demand of its values: ranges, lengths, expressions.</summary>
    public ValueLimits Limits { get; init; } = MaxLength is { } most ? new() { MaxLength = most } : ValueLimits.None;

    /// <summary>Texts that code gives it or compares it with, when they look like a closed set; empty otherwise.</summary>
    public IReadOnlyList<string> KnownTexts { get; init; } = [];
}

/// <summary>A link between two models.</summary>
/// <param name="Child">The model that refers.</param>
/// <param name="Parent">The model that is referred to.</param>
/// <param name="Field">The field of the child that holds the key; null where only the database knows one.</param>
/// <param name="Kind"><c>one-to-many</c>, <c>one-to-one</c>, <c>many-to-many</c>, <c>owned</c> or <c>by-id</c> (a key without a declared link).</param>
/// <param name="IsRequired">Whether a child cannot be without its parent.</param>
/// <param name="Source">Where it is said.</param>
public sealed record ModelRelation(string Child, string Parent, string? Field, string Kind, bool IsRequired, SourcePlace Source);

/// <summary>A model that everything else may belong to: tenant, organization, shop.</summary>
/// <param name="Model">The model.</param>
/// <param name="Field">The field by which others name it.</param>
/// <param name="Direct">How many models have that field.</param>
/// <param name="Reached">How many models belong to it, through others as well.</param>
public sealed record ScopeCandidate(string Model, string Field, int Direct, int Reached);
