using Autonoma.EnvironmentFactory.Protocol;

namespace Autonoma.Scenarios.Client;

/// <summary>What <c>discover</c> says can be created.</summary>
/// <param name="Models">In the order of the answer.</param>
/// <param name="Relations">Which field of a model holds children; current SDKs send none.</param>
/// <param name="ScopeField">The field that ties records to their tenant; empty when nothing was said.</param>
public sealed record SchemaFacts(IReadOnlyList<DiscoveredModel> Models, IReadOnlyList<DiscoveredRelation> Relations, string ScopeField)
{
    /// <summary>What may be nested in the records of each model; null when the endpoint does not say, as most.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<DiscoveredNesting>>? Nested { get; init; }

    /// <summary>What may be nested in the records of a model; null when the endpoint does not say.</summary>
    internal IReadOnlyList<DiscoveredNesting>? NestedIn(DiscoveredModel model) => Nested?.GetValueOrDefault(model.Name);

    /// <summary>A model by its exact name; null when there is none.</summary>
    public DiscoveredModel? Model(string name) => Models.FirstOrDefault(model => model.Name == name);

    /// <summary>
    /// The model that the scope field points at: <c>Organization</c> for <c>organizationId</c>, <c>organization_id</c> or <c>orgId</c>; null when
    /// none, or more than one, fits.
    /// </summary>
    public DiscoveredModel? ScopeModel
    {
        get
        {
            var scope = Plain(ScopeField);
            var stem = scope.EndsWith("id", StringComparison.Ordinal) ? scope[..^2] : scope;
            if (stem.Length == 0)
                return null;
            return Models.FirstOrDefault(model => Plain(model.Name) == stem)
                ?? (Models.Where(model => Plain(model.Name).StartsWith(stem, StringComparison.Ordinal)).ToList() is [var only] ? only : null);
        }
    }

    private static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
}

/// <summary>A list of children inside a record of their parent.</summary>
/// <param name="ParentModel">Model of the parent.</param>
/// <param name="ChildModel">Model of the children.</param>
/// <param name="ParentField">Key of the list in the parent.</param>
/// <param name="ChildField">Field of the child that refers to the parent.</param>
public sealed record DiscoveredRelation(string ParentModel, string ChildModel, string ParentField, string ChildField);
