using System.Collections.Concurrent;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Reporting;
using Autonoma.Engine.Running;
using Autonoma.Engine.Running.Suite;
using Autonoma.Engine.Suites;

namespace Autonoma.Engine.Tests.Running.Suite;

public sealed class SuiteRunnerTests
{
    private readonly ConcurrentQueue<string> _log = new();
    private readonly RecordingSessions _sessions;

    public SuiteRunnerTests() => _sessions = new(_log);

    private static RunResult Result(SuiteTest test, bool success, FinishReason reason = FinishReason.Error)
        => new() { Test = test.Case.Title, Reason = success ? FinishReason.Success : reason, Reasoning = "", Steps = [] };

    private static SuiteInfo Info(int tests, int? retries = null)
        => new() { Name = "suite", OutputFolder = "out", Tests = SuitePlan.Of([.. Enumerable.Range(1, tests).Select(i => new TestCase { Title = $"T{i}", RelativePath = $"t{i}.md", Retries = retries })]) };

    private Task<SuiteResult> RunAsync(SuiteInfo suite, SuiteRunOptions options, TestExecution execute, CancellationToken? cancellationToken = null, params IReadOnlyList<ISuiteReporter> reporters)
        => new SuiteRunner(_sessions, execute, reporters, TimeProvider.System).RunAsync(suite, options, cancellationToken ?? TestContext.Current.CancellationToken);

    [Fact]
    public async Task Run_AllTests_AreReportedInTheOrderOfTheSuiteAndSessionsAreClosed()
    {
        var result = await RunAsync(Info(5), new() { Workers = 3 }, async (test, _, _, _, _) =>
        {
            await Task.Yield();
            return Result(test, test.Case.Title != "T2");
        });

        result.Tests.Select(test => (test.Test.Case.Title, test.Status)).ShouldBe(
            [("T1", TestStatus.Passed), ("T2", TestStatus.Failed), ("T3", TestStatus.Passed), ("T4", TestStatus.Passed), ("T5", TestStatus.Passed)]);
        _sessions.Opened.ShouldBeGreaterThanOrEqualTo(5);
        _sessions.Closed.ShouldBe(_sessions.Opened);
    }

    [Fact]
    public async Task Run_NextSession_IsOpenedWhileATestRuns()
    {
        var openedDuringFirst = new TaskCompletionSource();
        _sessions.OnOpened = count =>
        {
            if (count == 2)
                openedDuringFirst.TrySetResult();
        };

        var result = await RunAsync(Info(2), new(), async (test, _, _, _, token) =>
        {
            if (test.Case.Title == "T1")
                await openedDuringFirst.Task.WaitAsync(TimeSpan.FromSeconds(20), token);
            return Result(test, true);
        });

        result.Count(TestStatus.Passed).ShouldBe(2);
        _sessions.Opened.ShouldBe(2);
    }

    [Fact]
    public async Task Run_EachTry_HasASessionOfItsOwn()
    {
        var drivers = new ConcurrentBag<IAppDriver>();

        var result = await RunAsync(Info(3), new() { Retries = 1 }, (test, driver, options, _, _) =>
        {
            drivers.Add(driver);
            return Task.FromResult(Result(test, options.Try == 2));
        });

        result.Count(TestStatus.Flaky).ShouldBe(3);
        drivers.Distinct().Count().ShouldBe(6);
    }

    [Theory]
    [InlineData(0, 1, TestStatus.Failed)]
    [InlineData(1, 2, TestStatus.Failed)]
    [InlineData(2, 3, TestStatus.Flaky)]
    [InlineData(5, 3, TestStatus.Flaky)]
    public async Task Retries_FailedThenPassed_IsFlaky(int retries, int tries, TestStatus status)
    {
        var result = await RunAsync(Info(1), new() { Retries = retries }, (test, _, options, _, _) => Task.FromResult(Result(test, options.Try == 3)));

        result.Tests.Single().Status.ShouldBe(status);
        result.Tests.Single().Tries.Select(run => run.Try).ShouldBe(Enumerable.Range(1, tries));
    }

