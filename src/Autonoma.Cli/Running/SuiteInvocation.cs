using System.Reflection;
using Autonoma.Cli.Configuration;
using Autonoma.Cli.Models;
using Autonoma.Cli.Output;
using Autonoma.Cli.Recordings;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Reporting;
using Autonoma.Engine.Running;
using Autonoma.Engine.Running.Suite;
using Autonoma.Engine.Suites;

namespace Autonoma.Cli.Running;

/// <summary>One invocation that runs tests: browser, reporters, runner, exit code.</summary>
internal sealed class SuiteInvocation(ToolEnvironment environment, ToolSettings settings)
{
    /// <summary>The browser; the caller disposes it.</summary>
    public WebSessions Sessions { get; } = new(settings, environment);

    /// <summary>Version of the tool.</summary>
    public static string Version { get; } = typeof(SuiteInvocation).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>Says what is wrong with the files.</summary>
    /// <exception cref="UserInputException">A test cannot run.</exception>
    public void Report(IReadOnlyList<TestFile> files)
    {
        var errors = 0;
        foreach (var diagnostic in files.SelectMany(file => file.Diagnostics).Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Info))
        {
            errors += diagnostic.Severity == DiagnosticSeverity.Error ? 1 : 0;
            environment.Error.WriteLine((diagnostic with { File = diagnostic.File.Length > 0 ? ToolSettings.Shown(environment, diagnostic.File) : "instruction" }).ToString());
        }

        if (errors > 0)
            throw new UserInputException($"Nothing was run: {errors} error{(errors == 1 ? "" : "s")} in the tests.");
    }

    /// <summary>Says which tests have no address to start at, before a browser starts. An address that holds a variable is known only when it runs.</summary>
    /// <exception cref="UserInputException">A test has none.</exception>
    public void CheckStarts(IReadOnlyList<TestCase> tests)
    {
        var problems = new List<string>();
        foreach (var test in tests.Where(test => test.Url?.Contains("{{", StringComparison.Ordinal) != true))
        {
            try
            {
                StartAddress.Resolve(test.Url, settings.BaseUrl, test.File.Length > 0 ? Path.GetDirectoryName(Path.GetFullPath(test.File)) ?? "" : "");
            }
            catch (UserInputException e)
            {
                problems.Add(test.RelativePath.Length > 0 ? $"{test.RelativePath}: {e.Message}" : e.Message);
            }
        }

        if (problems.Count > 0)
            throw new UserInputException(string.Join('\n', problems.Take(5)) + (problems.Count > 5 ? $"\nThe same goes for {problems.Count - 5} more." : ""));
    }

    /// <summary>Runs the tests and answers the exit code.</summary>
    public async Task<int> RunAsync(string name, string folder, IReadOnlyList<SuiteTest> tests, string? shard, bool singleTest, CancellationToken cancellationToken)
    {
        var values = settings.Values;
        var output = settings.Output(environment);
        var options = new SuiteRunOptions
        {
            Workers = Math.Min(values.Number("workers") ?? Math.Max(1, Environment.ProcessorCount / 2), Math.Max(1, tests.Count)),
            Retries = values.Number("retries") ?? 0,
            MaxFailures = values.Number("maxFailures"),
            MaxTime = values.Duration("maxTime"),
            Run = settings.RunOptions(environment),
        };
        var recordings = new RecordingStore(values);
        using var deciders = RunDeciders.Create(environment, settings, singleTest);
        var executor = new TestExecutor(environment, output, values.Flag("video"), recordings, deciders);
        var reporters = Reporters.Create(environment, settings, singleTest, options.Retries);
        var info = new SuiteInfo
        {
            Name = name,
            Folder = folder,
            OutputFolder = output,
            Tests = tests,
            Workers = options.Workers,
            Shard = shard,
            BaseUrl = settings.BaseUrl,
            ToolVersion = Version,
            StartedAt = environment.Time.GetUtcNow(),
        };
        LastRun.Clear(output);
        Directory.CreateDirectory(output);
        // The browser needs a moment to start; the interpreter is made ready meanwhile, so that the first step finds it warm.
        _ = Task.Run(() => tests[0].Case.Steps.Select(step => Interpreter.Reader.Read(step.Text)).Count(reading => reading.IsResolved), CancellationToken.None);
        using var scenarios = TestScenarios.Create(environment, settings);
        var runner = new SuiteRunner(Sessions, executor.RunAsync, reporters, environment.Time) { Environments = scenarios };
        var result = await runner.RunAsync(info, options, cancellationToken);
        if (!singleTest)
            LastRun.Write(output, result);
        await SayRecordedAsync(values, recordings);
        if (deciders.Usage is { } used && RunDeciders.Describe(used.Total) is { } use)
            await Reporters.Talk(environment, values).WriteLineAsync($"Asked: {use}.");
        await SayWhereAsync(values, output, result);
        return ExitCode(result, values.Flag("failOnFlaky"), singleTest);
    }

    /// <summary>What the outcome of a suite says to a script.</summary>
    internal static int ExitCode(SuiteResult result, bool failOnFlaky, bool singleTest)
    {
        if (result.Cancelled || (singleTest && result.Tests is [{ Last.Reason: FinishReason.Timeout or FinishReason.Cancelled }]))
            return ExitCodes.Stopped;
        var failed = result.Count(TestStatus.Failed) > 0 || (failOnFlaky && result.Count(TestStatus.Flaky) > 0);
        // An environment that cannot be made is no verdict on the app, and neither is a browser that cannot be started.
        if (failed && result.Tests.Where(test => test.Status == TestStatus.Failed).All(test => test.Last is { Failure: FailureKind.Environment }) && result.Count(TestStatus.Failed) > 0)
            return ExitCodes.WrongInput;
        var broken = result.Tests.Count(test => test.Last is { Failure: FailureKind.Engine }) is > 0 and var count && count == result.Count(TestStatus.Failed);
        if (result.Problems.Count > 0 && (broken || !failed))
            return ExitCodes.WrongInput;
        return failed ? ExitCodes.Failed : ExitCodes.Passed;
    }

    private async Task SayRecordedAsync(SettingValues values, RecordingStore recordings)
    {
        var talk = Reporters.Talk(environment, values);
        if (recordings.Written > 0)
            await talk.WriteLineAsync($"Recorded: {recordings.Written} {(recordings.Written == 1 ? "test" : "tests")}, beside the tests; from now on they are replayed.");
        if (recordings.Proposed > 0)
            await talk.WriteLineAsync($"Proposed: {recordings.Proposed} {(recordings.Proposed == 1 ? "recording" : "recordings")}. 'autonoma heal show' shows what is different, 'autonoma heal accept TEST' takes it.");
    }

    private async Task SayWhereAsync(SettingValues values, string output, SuiteResult result)
    {
        if (!Reporters.Names(values).Contains("html") || result.Tests.All(test => test.Tries.Count == 0))
            return;
        var report = Path.Combine(output, "index.html");
        if (File.Exists(report))
            await Reporters.Talk(environment, values).WriteLineAsync($"Report: {ToolSettings.Shown(environment, report)}");
    }
}
