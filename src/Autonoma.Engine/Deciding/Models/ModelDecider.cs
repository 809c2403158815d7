using Autonoma.AI.Registry;
using Autonoma.AI.Tools;
using Autonoma.Engine.Checks;
using Autonoma.Engine.Commands;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Instructions;
using Autonoma.Engine.Memory;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Running;
using Autonoma.Engine.Suites;

namespace Autonoma.Engine.Deciding.Models;

/// <summary>
/// Lets a model choose the commands of a step. It is the hands and never the judge: claims are judged by the rules as the test words them, an action that the
/// test did not ask for is refused by <see cref="ActionPolicy"/>, and a step counts as done only when its <see cref="StepContract"/> is met. One instance serves one run.
/// </summary>
/// <param name="models">Where the model comes from (tag <see cref="ModelDeciderOptions.Tag"/>).</param>
/// <param name="reader">Reads what the sentences claim.</param>
/// <param name="checker">Judges claims.</param>
/// <param name="grounder">Finds elements, wrapped by <see cref="PinnedTargets.Around"/>; the run must use the same.</param>
/// <param name="pins">Elements that no words mean.</param>
/// <param name="options">How.</param>
/// <param name="time">The clock, for waiting.</param>
public sealed class ModelDecider(IModelSource models, IStepReader reader, IClaimChecker checker, IGrounder grounder, PinnedTargets pins, ModelDeciderOptions options, TimeProvider time) : IDecider
{
    // How models put it that they make no headway.
    private static readonly string[] CircleWords = ["loop", "stuck", "no progress", "repeating"];

    private readonly ModelCaller _caller = new(models);
    private StepProgress _progress = new(null);
    private string? _firstUrl;

    /// <summary>Whom the model may ask; null when nobody is there.</summary>
    public IUserPrompt? User { get; init; }

    /// <summary>Who judges claims that the rules cannot read; null leaves them undecidable.</summary>
    public IClaimWitness? Witness { get; init; }

    /// <inheritdoc/>
    public IWaitAdvisor? Waits { get; } = new ModelWaitAdvisor(models);

    /// <inheritdoc/>
    public ValueTask<Decision> DecideAsync(DecisionRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var failed = request.Done.Count > 0 && request.Done[^1].Status == StepStatus.Failed ? request.Done[^1] : null;
        return failed is { Failure: FailureKind.Undecidable, Arguments: AssertArguments claim }
            ? new(RewordAsync(request, claim.Claim, failed.Outcome, [], false, cancellationToken))
            : new(CarryOutAsync(request, "", cancellationToken));
    }

    /// <inheritdoc/>
    public bool DecidesAgainAfter(TestStep step, Attempt failed)
    {
        ArgumentNullException.ThrowIfNull(failed);
        Begin(step);
        // A claim that does not hold is the verdict, and an app that is gone is not brought back by asking.
        return failed.Failure is FailureKind.Grounding or FailureKind.Action or FailureKind.Undecidable or FailureKind.Unresolved && ++_progress.Failures < options.MaxFailures;
    }

    /// <summary>Carries out a whole step, one command a decision.</summary>
    internal Task<Decision> CarryOutAsync(DecisionRequest request, string problem, CancellationToken cancellationToken) => GuardAsync(() => TakeTurnsAsync(request, problem, cancellationToken));

    /// <summary>Says which of several equals a command means; everything else stays as read.</summary>
    internal Task<Decision> ChooseAsync(DecisionRequest request, CommandArguments failed, IReadOnlyList<CommandArguments> rest, CancellationToken cancellationToken) => GuardAsync(async () =>
    {
        Begin(request.Step);
        return await new TargetChoice(_caller, grounder, pins).DecideAsync(request, failed, rest, cancellationToken).ConfigureAwait(false)
            ?? new() { By = "interpreter", Commands = [failed, .. rest], Evidence = "the description means one element now" };
    });

    /// <summary>Says a claim in words that can be judged.</summary>
    internal Task<Decision> RewordAsync(DecisionRequest request, string claim, string why, IReadOnlyList<CommandArguments> rest, bool completes, CancellationToken cancellationToken)
        => GuardAsync(() => new ClaimRewording(_caller, checker, Witness).DecideAsync(request, claim, why, rest, completes, cancellationToken));

    private async Task<Decision> GuardAsync(Func<Task<Decision>> decide)
    {
        try
        {
            return await decide().ConfigureAwait(false);
        }
        catch (ModelUnavailableException e)
        {
            return _caller.Nothing(e.Code, e.Message);
        }
    }

