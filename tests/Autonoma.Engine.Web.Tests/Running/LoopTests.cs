using Autonoma.Engine.Commands;
using Autonoma.Engine.Running;
using Autonoma.Engine.Suites;
using Autonoma.TestKit;
using Autonoma.TestKit.Interpreting;

namespace Autonoma.Engine.Web.Tests.Running;

public sealed class LoopTests(BrowserFixture fixture) : CommandTest(fixture)
{
    [Fact]
    public async Task Run_WithoutAnAssertion_DoesNotPass()
    {
        var run = await RunAsync("<button>Save</button>", new ClickArguments("Save"));
        run.Success.ShouldBeFalse();
        run.Failure.ShouldBe(FailureKind.NoAssertion);
        run.Reasoning.ShouldContain("nothing was checked");
    }

    [Fact]
    public async Task Run_WithAFailingStep_SkipsTheRest()
    {
        var run = await RunAsync("<p>Here</p>", Shown("Here"), Shown("There"), Shown("Here"));
        run.Steps.Select(step => step.Status).ShouldBe([StepStatus.Passed, StepStatus.Failed, StepStatus.Skipped]);
        run.Reason.ShouldBe(FinishReason.Error);
        run.AssertionsHeld.ShouldBe(1);
        run.Reasoning.ShouldContain("step 2");
    }

    [Fact]
    public async Task Run_WithASentenceNobodyCanRead_IsUnresolved()
    {
        await using var driver = await Fixture.OpenAsync("<p>Here</p>");
        var runner = new TestRunner(driver, ScriptedRun.Quick, new ScriptedReader(), new NameGrounder(), new TextChecker(), TimeProvider.System);
        var run = await runner.RunAsync(new TestCase { Title = "T", RelativePath = "a/b.md", Steps = [new(1, "Make it nice", 7)] }, Token);
        run.Failure.ShouldBe(FailureKind.Unresolved);
        run.Reasoning.ShouldBe("a/b.md:7, step 1 \"Make it nice\": unresolved: \"Make it nice\" cannot be read. Try: Click \"Save\"");
    }

    [Fact]
    public async Task Run_WithAClaimNobodyCanJudge_IsUndecidable()
    {
        foreach (var claim in new[] { "it is beautiful", "it feels right" })
        {
            var run = await RunAsync("<p>Here</p>", new AssertArguments(claim));
            run.Failure.ShouldBe(FailureKind.Undecidable);
            run.Reasoning.ShouldContain("undecidable");
        }
    }

    [Fact]
    public Task Assert_OfSomethingThatComesLater_Waits()
        => PassesAsync("""<p id="p"></p><script>setTimeout(() => p.textContent = 'Finished', 700)</script>""", Shown("Finished"));

    [Fact]
    public async Task Assert_OfAnAbsence_ThatEndsAtOnce_DoesNotHold()
    {
        var run = await RunAsync("""<p id="p"></p><script>setTimeout(() => p.textContent = 'Error', 250)</script>""", new AssertArguments("\"Error\" is not visible"));
        run.Failure.ShouldBe(FailureKind.Assertion, run.Reasoning);
    }

    [Fact]
    public Task Assert_OfAToastThatIsGoneAgain_HoldsByWhatWasSeen()
        => PassesAsync("""
            <button onclick="const t = document.createElement('div'); t.setAttribute('role', 'status'); t.textContent = 'Copied to clipboard'; document.body.append(t); setTimeout(() => t.remove(), 150)">Copy</button>
            """, new ClickArguments("Copy"), new WaitArguments("500 ms", 500), new AssertArguments("\"Copied to clipboard\" appeared"), new AssertArguments("\"Copied to clipboard\" appeared"));

    [Fact]
    public async Task Run_WhoseStepsNeverEnd_StopsAtTheLimit()
    {
        await using var driver = await Fixture.OpenAsync("<button>Next</button>");
        var clicks = Enumerable.Repeat((IReadOnlyList<CommandArguments>)[new ClickArguments("Next")], 10).ToList();
        var limited = await ScriptedRun.RunAsync(driver, ScriptedRun.Quick with { MaxSteps = 4 }, Token, clicks);
        limited.Reason.ShouldBe(FinishReason.MaxSteps);
        limited.Steps[4].Status.ShouldBe(StepStatus.Failed);
        var circling = await ScriptedRun.RunAsync(driver, ScriptedRun.Quick with { MaxRepeats = 3 }, Token, clicks);
        circling.Reason.ShouldBe(FinishReason.MaxSteps);
        circling.Reasoning.ShouldContain("goes in circles");
    }

