using Autonoma.Engine.Reporting;
using Autonoma.Engine.Running;

namespace Autonoma.Cli.Output;

/// <summary>
/// What people see while a suite runs. <c>list</c>: a line for each test; <c>line</c>: only failures, and one line that says how far it is.
/// On a terminal the tests that run are shown below, with the step they are at; in CI there are plain lines.
/// </summary>
/// <param name="output">Where to.</param>
/// <param name="environment">Terminal or not, colours, width.</param>
/// <param name="everyTest">Whether passed tests get a line each.</param>
/// <param name="everyStep">Whether steps get a line each: for a single test.</param>
internal sealed class ConsoleReporter(TextWriter output, ToolEnvironment environment, bool everyTest, bool everyStep) : ISuiteReporter
{
    private readonly Paint _paint = new(environment.HasColor);
    private readonly LiveLines _live = new(output, environment.Width);
    private readonly List<(SuiteTest Test, string Doing, long Since)> _running = [];
    private SuiteInfo? _suite;
    private int _done, _failed, _flaky;
    private readonly HashSet<string> _failedOnce = new(StringComparer.Ordinal);

    public void OnStarted(SuiteInfo suite)
    {
        _suite = suite;
        var repeated = suite.Tests.Count - suite.Tests.Select(test => test.Case).Distinct().Count();
        var what = everyStep && suite.Tests.Count == 1 ? suite.Tests[0].Case.Title : Count(suite.Tests.Count, repeated > 0 ? "run" : "test");
        var how = new List<string>();
        if (suite.Workers > 1 && suite.Tests.Count > 1)
            how.Add($"{Math.Min(suite.Workers, suite.Tests.Count)} at a time");
        if (suite.Shard is { } shard)
            how.Add($"shard {shard}");
        if (suite.BaseUrl is { } url)
            how.Add($"on {url}");
        Print($"Running {what}{(how.Count > 0 ? $", {string.Join(", ", how)}" : "")}", "");
    }

    public void OnTestStarted(SuiteTest test)
    {
        _running.Add((test, "opening", environment.Time.GetTimestamp()));
        if (environment.IsTerminal)
            Print();
    }

    public void OnStep(SuiteTest test, StepResult step)
    {
        var index = _running.FindIndex(running => running.Test.Id == test.Id);
        if (index >= 0)
            _running[index] = _running[index] with { Doing = $"{step.Number}. {FailureText.OneLine(step.Text)}" };
        if (everyStep)
            Print(StepLine(step));
        else if (environment.IsTerminal)
            Print();
    }

    public void OnTestFinished(SuiteTest test, RunResult result)
    {
        _running.RemoveAll(running => running.Test.Id == test.Id);
        var willRetry = !result.Success && result.Reason != FinishReason.Cancelled && result.Try <= (test.Case.Retries ?? MaxRetries);
        var lines = new List<string>();
        if (!willRetry)
            _done++;
        var number = $"{_done + (willRetry ? 1 : 0)}/{_suite?.Tests.Count}".PadLeft(2 * (_suite?.Tests.Count.ToString(System.Globalization.CultureInfo.InvariantCulture).Length ?? 1) + 1);
        var name = Name(test);
        var time = _paint.Faint($"({Durations.Say(result.Duration)})");
        if (result.Success && _failedOnce.Contains(test.Id))
        {
            _flaky++;
            lines.Add($"  {_paint.Warn("flaky ")} {number}  {name}  {time}  passed at try {result.Try}");
        }
        else if (result.Success)
        {
            if (everyTest)
                lines.Add($"  {_paint.Good("passed")} {number}  {name}  {time}");
        }
        else if (result.Reason == FinishReason.Cancelled)
            lines.Add($"  {_paint.Warn("stopped")} {number}  {name}  {time}");
        else
        {
            _failedOnce.Add(test.Id);
            if (!willRetry)
                _failed++;
            lines.Add($"  {(willRetry ? _paint.Warn("failed") : _paint.Bad("FAILED"))} {number}  {name}  {time}{(willRetry ? $"  try {result.Try}, trying again" : "")}");
            if (!willRetry)
            {
                foreach (var line in FailureText.Lines(test, result))
                    lines.Add($"           {line}");
                if (result.ArtifactsFolder is { Length: > 0 } folder && _suite is not null)
                    lines.Add(_paint.Faint($"           Artifacts: {Configuration.ToolSettings.Shown(environment, Path.Combine(_suite.OutputFolder, folder))}"));
            }
        }

        if (lines.Count > 0 || environment.IsTerminal)
            Print([.. lines]);
    }