    private async Task<Decision> TakeTurnsAsync(DecisionRequest request, string problem, CancellationToken cancellationToken)
    {
        Begin(request.Step);
        var contract = StepContract.Of(request.Step.Text, reader.Read(request.Step.Text));
        var tools = ModelTools.For(contract, User is not null);
        while (++_progress.Turns <= options.MaxTurns)
        {
            var seen = await request.LookAsync(cancellationToken).ConfigureAwait(false);
            var scope = Scope(request, seen);
            if (ActionPolicy.RefusedPlace(scope) is { } away)
                return _caller.Nothing("left-app", $"The model is not asked, because {away}.");
            var screen = ScreenText.Of(seen, request.Mask);
            var calls = await _caller.AskAsync(request, problem, _progress.Notes, screen, seen, tools, cancellationToken).ConfigureAwait(false);
            try
            {
                if (calls.Count == 0)
                    throw new ToolInputException($"You called no tool. Call one; '{ModelTools.Finished}' ends the step.");
                if (await TakeAsync(request, contract, scope, screen, seen, calls[0], cancellationToken).ConfigureAwait(false) is { } decision)
                    return decision;
            }
            catch (ToolInputException e)
            {
                _progress.Note($"Your last answer was not carried out: {e.Message}");
            }
        }

        return _caller.Nothing("max-turns", $"The model was asked {options.MaxTurns} times for this step and did not end it. Write the step plainer, or split it.");
    }

    /// <summary>What a call comes to; null when the model is to be asked again.</summary>
    private async Task<Decision?> TakeAsync(DecisionRequest request, StepContract contract, ActionScope scope, ScreenText screen, Observation seen, ToolCall call, CancellationToken cancellationToken)
    {
        switch (call.Name)
        {
            case ModelTools.Wait:
                var wait = ModelTools.Input<WaitInput>(call);
                await Task.Delay(TimeSpan.FromSeconds(Math.Clamp(wait.Seconds, 1, 10)), time, cancellationToken).ConfigureAwait(false);
                return null;
            case ModelTools.AskUser:
                await AskUserAsync(ModelTools.Input<AskInput>(call), cancellationToken).ConfigureAwait(false);
                return null;
            case ModelTools.Finished:
                return Finish(request, contract, ModelTools.Input<FinishInput>(call));
        }

        // A model takes its time: what it chose on the screen it saw must be there, and the same, on the screen as it is now.
        var now = await request.LookAsync(cancellationToken).ConfigureAwait(false);
        var chosen = ModelTools.Read(call, (reference, purpose) => Choose(reference, purpose, screen, now, request));
        if (chosen.Command is AssertArguments)
            return await AssertAsync(request, contract, ModelTools.Input<AssertInput>(call), cancellationToken).ConfigureAwait(false);
        if (ActionPolicy.Refusal(chosen.Command, chosen.Target, scope) is { } refusal)
            throw new ToolInputException($"'{chosen.Command.Command}' is refused by policy: {refusal}. The test did not ask for it.");
        var repeats = _progress.Count(seen.Fingerprint, chosen.Command);
        if (repeats > options.MaxRepeats)
            return _caller.Nothing("loop", $"The model wants '{chosen.Command.Command}' once more on a screen that did not change {options.MaxRepeats} times: it goes in circles.");
        if (repeats > 1)
            _progress.Note($"Warning: '{chosen.Command.Command}' was wanted {repeats} times on this same screen and changed nothing. Do something else, or finish with success=false.");
        if (chosen.Command is DialogArguments dialog)
        {
            // A native dialog stops the page, so its answer must lie ready before the action that opens it.
            _progress.Announced = dialog;
            _progress.Note($"The dialog that the next action opens will be {(dialog.Accept ? "accepted" : "dismissed")}. Go on with that action.");
            return null;
        }

        CommandArguments[] announced = _progress.Announced is { } answer ? [answer] : [];
        _progress.Announced = null;
        return new()
        {
            By = _caller.Name,
            Commands = [chosen.Command, .. announced],
            CompletesStep = false,
            Confidence = 0.5,
            Evidence = chosen.Reason,
        };
    }

    private (string Words, UiNode Node) Choose(string reference, GroundingPurpose purpose, ScreenText screen, Observation now, DecisionRequest request)
    {
        var then = screen.Find(reference) ?? throw new ToolInputException($"'{reference}' is no reference of the list.");
        var node = now.Tree.Find(then.Ref);
        if (node is null || node.Tag != then.Tag || node.Role != then.Role || node.Name != then.Name)
            throw new ToolInputException($"The screen changed while you thought: '{reference}' is no longer what it was. Look again.");
        if (node.IsText && node.Parent is { } parent)
            node = parent;
        return (TargetWords.Describe(node, purpose, now, request.GroundingFor(now), grounder) ?? pins.Pin(node, $"{Commands.Execution.Wording.Of(node)}, chosen"), node);
    }

