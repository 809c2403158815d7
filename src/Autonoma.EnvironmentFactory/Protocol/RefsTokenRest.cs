using System.Text.Json;
using System.Text.Json.Serialization;

namespace Autonoma.EnvironmentFactory.Protocol;

/// <summary>A <see cref="RefsTokenPayload"/> without its records.</summary>
internal sealed record RefsTokenRest
{
    [JsonPropertyName("testRunId")]
    public string? TestRunId { get; init; }

    [JsonPropertyName("environment")]
    public string? Environment { get; init; }

    [JsonPropertyName("aliasDependencies")]
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? AliasDependencies { get; init; }

    [JsonPropertyName("aliasOwnerModel")]
    public IReadOnlyDictionary<string, string>? AliasOwnerModel { get; init; }

    [JsonPropertyName("order")]
    public IReadOnlyList<CreatedRun>? Order { get; init; }

    [JsonPropertyName("iat")]
    public long? IssuedAt { get; init; }

    [JsonPropertyName("exp")]
    public long? ExpiresAt { get; init; }

    public RefsTokenPayload With(JsonElement refs) => new()
    {
        Refs = refs, TestRunId = TestRunId!, Environment = Environment!, AliasDependencies = AliasDependencies, AliasOwnerModel = AliasOwnerModel, Order = Order, IssuedAt = IssuedAt, ExpiresAt = ExpiresAt,
    };
}
