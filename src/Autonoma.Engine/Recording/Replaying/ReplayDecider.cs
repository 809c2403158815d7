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

        var decision = await inner.DecideAsync(request, cancellationToken).ConfigureAwait(false);
        if (decision.Unresolved is not null)
            return decision;
        var done = request.Done.Count(attempt => attempt.Status == StepStatus.Passed);
        return HealRules.WhyNot(recorded, decision.Commands) is { } refused
            ? Unresolved("heal", $"not healed: {refused}.", "record again with --mode record if the test is right.")
            : decision with { Commands = [.. decision.Commands.Skip(done)] };
    }

    public IReadOnlyList<CommandArguments> Foresee(TestStep step)
        => run.EntryOf(step) is { } entry ? run.CommandsOf(step, entry) : run.Mode == RecordingMode.Replay ? [] : inner.Foresee(step);

    public bool DecidesAgainAfter(TestStep step, Attempt failed)
        => run.EntryOf(step) is null ? inner.DecidesAgainAfter(step, failed) : run.BeginHealing(failed);

    private static Decision Unresolved(string code, string message, string suggestion)
        => new() { By = Name, Confidence = 0, Evidence = message, Unresolved = new UnresolvedReason(code, message, suggestion) };
}
