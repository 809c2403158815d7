using System.Text.Json;

namespace Autonoma.EnvironmentFactory.Protocol;

/// <summary>What an endpoint can create: the <c>schema</c> of a <c>discover</c> answer.</summary>
public sealed record DiscoveredSchema
{
    /// <summary>One entry for each registered factory, in the order of registration.</summary>
    public IReadOnlyList<DiscoveredModel> Models { get; init => field = value ?? []; } = [];

    /// <summary>Always there and always empty: dependencies are read from the payload.</summary>
    public IReadOnlyList<JsonElement> Edges { get; init => field = value ?? []; } = [];

    /// <summary>Always there and always empty.</summary>
    public IReadOnlyList<JsonElement> Relations { get; init => field = value ?? []; } = [];

    /// <summary>The field that ties a record to its tenant, such as <c>organizationId</c>.</summary>
    public string? ScopeField { get; init; }
}

/// <summary>A model that can be created.</summary>
/// <param name="Name">The key under which records are sent in <c>create</c>.</param>
/// <param name="TableName">For reading only; see <see cref="TableNames"/>.</param>
/// <param name="Fields">First the made-up field <c>id</c>, then what the factory takes, in the order of its declaration.</param>
public sealed record DiscoveredModel(string Name, string? TableName, IReadOnlyList<DiscoveredField> Fields);

/// <summary>Records that may be nested in a record.</summary>
/// <param name="Name">The key under which they are nested.</param>
/// <param name="Model">Their model.</param>
/// <param name="Many">A list of them; else one, or a reference.</param>
public sealed record DiscoveredNesting(string Name, string Model, bool Many);

/// <summary>A field of a model.</summary>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Type">One of <see cref="FieldTypes"/>; other SDKs may send other words.</param>
/// <param name="IsRequired">Must be sent.</param>
/// <param name="IsId">The id that <c>_ref</c> stands for.</param>
/// <param name="HasDefault">Gets a value of its own when it is not sent.</param>
public sealed record DiscoveredField(string Name, string Type, bool IsRequired = false, bool IsId = false, bool HasDefault = false);

/// <summary>A scenario that an endpoint of protocol 2.0 offers.</summary>
public sealed record DiscoveredScenario(string Name, string? Description);
