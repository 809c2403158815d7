using System.Text.Json;
using System.Text.Json.Serialization;

namespace Autonoma.EnvironmentFactory.Protocol;

// The generated reader sets every member, also those that the token lacks: hence the setters that put the default back.

/// <summary>What a refs token (1.0) or a teardown token (2.0) carries. The order of the properties is the order on the wire.</summary>
public sealed record RefsTokenPayload
{
    /// <summary>1.0: the complete records by model, an object of lists. 2.0: whatever the scenario's <c>up</c> handed over for its <c>down</c>.</summary>
    [JsonPropertyName("refs")]
    [JsonPropertyOrder(0)]
    public JsonElement Refs { get; init => field = value.ValueKind == JsonValueKind.Undefined ? EmptyObject : value; } = EmptyObject;

    /// <summary>1.0: the scope value. 2.0: the run id.</summary>
    [JsonPropertyName("testRunId")]
    [JsonPropertyOrder(1)]
    public string TestRunId { get; init => field = value ?? ""; } = "";

    /// <summary>1.0: empty. 2.0: the name of the scenario.</summary>
    [JsonPropertyName("environment")]
    [JsonPropertyOrder(2)]
    public string Environment { get; init => field = value ?? ""; } = "";

    /// <summary>1.0: for each alias the aliases its record refers to. Null in 2.0.</summary>
    [JsonPropertyName("aliasDependencies")]
    [JsonPropertyOrder(3)]
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? AliasDependencies { get; init; }

    /// <summary>1.0: for each alias the model of its record. Null in 2.0.</summary>
    [JsonPropertyName("aliasOwnerModel")]
    [JsonPropertyOrder(4)]
    public IReadOnlyDictionary<string, string>? AliasOwnerModel { get; init; }

    /// <summary>
    /// Ours: the order in which records were created, as runs of one model (<c>[["Organization",1],["User",3]]</c>), so that <c>down</c> can
    /// go exactly the other way round. Null in tokens of other SDKs.
    /// </summary>
    [JsonPropertyName("order")]
    [JsonPropertyOrder(5)]
    public IReadOnlyList<CreatedRun>? Order { get; init; }

    /// <summary>Ours: when the token was issued, in Unix seconds. Null in tokens of other SDKs.</summary>
    [JsonPropertyName("iat")]
    [JsonPropertyOrder(6)]
    public long? IssuedAt { get; init; }

    /// <summary>Ours: when the token stops being accepted, in Unix seconds. Null in tokens of other SDKs, which never expire.</summary>
    [JsonPropertyName("exp")]
    [JsonPropertyOrder(7)]
    public long? ExpiresAt { get; init; }

    private static JsonElement EmptyObject { get; } = JsonDocument.Parse("{}").RootElement;
}
