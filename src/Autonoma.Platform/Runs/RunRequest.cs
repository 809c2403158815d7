using System.Text.Json;

namespace Autonoma.Platform.Runs;

/// <summary>What was asked for when a run was started.</summary>
public sealed record RunRequest
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Where relative addresses of the test start; null for the application's own.</summary>
    public string? Url { get; init; }

    /// <summary><c>resolve</c> (the default), <c>replay</c>, <c>record</c> or <c>heal</c>.</summary>
    public string Mode { get; init; } = "resolve";

    /// <summary>Whether a video is made.</summary>
    public bool Video { get; init; }

    /// <summary>Whether a step that cannot be decided is asked about, and waits for the answer.</summary>
    public bool Interactive { get; init; }

    /// <summary>How often a failed test is tried again; the test's own number wins.</summary>
    public int Retries { get; init; }

    /// <summary>Variables that steps may refer to; those of the test win. Never secrets: these are the application's.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>As it is stored.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>From what is stored.</summary>
    public static RunRequest FromJson(string json) => JsonSerializer.Deserialize<RunRequest>(json, Json) ?? new();
}