    [Fact]
    public async Task Retries_OfTheTest_WinOverTheSuites()
    {
        var result = await RunAsync(Info(1, retries: 0), new() { Retries = 3 }, (test, _, _, _, _) => Task.FromResult(Result(test, false)));

        result.Tests.Single().Tries.Count.ShouldBe(1);
    }

    [Fact]
    public async Task MaxFailures_Reached_StartsNoOther()
    {
        var result = await RunAsync(Info(6), new() { MaxFailures = 2 }, (test, _, _, _, _) => Task.FromResult(Result(test, test.Case.Title == "T1")));

        result.Tests.Select(test => test.Status).ShouldBe([TestStatus.Passed, TestStatus.Failed, TestStatus.Failed, TestStatus.NotRun, TestStatus.NotRun, TestStatus.NotRun]);
        result.StoppedBecause.ShouldBe("2 tests failed (--max-failures 2)");
        result.Cancelled.ShouldBeFalse();
    }

    [Fact]
    public async Task MakesAhead_TheNextEnvironment_IsMadeWhileATestRuns_AndEachTestHasItsOwn()
    {
        var environments = new RecordingEnvironments(_log);
        var seen = new ConcurrentBag<string>();
        var secondIsThere = new TaskCompletionSource();
        environments.OnUp = count =>
        {
            if (count == 2)
                secondIsThere.TrySetResult();
        };

        var result = await new SuiteRunner(_sessions, async (test, _, _, _, token) =>
        {
            seen.Add(test.Case.Variables["environment"]);
            if (test.Case.Title == "T1")
                await secondIsThere.Task.WaitAsync(TimeSpan.FromSeconds(20), token);
            return Result(test, true);
        }, [], TimeProvider.System) { Environments = environments }.RunAsync(Info(4), new() { MakesAhead = true }, TestContext.Current.CancellationToken);

        result.Count(TestStatus.Passed).ShouldBe(4);
        seen.Distinct().Count().ShouldBe(4);
        (environments.Up, environments.Down).ShouldBe((4, 4));
        _sessions.Closed.ShouldBe(_sessions.Opened);
    }

    [Fact]
    public async Task MakesAhead_TheSuiteStopsBefore_WhatNobodyTookIsRemoved()
    {
        var environments = new RecordingEnvironments(_log);
        var secondIsThere = new TaskCompletionSource();
        environments.OnUp = count =>
        {
            if (count == 2)
                secondIsThere.TrySetResult();
        };

        await new SuiteRunner(_sessions, async (test, _, _, _, token) =>
        {
            await secondIsThere.Task.WaitAsync(TimeSpan.FromSeconds(20), token);
            return Result(test, false);
        }, [], TimeProvider.System) { Environments = environments }.RunAsync(Info(3), new() { MakesAhead = true, MaxFailures = 1 }, TestContext.Current.CancellationToken);

        (environments.Up, environments.Down).ShouldBe((2, 2));
        _sessions.Closed.ShouldBe(_sessions.Opened);
    }

    [Fact]
    public async Task Environments_NotMadeAhead_StandOneAtATime()
    {
        var environments = new RecordingEnvironments(_log);

        await new SuiteRunner(_sessions, (test, _, _, _, _) =>
        {
            environments.Up.ShouldBe(int.Parse(test.Case.Title[1..], System.Globalization.CultureInfo.InvariantCulture));
            return Task.FromResult(Result(test, true));
        }, [], TimeProvider.System) { Environments = environments }.RunAsync(Info(3), new(), TestContext.Current.CancellationToken);

        (environments.Up, environments.Down).ShouldBe((3, 3));
    }

    private sealed class RecordingEnvironments(ConcurrentQueue<string> log) : ITestEnvironments
    {
        private int _up;
        private int _down;

