using Autonoma.Engine.Checks;
using Autonoma.Engine.Commands.Execution;

namespace Autonoma.Engine.Commands;

/// <summary>Waits until a claim holds. A claim of absence is believed only on a page at rest and after it has lasted.</summary>
internal static class AssertionWaiter
{
    /// <summary>The last judgement: held, or what it was when the time was over.</summary>
    public static async Task<CheckResult> WaitAsync(CommandContext context, string claim, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var pace = context.StartPace(timeout);
        TimeSpan? heldSince = null;
        while (true)
        {
            var screen = await context.LookAsync(cancellationToken).ConfigureAwait(false);
            var result = context.Session.Checker.Check(claim, screen, context.Session.ChecksFor(screen));
            if (result.Verdict == CheckVerdict.Held)
            {
                if (!result.HasAbsence)
                    return result;
                if (heldSince is null)
                {
                    // What is not there on a busy page may only not be there yet.
                    var rest = await context.SettleAsync(cancellationToken).ConfigureAwait(false);
                    heldSince = pace.Elapsed;
                    if (rest.Waited > TimeSpan.FromMilliseconds(1))
                        continue;
                }

                if (pace.Elapsed - heldSince >= context.Options.AbsenceHold)
                    return result;
                await Task.Delay(TimeSpan.FromMilliseconds(50), context.Time, cancellationToken).ConfigureAwait(false);
                continue;
            }

            heldSince = null;
            if (pace.IsOver)
                return result;
            await pace.NextAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
