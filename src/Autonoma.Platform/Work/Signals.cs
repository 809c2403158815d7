using System.Text.Json;

namespace Autonoma.Platform.Work;

/// <summary>What processes tell each other through PostgreSQL. A hint, never the truth: who gets one looks into the tables, and so does who missed it.</summary>
/// <param name="Kind"><c>queued</c>, <c>run</c>, <c>suite</c>, <c>cancel</c>, <c>answer</c>, <c>watch</c> or <c>frame</c>.</param>
/// <param name="OrganizationId">Whose.</param>
/// <param name="RunId">Which run.</param>
/// <param name="SuiteRunId">Which suite run.</param>
public sealed record Signal(string Kind, Guid OrganizationId, Guid? RunId = null, Guid? SuiteRunId = null)
{
    /// <summary>Name of the channel.</summary>
    public const string Channel = "autonoma";

    /// <summary>Whoever listened was cut off for a moment: anything may have been missed.</summary>
    public static Signal Missed { get; } = new("missed", Guid.Empty);

    /// <summary>As it is sent.</summary>
    public string ToPayload() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>From what was sent; null when it is none.</summary>
    public static Signal? FromPayload(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize<Signal>(payload, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
