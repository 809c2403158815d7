using Autonoma.Engine.Checks;
using Autonoma.Engine.Commands.Execution;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Commands;

internal sealed class WaitCommand : Command<WaitArguments>
{
    public override string Description => """
        wait: waits for a time, or until a condition about the screen holds.
          condition: in words ("the spinner disappears", "the table has loaded"). milliseconds: for a plain pause.
        """;

    public override bool Acts => false;

    protected override TimeSpan Limit(WaitArguments arguments, RunOptions options)
        => (arguments.Milliseconds is { } pause ? TimeSpan.FromMilliseconds(pause) : options.WaitTimeout) + options.AbsenceHold + options.SettleCap + TimeSpan.FromSeconds(10);

    protected override async Task<CommandOutcome> RunAsync(WaitArguments arguments, CommandContext context, CancellationToken cancellationToken)
    {
        if (arguments.Milliseconds is { } pause)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(pause), context.Time, cancellationToken).ConfigureAwait(false);
            return new($"waited {Wording.Of(TimeSpan.FromMilliseconds(pause))}");
        }

        var condition = WaitCondition.Read(context.Words(arguments.Condition), context.Session.Checker);
        if (condition is { Claims.Count: 0, IsLoading: false, IsArrival: false, Deed: "" })
            throw new CommandFailure(FailureKind.Undecidable, $"undecidable: what \"{arguments.Condition}\" looks like on the screen cannot be decided. {context.Session.Checker.WhyUnreadable(arguments.Condition)}".TrimEnd());

        // Without a claim, or with one that this screen cannot decide, "loaded" means: the page is at rest and nothing shows that it is busy.
        var pace = context.StartPace(context.Options.WaitTimeout);
        while (true)
        {
            CheckResult? judged = null;
            foreach (var claim in condition.Claims)
            {
                judged = await AssertionWaiter.WaitAsync(context, claim, TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
                if (judged.Verdict == CheckVerdict.Held)
                {
                    context.Evidence.Judged(judged);
                    context.Session.Recording?.Waited(judged, context.Evidence.Last);
                    return new($"waited {Wording.Of(pace.Elapsed)} until {claim}");
                }

                if (judged.Verdict == CheckVerdict.Failed)
                    break;
            }

            if (condition.IsLoading && judged?.Verdict != CheckVerdict.Failed && await BusySigns.IsAtRestAsync(context, cancellationToken).ConfigureAwait(false))
                return new($"waited {Wording.Of(pace.Elapsed)} until the page was at rest");
            if ((condition.IsArrival || condition.Deed.Length > 0) && judged?.Verdict is null or CheckVerdict.Undecidable && await BusySigns.IsAtRestAsync(context, cancellationToken).ConfigureAwait(false)
                && Arrival.Seen(context.Session.Baseline, await context.LookAsync(cancellationToken).ConfigureAwait(false), condition.Deed) is { } seen)
                return new($"waited {Wording.Of(pace.Elapsed)} until {seen}");
            if (pace.IsOver)
            {
                if (judged is not null)
                    context.Evidence.Judged(judged);
                throw new CommandFailure(
                    judged?.Verdict == CheckVerdict.Undecidable || judged is null && condition.Deed.Length > 0 ? FailureKind.Undecidable : FailureKind.Assertion,
                    $"\"{arguments.Condition}\" did not become true within {Wording.Of(pace.Timeout)}. {judged?.Explanation ?? Arrival.Why(condition)}".TrimEnd());
            }

            await pace.NextAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
