using System.Diagnostics.CodeAnalysis;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Reporting;

namespace Autonoma.Engine.Running.Suite;

/// <summary>Runs the tests of a suite: several at a time, failed ones again, each on a session of its own.</summary>
/// <param name="sessions">Opens what a test runs on.</param>
/// <param name="execute">Carries out one try of a test.</param>
/// <param name="reporters">Told what happens, one call at a time.</param>
/// <param name="time">The clock.</param>
public sealed class SuiteRunner(IAppSessions sessions, TestExecution execute, IReadOnlyList<ISuiteReporter> reporters, TimeProvider time)
{
    /// <summary>Makes the data and the login that tests need; null when none is to be made.</summary>
    public ITestEnvironments? Environments { get; init; }

    /// <summary>Runs the suite. Never throws for a test: whatever happens to it is its result.</summary>
    /// <param name="suite">What is to be run.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellationToken">Starts no other test and stops those that run; reports are still written.</param>
    public async Task<SuiteResult> RunAsync(SuiteInfo suite, SuiteRunOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(suite);
        ArgumentNullException.ThrowIfNull(options);
        var run = new Execution(suite, options, sessions, Environments, execute, new ReporterHub(reporters), time);
        return await run.RunAsync(cancellationToken).ConfigureAwait(false);
    }

    private sealed class Execution(SuiteInfo suite, SuiteRunOptions options, IAppSessions sessions, ITestEnvironments? environments, TestExecution execute, ReporterHub hub, TimeProvider time)
    {
        private readonly TestOutcome?[] _outcomes = new TestOutcome?[suite.Tests.Count];
        private readonly Lock _gate = new();
        private readonly List<Task> _removing = [];
        private PreparedTests _prepared = null!;
        private int _next;
        private int _failures;
        private string? _stopped;

        [SuppressMessage("Reliability", "CA2016:Forward the cancellation token", Justification = "Reports are written also after a cancellation.")]
        public async Task<SuiteResult> RunAsync(CancellationToken cancellationToken)
        {
            var start = time.GetTimestamp();
            _prepared = new(environments, sessions, Remove);
            using var limit = options.MaxTime is { } maxTime ? new CancellationTokenSource(maxTime, time) : new CancellationTokenSource();
            using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
            hub.Tell(reporter => reporter.OnStarted(suite));
            var pool = new SessionPool(sessions, options.Workers);
            await using (pool.ConfigureAwait(false))
            {
                var workers = Enumerable.Range(0, Math.Clamp(options.Workers, 1, Math.Max(1, suite.Tests.Count)))
                    .Select(_ => Task.Run(() => WorkAsync(pool, both.Token), CancellationToken.None));
                await Task.WhenAll(workers).ConfigureAwait(false);
                foreach (var (test, left) in await _prepared.LeftAsync().ConfigureAwait(false))
                {
                    pool.Return(left.Driver);
                    Remove(test, left.Environment);
                }
            }

            await Task.WhenAll(_removing).ConfigureAwait(false);

            var cancelled = cancellationToken.IsCancellationRequested || (limit.IsCancellationRequested && _outcomes.Any(outcome => outcome is null or { Status: TestStatus.Cancelled }));
            var reason = _stopped
                ?? (cancellationToken.IsCancellationRequested ? "it was stopped" : cancelled ? $"the time for the suite ran out ({options.MaxTime!.Value.TotalSeconds:0.#} s)" : null);
            var result = new SuiteResult
            {
                Suite = suite,
                Tests = [.. suite.Tests.Select((test, i) => _outcomes[i] ?? new TestOutcome(test, TestStatus.NotRun, []))],
                Duration = time.GetElapsedTime(start),
                Platform = sessions.Platform,
                Cancelled = cancelled,
                StoppedBecause = reason,
            };
            return await hub.FinishAsync(result, CancellationToken.None).ConfigureAwait(false);
        }

        private async Task WorkAsync(SessionPool pool, CancellationToken cancellationToken)
        {
            while (TakeNext(cancellationToken) is { } index)
            {
                var outcome = await RunTestAsync(suite.Tests[index], pool, cancellationToken).ConfigureAwait(false);
                lock (_gate)
                {
                    _outcomes[index] = outcome;
                    if (outcome is { Status: TestStatus.Failed } && ++_failures >= options.MaxFailures)
                        _stopped ??= $"{_failures} {(_failures == 1 ? "test" : "tests")} failed (--max-failures {options.MaxFailures})";
                }
            }
        }

        private int? TakeNext(CancellationToken cancellationToken)
        {
            lock (_gate)
                return cancellationToken.IsCancellationRequested || _stopped is not null || _next >= suite.Tests.Count ? null : _next++;
        }

