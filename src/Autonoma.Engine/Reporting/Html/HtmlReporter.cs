using System.Globalization;
using System.Reflection;
using Autonoma.Engine.Artifacts;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Reporting.Html;

/// <summary>
/// Writes the HTML report into the output folder: <c>index.html</c> and <c>data/</c>. Pictures stay with their runs. It opens from the file system
/// without any network, and is whole after every test: a killed run leaves the tests that had ended.
/// </summary>
/// <param name="time">For the pace of writing.</param>
public sealed class HtmlReporter(TimeProvider time) : ISuiteReporter
{
    // The list grows with the suite; writing it after each of 500 tests would cost more than it tells.
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private SuiteInfo? _suite;
    private HtmlTestBuilder? _builder;
    private long _written;

    /// <inheritdoc/>
    public void OnStarted(SuiteInfo suite)
    {
        ArgumentNullException.ThrowIfNull(suite);
        _suite = suite;
        _entries.Clear();
        _builder = new HtmlTestBuilder(suite.OutputFolder, new PictureStore(suite.OutputFolder));
        foreach (var test in suite.Tests)
            _entries.TryAdd(test.Id, new Entry(_entries.Count, test));
        WriteShell(suite.OutputFolder);
        WriteIndex(result: null);
    }

    /// <inheritdoc/>
    public void OnTestStarted(SuiteTest test)
    {
        ArgumentNullException.ThrowIfNull(test);
        if (_entries.TryGetValue(test.Id, out var entry))
            entry.Status = "running";
    }

    /// <inheritdoc/>
    public void OnStep(SuiteTest test, StepResult step)
    {
    }

    /// <inheritdoc/>
    public void OnTestFinished(SuiteTest test, RunResult result)
    {
        ArgumentNullException.ThrowIfNull(test);
        ArgumentNullException.ThrowIfNull(result);
        if (_suite is null || !_entries.TryGetValue(test.Id, out var entry))
            return;
        entry.Tries.Add(result);
        entry.Status = result switch
        {
            { Success: true } => entry.Tries.Count > 1 ? "flaky" : "passed",
            { Reason: FinishReason.Cancelled } => "cancelled",
            _ => "failed",
        };
        WriteTest(entry);
        if (time.GetElapsedTime(_written) >= Pace)
            WriteIndex(result: null);
    }

    /// <inheritdoc/>
    public Task OnFinishedAsync(SuiteResult result, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (_suite is null)
            OnStarted(result.Suite);
        foreach (var outcome in result.Tests)
        {
            if (!_entries.TryGetValue(outcome.Test.Id, out var entry))
                continue;
            // What was reported while the suite ran is on disk; only what changed since is written again (a video that ended late).
            var isWritten = entry.Tries.SequenceEqual(outcome.Tries) && outcome.Tries.All(run => run.Video is null);
            entry.Tries.Clear();
            entry.Tries.AddRange(outcome.Tries);
            entry.Status = Word(outcome.Status);
            if (!isWritten && entry.Tries.Count > 0)
                WriteTest(entry);
        }

        WriteIndex(result);
        return Task.CompletedTask;
    }

    /// <summary>Writes a whole report from results that are already known.</summary>
    public static Task WriteAsync(SuiteResult result, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(result);
        var reporter = new HtmlReporter(time);
        reporter.OnStarted(result.Suite);
        return reporter.OnFinishedAsync(result, cancellationToken);
    }

