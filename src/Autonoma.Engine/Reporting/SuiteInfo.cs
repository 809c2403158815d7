namespace Autonoma.Engine.Reporting;

/// <summary>A suite before it runs.</summary>
public sealed record SuiteInfo
{
    /// <summary>Name of the suite: its folder's name, or the title of a single test.</summary>
    public required string Name { get; init; }
    /// <summary>Full path of the folder of the tests; empty for an instruction given on the command line.</summary>
    public string Folder { get; init; } = "";
    /// <summary>Full path of the folder that everything is written to; the artifacts of a run lie under it (<see cref="Running.RunResult.ArtifactsFolder"/> is relative to it).</summary>
    public required string OutputFolder { get; init; }
    /// <summary>The tests in the order of the suite; a test that is repeated is there once for each repetition.</summary>
    public required IReadOnlyList<SuiteTest> Tests { get; init; }
    /// <summary>Tests that run at the same time.</summary>
    public int Workers { get; init; } = 1;
    /// <summary>The part of the suite that this process runs (<c>2/3</c>); null for all of it.</summary>
    public string? Shard { get; init; }
    /// <summary>Address that relative URLs are resolved against; null when each test has its own.</summary>
    public string? BaseUrl { get; init; }
    /// <summary>Version of the tool.</summary>
    public string ToolVersion { get; init; } = "";
    /// <summary>When it started.</summary>
    public DateTimeOffset StartedAt { get; init; }
}

/// <summary>One test of a running suite. Equal for all tries of it.</summary>
/// <param name="Id">Unique in the suite, stable between runs, safe as a folder name; artifacts lie in <c>tests/ID</c> (<c>tests/ID-retry1</c> ...).</param>
/// <param name="Case">The test as read.</param>
/// <param name="Repetition">1, or the number of the repetition with <c>--repeat-each</c>.</param>
public sealed record SuiteTest(string Id, Suites.TestCase Case, int Repetition = 1)
{
    /// <summary>Folder of the artifacts of a try, relative to the output folder, forward slashes.</summary>
    /// <param name="number">1 for the first try.</param>
    public string FolderOf(int number) => number <= 1 ? $"tests/{Id}" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"tests/{Id}-retry{number - 1}");
}
