using System.Diagnostics.CodeAnalysis;
using Autonoma.Cli.Configuration;
using Autonoma.Cli.Running;
using Autonoma.Engine.Reporting;
using Autonoma.Engine.Running;
using Autonoma.Engine.Running.Suite;
using Autonoma.Engine.Suites;
using Autonoma.Planner.Generating.Trying;

namespace Autonoma.Cli.Planning.Tests;

/// <summary>Runs drafted tests as <c>autonoma test</c> would run them, without a report and without a model.</summary>
/// <param name="environment">The tool.</param>
/// <param name="settings">How browsers are opened.</param>
/// <param name="start">Where the application runs.</param>
/// <param name="scenarios">Makes test data; null for none.</param>
/// <param name="workers">Tests at the same time.</param>
internal sealed class SuiteTrial(ToolEnvironment environment, ToolSettings settings, Uri start, TestScenarios? scenarios, int workers) : ITestTrial, IAsyncDisposable
{
    /// <summary>A claim about what was really seen needs no long wait; one that is wrong should not cost one.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // One browser for all portions of a suite.
    private readonly WebSessions _sessions = new(settings, environment);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _sessions.DisposeAsync();

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Files that cannot be removed are no reason to lose what was found out.")]
    public async Task<IReadOnlyList<TrialOutcome>> RunAsync(IReadOnlyList<TrialTest> tests, TimeSpan limit, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("autonoma-drafts-").FullName;
        try
        {
            var suite = new List<SuiteTest>();
            var outcomes = new List<TrialOutcome>();
            foreach (var test in tests)
            {
                var path = Path.Combine(folder, test.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                await File.WriteAllTextAsync(path, test.Text, cancellationToken);
                var file = TestFileReader.Read(path);
                if (file.TestCase is { } known && file.Diagnostics.All(diagnostic => diagnostic.Severity != DiagnosticSeverity.Error))
                    suite.Add(new(test.Path, known with { RelativePath = test.Path, Url = new Uri(start, known.Url ?? "").ToString() }));
                else
                    outcomes.Add(new(test.Path, false, $"It cannot be read: {file.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)}"));
            }

            if (suite.Count > 0)
                outcomes.AddRange(await RunAsync(suite, folder, limit, cancellationToken));
            return outcomes;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<IEnumerable<TrialOutcome>> RunAsync(List<SuiteTest> suite, string folder, TimeSpan limit, CancellationToken cancellationToken)
    {
        _sessions.Warm([.. suite.Select(test => test.Case)]);
        var options = new SuiteRunOptions
        {
            Workers = Math.Min(workers, suite.Count),
            MaxTime = limit,
            MakesAhead = true,
            Run = settings.RunOptions(environment) with { BaseUrl = start.ToString(), StepTimeout = Patience, AssertionTimeout = Patience, RunTimeout = TimeSpan.FromSeconds(90) },
        };
        var info = new SuiteInfo { Name = "drafts", Folder = folder, OutputFolder = folder, Tests = suite, Workers = options.Workers, BaseUrl = start.ToString(), ToolVersion = SuiteInvocation.Version, StartedAt = environment.Time.GetUtcNow() };
        var runner = new SuiteRunner(_sessions, ExecuteAsync, [], environment.Time) { Environments = scenarios };
        var result = await runner.RunAsync(info, options, cancellationToken);
        return result.Tests.Where(test => test.Status is not (TestStatus.NotRun or TestStatus.Cancelled)).Select(test => new TrialOutcome(test.Test.Case.RelativePath, test.Status == TestStatus.Passed, test.Last?.Reasoning ?? ""));
    }

    private Task<RunResult> ExecuteAsync(SuiteTest test, Engine.Driving.IAppDriver driver, RunOptions options, IRunObserver observer, CancellationToken cancellationToken)
        => new TestRunner(driver, options, Interpreter.Reader, Interpreter.Grounder, Interpreter.Checker, environment.Time) { Observers = [observer] }.RunAsync(test.Case, cancellationToken);
}