        public Action<int> OnUp { get; set; } = _ => { };

        public int Up => _up;

        public int Down => _down;

        public bool IsNeededBy(SuiteTest test) => true;

        public Task<ITestEnvironment> UpAsync(SuiteTest test, CancellationToken cancellationToken)
        {
            var number = Interlocked.Increment(ref _up);
            log.Enqueue($"up {number}");
            OnUp(number);
            return Task.FromResult<ITestEnvironment>(new Made(this, number));
        }

        private sealed class Made(RecordingEnvironments all, int number) : ITestEnvironment
        {
            public IReadOnlyDictionary<string, string> Variables { get; } = new Dictionary<string, string> { ["environment"] = $"{number}" };

            public IReadOnlyList<string> Secrets => [];

            public SessionLogin Login => SessionLogin.None;

            public Task DownAsync()
            {
                Interlocked.Increment(ref all._down);
                return Task.CompletedTask;
            }
        }
    }

    [Fact]
    public async Task Cancel_WhileATestRuns_KeepsWhatIsThereAndTellsReporters()
    {
        using var stop = new CancellationTokenSource();
        var reporter = new RecordingReporter(_log);

        var result = await RunAsync(Info(3), new(), async (test, _, _, _, token) =>
        {
            if (test.Case.Title == "T1")
                return Result(test, true);
            await stop.CancelAsync();
            token.IsCancellationRequested.ShouldBeTrue();
            return Result(test, false, FinishReason.Cancelled);
        }, stop.Token, reporter);

        result.Cancelled.ShouldBeTrue();
        result.Tests.Select(test => test.Status).ShouldBe([TestStatus.Passed, TestStatus.Cancelled, TestStatus.NotRun]);
        _log.ShouldContain("finished suite");
        _sessions.Closed.ShouldBe(_sessions.Opened);
    }

    [Fact]
    public async Task Execution_Throws_FailsThatTestAsTheToolsFaultAndGoesOn()
    {
        var result = await RunAsync(Info(2), new(), (test, _, _, _, _) => test.Case.Title == "T1" ? throw new InvalidOperationException("oops") : Task.FromResult(Result(test, true)));

        result.Tests[0].Last!.Failure.ShouldBe(FailureKind.Engine);
        result.Tests[1].Status.ShouldBe(TestStatus.Passed);
        result.Problems.ShouldHaveSingleItem().ShouldContain("oops");
    }

    [Fact]
    public async Task Sessions_CannotBeOpened_StopsTheSuiteAndSaysItOnce()
    {
        _sessions.Problem = new UserInputException("There is no browser.");

        var result = await RunAsync(Info(4), new(), (test, _, _, _, _) => Task.FromResult(Result(test, true)));

        result.Problems.ShouldBe(["There is no browser."]);
        result.Count(TestStatus.NotRun).ShouldBe(3);
    }

    [Fact]
    public async Task Reporters_AreToldInOrderAndTheirFaultsAreProblems()
    {
        var result = await RunAsync(Info(2), new(), async (test, _, _, observer, token) =>
        {
            await observer.AfterStepAsync(new() { Number = 1, Text = "Click", Status = StepStatus.Passed }, token);
            return Result(test, true);
        }, null, new ThrowingReporter(), new RecordingReporter(_log));

        _log.Where(line => !line.StartsWith("session", StringComparison.Ordinal))
            .ShouldBe(["started suite", "started t1", "step t1 1", "finished t1", "started t2", "step t2 1", "finished t2", "finished suite"]);
        result.Count(TestStatus.Passed).ShouldBe(2);
        result.Problems.ShouldHaveSingleItem().ShouldContain("ThrowingReporter");
    }

