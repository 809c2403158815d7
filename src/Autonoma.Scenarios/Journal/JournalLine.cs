using System.Text.Json;
using System.Text.Json.Serialization;

namespace Autonoma.Scenarios.Journal;

/// <summary>One line of a journal: something that happened to an instance.</summary>
internal sealed record JournalLine
{
    /// <summary><c>sending</c>, <c>answered</c>, <c>kept</c>, <c>refused</c>, <c>undone</c>, <c>removed</c>, <c>stayed</c>.</summary>
    public required string Event { get; init; }

    public required string Run { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? Scenario { get; init; }

    public Uri? Endpoint { get; init; }

    public string? Protocol { get; init; }

    public string? Token { get; init; }

    public string? Instance { get; init; }

    public string? Problem { get; init; }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JournalLine))]
internal sealed partial class JournalJson : JsonSerializerContext;