        private async Task<TestOutcome?> RunTestAsync(SuiteTest test, SessionPool pool, CancellationToken cancellationToken)
        {
            var tries = new List<RunResult>();
            var retries = test.Case.Retries ?? options.Retries;
            for (var number = 1; number <= retries + 1; number++)
            {
                hub.Tell(reporter => reporter.OnTestStarted(test));
                var result = await TryAsync(test, number, pool, cancellationToken).ConfigureAwait(false);
                tries.Add(result);
                hub.Tell(reporter => reporter.OnTestFinished(test, result));
                if (result.Success)
                    return new(test, number == 1 ? TestStatus.Passed : TestStatus.Flaky, tries);
                if (result.Reason == FinishReason.Cancelled || cancellationToken.IsCancellationRequested)
                    return new(test, result.Reason == FinishReason.Cancelled ? TestStatus.Cancelled : TestStatus.Failed, tries);
                if (_stopped is not null)
                    break;
            }

            return new(test, TestStatus.Failed, tries);
        }

        private async Task<RunResult> TryAsync(SuiteTest test, int number, SessionPool pool, CancellationToken cancellationToken)
        {
            var started = time.GetUtcNow();
            var start = time.GetTimestamp();
            IAppDriver? driver = null;
            ITestEnvironment? environment = null;
            try
            {
                var run = options.Run with { Try = number };
                var prepared = test;
                if (_prepared.IsNeededBy(test))
                {
                    (environment, driver) = await _prepared.TakeAsync(test, cancellationToken).ConfigureAwait(false);
                    prepared = test with { Case = environment.Applied(test.Case) };
                    run = environment.Applied(run);
                }
                else
                {
                    driver = await pool.TakeAsync(test.Case, cancellationToken).ConfigureAwait(false);
                }

                var next = PeekNext(options.MakesAhead ? options.Workers : 1);
                if (next is [var first, ..] && !_prepared.IsNeededBy(first))
                    pool.Warm(first.Case, cancellationToken);
                foreach (var further in options.MakesAhead ? next : [])
                    _prepared.Begin(further, cancellationToken);
                var result = await execute(prepared, driver, run, new Progress(test, hub), cancellationToken).ConfigureAwait(false);
                return result with { Try = number, Platform = result.Platform.Length > 0 ? result.Platform : sessions.Platform };
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                var fault = TestFault.Of(e, cancellationToken);
                if (e is UserInputException)
                {
                    // Every other test would end the same way: say it once and stop.
                    hub.AddProblem(e.Message);
                    _stopped ??= "the tool could not go on";
                }
                else if (fault.IsOfTheTool)
                {
                    // A fault of the tool must not take the other tests with it, nor look like one of the app.
                    hub.AddProblem($"{Name(test)}: {char.ToLowerInvariant(fault.Words[0])}{fault.Words[1..]}");
                }

                return Broken(fault);
            }
            finally
            {
                if (driver is not null)
                    pool.Return(driver);
                if (environment is not null)
                    Remove(test, environment);
            }

            RunResult Broken(TestFault fault) => new()
            {
                Test = test.Case.Title,
                File = test.Case.RelativePath.Length > 0 ? test.Case.RelativePath : null,
                Reason = fault.Reason,
                Failure = fault.Failure,
                Reasoning = fault.Words,
                Steps = [],
                StartedAt = started,
                Duration = time.GetElapsedTime(start),
                Try = number,
                Platform = sessions.Platform,
                Tags = test.Case.Tags,
                Flow = test.Case.Flow,
                Category = test.Case.Category,
                Priority = test.Case.Priority,
            };
        }

        // Off the critical path: the next test need not wait for it, the end of the suite does.
        private void Remove(SuiteTest test, ITestEnvironment environment)
        {
            lock (_gate)
                _removing.Add(Task.Run(async () =>
                {
                    try
                    {
                        await environment.DownAsync().ConfigureAwait(false);
                    }
                    catch (Exception e) when (e is not OutOfMemoryException)
                    {
                        hub.AddProblem($"{Name(test)}: the environment could not be removed. {e.Message}");
                    }
                }));
        }

        private List<SuiteTest> PeekNext(int most)
        {
            lock (_gate)
                return _stopped is null ? [.. suite.Tests.Skip(_next).Take(most)] : [];
        }

        private static string Name(SuiteTest test) => test.Case.RelativePath.Length > 0 ? test.Case.RelativePath : test.Case.Title;
    }

    private sealed class Progress(SuiteTest test, ReporterHub hub) : IRunObserver
    {
        public ValueTask AfterStepAsync(StepResult step, CancellationToken cancellationToken)
        {
            hub.Tell(reporter => reporter.OnStep(test, step));
            return default;
        }
    }
}