    [Fact]
    public void Plan_Repeated_GivesUniqueStableNames()
    {
        var tests = new[] { new TestCase { Title = "A", RelativePath = "a/b.md" }, new TestCase { Title = "A", RelativePath = "a-b.md" } };

        SuitePlan.Of(tests, 2).Select(test => (test.Id, test.Repetition)).ShouldBe([("a-b", 1), ("a-b-repeat2", 2), ("a-b-2", 1), ("a-b-repeat2-2", 2)]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Shards_TakeEveryTestOnceAndAreBalanced(int count)
    {
        var tests = Enumerable.Range(0, 41).Select(i => new TestCase { Title = $"T{i}", RelativePath = $"{i:00}.md", Steps = [.. Enumerable.Range(1, 1 + i % 9).Select(n => new TestStep(n, "Click A"))] }).ToList();

        var shards = Enumerable.Range(1, count).Select(i => SuitePlan.Shard(tests, i, count)).ToList();

        shards.SelectMany(shard => shard).Select(test => test.RelativePath).Order().ShouldBe(tests.Select(test => test.RelativePath));
        var loads = shards.Select(shard => shard.Sum(test => 4 + test.Steps.Count)).ToList();
        (loads.Max() - loads.Min()).ShouldBeLessThanOrEqualTo(13);
        shards.ShouldAllBe(shard => shard.Select(test => test.RelativePath).SequenceEqual(shard.Select(test => test.RelativePath).Order()));
    }

    private sealed class RecordingSessions(ConcurrentQueue<string> log) : IAppSessions
    {
        private int _opened, _closed;

        public int Opened => _opened;

        public int Closed => _closed;

        public UserInputException? Problem { get; set; }

        public Action<int>? OnOpened { get; set; }

        public string Platform => "Test 1.0";

        public string KeyOf(TestCase test) => "same";

        public Task<IAppDriver> OpenAsync(TestCase test, SessionLogin login, CancellationToken cancellationToken)
        {
            if (Problem is not null)
                throw Problem;
            log.Enqueue("session opened");
            var count = Interlocked.Increment(ref _opened);
            OnOpened?.Invoke(count);
            return Task.FromResult<IAppDriver>(new NoApp(() => Interlocked.Increment(ref _closed)));
        }
    }

    private sealed class NoApp(Action closed) : IAppDriver
    {
        public IScreenDriver Screen => throw new NotSupportedException();
        public IElementDriver Elements => throw new NotSupportedException();
        public IMouseDriver Mouse => throw new NotSupportedException();
        public IKeyboardDriver Keyboard => throw new NotSupportedException();
        public IApplicationDriver Application => throw new NotSupportedException();
        public INavigationDriver? Navigation => null;
        public ITabsDriver? Tabs => null;
        public IDialogsDriver? Dialogs => null;
        public IFilesDriver? Files => null;
        public IClipboardDriver? Clipboard => null;
        public IFrameStream? Frames => null;

        public ValueTask DisposeAsync()
        {
            closed();
            return default;
        }
    }

    private sealed class RecordingReporter(ConcurrentQueue<string> log) : ISuiteReporter
    {
        public void OnStarted(SuiteInfo suite) => log.Enqueue($"started {suite.Name}");

        public void OnTestStarted(SuiteTest test) => log.Enqueue($"started {test.Id}");

        public void OnStep(SuiteTest test, StepResult step) => log.Enqueue($"step {test.Id} {step.Number}");

        public void OnTestFinished(SuiteTest test, RunResult result) => log.Enqueue($"finished {test.Id}");

        public Task OnFinishedAsync(SuiteResult result, CancellationToken cancellationToken)
        {
            log.Enqueue($"finished {result.Suite.Name}");
            return Task.CompletedTask;
        }
    }

    private sealed class ThrowingReporter : ISuiteReporter
    {
        public void OnStarted(SuiteInfo suite) => throw new IOException("disk full");

        public void OnTestStarted(SuiteTest test)
        {
        }

        public void OnStep(SuiteTest test, StepResult step)
        {
        }

        public void OnTestFinished(SuiteTest test, RunResult result)
        {
        }

        public Task OnFinishedAsync(SuiteResult result, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
