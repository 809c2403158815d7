using System.Text.Json;
using Autonoma.Engine.Artifacts;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Reporting.Json;

/// <summary>Writes the whole suite as one JSON file, in the form of docs/reference/reports.md.</summary>
/// <param name="path">Full path of the file.</param>
/// <param name="time">For the pace of writing.</param>
public sealed class JsonReporter(string path, TimeProvider time) : PacedReporter(time)
{
    /// <summary>Version of the form: raised when a member changes its meaning, not when one is added.</summary>
    public const int SchemaVersion = 1;

    /// <inheritdoc/>
    protected override void Write(SuiteResult result, bool isPartial)
    {
        ArgumentNullException.ThrowIfNull(result);
        AtomicFile.Write(path, JsonSerializer.Serialize(Document(result, isPartial), ArtifactJson.Indented<JsonReport>()) + "\n");
    }

    private static JsonReport Document(SuiteResult result, bool isPartial) => new()
    {
        SchemaVersion = SchemaVersion,
        State = isPartial ? "running" : result.Cancelled ? "cancelled" : "finished",
        Name = result.Suite.Name,
        Folder = result.Suite.Folder,
        BaseUrl = result.Suite.BaseUrl,
        Shard = result.Suite.Shard,
        Workers = result.Suite.Workers,
        Platform = result.Platform,
        ToolVersion = result.Suite.ToolVersion,
        StartedAt = result.Suite.StartedAt,
        Duration = result.Duration,
        StoppedBecause = result.StoppedBecause,
        Problems = result.Problems,
        Counts = new(
            result.Tests.Count,
            result.Count(TestStatus.Passed),
            result.Count(TestStatus.Failed),
            result.Count(TestStatus.Flaky),
            result.Count(TestStatus.Cancelled),
            result.Count(TestStatus.NotRun)),
        Tests = [.. result.Tests.Select(outcome => new JsonReportTest
        {
            Id = outcome.Test.Id,
            Title = outcome.Last?.Test ?? outcome.Test.Case.Title,
            File = outcome.Test.Case.RelativePath.Length > 0 ? outcome.Test.Case.RelativePath : null,
            Repetition = outcome.Test.Repetition,
            Status = outcome.Status,
            Flow = outcome.Test.Case.Flow,
            Category = outcome.Test.Case.Category,
            Priority = outcome.Test.Case.Priority,
            Tags = outcome.Test.Case.Tags,
            Tries = outcome.Tries,
        })],
    };
}

/// <summary>The report.</summary>
internal sealed record JsonReport
{
    public required int SchemaVersion { get; init; }
    public required string State { get; init; }
    public required string Name { get; init; }
    public required string Folder { get; init; }
    public string? BaseUrl { get; init; }
    public string? Shard { get; init; }
    public int Workers { get; init; }
    public required string Platform { get; init; }
    public required string ToolVersion { get; init; }
    public DateTimeOffset StartedAt { get; init; }
    public TimeSpan Duration { get; init; }
    public string? StoppedBecause { get; init; }
    public required IReadOnlyList<string> Problems { get; init; }
    public required JsonReportCounts Counts { get; init; }
    public required IReadOnlyList<JsonReportTest> Tests { get; init; }
}

/// <summary>How many tests ended how.</summary>
internal sealed record JsonReportCounts(int Total, int Passed, int Failed, int Flaky, int Cancelled, int NotRun);

/// <summary>A test with all its tries.</summary>
internal sealed record JsonReportTest
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public string? File { get; init; }
    public int Repetition { get; init; }
    public required TestStatus Status { get; init; }
    public string? Flow { get; init; }
    public string? Category { get; init; }
    public string? Priority { get; init; }
    public required IReadOnlyList<string> Tags { get; init; }
    public required IReadOnlyList<RunResult> Tries { get; init; }
}
