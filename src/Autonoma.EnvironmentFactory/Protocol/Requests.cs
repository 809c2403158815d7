using System.Text.Json;
using System.Text.Json.Nodes;

namespace Autonoma.EnvironmentFactory.Protocol;

/// <summary>Asks what can be created.</summary>
public sealed record DiscoverRequest
{
    /// <summary>Always <c>discover</c>.</summary>
    public string Action { get; } = "discover";
}

/// <summary>Asks for an environment: the records to create (1.0) or the scenario to set up (2.0).</summary>
public sealed record UpRequest
{
    /// <summary>Always <c>up</c>.</summary>
    public string Action { get; } = "up";

    /// <summary>1.0: model names to lists of records.</summary>
    public JsonObject? Create { get; init; }

    /// <summary>2.0: the scenario.</summary>
    public ScenarioName? Scenario { get; init; }

    /// <summary>Tells runs apart; the endpoint makes one up when it is missing.</summary>
    public string? TestRunId { get; init; }

    /// <summary>The caller's name for this very request, where <see cref="DiscoverResponse.InstanceMemory"/> is offered; see <see cref="Protocol.InstanceId"/>.</summary>
    public string? InstanceId { get; init; }
}

/// <summary>The scenario of an <see cref="UpRequest"/>.</summary>
public sealed record ScenarioName(string Name);

/// <summary>Asks to remove exactly what an <c>up</c> created.</summary>
public sealed record DownRequest
{
    /// <summary>Always <c>down</c>.</summary>
    public string Action { get; } = "down";

    /// <summary>1.0: the records, for information; the endpoint believes the token alone.</summary>
    public JsonElement? Refs { get; init; }

    /// <summary>1.0: the token of the <c>up</c> answer, untouched.</summary>
    public string? RefsToken { get; init; }

    /// <summary>2.0: the token of the <c>up</c> answer, untouched.</summary>
    public string? TeardownToken { get; init; }

    /// <summary>The run, for information.</summary>
    public string? TestRunId { get; init; }

    /// <summary>The name that <c>up</c> was sent with. Without a token it says what to remove; beside one, what to forget.</summary>
    public string? InstanceId { get; init; }
}