    private static string Word(TestStatus status) => status switch
    {
        TestStatus.Passed => "passed",
        TestStatus.Failed => "failed",
        TestStatus.Flaky => "flaky",
        TestStatus.Cancelled => "cancelled",
        TestStatus.NotRun => "not-run",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    private static void WriteShell(string folder)
    {
        AtomicFile.Write(Path.Combine(folder, "index.html"), Resource("report.html"));
        AtomicFile.Write(Path.Combine(folder, "data", "report.css"), Resource("report.css") + Resource("report-test.css"));
        string[] scripts = ["report-dom.js", "report-state.js", "report-list.js", "report-overview.js", "report-picture.js", "report-evidence.js", "report-log.js", "report-decided.js", "report-test.js", "report-main.js"];
        AtomicFile.Write(Path.Combine(folder, "data", "report.js"), string.Join('\n', scripts.Select(Resource)));
    }

    private static string Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"report/{name}")
            ?? throw new InvalidOperationException($"The report's part '{name}' is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private void WriteTest(Entry entry)
    {
        var data = HtmlJson.Literal(_builder!.Build(entry.Test, entry.Tries));
        var name = string.Create(CultureInfo.InvariantCulture, $"test-{entry.N}.js");
        AtomicFile.Write(Path.Combine(_suite!.OutputFolder, "data", name), string.Create(CultureInfo.InvariantCulture, $"autonomaReport.test({entry.N},{data});\n"));
    }

    private void WriteIndex(SuiteResult? result)
    {
        var suite = _suite!;
        var index = new HtmlIndex
        {
            State = result is null ? "running" : result.Cancelled ? "cancelled" : "finished",
            Name = suite.Name,
            Folder = suite.Folder,
            BaseUrl = suite.BaseUrl,
            Shard = suite.Shard,
            Workers = suite.Workers,
            Platform = result?.Platform is { Length: > 0 } platform ? platform : _entries.Values.Select(entry => entry.Last?.Platform).FirstOrDefault(name => name is { Length: > 0 }) ?? "",
            ToolVersion = suite.ToolVersion,
            StartedAt = suite.StartedAt,
            Duration = result?.Duration ?? time.GetUtcNow() - suite.StartedAt,
            StoppedBecause = result?.StoppedBecause,
            Problems = result?.Problems ?? [],
            Tests = [.. _entries.Values.OrderBy(entry => entry.N).Select(Row)],
        };
        AtomicFile.Write(Path.Combine(suite.OutputFolder, "data", "index.js"), $"autonomaReport.index({HtmlJson.Literal(index)});\n");
        _written = time.GetTimestamp();
    }

    private static HtmlIndexTest Row(Entry entry)
    {
        var test = entry.Test.Case;
        var run = entry.Last;
        var failing = run is { Success: false } ? run.Steps.FirstOrDefault(step => step.Status == StepStatus.Failed && step.Section != "expected") : null;
        return new HtmlIndexTest
        {
            N = entry.N,
            Id = entry.Test.Id,
            Title = run?.Test ?? test.Title,
            File = run?.File ?? (test.RelativePath.Length > 0 ? test.RelativePath : null),
            Repetition = entry.Test.Repetition,
            Status = entry.Status,
            Failure = run is { Success: false } ? run.Failure : null,
            FailedStep = failing is null ? null : string.Create(CultureInfo.InvariantCulture, $"{failing.Number}. {failing.Text}"),
            Message = run is not { Success: false } ? null : failing is { Message.Length: > 0 } ? failing.Message : run.Reasoning,
            // Tries follow each other: what a retry costs is part of what the test costs.
            Duration = TimeSpan.FromTicks(entry.Tries.Sum(attempt => attempt.Duration.Ticks)),
            Tries = entry.Tries.Count,
            Heals = run?.Heals.Count ?? 0,
            ModelUse = entry.Tries.Select(attempt => attempt.ModelUse).OfType<ModelUse>().Aggregate((ModelUse?)null, (sum, use) => use.Plus(sum)),
            Flow = test.Flow,
            Category = test.Category,
            Priority = test.Priority,
            Tags = test.Tags,
            Steps = run is null ? [.. test.Setup.Concat(test.Steps).Select(step => step.Text)] : [.. run.Steps.Select(step => step.Text)],
        };
    }

    private sealed class Entry(int n, SuiteTest test)
    {
        public int N { get; } = n;
        public SuiteTest Test { get; } = test;
        public string Status { get; set; } = "not-run";
        public List<RunResult> Tries { get; } = [];
        public RunResult? Last => Tries.Count == 0 ? null : Tries[^1];
    }
}
