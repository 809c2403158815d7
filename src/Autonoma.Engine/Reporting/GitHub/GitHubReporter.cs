using System.Globalization;
using System.Text;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Reporting.GitHub;

/// <summary>
/// Tells GitHub Actions: an annotation at the line of the step that failed, as soon as a test failed for good, and a summary of the job.
/// </summary>
/// <param name="output">Where workflow commands go: the standard output of the job.</param>
/// <param name="summaryPath">File named by <c>GITHUB_STEP_SUMMARY</c>; null for no summary.</param>
/// <param name="workspace">Folder that annotations name files relative to (<c>GITHUB_WORKSPACE</c>); null for the suite's folder.</param>
public sealed class GitHubReporter(TextWriter output, string? summaryPath, string? workspace) : ISuiteReporter
{
    // GitHub shows ten annotations of each kind for a step and drops the rest; a long table helps nobody either.
    private const int LongestList = 50;

    /// <inheritdoc/>
    public void OnStarted(SuiteInfo suite)
    {
    }

    /// <inheritdoc/>
    public void OnTestStarted(SuiteTest test)
    {
    }

    /// <inheritdoc/>
    public void OnStep(SuiteTest test, StepResult step)
    {
    }

    /// <inheritdoc/>
    public void OnTestFinished(SuiteTest test, RunResult result)
    {
    }

    /// <inheritdoc/>
    public async Task OnFinishedAsync(SuiteResult result, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(result);
        foreach (var outcome in result.Tests)
        {
            if (outcome.Status == TestStatus.Failed)
                await output.WriteLineAsync(Annotation("error", result.Suite, outcome, outcome.Last!)).ConfigureAwait(false);
            else if (outcome.Status == TestStatus.Flaky)
                await output.WriteLineAsync(Annotation("warning", result.Suite, outcome, outcome.Tries[0])).ConfigureAwait(false);
        }

        foreach (var problem in result.Problems)
            await output.WriteLineAsync($"::error title=Autonoma::{Data(problem)}").ConfigureAwait(false);
        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
        if (summaryPath is not null)
            await File.AppendAllTextAsync(summaryPath, Summary(result), cancellationToken).ConfigureAwait(false);
    }

    private string Annotation(string level, SuiteInfo suite, TestOutcome outcome, RunResult run)
    {
        var step = RunText.FailedStep(run);
        var command = new StringBuilder($"::{level} ");
        if (outcome.Test.Case.RelativePath is { Length: > 0 } relative)
        {
            command.Append("file=").Append(Property(PathFromWorkspace(suite, relative))).Append(',');
            if (step is { Line: > 0 })
                command.Append(CultureInfo.InvariantCulture, $"line={step.Line},col=1,");
        }

        var flaky = level == "warning" ? "flaky: " : "";
        return command.Append("title=").Append(Property(flaky + run.Test)).Append("::").Append(Data(RunText.Message(run))).ToString();
    }

    private string PathFromWorkspace(SuiteInfo suite, string relative)
    {
        if (workspace is null || suite.Folder.Length == 0)
            return relative;
        var path = Path.GetRelativePath(workspace, Path.Combine(suite.Folder, relative)).Replace('\\', '/');
        return path.StartsWith("../", StringComparison.Ordinal) ? relative : path;
    }

    private static string Summary(SuiteResult result)
    {
        var text = new StringBuilder();
        var failed = result.Tests.Where(test => test.Status == TestStatus.Failed).ToList();
        var flaky = result.Tests.Where(test => test.Status == TestStatus.Flaky).ToList();
        text.Append(CultureInfo.InvariantCulture, $"## {(failed.Count > 0 || result.Problems.Count > 0 ? "❌" : result.Cancelled ? "⚪" : "✅")} {Markdown(result.Suite.Name)}\n\n");
        var counts = new (TestStatus Status, string Word)[]
        {
            (TestStatus.Failed, "failed"), (TestStatus.Flaky, "flaky"), (TestStatus.Passed, "passed"), (TestStatus.Cancelled, "cancelled"), (TestStatus.NotRun, "not run"),
        };
        text.AppendJoin(" · ", counts.Where(count => result.Count(count.Status) > 0).Select(count => string.Create(CultureInfo.InvariantCulture, $"**{result.Count(count.Status)}** {count.Word}")));
        text.Append(CultureInfo.InvariantCulture, $" in {result.Duration.TotalSeconds:0.0} s");
        if (result.Platform.Length > 0)
            text.Append(" on ").Append(Markdown(result.Platform));
        text.Append("\n\n");
        foreach (var problem in result.Problems)
            text.Append("> ").Append(Markdown(problem)).Append("\n\n");
        if (result.StoppedBecause is { } why)
            text.Append(Markdown(why)).Append("\n\n");
        Table(text, "Failed", failed, outcome => outcome.Last!);
        Table(text, "Flaky", flaky, outcome => outcome.Tries[0]);
        return text.ToString();
    }

    private static void Table(StringBuilder text, string title, List<TestOutcome> tests, Func<TestOutcome, RunResult> run)
    {
        if (tests.Count == 0)
            return;
        text.Append("| ").Append(title).Append(" | Where | Why |\n| --- | --- | --- |\n");
        foreach (var outcome in tests.Take(LongestList))
        {
            var step = RunText.FailedStep(run(outcome));
            var where = outcome.Test.Case.RelativePath + (step is { Line: > 0 } ? string.Create(CultureInfo.InvariantCulture, $":{step.Line}") : "");
            text.Append("| ").Append(Markdown(run(outcome).Test)).Append(" | ").Append(Markdown(where)).Append(" | ").Append(Markdown(RunText.Message(run(outcome)))).Append(" |\n");
        }

        if (tests.Count > LongestList)
            text.Append(CultureInfo.InvariantCulture, $"\n… and {tests.Count - LongestList} more.\n");
        text.Append('\n');
    }

    // The runner reads a command until the line ends; a property ends with a comma or colon as well.
    private static string Data(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    // Titles and page texts are shown as they are: whatever Markdown or HTML would read in them is escaped.
    private static string Markdown(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text.ReplaceLineEndings(" "))
        {
            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '#' or '~' or '@' => escaped.Append(CultureInfo.InvariantCulture, $"&#{(int)c};"),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }
}