    private async Task<Decision> AssertAsync(DecisionRequest request, StepContract contract, AssertInput input, CancellationToken cancellationToken)
    {
        // The claims of the sentence are checked as they are written, whatever the model would rather check, and not before what the sentence orders first.
        switch (contract.Open(request.Done, text => Shown(text, request)))
        {
            case { IsClaims: true } claims:
                return new() { By = _caller.Name, Commands = claims.Missing, CompletesStep = false, Evidence = $"the claims of the step, as written ({input.Reason})" };
            case { } actions:
                throw new ToolInputException($"The step asks for this first: {StepContract.Describe(actions.Missing)}.");
            case null when contract.HasClaims:
                throw new ToolInputException("All claims of the step have held. Nothing else is to be checked.");
        }

        return await new ClaimRewording(_caller, checker, Witness).AssertAsync(request, request.Step.Text, input, [], false, cancellationToken).ConfigureAwait(false);
    }

    private Decision? Finish(DecisionRequest request, StepContract contract, FinishInput input)
    {
        if (!input.Success)
        {
            var loops = CircleWords.Any(word => input.Reasoning.Contains(word, StringComparison.OrdinalIgnoreCase));
            return _caller.Nothing(loops ? "loop" : "model-gave-up", $"The model could not carry this out: {input.Reasoning}");
        }

        switch (contract.Open(request.Done, text => Shown(text, request)))
        {
            case { IsClaims: true } claims:
                return new() { By = _caller.Name, Commands = claims.Missing, CompletesStep = claims.IsLast, Evidence = $"the model says it is done ({input.Reasoning}); what the step claims is checked as written" };
            case { } actions:
                var what = StepContract.Describe(actions.Missing);
                if (_progress.Shortfalls++ > 0)
                    return _caller.Nothing("not-carried-out", $"The model says that the step is done ({input.Reasoning}), but of what it asks for this was not carried out: {what}.");
                throw new ToolInputException($"{(request.Done.Count == 0 ? "Nothing was carried out. " : "")}The step also asks for: {what}. Carry that out, with the texts of the step, or finish with success=false.");
        }

        if (contract.AsksForCheck && !StepContract.HasHeld(request.Done))
            throw new ToolInputException("The step asks for a check, and none has held. Your word is not enough: use 'assert', or finish with success=false.");
        if (request.Done.Count == 0 || request.Done[^1].Status != StepStatus.Passed)
        {
            if (_progress.Shortfalls++ > 0)
                return _caller.Nothing("not-carried-out", $"The model says that the step is done ({input.Reasoning}), but {(request.Done.Count == 0 ? "nothing was carried out" : $"'{request.Done[^1].Arguments.Command}' was not carried out: it failed")}.");
            throw new ToolInputException("Nothing was carried out, or the last command failed. Carry the step out, or finish with success=false.");
        }

        return new() { By = _caller.Name, Evidence = input.Reasoning, Confidence = 0.5 };
    }

    // What may not be shown keeps its name, which is how the model says it too.
    private static string Shown(string text, DecisionRequest request)
        => Templates.Replace(text, (name, _) => !request.Secrets.Contains(name) && request.Values.TryGetValue(name, out var value) ? value : $"{{{{{name}}}}}");

    private async Task AskUserAsync(AskInput input, CancellationToken cancellationToken)
    {
        if (User is null || input.Questions.Count is 0 or > 5)
            throw new ToolInputException(User is null ? "Nobody can be asked in this run." : "Ask one to five questions.");
        var answers = await User.AskAsync([.. input.Questions.Select(question => new UserQuestion(question.Text, question.Options))], cancellationToken).ConfigureAwait(false);
        if (answers is null)
        {
            _progress.Note("Nobody answered your questions. Go on without, or finish with success=false.");
            return;
        }

        for (var i = 0; i < Math.Min(answers.Count, input.Questions.Count); i++)
            _progress.Note($"You asked \"{input.Questions[i].Text}\", and the person who runs the test answered: \"{answers[i]}\".");
    }

    private ActionScope Scope(DecisionRequest request, Observation seen)
    {
        _firstUrl ??= seen.Url;
        return new(request.Step.Text, seen.Url, [.. options.AllowedHosts, .. HostsOf(options.BaseUrl), .. HostsOf(_firstUrl)], request.Secrets, request.Variables);
    }

    private static IEnumerable<string> HostsOf(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? [$"{uri!.Host}:{uri.Port}"] : [];

    private void Begin(TestStep step)
    {
        if (ReferenceEquals(_progress.Step, step))
            return;
        _progress = new(step);
        pins.Clear();
    }
}
