using Autonoma.Engine.Commands;
using Autonoma.Engine.Deciding;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Suites;

namespace Autonoma.Engine.Running;

/// <summary>Why a run ended.</summary>
internal sealed record Verdict(FinishReason Reason, FailureKind Failure, string Words, int AssertionsHeld);

/// <summary>One execution of one test, from its start page to its verdict.</summary>
internal sealed class OneRun(TestCase test, RunSession session, IDecider decider, ObserverGroup observers, TimeSpan limit, CancellationToken stopped)
{
    private readonly List<StepResult> _steps = [];
    private StepRunner? _runner;

    public IReadOnlyList<StepResult> Steps => _steps;

    public string StartUrl { get; private set; } = "";

    public UiSize? Viewport { get; private set; }

    public async Task<Verdict> RunAsync(CancellationToken cancellationToken)
    {
        var planned = test.Setup.Select(step => (Step: step, Section: "setup")).Concat(test.Steps.Select(step => (Step: step, Section: "step"))).ToList();
        session.Recording?.Plan(planned);
        Verdict verdict;
        try
        {
            verdict = await OpenAsync(cancellationToken).ConfigureAwait(false) ?? await RunStepsAsync(planned, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            verdict = Interrupted(planned);
        }

        for (var i = _steps.Count; i < planned.Count; i++)
            _steps.Add(Skipped(planned[i].Step, i + 1, planned[i].Section));
        return verdict;
    }

    private async Task<Verdict?> OpenAsync(CancellationToken cancellationToken)
    {
        Uri? start;
        try
        {
            start = StartAddress.Resolve(test.Url is null ? null : session.Memory.Resolve(test.Url), session.Options.BaseUrl, session.FilesFolder);
        }
        catch (Exception problem) when (problem is UserInputException or Memory.UnknownVariableException)
        {
            return new(FinishReason.Error, FailureKind.Setup, $"{Place(null)}{problem.Message}", 0);
        }

        StartUrl = start?.ToString() ?? session.Url;
        await observers.TellAsync(observer => observer.StartedAsync(new(test, session.Driver, StartUrl, session.Memory.Masker.Apply), cancellationToken)).ConfigureAwait(false);
        if (start is null)
            return null;
        if (session.Driver.Navigation is not { } navigation)
            return new(FinishReason.Error, FailureKind.Setup, $"{Place(null)}The test starts at {start}, but this platform has no addresses.", 0);
        try
        {
            await Deadline.RunAsync(token => navigation.GoToAsync(start, token), session.Options.NavigationTimeout, session.Time, cancellationToken).ConfigureAwait(false);
            await Deadline.RunAsync(session.SettleAndLookAsync, session.Options.SettleCap + TimeSpan.FromSeconds(10), session.Time, cancellationToken).ConfigureAwait(false);
            return ErrorPages.WhyUnreachable(session.Driver) is { } why ? new(FinishReason.Error, FailureKind.App, $"{Place(null)}{why}", 0) : null;
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            var (kind, words) = problem switch
            {
                NavigationFailedException failed => (FailureKind.App, failed.Message),
                DriverLostException lost => (FailureKind.Engine, $"The browser or device went away while {start} was opened: {session.Driver.Application.Loss ?? lost.Message}"),
                DeadlineException => (FailureKind.App, $"{start} did not finish loading within {session.Options.NavigationTimeout.TotalSeconds:0.#} s."),
                _ when session.Driver.Application.Loss is { } loss => (FailureKind.Engine, $"The browser or device went away while {start} was opened: {loss}"),
                _ => (FailureKind.Engine, $"The tool failed to open {start}: {problem.Message}"),
            };
            return new(FinishReason.Error, kind, $"{Place(null)}{words}", 0);
        }
    }

    private async Task<Verdict> RunStepsAsync(List<(TestStep Step, string Section)> planned, CancellationToken cancellationToken)
    {
        var runner = _runner = new StepRunner(session, decider, observers, new LoopDetector(session.Options.MaxRepeats));
        for (var i = 0; i < planned.Count; i++)
        {
            var (step, section) = planned[i];
            var logged = session.Driver.Application.Log.Count;
            var result = await runner.RunAsync(step, i + 1, section, planned.Skip(i + 1).Select(later => later.Step), cancellationToken).ConfigureAwait(false);
            Viewport ??= runner.Viewport;
            if (result.Status == StepStatus.Failed)
            {
                var message = (section == "setup" ? "Setup: " : "") + result.Message + Unanswered(result, logged);
                result = result with { Message = session.Memory.Masker.Apply(message) };
            }

            _steps.Add(result);
            await observers.TellAsync(observer => observer.AfterStepAsync(result, cancellationToken)).ConfigureAwait(false);
            if (result.Status == StepStatus.Failed)
                return new(runner.LimitReached ?? FinishReason.Error, result.Failure, $"{Place(result)}{result.Message}", Held());
        }

        if (_steps.Sum(step => step.Attempts.Count) == 0)
            return new(FinishReason.Error, FailureKind.NoAssertion, $"{Place(null)}The test has no steps: there is nothing to carry out and nothing to check.", 0);
        var expected = await new ExpectedResult(session, observers).JudgeAsync(test.Expected, planned.Count, cancellationToken).ConfigureAwait(false);
        _steps.AddRange(expected);
        var held = Held();
        if (session.Options.StrictExpected)
        {
            held += expected.Count(step => step.Status == StepStatus.Passed);
            if (expected.FirstOrDefault(step => step.Status == StepStatus.Failed) is { } failed)
                return new(FinishReason.Error, failed.Failure, $"{Place(failed)}Expected result: {failed.Message}", held);
        }

        return held == 0
            ? new(FinishReason.Error, FailureKind.NoAssertion, $"{Place(null)}Every step was carried out, but nothing was checked: a test passes only if an assertion held. Add a step such as \"Verify that ... is shown\".", 0)
            : new(FinishReason.Success, FailureKind.None, $"All {planned.Count} steps were carried out and {held} {(held == 1 ? "assertion" : "assertions")} held.", held);
    }

    // Only what the steps themselves check counts: a setup that looks whether it worked proves nothing about the app.
    private int Held() => _steps.Where(step => step.Section == "step")
        .Sum(step => step.Attempts.Count(attempt => attempt is { Arguments: AssertArguments, Status: StepStatus.Passed }));

    private string Unanswered(StepResult result, int logged)
    {
        if (result.Failure is not (FailureKind.Assertion or FailureKind.Grounding or FailureKind.Action or FailureKind.Undecidable or FailureKind.Limit))
            return "";
        var failed = ErrorPages.FailedRequests(session.Driver, logged).Distinct().Take(3).ToList();
        return failed.Count == 0 ? "" : $" Meanwhile the app did not answer: {string.Join("; ", failed)}.";
    }

    private Verdict Interrupted(List<(TestStep Step, string Section)> planned)
    {
        var cancelled = stopped.IsCancellationRequested;
        var words = cancelled ? "The run was stopped." : $"The time for the run, {limit.TotalSeconds:0.#} s, is over.";
        var failure = cancelled ? FailureKind.Cancelled : FailureKind.Limit;
        StepResult? during = null;
        if (_steps.Count < planned.Count)
        {
            var (step, section) = planned[_steps.Count];
            during = Skipped(step, _steps.Count + 1, section) with { Status = StepStatus.Failed, Failure = failure, Message = words };
            if (_runner is not null)
                during = during with { Duration = _runner.Taken, Attempts = [.. _runner.Attempts.Select(attempt => attempt.Failure == FailureKind.Cancelled ? attempt with { Failure = failure } : attempt)] };
            _steps.Add(during);
        }

        return new(cancelled ? FinishReason.Cancelled : FinishReason.Timeout, failure, $"{Place(during)}{words}", Held());
    }

    private static StepResult Skipped(TestStep step, int number, string section)
        => new() { Number = number, Text = step.Text, Line = step.Line, Section = section, Status = StepStatus.Skipped };

    private string Place(StepResult? step)
    {
        var file = test.RelativePath.Length > 0 ? test.RelativePath : test.File;
        var line = step is { Line: > 0 } ? $":{step.Line}" : "";
        var where = file.Length > 0 ? $"{file}{line}" : "";
        var what = step is null ? "" : $"step {step.Number} \"{Commands.Execution.Wording.Short(step.Text)}\"";
        return (where, what) switch
        {
            ("", "") => "",
            ("", _) => what + ": ",
            (_, "") => where + ": ",
            _ => $"{where}, {what}: ",
        };
    }
}
