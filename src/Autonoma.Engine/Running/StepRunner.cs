using System.Diagnostics.CodeAnalysis;
using Autonoma.Engine.Commands;
using Autonoma.Engine.Commands.Execution;
using Autonoma.Engine.Deciding;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Memory;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Suites;

namespace Autonoma.Engine.Running;

/// <summary>Carries out one step: decide, act, settle, record, until the step is done or failed.</summary>
internal sealed class StepRunner(RunSession session, IDecider decider, ObserverGroup observers, LoopDetector loops)
{
    private int _commands;
    private List<Attempt> _attempts = [];
    private TimeSpan _started;

    /// <summary>Set when a limit was reached: the run ends with that reason.</summary>
    public FinishReason? LimitReached { get; private set; }

    /// <summary>Size of the viewport, once something was looked at.</summary>
    public UiSize? Viewport { get; private set; }

    /// <summary>What the step that a cancellation ended had done until then, the attempt under way included.</summary>
    public IReadOnlyList<Attempt> Attempts => _attempts;

    /// <summary>How long the newest step has taken so far.</summary>
    public TimeSpan Taken => session.Elapsed - _started;

    /// <summary>Runs a step. Only a cancellation leaves as an exception; then <see cref="Attempts"/> holds what was done.</summary>
    /// <param name="step">The step.</param>
    /// <param name="number">1-based among all steps of the run.</param>
    /// <param name="section"><c>setup</c> or <c>step</c>.</param>
    /// <param name="next">The steps after it.</param>
    /// <param name="cancellationToken">Cancels; also the end of the run's time.</param>
    public async Task<StepResult> RunAsync(TestStep step, int number, string section, IEnumerable<TestStep> next, CancellationToken cancellationToken)
    {
        var started = _started = session.Elapsed;
        var attempts = _attempts = [];
        session.EndGroup();
        var recording = session.Recording;
        string? decidedBy = null;
        recording?.BeginStep(step, number, section);
        await observers.TellAsync(observer => observer.BeforeStepAsync(new(step, number, section), cancellationToken)).ConfigureAwait(false);

        StepResult Result(FailureKind failure, string message) => new()
        {
            Number = number,
            Text = step.Text,
            Line = step.Line,
            Section = section,
            Status = failure == FailureKind.None ? StepStatus.Passed : StepStatus.Failed,
            Failure = failure,
            Message = session.Memory.Masker.Apply(message),
            Attempts = attempts,
            DecidedBy = decidedBy,
            Duration = session.Elapsed - started,
        };

        while (true)
        {
            Decision decision;
            try
            {
                decision = await DecideAsync(step, attempts, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                var (kind, message) = FailureOf(problem);
                return Result(kind, message);
            }

            await observers.TellAsync(observer => observer.DecidedAsync(new(number, decision), cancellationToken)).ConfigureAwait(false);
            if (decision.Unresolved is not { Code: "not-recorded" })
                decidedBy = decision.By;
            recording?.Decided(decision);
            if (decision.Unresolved is { } unresolved)
                return Result(FailureKind.Unresolved, $"unresolved: {unresolved.Message}{(unresolved.Suggestion is { Length: > 0 } hint ? $" Try: {hint}" : "")}");
            if (decision.Commands.Count == 0 && attempts.Count == 0)
                return Result(FailureKind.Unresolved, "unresolved: nothing in this step can be carried out.");

            var again = false;
            for (var i = 0; i < decision.Commands.Count && !again; i++)
            {
                if (++_commands > session.Options.MaxSteps)
                {
                    LimitReached = FinishReason.MaxSteps;
                    return Result(FailureKind.Limit, $"The run has carried out {session.Options.MaxSteps} commands, which is the limit. Split the test, or raise the limit: --max-steps, or 'maxSteps' in autonoma.yaml.");
                }

                var command = decision.Commands[i];
                var rest = decision.Commands.Skip(i + 1).Concat(next.SelectMany(decider.Foresee));
                var (attempt, before) = await AttemptAsync(step, number, attempts.Count, command, rest, cancellationToken).ConfigureAwait(false);
                attempts.Add(attempt);
                cancellationToken.ThrowIfCancellationRequested();
                recording?.EndCommand(command, attempt);
                if (attempt.Status == StepStatus.Failed)
                {
                    again = decider.DecidesAgainAfter(step, attempt);
                    if (again)
                        break;
                    return Result(attempt.Failure, attempt.Outcome);
                }

                if (before is { } seen && CommandCatalog.For(command).Acts && loops.IsCircle(command, seen))
                {
                    LimitReached = FinishReason.MaxSteps;
                    return Result(FailureKind.Limit, $"'{command.Command}' was carried out {session.Options.MaxRepeats} times and the screen stayed as it was: the run goes in circles.");
                }
            }

            if (decision.CompletesStep && !again)
            {
                recording?.EndStep(StepStatus.Passed);
                return Result(FailureKind.None, "");
            }
        }
    }

    private Task<Decision> DecideAsync(TestStep step, List<Attempt> attempts, CancellationToken cancellationToken)
    {
        var request = new DecisionRequest(step, attempts, token => session.Driver.Screen.ObserveAsync(ObserveOptions.Default, token), session.Memory.Names)
        {
            Test = session.Test,
            CaptureAsync = session.Driver.Screen.CaptureAsync,
            GroundingFor = session.GroundingFor,
            Values = session.Memory.Snapshot(),
            Secrets = session.Memory.Secrets,
            Mask = session.Memory.Masker.Apply,
            Words = session.Memory.ResolveQuoted,
        };
        return Deadline.RunAsync(token => decider.DecideAsync(request, token).AsTask(), session.Options.RunTimeout, session.Time, cancellationToken);
    }

    private async Task<(Attempt Attempt, long? Before)> AttemptAsync(
        TestStep step, int number, int index, CommandArguments arguments, IEnumerable<CommandArguments> rest, CancellationToken cancellationToken)
    {
        var command = CommandCatalog.For(arguments);
        var context = new CommandContext(session, step.Text);
        var started = session.Elapsed;
        var urlBefore = session.Url;
        await observers.TellAsync(observer => observer.BeforeAttemptAsync(new(number, index, arguments), cancellationToken)).ConfigureAwait(false);

        CommandOutcome? outcome = null;
        var failure = FailureKind.None;
        var message = "";
        try
        {
            session.Recording?.BeginCommand();
            if (command.Acts)
                LayDownAnswers(rest);
            outcome = await Deadline.RunAsync(token => CarryOutAsync(command, arguments, context, token), LimitOf(command, arguments), session.Time, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            (failure, message) = (FailureKind.Cancelled, "It was under way when the run ended.");
        }
        catch (Exception problem)
        {
            (failure, message) = FailureOf(problem);
        }

        var evidence = context.Evidence;
        Viewport ??= evidence.First?.Viewport;
        var attempt = new Attempt
        {
            Arguments = arguments,
            Status = outcome is null ? StepStatus.Failed : StepStatus.Passed,
            Outcome = session.Memory.Masker.Apply(outcome?.Text ?? message),
            Failure = failure,
            Output = outcome?.Output,
            StartedAt = started,
            Duration = session.Elapsed - started,
            Target = evidence.Target,
            TargetBounds = evidence.Bounds,
            Confidence = evidence.Confidence,
            Considered = evidence.Considered,
            IsAmbiguous = outcome is null && evidence.IsAmbiguous,
            Claims = evidence.Claims,
            UrlBefore = urlBefore,
            UrlAfter = session.Url,
        };
        attempt = await observers.AfterAttemptAsync(new(number, index, attempt, evidence.First, evidence.Last, evidence.MeasuredAt), cancellationToken).ConfigureAwait(false);
        return (attempt, evidence.First?.Fingerprint);
    }

    private async Task<CommandOutcome> CarryOutAsync(Command command, CommandArguments arguments, CommandContext context, CancellationToken cancellationToken)
    {
        if (session.Recording is { } recording)
            await recording.WaitBeforeAsync(context, cancellationToken).ConfigureAwait(false);
        var outcome = await command.RunAsync(arguments, context, cancellationToken).ConfigureAwait(false);
        if (!command.Acts)
        {
            if (command is AssertCommand)
                session.EndGroup();
            return outcome;
        }

        session.ForgetLook();

        if (session.Recording?.SetNothingOff(arguments) is not true)
            await session.SettleAndLookAsync(cancellationToken).ConfigureAwait(false);
        await AnnouncedDialogsCameAsync(context, cancellationToken).ConfigureAwait(false);
        if (ErrorPages.WhyUnreachable(session.Driver) is { } why)
            throw new CommandFailure(FailureKind.App, why);
        if (session.Recording is { } followed)
            await followed.AfterActionAsync(context, cancellationToken).ConfigureAwait(false);
        return outcome;
    }

    private async Task AnnouncedDialogsCameAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (session.AnnouncedDialogs.Count == 0 || session.Driver.Dialogs is not { } dialogs)
            return;
        var wanted = session.AnnouncedDialogs.Count;
        session.AnnouncedDialogs.Clear();
        session.ForgetLook(); // what the dialog leads to comes after it
        var pace = context.StartPace(session.Options.StepTimeout);
        while (dialogs.Seen.Count(dialog => dialog.Answer is not null) < wanted)
        {
            if (pace.IsOver)
                throw new CommandFailure(FailureKind.Action, "A step before said that a dialog would open, but this action opened none.");
            await pace.NextAsync(cancellationToken).ConfigureAwait(false);
        }

        session.DialogsAnswered = wanted;
    }

    // A recorded command may wait before it and look for its effect after it.
    private TimeSpan LimitOf(Command command, CommandArguments arguments)
        => command.Limit(arguments, session.Options) + (session.Recording is null ? TimeSpan.Zero : session.Options.StepTimeout + session.Options.AssertionTimeout);

    private void LayDownAnswers(IEnumerable<CommandArguments> rest)
    {
        if (session.Driver.Dialogs is not { } dialogs)
            return;
        // Answers that an announcement laid down ("accept the next dialog") are meant for exactly this action.
        if (session.AnnouncedDialogs.Count > 0)
        {
            dialogs.Prepare([.. session.AnnouncedDialogs]);
            return;
        }

        var answers = DialogPlan.After(rest, session.Memory);
        if (dialogs.PreparedLeft > 0)
            dialogs.Clear();
        if (answers.Count > 0)
            dialogs.Prepare(answers);
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "a failing test is a result, whatever went wrong")]
    private (FailureKind Kind, string Message) FailureOf(Exception problem)
    {
        var lost = session.Driver.Application.Loss;
        return problem switch
        {
            CommandFailure failure when lost is null => (failure.Kind, failure.Message),
            UnknownVariableException unknown => (FailureKind.Unresolved, unknown.Message),
            NavigationFailedException failed when lost is null => (FailureKind.App, failed.Message),
            CommandFailedException failed when lost is null => (FailureKind.Action, failed.Message),
            UserInputException input => (FailureKind.Setup, input.Message),
            DriverLostException or _ when lost is not null => (LossKind(lost), $"The run cannot go on: {lost.TrimEnd('.')}."),
            DriverLostException gone => (LossKind(gone.Message), $"The run cannot go on: {gone.Message}"),
            DeadlineException or OperationCanceledException => (FailureKind.Limit, Hung()),
            _ => (FailureKind.Engine, $"The tool failed: {problem.Message} ({problem.GetType().Name})"),
        };
    }

    // What the page itself did (crashed, opened dialogs without end) is the app's; a browser that is gone is not.
    private static FailureKind LossKind(string loss)
        => loss.Contains("the page", StringComparison.OrdinalIgnoreCase) ? FailureKind.App : FailureKind.Engine;

    private string Hung()
    {
        var dialogs = session.Driver.Dialogs?.Seen.Count ?? 0;
        return dialogs > 2
            ? $"The page did not answer in time: it opened {dialogs} dialogs one after the other (the last says \"{Wording.Short(session.Driver.Dialogs!.Seen[^1].Message)}\")."
            : "The page did not answer in time: its script may run without end.";
    }
}
