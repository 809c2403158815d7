namespace Autonoma.Planner.Designing;

/// <summary>What an application stores, as far as it is known: what scenarios are designed from. Made by an analysis of the code.</summary>
/// <param name="Models">Every model, by name.</param>
/// <param name="Links">How they hang together.</param>
/// <param name="Scopes">Models that everything may belong to, the best first.</param>
public sealed record DataSchema(IReadOnlyList<StoredModel> Models, IReadOnlyList<ModelLink> Links, IReadOnlyList<ScopeHint> Scopes)
{
    /// <summary>A model by its exact name; null when there is none.</summary>
    public StoredModel? Find(string name) => Models.FirstOrDefault(model => model.Name == name);

    /// <summary>The links of a model to those it refers to.</summary>
    public IEnumerable<ModelLink> LinksOf(string model) => Links.Where(link => link.Child == model);
}

/// <summary>A model: a table, a collection.</summary>
/// <param name="Name">As in the audit.</param>
/// <param name="Fields">Its fields, as they are called on the wire.</param>
public sealed record StoredModel(string Name, IReadOnlyList<StoredField> Fields)
{
    /// <summary>Sets of fields that no two rows share, beside the key.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Unique { get; init; } = [];

    /// <summary>Whether it is a part of another model and has no life of its own.</summary>
    public bool IsPart { get; init; }

    /// <summary>Whether it stands for a link between two models.</summary>
    public bool IsJoin { get; init; }

    /// <summary>Whether its creation makes a slug or another unique word of its name or title.</summary>
    public bool MakesSlug { get; init; }

    /// <summary>A field by its name, whatever the case; null when there is none.</summary>
    public StoredField? Field(string name) => Fields.FirstOrDefault(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A field.</summary>
/// <param name="Name">On the wire: <c>salePrice</c>; a part of a part with a dot: <c>address.city</c>.</param>
/// <param name="Type">Short: <c>string</c>, <c>int</c>, <c>decimal</c>, <c>enum(New,Paid)</c>, <c>guid</c>, <c>date</c>, <c>datetime</c>; <c>[]</c> behind it for several.</param>
public sealed record StoredField(string Name, string Type)
{
    /// <summary>Whether it may not be null.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether it belongs to the key.</summary>
    public bool IsId { get; init; }

    /// <summary>Whether a row may leave it out.</summary>
    public bool HasDefault { get; init; }

    /// <summary>What else its values must be.</summary>
    public ValueLimits Limits { get; init; } = ValueLimits.None;

    /// <summary>Texts that the code knows for it (<c>Manager</c>, <c>Packer</c>); empty when any will do.</summary>
    public IReadOnlyList<string> KnownTexts { get; init; } = [];

    /// <summary>The words of an enum; empty for any other type.</summary>
    public IReadOnlyList<string> Words => Type.StartsWith("enum(", StringComparison.Ordinal) && Type.EndsWith(')') ? Type[5..^1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : KnownTexts;
}

/// <summary>What values of a field must be, beside their type.</summary>
public sealed record ValueLimits
{
    /// <summary>No limits.</summary>
    public static ValueLimits None { get; } = new();

    /// <summary>Fewest characters; null for no limit.</summary>
    public int? MinLength { get; init; }

    /// <summary>Most characters; null for no limit.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Smallest number; null for no limit.</summary>
    public decimal? Least { get; init; }

    /// <summary>Largest number; null for no limit.</summary>
    public decimal? Most { get; init; }

    /// <summary>A regular expression that the whole text must match; null for none.</summary>
    public string? Pattern { get; init; }

    /// <summary><c>email</c>, <c>url</c>, <c>phone</c> or <c>creditcard</c>, where an annotation says so; null for none.</summary>
    public string? Format { get; init; }
}

/// <summary>A link between two models.</summary>
/// <param name="Child">The model that refers.</param>
/// <param name="Parent">The model that is referred to.</param>
/// <param name="Field">Field of the child that holds the key.</param>
/// <param name="IsRequired">Whether a child cannot be without its parent.</param>
public sealed record ModelLink(string Child, string Parent, string Field, bool IsRequired);

/// <summary>A model that everything may belong to.</summary>
/// <param name="Model">The model.</param>
/// <param name="Field">The field by which others name it.</param>
/// <param name="HasScopeName">Whether its name says so: tenant, organization, shop.</param>
public sealed record ScopeHint(string Model, string Field, bool HasScopeName);