    [Fact]
    public async Task Run_WhoseTimeIsOver_SaysSo()
    {
        await using var driver = await Fixture.OpenAsync("<p>Here</p>");
        var run = await ScriptedRun.RunAsync(driver, ScriptedRun.Quick with { RunTimeout = TimeSpan.FromSeconds(1) }, Token, [Shown("Here")], [new WaitArguments("20 seconds", 20_000)]);
        run.Reason.ShouldBe(FinishReason.Timeout);
        run.Steps[1].Message.ShouldContain("1 s, is over");
        run.Steps[1].Attempts.ShouldHaveSingleItem().Failure.ShouldBe(FailureKind.Limit);
        run.Steps[1].Attempts[0].Arguments.ShouldBeOfType<WaitArguments>();
        run.Duration.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Run_ThatIsCancelled_SaysSo()
    {
        await using var driver = await Fixture.OpenAsync("<p>Here</p>");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        stop.CancelAfter(TimeSpan.FromMilliseconds(500));
        var run = await ScriptedRun.RunAsync(driver, ScriptedRun.Quick, stop.Token, [new WaitArguments("20 seconds", 20_000)]);
        run.Reason.ShouldBe(FinishReason.Cancelled);
        run.Failure.ShouldBe(FailureKind.Cancelled);
    }

    [Fact]
    public async Task Run_StartsAtTheAddressOfTheTest_RelativeToTheBase()
    {
        Fixture.Site.Add("/app/login.html", "<p>Please log in</p>");
        await using var driver = await Fixture.OpenAsync();
        var (test, reader) = ScriptedRun.Test([Shown("Please log in")]);
        var run = await new TestRunner(driver, ScriptedRun.Quick with { BaseUrl = Fixture.Site.At("/app").ToString() }, reader, new NameGrounder(), new TextChecker(), TimeProvider.System)
            .RunAsync(test with { Url = "login.html" }, Token);
        run.Success.ShouldBeTrue(run.Reasoning);
        run.StartUrl.ShouldEndWith("/app/login.html");
        run.Viewport.Width.ShouldBe(1280);
    }

    [Fact]
    public async Task Run_StartsAtAFileOfTheBaseFolder()
    {
        var folder = Directory.CreateTempSubdirectory("autonoma-pages-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "one page.html"), "<p>From a file</p>", Token);
            await using var driver = await Fixture.OpenAsync();
            var (test, reader) = ScriptedRun.Test([Shown("From a file")]);
            var run = await new TestRunner(driver, ScriptedRun.Quick with { BaseUrl = folder }, reader, new NameGrounder(), new TextChecker(), TimeProvider.System)
                .RunAsync(test with { Url = "one page.html" }, Token);
            run.Success.ShouldBeTrue(run.Reasoning);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Run_ExpectedResult_IsEvidenceUnlessStrict()
    {
        await using var driver = await Fixture.OpenAsync("<p>Here</p>");
        var (test, reader) = ScriptedRun.Test([Shown("Here")]);
        test = test with { Expected = [new(1, "\"Gone\" is visible"), new(2, "The user is happy.")] };
        TestRunner Runner(bool strict) => new(driver, ScriptedRun.Quick with { StrictExpected = strict }, reader, new NameGrounder(), new TextChecker(), TimeProvider.System);
        var lenient = await Runner(strict: false).RunAsync(test, Token);
        lenient.Success.ShouldBeTrue(lenient.Reasoning);
        lenient.Steps.Select(step => (step.Section, step.Status)).ShouldBe([("step", StepStatus.Passed), ("expected", StepStatus.Failed), ("expected", StepStatus.Skipped)]);
        var strict = await Runner(strict: true).RunAsync(test, Token);
        strict.Success.ShouldBeFalse();
        strict.Reasoning.ShouldContain("Expected result");
    }

    [Fact]
    public async Task Run_ExpectedResult_NeverMakesATestPass()
    {
        await using var driver = await Fixture.OpenAsync("<p>Here</p><button>Save</button>");
        var (test, reader) = ScriptedRun.Test([new ClickArguments("Save")]);
        var run = await new TestRunner(driver, ScriptedRun.Quick, reader, new NameGrounder(), new TextChecker(), TimeProvider.System).RunAsync(test with { Expected = [new(1, "\"Here\" is visible")] }, Token);
        run.Failure.ShouldBe(FailureKind.NoAssertion);
    }

    [Fact]
    public async Task Run_AssertionsOfTheSetup_DoNotCount()
    {
        await using var driver = await Fixture.OpenAsync("<p>Here</p><button>Save</button>");
        var (test, reader) = ScriptedRun.Test([Shown("Here")], [new ClickArguments("Save")]);
        var run = await new TestRunner(driver, ScriptedRun.Quick, reader, new NameGrounder(), new TextChecker(), TimeProvider.System)
            .RunAsync(test with { Setup = [test.Steps[0]], Steps = [test.Steps[1]] }, Token);
        run.Failure.ShouldBe(FailureKind.NoAssertion);
        run.Steps[0].Section.ShouldBe("setup");
    }

    [Fact]
    public async Task Run_Secrets_AreShownNowhere()
    {
        await using var driver = await Fixture.OpenAsync("""<input aria-label="Token" id="t">""");
        var options = ScriptedRun.Quick with { Variables = new Dictionary<string, string> { ["token"] = "s3cr3t-value" }, Secrets = ["token"] };
        var run = await ScriptedRun.RunAsync(driver, options, Token, [new TypeArguments("Token", "{{token}}")], [Holds("t", "{{token}}")]);
        run.Success.ShouldBeTrue(run.Reasoning);
        Autonoma.Engine.Artifacts.RunDocuments.Result(run).ShouldNotContain("s3cr3t-value");
    }

    [Fact]
    public async Task Observers_AreToldInOrder_AndTheirMistakesDecideNothing()
    {
        await using var driver = await Fixture.OpenAsync("<button>Save</button><p>Here</p>");
        var (test, reader) = ScriptedRun.Test([new ClickArguments("Save")], [Shown("Here")]);
        var diary = new Diary();
        var run = await new TestRunner(driver, ScriptedRun.Quick, reader, new NameGrounder(), new TextChecker(), TimeProvider.System) { Observers = [diary, new Clumsy()] }.RunAsync(test, Token);
        run.Success.ShouldBeTrue(run.Reasoning);
        diary.Lines.ShouldBe(["started", "step 1", "decided", "attempt click", "click Passed", "step 1 Passed", "step 2", "decided", "attempt assert", "assert Passed", "step 2 Passed", "finished"]);
        run.Steps[0].Attempts[0].ScreenshotAfter.ShouldBe("picture.jpeg");
        run.Notes.ShouldContain("Clumsy: disk full");
    }

    private sealed class Diary : IRunObserver
    {
        public List<string> Lines { get; } = [];

        public ValueTask StartedAsync(RunStarted started, CancellationToken cancellationToken) => Write("started");

        public ValueTask BeforeStepAsync(StepStarted started, CancellationToken cancellationToken) => Write($"step {started.Number}");

        public ValueTask DecidedAsync(StepDecided decided, CancellationToken cancellationToken) => Write("decided");

        public ValueTask BeforeAttemptAsync(AttemptStarted started, CancellationToken cancellationToken) => Write($"attempt {started.Arguments.Command}");

        public ValueTask<Attempt> AfterAttemptAsync(AttemptEnded ended, CancellationToken cancellationToken)
        {
            Lines.Add($"{ended.Attempt.Arguments.Command} {ended.Attempt.Status}");
            ended.Before.ShouldNotBeNull();
            return ValueTask.FromResult(ended.Attempt with { ScreenshotAfter = "picture.jpeg" });
        }

        public ValueTask AfterStepAsync(StepResult step, CancellationToken cancellationToken) => Write($"step {step.Number} {step.Status}");

        public ValueTask FinishedAsync(RunResult result, CancellationToken cancellationToken) => Write("finished");

        private ValueTask Write(string line)
        {
            Lines.Add(line);
            return default;
        }
    }

    private sealed class Clumsy : IRunObserver
    {
        public ValueTask AfterStepAsync(StepResult step, CancellationToken cancellationToken) => throw new IOException("disk full");
    }
}
