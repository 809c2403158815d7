using Autonoma.Engine.Commands;
using Autonoma.Engine.Deciding;
using Autonoma.Engine.Instructions;
using Autonoma.Engine.Recording.Healing;
using Autonoma.Engine.Running;
using Autonoma.Engine.Suites;

namespace Autonoma.Engine.Recording.Replaying;

/// <summary>Answers with what was recorded. Whoever decides otherwise is asked only where the mode allows it.</summary>
internal sealed class ReplayDecider(RunRecording run, IDecider inner) : IDecider
{
    /// <summary>Who decided what was replayed.</summary>
    public const string Name = "recording";

    public async ValueTask<Decision> DecideAsync(DecisionRequest request, CancellationToken cancellationToken)
    {
        if (run.EntryOf(request.Step) is not { } entry)
        {
            return run.Mode == RecordingMode.Replay
                ? Unresolved("not-recorded", "not recorded: the mode 'replay' decides nothing, and the recording has no entry for this sentence.", "run once with --mode resolve, and keep the recording that a passed run writes.")
                : await inner.DecideAsync(request, cancellationToken).ConfigureAwait(false);
        }

        if (run.WhyUnusable(request.Step, entry) is { } why)
            return Unresolved("recording", why, "record again with --mode record.");
        var recorded = run.CommandsOf(request.Step, entry);
        if (!run.IsHealing)
            return new() { By = Name, Commands = recorded, Evidence = $"as recorded, decided by {entry.By}" };

        return await HealAsync(request, recorded, entry.By, cancellationToken).ConfigureAwait(false);
    }

    // What was recorded says what is to be done; who decides says only to which element. Claims are not decided again at all.
    private async ValueTask<Decision> HealAsync(DecisionRequest request, IReadOnlyList<CommandArguments> recorded, string by, CancellationToken cancellationToken)
    {
        var done = request.Done.Count(attempt => attempt.Status == StepStatus.Passed);
        if (recorded.Count > done && recorded[done] is AssertArguments or WaitArguments && request.Done is not [.., { Status: StepStatus.Failed }])
        {
            IReadOnlyList<CommandArguments> claims = [.. recorded.Skip(done).TakeWhile(command => command is AssertArguments or WaitArguments)];
            return new() { By = by, Commands = claims, CompletesStep = done + claims.Count == recorded.Count, Evidence = "as recorded: a heal does not touch what is checked" };
        }

        var decision = await inner.DecideAsync(request, cancellationToken).ConfigureAwait(false);
        if (decision.Unresolved is not null)
            return decision;
        IReadOnlyList<CommandArguments> commands = decision.IsWholeStep ? [.. decision.Commands.Skip(done)] : decision.Commands;
        IReadOnlyList<CommandArguments> carriedOut = decision.IsWholeStep ? [.. decision.Commands.Take(done)] : [.. recorded.Take(done)];
        IReadOnlyList<CommandArguments> all = [.. carriedOut, .. commands];
        // Commands that come one by one are compared one by one; there is an end when there are as many as were recorded.
        var completes = decision.CompletesStep || all.Count >= recorded.Count;
        return HealRules.WhyNot(completes ? recorded : [.. recorded.Take(all.Count)], all) is { } refused
            ? Unresolved("heal", $"not healed: {refused}.", "record again with --mode record if the test is right.")
            : decision with { Commands = commands, CompletesStep = completes };
    }

    public IReadOnlyList<CommandArguments> Foresee(TestStep step)
        => run.EntryOf(step) is { } entry ? run.CommandsOf(step, entry) : run.Mode == RecordingMode.Replay ? [] : inner.Foresee(step);

    public bool DecidesAgainAfter(TestStep step, Attempt failed)
        => run.EntryOf(step) is null ? inner.DecidesAgainAfter(step, failed) : run.BeginHealing(failed);

    private static Decision Unresolved(string code, string message, string suggestion)
        => new() { By = Name, Confidence = 0, Evidence = message, Unresolved = new UnresolvedReason(code, message, suggestion) };
}
