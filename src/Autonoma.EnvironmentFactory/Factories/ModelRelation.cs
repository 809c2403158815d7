namespace Autonoma.EnvironmentFactory.Factories;

/// <summary>Records that may be nested in a record, and which of the two holds the foreign key.</summary>
/// <param name="Name">The key under which they are nested, such as <c>members</c>.</param>
/// <param name="Model">Their model.</param>
/// <param name="ForeignKey">The field that holds the id.</param>
/// <param name="Kind">Who holds it, and how many there may be.</param>
public sealed record ModelRelation(string Name, string Model, string ForeignKey, RelationKind Kind);

/// <summary>Which side of a relation holds the foreign key.</summary>
public enum RelationKind
{
    /// <summary>Each nested record refers to the outer one, which is created first.</summary>
    HasMany,

    /// <summary>As <see cref="HasMany"/>, with one nested record at most.</summary>
    HasOne,

    /// <summary>The outer record refers to the nested one, which is created first.</summary>
    BelongsTo,
}
