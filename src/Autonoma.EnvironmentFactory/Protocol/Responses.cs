using System.Text.Json;
using System.Text.Json.Serialization;

namespace Autonoma.EnvironmentFactory.Protocol;

/// <summary>Which SDK answered.</summary>
/// <param name="Language">The implementation; ours says <c>dotnet</c>.</param>
/// <param name="Orm">What creates records; <c>unknown</c> if nobody said.</param>
/// <param name="Server">What serves the endpoint; <c>unknown</c> if nobody said.</param>
public sealed record SdkInfo(string? Language, string? Orm, string? Server);

/// <summary>What every successful answer begins with.</summary>
public abstract record SuccessResponse
{
    /// <summary>The protocol, <c>1.0</c> or <c>2.0</c>. A number is read as well; see <see cref="IsVersion2"/>.</summary>
    [JsonPropertyOrder(-2)]
    [JsonConverter(typeof(VersionConverter))]
    public string? Version { get; init; }

    /// <summary>Which SDK answered.</summary>
    [JsonPropertyOrder(-1)]
    public SdkInfo? Sdk { get; init; }

    /// <summary>True if the answer is of protocol 2.0: every version whose whole part is 2. Anything else, also a missing one, is 1.0.</summary>
    [JsonIgnore]
    public bool IsVersion2 => Version is { } version && (version == "2" || version.StartsWith("2.", StringComparison.Ordinal));
}

/// <summary>The answer to <c>discover</c>: a schema (1.0) or scenarios (2.0).</summary>
public sealed record DiscoverResponse : SuccessResponse
{
    /// <summary>1.0: what can be created.</summary>
    public DiscoveredSchema? Schema { get; init; }

    /// <summary>1.0: what may be nested in the records of each model. Other SDKs do not say.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<DiscoveredNesting>>? Nested { get; init; }

    /// <summary>2.0: what can be set up.</summary>
    public IReadOnlyList<DiscoveredScenario>? Scenarios { get; init; }

    /// <summary>Names what the endpoint remembers of the environments it made; see <see cref="InstanceId"/>. Other SDKs offer none.</summary>
    public string? InstanceMemory { get; init; }
}

/// <summary>The answer to <c>up</c>.</summary>
public sealed record UpResponse : SuccessResponse
{
    /// <summary>How to sign in.</summary>
    public Credentials? Auth { get; init; }

    /// <summary>1.0: the records as the factories returned them: model names to lists, in the order of creation.</summary>
    public JsonElement? Refs { get; init; }

    /// <summary>1.0: what <c>down</c> needs.</summary>
    public string? RefsToken { get; init; }

    /// <summary>2.0: what <c>down</c> needs.</summary>
    public string? TeardownToken { get; init; }

    /// <summary>2.0: how long the environment is meant to be used, in seconds.</summary>
    public double? ExpiresInSeconds { get; init; }

    /// <summary>Whatever else an SDK has to say.</summary>
    public JsonElement? Metadata { get; init; }
}

/// <summary>The answer to <c>down</c>.</summary>
public sealed record DownResponse : SuccessResponse
{
    /// <summary>True if everything was removed.</summary>
    public bool? Ok { get; init; }
}

/// <summary>Every failure, whole: nothing else stands in it.</summary>
/// <param name="Error">For people.</param>
/// <param name="Code">One of <see cref="ErrorCodes"/>.</param>
public sealed record ErrorResponse(string Error, string Code);
