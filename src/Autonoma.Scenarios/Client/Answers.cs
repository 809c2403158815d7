using System.Text.Json;
using Autonoma.EnvironmentFactory.Protocol;

namespace Autonoma.Scenarios.Client;

/// <summary>What an endpoint offers.</summary>
/// <param name="Protocol"><c>1.0</c>: it creates the records it is sent. <c>2.0</c>: it sets up scenarios of its own.</param>
/// <param name="Schema">1.0: what can be created.</param>
/// <param name="Scenarios">2.0: what can be set up.</param>
/// <param name="Raw">The answer as it came.</param>
public sealed record Discovery(string Protocol, SchemaFacts? Schema, IReadOnlyList<DiscoveredScenario> Scenarios, JsonElement Raw)
{
    /// <summary>What the endpoint remembers of the environments it makes, by name; null when it remembers nothing, as most SDKs.</summary>
    public string? InstanceMemory { get; init; }

    /// <summary>Whether it speaks protocol 2.0.</summary>
    public bool IsVersion2 => Protocol == ProtocolVersions.V2;
}

/// <summary>An environment that was made.</summary>
/// <param name="Protocol"><c>1.0</c> or <c>2.0</c>.</param>
/// <param name="RunId">The run it was made for.</param>
/// <param name="Token">What <c>down</c> needs, untouched.</param>
/// <param name="Auth">How a test signs in; null when the endpoint said nothing.</param>
/// <param name="Refs">1.0: the records by model; null when the endpoint sent none.</param>
/// <param name="ExpiresIn">How long it is meant to be used; null when nothing was said.</param>
/// <param name="Raw">The answer as it came.</param>
public sealed record Instance(string Protocol, string RunId, string Token, Credentials? Auth, JsonElement? Refs, TimeSpan? ExpiresIn, JsonElement Raw);