    /// <summary>Retries of tests that name none.</summary>
    public int MaxRetries { get; init; }

    public Task OnFinishedAsync(SuiteResult result, CancellationToken cancellationToken)
    {
        _running.Clear();
        var lines = new List<string> { "" };
        var flaky = result.Tests.Where(test => test.Status == TestStatus.Flaky).ToList();
        if (flaky.Count > 0)
            lines.Add($"Flaky: {string.Join(", ", flaky.Select(test => test.Test.Case.RelativePath.Length > 0 ? test.Test.Case.RelativePath : test.Test.Case.Title))}");
        if (result.StoppedBecause is { } reason && result.Tests.Any(test => test.Status is TestStatus.NotRun or TestStatus.Cancelled))
            lines.Add($"Not everything ran: {reason}.");
        foreach (var problem in result.Problems)
            lines.Add(_paint.Bad($"Problem: {problem}"));
        lines.Add(Summary(result));
        Print([.. lines]);
        return Task.CompletedTask;
    }

    private string Summary(SuiteResult result)
    {
        var parts = new List<string>();
        Add(TestStatus.Failed, "failed", _paint.Bad);
        Add(TestStatus.Flaky, "flaky", _paint.Warn);
        Add(TestStatus.Cancelled, "stopped", _paint.Warn);
        Add(TestStatus.NotRun, "not run", _paint.Warn);
        var passed = result.Count(TestStatus.Passed);
        parts.Insert(0, passed > 0 ? _paint.Good($"{passed} passed") : $"{passed} passed");
        return $"{string.Join(", ", parts)} in {Durations.Say(result.Duration)}{(result.Platform.Length > 0 ? _paint.Faint($" on {result.Platform}") : "")}";

        void Add(TestStatus status, string word, Func<string, string> paint)
        {
            if (result.Count(status) is > 0 and var count)
                parts.Add(paint($"{count} {word}"));
        }
    }

    private string StepLine(StepResult step)
    {
        var mark = step.Status switch
        {
            StepStatus.Passed => _paint.Good("ok    "),
            StepStatus.Failed when step.Section == "expected" => _paint.Warn("no    "),
            StepStatus.Failed => _paint.Bad("FAILED"),
            StepStatus.Skipped => _paint.Faint("-     "),
            _ => throw new InvalidOperationException($"A step cannot be {step.Status}."),
        };
        var section = step.Section switch { "setup" => "setup ", "expected" => "expected ", _ => "" };
        return $"  {mark} {section}{step.Number}. {FailureText.OneLine(step.Text)}  {_paint.Faint($"({Durations.Say(step.Duration)})")}";
    }

    private static string Name(SuiteTest test)
    {
        var file = test.Case.RelativePath;
        var repetition = test.Repetition > 1 ? $" (repetition {test.Repetition})" : "";
        return (file.Length > 0 ? $"{file}  {test.Case.Title}" : test.Case.Title) + repetition;
    }

    private void Print(params IReadOnlyList<string> lines)
    {
        if (!environment.IsTerminal)
        {
            foreach (var line in lines)
                output.WriteLine(line);
            output.Flush();
            return;
        }

        var live = new List<string>();
        foreach (var (test, doing, since) in _running)
            live.Add($"  > {(everyStep ? "" : $"{test.Case.Title}: ")}{doing}  {Durations.Say(environment.Time.GetElapsedTime(since))}");
        if (_running.Count > 0 && _suite?.Tests.Count > 1)
            live.Add($"  {_done} of {_suite.Tests.Count} done{(_failed > 0 ? $", {_failed} failed" : "")}{(_flaky > 0 ? $", {_flaky} flaky" : "")}");
        _live.Draw(lines, live);
    }

    private static string Count(int number, string word) => $"{number} {word}{(number == 1 ? "" : "s")}";
}
